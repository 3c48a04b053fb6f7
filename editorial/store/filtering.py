"""Conditions turned into SQL; they mean exactly what `domain.conditions.matches` says."""

from collections.abc import Callable, Mapping
from datetime import time
from typing import Any

from sqlalchemy import ColumnElement, String, and_, exists, func, not_, or_, select, true
from sqlalchemy import type_coerce as read_as

from editorial.domain.conditions import Condition, Group, Mode, Operator, Test
from editorial.domain.fields import BY_NAME, Field, FieldType
from editorial.domain.folding import fold
from editorial.store.links import LINKED, rows_of
from editorial.store.lists import TABLES

_PIECE = TABLES["piece"]
_STATUS = TABLES["status"]

_O = Operator


def clause(condition: Condition | None) -> ColumnElement[bool] | None:
    """Return a condition as SQL over the table of pieces; None where there is none."""
    return None if condition is None else _clause(condition)


def _clause(condition: Condition) -> ColumnElement[bool]:
    if isinstance(condition, Group):
        return _group(condition)
    field = BY_NAME[condition.field]
    if field.type in (FieldType.CHOICES, FieldType.WORDS):
        return _many(field, condition)
    if field.type is FieldType.LINKS:
        return _links(condition)
    return _TEXT[condition.operator](_texts(field), condition) if _is_text(field) else _plain(field, condition)


def _group(group: Group) -> ColumnElement[bool]:
    parts = [_clause(part) for part in group.parts]
    if not parts:
        return true()
    if group.mode is Mode.ALL:
        return and_(*parts)
    return or_(*parts) if group.mode is Mode.ANY else not_(or_(*parts))


def _is_text(field: Field) -> bool:
    return field.type in (FieldType.TEXT, FieldType.LONG_TEXT)


def _texts(field: Field) -> ColumnElement[Any]:
    return _PIECE.c[field.attribute]


def _folded(column: ColumnElement[Any]) -> ColumnElement[str]:
    return func.fold(column, type_=String())


def _wanted(test: Test) -> list[str]:
    return [fold(str(value)) for value in test.value]


_TEXT: Mapping[Operator, Callable[[ColumnElement[Any], Test], ColumnElement[bool]]] = {
    _O.IS: lambda column, test: _folded(column).in_(_wanted(test)),
    _O.IS_NOT: lambda column, test: _folded(column).not_in(_wanted(test)),
    _O.CONTAINS: lambda column, test: _folded(column).contains(_wanted(test)[0], autoescape=True),
    _O.CONTAINS_NOT: lambda column, test: not_(_folded(column).contains(_wanted(test)[0], autoescape=True)),
    _O.STARTS: lambda column, test: _folded(column).startswith(_wanted(test)[0], autoescape=True),
    _O.EMPTY: lambda column, test: column == "",
    _O.NOT_EMPTY: lambda column, test: column != "",
}


def _plain(field: Field, test: Test) -> ColumnElement[bool]:
    """Compare one value; every answer is true or false, never unknown."""
    column, values = _column(field), [_stored(field, value) for value in test.value]
    if test.operator is Operator.EMPTY:
        return column.is_(None)
    if test.operator is Operator.IS_NOT:
        return or_(column.is_(None), column.not_in(values))
    return and_(column.is_not(None), *_COMPARED[test.operator](column, values))


_COMPARED: Mapping[Operator, Callable[[ColumnElement[Any], list[Any]], list[ColumnElement[bool]]]] = {
    _O.IS: lambda column, values: [column.in_(values)],
    _O.NOT_EMPTY: lambda column, values: [],
    _O.BEFORE: lambda column, values: [column < values[0]],
    _O.AFTER: lambda column, values: [column > values[0]],
    _O.BETWEEN: lambda column, values: [column.between(values[0], values[1])],
}


def _column(field: Field) -> ColumnElement[Any]:
    if field.name == "phase":
        phase = select(read_as(_STATUS.c.phase, String)).where(_STATUS.c.id == _PIECE.c.status_id)
        return phase.correlate(_PIECE).scalar_subquery()
    column = _PIECE.c[field.attribute]
    if field.type is FieldType.WORD:
        return read_as(column, String)
    return column


def _stored(field: Field, value: Any) -> Any:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return str(value) if field.words is not None else value


def _many(field: Field, test: Test) -> ColumnElement[bool]:
    column, of_piece = _rows(field)

    values = [_stored(field, value) for value in test.value]

    def has(wanted: list[Any] | None) -> ColumnElement[bool]:
        found = of_piece if wanted is None else and_(of_piece, column.in_(wanted))
        return exists(select(column).where(found).correlate(_PIECE))

    match test.operator:
        case Operator.IS:
            return has(values)
        case Operator.IS_NOT:
            return not_(has(values))
        case Operator.HAS_ALL:
            return and_(*(has([value]) for value in values))
        case Operator.EMPTY:
            return not_(has(None))
        case _:
            return has(None)


def _rows(field: Field) -> tuple[ColumnElement[Any], ColumnElement[bool]]:
    """Return the column that holds what a piece has several of, and what picks the rows of the piece."""
    if field.type is FieldType.WORDS:
        name, of = _OF_WORDS[field.name]
        table = TABLES[name].c
        return read_as(table[of], String), table.piece_id == _PIECE.c.id
    name, of = LINKED[field.attribute]
    table = TABLES[name].c
    return table[of], and_(table.piece_id == _PIECE.c.id, rows_of(field.attribute))


_OF_WORDS = {"evidence": ("evidence", "kind"), "sales_uses": ("piece_use", "use")}
"""The table and column that hold the words of a field."""


def _links(test: Test) -> ColumnElement[bool]:
    link = TABLES["piece_link"].c
    found: ColumnElement[bool] = link.piece_id == _PIECE.c.id
    if test.operator in (_O.CONTAINS, _O.CONTAINS_NOT):
        wanted = _wanted(test)[0]
        texts = (link.title, link.address)
        found = and_(found, or_(*(_folded(text).contains(wanted, autoescape=True) for text in texts)))
    asked = exists(select(link.id).where(found).correlate(_PIECE))
    return not_(asked) if test.operator in (_O.CONTAINS_NOT, _O.EMPTY) else asked
