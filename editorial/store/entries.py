"""Reading pieces as entries: the few columns that calendars and lists show."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Result,
    String,
    and_,
    bindparam,
    cast,
    func,
    or_,
    select,
    type_coerce,
)

from editorial.domain.records import Entry
from editorial.store.entry_rows import COARSE, entries_from, range_bounds
from editorial.store.lists import TABLES, read_settings

AT_ONCE = 5_000
"""How many ids one statement names: a statement has a greatest length."""

PIECE = TABLES["piece"].c
_LINK = TABLES["piece_segment"].c

_in_order = (
    select(_LINK.segment_id.label("id"))
    .where(_LINK.piece_id == PIECE.id)
    .order_by(_LINK.position, _LINK.segment_id)
    .correlate(TABLES["piece"])
    .subquery()
)
_segments = select(func.aggregate_strings(cast(_in_order.c.id, String), ",")).scalar_subquery()

ENTRIES = select(
    PIECE.id,
    PIECE.uid,
    PIECE.version,
    PIECE.title,
    type_coerce(PIECE.kind, String),
    PIECE.publish_date,
    PIECE.time,
    type_coerce(PIECE.precision, String),
    PIECE.published_on,
    PIECE.status_id,
    PIECE.stage_id,
    PIECE.interest_id,
    PIECE.format_id,
    PIECE.channel_id,
    PIECE.campaign_id,
    PIECE.owner_id,
    type_coerce(PIECE.timely, Integer),
    type_coerce(PIECE.evergreen, Integer),
    _segments,
)
"""Columns in the order of Entry; words come as plain text, which is much faster than through the Enum type."""

_ORDER = (PIECE.publish_date, PIECE.time.is_not(None), PIECE.time, PIECE.id)
_ORDERED = ENTRIES.order_by(*_ORDER)
_OUT_OF_BIN = PIECE.binned.is_(None)
_ALL = ENTRIES.where(_OUT_OF_BIN).order_by(PIECE.publish_date.is_(None), *_ORDER)
_IDEAS = _ORDERED.where(PIECE.publish_date.is_(None), _OUT_OF_BIN)

_DAY_KEPT = func.coalesce(PIECE.published_on, PIECE.planned)
"""The day a piece comes back to; in the bin its publish date is empty."""
_BINNED = (
    ENTRIES.with_only_columns(
        *(_DAY_KEPT if column is PIECE.publish_date else column for column in ENTRIES.selected_columns)
    )
    .where(PIECE.binned.is_not(None))
    .order_by(PIECE.binned.desc(), PIECE.id.desc())
)

WITHIN: ColumnElement[bool] = and_(
    PIECE.publish_date.between(bindparam("earliest"), bindparam("last")),
    or_(
        PIECE.publish_date >= bindparam("first"),
        and_(
            PIECE.published_on.is_(None),
            or_(
                *(
                    and_(
                        type_coerce(PIECE.precision, String) == word.value, PIECE.publish_date >= bindparam(word.value)
                    )
                    for word in COARSE
                )
            ),
        ),
    ),
)
"""A publish date in the range, or a span of coarser precision that reaches into it; see `range_bounds`."""

_BETWEEN = _ORDERED.where(WITHIN)


def entries_between(
    connection: Connection, first: date, last: date, where: ColumnElement[bool] | None = None
) -> list[Entry]:
    """Return the entries whose publish date, or span of coarser precision, touches the days; in order."""
    statement = _BETWEEN if where is None else _BETWEEN.where(where)
    return _entries(connection.execute(statement, range_bounds(first, last, read_settings(connection))))


def idea_entries(connection: Connection, where: ColumnElement[bool] | None = None) -> list[Entry]:
    """Return the entries without a publish date, the bin left out; in order."""
    return _entries(connection.execute(_IDEAS if where is None else _IDEAS.where(where)))


def all_entries(connection: Connection, where: ColumnElement[bool] | None = None) -> list[Entry]:
    """Return every entry that is not in the bin: dated ones in order, then ideas."""
    return _entries(connection.execute(_ALL if where is None else _ALL.where(where)))


def binned_entries(connection: Connection) -> list[Entry]:
    """Return what lies in the bin, the last thrown away first."""
    return _entries(connection.execute(_BINNED))


def entries_of(connection: Connection, ids: Sequence[int]) -> list[Entry]:
    """Return the entries of these pieces in the order asked for; a piece that is gone is left out."""
    found = {
        entry.id: entry
        for some in chunks(ids)
        for entry in _entries(connection.execute(ENTRIES.where(PIECE.id.in_(these(some)))))
    }
    return [found[id_] for id_ in ids if id_ in found]


def standing_entries(connection: Connection, ids: Iterable[int]) -> list[Entry]:
    """Return the entries of these pieces by id, without those in the bin."""
    asked = ENTRIES.where(_OUT_OF_BIN).order_by(PIECE.id)
    return [
        entry for some in chunks(ids) for entry in _entries(connection.execute(asked.where(PIECE.id.in_(these(some)))))
    ]


def published_entries(connection: Connection, ids: Iterable[int]) -> list[Entry]:
    """Return those of these pieces that have been published."""
    asked = ENTRIES.where(PIECE.published_on.is_not(None))
    return [
        entry for some in chunks(ids) for entry in _entries(connection.execute(asked.where(PIECE.id.in_(these(some)))))
    ]


def extent(connection: Connection) -> tuple[date, date] | None:
    """Return the first and the last publish date there is, or None where no piece has one."""
    first, last = connection.execute(select(func.min(PIECE.publish_date), func.max(PIECE.publish_date))).one()
    return (first, last) if first is not None else None


def nearest(connection: Connection, first: date, last: date) -> date | None:
    """Return the last publish date before these days, else the first one after them, else None."""
    before = select(func.max(PIECE.publish_date)).where(PIECE.publish_date < first)
    after = select(func.min(PIECE.publish_date)).where(PIECE.publish_date > last)
    found: date | None = connection.execute(before).scalar_one() or connection.execute(after).scalar_one()
    return found


def count_between(connection: Connection, first: date, last: date, where: ColumnElement[bool] | None = None) -> int:
    """Count what `entries_between` returns."""
    statement = select(func.count()).select_from(TABLES["piece"]).where(WITHIN)
    bounds = range_bounds(first, last, read_settings(connection))
    return int(connection.execute(statement if where is None else statement.where(where), bounds).scalar_one())


def count_ideas(connection: Connection, where: ColumnElement[bool] | None = None) -> int:
    """Count what `idea_entries` returns."""
    statement = select(func.count()).select_from(TABLES["piece"]).where(PIECE.publish_date.is_(None), _OUT_OF_BIN)
    return int(connection.execute(statement if where is None else statement.where(where)).scalar_one())


def chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    """Cut ids into parts that one statement can name."""
    listed = list(ids)
    for start in range(0, len(listed), AT_ONCE):
        yield listed[start : start + AT_ONCE]


def these(ids: Sequence[int]) -> Any:
    """Return ids for an IN written into the statement itself: parameters have a greatest number."""
    return bindparam("these", [int(id_) for id_ in ids], expanding=True, literal_execute=True, unique=True)


def _entries(found: Result[Any]) -> list[Entry]:
    return entries_from(found.all())
