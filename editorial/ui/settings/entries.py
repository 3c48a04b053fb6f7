"""The entries of a list as a table: narrowed as one types, reordered by dragging."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from editorial.domain.columns import names_of
from editorial.domain.folding import fold
from editorial.domain.records import Lists
from editorial.domain.spoken import spoken_day
from editorial.domain.typed_values import shown_number, shown_share
from editorial.domain.vocabulary import Kind
from editorial.language import _
from editorial.ui.fields.options import MARKS, capital
from editorial.ui.overriding import override
from editorial.ui.settings.declared import FormField, ListForm, Shape
from editorial.ui.settings.swatches import swatch
from editorial.ui.tokens import Tokens

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-editorial-entry"
PATCH = 12
NUMERIC = (Shape.NUMBER, Shape.WHOLE, Shape.SHARE)


class EntryModel(QAbstractTableModel):
    """Rows of one list; the first column is the name, the last how often it is used."""

    dropped = Signal(object)
    """The ids of the whole list in the order the user dragged them into."""

    def __init__(self, form: ListForm, parent: QObject) -> None:
        super().__init__(parent)
        self.form = form
        self.rows: list[Any] = []
        self._records: Sequence[Any] = ()
        self._texts: list[tuple[str, ...]] = []
        self._words = ""
        self.fits: Callable[[Any], bool] = lambda _record: True
        """Which records are shown at all."""
        self.told: Callable[[Any], str] = _findable
        """What the search looks through."""
        self.reads: dict[str, Callable[[Any], str]] = {}
        """What is read of a field instead of its value."""
        self.named: Callable[[Any], str] = lambda record: str(record.name)
        """What an entry is called in the table."""
        self.dimmed: Callable[[Any], bool] = lambda record: bool(getattr(record, "retired", False))
        """Which records are out of use."""
        self._used: Mapping[int, int] = {}
        self._tokens: Tokens | None = None
        self._patches: dict[str, Any] = {}
        used = (_("Used"),) if form.used else ()
        self.headings = (form.named, *(field.heading for field in form.columns), *used)

    def show_records(self, records: Sequence[Any], lists: Lists, tokens: Tokens) -> None:
        """Show a list anew."""
        self.beginResetModel()
        self._records, self._tokens, self._patches = records, tokens, {}
        self._readers = [self.reads.get(field.name) or reader(field, lists) for field in self.form.columns]
        self._fill()
        self.endResetModel()

    def show_used(self, used: Mapping[int, int]) -> None:
        """Show how often entries are used."""
        self._used = used
        if self.rows and self.form.used:
            last = len(self.headings) - 1
            self.dataChanged.emit(self.index(0, last), self.index(len(self.rows) - 1, last))

    def narrow(self, words: str) -> None:
        """Show only entries whose name or organisation holds every word."""
        self.beginResetModel()
        self._words = words
        self._fill()
        self.endResetModel()

    @property
    def total(self) -> int:
        return len(self._records)

    @property
    def reorders(self) -> bool:
        """Whether the order can be changed now: not while only some entries are shown."""
        return self.form.ordered and len(self.rows) == len(self._records)

    def row_of(self, entry_id: int | None) -> int:
        """Return the row of an entry, or −1."""
        return next((row for row, record in enumerate(self.rows) if record.id == entry_id), -1)

    def moved(self, row: int, to: int) -> list[int]:
        """Return the ids in the order they have once a row stands before the row `to`."""
        ids = [record.id for record in self.rows]
        moving = ids[row]
        before, after = ids[:to], ids[to:]
        return [*(i for i in before if i != moving), moving, *(i for i in after if i != moving)]

    def _fill(self) -> None:
        terms = fold(self._words).split()
        shown = (record for record in self._records if self.fits(record))
        self.rows = [record for record in shown if not terms or all(term in fold(self.told(record)) for term in terms)]
        self._texts = [(self.named(record), *(read(record) for read in self._readers)) for record in self.rows]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.headings)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headings[section]
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        record, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), column)
        if role == Qt.ItemDataRole.ToolTipRole and column == 0:
            return self.named(record)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = self._text(index.row(), column)
            return text if column == 0 else f"{self.headings[column]}: {text}"
        if role == Qt.ItemDataRole.DecorationRole and column == 0 and self.form.coloured:
            return self._patch(record.colour)
        if role == Qt.ItemDataRole.ForegroundRole and self._tokens is not None and self.dimmed(record):
            return QColor(self._tokens.muted)
        return self._side(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _text(self, row: int, column: int) -> str:
        if column <= len(self.form.columns):
            return self._texts[row][column]
        n = self._used.get(self.rows[row].id, 0)
        return str(n) if n else "–"

    def _side(self, column: int) -> Qt.AlignmentFlag:
        fields = self.form.columns
        number = column > len(fields) or (column > 0 and fields[column - 1].shape in NUMERIC)
        side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _patch(self, colour: str) -> Any:
        assert self._tokens is not None
        if colour not in self._patches:
            self._patches[colour] = swatch(colour, self._tokens, PATCH)
        return self._patches[colour]

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.reorders:
            return flags
        return flags | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        if indexes:
            carried.setData(MIME, str(self.rows[indexes[0].row()].id).encode())
        return carried

    @override
    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Only tell where it was dropped: the order is changed once the drag has ended."""
        carried = bytes(data.data(MIME).data()).decode()
        at = self.row_of(int(carried)) if carried.isdigit() else -1
        if at >= 0 and self.reorders:
            self.dropped.emit(self.moved(at, row if row >= 0 else len(self.rows)))
        return False


def reader(field: FormField, lists: Lists) -> Callable[[Any], str]:
    """Return what reads a field of a record as the table shows it."""
    if field.told is not None:
        return field.told
    if field.kind:
        names = names_of(lists, field.kind)
        if field.shape is Shape.ENTRIES:
            return lambda record: ", ".join(names[id_] for id_ in getattr(record, field.name) if id_ in names)
        return lambda record: names.get(getattr(record, field.name), "")
    show = _SHOWN.get(field.shape, str)
    return lambda record: show(getattr(record, field.name))


def _word(word: Any) -> str:
    from editorial.domain.vocabulary_words import vocabulary_word

    if word is None:
        return ""
    said = capital(vocabulary_word(word))
    return f"{MARKS[word]} {said}" if isinstance(word, Kind) else said


_SHOWN: Mapping[Shape, Callable[[Any], str]] = {
    Shape.NUMBER: shown_number,
    Shape.WHOLE: shown_number,
    Shape.SHARE: shown_share,
    Shape.WORD: _word,
    Shape.WORDS: lambda words: ", ".join(map(_word, words)),
    Shape.FLAG: lambda flag: _("yes") if flag else "",
    Shape.DAY: lambda day: spoken_day(day) if day else "",
}


def _findable(record: Any) -> str:
    return f"{record.name} {getattr(record, 'organisation', '')} {getattr(record, 'email', '')}"
