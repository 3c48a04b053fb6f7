"""What one person owes in a period as a list: dragged to somebody else, or handed on by key."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QMenu

from editorial.domain.asking_words import hours
from editorial.domain.load import OpenWork
from editorial.domain.period import Period
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.language import _
from editorial.ui.calendar.words import short_day
from editorial.ui.load.carrying import carry
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

WORK = Qt.ItemDataRole.UserRole


class WorkList(QListWidget):
    """Enter opens the piece, H hands an assignment on."""

    hand_on_wanted = Signal(object)
    open_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(_("What is owed"))
        self.setObjectName("roomy")
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.open_menu)
        self.itemDoubleClicked.connect(lambda item: self.open_wanted.emit(item.data(WORK).piece_id))

    def show_work(self, found: Iterable[OpenWork], week: Period | None) -> None:
        """List what is owed; the first of the week becomes current."""
        current = -1
        self.clear()
        for place, one in enumerate(found):
            item = QListWidgetItem(work_words(one))
            item.setData(WORK, one)
            item.setToolTip(item.text())
            self.addItem(item)
            if current < 0 and week is not None and one.due is not None and one.due in week:
                current = place
        self.setCurrentRow(max(0, current))

    @property
    def work(self) -> OpenWork | None:
        """What is current."""
        return self.currentItem().data(WORK) if self.currentRow() >= 0 else None

    def open_menu(self, at: QPoint) -> None:
        """Show what can be done with what is current."""
        work = self.work
        if work is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Hand on to somebody else…")).triggered.connect(lambda: self.hand_on_wanted.emit(work))
        menu.addAction(_("Open the piece")).triggered.connect(lambda: self.open_wanted.emit(work.piece_id))
        menu.popup(self.viewport().mapToGlobal(at))

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        if self.work is not None:
            carry(self, [self.work], self._theme.tokens)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        work = self.work
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if work is not None and plain and event.key() == Qt.Key.Key_H:
            self.hand_on_wanted.emit(work)
        elif work is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_wanted.emit(work.piece_id)
        else:
            super().keyPressEvent(event)


def work_words(one: OpenWork) -> str:
    """Return an assignment in two lines: its piece, then when, as what, and how much."""
    parts = [short_day(one.due) if one.due else _("no day"), vocabulary_word(one.role)]
    if one.hours:
        parts.append(_("{hours} h").format(hours=hours(one.hours)))
    if one.proposed:
        parts.append(_("no yes yet"))
    return " ".join(one.title.split()) + "\n" + " · ".join(parts)
