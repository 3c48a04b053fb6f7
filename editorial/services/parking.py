"""Parking ideas until a day with a reason, and waking them before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from editorial.domain.parking import is_parked, refuse_parking
from editorial.domain.records import Entry
from editorial.domain.vocabulary import Phase
from editorial.language import _
from editorial.services.labels import day_in_label, these_pieces
from editorial.store.entries import entries_of, idea_entries
from editorial.store.lists import read_lists
from editorial.store.pieces import first_status, set_fields
from editorial.store.ranking import parked_words
from editorial.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ParkedIdea:
    """An idea that is left out for now; `until` None where only its status parks it."""

    entry: Entry
    until: date | None
    because: str


def parked(workspace: Workspace, today: date) -> list[ParkedIdea]:
    """Return the parked ideas, the next to come back first; those parked by their status alone come last."""
    with workspace.read() as connection:
        lists, words = read_lists(connection), parked_words(connection)
        ideas = idea_entries(connection)
    found = [ParkedIdea(idea, *words.get(idea.id, (None, ""))) for idea in ideas]
    still = [one for one in found if is_parked(one.until, today) or lists.phase(one.entry.status_id) is Phase.PARKED]
    return sorted(still, key=lambda one: (one.until or date.max, one.entry.title.casefold(), one.entry.id))


def parked_ids(workspace: Workspace, today: date) -> frozenset[int]:
    """Return the ideas that are parked until a day that has not come."""
    with workspace.read() as connection:
        return frozenset(id_ for id_, (until, _because) in parked_words(connection).items() if is_parked(until, today))


def park(workspace: Workspace, ids: Sequence[int], until: date, because: str, *, today: date) -> None:
    """Leave ideas out until a day, with the reason. Raises RuleBroken for a day that has come."""
    refuse_parking(until, today)
    label = _("Park {what} until {day}").format(what=these_pieces(workspace, ids), day=day_in_label(until))
    with workspace.change(label) as session:
        connection = session.connection()
        fields = {"parked_until": until, "parked_because": because.strip()}
        set_fields(connection, ids, fields, read_lists(connection).settings)


def wake(workspace: Workspace, ids: Sequence[int]) -> None:
    """Bring parked ideas back: day and reason go, and a status that parks gives way to the first of phase idea."""
    with workspace.change(_("Wake {what}").format(what=these_pieces(workspace, ids))) as session:
        connection = session.connection()
        lists = read_lists(connection)
        set_fields(connection, ids, {"parked_until": None, "parked_because": ""}, lists.settings)
        found = entries_of(connection, ids)
        asleep = [entry.id for entry in found if lists.phase(entry.status_id) is Phase.PARKED]
        if asleep:
            set_fields(connection, asleep, {"status_id": first_status(connection, Phase.IDEA)}, lists.settings)
