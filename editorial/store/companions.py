"""Which pieces have a companion, and which say what they start from."""

from sqlalchemy import Connection, select, union

from editorial.store.counting import P


def paired(connection: Connection) -> set[int]:
    """Return the pieces that name a companion, and those that are named as one."""
    there = P.companion_id.is_not(None), P.binned.is_(None)
    asked = union(select(P.id).where(*there), select(P.companion_id).where(*there))
    return set(connection.execute(asked).scalars())


def led(connection: Connection) -> set[int]:
    """Return the pieces that say whether they start from an issue or from the offer."""
    return set(connection.execute(select(P.id).where(P.lead.is_not(None), P.binned.is_(None))).scalars())
