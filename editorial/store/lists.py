"""Reading the lists and settings of a workspace."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import time
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from editorial.domain.people_records import AnswerCard, CardSource, Question, QuestionTemplate, Quote, Tip, Transcript
from editorial.domain.planning_records import (
    FieldNote,
    Interview,
    Mute,
    PlanningSession,
    RelevanceReview,
    Request,
    Slot,
    SlotException,
    WeightSet,
)
from editorial.domain.records import (
    Away,
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
    Step,
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
    "slot": Slot,
    "interview": Interview,
    "field_note": FieldNote,
    "request": Request,
    "planning_session": PlanningSession,
    "relevance_review": RelevanceReview,
    "weight_set": WeightSet,
    "mute": Mute,
    "question_template": QuestionTemplate,
    "question": Question,
    "transcript": Transcript,
    "quote": Quote,
    "answer_card": AnswerCard,
    "tip": Tip,
}
"""The kind of each list (the name of its table) and the record its rows become."""

LINKS: dict[str, dict[str, tuple[str, str]]] = {
    "person": {
        "roles": ("person_role", "role"),
        "segment_ids": ("person_segment", "segment_id"),
        "interest_ids": ("person_interest", "interest_id"),
    },
    "interview": {"person_ids": ("interview_person", "person_id"), "piece_ids": ("interview_piece", "piece_id")},
    "planning_session": {"person_ids": ("session_person", "person_id")},
    "question": {"piece_ids": ("question_piece", "piece_id")},
    "quote": {"piece_ids": ("quote_piece", "piece_id")},
}
"""What a record of a kind is linked to several of: field → (table, column)."""

PARTS: dict[str, dict[str, tuple[str, Any]]] = {
    "format": {"steps": ("format_step", Step)},
    "person": {"away": ("person_away", Away)},
    "slot": {"exceptions": ("slot_exception", SlotException)},
    "answer_card": {"sources": ("card_source", CardSource)},
}
"""What a record of a kind is made of, in order: field → (table, record of a part)."""

WORDS = {"roles": PersonRole}
"""Links to words instead of records."""


def columns_of(kind: str) -> list[str]:
    """Return the fields of a list's record that are columns of its table."""
    return [name for name in RECORDS[kind].__dataclass_fields__ if name in TABLES[kind].columns]


def _order(table: Table) -> list[Any]:
    first = next((name for name in ("position", "first", "day") if name in table.columns), "name")
    return [table.c[first], table.c.id]


def _reading(kind: str) -> Select[Any]:
    table = TABLES[kind]
    return select(*(table.c[name] for name in columns_of(kind))).order_by(*_order(table))


_READ = {kind: _reading(kind) for kind in RECORDS}
_TARGETS = select(*TABLES["target"].c["segment_id", "stage_id", "target"])
_NAMES = select(*TABLES["person"].c["id", "name"]).order_by(TABLES["person"].c.name, TABLES["person"].c.id)


def read_settings(connection: Connection) -> Settings:
    """Return what the workspace is set to."""
    row = dict(connection.execute(select(TABLES["workspace"])).one()._mapping)
    weekend = weekdays_from(row.pop("weekend"))
    ranking, likely = (weights_from(row.pop(name)) for name in ("ranking_weights", "likely_weights"))
    reminders = MappingProxyType(json.loads(row.pop("reminders")))
    known = {name: row[name] for name in Settings.__dataclass_fields__ if name in row}
    return Settings(**known, weekend=weekend, ranking_weights=ranking, likely_weights=likely, reminders=reminders)


def weekdays_from(words: str) -> frozenset[int]:
    """Return days of the week that are kept with commas between them."""
    return frozenset(int(day) for day in words.split(",") if day)


def weekdays_as_text(days: Iterable[int]) -> str:
    """Return days of the week as the database keeps them."""
    return ",".join(str(day) for day in sorted(days))


def weights_from(words: str) -> Mapping[str, Decimal]:
    """Return weights that are kept as decimal texts in JSON."""
    return MappingProxyType({name: Decimal(weight) for name, weight in json.loads(words).items()})


def weights_as_text(weights: Mapping[str, Decimal]) -> str:
    """Return weights as JSON of decimal texts."""
    return json.dumps({name: format(weight, "f") for name, weight in weights.items()}, sort_keys=True)


