"""Whose voices a piece holds."""

from datetime import date

from editorial.domain.vocabulary import AssignmentRole, InterviewStatus, PersonRole
from editorial.domain.voices import Voice, voices_words
from editorial.services import assignments, lists
from editorial.services.voices import voices
from editorial.services.workspaces import Workspace
from tests.builders import a_piece

TODAY = date(2027, 3, 10)


def test_a_piece_without_people_has_no_voice(workspace: Workspace) -> None:
    assert voices(workspace, a_piece(workspace, "Pricing")) == ()
    assert voices_words(()) == ""


def test_a_source_is_heard_once_they_said_yes(workspace: Workspace) -> None:
    piece = a_piece(workspace, "Pricing")
    ada = lists.add(workspace, "person", "Ada", roles=(PersonRole.SME,))
    assignments.ask(workspace, piece, ada, AssignmentRole.SOURCE, today=TODAY)
    assert voices(workspace, piece) == ()
    assignments.accept(workspace, (piece, ada, AssignmentRole.SOURCE), today=TODAY)
    assert voices(workspace, piece) == (Voice.INSIDE,)
    assert voices_words((Voice.INSIDE,)) == "Voices heard: inside expert only."


def test_a_reviewer_is_no_voice(workspace: Workspace) -> None:
    piece, ada = a_piece(workspace, "Pricing"), lists.add(workspace, "person", "Ada")
    assignments.ask(workspace, piece, ada, AssignmentRole.REVIEWER, today=TODAY)
    assignments.accept(workspace, (piece, ada, AssignmentRole.REVIEWER), today=TODAY)
    assert voices(workspace, piece) == ()


def test_interviews_held_and_quotes_are_voices_too(workspace: Workspace) -> None:
    piece = a_piece(workspace, "Pricing")
    grace = lists.add(workspace, "person", "Grace", roles=(PersonRole.CUSTOMER, PersonRole.ANALYST))
    lin = lists.add(workspace, "person", "Lin", roles=(PersonRole.ACADEMIC,))
    lists.add(
        workspace, "interview", "Talk", status=InterviewStatus.HELD, day=TODAY, person_ids=(grace,), piece_ids=(piece,)
    )
    lists.add(workspace, "quote", "It pays", person_id=lin, piece_ids=(piece,))
    assert voices(workspace, piece) == (Voice.INFLUENCER, Voice.CUSTOMER)
    assert voices_words(voices(workspace, piece)) == "Voices heard: outside influencer, customer."
