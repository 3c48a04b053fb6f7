"""What other windows and programs write to the same file, noticed by asking for the newest journal row."""

import sqlite3

from editorial.errors import StoreUnavailable
from editorial.store.engine import read_address
from editorial.store.failures import from_driver, said_clearly
from editorial.store.families import family
from editorial.store.workspace import Changed, Log, Workspace

_NEWEST = "SELECT coalesce(max(id), 0) FROM journal_row"
_SINCE = "SELECT id, change_id, tab FROM journal_row WHERE id > ? ORDER BY id"
_NAMES = "SELECT id, label, author FROM change WHERE id >= ? ORDER BY id"


class Feed:
    """Tells what has been written by others since it was last asked; made and asked in one thread."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._log = Log(workspace.path)
        with said_clearly():
            self._connection = self._connect()
            self._position = int(self._connection.execute(_NEWEST).fetchone()[0])
        workspace.when_closing.append(self.close)

    def poll(self) -> list[Changed]:
        """Return the changes that others have made or added to since the last call, oldest first; takes microseconds.

        A change that another window goes on joining to is told each time. Raises StoreUnavailable where the file went
        away; a file that is busy is asked again the next time.
        """
        if self._workspace.is_writing:
            return []
        try:
            if self._log.is_another():
                self._connection.close()
                self._connection = self._connect()
            newest = int(self._connection.execute(_NEWEST).fetchone()[0])
            return [] if newest == self._position else self._news(newest)
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                return []
            raise from_driver(error) or StoreUnavailable(str(error)) from error

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(
            read_address(self._workspace.path), uri=True, isolation_level=None, check_same_thread=False, timeout=0.05
        )

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _news(self, newest: int) -> list[Changed]:
        touched: dict[int, set[str]] = {}
        for row, change, tab in self._connection.execute(_SINCE, (self._position,)):
            if not self._is_own(row):
                touched.setdefault(change, set()).add(tab)
        self._position = newest
        if not touched:
            return []
        names = {id_: (label, author) for id_, label, author in self._connection.execute(_NAMES, (min(touched),))}
        return [
            Changed(change, *names[change], kinds=frozenset(map(family, tabs)), here=False)
            for change, tabs in touched.items()
        ]

    def _is_own(self, row: int) -> bool:
        return any(after < row <= last for after, last in reversed(self._workspace.own_rows))
