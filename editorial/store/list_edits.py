"""Writing lists and settings, and everything that uses an entry of a list."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column as TableColumn
from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    union,
    update,
)

from editorial.store.families import family
from editorial.store.links import drop_main
from editorial.store.lists import LINKS, PARTS, TABLES, columns_of, stored_value, weekdays_as_text, weights_as_text
from editorial.store.workspace import new_uid

_PIECE = TABLES["piece"]


def write_settings(connection: Connection, fields: Mapping[str, Any]) -> None:
    """Give the workspace's settings these values, named as in Settings."""
    values = dict(fields)
    if "weekend" in values:
        values["weekend"] = weekdays_as_text(values["weekend"])
    if "reminders" in values:
        values["reminders"] = json.dumps(dict(values["reminders"]), sort_keys=True)
    for name in ("ranking_weights", "likely_weights"):
        if name in values:
            values[name] = weights_as_text(values[name])
    connection.execute(update(TABLES["workspace"]).values(**values))


def insert_entry(connection: Connection, kind: str, fields: Mapping[str, Any]) -> int:
    """Add an entry at the end of a list and return its id."""
    table = TABLES[kind]
    values = {name: stored_value(kind, name, value) for name, value in fields.items() if name in table.columns}
    if "position" in table.columns:
        last = connection.execute(select(func.max(table.c.position))).scalar_one()
        values.setdefault("position", 0 if last is None else last + 1)
    made = insert(table).values(uid=new_uid(), **values).returning(table.c.id)
    id_ = int(connection.execute(made).scalar_one())
    _write_several(connection, kind, id_, fields)
    return id_


def update_entry(connection: Connection, kind: str, id_: int, fields: Mapping[str, Any]) -> bool:
    """Give an entry these values; False where it is gone."""
    table = TABLES[kind]
    if connection.execute(select(table.c.id).where(table.c.id == id_)).first() is None:
        return False
    values = {name: stored_value(kind, name, value) for name, value in fields.items() if name in columns_of(kind)}
    if values:
        connection.execute(update(table).where(table.c.id == id_).values(**values))
    _write_several(connection, kind, id_, fields)
    return True


def _write_several(connection: Connection, kind: str, id_: int, fields: Mapping[str, Any]) -> None:
    """Write what a record is linked to and made of; what is as it was is left alone."""
    for name, (table, column) in LINKS.get(kind, {}).items():
        if name in fields:
            _write_links(connection, TABLES[table].c[f"{kind}_id"], column, id_, set(fields[name]))
    for name, (table, _part) in PARTS.get(kind, {}).items():
        if name in fields:
            write_parts(connection, TABLES[table], f"{kind}_id", id_, fields[name])


def _write_links(connection: Connection, owner: TableColumn[Any], column: str, id_: int, wanted: set[Any]) -> None:
    table: Any = owner.table
    before = set(connection.execute(select(table.c[column]).where(owner == id_)).scalars())
    if gone := before - wanted:
        connection.execute(delete(table).where(owner == id_, table.c[column].in_(gone)))
    if new := sorted(wanted - before):
        connection.execute(insert(table), [{owner.name: id_, column: other} for other in new])


def add_link(connection: Connection, kind: str, name: str, id_: int, other: int) -> None:
    """Link a record to one more; nothing happens where it is linked already."""
    table, column = LINKS[kind][name]
    owner = TABLES[table].c[f"{kind}_id"]
    before = set(connection.execute(select(TABLES[table].c[column]).where(owner == id_)).scalars())
    _write_links(connection, owner, column, id_, before | {other})


def write_parts(connection: Connection, table: Table, owner: str, id_: int, parts: Sequence[Any]) -> None:
    """Give a record exactly these parts, in this order; one that has them already is left as it is."""
    names = [name for column in table.columns if (name := column.name) not in {"id", "position", owner}]
    wanted = [tuple(getattr(part, name) for name in names) for part in parts]
    of_owner = table.c[owner] == id_
    asked = select(*(table.c[name] for name in names)).where(of_owner).order_by(table.c.position, table.c.id)
    if [tuple(row) for row in connection.execute(asked)] == wanted:
        return
    connection.execute(delete(table).where(of_owner))
    if wanted:
        rows = [
            {owner: id_, "position": place, **dict(zip(names, row, strict=True))} for place, row in enumerate(wanted)
        ]
        connection.execute(insert(table), rows)


def reorder(connection: Connection, kind: str, ids: Sequence[int]) -> None:
    """Put the entries of a list into this order; what is not named follows in the order it had."""
    table = TABLES[kind]
    before = list(connection.execute(select(table.c.id).order_by(table.c.position, table.c.id)).scalars())
    order = [*ids, *(id_ for id_ in before if id_ not in set(ids))]
    for place, id_ in enumerate(order):
        connection.execute(update(table).where(table.c.id == id_).values(position=place))


def names_like(connection: Connection, kind: str, folded: str) -> list[int]:
    """Return the entries whose folded name is this one: letter case does not make two."""
    table = TABLES[kind]
    return list(connection.execute(select(table.c.id).where(func.fold(table.c.name) == folded)).scalars())


