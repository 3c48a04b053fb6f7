"""Reading whole pieces, and writing them so that only what differs is written."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Connection, String, bindparam, delete, func, insert, or_, select, type_coerce, update

from editorial.domain.period import first_of_span
from editorial.domain.records import Link, Piece, Settings
from editorial.domain.vocabulary import Phase, Precision, Tag
from editorial.store.agreement import version_for
from editorial.store.entries import chunks, these
from editorial.store.entry_rows import PRECISIONS
from editorial.store.grounds import read_evidence, read_uses, write_uses
from editorial.store.links import LINKED, drop_main, read_linked, read_links, write_linked, write_links
from editorial.store.list_edits import write_parts
from editorial.store.lists import TABLES
from editorial.store.workspace import new_uid

_PIECE = TABLES["piece"]
_READ_ONLY = frozenset({"id", "uid", "version", "created", "binned"})

COLUMNS = tuple(name for name in Piece.__dataclass_fields__ if name in _PIECE.columns)
"""The fields of a piece that are columns of its own table."""

WRITABLE = (frozenset(Piece.__dataclass_fields__) - _READ_ONLY) | {"links"}
"""The fields of a piece that people write."""

_READ = select(*(_PIECE.c[name] for name in COLUMNS))


def read_pieces(connection: Connection, ids: Sequence[int]) -> list[Piece]:
    """Return these pieces in the order asked for; one that is gone is left out."""
    found = {piece.id: piece for some in chunks(ids) for piece in _read(connection, some)}
    return [found[id_] for id_ in ids if id_ in found]


def _read(connection: Connection, ids: list[int]) -> Iterable[Piece]:
    linked = {attribute: read_linked(connection, attribute, ids) for attribute in LINKED}
    links = read_links(connection, ids)
    several: dict[str, Mapping[int, Sequence[Any]]] = {
        "sales_uses": read_uses(connection, ids),
        "evidence": read_evidence(connection, ids),
    }
    for row in connection.execute(_READ.where(_PIECE.c.id.in_(these(ids)))).all():
        fields: dict[str, Any] = dict(zip(COLUMNS, row, strict=True))
        fields["time"] = fields["time"] and time.fromisoformat(fields["time"])
        fields |= {attribute: tuple(of.get(row.id, ())) for attribute, of in linked.items()}
        fields |= {attribute: tuple(of.get(row.id, ())) for attribute, of in several.items()}
        yield Piece(**fields, links=tuple(links.get(row.id, ())))


def titles(connection: Connection, ids: Iterable[int]) -> dict[int, str]:
    """Return the titles of these pieces."""
    asked = select(_PIECE.c.id, _PIECE.c.title)
    return {
        row.id: row.title
        for some in chunks(ids)
        for row in connection.execute(asked.where(_PIECE.c.id.in_(these(some)))).all()
    }


def version_of(connection: Connection, piece_id: int) -> int | None:
    """Return the version of a piece, held against other writers until the change ends; None where it is gone."""
    asked = select(_PIECE.c.version).where(_PIECE.c.id == piece_id).with_for_update()
    return connection.execute(asked).scalar_one_or_none()


def first_status(connection: Connection, phase: Phase) -> int:
    """Return the first status of a phase; where the team has none, the first of all."""
    status = TABLES["status"].c
    asked = select(status.id).order_by(status.phase != phase, status.position, status.id).limit(1)
    return int(connection.execute(asked).scalar_one())


def insert_piece(connection: Connection, fields: Mapping[str, Any], settings: Settings) -> int:
    """Add a piece and return its id; `fields` are named as in Piece."""
    values = {name: _stored(name, value) for name, value in fields.items() if name in COLUMNS}
    values.setdefault("precision", Precision.DAY)
    if values.get("tag") is Tag.AGREED:
        values.setdefault("tag_version", version_for(connection, Tag.AGREED))
    if values.get("planned") is not None:
        values["planned"] = first_of_span(values["planned"], values["precision"], settings)
    made = insert(_PIECE).values(uid=new_uid(), created=datetime.now(UTC), **values).returning(_PIECE.c.id)
    piece_id = int(connection.execute(made).scalar_one())
    _write_several(connection, [piece_id], fields)
    return piece_id


def set_fields(connection: Connection, ids: Sequence[int], fields: Mapping[str, Any], settings: Settings) -> None:
    """Give the pieces these values, writing only what differs.

    Another stage makes the stage's tag proposed again, unless the tag is among the fields; a tag that is agreed belongs
    to the newest version of the stage agreement.
    """
    if "stage_id" in fields:
        reset = {} if "tag" in fields else {"tag": Tag.PROPOSED, "tag_reason": "", "tag_version": None}
        _update(connection, ids, {"stage_id": fields["stage_id"]}, reset)
    if "tag" in fields and "tag_version" not in fields:
        _update(connection, ids, {"tag": fields["tag"]}, {"tag_version": version_for(connection, fields["tag"])})
    apart = {"stage_id", "planned", "precision"}
    plain = {name: _stored(name, value) for name, value in fields.items() if name in COLUMNS and name not in apart}
    if plain:
        _update(connection, ids, plain, {})
    if "planned" in fields or "precision" in fields:
        _set_dates(connection, ids, fields, settings)
    _write_several(connection, ids, fields)


def _stored(name: str, value: Any) -> Any:
    return f"{value:%H:%M}" if name == "time" and value is not None else value


def _update(connection: Connection, ids: Sequence[int], values: Mapping[str, Any], besides: Mapping[str, Any]) -> None:
    """Write the values where one of them differs; `besides` is written with them but not compared."""
    differs = or_(*(_PIECE.c[name].is_distinct_from(value) for name, value in values.items()))
    written = update(_PIECE).values(**values, **besides)
    for some in chunks(ids):
        connection.execute(written.where(_PIECE.c.id.in_(these(some)), differs))


def _set_dates(connection: Connection, ids: Sequence[int], fields: Mapping[str, Any], settings: Settings) -> None:
    days = {}
    for id_, (planned, precision) in read_days(connection, ids).items():
        day, word = fields.get("planned", planned), fields.get("precision", precision)
        days[id_] = (first_of_span(day, word, settings), word) if day else (None, word)
    write_days(connection, days)


def read_days(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[date | None, Precision]]:
    """Return the planned date and precision of these pieces."""
    asked = select(_PIECE.c.id, _PIECE.c.planned, type_coerce(_PIECE.c.precision, String))
    return {
        id_: (planned, PRECISIONS[word])
        for some in chunks(ids)
        for id_, planned, word in connection.execute(asked.where(_PIECE.c.id.in_(these(some)))).all()
    }


def write_days(connection: Connection, days: Mapping[int, tuple[date | None, Precision]]) -> None:
    """Give each piece its planned date and precision; one that has them already is left as it is."""
    rows = [{"piece": id_, "day": day, "word": word} for id_, (day, word) in days.items()]
    if rows:
        connection.execute(_WRITE_DAY, rows)


_DAY = bindparam("day", type_=_PIECE.c.planned.type)
_WORD = bindparam("word", type_=_PIECE.c.precision.type)
_WRITE_DAY = (
    update(_PIECE)
    .values(planned=_DAY, precision=_WORD)
    .where(_PIECE.c.id == bindparam("piece"))
    .where(or_(_PIECE.c.planned.is_distinct_from(_DAY), _PIECE.c.precision != _WORD))
)


def _write_several(connection: Connection, ids: Sequence[int], fields: Mapping[str, Any]) -> None:
    for attribute in LINKED.keys() & fields.keys():
        several: Sequence[int] = fields[attribute]
        write_linked(connection, attribute, dict.fromkeys(ids, tuple(several)))
    for attribute, main in (("further_stage_ids", "stage_id"), ("further_interest_ids", "interest_id")):
        if main in fields and attribute not in fields:
            drop_main(connection, attribute, ids)
    if "links" in fields:
        listed: Sequence[Link] = fields["links"]
        write_links(connection, dict.fromkeys(ids, tuple(listed)))
    if "sales_uses" in fields:
        write_uses(connection, ids, fields["sales_uses"])
    if "evidence" in fields:
        for id_ in ids:
            write_parts(connection, TABLES["evidence"], "piece_id", id_, fields["evidence"])


def throw_away(connection: Connection, ids: Sequence[int], *, back: bool = False) -> None:
    """Put pieces into the bin, or take them back out of it."""
    binned = None if back else datetime.now(UTC)
    there = _PIECE.c.binned.is_not(None) if back else _PIECE.c.binned.is_(None)
    written = update(_PIECE).values(binned=binned)
    for some in chunks(ids):
        connection.execute(written.where(_PIECE.c.id.in_(these(some)), there))


def count_binned(connection: Connection) -> int:
    """Count what lies in the bin."""
    asked = select(func.count()).select_from(_PIECE).where(_PIECE.c.binned.is_not(None))
    return int(connection.execute(asked).scalar_one())


def empty_bin(connection: Connection) -> None:
    """Delete what lies in the bin, with everything that belongs to it."""
    connection.execute(delete(_PIECE).where(_PIECE.c.binned.is_not(None)))
