"""What came of what people gave: the pieces they had a part in, and whose voices a piece holds."""

from datetime import date

from editorial.domain.recognition import Contribution, Recognition, contributions
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.store import recognition as stored
from editorial.store.entries import standing_entries
from editorial.store.lists import read_list
from editorial.store.workspace import Workspace


def recognition(
    workspace: Workspace, person_id: int, *, first: date | None = None, last: date | None = None
) -> Recognition:
    """Return what a person gave and what came of it, of pieces published between two days and of all that is ahead.

    Raises RuleBroken where the person is gone.
    """
    with workspace.read() as connection:
        person = read_list(connection, "person", [person_id]).get(person_id)
        if person is None:
            raise RuleBroken(_("This person is no longer there."))
        ideas = stored.ideas_of(connection, person_id, first, last)
        interviews = stored.held_with(connection, person_id, first, last)
        quotes = stored.cleared_by(connection, person_id, first, last)
    had_part = all_contributions(workspace, person_id)
    told = [quality for quality in ideas if quality is not None]
    return Recognition(
        person=person,
        first=first,
        last=last,
        published=tuple(one for one in had_part if one.piece.published and _lies(one.piece.day, first, last)),
        ahead=tuple(sorted((one for one in had_part if not one.piece.published), key=_soonest)),
        interviews=interviews,
        quotes=quotes,
        ideas=len(ideas),
        quality=sum(told) / len(told) if told else None,
    )


def all_contributions(workspace: Workspace, person_id: int) -> tuple[Contribution, ...]:
    """Return every piece in which a person had a part, the newest first; those in the bin are left out."""
    with workspace.read() as connection:
        ways = stored.ways_of(connection, person_id)
        ids = sorted(ways)
        return contributions(ways, standing_entries(connection, ids), stored.addresses(connection, ids))


def _soonest(one: Contribution) -> date:
    return one.piece.day or date.max


def _lies(day: date | None, first: date | None, last: date | None) -> bool:
    return day is not None and (first or date.min) <= day <= (last or date.max)
