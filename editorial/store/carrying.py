"""The records of planning as documents carry them: plain values, with public ids and names in place of keys.

One description of the tables serves both ways. A record is found again by its public id; what belongs to a piece, a
person or a record is compared as a whole and replaced where it differs.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    Enum,
    Integer,
    RowMapping,
    Table,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from editorial.domain.matching import title_key
from editorial.store.columns import DecimalText
from editorial.store.lists import TABLES

Rows = list[dict[str, Any]]

RECORDS: Mapping[str, Mapping[str, str]] = {
    "weight_set": {},
    "mute": {},
    "relevance_review": {},
    "planning_session": {"people": "session_person"},
    "slot": {"exceptions": "slot_exception"},
    "interview": {"people": "interview_person", "pieces": "interview_piece"},
    "question_template": {},
    "question": {"pieces": "question_piece"},
    "transcript": {},
    "quote": {"pieces": "quote_piece"},
    "field_note": {},
    "answer_card": {"sources": "card_source"},
    "tip": {},
    "request": {},
    "stage_agreement": {"stages": "agreed_stage"},
}
"""Table of a record → key in its document → table of its parts; in an order in which what is named comes first."""

OF_PIECES = {"tasks": "task", "evidence": "evidence", "sales_uses": "piece_use", "assignments": "assignment"}
PIECE_COLUMNS = ("slot_id", "session_id", "tag_version", "quality")
OF_PEOPLE = {"away": "person_away"}
PERSON_COLUMNS = (
    "place",
    "time_zone",
    "works_from",
    "works_until",
    "weekdays",
    "reach",
    "blog",
    "blog_address",
    "blog_last_post",
    "successor_id",
    "last_contact",
    "policy_signed_on",
)
_COLUMNS_OF = {"piece": PIECE_COLUMNS, "person": PERSON_COLUMNS}

_HAS_TEMPLATE = TABLES["piece"].c.format_id.in_(select(TABLES["format_step"].c.format_id))
_NAMED_ONCE = frozenset({"weight_set", "question_template"})
"""Records of which there is one of a name: that one takes the place of another that a file brings."""
_BY_UID = frozenset({"piece", "person", *RECORDS})
_PLAIN_AUTHOR = {"role": "author", "status": "proposed", "due": None, "hours": None, "reason": "", "note": ""} | {
    "asked_on": None,
    "answered_on": None,
    "delivered_on": None,
    "wish": None,
    "comment": "",
    "hours_spent": None,
}


class Unfit(ValueError):
    """A value of a document is not what its field holds."""

    def __init__(self, field_name: str, value: Any) -> None:
        super().__init__(field_name)
        self.field_name = field_name
        self.value = value


@dataclass(slots=True)
class References:
    """What rows name by key, by what documents name it by, and the other way round."""

    connection: Connection
    of_file: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Table → what a file calls its own records by → their keys here."""
    _names: dict[str, dict[int, str]] = field(default_factory=dict)
    _keys: dict[str, dict[str, int]] = field(default_factory=dict)

    def name(self, table: str, key: int) -> str | None:
        """Return the public id or name of a record."""
        if table not in self._names:
            column = "uid" if table in _BY_UID else "name"
            rows = self.connection.execute(select(TABLES[table].c.id, TABLES[table].c[column]))
            self._names[table] = {row[0]: row[1] for row in rows}
        return self._names[table].get(key)

    def key(self, table: str, name: str) -> int | None:
        """Return the key of a record by its public id, by its id in the file or elsewhere, or by its name."""
        if table not in self._keys:
            self._keys[table] = self._read_keys(table)
        return self._keys[table].get(name if table in _BY_UID else title_key(name))

    def named(self, table: str, name: str) -> int | None:
        """Return the key of a record by its name, letter case aside."""
        rows = self.connection.execute(select(TABLES[table].c.id, TABLES[table].c.name))
        return next((key for key, other in rows if title_key(other) == title_key(name)), None)

    def learn(self, table: str, name: str, key: int) -> None:
        """Keep the key of a record that was just written."""
        self._keys.setdefault(table, self._read_keys(table))[name] = key

    def _read_keys(self, table: str) -> dict[str, int]:
        columns = TABLES[table].c
        if table not in _BY_UID:
            rows = self.connection.execute(select(columns.id, columns.name).order_by(columns.id.desc()))
            return {title_key(name): key for key, name in rows}
        found = {}
        if "outside_id" in columns:
            asked = select(columns.id, columns.outside_id).where(columns.outside_id != "")
            found = {row[1]: row[0] for row in self.connection.execute(asked)}
        found |= self.of_file.get(table, {})
        return found | {row[1]: row[0] for row in self.connection.execute(select(columns.id, columns.uid))}


