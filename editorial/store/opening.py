"""Opening a workspace file: what it is, whether this program can use it, and what is wrong with it if not."""

import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from editorial.errors import StoreUnavailable
from editorial.language import _
from editorial.store.backups import backup_before_upgrade
from editorial.store.engine import WRITING, read_address, sqlite_engine
from editorial.store.failures import from_driver, said_clearly
from editorial.store.find import index_names, unindexed
from editorial.store.places import Place, place_of
from editorial.store.schema import APPLICATION_ID, REVISION
from editorial.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Found:
    """What a look at the file says, before any library for databases is needed."""

    revision: str
    is_current: bool


def open_file(path: Path, *, author: str = "", readonly: bool = False) -> Workspace:
    """Open a workspace file, brought to the newest schema after a copy of it is kept.

    Raises StoreUnavailable with one sentence; its `readable` says whether opening for reading would work.
    """
    found = look_at(path)
    if not readonly:
        refuse_readonly(path)
    if not found.is_current:
        _bring_up(path, found.revision, readonly=readonly)
    shared = place_of(path)[0] is not Place.LOCAL
    engine = sqlite_engine(path, readonly=readonly, shared=shared)
    if not readonly:
        _complete_index(engine)
    return Workspace(engine, path, REVISION, author=author, readonly=readonly)


def _complete_index(engine: Engine) -> None:
    """Let everything be found that this version searches; a full or busy disk leaves it for another time."""
    with suppress(StoreUnavailable), said_clearly():
        with engine.connect() as connection:
            missing = unindexed(connection)
        if missing:
            with engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
                index_names(connection, missing)


def look_at(path: Path) -> Found:
    """Return what the file holds. Raises StoreUnavailable where it is no workspace this program can use."""
    refuse_other_things(path)
    try:
        connection = sqlite3.connect(read_address(path), uri=True, timeout=5)
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            if application != APPLICATION_ID:
                raise StoreUnavailable(_("{name} is not an Editorial workspace.").format(name=path.name))
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        finally:
            connection.close()
    except sqlite3.Error as error:
        if "not a database" in str(error):
            said = _("{name} is not an Editorial workspace, or it is damaged.").format(name=path.name)
            raise StoreUnavailable(said) from error
        raise from_driver(error) or error from error
    return judged(path, row[0] if row else "")


def judged(path: Path, revision: str) -> Found:
    """Tell whether a revision is today's or an earlier one. Raises StoreUnavailable for one of a newer program."""
    if revision == REVISION:
        return Found(revision, is_current=True)
    if not revision.isdigit() or int(revision) > int(REVISION):
        raise StoreUnavailable(
            _("{name} was written by a newer version of Editorial. Update the program to open it.").format(
                name=path.name
            )
        )
    return Found(revision, is_current=False)


def refuse_other_things(path: Path) -> None:
    """Raise StoreUnavailable with the reason where the path is no file that could be a workspace.

    The file is not opened for it: closing it would give up the locks that another window of this program holds on it,
    and the next program to close the file would take its log away from under that window.
    """
    if path.is_dir():
        raise StoreUnavailable(_("{name} is a folder, not a workspace.").format(name=path.name or path))
    try:
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise StoreUnavailable(_("There is no workspace {path}.").format(path=path)) from error
    except OSError as error:
        raise StoreUnavailable(_("You may not read {name}.").format(name=path.name)) from error
    if not os.access(path, os.R_OK):
        raise StoreUnavailable(_("You may not read {name}.").format(name=path.name))
    if not size:
        raise StoreUnavailable(_("{name} is empty: there is no workspace in it.").format(name=path.name))


def refuse_readonly(path: Path) -> None:
    """Raise StoreUnavailable where the file or its folder cannot be written; it can still be opened for reading."""
    if not os.access(path, os.W_OK):
        what = _("{name} is write-protected. It can be opened for reading.").format(name=path.name)
    elif not os.access(path.absolute().parent, os.W_OK):
        what = _("The folder of {name} is write-protected. It can be opened for reading.").format(name=path.name)
    else:
        return
    raise StoreUnavailable(what, readable=True)


def _bring_up(path: Path, revision: str, *, readonly: bool) -> None:
    if readonly:
        raise StoreUnavailable(
            _("{name} is of an older version and must be opened for writing once.").format(name=path.name)
        )
    # Alembic takes 140 ms to import and is needed only now.
    from editorial.store.upgrading import upgrade

    backup_before_upgrade(path, revision)
    upgrade(path)
