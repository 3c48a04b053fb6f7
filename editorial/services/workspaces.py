"""Making, opening, copying and closing workspaces."""

import logging
from pathlib import Path

from editorial.domain.records import Settings
from editorial.domain.starting_lists import starting_lists
from editorial.errors import StoreUnavailable
from editorial.language import _
from editorial.store.backups import copy_open
from editorial.store.creating import create_file, refuse_existing
from editorial.store.opening import open_file
from editorial.store.places import Place, place_of
from editorial.store.workspace import Changed, Workspace, this_user

__all__ = ["Changed", "Workspace", "close", "create_workspace", "open_workspace", "save_copy", "this_user", "warnings"]

logger = logging.getLogger("editorial.services")


def open_workspace(path: Path, *, author: str = "", readonly: bool = False) -> Workspace:
    """Open a workspace file, brought to the newest schema where it is older.

    Raises StoreUnavailable with one sentence; its `readable` says whether opening it for reading would work.
    """
    workspace = open_file(path, author=author, readonly=readonly)
    logger.info("Opened %s", path)
    return workspace


def create_workspace(
    path: Path,
    *,
    name: str = "",
    fiscal_month: int = 1,
    time_zone: str = "",
    country: str = "",
    subdivision: str = "",
    lists_from: Path | None = None,
    author: str = "",
) -> Workspace:
    """Make a workspace file with everyday lists, or with those of another workspace, and open it.

    From another workspace come its settings, segments, stages, statuses, interests, formats, channels and targets: none
    of its pieces, people or campaigns. Raises StoreUnavailable where something of that name exists, or where the name
    is not text.
    """
    refuse_existing(path)
    _refuse_unwritable(name or path.stem)
    settings = Settings(
        name=name or path.stem,
        fiscal_month=fiscal_month,
        time_zone=time_zone or "UTC",
        country=country,
        subdivision=subdivision,
    )
    if lists_from is not None:
        open_file(lists_from, readonly=True).close()
    create_file(path, settings, starting_lists(), lists_from)
    logger.info("Made %s", path)
    return open_file(path, author=author)


def _refuse_unwritable(name: str) -> None:
    """Refuse a file name of bytes that are no letters: the workspace's own name is taken from it."""
    shown = name.encode(errors="replace").decode()
    if shown != name:
        raise StoreUnavailable(_("The name {name} holds bytes that are no letters; choose another.").format(name=shown))


def save_copy(workspace: Workspace, path: Path) -> None:
    """Copy the workspace with its whole history to a new file, also where its own file was deleted meanwhile.

    Raises StoreUnavailable; nothing is overwritten.
    """
    refuse_existing(path)
    copy_open(workspace, path)
    logger.info("Copied to %s", path)


def close(workspace: Workspace) -> None:
    """Close every connection to the workspace."""
    workspace.close()


def warnings(workspace: Workspace) -> list[str]:
    """Return what the user should know about where the workspace lies, a sentence each."""
    place, name = place_of(workspace.path)
    if place is Place.SYNCED:
        return [
            _(
                "This workspace lies in a folder that {service} synchronises. Work in it on one computer at a time: "
                "two at once make two versions that nobody joins again."
            ).format(service=name)
        ]
    if place is Place.NETWORK:
        return [
            _(
                "This workspace lies on a network share. Work in it from one computer at a time, and expect saving to "
                "take longer."
            )
        ]
    return []
