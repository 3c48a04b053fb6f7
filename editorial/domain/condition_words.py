"""Conditions as JSON, for saved views, and in words, for the chips of a filter."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from editorial.domain.columns import shown
from editorial.domain.conditions import Condition, Group, Mode, Operator, Test, Value
from editorial.domain.fields import BY_NAME, Field, FieldType
from editorial.domain.records import Lists
from editorial.errors import RuleBroken
from editorial.language import _


def to_json(condition: Condition) -> dict[str, Any]:
    """Return a condition as plain JSON values: days and times in ISO 8601."""
    if isinstance(condition, Group):
        return {"mode": condition.mode.value, "parts": [to_json(part) for part in condition.parts]}
    values = [value.isoformat() if isinstance(value, date | time) else value for value in condition.value]
    return {"field": condition.field, "operator": condition.operator.value, "value": values}


def from_json(data: Mapping[str, Any]) -> Condition:
    """Read a condition back; RuleBroken where it is none."""
    try:
        if "mode" in data:
            return Group(Mode(data["mode"]), tuple(from_json(part) for part in data["parts"]))
        field = BY_NAME[data["field"]]
        return Test(field.name, Operator(data["operator"]), tuple(_value(field, raw) for raw in data["value"]))
    except (KeyError, TypeError, ValueError) as error:
        raise RuleBroken(_("This filter cannot be read; it may come from a newer version.")) from error


def _value(field: Field, raw: Any) -> Value:
    if field.type is FieldType.DATE:
        return date.fromisoformat(raw)
    if field.type is FieldType.TIME:
        return time.fromisoformat(raw)
    value: Value = field.words(raw) if field.words is not None else raw
    return value


def sentence(condition: Condition, lists: Lists) -> str:
    """Return a condition in words: “Stage is Interest or Confidence”."""
    if isinstance(condition, Group):
        return _group_sentence(condition, lists)
    field = BY_NAME[condition.field]
    show = shown(field, lists)
    quoted = field.type in (FieldType.TEXT, FieldType.LONG_TEXT, FieldType.LINKS)
    values = [f"“{value}”" if quoted else show(value) for value in condition.value]
    joint = _(" and ") if condition.operator in (Operator.BETWEEN, Operator.HAS_ALL) else _(" or ")
    return _WORDED.get(field.type, _OF_ONE)[condition.operator].format(field=field.label, value=joint.join(values))


def _group_sentence(group: Group, lists: Lists) -> str:
    parts = [
        f"({text})" if isinstance(part, Group) and len(part.parts) > 1 else text
        for part in group.parts
        for text in (sentence(part, lists),)
    ]
    if group.mode is Mode.NONE:
        return _("none of: {parts}").format(parts=_("; ").join(parts))
    return (_(" and ") if group.mode is Mode.ALL else _(" or ")).join(parts)


_OF_ONE: Mapping[Operator, str] = {
    Operator.IS: _("{field} is {value}"),
    Operator.IS_NOT: _("{field} is not {value}"),
    Operator.CONTAINS: _("{field} contains {value}"),
    Operator.CONTAINS_NOT: _("{field} does not contain {value}"),
    Operator.STARTS: _("{field} starts with {value}"),
    Operator.BEFORE: _("{field} is before {value}"),
    Operator.AFTER: _("{field} is after {value}"),
    Operator.BETWEEN: _("{field} is between {value}"),
    Operator.EMPTY: _("{field} is empty"),
    Operator.NOT_EMPTY: _("{field} is not empty"),
}

_OF_SEVERAL: Mapping[Operator, str] = {
    Operator.IS: _("{field} include {value}"),
    Operator.HAS_ALL: _("{field} include {value}"),
    Operator.IS_NOT: _("{field} do not include {value}"),
    Operator.CONTAINS: _("{field} contain {value}"),
    Operator.CONTAINS_NOT: _("{field} do not contain {value}"),
    Operator.EMPTY: _("{field} are empty"),
    Operator.NOT_EMPTY: _("{field} are not empty"),
}

_OF_WORDS: Mapping[Operator, str] = {
    Operator.IS: _("{field}: {value}"),
    Operator.HAS_ALL: _("{field}: {value}"),
    Operator.IS_NOT: _("{field}: not {value}"),
    Operator.EMPTY: _("{field}: none"),
    Operator.NOT_EMPTY: _("{field}: any"),
}

_WORDED = {FieldType.CHOICES: _OF_SEVERAL, FieldType.LINKS: _OF_SEVERAL, FieldType.WORDS: _OF_WORDS}
