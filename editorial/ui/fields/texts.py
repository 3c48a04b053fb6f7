"""Editors of texts: a line, a text that grows, saved while they are typed."""

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from editorial.domain.fields import Field
from editorial.domain.records import Piece
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.editor import FieldEditor, Typing
from editorial.ui.overriding import override

MOST_LINES = 14
FRAME = 12
MARGIN = 2
"""What a line of text leaves free at both sides."""


class LongText(QPlainTextEdit):
    """Plain text that tells when it is left; Tab leaves it, Enter too where it is one paragraph."""

    left = Signal()
    entered = Signal()
    """Enter was pressed in a text of one paragraph."""

    def __init__(self, name: str, *, one_paragraph: bool = False) -> None:
        super().__init__()
        self._one = one_paragraph
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)

    def put(self, text: str) -> None:
        """Show a text, keeping the cursor where it is as far as that is possible."""
        if text == self.toPlainText():
            return
        at = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(at, max(0, len(self.toPlainText()))))
        self.setTextCursor(cursor)

    @override
    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where this text has nothing of its own to take back."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if (event.matches(undo) and not document.isUndoAvailable()) or (
                event.matches(redo) and not document.isRedoAvailable()
            ):
                event.ignore()
                return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._one and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class GrowingText(LongText):
    """A text that is as high as it needs to be, up to a number of lines."""

    def __init__(self, name: str, *, one_paragraph: bool = False) -> None:
        super().__init__(name, one_paragraph=one_paragraph)
        self.setProperty("quiet", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(1)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        needed = round(self.document().size().height())
        lines = min(max(needed, 1), MOST_LINES)
        height = self.fontMetrics().lineSpacing() * lines + FRAME
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)
        full = needed > MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if full else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()


class TextEditor(FieldEditor):
    """A text of a piece; the title is needed, so that an empty one goes back to what it was."""

    def __init__(self, field: Field, desk: Desk, box: LongText | None = None) -> None:
        super().__init__(field, desk)
        one = field.name in ("title", "url", "outside_id", "origin", "tag_reason", "exclusive_because")
        self.box = box or GrowingText(field.label, one_paragraph=one)
        self._stored = ""
        self._typing = Typing(self)
        self._typing.paused.connect(self._hand_on)
        self.box.textChanged.connect(self._touched)
        self.box.left.connect(self._left)
        self.box.entered.connect(self._left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.setFocusProxy(self.box)
        if field.name == "url":
            self.box.setPlaceholderText("https://")
        elif field.name == "title":
            self.box.setPlaceholderText(_("A piece needs a title"))

    @override
    def show_piece(self, piece: Piece) -> None:
        self._stored = str(self.field.value(piece))
        if not self.dirty:
            self._put(self._stored)

    @override
    def lock(self, locked: bool) -> None:
        self.box.setReadOnly(locked)

    @property
    @override
    def dirty(self) -> bool:
        return self._typing.dirty and self.text != self._stored

    @property
    def text(self) -> str:
        """What the box holds; a text of one paragraph that was pasted in lines is joined."""
        text = self.box.toPlainText()
        return " ".join(text.split()) if self.field.name == "title" else text

    @override
    def settle(self) -> None:
        self._typing.settle()

    @override
    def keep(self) -> None:
        self._typing.keep()

    @override
    def forget(self) -> None:
        self._typing.forget()
        self._put(self._stored)

    def _put(self, text: str) -> None:
        self.box.blockSignals(True)
        self.box.put(text)
        self.box.blockSignals(False)
        self.box.updateGeometry()

    def _touched(self) -> None:
        self._typing.touch()

    def _hand_on(self, key: str) -> None:
        if self.text == self._stored or (self.field.name == "title" and not self.text):
            return
        self.give(self.text, f"{self.field.name}-{key}")

    def _left(self) -> None:
        self._typing.leave()
        if self.field.name == "title" and not self.text:
            self._put(self._stored)


class ElidedLine(QLineEdit):
    """A line of text; while it is not edited, what does not fit ends in an ellipsis and stands whole in the tooltip."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        room.adjust(MARGIN, 0, -MARGIN, 0)
        if self.hasFocus() or self.fontMetrics().horizontalAdvance(self.text()) <= room.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self.palette().text().color())
        alignment = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        painter.drawText(room, int(alignment | Qt.AlignmentFlag.AlignVCenter), shown)

    @override
    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where this line has nothing of its own to take back."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if (event.matches(undo) and not self.isUndoAvailable()) or (
                event.matches(redo) and not self.isRedoAvailable()
            ):
                event.ignore()
                return False
        if event.type() is QEvent.Type.ToolTip and not self.toolTip() and isinstance(event, QHelpEvent):
            wide = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width() - 2 * MARGIN
            if wide and not self.hasFocus():
                QToolTip.showText(event.globalPos(), f"<p>{escape(self.text())}</p>", self)
                return True
        return super().event(event)


def line(name: str, placeholder: str = "", parent: QWidget | None = None) -> QLineEdit:
    """Return a quiet line of text."""
    made = ElidedLine(parent)
    made.setProperty("quiet", True)
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    return made


def forget_typing(box: QLineEdit) -> None:
    """Keep the text but not how it was typed: what is saved is taken back by the window's undo."""
    at = box.cursorPosition()
    box.setText(box.text())
    box.setCursorPosition(at)
