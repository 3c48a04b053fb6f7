"""Reminders of one person in a real workspace."""

from datetime import date, time

import pytest

from editorial.domain.reminders import NEVER
from editorial.domain.vocabulary import AssignmentRole
from editorial.errors import RuleBroken
from editorial.services import assignments, interviews, lists, pieces, quotes
from editorial.services.reminders import reminders
from editorial.services.workspaces import Workspace

TODAY = date(2027, 3, 10)
SOURCE = AssignmentRole.SOURCE


@pytest.fixture
def elena(workspace: Workspace) -> int:
    return lists.add(workspace, "person", "Elena Ruiz")


def asked(workspace: Workspace, person: int, due: date, *, yes: bool = True) -> None:
    piece = pieces.create(workspace, "Nine proofs")
    assignments.ask(workspace, piece, person, SOURCE, today=TODAY, due=due)
    if yes:
        assignments.accept(workspace, (piece, person, SOURCE), today=TODAY)


def test_nothing_wanted_is_nothing_to_remind_of(workspace: Workspace, elena: int) -> None:
    assert reminders(workspace, elena, TODAY) == []


def test_an_interview_the_working_day_before(workspace: Workspace, elena: int) -> None:
    talk = interviews.plan(workspace, "Robots", today=TODAY, person_ids=(elena,))
    interviews.arrange(workspace, talk, date(2027, 3, 15), time(14))
    assert reminders(workspace, elena, date(2027, 3, 11)) == []
    assert reminders(workspace, elena, date(2027, 3, 12)) == ["Interview “Robots”: 15 March 2027"]
    assert reminders(workspace, elena, date(2027, 3, 15)) == ["Interview “Robots”: today"]


def test_what_is_owed_two_working_days_before_and_once_late(workspace: Workspace, elena: int) -> None:
    asked(workspace, elena, date(2027, 3, 12))
    assert reminders(workspace, elena, date(2027, 3, 9)) == []
    assert reminders(workspace, elena, TODAY) == ["What you know for “Nine proofs”: 12 March 2027"]
    assert reminders(workspace, elena, date(2027, 3, 15)) == ["What you know for “Nine proofs”: 1 day late"]


def test_what_is_not_answered_three_working_days_after_asking(workspace: Workspace, elena: int) -> None:
    asked(workspace, elena, date(2027, 4, 12), yes=False)
    assert reminders(workspace, elena, date(2027, 3, 12)) == []
    assert reminders(workspace, elena, date(2027, 3, 15)) == ["“Nine proofs” waits for your yes or no"]


def test_the_days_can_be_set(workspace: Workspace, elena: int) -> None:
    asked(workspace, elena, date(2027, 3, 24))
    lists.update_settings(workspace, reminders={"owed": 10})
    assert reminders(workspace, elena, TODAY) == ["What you know for “Nine proofs”: 24 March 2027"]


def test_quotes_once_they_wait_too_long(workspace: Workspace, elena: int) -> None:
    quotes.ask(workspace, [quotes.take_down(workspace, "Never.", person_id=elena)], today=TODAY)
    assert reminders(workspace, elena, TODAY) == []
    assert reminders(workspace, elena, date(2027, 3, 15)) == ["Clear 1 quote for use"]


def test_an_interview_without_an_answer_three_working_days_after_asking(workspace: Workspace, elena: int) -> None:
    talk = interviews.plan(workspace, "Robots", today=TODAY, person_ids=(elena,))
    interviews.arrange(workspace, talk, date(2027, 4, 12), time(14))
    assert reminders(workspace, elena, date(2027, 3, 12)) == []
    assert reminders(workspace, elena, date(2027, 3, 15)) == ["Interview “Robots” waits for your yes or no"]


def test_a_reminder_can_be_turned_off(workspace: Workspace, elena: int) -> None:
    asked(workspace, elena, date(2027, 3, 12))
    lists.update_settings(workspace, reminders={"owed": NEVER})
    assert reminders(workspace, elena, date(2027, 3, 15)) == []


def test_a_reminder_comes_within_a_year(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="0 to 260 working days"):
        lists.update_settings(workspace, reminders={"owed": 10_000})
