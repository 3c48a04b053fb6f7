"""Which editor a field of a list gets, and how editors stand in a form."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.settings.choosing import choice_editor
from editorial.ui.settings.declared import FormField, Shape
from editorial.ui.settings.editors import DayFieldEditor, FlagEditor, LongEditor, SettingEditor, figure_editor
from editorial.ui.settings.further import FURTHER
from editorial.ui.settings.steps import StepsEditor
from editorial.ui.settings.swatches import ColourEditor

CHOSEN = (Shape.WORD, Shape.WORDS, Shape.ENTRY, Shape.ENTRIES)
LABEL_LETTERS = 15
LOWER = 6
"""How far (px) a label stands below the top of its row, to be level with what is typed."""


def make_editor(field: FormField, desk: Desk) -> SettingEditor:
    """Return a new editor of a field."""
    if field.shape in CHOSEN:
        return choice_editor(field, desk)
    if field.shape is Shape.TEXT:
        return LongEditor(field)
    if field.shape is Shape.FLAG:
        return FlagEditor(field)
    if field.shape is Shape.COLOUR:
        return ColourEditor(field, desk)
    if field.shape is Shape.STEPS:
        return StepsEditor(field, desk)
    if field.shape in FURTHER:
        return FURTHER[field.shape](field, desk)
    return DayFieldEditor(field, desk) if field.shape is Shape.DAY else figure_editor(field)


class FormLabel(QLabel):
    """The label of a field: as wide as its letters need, whatever their size."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setObjectName("muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(0, LOWER, 0, 0)
        self._fit()

    def _fit(self) -> None:
        width = self.fontMetrics().averageCharWidth() * LABEL_LETTERS
        if width != self.minimumWidth():
            self.setFixedWidth(width)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()


def form_grid(parent: QWidget) -> QGridLayout:
    """Return the empty grid of a form: labels in one column, editors in the next."""
    grid = QGridLayout(parent)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    return grid


def add_row(grid: QGridLayout, label: str, editor: QWidget) -> QLabel:
    """Add a labelled editor at the end of a form and return its label."""
    said = FormLabel(label)
    said.setBuddy(editor)
    row = grid.rowCount()
    grid.addWidget(said, row, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(editor, row, 1, Qt.AlignmentFlag.AlignTop)
    return said
