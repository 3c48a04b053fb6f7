"""The rows of the list: pieces under the headings of their groups, with subtotals; texts are made as rows are seen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QPixmap

from editorial.domain.columns import sort_key, text_of
from editorial.domain.counting import KindCounts
from editorial.domain.fields import Field
from editorial.domain.legend import Attribute
from editorial.domain.listing import Grouping, Listing, Stretch, listing
from editorial.domain.records import Entry, Piece
from editorial.language import _, ngettext
from editorial.ui.calendar.colours import Colours
from editorial.ui.calendar.dragging import MIME, PieceDrag
from editorial.ui.calendar.items import Item
from editorial.ui.calendar.layer_rows import layer_rows, slot_row
from editorial.ui.calendar.looks import LISTABLE
from editorial.ui.calendar.sheet import Look, Sheet
from editorial.ui.calendar.words import headline, late_words, parked, short_day, spoken
from editorial.ui.overriding import override

Index = QModelIndex | QPersistentModelIndex
SWATCH = 10


@dataclass(frozen=True, slots=True)
class Heading:
    """A group's own row, with its subtotal."""

    place: int
    label: str
    counts: KindCounts
    parked: int
    folded: bool
    others: int = 0
    """How many rows it heads that are no pieces."""


Row = Heading | Entry | Item


