"""Copies of a workspace file, made by SQLite itself while the workspace is in use, and putting one back."""

import hashlib
import os
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from editorial.errors import StoreUnavailable
from editorial.language import _
from editorial.locations import data_folder
from editorial.store.engine import read_address
from editorial.store.failures import said_clearly
from editorial.store.workspace import Workspace

_STAMP = "%Y-%m-%d %H%M%S"
_NAMED = re.compile(r" (?P<at>\d{4}-\d\d-\d\d \d{6})(?P<why>( before \w+)?( \d+)?)\.editorial$")
SIDE_FILES = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of a workspace; `at` is UTC, `size` in bytes."""

    path: Path
    at: datetime
    size: int


def backup_folder(workspace: Path) -> Path:
    """Return the folder that keeps the copies of this file; it is found also when the file is damaged or gone."""
    resolved = str(workspace.absolute().resolve())
    mark = hashlib.sha256(resolved.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return data_folder() / "backups" / f"{workspace.stem} {mark}"


def list_backups(workspace: Path) -> list[Backup]:
    """Return the copies kept of this file, newest first."""
    folder = backup_folder(workspace)
    found = [(path, _NAMED.search(path.name)) for path in folder.glob("*.editorial")] if folder.is_dir() else []
    backups = [Backup(path, _read_stamp(named["at"]), path.stat().st_size) for path, named in found if named]
    return sorted(backups, key=lambda backup: (backup.at, backup.path.stem), reverse=True)


def new_backup_path(workspace: Path, at: datetime, why: str = "") -> Path:
    """Return a free name in the folder of copies, which is made where it is missing."""
    folder = backup_folder(workspace)
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{workspace.stem} {at.astimezone(UTC).strftime(_STAMP)}{why}"
    names = (f"{stem}{number}.editorial" for number in ("", *(f" {n}" for n in range(2, 1000))))
    return next(folder / name for name in names if not (folder / name).exists())


def copy_file(source: Path, target: Path) -> None:
    """Copy a workspace that may be in use to a new file, whole or not at all.

    Raises StoreUnavailable; nothing of that name is overwritten, and a damaged workspace is not copied.
    """
    with said_clearly(), closing(sqlite3.connect(read_address(source), uri=True, timeout=5)) as here:
        _copy_whole(here, target)


def copy_open(workspace: Workspace, target: Path) -> None:
    """Copy what is open to a new file, as `copy_file` does, also where its own file was deleted or replaced since."""
    with workspace.read() as connection:
        here = connection.connection.driver_connection
        assert isinstance(here, sqlite3.Connection)
        _copy_whole(here, target)


def _copy_whole(here: sqlite3.Connection, target: Path) -> None:
    if target.exists():
        raise StoreUnavailable(_("There is already something called {name} there.").format(name=target.name))
    unfinished = target.with_name(f".{target.name}.new")
    try:
        _copy(here, unfinished)
        _flush(unfinished)
        unfinished.replace(target)
    except OSError as error:
        raise StoreUnavailable(_("The copy could not be written: {reason}.").format(reason=error.strerror)) from error
    finally:
        for name in ("", *SIDE_FILES):
            unfinished.with_name(unfinished.name + name).unlink(missing_ok=True)


def _copy(here: sqlite3.Connection, unfinished: Path) -> None:
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished, isolation_level=None)) as there:
        here.backup(there)
        # A copy with a write-ahead log could not be read from a folder that is write-protected.
        there.execute("PRAGMA journal_mode=DELETE")
        if (told := there.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
            raise sqlite3.DatabaseError(f"malformed: {told}")


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def put_back(backup: Path, to: Path, now: datetime) -> Path | None:
    """Put a copy in the place of a workspace; what was there is kept aside under the name returned."""
    ready = to.with_name(f".{to.name}.restored")
    ready.unlink(missing_ok=True)
    copy_file(backup, ready)
    aside = _set_aside(to, now) if to.exists() else None
    ready.replace(to)
    return aside


def _set_aside(path: Path, now: datetime) -> Path:
    stem = _("{name} set aside {at}").format(name=path.stem, at=now.astimezone(UTC).strftime(_STAMP))
    aside = path.with_name(f"{stem}{path.suffix}")
    for name in (*SIDE_FILES, ""):
        beside = path.with_name(path.name + name)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + name))
    return aside


def backup_before_upgrade(workspace: Path, revision: str) -> Path:
    """Keep a copy of the file as it is before a migration and return where."""
    target = new_backup_path(workspace, datetime.now(UTC), f" before {revision}")
    copy_file(workspace, target)
    return target


def _read_stamp(stamp: str) -> datetime:
    return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
