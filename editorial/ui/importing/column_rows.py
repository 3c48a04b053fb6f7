"""The columns of a file, each with examples and the field it becomes."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from editorial.exchange.columns import ColumnMatch, Matching
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.elide import ElidedLabel
from editorial.ui.fields.options import Option
from editorial.ui.fields.picker import Picker
from editorial.ui.importing.field_words import field_labels
from editorial.ui.settings.choosing import ValueBox

SURE = 0.9
"""The confidence from which a reading need not be checked."""


class ColumnRows(QScrollArea):
    """One row a column; what it becomes is chosen from a list that is searched by typing."""

    chosen = Signal(str, str)
    """A heading, and the field it is to become; an empty field leaves it out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.boxes: dict[str, ValueBox] = {}
        self.states: dict[str, QLabel] = {}
        self._matching: Matching | None = None
        self.setObjectName("clear")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_columns(self, headings: Sequence[str], examples: Sequence[str]) -> None:
        """Show the columns of another file."""
        self.boxes, self.states = {}, {}
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for column, heading in enumerate((_("Column of the file"), _("Examples"), _("Becomes"), "")):
            grid.addWidget(_label("small", heading), 0, column)
        for row, (heading, example) in enumerate(zip(headings, examples, strict=True), start=1):
            self._add(grid, row, heading, example)
        for column, share in enumerate((3, 5, 4, 2)):
            grid.setColumnStretch(column, share)
        grid.setRowStretch(len(headings) + 1, 1)
        self.setWidget(page)

    def show_matching(self, matching: Matching, corrected: Mapping[str, str]) -> None:
        """Show which column is which field, and how sure that is."""
        self._matching = matching
        labels = field_labels(matching.kind)
        fields = {column.heading: column for column in matching.columns}
        for heading, box in self.boxes.items():
            column = fields.get(heading)
            box.show_value(labels[column.field] if column is not None else "")
            self._tell(heading, *confidence_words(column, chosen=heading in corrected.values()))

    def choose(self, heading: str, typed: str = "") -> Picker:
        """Open the list of fields for a column."""
        assert self._matching is not None
        labels = field_labels(self._matching.kind)
        taken = {column.field: column.heading for column in self._matching.columns}
        now = next((field for field, of in taken.items() if of == heading), "")
        options = [Option("", _("Leave out"))]
        options += [
            Option(field, _("{field} (now “{column}”)").format(field=label, column=taken[field]))
            if taken.get(field, heading) != heading
            else Option(field, label)
            for field, label in labels.items()
        ]
        picker = Picker(
            self.boxes[heading], _("What “{column}” becomes").format(column=heading), self._desk.theme.tokens
        )
        picker.offer(options, (now,), several=False)
        picker.picked.connect(lambda field: self.chosen.emit(heading, field))
        picker.open_below(typed)
        return picker

    def _add(self, grid: QGridLayout, row: int, heading: str, example: str) -> None:
        named = ElidedLabel("strong", heading or _("(no heading)"))
        values = ElidedLabel("muted", example or _("empty"))
        state = _label("muted", "")
        grid.addWidget(named, row, 0)
        grid.addWidget(values, row, 1)
        grid.addWidget(state, row, 3)
        if heading:
            box = ValueBox(self._desk.theme, _("“{column}” becomes").format(column=heading), _("Left out"))
            box.wanted.connect(lambda typed: self.choose(heading, typed))
            self.boxes[heading], self.states[heading] = box, state
            grid.addWidget(box, row, 2)
        else:
            state.setText(_("needs a heading"))

    def _tell(self, heading: str, words: str, role: str) -> None:
        state = self.states[heading]
        state.setObjectName(role)
        state.setText(words)
        state.style().polish(state)


def confidence_words(column: ColumnMatch | None, *, chosen: bool) -> tuple[str, str]:
    """Say how sure a reading is, and the role of the words that say it."""
    if column is None:
        return "", "muted"
    if chosen:
        return _("your choice"), "muted"
    return (_("sure"), "good") if column.confidence >= SURE else (_("please check"), "warning")


def _label(role: str, text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
