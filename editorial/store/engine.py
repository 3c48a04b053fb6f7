"""Connections to a workspace file: how SQLite is opened, and what each transaction begins with."""

import os
import sqlite3
from pathlib import Path, PurePath

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from editorial.domain.folding import fold

BUSY_MS = 5_000
READ_CACHE_KIB, WRITE_CACHE_KIB = 4_096, 65_536
"""How much of the file a connection keeps: several read at once, one writes, and an import touches all of it."""
WHOLE = f"PRAGMA cache_size=-{WRITE_CACHE_KIB}"
"""Lets a connection keep most of the file."""
WRITING = "editorial_writing"
"""Execution option of a connection whose transaction will write."""


def sqlite_engine(path: Path, *, readonly: bool = False, shared: bool = False) -> Engine:
    """Return an engine for the file; `shared` ones (network, synced folders) keep a rollback journal, not WAL."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: _connect(path, readonly=readonly, shared=shared),
        pool_size=5,
        max_overflow=5,
        poolclass=QueuePool,
        pool_use_lifo=True,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def read_address(path: Path) -> str:
    """Return the address that opens the file for reading, also where its folder admits no log beside it."""
    writable = os.access(path.absolute().parent, os.W_OK)
    log = path.with_name(path.name + "-wal")
    return file_address(path.resolve()) + ("?mode=ro" if writable or log.exists() else "?immutable=1")


def file_address(path: PurePath) -> str:
    """Return the address of a file as SQLite wants it: a share's server belongs to the path, with two more strokes."""
    address = path.as_uri()
    return address if address.startswith("file:///") else f"file:////{address.removeprefix('file://')}"


def _connect(path: Path, *, readonly: bool, shared: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        read_address(path) if readonly else f"{file_address(path.resolve())}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_MS / 1000,
        cached_statements=256,
    )
    if not readonly:
        connection.execute(f"PRAGMA journal_mode={'DELETE' if shared else 'WAL'}")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA recursive_triggers=ON")
    connection.execute(f"PRAGMA cache_size=-{READ_CACHE_KIB}")
    connection.execute("PRAGMA analysis_limit=400")
    connection.create_function("fold", 1, fold, deterministic=True)
    return connection


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(WRITING)
    if writing:
        connection.exec_driver_sql(WHOLE)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
