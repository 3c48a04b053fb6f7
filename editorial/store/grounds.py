"""What a piece rests on, and what sales does with it."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from editorial.domain.records import Evidence
from editorial.domain.vocabulary import SalesUse
from editorial.store.entries import these
from editorial.store.lists import TABLES

_EVIDENCE = TABLES["evidence"]
_USE = TABLES["piece_use"]
_FIELDS = tuple(Evidence.__dataclass_fields__)


def read_evidence(connection: Connection, ids: Sequence[int]) -> dict[int, list[Evidence]]:
    """Return the evidence of each of these pieces, in order."""
    asked = select(_EVIDENCE.c.piece_id, *(_EVIDENCE.c[name] for name in _FIELDS))
    found: dict[int, list[Evidence]] = {}
    rows = connection.execute(
        asked.where(_EVIDENCE.c.piece_id.in_(these(ids))).order_by(_EVIDENCE.c.position, _EVIDENCE.c.id)
    )
    for piece, *values in rows:
        found.setdefault(piece, []).append(Evidence(**dict(zip(_FIELDS, values, strict=True))))
    return found


def read_uses(connection: Connection, ids: Sequence[int]) -> dict[int, list[SalesUse]]:
    """Return what sales does with each of these pieces, in the order of the vocabulary."""
    asked = select(_USE.c.piece_id, _USE.c.use).where(_USE.c.piece_id.in_(these(ids)))
    found: dict[int, list[SalesUse]] = {}
    for piece, use in connection.execute(asked.order_by(_USE.c.position)):
        found.setdefault(piece, []).append(SalesUse(use))
    return found


def write_uses(connection: Connection, ids: Sequence[int], uses: Sequence[SalesUse]) -> None:
    """Give each piece exactly these uses; what is as it was is left alone."""
    wanted = [use for use in SalesUse if use in uses]
    before = read_uses(connection, ids)
    for id_ in ids:
        there = before.get(id_, [])
        if gone := [use.value for use in there if use not in wanted]:
            connection.execute(delete(_USE).where(_USE.c.piece_id == id_, _USE.c.use.in_(gone)))
        if new := [use for use in wanted if use not in there]:
            order = list(SalesUse)
            rows = [{"piece_id": id_, "use": use.value, "position": order.index(use)} for use in new]
            connection.execute(insert(_USE), rows)