def read_records(connection: Connection, table: str) -> Rows:
    """Return every record of a kind with its parts, in order of creation."""
    references = References(connection)
    parts = {key: _parts(connection, part, f"{table}_id", references) for key, part in RECORDS[table].items()}
    order = TABLES[table].c.id
    return [
        _encoded(row, _fields(TABLES[table]), references) | {key: of.get(row["id"], []) for key, of in parts.items()}
        for row in connection.execute(select(TABLES[table]).order_by(order)).mappings()
    ]


def read_piece_parts(connection: Connection) -> Rows:
    """Return what belongs to pieces, for those that have any of it; plain authors travel with the piece itself.

    A planned piece without tasks says so where its format has a template, which would give it tasks on its way in.
    """
    references = References(connection)
    parts = {key: _parts(connection, part, "piece_id", references) for key, part in OF_PIECES.items()}
    parts["assignments"] = {key: rows for key, rows in parts["assignments"].items() if not _all_plain(rows)}
    piece = TABLES["piece"]
    for key in connection.execute(select(piece.c.id).where(piece.c.planned.is_not(None), _HAS_TEMPLATE)).scalars():
        parts["tasks"].setdefault(key, [])
    columns = {name.removesuffix("_id"): piece.c[name] for name in PIECE_COLUMNS}
    found = []
    for row in connection.execute(select(piece.c.id, piece.c.uid, *columns.values()).order_by(piece.c.id)).mappings():
        own = {name: value for name, value in _encoded(row, columns, references).items() if value is not None}
        own |= {key: of[row["id"]] for key, of in parts.items() if row["id"] in of}
        if own:
            found.append({"id": row["uid"], **own})
    return found


def read_person_parts(connection: Connection) -> Rows:
    """Return what a table of people does not carry: hours and zone, blog, days away; for those who have any of it."""
    references = References(connection)
    parts = {key: _parts(connection, part, "person_id", references) for key, part in OF_PEOPLE.items()}
    person = TABLES["person"]
    columns = {name.removesuffix("_id"): person.c[name] for name in PERSON_COLUMNS}
    found = []
    for row in connection.execute(
        select(person.c.id, person.c.uid, *columns.values()).order_by(person.c.id)
    ).mappings():
        own = {name: value for name, value in _encoded(row, columns, references).items() if value not in (None, "")}
        own |= {key: of[row["id"]] for key, of in parts.items() if row["id"] in of}
        if own:
            found.append({"id": row["uid"], **own})
    return found


def write_record(connection: Connection, table: str, record: Mapping[str, Any], references: References) -> str:
    """Write one record; return “added”, “updated” or “unchanged”. Raises Unfit for a value that cannot be kept."""
    with _kept_whole(connection, record):
        return _write_record(connection, table, record, references)


def write_parts_of(connection: Connection, owner: str, record: Mapping[str, Any], references: References) -> str:
    """Write what belongs to a piece or a person; return “updated” or “unchanged”. Raises Unfit."""
    with _kept_whole(connection, record):
        return _write_parts_of(connection, owner, record, references)


@contextmanager
def _kept_whole(connection: Connection, record: Mapping[str, Any]) -> Iterator[None]:
    """Write all of a record or nothing of it."""
    try:
        with connection.begin_nested():
            yield
    except IntegrityError as bad:
        raise Unfit("", dict(record)) from bad


def _write_record(connection: Connection, table: str, record: Mapping[str, Any], references: References) -> str:
    values = _decoded(record, _fields(TABLES[table]), references)
    parts = {
        part: _decoded_rows(key, record[key], TABLES[part], f"{table}_id", references)
        for key, part in RECORDS[table].items()
        if key in record
    }
    uid = str(record.get("uid") or "")
    if not uid:
        raise Unfit("uid", record.get("uid"))
    there = references.key(table, uid)
    if there is None and table in _NAMED_ONCE:
        there = references.named(table, str(record.get("name") or ""))
    if there is None:
        made = insert(TABLES[table]).values(**_defaults(TABLES[table]), **values).returning(TABLES[table].c.id)
        there = int(connection.execute(made).scalar_one())
        done = "added"
    else:
        done = "updated" if _set(connection, TABLES[table], there, values) else "unchanged"
    for part, rows in parts.items():
        if _replace(connection, TABLES[part], f"{table}_id", there, rows) and done == "unchanged":
            done = "updated"
    references.learn(table, uid, there)
    return done


def _write_parts_of(connection: Connection, owner: str, record: Mapping[str, Any], references: References) -> str:
    key = references.key(owner, str(record.get("id") or ""))
    if key is None:
        raise Unfit("id", record.get("id"))
    kinds = OF_PIECES if owner == "piece" else OF_PEOPLE
    columns = {name.removesuffix("_id"): TABLES[owner].c[name] for name in _COLUMNS_OF[owner]}
    values = _decoded(record, columns, references)
    rows = {
        part: _decoded_rows(name, record[name], TABLES[part], f"{owner}_id", references)
        for name, part in kinds.items()
        if name in record
    }
    done = _set(connection, TABLES[owner], key, values)
    changed = [_replace(connection, TABLES[part], f"{owner}_id", key, of) for part, of in rows.items()]
    return "updated" if done or any(changed) else "unchanged"


