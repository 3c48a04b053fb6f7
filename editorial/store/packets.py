"""The packets that were sent to people, and the records that their answers are about."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from editorial.domain.people_records import Packet
from editorial.store.lists import TABLES

_TABLE = TABLES["packet"]
_PIECE = TABLES["piece"].c


def insert_packet(
    connection: Connection, uid: str, person_id: int, made: datetime, asked: Sequence[Mapping[str, Any]]
) -> None:
    """Remember a packet and what it asks."""
    told = json.dumps([dict(one) for one in asked], ensure_ascii=False)
    connection.execute(insert(_TABLE).values(uid=uid, person_id=person_id, made=made, asked=told))


def packet_named(connection: Connection, uid: str) -> Packet | None:
    """Return a packet by its public id, or None."""
    row = connection.execute(select(_TABLE).where(_TABLE.c.uid == uid)).one_or_none()
    if row is None:
        return None
    return Packet(**{**row._mapping, "asked": tuple(json.loads(row.asked))})


def replaced_at(connection: Connection, packet: Packet) -> datetime | None:
    """Return when the next packet was made for the same person, or None."""
    later = (_TABLE.c.person_id == packet.person_id) & (_TABLE.c.id > packet.id)
    return connection.execute(select(_TABLE.c.made).where(later).order_by(_TABLE.c.id).limit(1)).scalar_one_or_none()


def note_answered(connection: Connection, packet_id: int, at: datetime) -> None:
    """Remember when answers to a packet were taken in."""
    connection.execute(update(_TABLE).where(_TABLE.c.id == packet_id).values(answered=at))


def id_of(connection: Connection, kind: str, uid: str) -> int | None:
    """Return the id of a record by its public one; None where it is gone."""
    table = TABLES[kind].c
    return connection.execute(select(table.id).where(table.uid == uid)).scalar_one_or_none()


def titles_given_by(connection: Connection, person_id: int) -> list[str]:
    """Return the titles of the ideas a person gave."""
    return list(connection.execute(select(_PIECE.title).where(_PIECE.given_by_id == person_id)).scalars())