class ListModel(QAbstractTableModel):
    """A sheet as rows; folded groups keep only their heading."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.fields: Sequence[Field] = ()
        self.listing = Listing((), KindCounts())
        self._sheet: Sheet | None = None
        self._colours: Colours | None = None
        self._read: list[Callable[[Piece | Entry], str]] = []
        self._texts: dict[int, list[str]] = {}
        self._folded: set[str] = set()

    def show_sheet(self, sheet: Sheet, colours: Colours) -> None:
        """Sort, group and show a sheet."""
        self.beginResetModel()
        self._sheet, self._colours = sheet, colours
        self.fields = [LISTABLE[name] for name in sheet.look.columns]
        self._read = [self._reader(field, sheet) for field in self.fields]
        self.listing = listing(
            sheet.entries, sheet.lists, grouping(sheet.look), _sorter(sheet), descending=sheet.look.descending
        )
        self._fill()
        self.endResetModel()

    def fold(self, row: int, folded: bool | None = None) -> None:
        """Fold a group's pieces away, or unfold them; without a word, the other way round."""
        heading = self.rows[row]
        if isinstance(heading, Heading) and folded is not heading.folded:
            self.beginResetModel()
            self._folded ^= {heading.label}
            self._fill()
            self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        row = self.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Entry) else None

    def _fill(self) -> None:
        self._texts = {}
        self.rows = []
        for place, group in enumerate(self.listing.groups):
            folded = group.label in self._folded
            if group.label:
                self.rows.append(Heading(place, group.label, group.counts, group.parked, folded))
            if not folded:
                self.rows += group.entries
        if self._sheet is not None:
            self._fill_beside(self._sheet)

    def _fill_beside(self, sheet: Sheet) -> None:
        """List what stands beside the pieces below them, under headings of its own."""
        days = (sheet.range.last - sheet.range.first).days + 1
        whole = (sheet.range.first, 1, days)
        for row in (*slot_row(sheet, *whole), *layer_rows(sheet, *whole)):
            folded = row.name in self._folded
            self.rows.append(Heading(-1, row.name, KindCounts(), 0, folded, len(row.columns[0])))
            if not folded:
                self.rows += row.columns[0]

    def item(self, index: Index) -> Item | None:
        """Return what stands in a row besides pieces."""
        row = self.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Item) else None

    def _reader(self, field: Field, sheet: Sheet) -> Callable[[Piece | Entry], str]:
        if field.name == "publish_date":
            return lambda entry: short_day(entry.day) if isinstance(entry, Entry) and entry.day else ""
        if field.name == "title":
            return lambda entry: headline(entry, clocked=False) if isinstance(entry, Entry) else ""
        return text_of(field, sheet.lists)

    def _row_texts(self, row: int, entry: Entry) -> list[str]:
        if row not in self._texts:
            self._texts[row] = [read(entry) for read in self._read]
        return self._texts[row]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.fields)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            field = self.fields[section]
            look = self._sheet.look if self._sheet else Look()
            arrow = (" ▾" if look.descending else " ▴") if look.sort == field.name else ""
            return f"{field.label}{arrow}"
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._sheet is None:
            return None
        row = self.rows[index.row()]
        if isinstance(row, Heading):
            return self._heading_data(row, index.column(), role)
        if isinstance(row, Item):
            return self._item_data(row, index.column(), role)
        if role == Qt.ItemDataRole.DisplayRole:
            text = self._row_texts(index.row(), row)[index.column()]
            return self._marked(row, index.column(), text)
        return self._entry_data(row, index.column(), role)

    def _marked(self, entry: Entry, column: int, text: str) -> str:
        if self.fields[column].name == "title" and self._colours is not None:
            late = "! " if self._sheet is not None and entry.id in self._sheet.late else ""
            return f"{late}{self._colours.mark(entry)} {text}"
        return text

    def _entry_data(self, entry: Entry, column: int, role: int) -> Any:
        assert self._sheet is not None
        title = self.fields[column].name == "title"
        if role == Qt.ItemDataRole.DecorationRole and title and self._colours is not None:
            return _swatch(self._colours.of(entry).edge)
        late = self._sheet.late.get(entry.id, 0)
        if role == Qt.ItemDataRole.AccessibleTextRole and title:
            return spoken(entry, self._sheet.lists, late)
        if role == Qt.ItemDataRole.ToolTipRole and late:
            return late_words(late)
        if role == Qt.ItemDataRole.FontRole and title and parked(entry, self._sheet.lists):
            font = QFont()
            font.setStrikeOut(True)
            return font
        return None

    def _item_data(self, item: Item, column: int, role: int) -> Any:
        name = self.fields[column].name
        if role == Qt.ItemDataRole.DisplayRole:
            return {"publish_date": short_day(item.day), "title": item.text}.get(name)
        said = role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return item.said if said and name in ("title", "publish_date") else None

    def _heading_data(self, heading: Heading, column: int, role: int) -> Any:
        if column:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            counted = str(heading.others) if heading.others else subtotal(heading.counts, heading.parked)
            return f"{'▸' if heading.folded else '▾'} {heading.label} · {counted}"
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.entry(index) is not None else flags

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        entries = [entry for index in indexes if (entry := self.entry(index)) is not None]
        return PieceDrag(tuple(dict.fromkeys(entry.id for entry in entries))).to_mime()


def grouping(look: Look) -> Grouping | None:
    """Return what a list is grouped by, if anything."""
    if not look.group:
        return None
    return Attribute(look.group) if look.group in set(Attribute) else Stretch(look.group)


def subtotal(counts: KindCounts, parked: int = 0) -> str:
    """Return how many pieces there are and of which kinds; the parked are among the pieces, not among the kinds."""
    pieces = counts.pieces + parked
    parts = [ngettext("{n} piece", "{n} pieces", pieces).format(n=pieces)]
    parts += [f"✦ {counts.aspirational}", f"▪ {counts.practical}"]
    parts += [_("{n} untagged").format(n=counts.untagged)] if counts.untagged else []
    return " · ".join([*parts, _("{n} parked").format(n=parked)] if parked else parts)


def _sorter(sheet: Sheet) -> Callable[[Entry], Any]:
    key = sort_key(LISTABLE[sheet.look.sort], sheet.lists)

    def rank(entry: Entry) -> Any:
        empty, value = key(entry)
        return None if empty else value

    return rank


def _swatch(colour: QColor) -> QPixmap:
    picture = QPixmap(SWATCH // 2, SWATCH)
    picture.fill(colour)
    return picture
