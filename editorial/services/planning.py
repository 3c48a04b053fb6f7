"""Filling gaps: which ideas fit a cell, what tags they need for it, and which day is free."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from editorial.domain.ideas import Candidate, candidates, filled_tags, is_idea
from editorial.domain.moves import why_not_move
from editorial.domain.parking import is_parked
from editorial.domain.period import Period
from editorial.domain.records import Entry, Lists
from editorial.domain.vocabulary import Phase, Precision
from editorial.domain.workdays import work_calendar
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services.labels import day_in_label, these_pieces
from editorial.services.tasks import following
from editorial.store.entries import entries_between, entries_of, idea_entries
from editorial.store.importing import Connection
from editorial.store.lists import read_lists
from editorial.store.pieces import read_pieces, set_fields
from editorial.store.ranking import parked_words
from editorial.store.workspace import Workspace


def ideas_for(workspace: Workspace, segment_id: int, stage_id: int, *, today: date | None = None) -> list[Candidate]:
    """Return the ideas that would fill a cell, those that lack the fewest tags first.

    With `today` those that are parked until a later day are left out.
    """
    with workspace.read() as connection:
        return candidates(_awake(connection, today), read_lists(connection), segment_id, stage_id)


def ideas_on(
    workspace: Workspace, interest_id: int, segment_id: int | None = None, *, today: date | None = None
) -> list[Entry]:
    """Return the unparked ideas on an interest, of one segment where it is given.

    With `today` those that are parked until a later day are left out.
    """
    with workspace.read() as connection:
        lists = read_lists(connection)
        found = _awake(connection, today)
    return [
        idea
        for idea in found
        if idea.interest_id == interest_id
        and is_idea(idea, lists)
        and (segment_id is None or segment_id in idea.segment_ids)
    ]


def _awake(connection: Connection, today: date | None) -> list[Entry]:
    """Return the ideas, without those that are parked until a later day than this one."""
    ideas = idea_entries(connection)
    if today is None:
        return ideas
    parked = {id_ for id_, (until, _because) in parked_words(connection).items() if is_parked(until, today)}
    return [idea for idea in ideas if idea.id not in parked]


def fill_tags(workspace: Workspace, ids: Sequence[int], segment_id: int, stage_id: int) -> None:
    """Give pieces the segment and the stage of a cell, as one change; they keep their other segments."""
    label = _("Tag {what} for {cell}")
    _fill(workspace, ids, segment_id, stage_id, None, label)


def plan_into(workspace: Workspace, piece_id: int, segment_id: int, stage_id: int, day: date) -> None:
    """Put an idea on a day with the segment and stage of a cell, as one change.

    Raises RuleBroken for a published piece, and for one that is gone.
    """
    label = _("Plan {what} on {day} for {cell}")
    _fill(workspace, [piece_id], segment_id, stage_id, day, label)


def _fill(
    workspace: Workspace, ids: Sequence[int], segment_id: int, stage_id: int, day: date | None, label: str
) -> None:
    what = these_pieces(workspace, ids)
    with workspace.read() as connection:
        lists = read_lists(connection)
    said = label.format(what=what, day=day_in_label(day) if day else "", cell=_cell_name(lists, segment_id, stage_id))
    with workspace.change(said) as session:
        connection = session.connection()
        found = read_pieces(connection, ids)
        if not found:
            raise RuleBroken(_("This piece is no longer there."))
        with following(connection, ids):
            for piece in found:
                segments, stage = filled_tags(piece, segment_id, stage_id)
                fields: dict[str, object] = {"segment_ids": segments}
                if piece.stage_id != stage:
                    fields["stage_id"] = stage
                if day is not None:
                    if reason := why_not_move(entries_of(connection, [piece.id])[0]):
                        raise RuleBroken(reason)
                    fields |= {"planned": day, "precision": Precision.DAY}
                set_fields(connection, [piece.id], fields, lists.settings)


def _cell_name(lists: Lists, segment_id: int, stage_id: int) -> str:
    names = {"segment": lists.segments[segment_id].name, "stage": lists.stages[stage_id].name}
    return _("{segment} × {stage}").format(**names)


def suggested_day(workspace: Workspace, period: Period, today: date) -> date | None:
    """Return the next working day of the period after today on which nothing is planned yet.

    Where each of them is taken: the earliest of those with the fewest pieces; None where no working day is left.
    """
    with workspace.read() as connection:
        lists = read_lists(connection)
        entries = entries_between(connection, period.first, period.last)
    first = max(period.first, today + timedelta(days=1))
    calendar = work_calendar(lists.settings, lists.notes)
    taken = Counter(entry.day for entry in entries if lists.phase(entry.status_id) is not Phase.PARKED)
    ahead = (first + timedelta(days=n) for n in range((period.last - first).days + 1))
    return min((day for day in ahead if calendar.is_working(day)), key=lambda day: (taken[day], day), default=None)
