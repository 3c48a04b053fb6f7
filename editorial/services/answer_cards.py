"""Answer cards: made from what was heard, and gathered in the bulletin of a quarter."""

from datetime import date

from editorial.domain.bulletin import Bulletin, bulletin, bulletin_quarters
from editorial.domain.people_records import CardSource
from editorial.domain.period import Period
from editorial.domain.planning_records import FieldNote
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services import lists as list_service
from editorial.store.lists import read_list, read_lists
from editorial.store.workspace import Workspace


def from_note(workspace: Workspace, note_id: int, *, today: date) -> int:
    """Make an answer card whose claim is a field note and whose first source is that note; return the card."""
    with workspace.read() as connection:
        note: FieldNote | None = read_list(connection, "field_note", [note_id]).get(note_id)
    if note is None:
        raise RuleBroken(_("This field note is no longer there."))
    source = CardSource(text=note.source or note.name, account=note.account, day=note.day, field_note_id=note.id)
    kept = {"segment_id": note.segment_id, "interest_id": note.interest_id, "day": today}
    return list_service.add(workspace, "answer_card", note.name, sources=(source,), **kept)


def quarters(workspace: Workspace, *, today: date) -> tuple[tuple[Period, int], ...]:
    """Return the quarters a bulletin can be of, each with its number of cards; this one first, then the newest."""
    with workspace.read() as connection:
        cards, settings = read_list(connection, "answer_card").values(), read_lists(connection).settings
    return bulletin_quarters(cards, today=today, settings=settings)


def quarterly(workspace: Workspace, period: Period, *, today: date) -> Bulletin:
    """Return the bulletin of the cards that were made in a period; those past their time are left out."""
    with workspace.read() as connection:
        cards, lists = read_list(connection, "answer_card").values(), read_lists(connection)
    return bulletin(
        cards,
        period=period,
        today=today,
        workspace=lists.settings.name,
        segments={id_: one.name for id_, one in lists.segments.items()},
        interests={id_: one.name for id_, one in lists.interests.items()},
    )
