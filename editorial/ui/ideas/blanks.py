"""Fill the blanks: pieces that lack a kind, stage, segment or interest, each given in its cell."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editorial.domain.fields import Field
from editorial.domain.records import Entry
from editorial.domain.untagged import TAGS, missing_tags
from editorial.language import _, ngettext
from editorial.ui.desk import Desk
from editorial.ui.fields.options import GROWING, options_of
from editorial.ui.fields.picker import Picker
from editorial.ui.ideas.table import EntryTable, Index
from editorial.ui.overriding import override
from editorial.ui.piece.acts import told

COLUMNS = ("title", "publish_date", "status", *TAGS)


class BlankDelegate(QStyledItemDelegate):
    """Paints what is missing as an invitation to give it."""

    def __init__(self, table: "BlankTable") -> None:
        super().__init__(table)
        self._table = table

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        field = self._table.field_at(index.column())
        if field.name not in TAGS or self._table.rows.text(index.row(), index.column()):
            return
        tokens = self._table.tokens
        painter.save()
        painter.setPen(QColor(tokens.warning))
        painter.setFont(option.font)
        room = option.rect.adjusted(8, 0, -4, 0)
        words = _("+ {field}").format(field=field.label.lower())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()


class BlankTable(EntryTable):
    """Enter or a click gives a cell its value; several cells of a column are given the same one at once."""

    filled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, COLUMNS, _("Pieces with missing tags"))
        self.setSelectionBehavior(EntryTable.SelectionBehavior.SelectItems)
        self.setItemDelegate(BlankDelegate(self))
        self.setDragEnabled(False)
        self.clicked.connect(self._clicked)
        self._next = (-1, -1)

    @property
    def tokens(self) -> Any:
        return self._desk.theme.tokens

    def field_at(self, column: int) -> Field:
        """Return the field of a column."""
        return self.rows.fields[column]

    @override
    def selected(self) -> tuple[int, ...]:
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return tuple(self.rows.entries[row].id for row in rows if row < len(self.rows.entries))

    def fill(self, typed: str = "") -> Picker | None:
        """Open the list for the cell the keyboard is on; the value goes to every selected row."""
        index = self.currentIndex()
        if not index.isValid() or self.field_at(index.column()).name not in TAGS:
            return None
        field, row = self.field_at(index.column()), index.row()
        ids = self.selected() or (self.rows.entries[row].id,)
        chosen = field.value(self.rows.entries[row])
        anchor = self._anchor(index)
        title = ngettext("{field} of {n} piece", "{field} of {n} pieces", len(ids))
        picker = Picker(anchor, title.format(field=field.label, n=len(ids)), self.tokens)
        several = isinstance(chosen, tuple)
        picker.offer(
            options_of(field, self._desk.lists),
            chosen if several else (chosen,),
            several=False,
            grows=field.kind in GROWING,
        )
        picker.picked.connect(lambda value: self._give(ids, field, value, (row, index.column())))
        picker.add_wanted.connect(lambda name: self._add(ids, field, name, (row, index.column())))
        picker.destroyed.connect(anchor.deleteLater)
        picker.open_below(typed)
        return picker

    def next_blank(self, after: tuple[int, int] | None = None) -> bool:
        """Go to the next blank cell, row by row; from the last one to the first. False where nothing is blank."""
        blanks = self._blanks()
        if not blanks:
            return False
        here = after or (self.currentIndex().row(), self.currentIndex().column())
        there = next((blank for blank in blanks if blank > here), blanks[0])
        index = self.rows.index(*there)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        return True

    def _blanks(self) -> list[tuple[int, int]]:
        columns = {field.name: column for column, field in enumerate(self.rows.fields)}
        return [(row, columns[tag]) for row, entry in enumerate(self.rows.entries) for tag in missing_tags(entry)]

    def _give(self, ids: Sequence[int], field: Field, value: Any, here: tuple[int, int]) -> None:
        from editorial.services import pieces

        if field.name == "segments":
            told(self._desk, lambda w: pieces.edit_many(w, ids, add={field.attribute: (value,)}))
        else:
            told(self._desk, lambda w: pieces.edit_many(w, ids, set={field.attribute: value}))
        self._go_on(ids, here)

    def _add(self, ids: Sequence[int], field: Field, name: str, here: tuple[int, int]) -> None:
        from editorial.services import tagging

        told(self._desk, lambda w: tagging.tag_with_new(w, ids, field.attribute, name))
        self._go_on(ids, here)

    def _go_on(self, ids: Sequence[int], here: tuple[int, int]) -> None:
        """Go to the next blank after what was filled; rows that lack nothing any more are gone by now."""
        gone = len(ids) > 0 and self.rows.row_of(ids[0]) is None
        self.next_blank((here[0], -1) if gone else here)
        self.setFocus()
        self.filled.emit()

    def _anchor(self, index: QModelIndex) -> QWidget:
        """Return an invisible widget where the cell is, for the list to open below."""
        rect: QRect = self.visualRect(index)
        anchor = QWidget(self.viewport())
        anchor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        anchor.setGeometry(QRect(rect.topLeft() + QPoint(0, 0), rect.size()))
        return anchor

    def _clicked(self, index: QModelIndex) -> None:
        entry: Entry = self.rows.entries[index.row()]
        if self.field_at(index.column()).name in missing_tags(entry):
            self.fill()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go to the next blank, and on from here where there is none after this one."""
        here = (self.currentIndex().row(), self.currentIndex().column())
        if next and any(blank > here for blank in self._blanks()):
            return self.next_blank()
        return super().focusNextPrevChild(next)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep letters typed in a cell from the window's shortcuts: they narrow the list of the cell."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.modifiers():
            index = self.currentIndex()
            if index.isValid() and self.field_at(index.column()).name in TAGS and event.text().isalnum():
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        tag = self.currentIndex().isValid() and self.field_at(self.currentIndex().column()).name in TAGS
        if tag and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.fill()
        elif tag and event.text().isalnum() and not modifiers:
            self.fill(event.text())
        else:
            super().keyPressEvent(event)


def lacking(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that lack a tag."""
    return [entry for entry in entries if missing_tags(entry)]
