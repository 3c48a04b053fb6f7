"""Field notes: what was heard outside becomes an idea in one step, and the idea keeps the link back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from editorial.domain.field_notes import reply_text
from editorial.domain.folding import fold
from editorial.domain.heard import shared
from editorial.domain.planning_records import FieldNote
from editorial.domain.records import Evidence
from editorial.domain.vocabulary import EvidenceKind, PersonRole, Phase
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services import lists as list_service
from editorial.services.labels import shortened
from editorial.store import list_edits
from editorial.store import pieces as stored
from editorial.store.entries import entries_of
from editorial.store.lists import read_list, read_lists
from editorial.store.workspace import Workspace


def capture(
    workspace: Workspace, text: str, *, today: date, new: Mapping[str, str] | None = None, **fields: Any
) -> int:
    """Take down what was heard, in one line, and return the note; `fields` are named as in FieldNote.

    `new` are names (of a person, segment or interest) that the lists do not have yet: they are added with the note.
    """
    name = " ".join(text.split())
    if not name:
        raise RuleBroken(_("A field note needs its words."))
    checked = list_service.checked_fields("field_note", {"name": name, "day": today, **fields})
    with workspace.change(_("Take down the field note {name}").format(name=shortened(name))) as session:
        connection = session.connection()
        for kind, said in (new or {}).items():
            there = list_edits.names_like(connection, kind, fold(said)) if kind != "person" else []
            more = {"roles": frozenset({PersonRole.SALESPERSON})} if kind == "person" else {}
            checked[f"{kind}_id"] = (
                there[0] if there else list_edits.insert_entry(connection, kind, {"name": said, **more})
            )
        return list_edits.insert_entry(connection, "field_note", checked)


def reply(workspace: Workspace, note_id: int) -> str:
    """Return a letter to whoever gave a note: what came of it so far. Raises RuleBroken where the note is gone."""
    with workspace.read() as connection:
        note = _there(read_list(connection, "field_note", [note_id]), note_id)
        lists = read_lists(connection)
        found = entries_of(connection, [note.piece_id]) if note.piece_id is not None else []
        piece = found[0] if found else None
        url = stored.read_pieces(connection, [piece.id])[0].url if piece is not None else ""
    name = lists.people.get(note.person_id, "") if note.person_id is not None else ""
    return reply_text(note, name, piece, lists.phase(piece.status_id) if piece else None, url)


def tell_back(workspace: Workspace, note_id: int, *, today: date) -> None:
    """Note that whoever gave a note was told today what came of it."""
    with workspace.read() as connection:
        note = _there(read_list(connection, "field_note", [note_id]), note_id)
    with workspace.change(_("Tell back what came of {name}").format(name=shortened(note.name))) as session:
        list_edits.update_entry(session.connection(), "field_note", note_id, {"told_back_on": today})


def make_idea(workspace: Workspace, note_id: int) -> int:
    """Make an idea from a field note as one change and return it; the note is its evidence.

    Raises RuleBroken where the note is gone, or became an idea before.
    """
    return make_idea_of(workspace, [note_id])


def make_idea_of(workspace: Workspace, note_ids: Sequence[int], title: str = "") -> int:
    """Make one idea from field notes as one change and return it; each note is evidence of it and leads to it.

    It is called as the first note says where no title is given. Raises RuleBroken where a note is gone, or became an
    idea before.
    """
    with workspace.read() as connection:
        found = read_list(connection, "field_note", list(note_ids))
    notes = [_unused(found, note_id) for note_id in note_ids]
    if not notes:
        raise RuleBroken(_("Tick the field notes that the idea is made from."))
    label = _("Make an idea from the field note {name}").format(name=shortened(notes[0].name))
    if len(notes) > 1:
        label = _("Make an idea from {n} field notes").format(n=len(notes))
    with workspace.change(label) as session:
        connection = session.connection()
        lists = read_lists(connection)
        fields = {**_idea_fields(notes, title), "status_id": stored.first_status(connection, Phase.IDEA)}
        piece_id = stored.insert_piece(connection, fields, lists.settings)
        for note in notes:
            list_edits.update_entry(connection, "field_note", note.id, {"piece_id": piece_id})
    return piece_id


def _idea_fields(notes: Sequence[FieldNote], title: str) -> dict[str, Any]:
    """Return what an idea made from notes holds; an interest or a giver only where all notes agree on it."""
    return {
        "title": " ".join((title or notes[0].name).split()),
        "segment_ids": tuple(dict.fromkeys(note.segment_id for note in notes if note.segment_id)),
        "interest_id": shared(note.interest_id for note in notes),
        "given_by_id": shared(note.person_id for note in notes),
        "evidence": tuple(
            Evidence(kind=EvidenceKind.FIELD_NOTE, text=note.name, field_note_id=note.id) for note in notes
        ),
    }


def _there(notes: dict[int, FieldNote], note_id: int) -> FieldNote:
    note = notes.get(note_id)
    if note is None:
        raise RuleBroken(_("This field note is no longer there."))
    return note


def _unused(notes: dict[int, FieldNote], note_id: int) -> FieldNote:
    note = _there(notes, note_id)
    if note.piece_id is not None:
        raise RuleBroken(_("An idea was made from this field note already."))
    return note
