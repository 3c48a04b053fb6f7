"""The ideas of a planning session."""

from sqlalchemy import Connection, select

from editorial.store.lists import TABLES


def captured_ids(connection: Connection, session_id: int) -> list[int]:
    """Return the ideas that were written down in a session, the newest first, the bin left out."""
    piece = TABLES["piece"].c
    asked = select(piece.id).where(piece.session_id == session_id, piece.binned.is_(None)).order_by(piece.id.desc())
    return list(connection.execute(asked).scalars())
