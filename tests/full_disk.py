"""A disk that fills up, and has room again."""

from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, event

from editorial.store.workspace import Workspace

PLENTY = 1_000_000
_pages: WeakKeyDictionary[Engine, int] = WeakKeyDictionary()


def room(workspace: Workspace, pages: int) -> None:
    """Let the file grow to so many pages from here on, whichever connection writes to it."""
    _pages[workspace.engine] = pages


@event.listens_for(Engine, "begin")
def _limit(connection: Connection) -> None:
    if connection.engine in _pages:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {_pages[connection.engine]}")
