"""Beginning and finishing a change inside its transaction."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from editorial.store.databases import close_change, count_anew, open_change
from editorial.store.families import family, family_tables
from editorial.store.find import index_change
from editorial.store.ids import new_uid
from editorial.store.squashing import squash
from editorial.store.statements import sql

JOIN_WITHIN = timedelta(minutes=10)
"""Typing joins into one change until the field is left, or this much time has passed."""

MANY_ROWS = 2_000
"""A change of more rows makes what the planner knows of the tables untrue."""

WRITTEN = "id > :after AND change_id = :c"
"""Picks the journal rows of the change being made, without those it had before it was joined."""

_OF_PIECES = ", ".join(f"'{tab}'" for tab in family_tables("piece"))
_RAISE_VERSIONS = f"""
UPDATE piece SET version = version + 1 WHERE id IN (
  SELECT record FROM journal_row WHERE {WRITTEN} AND tab IN ({_OF_PIECES})
  EXCEPT SELECT record FROM journal_row WHERE {WRITTEN} AND tab = 'piece'
    AND (op = 'insert' OR CAST(after AS TEXT) LIKE '%"version"%'))
"""
"""Raises the version of the pieces touched whose writer has not raised it."""

_NEWEST = "SELECT id, author, joins, at, undone_by FROM change ORDER BY id DESC LIMIT 1"
_NEW = """
INSERT INTO change(uid, at, author, label, joins, revision, undoes, first_row, last_row)
VALUES (:uid, :at, :author, :label, :joins, :revision, :undoes, :first, :first) RETURNING id
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a change is to be: who makes it, what it is called, what it joins or undoes, and under which schema."""

    author: str
    label: str
    revision: str
    joins: str = ""
    undoes: int | None = None


@dataclass(slots=True)
class Opened:
    """The change being made, the last journal row before it, and the last one for which versions were raised."""

    id: int
    asked: Asked
    after_row: int
    raised_to: int
    joined: bool = False
    """Whether it goes on with a change that was there."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What a change came to: the kinds of record it touched, and its last journal row."""

    kinds: frozenset[str]
    last_row: int


def begin_change(connection: Connection, asked: Asked) -> Opened:
    """Open the journal for a new change, or for the newest one where this joins it."""
    last_row = _last_row(connection)
    going_on = _joined(connection, asked)
    number = _new_change(connection, asked, last_row) if going_on is None else going_on
    open_change(connection, number)
    return Opened(number, asked, last_row, last_row, joined=going_on is not None)


def finish_change(connection: Connection, opened: Opened) -> Finished | None:
    """Raise versions, index what the change touched and close the journal; None where nothing was changed.

    An undo stands even so: that of a change that came to nothing would be offered for ever.
    """
    written = {"c": opened.id, "after": opened.after_row}
    found = connection.execute(sql(f"SELECT DISTINCT tab FROM journal_row WHERE {WRITTEN}"), written)
    touched = set(found.scalars())
    if not touched and opened.asked.undoes is None:
        return None
    kinds = frozenset(family(tab) for tab in touched)
    if "piece" in kinds:
        raise_versions(connection, opened)
    index_change(connection, written, touched)
    if opened.joined:
        squash(connection, opened.id)
    close_change(connection)
    last_row = _last_row(connection)
    connection.execute(sql("UPDATE change SET last_row = :last WHERE id = :c"), {"last": last_row, "c": opened.id})
    if last_row - opened.after_row > MANY_ROWS:
        count_anew(connection)
    return Finished(kinds, last_row)


def raise_versions(connection: Connection, opened: Opened) -> None:
    """Raise the version of every piece that was touched since this was last done."""
    connection.execute(sql(_RAISE_VERSIONS), {"c": opened.id, "after": opened.raised_to})
    opened.raised_to = _last_row(connection)


def _last_row(connection: Connection) -> int:
    return int(connection.execute(sql("SELECT coalesce(max(id), 0) FROM journal_row")).scalar_one())


def _joined(connection: Connection, asked: Asked) -> int | None:
    newest = connection.execute(sql(_NEWEST)).first() if asked.joins else None
    if newest is None or (newest.author, newest.joins, newest.undone_by) != (asked.author, asked.joins, None):
        return None
    if datetime.fromisoformat(newest.at).replace(tzinfo=UTC) < datetime.now(UTC) - JOIN_WITHIN:
        return None
    connection.execute(sql("UPDATE change SET at = :at WHERE id = :c"), {"at": _stamp(), "c": newest.id})
    return int(newest.id)


def _new_change(connection: Connection, asked: Asked, last_row: int) -> int:
    values = {
        "uid": new_uid(),
        "at": _stamp(),
        "author": asked.author,
        "label": asked.label,
        "joins": asked.joins,
        "revision": asked.revision,
        "undoes": asked.undoes,
        "first": last_row,
    }
    return int(connection.execute(sql(_NEW), values).scalar_one())


def _stamp() -> str:
    return datetime.now(UTC).replace(tzinfo=None).isoformat(" ", timespec="microseconds")