def _fields(table: Table, owner: str = "") -> dict[str, Column[Any]]:
    """Return the columns a document carries by the names it gives them; keys of other records lose their `_id`."""
    return {
        column.name.removesuffix("_id") if column.foreign_keys else column.name: column
        for column in table.columns
        if column.name not in {"id", "position", owner}
    }


def _parts(connection: Connection, name: str, owner: str, references: References) -> dict[int, Rows]:
    table = TABLES[name]
    order = [table.c[one] for one in ("position", "id") if one in table.columns]
    fields = _fields(table, owner)
    found: dict[int, Rows] = {}
    for row in connection.execute(select(table).order_by(table.c[owner], *order)).mappings():
        found.setdefault(row[owner], []).append(_encoded(row, fields, references))
    return found


def _all_plain(rows: Rows) -> bool:
    return all(row.items() >= _PLAIN_AUTHOR.items() for row in rows)


def _encoded(
    row: RowMapping | dict[str, Any], fields: Mapping[str, Column[Any]], references: References
) -> dict[str, Any]:
    return {name: _plain(row[column.name], column, references) for name, column in fields.items()}


def _plain(value: Any, column: Column[Any], references: References) -> Any:
    if value is None:
        return None
    if column.foreign_keys:
        return references.name(_named(column), value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else value


def _named(column: Column[Any]) -> str:
    return str(next(iter(column.foreign_keys)).column.table.name)


def _decoded_rows(key: str, rows: Any, table: Table, owner: str, references: References) -> Rows:
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise Unfit(key, rows)
    fields = _fields(table, owner)
    return [_decoded(row, fields, references, within=key) for row in rows]


def _decoded(
    record: Mapping[str, Any], fields: Mapping[str, Column[Any]], references: References, within: str = ""
) -> dict[str, Any]:
    found = {}
    for name, column in fields.items():
        if name in record:
            try:
                found[column.name] = _typed(record[name], column, references)
            except (ValueError, TypeError, ArithmeticError) as bad:
                raise Unfit(f"{within}.{name}" if within else name, record[name]) from bad
    return found


def _typed(value: Any, column: Column[Any], references: References) -> Any:
    if value is None:
        if column.nullable:
            return None
        raise ValueError(column.name)
    if column.foreign_keys:
        key = references.key(_named(column), str(value))
        if key is None:
            raise ValueError(column.name)
        return key
    return _reader(column)(value)


def _reader(column: Column[Any]) -> Callable[[Any], Any]:
    if isinstance(column.type, Enum):
        return column.type.enum_class or str
    if isinstance(column.type, Date):
        return lambda value: date.fromisoformat(str(value))
    if isinstance(column.type, DecimalText):
        return lambda value: Decimal(str(value))
    wanted = bool if isinstance(column.type, Boolean) else int if isinstance(column.type, Integer) else str

    def same_type(value: Any) -> Any:
        if type(value) is not wanted:
            raise ValueError(value)
        return value

    return same_type


def _defaults(table: Table) -> dict[str, Any]:
    return {} if "position" not in table.columns else {"position": 0}


def _set(connection: Connection, table: Table, key: int, values: Mapping[str, Any]) -> bool:
    """Write what differs; tell whether anything did."""
    if not values:
        return False
    before = connection.execute(select(*(table.c[name] for name in values)).where(table.c.id == key)).mappings().one()
    changed = {name: value for name, value in values.items() if before[name] != value}
    if changed:
        connection.execute(update(table).where(table.c.id == key).values(**changed))
    return bool(changed)


def _replace(connection: Connection, table: Table, owner: str, key: int, rows: Sequence[Mapping[str, Any]]) -> bool:
    """Give a record exactly these parts; tell whether they differed."""
    order = [table.c[one] for one in ("position", "id") if one in table.columns]
    names = [column.name for column in table.columns if column.name not in {"id", "position", owner}]
    asked = select(*(table.c[name] for name in names)).where(table.c[owner] == key).order_by(*order)
    before = [dict(row) for row in connection.execute(asked).mappings()]
    if len(before) == len(rows) and all(is_.items() >= was.items() for is_, was in zip(before, rows, strict=True)):
        return False
    connection.execute(delete(table).where(table.c[owner] == key))
    placed = "position" in table.columns
    for place, row in enumerate(rows):
        connection.execute(insert(table).values(**{owner: key, **row}, **({"position": place} if placed else {})))
    return True
