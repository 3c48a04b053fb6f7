"""Interviews in a real workspace."""

from datetime import date, time, timedelta

import pytest

from editorial.domain.vocabulary import AssignmentStatus, EvidenceKind, InterviewStatus
from editorial.errors import RuleBroken
from editorial.services import history, interviews, lists, pieces
from editorial.services.workspaces import Workspace
from tests.builders import a_person

TODAY, DAY = date(2027, 3, 1), date(2027, 3, 19)


@pytest.fixture
def talk(workspace: Workspace) -> int:
    """Plan an interview with Ada."""
    return interviews.plan(workspace, "Who owns it?", today=TODAY, person_ids=(a_person(workspace),))


def said(workspace: Workspace, talk: int) -> list[str]:
    return [one.answer.value for one in interviews.answers(workspace, [talk]).get(talk, [])]


def test_what_waits_longest_to_be_arranged_comes_first(workspace: Workspace, talk: int) -> None:
    older = interviews.plan(workspace, "Older", today=date(2027, 2, 1))
    assert [one.id for one in interviews.to_arrange(workspace)] == [older, talk]
    interviews.arrange(workspace, older, DAY)
    assert [one.id for one in interviews.to_arrange(workspace)] == [talk]


def test_arranging_sets_day_and_time_and_says_so(workspace: Workspace, talk: int) -> None:
    interviews.arrange(workspace, talk, DAY, time(14), minutes=30, place="https://meet.example/1")
    found = interviews.read(workspace, talk)
    assert (found.status, found.day, found.time, found.minutes) == (InterviewStatus.ARRANGED, DAY, time(14), 30)
    assert found.sequence == 0
    assert history.next_undo(workspace) == "Arrange the interview ‘Who owns it?’ for 19 March"


def test_moving_it_raises_the_sequence_and_asks_everybody_anew(workspace: Workspace, talk: int) -> None:
    interviews.arrange(workspace, talk, DAY, time(14))
    (person,) = interviews.read(workspace, talk).person_ids
    interviews.answer(workspace, talk, person, AssignmentStatus.ACCEPTED)
    interviews.edit(workspace, talk, place="Room 4")
    assert said(workspace, talk) == ["accepted"]
    interviews.edit(workspace, talk, time=time(15))
    assert (said(workspace, talk), interviews.read(workspace, talk).sequence) == (["proposed"], 2)


def test_edits_of_the_list_raise_the_sequence_too(workspace: Workspace, talk: int) -> None:
    interviews.arrange(workspace, talk, DAY, time(14))
    lists.edit(workspace, "interview", talk, day=date(2027, 3, 20))
    assert interviews.read(workspace, talk).sequence == 1


@pytest.mark.parametrize("minutes", [0, -5, 1_441])
def test_it_lasts_from_a_minute_to_a_day(workspace: Workspace, talk: int, minutes: int) -> None:
    with pytest.raises(RuleBroken, match="from 1 minute to 24 hours"):
        interviews.edit(workspace, talk, minutes=minutes)
    with pytest.raises(RuleBroken, match="from 1 minute to 24 hours"):
        lists.edit(workspace, "interview", talk, minutes=minutes)


def test_cancelling_raises_the_sequence(workspace: Workspace, talk: int) -> None:
    interviews.arrange(workspace, talk, DAY, time(14))
    interviews.cancel(workspace, talk)
    found = interviews.read(workspace, talk)
    assert (found.status, found.sequence) == (InterviewStatus.CANCELLED, 1)


def test_holding_one_without_a_day_gives_it_this_one(workspace: Workspace, talk: int) -> None:
    interviews.hold(workspace, talk, today=TODAY)
    held = interviews.read(workspace, talk)
    assert (held.day, held.status) == (TODAY, InterviewStatus.HELD)


def test_one_that_is_held_early_was_held_today(workspace: Workspace, talk: int) -> None:
    interviews.arrange(workspace, talk, TODAY + timedelta(days=3), time(14))
    interviews.hold(workspace, talk, today=TODAY)
    assert interviews.read(workspace, talk).day == TODAY


def test_another_day_is_wished_for_with_a_reason(workspace: Workspace, talk: int) -> None:
    (person,) = interviews.read(workspace, talk).person_ids
    interviews.answer(workspace, talk, person, AssignmentStatus.PROPOSED, reason="At the fair", wish=DAY)
    (found,) = interviews.answers(workspace)[talk]
    assert (found.wish, found.reason) == (DAY, "At the fair")


def test_who_is_not_asked_cannot_answer(workspace: Workspace, talk: int) -> None:
    with pytest.raises(RuleBroken, match="no longer asked"):
        interviews.answer(workspace, talk, a_person(workspace, "Bo"), AssignmentStatus.ACCEPTED)


def test_people_who_stay_keep_their_answers_when_another_comes(workspace: Workspace, talk: int) -> None:
    (person,) = interviews.read(workspace, talk).person_ids
    interviews.answer(workspace, talk, person, AssignmentStatus.ACCEPTED)
    interviews.edit(workspace, talk, person_ids=(person, a_person(workspace, "Bo")))
    assert said(workspace, talk) == ["accepted", "proposed"]


def test_an_idea_of_a_passage_rests_on_the_interview(workspace: Workspace, talk: int) -> None:
    idea = pieces.read(workspace, interviews.make_idea(workspace, talk, "Nobody\nowns it."))
    (evidence,) = idea.evidence
    assert (idea.title, idea.given_by_id) == ("Nobody owns it.", interviews.read(workspace, talk).person_ids[0])
    assert (evidence.kind, evidence.interview_id, evidence.text) == (EvidenceKind.INTERVIEW, talk, "Nobody owns it.")


def test_notes_typed_in_a_row_are_one_change(workspace: Workspace, talk: int) -> None:
    for text in ("N", "No", "Nobody"):
        interviews.edit(workspace, talk, joins=f"interview-notes-{talk}", notes=text)
    history.undo(workspace)
    assert interviews.read(workspace, talk).notes == ""


def test_transcripts_stay_with_their_interview(workspace: Workspace, talk: int) -> None:
    interviews.bring_transcript(workspace, talk, "talk.vtt", "[00:00:04] Ana: Who?")
    assert [one.name for one in interviews.transcripts(workspace, talk)] == ["talk.vtt"]
    with pytest.raises(RuleBroken, match="no text"):
        interviews.bring_transcript(workspace, talk, "empty.txt", " \n")
    with pytest.raises(RuleBroken, match="1 transcript"):
        lists.remove(workspace, "interview", talk)
