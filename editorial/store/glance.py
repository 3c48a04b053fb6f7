"""A first look at a workspace file by SQLite alone, while the libraries for databases are still loading.

It reads what the first screen shows and nothing else. A test holds its answers equal to those of the store.
"""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, get_args

from editorial.domain.records import (
    BuyingStage,
    Campaign,
    Channel,
    DayNote,
    Entry,
    Format,
    Interest,
    Lists,
    Segment,
    Settings,
    Status,
    Step,
)
from editorial.store.entry_rows import entries_from, range_bounds

Record = TypeVar("Record")

ENTRIES = """
SELECT id, uid, version, title, kind, publish_date, time, precision, published_on, status_id, stage_id, interest_id,
    format_id, channel_id, campaign_id, owner_id, timely, evergreen,
    (SELECT group_concat(segment_id, ',') FROM
        (SELECT segment_id FROM piece_segment WHERE piece_id = piece.id ORDER BY position, segment_id))
FROM piece
WHERE publish_date BETWEEN :earliest AND :last AND (publish_date >= :first OR published_on IS NULL AND (
    precision = 'week' AND publish_date >= :week OR precision = 'month' AND publish_date >= :month
    OR precision = 'quarter' AND publish_date >= :quarter))
ORDER BY publish_date, time IS NOT NULL, time, id
"""


@dataclass(frozen=True, slots=True)
class Glance:
    """The lists of a workspace file, and its entries for any range."""

    path: Path
    lists: Lists
    _read: dict[tuple[date, date], list[Entry]] = field(default_factory=dict, compare=False)
    """What was asked before; a look lasts for less than a second."""

    def between(self, first: date, last: date) -> list[Entry]:
        """Return the entries that touch these days, in order; none where the file can no longer be read."""
        if (first, last) not in self._read:
            self._read[first, last] = self._between(first, last)
        return self._read[first, last]

    def _between(self, first: date, last: date) -> list[Entry]:
        bounds = {name: day.isoformat() for name, day in range_bounds(first, last, self.lists.settings).items()}
        try:
            with closing(_connected(self.path)) as connection:
                return entries_from(connection.execute(ENTRIES, bounds).fetchall())
        except sqlite3.Error:
            return []


def glance(path: Path) -> Glance | None:
    """Return a first look at a file, or None where it takes more than that: opening it properly says what is wrong."""
    try:
        with closing(_connected(path)) as connection:
            connection.row_factory = sqlite3.Row
            return Glance(path, _lists(connection))
    except (sqlite3.Error, LookupError, ValueError, ArithmeticError):
        return None


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0.2)


def _lists(connection: sqlite3.Connection) -> Lists:
    people = connection.execute("SELECT id, name FROM person ORDER BY name, id")
    targets = connection.execute("SELECT segment_id, stage_id, target FROM target")
    return Lists(
        settings=_settings(connection.execute("SELECT * FROM workspace").fetchone()),
        segments=_list(connection, "segment", Segment),
        stages=_list(connection, "stage", BuyingStage),
        statuses=_list(connection, "status", Status),
        interests=_list(connection, "interest", Interest),
        formats=_formats(connection),
        channels=_list(connection, "channel", Channel),
        campaigns=_list(connection, "campaign", Campaign),
        people={row["id"]: row["name"] for row in people},
        targets={(row["segment_id"], row["stage_id"]): row["target"] for row in targets},
        notes=tuple(_list(connection, "day_note", DayNote, "first").values()),
    )


def _settings(row: sqlite3.Row) -> Settings:
    plain = _values(row, Settings, leave=("weekend", "ranking_weights", "likely_weights", "reminders"))
    weekend = frozenset(int(day) for day in row["weekend"].split(",") if day)
    ranking, likely = (_weights(row[name]) for name in ("ranking_weights", "likely_weights"))
    reminders = MappingProxyType(json.loads(row["reminders"]))
    return Settings(**plain, weekend=weekend, ranking_weights=ranking, likely_weights=likely, reminders=reminders)


def _weights(words: str) -> Mapping[str, Decimal]:
    return MappingProxyType({name: Decimal(weight) for name, weight in json.loads(words).items()})


def _list(
    connection: sqlite3.Connection, table: str, record: type[Record], order: str = "position"
) -> dict[int, Record]:
    rows = connection.execute(f'SELECT * FROM "{table}" ORDER BY {order}, id')
    return {row["id"]: record(**_values(row, record)) for row in rows}


def _formats(connection: sqlite3.Connection) -> dict[int, Format]:
    steps: dict[int, list[Step]] = {}
    for row in connection.execute("SELECT * FROM format_step ORDER BY position, id"):
        steps.setdefault(row["format_id"], []).append(Step(**_values(row, Step)))
    bare = _list(connection, "format", Format)
    return {id_: replace(one, steps=tuple(steps.get(id_, ()))) for id_, one in bare.items()}


def _values(row: sqlite3.Row, record: type[Any], leave: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the columns of a row that are fields of a record, each as the field's type."""
    known = [field for field in fields(record) if field.name in row.keys() and field.name not in leave]  # noqa: SIM118
    return {field.name: _value(row[field.name], field.type) for field in known}


def _value(kept: Any, wanted: Any) -> Any:
    types = [kind for kind in (get_args(wanted) or (wanted,)) if kind is not type(None)]
    if kept is None or not isinstance(types[0], type):
        return kept
    if types[0] is date:
        return date.fromisoformat(kept)
    if types[0] in (bool, Decimal) or issubclass(types[0], StrEnum):
        return types[0](kept)
    return kept
