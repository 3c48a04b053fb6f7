"""An open workspace: reading, and the one way to write."""

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import RLock

from sqlalchemy import Connection, Engine
from sqlmodel import Session
from uuid_utils import uuid7

from editorial.errors import StoreUnavailable
from editorial.language import _
from editorial.store.databases import close_change, count_anew, open_change
from editorial.store.engine import WRITING
from editorial.store.failures import said_clearly
from editorial.store.families import family, family_tables
from editorial.store.find import index_change
from editorial.store.statements import sql

JOIN_WITHIN = timedelta(minutes=10)
"""Typing joins into one change until the field is left, or this much time has passed."""

MANY_ROWS = 2_000
"""A change of more rows makes what the planner knows of the tables untrue."""


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
        self._file = _identity(path)
        self.own_rows: list[tuple[int, int]] = []
        """Spans of journal rows written here, first excluded, last included: what a feed need not tell."""
        self._listeners: list[Callable[[Changed], None]] = []
        self._writing = RLock()
        self.when_closing: list[Callable[[], None]] = []
        self._open: Opened | None = None

    @property
    def is_writing(self) -> bool:
        """True while a change is being made here, in whichever thread."""
        return self._open is not None

    @property
    def open_change(self) -> int:
        """Return the id of the change being made here."""
        if self._open is None:
            raise RuntimeError("no change is being made")
        return self._open.change

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
        self._refuse_when_gone()
        with self._writing:
            if self._open is not None:
                raise RuntimeError("a change cannot be made inside another change")
            finished = None
            with said_clearly(), self.engine.connect().execution_options(**{WRITING: True}) as connection:
                try:
                    with connection.begin() as transaction:
                        opened = self._open = self._begin(connection, label, joins, undoes)
                        with Session(bind=connection, join_transaction_mode="rollback_only") as session:
                            yield session
                            session.flush()
                        finished = self._finish(connection, opened)
                        if finished is None:
                            transaction.rollback()
                    if finished is not None:
                        self._keep_own(opened.after_row, finished[1])
                finally:
                    self._open = None
            if finished is not None:
                self.notify(finished[0])

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
        """Close every connection, after SQLite has looked whether its figures for the planner are still true."""
        if not self.readonly:
            with suppress(StoreUnavailable), self.read() as connection:
                connection.exec_driver_sql("PRAGMA optimize")
        while self.when_closing:
            self.when_closing.pop()()
        self.engine.dispose()

    def _begin(self, connection: Connection, label: str, joins: str, undoes: int | None) -> "Opened":
        last_row = connection.execute(sql("SELECT coalesce(max(id), 0) FROM journal_row")).scalar_one()
        number = self._joined(connection, joins) if joins else None
        if number is None:
            number = self._new_change(connection, label, joins, undoes, last_row)
        open_change(connection, number)
        return Opened(number, label, last_row, last_row, keeps_nothing=undoes is not None)

    def _joined(self, connection: Connection, joins: str) -> int | None:
        newest = connection.execute(
            sql("SELECT id, author, joins, at, undone_by FROM change ORDER BY id DESC LIMIT 1")
        ).first()
        if newest is None or (newest.author, newest.joins, newest.undone_by) != (self.author, joins, None):
            return None
        if datetime.fromisoformat(newest.at).replace(tzinfo=UTC) < datetime.now(UTC) - JOIN_WITHIN:
            return None
        connection.execute(sql("UPDATE change SET at = :at WHERE id = :c"), {"at": _stamp(), "c": newest.id})
        return int(newest.id)

    def _new_change(self, connection: Connection, label: str, joins: str, undoes: int | None, last_row: int) -> int:
        row = connection.execute(
            sql(
                "INSERT INTO change(uid, at, author, label, joins, revision, undoes, first_row, last_row) "
                "VALUES (:uid, :at, :author, :label, :joins, :revision, :undoes, :first, :first) RETURNING id"
            ),
            {
                "uid": new_uid(),
                "at": _stamp(),
                "author": self.author,
                "label": label,
                "joins": joins,
                "revision": self.revision,
                "undoes": undoes,
                "first": last_row,
            },
        ).one()
        return int(row.id)

    def _finish(self, connection: Connection, opened: "Opened") -> tuple[Changed, int] | None:
        """Raise versions and index what the change touched; return the notice and the last journal row.

        Returns None where nothing was changed.
        """
        written = {"c": opened.change, "after": opened.after_row}
        found = connection.execute(sql(f"SELECT DISTINCT tab FROM journal_row WHERE {WRITTEN}"), written)
        touched = set(found.scalars())
        if not touched and not opened.keeps_nothing:
            return None
        if any(family(tab) == "piece" for tab in touched):
            connection.execute(sql(_RAISE_VERSIONS), {**written, "after": opened.raised_to})
        index_change(connection, written, touched)
        close_change(connection)
        last_row = connection.execute(sql("SELECT max(id) FROM journal_row")).scalar_one()
        connection.execute(
            sql("UPDATE change SET last_row = :last WHERE id = :c"), {"last": last_row, "c": opened.change}
        )
        if last_row - opened.after_row > MANY_ROWS:
            count_anew(connection)
        kinds = frozenset(family(tab) for tab in touched)
        return Changed(opened.change, opened.label, self.author, kinds, here=True), last_row

    def _refuse_when_gone(self) -> None:
        # What is written to a file that was deleted or replaced goes nowhere, without an error.
        if _identity(self.path) != self._file:
            raise StoreUnavailable(
                _("The file {name} was moved, deleted or replaced by another program. Nothing was changed.").format(
                    name=self.path.name
                )
            )

    def raise_versions(self, session: Session) -> None:
        """Raise the version of every piece touched so far now, for a service that hands on the new version.

        At the latest it happens when the change ends: whatever belongs to a piece raises its version, links and bulk
        statements too, so that a stale edit is noticed.
        """
        assert self._open is not None
        session.flush()
        connection = session.connection()
        connection.execute(sql(_RAISE_VERSIONS), {"c": self._open.change, "after": self._open.raised_to})
        raised_to = connection.execute(sql("SELECT coalesce(max(id), 0) FROM journal_row")).scalar_one()
        self._open.raised_to = raised_to

    def _keep_own(self, after: int, last: int) -> None:
        if self.own_rows and self.own_rows[-1][1] == after:
            after = self.own_rows.pop()[0]
        self.own_rows.append((after, last))


@dataclass(slots=True)
class Opened:
    """The change being made, the last journal row before it, and the last one for which versions were raised."""

    change: int
    label: str
    after_row: int
    raised_to: int
    keeps_nothing: bool
    """True for an undo: one of a change that came to nothing must stand, or it would be offered for ever."""


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


def _identity(path: Path) -> tuple[int, int]:
    """Return what tells a file from another of the same name; zeros where there is none."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return (status.st_dev, status.st_ino)


def _stamp() -> str:
    return datetime.now(UTC).replace(tzinfo=None).isoformat(" ", timespec="microseconds")
