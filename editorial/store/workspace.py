"""An open workspace: reading, and the one way to write."""

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import RLock

from sqlalchemy import Connection, Engine, text
from sqlmodel import Session
from uuid_utils import uuid7

from editorial.errors import StoreUnavailable
from editorial.language import _
from editorial.store.engine import WRITING
from editorial.store.failures import said_clearly
from editorial.store.find import index_change
from editorial.store.journal import family

JOIN_WITHIN = timedelta(minutes=10)
"""Typing joins into one change until the field is left, or this much time has passed."""


def new_uid() -> str:
    """Return a new public id: UUIDv7, so ids sort in order of creation."""
    return str(uuid7())


def this_user() -> str:
    """Return the name of the operating system's user."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


@dataclass(frozen=True, slots=True)
class Changed:
    """What kind of thing changed: the notice to screens and other windows."""

    change_id: int
    label: str
    author: str
    kinds: frozenset[str]
    """Families of tables: `piece`, `segment`, `workspace`, …"""
    here: bool
    """True where this very workspace object made the change."""


class Workspace:
    """One workspace, open. Reading is free; every write goes through `change()`."""

    def __init__(self, engine: Engine, path: Path, revision: str, *, author: str = "", readonly: bool = False) -> None:
        self.engine = engine
        self.path = path
        self.revision = revision
        self.author = author or this_user()
        self.readonly = readonly
        self.seen = 0
        self._listeners: list[Callable[[Changed], None]] = []
        self._writing = RLock()
        self._open_change: int | None = None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection for reading; what it sees does not move while it is held."""
        with said_clearly(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def change(self, label: str, *, joins: str = "", undoes: int | None = None) -> Iterator[Session]:
        """Write as one labelled change: all of it or nothing, recorded so that it can be taken back.

        A change that leaves every row as it was is not kept. Edits with the same `joins` key join into one change while
        it is the newest. Raises RuleBroken, StaleEdit or StoreUnavailable, after which nothing has been written.
        """
        if self.readonly:
            raise StoreUnavailable(_("This workspace was opened for reading only."))
        with self._writing:
            if self._open_change is not None:
                raise RuntimeError("a change cannot be made inside another change")
            notice = None
            with said_clearly(), self.engine.connect().execution_options(**{WRITING: True}) as connection:
                try:
                    with connection.begin() as transaction:
                        number = self._begin(connection, label, joins, undoes)
                        with Session(bind=connection, join_transaction_mode="rollback_only") as session:
                            yield session
                            session.flush()
                        notice = self._finish(connection, number)
                        if notice is None:
                            transaction.rollback()
                finally:
                    self._open_change = None
            if notice is not None:
                self.seen = max(self.seen, notice.change_id)
                self.notify(notice)

    def subscribe(self, listener: Callable[[Changed], None]) -> Callable[[], None]:
        """Call the listener after each change, in the thread that made it; return what ends the subscription."""
        self._listeners.append(listener)

        def leave() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return leave

    def notify(self, notice: Changed) -> None:
        """Tell every listener."""
        for listener in list(self._listeners):
            listener(notice)

    def close(self) -> None:
        """Close every connection."""
        if not self.readonly:
            with suppress(StoreUnavailable), self.read() as connection:
                connection.exec_driver_sql("PRAGMA optimize")
        self.engine.dispose()

    def _begin(self, connection: Connection, label: str, joins: str, undoes: int | None) -> int:
        number = self._joined(connection, joins) if joins else None
        if number is None:
            number = self._new_change(connection, label, joins, undoes)
        connection.execute(text("INSERT INTO journal_open(id) VALUES (:c)"), {"c": number})
        self._open_change = number
        return number

    def _joined(self, connection: Connection, joins: str) -> int | None:
        newest = connection.execute(
            text("SELECT id, author, joins, at, undone_by FROM change ORDER BY id DESC LIMIT 1")
        ).first()
        if newest is None or (newest.author, newest.joins, newest.undone_by) != (self.author, joins, None):
            return None
        if datetime.fromisoformat(newest.at).replace(tzinfo=UTC) < datetime.now(UTC) - JOIN_WITHIN:
            return None
        connection.execute(text("UPDATE change SET at = :at WHERE id = :c"), {"at": _stamp(), "c": newest.id})
        return int(newest.id)

    def _new_change(self, connection: Connection, label: str, joins: str, undoes: int | None) -> int:
        row = connection.execute(
            text(
                "INSERT INTO change(uid, at, author, label, joins, revision, undoes) "
                "VALUES (:uid, :at, :author, :label, :joins, :revision, :undoes) RETURNING id"
            ),
            {
                "uid": new_uid(),
                "at": _stamp(),
                "author": self.author,
                "label": label,
                "joins": joins,
                "revision": self.revision,
                "undoes": undoes,
            },
        ).one()
        return int(row.id)

    def _finish(self, connection: Connection, number: int) -> Changed | None:
        """Index what the change touched; return the notice, or None where nothing was changed."""
        found = connection.execute(
            text("SELECT DISTINCT tab FROM journal_row WHERE change_id = :c"), {"c": number}
        ).scalars()
        touched = set(found.all())
        if not touched:
            return None
        index_change(connection, number, touched)
        connection.execute(text("DELETE FROM journal_open"))
        label = connection.execute(text("SELECT label FROM change WHERE id = :c"), {"c": number}).scalar_one()
        return Changed(number, label, self.author, frozenset(family(tab) for tab in touched), here=True)


def _stamp() -> str:
    return datetime.now(UTC).replace(tzinfo=None).isoformat(" ", timespec="microseconds")
