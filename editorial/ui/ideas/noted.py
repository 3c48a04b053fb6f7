"""Lists of pieces as cards with more to say than their tags: selecting one shows it beside the list."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from editorial.domain.records import Entry
from editorial.ui.calendar.colours import MARKS
from editorial.ui.desk import Desk
from editorial.ui.ideas.cards import ENTRY, GAP, PAD, CardDelegate, IdeaModel, spoken_idea, tag_line
from editorial.ui.ideas.idealist import IdeaList
from editorial.ui.overriding import override

NOTE = Qt.ItemDataRole.UserRole + 1


class NotedModel(IdeaModel):
    """Pieces, each with a line of its own."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(desk, parent)
        self.notes: Mapping[int, str] = {}

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        note = self.notes.get(entry.id, "")
        if role == NOTE:
            return note
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) and note:
            return f"{spoken_idea(entry, self._desk.lists)}, {note}"
        return super().data(index, role)


class NotedDelegate(CardDelegate):
    """Paints the title in a line, then the tags, then what is noted."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        titles, lines = self._texts(option)
        height = titles.metrics.height() + lines.metrics.height() * 2
        return QSize(120, height + 2 * PAD + 6 + GAP)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ENTRY)
        tokens = self._desk.theme.tokens
        titles, lines = self._texts(option)
        room: QRect = option.rect.adjusted(0, 0, -1, -GAP)
        self._ground(painter, option, room)
        inner = room.adjusted(PAD + 4, PAD, -PAD, -PAD)
        colour = QColor(kind_colour(entry, tokens))
        painter.fillRect(QRect(room.left(), room.top() + 6, 3, room.height() - 12), colour)
        indent = titles.metrics.horizontalAdvance("✦ ") + 2
        painter.setFont(titles.font)
        painter.setPen(colour)
        painter.drawStaticText(inner.topLeft(), titles.line(MARKS[entry.kind], indent))
        painter.setPen(QColor(tokens.text))
        painter.drawStaticText(inner.left() + indent, inner.top(), titles.line(entry.title, inner.width() - indent))
        top = inner.top() + titles.metrics.height() + 3
        painter.setFont(lines.font)
        painter.setPen(QColor(tokens.muted))
        painter.drawStaticText(inner.left(), top, lines.line(tag_line(entry, self._desk.lists), inner.width()))
        painter.setPen(QColor(tokens.text))
        note = str(index.data(NOTE))
        painter.drawStaticText(inner.left(), top + lines.metrics.height() + 3, lines.line(note, inner.width()))


def kind_colour(entry: Entry, tokens: Any) -> str:
    """Return the colour of a piece's kind."""
    colours = {"aspirational": tokens.aspirational, "practical": tokens.practical}
    return str(colours.get(str(entry.kind), tokens.muted))


class NotedList(IdeaList):
    """Cards of which the selected ones are told, as rows of a table are; nothing is dropped here."""

    selected_now = Signal(object)

    def __init__(self, desk: Desk, label: str) -> None:
        super().__init__(desk)
        self._quiet = False
        self.setAccessibleName(label)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.use(NotedModel(desk, self), NotedDelegate(desk, self))

    def use(self, model: IdeaModel, delegate: CardDelegate) -> None:
        """Show by another model and another delegate."""
        self.ideas, self._cards = model, delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self._tell())

    def show_noted(self, entries: Sequence[Entry], notes: Mapping[int, str]) -> None:
        """Show these pieces with what is noted of each."""
        assert isinstance(self.ideas, NotedModel)
        self.ideas.notes = notes
        self.show_ideas(entries)

    @override
    def show_ideas(self, entries: Sequence[Entry]) -> None:
        before = set(self.selected())
        self._quiet = True
        super().show_ideas(entries)
        self._quiet = False
        if set(self.selected()) != before:
            self._tell()

    def _tell(self) -> None:
        if not self._quiet:
            self.selected_now.emit(self.selected())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()