def delete_entry(connection: Connection, kind: str, id_: int) -> None:
    """Delete an entry; what belongs to it alone goes with it."""
    connection.execute(delete(TABLES[kind]).where(TABLES[kind].c.id == id_))


def count_entries(connection: Connection, kind: str) -> int:
    """Count the entries of a list."""
    return int(connection.execute(select(func.count()).select_from(TABLES[kind])).scalar_one())


def write_target(connection: Connection, segment_id: int, stage_id: int, target: int) -> None:
    """Give a cell its target; the everyday one, 1, needs no row."""
    cells = TABLES["target"]
    cell = and_(cells.c.segment_id == segment_id, cells.c.stage_id == stage_id)
    if target == 1:
        connection.execute(delete(cells).where(cell))
    elif connection.execute(select(cells.c.target).where(cell)).first() is None:
        connection.execute(insert(cells).values(segment_id=segment_id, stage_id=stage_id, target=target))
    else:
        connection.execute(update(cells).where(cell).values(target=target))


@dataclass(frozen=True, slots=True)
class Uses:
    """What uses an entry of a list: distinct pieces, those in the bin among them, and other records by kind."""

    pieces: int = 0
    binned: int = 0
    others: Mapping[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return self.pieces + sum(self.others.values())


_NO_USE = frozenset({"target", "agreed_stage"})
"""Targets belong to both their lists, and what was agreed stays as it was frozen."""
_SENT = frozenset({"packet"})
"""What was sent goes with the person it was sent to, and holds nobody."""


def _references(kind: str, without: frozenset[str] = _NO_USE | _SENT) -> list[TableColumn[Any]]:
    """Return the columns of other records that name an entry of this list."""
    return [
        column
        for table in TABLES.values()
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name == kind and family(table.name) != kind and table.name not in without
    ]


def _owner(column: TableColumn[Any]) -> TableColumn[Any]:
    owner = family(column.table.name)
    table: Any = column.table
    return table.c.id if owner == table.name else table.c[f"{owner}_id"]  # type: ignore[no-any-return]


def uses(connection: Connection, kind: str, id_: int) -> Uses:
    """Count what uses an entry of a list."""
    of_pieces: list[ColumnElement[bool]] = []
    others: dict[str, set[int]] = {}
    for column in _references(kind):
        owner = family(column.table.name)
        asked = select(_owner(column)).where(column == id_)
        if owner == "piece":
            of_pieces.append(_PIECE.c.id.in_(asked))
        else:
            others.setdefault(owner, set()).update(connection.execute(asked).scalars())
    counted = select(func.count(), func.count(_PIECE.c.binned)).select_from(_PIECE)
    pieces, binned = connection.execute(counted.where(or_(*of_pieces))).one() if of_pieces else (0, 0)
    return Uses(pieces, binned, {owner: len(found) for owner, found in others.items() if found})


def count_uses(connection: Connection, kind: str) -> dict[int, int]:
    """Count what uses each entry of a list that is used at all: what `uses` totals for one, in one statement."""
    asked = [
        select(column.label("entry"), literal(family(column.table.name)).label("of"), _owner(column).label("owner"))
        .where(column.is_not(None))
        for column in _references(kind)
    ]  # fmt: skip
    if not asked:
        return {}
    found = union(*asked).subquery()
    counted = select(found.c.entry, func.count()).group_by(found.c.entry)
    return {int(entry): int(n) for entry, n in connection.execute(counted)}


def move_uses(connection: Connection, kind: str, old: int, new: int) -> None:
    """Let everything that uses one entry of a list use another; nothing is linked twice."""
    for column in _references(kind, _NO_USE):
        if column.primary_key:
            _move_links(connection, column, old, new)
        else:
            _move_column(connection, column, old, new)
    for table, _other in LINKS.get(kind, {}).values():
        _move_links(connection, TABLES[table].c[f"{kind}_id"], old, new)
    for attribute, of in (("further_stage_ids", "stage"), ("further_interest_ids", "interest")):
        if kind == of:
            drop_main(connection, attribute)


def _move_column(connection: Connection, column: TableColumn[Any], old: int, new: int) -> None:
    table: Any = column.table
    connection.execute(update(table).where(column == old).values({column.name: new}))


def _move_links(connection: Connection, column: TableColumn[Any], old: int, new: int) -> None:
    """Add rows for the new entry where there are none, then delete those of the old: keys are never rewritten."""
    table: Any = column.table
    there = table.alias()
    same = [there.c[one.name] == one for one in table.primary_key.columns if one is not column]
    doubled = exists(select(there.c[column.name]).where(there.c[column.name] == new, *same))
    names = [one.name for one in table.columns]
    rows = select(*(literal(new) if one is column else one for one in table.columns)).where(column == old, ~doubled)
    connection.execute(insert(table).from_select(names, rows))
    connection.execute(delete(table).where(column == old))


def coarse_days(connection: Connection) -> list[int]:
    """Return the pieces planned by week, month or quarter."""
    asked = select(_PIECE.c.id).where(_PIECE.c.precision != "day", _PIECE.c.planned.is_not(None))
    return list(connection.execute(asked).scalars())
