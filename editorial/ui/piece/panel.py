"""The side panel for what is selected: one piece with every field, or several with what they have in common."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from editorial.domain.records import Piece
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.icons import icon
from editorial.ui.overriding import override
from editorial.ui.piece.acts import piece_menu
from editorial.ui.piece.bulk import BulkPanel
from editorial.ui.piece.form import PieceForm

KINDS = frozenset({"piece", "status", "segment"})


class PiecePanel(QWidget):
    """Follows the selection of the desk, once it is shown there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk = desk
        self.form = PieceForm(desk)
        self.bulk = BulkPanel(desk)
        self._came_from: QWidget | None = None
        self._id = QLabel()
        self._id.setObjectName("small")
        self._open = QPushButton(_("Open"))
        self._open.setToolTip(_("Open the piece in full (Enter)"))
        self._open.clicked.connect(self._open_full)
        self._more = self._tool(_("More to do with this piece"))
        self._more.clicked.connect(self._show_menu)
        self._close = self._tool(_("Close the panel (Esc)"))
        self._close.clicked.connect(lambda: desk.piece_selected.emit(None))
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolling(self.form))
        self._stack.addWidget(scrolling(self.bulk))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._stack, 1)
        self.form.editing.gone.connect(self._gone)
        self.form.editing.shown.connect(self._shown)
        desk.changed.connect(self._changed)
        desk.theme.changed.connect(self._tint)
        self._tint()

    def show_selected(self, selected: int | Sequence[int] | None) -> None:
        """Show a piece, several, or nothing; what was typed before is saved first."""
        if isinstance(selected, int):
            selected = (selected,)
        self._keep_focus(bool(selected))
        if not selected:
            self.form.close_piece()
        elif len(selected) == 1:
            self._stack.setCurrentIndex(0)
            self._open.show()
            self._more.show()
            piece = self.form.editing.piece
            if piece is None or piece.id != selected[0]:
                self.form.open(selected[0])
        else:
            self.form.close_piece()
            self._id.setText("")
            self._open.hide()
            self._more.hide()
            self._stack.setCurrentIndex(1)
            self.bulk.open(selected)

    def _keep_focus(self, opens: bool) -> None:
        """Remember where the keyboard was when the panel opened, and put it back there when it closes."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        if opens and not inside:
            self._came_from = focused
        elif not opens and inside and self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus()

    @property
    def ids(self) -> tuple[int, ...]:
        """The pieces that are shown."""
        if self._stack.currentIndex() == 1:
            return self.bulk.ids
        piece = self.form.editing.piece
        return () if piece is None else (piece.id,)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 10, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._id)
        row.addStretch(1)
        row.addWidget(self._open)
        row.addWidget(self._more)
        row.addWidget(self._close)
        return row

    def _tool(self, label: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quiet")
        button.setAccessibleName(label)
        button.setToolTip(label)
        return button

    def _shown(self, piece: Piece) -> None:
        self._id.setText(_("Piece {id}").format(id=piece.uid[-6:]))

    def _gone(self) -> None:
        self.desk.piece_selected.emit(None)

    def _open_full(self) -> None:
        piece = self.form.editing.piece
        if piece is not None:
            self.form.settle()
            self.desk.piece_opened.emit(piece.id)

    def _show_menu(self) -> None:
        piece = self.form.editing.piece
        if piece is not None:
            menu: QMenu = piece_menu(self.desk, piece, self)
            menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _changed(self, changed: Any) -> None:
        if self._stack.currentIndex() == 1 and self.isVisible() and changed.kinds & KINDS:
            self.bulk.reload()
            if not self.bulk.ids:
                self._gone()

    def _tint(self) -> None:
        muted = self.desk.theme.tokens.muted
        self._more.setIcon(icon("ellipsis", muted))
        self._close.setIcon(icon("x", muted))

    @override
    def keyPressEvent(self, event: Any) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.desk.piece_selected.emit(None)
        else:
            super().keyPressEvent(event)


def scrolling(inner: QWidget) -> QScrollArea:
    """Return an area in which a form scrolls up and down, never sideways."""
    holder = QWidget()
    holder.setObjectName("panel")
    holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(holder)
    column.setContentsMargins(6, 4, 10, 14)
    column.addWidget(inner)
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(holder)
    return area
