"""Questions: the bank of what readers ask, and the templates that interviews begin with."""

from datetime import date

from editorial.domain import questions as rules
from editorial.domain.people_records import Question, QuestionTemplate
from editorial.domain.planning_records import FieldNote, Interview
from editorial.domain.questions import BankQuestion
from editorial.domain.vocabulary import Kind, PersonRole
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services import field_notes
from editorial.services import lists as list_service
from editorial.services.labels import shortened
from editorial.store import list_edits
from editorial.store.entries import entries_of
from editorial.store.lists import read_list, read_lists
from editorial.store.workspace import Workspace


def bank(workspace: Workspace) -> list[BankQuestion]:
    """Return the question bank: unanswered questions first, then by votes, replies, and the oldest."""
    with workspace.read() as connection:
        questions = read_list(connection, "question").values()
        ids = sorted({id_ for one in questions for id_ in one.piece_ids})
        pieces = {one.id: one for one in entries_of(connection, ids)}
        lists, notes = read_lists(connection), read_list(connection, "field_note").values()
    replies: dict[int, int] = {}
    for note in notes:
        if note.question_id is not None:
            replies[note.question_id] = replies.get(note.question_id, 0) + 1
    phases = {status.id: status.phase for status in lists.statuses.values()}
    return rules.bank(questions, pieces, phases, replies)


def replies(workspace: Workspace, question_id: int) -> list[FieldNote]:
    """Return the field notes that reply to a question, or show that it is asked; the oldest first."""
    with workspace.read() as connection:
        notes = read_list(connection, "field_note").values()
    return sorted((note for note in notes if note.question_id == question_id), key=lambda note: (note.day, note.id))


def take_reply(workspace: Workspace, question_id: int, text: str, *, today: date) -> int:
    """Take down what somebody replied to a question as a field note of its segment and interest, and return it."""
    question = _read(workspace, question_id)
    return field_notes.capture(
        workspace,
        text,
        today=today,
        question_id=question_id,
        segment_id=question.segment_id,
        interest_id=question.interest_id,
    )


def vote(workspace: Workspace, question_id: int, by: int = 1) -> None:
    """Note that a question was asked once more, or less often by a negative number; votes never fall below 0."""
    question = _read(workspace, question_id)
    with workspace.change(_("Vote for {name}").format(name=shortened(question.name))) as session:
        votes = max(0, question.votes + by)
        list_edits.update_entry(session.connection(), "question", question_id, {"votes": votes})


def answer_with(workspace: Workspace, question_id: int, piece_id: int) -> None:
    """Note that a piece answers a question."""
    name = shortened(_read(workspace, question_id).name)
    with workspace.change(_("Answer {name} with a piece").format(name=name)) as session:
        list_edits.add_link(session.connection(), "question", "piece_ids", question_id, piece_id)


def templates_for(workspace: Workspace, interview: Interview) -> list[QuestionTemplate]:
    """Return the templates that fit an interview, kept or just being entered; the closest first."""
    with workspace.read() as connection:
        people, templates = read_list(connection, "person"), read_list(connection, "question_template").values()
        kinds: set[Kind] = {one.kind for one in entries_of(connection, interview.piece_ids) if one.kind is not None}
    roles: set[PersonRole] = {role for id_ in interview.person_ids if id_ in people for role in people[id_].roles}
    return rules.fitting(templates, kinds, roles)


def add_usual_templates(workspace: Workspace) -> int:
    """Add the templates a new workspace starts with, but those whose names are there; return how many came."""
    with workspace.change(_("Add the usual question templates")) as session:
        connection = session.connection()
        there = {one.name.casefold() for one in read_list(connection, "question_template").values()}
        new = [one for one in rules.usual_templates() if one.name.casefold() not in there]
        for one in new:
            fields = {"name": one.name, "kind": one.kind, "role": one.role, "questions": one.questions}
            list_edits.insert_entry(connection, "question_template", fields)
    return len(new)


def collect(workspace: Workspace, name: str, **fields: object) -> int:
    """Add a question to the bank and return it; with a due day it is a call for stories until then."""
    return list_service.add(workspace, "question", name, **fields)


def _read(workspace: Workspace, question_id: int) -> Question:
    with workspace.read() as connection:
        question: Question | None = read_list(connection, "question", [question_id]).get(question_id)
    if question is None:
        raise RuleBroken(_("This question is no longer there."))
    return question
