"""Conditions over the declared fields of a piece: what filters and saved views are made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any, ClassVar

from editorial.domain.columns import is_empty, value_of
from editorial.domain.fields import BY_NAME, Field, FieldType
from editorial.domain.folding import fold
from editorial.domain.records import Link, Lists, Piece
from editorial.domain.untagged import TAGS
from editorial.errors import RuleBroken
from editorial.language import _


class Operator(StrEnum):
    """What a test asks of a value; stored as these words."""

    IS = "is"
    """Is one of the values; of several entries: has at least one of them."""
    IS_NOT = "is not"
    """Is none of the values; of several entries: has none of them. Empty fields pass."""
    HAS_ALL = "has all"
    CONTAINS = "contains"
    CONTAINS_NOT = "does not contain"
    STARTS = "starts with"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"
    """From the first value to the second, both included."""
    EMPTY = "is empty"
    NOT_EMPTY = "is not empty"


_O = Operator
_ABSENCE = (_O.EMPTY, _O.NOT_EMPTY)
_TEXTS = (_O.CONTAINS, _O.CONTAINS_NOT, _O.IS, _O.IS_NOT, _O.STARTS, *_ABSENCE)
_ONE = (_O.IS, _O.IS_NOT, *_ABSENCE)
_MOMENTS = (_O.IS, _O.IS_NOT, _O.BEFORE, _O.AFTER, _O.BETWEEN, *_ABSENCE)

OPERATORS: Mapping[FieldType, tuple[Operator, ...]] = {
    FieldType.TEXT: _TEXTS,
    FieldType.LONG_TEXT: _TEXTS,
    FieldType.WORD: _ONE,
    FieldType.CHOICE: _ONE,
    FieldType.PIECE: _ONE,
    FieldType.CHOICES: (_O.IS, _O.HAS_ALL, _O.IS_NOT, *_ABSENCE),
    FieldType.WORDS: (_O.IS, _O.HAS_ALL, _O.IS_NOT, *_ABSENCE),
    FieldType.STARS: _ONE,
    FieldType.DATE: _MOMENTS,
    FieldType.TIME: _MOMENTS,
    FieldType.FLAG: (_O.IS,),
    FieldType.LINKS: (_O.CONTAINS, _O.CONTAINS_NOT, *_ABSENCE),
}
"""The operators that fit each type of field, the likeliest first."""

Value = str | int | bool | date | time
"""Texts and words as str, entries of lists and pieces by id, flags as bool."""


class Mode(StrEnum):
    """How the parts of a group are joined."""

    ANY = "any"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Test:
    """One question about one field. Letter case and accents make no difference in texts."""

    __test__: ClassVar[bool] = False

    field: str
    """The name of a declared field."""
    operator: Operator
    value: tuple[Value, ...] = ()

    def __post_init__(self) -> None:
        if reason := why_not_test(self):
            raise RuleBroken(reason)


@dataclass(frozen=True, slots=True)
class Group:
    """Several conditions: any, all or none of them. An empty group lets everything through."""

    mode: Mode
    parts: tuple["Condition", ...] = ()


Condition = Test | Group


def operators_of(field: Field) -> tuple[Operator, ...]:
    """Return the operators that fit a field."""
    return OPERATORS[field.type]


def why_not_test(test: Test) -> str | None:
    """Return why a test cannot be asked, or None."""
    field = BY_NAME.get(test.field)
    if field is None:
        return _("There is no field called {name}.").format(name=test.field)
    if test.operator not in operators_of(field):
        return _("{field} cannot be asked for “{operator}”.").format(field=field.label, operator=test.operator)
    if not _enough(test) or not all(_fits(field, value) for value in test.value):
        return _("{field}: the filter lacks a value that fits.").format(field=field.label)
    return None


def _enough(test: Test) -> bool:
    if test.operator in _ABSENCE:
        return not test.value
    if test.operator in (_O.IS, _O.IS_NOT, _O.HAS_ALL):
        return bool(test.value)
    return len(test.value) == (2 if test.operator is _O.BETWEEN else 1)


_PYTHON_TYPES: Mapping[FieldType, type] = {
    FieldType.CHOICE: int,
    FieldType.CHOICES: int,
    FieldType.PIECE: int,
    FieldType.STARS: int,
    FieldType.DATE: date,
    FieldType.TIME: time,
    FieldType.FLAG: bool,
}


def _fits(field: Field, value: Value) -> bool:
    if field.words is not None:
        return value in list(field.words)
    wanted = _PYTHON_TYPES.get(field.type, str)
    return isinstance(value, wanted) and (wanted is not int or not isinstance(value, bool))


def matches(condition: Condition, piece: Piece, lists: Lists) -> bool:
    """Tell whether a piece fulfils a condition: the meaning that the SQL has to agree with."""
    if isinstance(condition, Group):
        return _group_matches(condition.mode, [matches(part, piece, lists) for part in condition.parts])
    field = BY_NAME[condition.field]
    value = value_of(field, piece, lists)
    if condition.operator is _O.EMPTY:
        return is_empty(value)
    if condition.operator is _O.NOT_EMPTY:
        return not is_empty(value)
    if field.type in (FieldType.TEXT, FieldType.LONG_TEXT, FieldType.LINKS):
        return _text_matches(condition, [fold(text) for text in _texts(value)])
    return _PLAIN[condition.operator](value, condition.value)


def _group_matches(mode: Mode, found: list[bool]) -> bool:
    if not found or mode is Mode.ALL:
        return all(found)
    return any(found) if mode is Mode.ANY else not any(found)


def _texts(value: str | tuple[Link, ...]) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [text for link in value for text in (link.title, link.address)]


def _text_matches(test: Test, texts: list[str]) -> bool:
    wanted = [fold(str(value)) for value in test.value]
    match test.operator:
        case Operator.IS:
            return any(text in wanted for text in texts)
        case Operator.IS_NOT:
            return not any(text in wanted for text in texts)
        case Operator.STARTS:
            return any(text.startswith(wanted[0]) for text in texts)
        case Operator.CONTAINS_NOT:
            return not any(wanted[0] in text for text in texts)
        case _:
            return any(wanted[0] in text for text in texts)


def _among(value: Any, wanted: tuple[Value, ...]) -> bool:
    return any(one in wanted for one in value) if isinstance(value, tuple) else value in wanted


_PLAIN: Mapping[Operator, Callable[[Any, tuple[Any, ...]], bool]] = {
    _O.IS: _among,
    _O.IS_NOT: lambda value, wanted: not _among(value, wanted),
    _O.HAS_ALL: lambda value, wanted: set(wanted) <= set(value),
    _O.BEFORE: lambda value, wanted: value is not None and value < wanted[0],
    _O.AFTER: lambda value, wanted: value is not None and value > wanted[0],
    _O.BETWEEN: lambda value, wanted: value is not None and wanted[0] <= value <= wanted[1],
}


def with_replaced(condition: Condition, kind: str, old: int, new: int) -> Condition:
    """Return the condition with one entry of a list put in place of another, after the two were merged."""
    if isinstance(condition, Group):
        return Group(condition.mode, tuple(with_replaced(part, kind, old, new) for part in condition.parts))
    if BY_NAME[condition.field].kind != kind or old not in condition.value:
        return condition
    replaced = dict.fromkeys(new if value == old else value for value in condition.value)
    return Test(condition.field, condition.operator, tuple(replaced))


UNTAGGED = Group(Mode.ANY, tuple(Test(name, Operator.EMPTY) for name in TAGS))
"""Lacks a kind, stage, segment or interest."""
