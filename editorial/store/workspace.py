"""An open workspace: reading, and the one way to write."""

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from sqlalchemy import Connection, Engine
from sqlmodel import Session

from editorial.errors import StoreUnavailable
from editorial.language import _
from editorial.store.changes import Asked, Opened, begin_change, finish_change, raise_versions
from editorial.store.engine import WHOLE, WRITING
from editorial.store.failures import said_clearly
from editorial.store.ids import new_uid

__all__ = ["Changed", "Workspace", "new_uid"]


def this_user() -> str:
    """Return the name of the operating system's user."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


_NONE = (0, 0)


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
        self._log = Log(path)
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
        return self._open.id

    @contextmanager
    def read(self, *, whole: bool = False) -> Iterator[Connection]:
        """Give a connection for reading; what it sees does not move while it is held.

        Say `whole` where nearly all of the file will be read.
        """
        self._keep_log()
        with said_clearly(), self.engine.connect() as connection:
            if whole:
                connection.exec_driver_sql(WHOLE)
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
        self._keep_log()
        with self._writing:
            if self._open is not None:
                raise RuntimeError("a change cannot be made inside another change")
            asked = Asked(self.author, label, self.revision, joins, undoes)
            finished = None
            with said_clearly(), self.engine.connect().execution_options(**{WRITING: True}) as connection:
                try:
                    with connection.begin() as transaction:
                        opened = self._open = begin_change(connection, asked)
                        with Session(bind=connection, join_transaction_mode="rollback_only") as session:
                            yield session
                            session.flush()
                        finished = finish_change(connection, opened)
                        if finished is None:
                            transaction.rollback()
                    if finished is not None:
                        self._keep_own(opened.after_row, finished.last_row)
                finally:
                    self._open = None
            if finished is not None:
                self.notify(Changed(opened.id, label, self.author, finished.kinds, here=True))

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

    def _refuse_when_gone(self) -> None:
        # What is written to a file that was deleted or replaced goes nowhere, without an error.
        if _identity(self.path) != self._file:
            raise StoreUnavailable(
                _("The file {name} was moved, deleted or replaced by another program. Nothing was changed.").format(
                    name=self.path.name
                ),
                copyable=True,
            )

    def _keep_log(self) -> None:
        """Connect anew where the log was taken away; whoever took it brought what it held into the file."""
        if self._open is None and self._log.is_another():
            self.engine.dispose()

    def raise_versions(self, session: Session) -> None:
        """Raise the version of every piece touched so far now, for a service that hands on the new version.

        At the latest it happens when the change ends: whatever belongs to a piece raises its version, links and bulk
        statements too, so that a stale edit is noticed.
        """
        assert self._open is not None
        session.flush()
        raise_versions(session.connection(), self._open)

    def _keep_own(self, after: int, last: int) -> None:
        if self.own_rows and self.own_rows[-1][1] == after:
            after = self.own_rows.pop()[0]
        self.own_rows.append((after, last))


class Log:
    """Watches the write-ahead log beside a file.

    Where any part of a program opens and closes a file that SQLite has open, its locks are gone, and the next program
    that is done with the file deletes the log. What is written to a deleted log goes nowhere, without an error.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._file = path, _identity(path)
        self._log = path.with_name(path.name + "-wal")
        self._seen = _NONE

    def is_another(self) -> bool:
        """Tell whether the log is gone, or another one, since this was last asked.

        Where the file itself is gone too, what is open is all there is left of it, and nothing is said.
        """
        before, self._seen = self._seen, _identity(self._log)
        return before not in (_NONE, self._seen) and _identity(self._path) == self._file


def _identity(path: Path) -> tuple[int, int]:
    """Return what tells a file from another of the same name; zeros where there is none."""
    try:
        status = path.stat()
    except OSError:
        return _NONE
    return (status.st_dev, status.st_ino)
