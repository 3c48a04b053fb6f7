"""The sheet of an open slot: the ideas that fit it, found by typing; Enter puts one there, or writes a new one down."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget

from editorial.domain.folding import fold
from editorial.domain.records import Entry, Lists
from editorial.domain.slot_fit import gives
from editorial.language import _, ngettext
from editorial.ui.calendar.floating import Floating
from editorial.ui.calendar.words import details, long_day
from editorial.ui.fields.options import MARKS
from editorial.ui.overriding import override

if TYPE_CHECKING:
    from editorial.domain.slots import Occurrence

ID = Qt.ItemDataRole.UserRole
LETTERS = 52
ROWS = 9
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SlotSheet(Floating):
    """Chooses what fills an open slot."""

    idea_chosen = Signal(int)
    title_written = Signal(str)
    """A new piece is to be written down and put there."""
    slot_wanted = Signal()
    """The slot itself is to be edited."""

    def __init__(self, above: QWidget, occurrence: "Occurrence", lists: Lists, ideas: Sequence[Entry]) -> None:
        slot = occurrence.slot
        super().__init__(above, _("{slot} · {day}").format(slot=slot.name, day=long_day(occurrence.day)))
        self._ideas = ideas
        self._lists = lists
        what = gives(slot, lists)
        self.told = QLabel(
            _("What fills it becomes: {fields}.").format(fields=", ".join(what)) if what else _("It takes any idea.")
        )
        self.told.setObjectName("small")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Find an idea, or write a new one"))
        self.line.setAccessibleName(self.line.placeholderText())
        self.line.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setFixedHeight((self.fontMetrics().height() + 10) * ROWS)
        self.edit = QPushButton(_("Edit the slot…"))
        self.edit.setObjectName("link")
        self.edit.setAutoDefault(True)
        for part in (self.told, self.line, self.list):
            self.column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.edit)
        row.addStretch(1)
        self.column.addLayout(row)
        self.line.textChanged.connect(self._narrow)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self.edit.clicked.connect(self._edit)
        self._narrow("")

    def shown(self) -> list[int]:
        """Return the ids of the ideas that are listed."""
        ids = (self.list.item(row).data(ID) for row in range(self.list.count()))
        return [id_ for id_ in ids if id_ is not None]

    def _narrow(self, words: str) -> None:
        wanted = fold(words).split()
        found = [entry for entry in self._ideas if all(word in fold(entry.title) for word in wanted)]
        self.list.clear()
        for entry in found:
            self._add(entry)
        if title := words.strip():
            new = QListWidgetItem(_("+ Write down “{title}”").format(title=title))
            self.list.addItem(new)
        elif not found:
            none = QListWidgetItem(_("No idea fits this slot. Type a title to write one down."))
            none.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(none)
        n = len(found)
        self.list.setAccessibleName(ngettext("{n} idea that fits", "{n} ideas that fit", n).format(n=n))
        self.list.setCurrentRow(0)

    def _add(self, entry: Entry) -> None:
        detail = details(entry, self._lists)
        item = QListWidgetItem(f"{MARKS.get(entry.kind, '·')} {entry.title}")
        item.setData(ID, entry.id)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.title}, {detail}")
        item.setToolTip(detail)
        item.setSizeHint(QSize(1, self.fontMetrics().height() + 10))
        self.list.addItem(item)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        piece, title = item.data(ID), self.line.text().strip()
        self.close()
        if piece is not None:
            self.idea_chosen.emit(piece)
        else:
            self.title_written.emit(title)

    def _edit(self) -> None:
        self.close()
        self.slot_wanted.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in MOVES:
                self.list.keyPressEvent(event)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)
