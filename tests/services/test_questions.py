"""The question bank and templates of a workspace."""

from datetime import date

from editorial.domain.planning_records import Interview
from editorial.domain.questions import Answered
from editorial.domain.vocabulary import Kind, PersonRole
from editorial.services import lists, pieces, questions
from editorial.services.workspaces import Workspace, create_workspace

DAY = date(2027, 3, 9)


def test_a_reply_bears_the_tags_of_its_question(workspace: Workspace) -> None:
    finance = lists.add(workspace, "segment", "Finance")
    asked = questions.collect(workspace, "What did it save?", day=DAY, segment_id=finance)
    questions.take_reply(workspace, asked, "A tenth", today=DAY)
    (reply,) = questions.replies(workspace, asked)
    assert (reply.name, reply.day, reply.segment_id) == ("A tenth", DAY, finance)


def test_a_new_workspace_has_templates_for_the_closer_and_others(workspace: Workspace) -> None:
    names = {one.name: one.role for one in lists.read_records(workspace, "question_template")}
    assert names["Closer"] is PersonRole.SALESPERSON
    assert questions.add_usual_templates(workspace) == 0


def test_templates_taken_away_come_back_when_asked_for(workspace: Workspace) -> None:
    for one in lists.read_records(workspace, "question_template"):
        lists.remove(workspace, "question_template", one.id)
    assert questions.add_usual_templates(workspace) == 6


def test_another_workspace_takes_the_templates_over(workspace: Workspace) -> None:
    lists.add(workspace, "question_template", "Our own", questions="1. Why?")
    workspace.close()
    other = create_workspace(workspace.path.with_name("other.editorial"), lists_from=workspace.path)
    assert "Our own" in {one.name for one in lists.read_records(other, "question_template")}
    other.close()


def test_an_interview_gets_the_templates_of_its_people_and_pieces(workspace: Workspace) -> None:
    person = lists.add(workspace, "person", "Ada", roles=(PersonRole.SME,))
    piece = pieces.create(workspace, "Pricing", kind=Kind.PRACTICAL)
    entered = Interview(id=0, uid="", name="Talk", person_ids=(person,), piece_ids=(piece,))
    found = [one.name for one in questions.templates_for(workspace, entered)]
    assert found == ["Expert, what to do now", "Any conversation"]


def test_the_bank_tells_pieces_and_replies(workspace: Workspace) -> None:
    asked = questions.collect(workspace, "Who pays?", day=DAY)
    lists.add(workspace, "field_note", "They all ask", day=DAY, question_id=asked)
    piece = pieces.create(workspace, "Pricing", published_on=DAY)
    questions.answer_with(workspace, asked, piece)
    (found,) = questions.bank(workspace)
    assert (found.answered, [one.id for one in found.pieces], found.replies) == (Answered.ANSWERED, [piece], 1)
    assert [note.name for note in questions.replies(workspace, asked)] == ["They all ask"]


def test_votes_never_fall_below_none(workspace: Workspace) -> None:
    asked = questions.collect(workspace, "Who pays?", day=DAY)
    questions.vote(workspace, asked)
    questions.vote(workspace, asked, -2)
    assert questions.bank(workspace)[0].question.votes == 0
