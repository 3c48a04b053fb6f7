"""Answer cards: made from what was heard, and gathered in the bulletin of a quarter."""

from collections.abc import Sequence
from datetime import date

from editorial.domain.bulletin import Bulletin, bulletin, bulletin_quarters, source_of
from editorial.domain.heard import shared
from editorial.domain.period import Period
from editorial.domain.planning_records import FieldNote
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services import lists as list_service
from editorial.services.labels import shortened
from editorial.store import list_edits
from editorial.store.lists import read_list, read_lists
from editorial.store.workspace import Workspace


def from_note(workspace: Workspace, note_id: int, *, today: date) -> int:
    """Make an answer card whose claim is a field note and whose first source is that note; return the card."""
    return from_notes(workspace, [note_id], today=today)


def from_notes(workspace: Workspace, note_ids: Sequence[int], claim: str = "", *, today: date) -> int:
    """Make an answer card that rests on field notes and return it; it claims what the first says where none is given.

    Segment and interest are kept where all notes agree. That the card was made is what was done about each note, to be
    told back. One change. Raises RuleBroken where a note is gone.
    """
    with workspace.read() as connection:
        found: dict[int, FieldNote] = read_list(connection, "field_note", list(note_ids))
    notes = [found[note_id] for note_id in note_ids if note_id in found]
    if not notes or len(notes) < len(note_ids):
        raise RuleBroken(
            _("This field note is no longer there.") if note_ids else _("Tick the field notes that the card rests on.")
        )
    kept = {
        "segment_id": shared(note.segment_id for note in notes),
        "interest_id": shared(note.interest_id for note in notes),
        "day": today,
        "sources": tuple(map(source_of, notes)),
    }
    name = " ".join((claim or notes[0].name).split())
    checked = list_service.checked_fields("answer_card", {"name": name, **kept})
    with workspace.change(_("Make the answer card {name}").format(name=shortened(name))) as session:
        connection = session.connection()
        for note in notes:
            came = _("It became a source of our answer “{claim}”.").format(claim=name)
            done = "\n".join(filter(None, (note.done.strip(), came)))
            list_edits.update_entry(connection, "field_note", note.id, {"done": done})
        return list_edits.insert_entry(connection, "answer_card", checked)


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
