"""Which pieces fill slots, and giving pieces a slot or taking it away."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, String, or_, select, type_coerce, update

from editorial.domain.planning_records import Slot
from editorial.domain.slots import Filling
from editorial.domain.vocabulary import Phase, Precision
from editorial.store.lists import TABLES, read_list

_PIECE = TABLES["piece"]
_STATUS = TABLES["status"].c
_EXACT = or_(_PIECE.c.published_on.is_not(None), type_coerce(_PIECE.c.precision, String) == Precision.DAY.value)
_FILLING = (
    select(_PIECE.c.id, _PIECE.c.slot_id, _PIECE.c.publish_date, _PIECE.c.published_on)
    .join(TABLES["status"], _STATUS.id == _PIECE.c.status_id)
    .where(_PIECE.c.slot_id.is_not(None), _EXACT, type_coerce(_STATUS.phase, String) != Phase.PARKED.value)
    .order_by(_PIECE.c.publish_date, _PIECE.c.time.is_not(None), _PIECE.c.time, _PIECE.c.id)
)


def read_slots(connection: Connection) -> list[Slot]:
    """Return every slot with its exceptions, in order."""
    return list(read_list(connection, "slot").values())


def fillings(connection: Connection, first: date, last: date, slot_id: int | None = None) -> list[Filling]:
    """Return the pieces that name a slot and stand on an exact day between two days, in order; parked ones do not."""
    asked = _FILLING.where(_PIECE.c.publish_date.between(first, last))
    if slot_id is not None:
        asked = asked.where(_PIECE.c.slot_id == slot_id)
    return [
        Filling(id_, slot, day, published_on is not None)
        for id_, slot, day, published_on in connection.execute(asked).all()
    ]


def hand_over(connection: Connection, old: int, new: int | None, days: Sequence[date]) -> None:
    """Let the pieces that stand on these days in one slot stand in another, or in none; published ones stay."""
    if not days:
        return
    named = _PIECE.c.slot_id == old, _PIECE.c.publish_date.in_(list(days)), _PIECE.c.published_on.is_(None)
    connection.execute(update(_PIECE).where(*named).values(slot_id=new))
