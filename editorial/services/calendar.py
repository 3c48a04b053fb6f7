"""What lies on the calendar and what waits beside it: asked once, arranged by every view."""

from datetime import date

from editorial.domain.conditions import Condition
from editorial.domain.records import DayNote, Entry
from editorial.store import entries, lists
from editorial.store.filtering import clause
from editorial.store.workspace import Workspace


def between(workspace: Workspace, first: date, last: date, where: Condition | None = None) -> list[Entry]:
    """Return the pieces of the days from first to last, both included, in order.

    Every phase is there, parked too. A piece planned by week, month or quarter is there where its span reaches in.
    """
    with workspace.read() as connection:
        return entries.entries_between(connection, first, last, clause(where))


def ideas(workspace: Workspace, where: Condition | None = None) -> list[Entry]:
    """Return the pieces without a date, whatever their status."""
    with workspace.read() as connection:
        return entries.idea_entries(connection, clause(where))


def everything(workspace: Workspace, where: Condition | None = None) -> list[Entry]:
    """Return every piece that is not in the bin: dated ones in order, then ideas."""
    with workspace.read() as connection:
        return entries.all_entries(connection, clause(where))


def count(workspace: Workspace, first: date, last: date, where: Condition | None = None) -> int:
    """Count what `between` returns."""
    with workspace.read() as connection:
        return entries.count_between(connection, first, last, clause(where))


def extent(workspace: Workspace) -> tuple[date, date] | None:
    """Return the first and the last publish date there is, or None where no piece has one."""
    with workspace.read() as connection:
        return entries.extent(connection)


def nearest(workspace: Workspace, first: date, last: date) -> date | None:
    """Return the last publish date before these days, else the first one after them, else None."""
    with workspace.read() as connection:
        return entries.nearest(connection, first, last)


def count_hidden(workspace: Workspace, first: date, last: date, where: Condition | None) -> int:
    """Count the pieces of these days that the filter leaves out."""
    return 0 if where is None else count(workspace, first, last) - count(workspace, first, last, where)


def count_ideas(workspace: Workspace) -> int:
    """Count the pieces without a date, whatever their status."""
    with workspace.read() as connection:
        return entries.count_ideas(connection)


def count_hidden_ideas(workspace: Workspace, where: Condition | None) -> int:
    """Count the pieces without a date that the filter leaves out."""
    if where is None:
        return 0
    with workspace.read() as connection:
        return entries.count_ideas(connection) - entries.count_ideas(connection, clause(where))


def day_notes(workspace: Workspace, first: date, last: date) -> list[DayNote]:
    """Return the notes that touch the days from first to last, the earliest first."""
    with workspace.read() as connection:
        notes = lists.read_list(connection, "day_note").values()
    return [note for note in notes if note.first <= last and note.last >= first]
