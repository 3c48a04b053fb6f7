"""How the fields of a piece read and sort in a list."""

from collections.abc import Callable, Mapping
from datetime import date, time
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from editorial.domain.fields import Field, FieldType
from editorial.domain.folding import fold
from editorial.domain.records import Entry, Link, Lists, Piece
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.language import _

_LISTS = {
    "segment": "segments",
    "stage": "stages",
    "status": "statuses",
    "interest": "interests",
    "format": "formats",
    "channel": "channels",
    "campaign": "campaigns",
}


def names_of(lists: Lists, kind: str) -> Mapping[int, str]:
    """Return the names of a list by id, in its order."""
    if kind == "person":
        return lists.people
    listed: Mapping[int, Any] = getattr(lists, _LISTS[kind])
    return MappingProxyType({id_: record.name for id_, record in listed.items()})


def value_of(field: Field, record: Piece | Entry, lists: Lists) -> Any:
    """Return what a field is compared and sorted by: its raw value, the phase of a status, the kinds of evidence."""
    value = field.value(record)
    if field.name == "evidence":
        return tuple(dict.fromkeys(one.kind for one in value))
    return lists.phase(value) if field.name == "phase" else value


def is_empty(value: Any) -> bool:
    """Tell whether a raw value says nothing; a flag always says something."""
    return value is None or value in ("", ())


def text_of(field: Field, lists: Lists) -> Callable[[Piece | Entry], str]:
    """Return what reads a field of one record after another as people see it; nothing where it is empty."""
    show = shown(field, lists)
    return lambda record: show(value_of(field, record, lists))


def shown(field: Field, lists: Lists) -> Callable[[Any], str]:
    """Return what turns one raw value of a field into words; another piece is shown by its id."""
    if field.kind:
        names = names_of(lists, field.kind)
        return lambda value: ", ".join(names.get(id_, "?") for id_ in _each(value))
    return word


def word(value: Any) -> str:
    """Return a plain value in words: days spoken, times as HH:MM, flags as yes or no."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return spoken_day(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, tuple):
        return ", ".join(part.title or part.address if isinstance(part, Link) else word(part) for part in value)
    return vocabulary_word(value) if isinstance(value, StrEnum) else str(value)


def sort_key(field: Field, lists: Lists) -> Callable[[Piece | Entry], tuple[bool, Any]]:
    """Return the key that sorts records by a field: lists by their own order, texts folded, empty ones last."""
    rank = _rank(field, lists)

    def key(record: Piece | Entry) -> tuple[bool, Any]:
        value = value_of(field, record, lists)
        return (True, 0) if is_empty(value) else (False, rank(value))

    return key


def _rank(field: Field, lists: Lists) -> Callable[[Any], Any]:
    if field.kind:
        order = {id_: place for place, id_ in enumerate(names_of(lists, field.kind))}
        return lambda value: tuple(order.get(id_, len(order)) for id_ in _each(value))
    if field.words is not None:
        listed = list(field.words)
        return lambda value: tuple(map(listed.index, _each(value)))
    if field.type is FieldType.LINKS:
        return len
    return lambda value: fold(value) if isinstance(value, str) else value


def _each(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)
