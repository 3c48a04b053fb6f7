"""What a filter compares with, given by the type of the field: ticks in a list, texts, days, times, pieces."""

from collections.abc import Callable, Iterable
from datetime import date, time
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from editorial.domain.conditions import Operator, Value
from editorial.domain.fields import Field, FieldType
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary import Precision
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.days import DayLine, read_typed, shown_day, typed_time
from editorial.ui.fields.options import Option, matching, options_of
from editorial.ui.fields.picker import MOVES, OptionModel
from editorial.ui.fields.pieces import piece_title
from editorial.ui.overriding import override

ROWS = 8
MOST_HITS = 30
LISTED = (
    FieldType.WORD,
    FieldType.WORDS,
    FieldType.STARS,
    FieldType.CHOICE,
    FieldType.CHOICES,
    FieldType.FLAG,
    FieldType.PIECE,
)


class ValueBox(QWidget):
    """Gives the values of a test."""

    changed = Signal()
    entered = Signal()
    """Enter was pressed where it means that all is given."""

    def values(self) -> tuple[Value, ...]:
        """Return what is given; nothing while it cannot be read."""
        raise AssertionError("every box gives values")

    def put(self, values: tuple[Value, ...]) -> None:
        """Show values."""


class Ticks(ValueBox):
    """A list to tick from, narrowed by typing; Enter ticks, or ends when nothing was typed."""

    def __init__(self, name: str, desk: Desk, source: Callable[[str, tuple[Any, ...]], list[Option]]) -> None:
        super().__init__()
        self._source = source
        self._chosen: tuple[Any, ...] = ()
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Type to search"))
        self.line.setAccessibleName(_("Search in {list}").format(list=name))
        self.line.installEventFilter(self)
        self.model = OptionModel(desk.theme.tokens, self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(name)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.clicked.connect(self._toggle)
        self.told = QLabel()
        self.told.setObjectName("small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.view)
        column.addWidget(self.told)
        self.line.textChanged.connect(self._show)
        self.setFocusProxy(self.line)
        self._show()
        row = max(self.view.sizeHintForRow(0), self.fontMetrics().height())
        self.view.setFixedHeight(row * min(ROWS, max(3, self.model.rowCount())) + 4)

    @override
    def values(self) -> tuple[Value, ...]:
        return self._chosen

    @override
    def put(self, values: tuple[Value, ...]) -> None:
        self._chosen = values
        self._show()

    def _show(self) -> None:
        self.model.show(self._source(self.line.text(), self._chosen), self._chosen)
        self.view.setCurrentIndex(self.model.index(0, 0))
        self.told.setText(_("{n} chosen").format(n=len(self._chosen)))

    def _toggle(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        value = self.model.options[index.row()].value
        others = tuple(one for one in self._chosen if one != value)
        self._chosen = others if value in self._chosen else (*others, value)
        self.model.show(self.model.options, self._chosen)
        self.view.setCurrentIndex(self.model.index(index.row(), 0))
        self.told.setText(_("{n} chosen").format(n=len(self._chosen)))
        self.changed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched is self.line:
            key = Qt.Key(event.key())
            if key in MOVES:
                self.view.keyPressEvent(event)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._chosen and not self.line.text():
                    self.entered.emit()
                else:
                    self._toggle(self.view.currentIndex())
                    self.line.clear()
                return True
        return super().eventFilter(watched, event)


class Words(ValueBox):
    """A text."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.textChanged.connect(self.changed)
        self.line.returnPressed.connect(self.entered)
        _stacked(self, [self.line])
        self.setFocusProxy(self.line)

    @override
    def values(self) -> tuple[Value, ...]:
        text = self.line.text().strip()
        return (text,) if text else ()

    @override
    def put(self, values: tuple[Value, ...]) -> None:
        self.line.setText(str(values[0]) if values else "")


class Days(ValueBox):
    """One day, or the first and last of several."""

    def __init__(self, name: str, desk: Desk, count: int) -> None:
        super().__init__()
        self._desk = desk
        self.boxes = [DayLine(name, desk) for _place in range(count)]
        for box in self.boxes:
            box.line.setProperty("quiet", False)
            box.line.textChanged.connect(self.changed)
            box.line.returnPressed.connect(self.entered)
        _stacked(self, self.boxes)
        self.setFocusProxy(self.boxes[0])

    @override
    def values(self) -> tuple[Value, ...]:
        found = [read_typed(box.line.text(), self._desk.lists, self._desk.today).day for box in self.boxes]
        return tuple(sorted(day for day in found if day is not None)) if None not in found else ()

    @override
    def put(self, values: tuple[Value, ...]) -> None:
        for box, value in zip(self.boxes, values, strict=False):
            if isinstance(value, date):
                box.line.setText(shown_day(value, Precision.DAY, self._desk.lists.settings))


class Times(ValueBox):
    """One time, or the first and last of several."""

    def __init__(self, name: str, count: int) -> None:
        super().__init__()
        self.lines = [QLineEdit() for _place in range(count)]
        for line in self.lines:
            line.setAccessibleName(name)
            line.setPlaceholderText(_("9:30"))
            line.textChanged.connect(self.changed)
            line.returnPressed.connect(self.entered)
        _stacked(self, self.lines)
        self.setFocusProxy(self.lines[0])

    @override
    def values(self) -> tuple[Value, ...]:
        try:
            found = [typed_time(line.text()) for line in self.lines]
        except ValueError:
            return ()
        return tuple(sorted(at for at in found if at is not None)) if None not in found else ()

    @override
    def put(self, values: tuple[Value, ...]) -> None:
        for line, value in zip(self.lines, values, strict=False):
            if isinstance(value, time):
                line.setText(f"{value:%H:%M}")


class Nothing(ValueBox):
    """Where nothing is compared: is empty, is not empty."""

    @override
    def values(self) -> tuple[Value, ...]:
        return ()


def value_box(field: Field, operator: Operator, desk: Desk) -> ValueBox:
    """Return the box that fits what is asked."""
    if operator in (Operator.EMPTY, Operator.NOT_EMPTY):
        return Nothing()
    count = 2 if operator is Operator.BETWEEN else 1
    if field.type is FieldType.DATE:
        return Days(field.label, desk, count)
    if field.type is FieldType.TIME:
        return Times(field.label, count)
    if field.type is FieldType.PIECE:
        return Ticks(field.label, desk, lambda words, chosen: _pieces(desk, words, chosen))
    if field.type in LISTED:
        return Ticks(field.label, desk, lambda words, chosen: matching(options_of(field, desk.lists, chosen), words))
    return Words(field.label)


def _pieces(desk: Desk, words: str, chosen: tuple[Any, ...]) -> list[Option]:
    """Return the pieces whose titles hold the words; without words those that are chosen."""
    from editorial.services import search

    if not words.strip():
        return [Option(id_, piece_title(desk, id_)) for id_ in chosen]
    hits = desk.ask(lambda w: search.find(w, words, MOST_HITS)) or []
    return [
        Option(hit.id, f"{hit.title} · {spoken_day(hit.day)}" if hit.day else hit.title)
        for hit in hits
        if hit.kind == "piece"
    ]


def _stacked(box: QWidget, parts: Iterable[QWidget]) -> None:
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for part in parts:
        column.addWidget(part)
