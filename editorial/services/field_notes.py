"""Field notes: what was heard outside becomes an idea in one step, and the idea keeps the link back."""

from editorial.domain.planning_records import FieldNote
from editorial.domain.records import Evidence
from editorial.domain.vocabulary import EvidenceKind, Phase
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services.labels import shortened
from editorial.store import list_edits
from editorial.store import pieces as stored
from editorial.store.lists import read_list, read_lists
from editorial.store.workspace import Workspace


def make_idea(workspace: Workspace, note_id: int) -> int:
    """Make an idea from a field note as one change and return it; the note is its evidence.

    Raises RuleBroken where the note is gone, or became an idea before.
    """
    with workspace.read() as connection:
        note = _note(read_list(connection, "field_note"), note_id)
    with workspace.change(_("Make an idea from the field note {name}").format(name=shortened(note.name))) as session:
        connection = session.connection()
        lists = read_lists(connection)
        piece_id = stored.insert_piece(
            connection,
            {
                "title": " ".join(note.name.split()),
                "status_id": stored.first_status(connection, Phase.IDEA),
                "segment_ids": (note.segment_id,) if note.segment_id else (),
                "interest_id": note.interest_id,
                "given_by_id": note.person_id,
                "evidence": (Evidence(kind=EvidenceKind.FIELD_NOTE, text=note.name, field_note_id=note_id),),
            },
            lists.settings,
        )
        list_edits.update_entry(connection, "field_note", note_id, {"piece_id": piece_id})
    return piece_id


def _note(notes: dict[int, FieldNote], note_id: int) -> FieldNote:
    note = notes.get(note_id)
    if note is None:
        raise RuleBroken(_("This field note is no longer there."))
    if note.piece_id is not None:
        raise RuleBroken(_("An idea was made from this field note already."))
    return note