_FROM_STORED: dict[tuple[str, str], Callable[[Any], Any]] = {
    ("weight_set", "weights"): weights_from,
    ("relevance_review", "answers"): lambda words: MappingProxyType(json.loads(words)),
    ("slot", "time"): lambda at: at and time.fromisoformat(at),
    ("interview", "time"): lambda at: at and time.fromisoformat(at),
    ("person", "works_from"): lambda at: at and time.fromisoformat(at),
    ("person", "works_until"): lambda at: at and time.fromisoformat(at),
    ("person", "weekdays"): weekdays_from,
}
_TO_STORED: dict[tuple[str, str], Callable[[Any], Any]] = {
    ("weight_set", "weights"): weights_as_text,
    ("relevance_review", "answers"): lambda answers: json.dumps(dict(answers), sort_keys=True),
    ("slot", "time"): lambda at: at and f"{at:%H:%M}",
    ("interview", "time"): lambda at: at and f"{at:%H:%M}",
    ("person", "works_from"): lambda at: at and f"{at:%H:%M}",
    ("person", "works_until"): lambda at: at and f"{at:%H:%M}",
    ("person", "weekdays"): weekdays_as_text,
}


def stored_value(kind: str, name: str, value: Any) -> Any:
    """Return a field's value as its column keeps it."""
    convert = _TO_STORED.get((kind, name))
    return convert(value) if convert else value


def read_list(connection: Connection, kind: str, ids: Collection[int] | None = None) -> dict[int, Any]:
    """Return the records of one list by id, in its order, with what they are linked to and made of.

    With `ids` only these; a record that is gone is left out.
    """
    some = None if ids is None else list(ids)
    names = columns_of(kind)
    converted = [(name, _FROM_STORED[kind, name]) for name in names if (kind, name) in _FROM_STORED]
    several = {field: _linked(connection, kind, field, some) for field in LINKS.get(kind, ())}
    several |= {field: _parts(connection, kind, field, some) for field in PARTS.get(kind, ())}
    found = {}
    asked = _READ[kind] if some is None else _READ[kind].where(TABLES[kind].c.id.in_(some))
    for row in connection.execute(asked):
        fields: dict[str, Any] = dict(zip(names, row, strict=True))
        fields |= {name: convert(fields[name]) for name, convert in converted}
        fields |= {field: tuple(of.get(row.id, ())) for field, of in several.items()}
        found[row.id] = RECORDS[kind](**fields)
    return found


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
    return list(read_list(connection, "person").values())


def _linked(connection: Connection, kind: str, field: str, ids: list[int] | None) -> dict[int, list[Any]]:
    table, column = TABLES[LINKS[kind][field][0]], LINKS[kind][field][1]
    read = WORDS.get(field, int)
    found: dict[int, list[Any]] = {}
    asked = select(table.c[f"{kind}_id"], table.c[column]).order_by(*table.primary_key.columns)
    if ids is not None:
        asked = asked.where(table.c[f"{kind}_id"].in_(ids))
    for owner, other in connection.execute(asked):
        found.setdefault(owner, []).append(read(other))
    return found


def _parts(connection: Connection, kind: str, field: str, ids: list[int] | None) -> dict[int, list[Any]]:
    name, part = PARTS[kind][field]
    table = TABLES[name]
    names = list(part.__dataclass_fields__)
    asked = select(table.c[f"{kind}_id"], *(table.c[each] for each in names)).order_by(table.c.position, table.c.id)
    if ids is not None:
        asked = asked.where(table.c[f"{kind}_id"].in_(ids))
    found: dict[int, list[Any]] = {}
    for owner, *values in connection.execute(asked):
        found.setdefault(owner, []).append(part(**dict(zip(names, values, strict=True))))
    return found


def name_of(connection: Connection, kind: str, id_: int) -> str:
    """Return the name of one entry of a list; nothing where it is gone."""
    table = TABLES[kind]
    return connection.execute(select(table.c.name).where(table.c.id == id_)).scalar_one_or_none() or ""


def workspace_uid(connection: Connection) -> str:
    """Return the permanent id of the workspace."""
    return str(connection.execute(select(TABLES["workspace"].c.uid)).scalar_one())
