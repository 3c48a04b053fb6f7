"""Making the file of a new workspace: all of it or nothing."""

import os
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert
from sqlmodel import SQLModel

from editorial.domain.records import Settings
from editorial.domain.starting_lists import StartingLists
from editorial.errors import StoreUnavailable
from editorial.language import _
from editorial.store.engine import WRITING, read_address, sqlite_engine
from editorial.store.failures import said_clearly
from editorial.store.journal import make_triggers
from editorial.store.schema import make_tables
from editorial.store.tables import ChannelRow, FormatRow, QuestionTemplateRow, StageRow, StatusRow, WorkspaceRow
from editorial.store.workspace import new_uid


def create_file(path: Path, settings: Settings, lists: StartingLists, source: Path | None = None) -> None:
    """Make a workspace file with these settings and lists, or with the lists and settings of the file `source`.

    Raises StoreUnavailable where something of that name exists or the folder cannot be written.
    """
    refuse_existing(path)
    unfinished = path.with_name(f".{path.name}.new")
    with said_clearly():
        _make_empty(unfinished)
        try:
            _build(unfinished, settings, lists, source)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)


def refuse_existing(path: Path) -> None:
    """Raise StoreUnavailable where something of that name exists: nothing is ever overwritten.

    Nor is a log that was left behind: SQLite would play it into the new file, and its own workspace may be elsewhere.
    """
    if path.exists():
        raise StoreUnavailable(_("There is already something called {name} there.").format(name=path.name))
    for ending in ("-wal", "-journal"):
        left = path.with_name(path.name + ending)
        if left.exists():
            said = _("{left} was left there by another workspace. Move it away, or choose another name.")
            raise StoreUnavailable(said.format(left=left.name))
    if not path.parent.is_dir():
        raise StoreUnavailable(_("There is no folder {name}.").format(name=path.parent))


def _make_empty(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o644))


def _build(path: Path, settings: Settings, lists: StartingLists, source: Path | None) -> None:
    engine = sqlite_engine(path, shared=True)
    try:
        with engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
            make_tables(connection)
            if source is None:
                _insert_lists(connection, settings, lists)
            else:
                _copy_lists(connection, settings, source)
            make_triggers(connection)
    finally:
        engine.dispose()


def _insert_lists(connection: Connection, settings: Settings, lists: StartingLists) -> None:
    _insert(connection, WorkspaceRow, [_settings_row(settings)])
    for row, records in (
        (StageRow, lists.stages),
        (StatusRow, lists.statuses),
        (FormatRow, lists.formats),
        (ChannelRow, lists.channels),
        (QuestionTemplateRow, lists.templates),
    ):
        _insert(connection, row, _values(records))


def _values(records: Sequence[Any]) -> Iterable[dict[str, Any]]:
    for record in records:
        values = {field.name: getattr(record, field.name) for field in fields(record)}
        yield {**values, "id": None, "uid": new_uid()}


def _insert(connection: Connection, row: type[SQLModel], values: Iterable[dict[str, Any]]) -> None:
    if listed := list(values):
        table = SQLModel.metadata.tables[str(row.__tablename__)]
        connection.execute(insert(table), listed)


def _settings_row(settings: Settings) -> dict[str, Any]:
    return {
        "id": 1,
        "uid": new_uid(),
        "name": settings.name,
        "time_zone": settings.time_zone,
        "fiscal_month": settings.fiscal_month,
        "week_start": settings.week_start,
        "weekend": ",".join(map(str, sorted(settings.weekend))),
        "country": settings.country,
        "subdivision": settings.subdivision,
        "currency": settings.currency,
        "mix_target": settings.mix_target,
        "mix_tolerance": settings.mix_tolerance,
        "ranking_weights": "{}",
        "sample": settings.sample,
    }


_COPIED = ("segment", "stage", "status", "interest", "format", "format_step", "channel", "target", "question_template")


def _copy_lists(connection: Connection, settings: Settings, source: Path) -> None:
    """Take over another workspace's lists and settings: none of its pieces, people or campaigns."""
    other = sqlite3.connect(read_address(source), uri=True)
    try:
        there = {name for (name,) in other.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table in ("workspace", *(table for table in _COPIED if table in there)):
            _copy_table(connection, other, table, settings)
    finally:
        other.close()


def _copy_table(connection: Connection, other: sqlite3.Connection, table: str, settings: Settings) -> None:
    cursor = other.execute(f'SELECT * FROM "{table}"')
    names = [column[0] for column in cursor.description]
    rows = [_own(table, dict(zip(names, row, strict=True)), settings) for row in cursor]
    if rows:
        marks = ", ".join("?" for _name in names)
        columns = ", ".join(f'"{name}"' for name in names)
        connection.exec_driver_sql(
            f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', [tuple(row.values()) for row in rows]
        )


def _own(table: str, row: dict[str, Any], settings: Settings) -> dict[str, Any]:
    if "uid" in row:
        row["uid"] = new_uid()
    if "owner_id" in row:
        row["owner_id"] = None
    if table == "workspace":
        row |= {"name": settings.name, "sample": False}
    return row
