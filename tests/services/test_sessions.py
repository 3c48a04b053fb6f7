"""Planning sessions, field notes and the relevance review."""

from datetime import date

import pytest

from editorial.domain.vocabulary import EvidenceKind
from editorial.errors import RuleBroken
from editorial.services import field_notes, lists, relevance, sessions
from editorial.services.history import undo
from editorial.services.pieces import read
from editorial.services.workspaces import Workspace
from tests.builders import a_segment, value

TODAY = date(2027, 3, 9)


def test_a_session_is_named_after_its_quarter(workspace: Workspace) -> None:
    sessions.start(workspace, TODAY)
    assert [one.name for one in lists.read_records(workspace, "planning_session")] == ["Planning FY2027 Q1"]


def test_a_captured_idea_keeps_who_gave_it(workspace: Workspace) -> None:
    ada = lists.add(workspace, "person", "Ada")
    session = sessions.start(workspace, TODAY)
    first = sessions.capture(workspace, session, "  Pricing   now ")
    second = sessions.capture(workspace, session, "Talent", ada)
    found = sessions.captured(workspace, session)
    assert [(one.piece.id, one.piece.title, one.given_by) for one in found] == [
        (second, "Talent", "Ada"),
        (first, "Pricing now", ""),
    ]
    assert lists.read_records(workspace, "planning_session")[0].person_ids == (ada,)


@pytest.mark.parametrize(("title", "session", "why"), [(" ", 1, "needs a title"), ("Pricing", 99, "no longer there")])
def test_what_cannot_be_captured_is_refused(workspace: Workspace, title: str, session: int, why: str) -> None:
    sessions.start(workspace, TODAY)
    with pytest.raises(RuleBroken, match=why):
        sessions.capture(workspace, session, title)


def test_a_field_note_becomes_an_idea_that_rests_on_it(workspace: Workspace) -> None:
    segment, ada = a_segment(workspace), lists.add(workspace, "person", "Ada")
    note = lists.add(workspace, "field_note", "They ask for proof", day=TODAY, person_id=ada, segment_id=segment)
    idea = read(workspace, field_notes.make_idea(workspace, note))
    assert (idea.title, idea.segment_ids, idea.given_by_id) == ("They ask for proof", (segment,), ada)
    assert [(one.kind, one.field_note_id) for one in idea.evidence] == [(EvidenceKind.FIELD_NOTE, note)]
    assert lists.read_records(workspace, "field_note")[0].piece_id == idea.id


def test_a_field_note_becomes_one_idea_only(workspace: Workspace) -> None:
    note = lists.add(workspace, "field_note", "They ask for proof", day=TODAY)
    field_notes.make_idea(workspace, note)
    with pytest.raises(RuleBroken, match="already"):
        field_notes.make_idea(workspace, note)
    undo(workspace)
    assert value(workspace, "SELECT count(*) FROM piece") == 0


def test_the_checklist_is_answered_once_a_quarter(workspace: Workspace) -> None:
    relevance.answer(workspace, "mix", True, today=TODAY)
    relevance.answer(workspace, "gaps", False, today=TODAY)
    relevance.answer(workspace, "mix", None, today=TODAY)
    this, before = relevance.current(workspace, TODAY)
    assert this is not None
    assert (this.name, dict(this.answers), before) == ("FY2027 Q1", {"gaps": False}, None)


def test_the_review_before_is_there_to_compare(workspace: Workspace) -> None:
    relevance.answer(workspace, "mix", True, today=date(2026, 11, 3))
    relevance.note(workspace, "Two segments are one", today=TODAY)
    this, before = relevance.current(workspace, TODAY)
    assert this is not None
    assert before is not None
    assert (this.notes, before.name) == ("Two segments are one", "FY2026 Q4")


def test_another_question_is_refused(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="not on the checklist"):
        relevance.answer(workspace, "weather", True, today=TODAY)
