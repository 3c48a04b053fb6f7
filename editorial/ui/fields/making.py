"""Which editor a declared field gets."""

from editorial.domain.fields import Field, FieldType
from editorial.ui.desk import Desk
from editorial.ui.fields.choices import ChoiceEditor, ChoicesEditor, FlagEditor
from editorial.ui.fields.days import DayEditor, TimeEditor
from editorial.ui.fields.editor import FieldEditor
from editorial.ui.fields.links import LinksEditor
from editorial.ui.fields.pieces import PieceEditor
from editorial.ui.fields.texts import TextEditor

EDITORS: dict[FieldType, type[FieldEditor]] = {
    FieldType.TEXT: TextEditor,
    FieldType.LONG_TEXT: TextEditor,
    FieldType.WORD: ChoiceEditor,
    FieldType.CHOICE: ChoiceEditor,
    FieldType.CHOICES: ChoicesEditor,
    FieldType.PIECE: PieceEditor,
    FieldType.DATE: DayEditor,
    FieldType.TIME: TimeEditor,
    FieldType.FLAG: FlagEditor,
    FieldType.LINKS: LinksEditor,
}


def make_editor(field: Field, desk: Desk) -> FieldEditor:
    """Return a new editor of a field."""
    return EDITORS[field.type](field, desk)
