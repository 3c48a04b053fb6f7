"""Editors of what the records of planning hold besides words and figures: times, pieces, days away."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editorial.domain.records import Away
from editorial.domain.vocabulary import Precision
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.elide import ElidedLabel
from editorial.ui.fields.days import DayLine, shown_day, typed_time
from editorial.ui.fields.picker import Picker
from editorial.ui.fields.pieces import PiecePicker, piece_title
from editorial.ui.fields.rows import RowList
from editorial.ui.fields.tiny import tiny_button
from editorial.ui.icons import icon
from editorial.ui.overriding import override
from editorial.ui.settings.declared import FormField, Shape
from editorial.ui.settings.editors import LineEditor, SettingEditor
from editorial.ui.settings.sources import SourcesEditor


def time_editor(field: FormField, _desk: Desk) -> LineEditor:
    """Return the editor of a wall time."""

    def read(text: str) -> Any:
        try:
            return typed_time(text)
        except ValueError as bad:
            raise RuleBroken(_("“{typed}” is not a time, such as 9:30.").format(typed=text)) from bad

    return LineEditor(field, read, lambda at: f"{at:%H:%M}" if at else "")


class PieceListEditor(SettingEditor):
    """Pieces by title, each to be opened or taken out, and a button that finds more."""

    def __init__(self, field: FormField, desk: Desk, *, several: bool = True) -> None:
        super().__init__(field)
        self._desk, self._several = desk, several
        self.value: Any = () if several else None
        self._list: RowList[QWidget] = RowList(_("Add a piece…") if several else _("Choose a piece…"), spacing=4)
        self.add = self._list.add
        self.add.setAccessibleName(_("{field}: {act}").format(field=field.label, act=self.add.text()))
        self.add.clicked.connect(self.choose)
        self.hold(self._list)
        self.setFocusProxy(self.add)

    @override
    def show_value(self, value: Any) -> None:
        self.value = value
        self._list.replace(self._row(piece) for piece in self._pieces())
        self.add.setVisible(self._several or not self._list.rows)

    def choose(self) -> Picker:
        """Open the search for a piece."""
        picker = PiecePicker(self.add, self.field.label, self._desk)
        picker.offer_pieces()
        picker.picked.connect(self._take)
        picker.open_below("")
        return picker

    def _pieces(self) -> tuple[int, ...]:
        if self._several:
            return tuple(self.value)
        return () if self.value is None else (self.value,)

    def _take(self, piece: int) -> None:
        if not self._several:
            self.give(piece)
        elif piece not in self.value:
            self.give((*self.value, piece))

    def _drop(self, piece: int) -> None:
        self.give(tuple(one for one in self.value if one != piece) if self._several else None)

    def _row(self, piece: int) -> QWidget:
        row = QWidget()
        title = piece_title(self._desk, piece)
        open_ = QPushButton()
        open_.setObjectName("link")
        open_.setText(_("Open"))
        open_.setAccessibleName(_("Open {title}").format(title=title))
        open_.clicked.connect(lambda: self._desk.piece_opened.emit(piece))
        sign = icon("x", self._desk.theme.tokens.muted)
        out = tiny_button(_("Take {title} out").format(title=title), _("Take it out"), sign)
        out.clicked.connect(lambda: self._drop(piece))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(ElidedLabel("", title), 1)
        line.addWidget(open_)
        line.addWidget(out)
        return row


class AwayRow(QWidget):
    """One stretch of days with its reason."""

    def __init__(self, editor: "AwayEditor", place: int, away: Away) -> None:
        super().__init__()
        self._editor, self._place, self._away = editor, place, away
        desk = editor.desk
        self.first, self.last = DayLine(_("First day away"), desk), DayLine(_("Last day away"), desk)
        for box, day in ((self.first, away.first), (self.last, away.last)):
            box.line.setProperty("quiet", False)
            box.line.setText(shown_day(day, Precision.DAY, desk.lists.settings))
            box.line.setCursorPosition(0)
            box.line.editingFinished.connect(self.give)
        self.reason = QLineEdit(away.reason)
        self.reason.setAccessibleName(_("Reason"))
        self.reason.setPlaceholderText(_("Reason, if it matters"))
        self.reason.editingFinished.connect(self.give)
        out = tiny_button(_("Take these days out"), sign=icon("x", desk.theme.tokens.muted))
        out.clicked.connect(lambda: editor.drop(place))
        days = QHBoxLayout()
        days.setSpacing(4)
        days.addWidget(self.first, 1)
        days.addWidget(self.last, 1)
        days.addWidget(out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(days)
        column.addWidget(self.reason)

    def give(self) -> None:
        """Hand on what was typed, once it can be read; a last day before the first is moved to it."""
        first, last = self.first.read().day, self.last.read().day
        if first is None or last is None:
            return
        away = Away(first=first, last=max(first, last), reason=self.reason.text().strip())
        if away != self._away:
            self._editor.change(self._place, away)


class AwayEditor(SettingEditor):
    """Edits the days on which a person is away; every stretch is saved at once."""

    def __init__(self, field: FormField, desk: Desk) -> None:
        super().__init__(field)
        self.desk = desk
        self.value: tuple[Away, ...] = ()
        self._list: RowList[AwayRow] = RowList(_("Add days away"), spacing=8)
        self.rows, self.add = self._list.rows, self._list.add
        self.add.clicked.connect(self.add_days)
        self.hold(self._list)
        self.setFocusProxy(self.add)

    @override
    def show_value(self, value: Any) -> None:
        if tuple(value) == self.value and len(self.rows) == len(self.value):
            return
        self.value = tuple(value)
        self._list.replace(AwayRow(self, place, away) for place, away in enumerate(self.value))

    def add_days(self) -> None:
        """Add today, ready to be changed."""
        today = self.desk.today
        self.give((*self.value, Away(first=today, last=today)))
        if self.rows:
            self.rows[-1].first.line.setFocus()
            self.rows[-1].first.line.selectAll()

    def change(self, place: int, away: Away) -> None:
        """Put other days in the place of some."""
        self.give((*self.value[:place], away, *self.value[place + 1 :]))

    def drop(self, place: int) -> None:
        """Take days out."""
        self.give(self.value[:place] + self.value[place + 1 :])


FURTHER: Mapping[Shape, Callable[[FormField, Desk], SettingEditor]] = {
    Shape.TIME: time_editor,
    Shape.PIECE: lambda field, desk: PieceListEditor(field, desk, several=False),
    Shape.PIECES: PieceListEditor,
    Shape.AWAY: AwayEditor,
    Shape.SOURCES: SourcesEditor,
}
"""The editors of these shapes."""
