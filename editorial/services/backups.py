"""Keeping copies of a workspace, and going back to one."""

import logging
from datetime import UTC, datetime
from pathlib import Path

from editorial.domain.retention import kept
from editorial.store.backups import Backup, copy_file, copy_open, list_backups, new_backup_path, put_back
from editorial.store.creating import refuse_existing
from editorial.store.history import changed_at
from editorial.store.opening import look_at
from editorial.store.workspace import Workspace

__all__ = ["Backup", "backup", "backup_if_due", "list_backups", "restore"]

logger = logging.getLogger("editorial.services")


def backup(workspace: Workspace, path: Path | None = None) -> Path:
    """Copy the workspace, which may be in use, to a new file and return where.

    Without a path the copy goes into the folder that `list_backups` reads. Raises StoreUnavailable; nothing is
    overwritten, and a damaged workspace is not copied.
    """
    target = path or new_backup_path(workspace.path, datetime.now(UTC))
    refuse_existing(target)
    copy_open(workspace, target)
    logger.info("Backed up to %s", target)
    return target


def backup_if_due(workspace: Workspace, now: datetime) -> Path | None:
    """Back up once a day where something changed since the last copy, and drop copies nobody needs any more.

    `now` carries its zone: the day is the user's. Returns the new copy, or None where none was due.
    """
    made = list_backups(workspace.path)
    changed = changed_at(workspace)
    last = made[0].at.astimezone(now.tzinfo) if made else None
    if changed is None or (last is not None and (last >= changed or last.date() >= now.date())):
        return None
    target = new_backup_path(workspace.path, now)
    copy_file(workspace.path, target)
    drop_old(workspace.path, now)
    return target


def drop_old(workspace: Path, now: datetime) -> None:
    """Remove the copies that are past their time: all of ten days stay, then one a week for eight weeks."""
    made = list_backups(workspace)
    keep = kept((one.at for one in made), now)
    for one in made:
        if one.at not in keep:
            one.path.unlink(missing_ok=True)


def restore(copy: Path, to: Path, aside_at: datetime | None = None) -> Path | None:
    """Put a copy where a workspace was or shall be.

    Something of that name is never overwritten: it is refused with StoreUnavailable, or, where `aside_at` says when,
    kept beside under the name that is returned.
    """
    look_at(copy)
    if aside_at is None:
        refuse_existing(to)
    aside = put_back(copy, to, aside_at or datetime.now(UTC))
    logger.info("Restored %s", to)
    return aside
