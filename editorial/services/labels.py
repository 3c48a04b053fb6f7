"""The words a change is known by: what was done, to which piece, in a line."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from editorial.domain.column_words import column_word
from editorial.domain.columns import is_empty, word
from editorial.domain.fields import BY_ATTRIBUTE, Field, FieldType
from editorial.domain.spoken import month_name
from editorial.language import _, ngettext
from editorial.store.lists import name_of
from editorial.store.pieces import titles
from editorial.store.workspace import Workspace

LONGEST = 40
"""How many letters of a title a label shows."""

_SAID = (FieldType.WORD, FieldType.CHOICE, FieldType.DATE, FieldType.TIME, FieldType.FLAG)


def shortened(title: str) -> str:
    """Return a title in quotes, cut to what a label has room for."""
    plain = " ".join(title.split())
    return f"‘{plain}’" if len(plain) <= LONGEST else f"‘{plain[: LONGEST - 1].rstrip()}…’"


def these_pieces(workspace: Workspace, ids: Sequence[int]) -> str:
    """Return the title of the one piece, or how many there are."""
    if len(ids) == 1:
        with workspace.read() as connection:
            found = titles(connection, ids)
        return shortened(found.get(ids[0], "?"))
    return ngettext("{n} piece", "{n} pieces", len(ids)).format(n=len(ids))


def day_in_label(day: date) -> str:
    """Return a day as labels say it: 11 March."""
    return _("{day} {month}").format(day=day.day, month=month_name(day.month))


def edit_label(workspace: Workspace, ids: Sequence[int], fields: Mapping[str, Any]) -> str:
    """Return the label of an edit: “Set stage of 12 pieces to Interest”."""
    what = these_pieces(workspace, ids)
    declared = [BY_ATTRIBUTE[name] for name in fields if name in BY_ATTRIBUTE]
    if not declared and len(fields) == 1:
        return _("Change {field} of {what}").format(field=column_word(next(iter(fields))).lower(), what=what)
    if len(declared) != 1:
        return _("Edit {what}").format(what=what)
    field = declared[0]
    value = fields[field.attribute]
    names = {"field": field.label[:1].lower() + field.label[1:], "what": what}
    if is_empty(value):
        return _("Clear {field} of {what}").format(**names)
    if field.type not in _SAID:
        return _("Change {field} of {what}").format(**names)
    return _("Set {field} of {what} to {value}").format(**names, value=_value(workspace, field, value))


def _value(workspace: Workspace, field: Field, value: Any) -> str:
    if not field.kind:
        return day_in_label(value) if field.type is FieldType.DATE else word(value)
    with workspace.read() as connection:
        return shortened(name_of(connection, field.kind, value)).strip("‘’")
