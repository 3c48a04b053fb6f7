"""Reading the lists and settings of a workspace."""

import json
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from editorial.domain.records import (
    BuyingStage,
    Campaign,
    Channel,
    DayNote,
    Format,
    Interest,
    Lists,
    Person,
    Segment,
    Settings,
    Status,
)
from editorial.domain.vocabulary import PersonRole
from editorial.store import tables

TABLES = tables.PieceRow.metadata.tables

RECORDS: dict[str, Any] = {
    "segment": Segment,
    "stage": BuyingStage,
    "status": Status,
    "interest": Interest,
    "format": Format,
    "channel": Channel,
    "campaign": Campaign,
    "day_note": DayNote,
    "person": Person,
}
"""The kind of each list (the name of its table) and the record its rows become."""

PERSON_LINKS = {
    "roles": ("person_role", "role"),
    "segment_ids": ("person_segment", "segment_id"),
    "interest_ids": ("person_interest", "interest_id"),
}
"""What a person has several of: field → (table, column)."""


def columns_of(kind: str) -> list[str]:
    """Return the fields of a list's record that are columns of its table."""
    return [name for name in RECORDS[kind].__dataclass_fields__ if name in TABLES[kind].columns]


def _order(table: Table) -> list[Any]:
    first = "position" if "position" in table.columns else "first" if "first" in table.columns else "name"
    return [table.c[first], table.c.id]


def _reading(kind: str) -> Select[Any]:
    table = TABLES[kind]
    return select(*(table.c[name] for name in columns_of(kind))).order_by(*_order(table))


_READ = {kind: _reading(kind) for kind in RECORDS}
_TARGETS = select(*TABLES["target"].c["segment_id", "stage_id", "target"])
_NAMES = select(*TABLES["person"].c["id", "name"]).order_by(TABLES["person"].c.name, TABLES["person"].c.id)
_LINKS = {
    field: select(TABLES[table].c.person_id, TABLES[table].c[column]).order_by(*TABLES[table].primary_key.columns)
    for field, (table, column) in PERSON_LINKS.items()
}


def read_settings(connection: Connection) -> Settings:
    """Return what the workspace is set to."""
    row = dict(connection.execute(select(TABLES["workspace"])).one()._mapping)
    weights = {factor: Decimal(weight) for factor, weight in json.loads(row.pop("ranking_weights")).items()}
    weekend = frozenset(int(day) for day in row.pop("weekend").split(",") if day)
    known = {name: row[name] for name in Settings.__dataclass_fields__ if name in row}
    return Settings(**known, weekend=weekend, ranking_weights=MappingProxyType(weights))


def read_list(connection: Connection, kind: str) -> dict[int, Any]:
    """Return the records of one list by id, in its order."""
    names = columns_of(kind)
    return {row.id: RECORDS[kind](**dict(zip(names, row, strict=True))) for row in connection.execute(_READ[kind])}


def read_lists(connection: Connection) -> Lists:
    """Return every list and the settings."""
    return Lists(
        settings=read_settings(connection),
        segments=read_list(connection, "segment"),
        stages=read_list(connection, "stage"),
        statuses=read_list(connection, "status"),
        interests=read_list(connection, "interest"),
        formats=read_list(connection, "format"),
        channels=read_list(connection, "channel"),
        campaigns=read_list(connection, "campaign"),
        people={row.id: row.name for row in connection.execute(_NAMES)},
        targets={(segment, stage): target for segment, stage, target in connection.execute(_TARGETS)},
        notes=tuple(read_list(connection, "day_note").values()),
    )


def read_people(connection: Connection) -> list[Person]:
    """Return every person with roles, segments and expertise, by name."""
    linked = {field: _linked(connection, field) for field in PERSON_LINKS}
    names = columns_of("person")
    return [
        Person(
            **dict(zip(names, row, strict=True)),
            roles=tuple(map(PersonRole, linked["roles"].get(row.id, ()))),
            segment_ids=tuple(linked["segment_ids"].get(row.id, ())),
            interest_ids=tuple(linked["interest_ids"].get(row.id, ())),
        )
        for row in connection.execute(_READ["person"])
    ]


def _linked(connection: Connection, field: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for person, other in connection.execute(_LINKS[field]):
        found.setdefault(person, []).append(other)
    return found


def name_of(connection: Connection, kind: str, id_: int) -> str:
    """Return the name of one entry of a list; nothing where it is gone."""
    table = TABLES[kind]
    return connection.execute(select(table.c.name).where(table.c.id == id_)).scalar_one_or_none() or ""
