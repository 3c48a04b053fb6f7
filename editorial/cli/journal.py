"""`history`, `undo`, `redo`, `backup` and `restore`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from editorial.cli.options import JsonOption, WorkspaceArgument, opened, path_of
from editorial.cli.output import columns, print_json, say
from editorial.errors import RuleBroken
from editorial.language import _

if TYPE_CHECKING:
    from editorial.services.workspaces import Workspace


def register(application: typer.Typer) -> None:
    """Add the commands."""
    application.command("history", help=_("Show who changed what, newest first."))(history)
    application.command("undo", help=_("Take back your newest change."))(undo)
    application.command("redo", help=_("Make the change again that was undone last."))(redo)
    application.command("backup", help=_("Copy a workspace, which may be in use."))(backup)
    application.command("restore", help=_("Put a backup where a workspace shall be."))(restore)


def history(
    workspace: WorkspaceArgument,
    piece: Annotated[str, typer.Option("--piece", metavar="ID", help=_("Only changes of this piece."))] = "",
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help=_("At most so many."))] = 1_000_000,
    as_json: JsonOption = False,
) -> int:
    """Show changes, newest first."""
    from editorial.services.exporting import piece_id as id_of
    from editorial.services.history import changes

    with opened(workspace) as open_one:
        piece_id = id_of(open_one, piece) if piece else None
        found = changes(open_one, piece_id=piece_id, limit=limit)
    if as_json:
        print_json({"changes": [
            {"id": line.uid, "when": line.at.isoformat(), "who": line.author, "what": line.label,
             "undone": line.undone, "rows": line.rows} for line in found
        ]})  # fmt: skip
        return 0
    shown = [
        (f"{line.at.astimezone():%Y-%m-%d %H:%M}", line.author, line.label + (_(" (undone)") if line.undone else ""))
        for line in found
    ]
    say(*(columns(shown, indent="") or [_("Nothing has been changed yet.")]))
    return 0


def undo(workspace: WorkspaceArgument, as_json: JsonOption = False) -> int:
    """Take back the newest standing change of this user."""
    from editorial.services import history as changes

    said, nothing = _("Undone: {what}"), _("There is nothing left to undo.")
    return _take(workspace, changes.next_undo, changes.undo, said, nothing, as_json)


def redo(workspace: WorkspaceArgument, as_json: JsonOption = False) -> int:
    """Make the newest undone change again."""
    from editorial.services import history as changes

    said, nothing = _("Done again: {what}"), _("There is nothing to redo.")
    return _take(workspace, changes.next_redo, changes.redo, said, nothing, as_json)


def _take(
    workspace: str,
    find: Callable[["Workspace"], str | None],
    take: Callable[["Workspace"], str],
    said: str,
    nothing: str,
    as_json: bool,
) -> int:
    with opened(workspace, to_write=True) as open_one:
        if find(open_one) is None:
            if as_json:
                print_json({"what": None})
            else:
                say(nothing)
            return 1
        what = take(open_one)
    if as_json:
        print_json({"what": what})
    else:
        say(said.format(what=what))
    return 0


def backup(
    workspace: WorkspaceArgument,
    to: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help=_("Where to; default: its backups."))] = "",
    as_json: JsonOption = False,
) -> int:
    """Copy a workspace to a new file."""
    from editorial.services import backups

    with opened(workspace) as open_one:
        made = backups.backup(open_one, Path(to) if to else None)
    if as_json:
        print_json({"path": str(made)})
    else:
        say(_("Backed up to {path}.").format(path=made))
    return 0


def restore(
    file: Annotated[str, typer.Argument(metavar="FILE", help=_("The backup."))],
    to: Annotated[str, typer.Option("-o", "--output", metavar="WORKSPACE", help=_("The workspace to make."))] = "",
    as_json: JsonOption = False,
) -> int:
    """Put a backup where a workspace shall be; nothing is overwritten."""
    from editorial.services import backups

    if not to:
        raise RuleBroken(_("Say with -o which workspace to make."))
    backups.restore(Path(file), path_of(to))
    if as_json:
        print_json({"path": to})
    else:
        say(_("Restored to {path}.").format(path=to))
    return 0
