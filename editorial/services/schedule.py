"""Moving pieces about in time: a move touches the date alone, never the status, and a typed time survives."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from editorial.domain import moves
from editorial.domain.moves import MovePlan
from editorial.domain.records import Entry
from editorial.domain.slip import Slip, slip
from editorial.domain.vocabulary import Precision
from editorial.domain.workdays import work_calendar
from editorial.errors import RuleBroken
from editorial.language import _, ngettext
from editorial.services.labels import day_in_label, these_pieces
from editorial.services.tasks import following
from editorial.store.entries import entries_between, entries_of, published_entries
from editorial.store.lists import read_list, read_settings
from editorial.store.pieces import read_days, write_days
from editorial.store.tasks import plans
from editorial.store.workspace import Workspace


def why_not_move(entries: Iterable[Entry]) -> str | None:
    """Return why the dates of these pieces do not move, or None when all of them do."""
    return next((why for entry in entries if (why := moves.why_not_move(entry))), None)


def move(workspace: Workspace, days: Mapping[int, date], *, joins: str = "") -> int:
    """Put each piece on its day as one change; the precision becomes day. Raises RuleBroken for a published piece.

    Tasks move by the rule. Return how many days of accepted assignments stayed; `deadlines.move_too` moves them too.
    """
    ids = list(days)
    with workspace.change(_move_label(workspace, days), joins=joins) as session:
        connection = session.connection()
        _refuse(published_entries(connection, ids))
        with following(connection, ids) as followed:
            write_days(connection, {id_: (day, Precision.DAY) for id_, day in days.items()})
        return followed.kept


def unschedule(workspace: Workspace, ids: Sequence[int]) -> None:
    """Take the dates away, so that the pieces are ideas again. Raises RuleBroken for a published piece.

    Tasks that are as their format made them go; done and pinned ones and those of accepted assignments stay.
    """
    with workspace.change(_("Move {what} back to the ideas").format(what=these_pieces(workspace, ids))) as session:
        connection = session.connection()
        _refuse(published_entries(connection, ids))
        with following(connection, ids):
            write_days(connection, dict.fromkeys(ids, (None, Precision.DAY)))


def plan_shift(workspace: Workspace, ids: Sequence[int], n: int, *, working: bool = False) -> MovePlan:
    """Return what a shift by n days, or n working days, would move and what it would leave; nothing is written."""
    with workspace.read() as connection:
        settings = read_settings(connection)
        calendar = work_calendar(settings, tuple(read_list(connection, "day_note").values()))
        found = entries_of(connection, ids)
    plan = moves.plan_working_days if working else moves.plan_days
    return plan(found, n, settings, calendar)


def shift(workspace: Workspace, ids: Sequence[int], n: int, *, working: bool = False) -> MovePlan:
    """Move pieces by n days, or n working days, as one change; return what moved and what stayed, with the reasons.

    Pieces without a date and published ones stay. A coarser date moves to the span that its shifted day falls into.
    """
    plan = plan_shift(workspace, ids, n, working=working)
    label = _shift_label(workspace, [one.id for one in plan.moves], n, working=working)
    return replace(plan, kept=apply_plan(workspace, plan, label))


def plan_insert(workspace: Workspace, ids: Sequence[int], day: date, last: date, *, by: int = 1) -> MovePlan:
    """Return what it would move to insert pieces on a day and push the rest up to `last` by working days.

    The rest is everything planned on that day or after it, up to `last`; nothing is written.
    """
    with workspace.read() as connection:
        settings = read_settings(connection)
        calendar = work_calendar(settings, tuple(read_list(connection, "day_note").values()))
        scope = entries_between(connection, day, last)
        inserted = entries_of(connection, ids)
    return moves.insert_and_push(inserted, day, scope, settings, calendar, by=by)


def insert_and_push(workspace: Workspace, ids: Sequence[int], day: date, last: date, *, by: int = 1) -> MovePlan:
    """Insert pieces on a day and push the rest as `plan_insert` says, as one change; return the plan."""
    plan = plan_insert(workspace, ids, day, last, by=by)
    label = _("Insert {what} on {day} and push the rest")
    said = label.format(what=these_pieces(workspace, ids), day=day_in_label(day))
    return replace(plan, kept=apply_plan(workspace, plan, said))


def apply_plan(workspace: Workspace, plan: MovePlan, label: str) -> int:
    """Make the moves of a plan that was shown before, as one change; precisions stay as they are.

    Return how many days of accepted assignments stayed.
    """
    ids = [one.id for one in plan.moves]
    with workspace.change(label) as session:
        connection = session.connection()
        _refuse(published_entries(connection, ids))
        precisions = {id_: precision for id_, (_day, precision) in read_days(connection, ids).items()}
        with following(connection, ids) as followed:
            write_days(
                connection, {one.id: (one.after, precisions[one.id]) for one in plan.moves if one.id in precisions}
            )
        return followed.kept


def slips(workspace: Workspace, ids: Sequence[int]) -> dict[int, Slip]:
    """Return how far the publication of each of these pieces lies from its planned day; others are left out."""
    with workspace.read() as connection:
        settings = read_settings(connection)
        calendar = work_calendar(settings, tuple(read_list(connection, "day_note").values()))
        found = plans(connection, ids)
    slipped = {
        id_: slip(plan.planned, plan.precision, plan.published_on, settings, calendar) for id_, plan in found.items()
    }
    return {id_: one for id_, one in slipped.items() if one is not None}


def _refuse(published: Iterable[Entry]) -> None:
    if reason := why_not_move(published):
        raise RuleBroken(reason)


def _move_label(workspace: Workspace, days: Mapping[int, date]) -> str:
    what = these_pieces(workspace, list(days))
    if len(set(days.values())) == 1:
        return _("Move {what} to {day}").format(what=what, day=day_in_label(next(iter(days.values()))))
    return _("Move {what}").format(what=what)


def _shift_label(workspace: Workspace, ids: Sequence[int], n: int, *, working: bool) -> str:
    what = these_pieces(workspace, ids)
    if working:
        said = ngettext("Move {what} by {n} working day", "Move {what} by {n} working days", abs(n))
    else:
        said = ngettext("Move {what} by {n} day", "Move {what} by {n} days", abs(n))
    return said.format(what=what, n=n)
