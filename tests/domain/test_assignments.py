"""What people owe for pieces."""

from datetime import date
from typing import Any

import pytest

from editorial.domain.assignments import due_day, why_not_answer, why_not_ask
from editorial.domain.people_records import Assignment
from editorial.domain.planning_records import Task
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus

PLANNED, EARLY, LATE = date(2027, 3, 11), date(2027, 3, 2), date(2027, 3, 5)


def an_assignment(**fields: Any) -> Assignment:
    return Assignment(**{"piece_id": 1, "person_id": 2, "role": AssignmentRole.REVIEWER, **fields})


def a_task(due: date, role: AssignmentRole = AssignmentRole.REVIEWER, **fields: Any) -> Task:
    return Task(id=1, uid="t", piece_id=1, name="Review", due=due, role=role, **fields)


def test_its_own_day_comes_before_all_others() -> None:
    assert due_day(an_assignment(due=EARLY), [a_task(LATE)], PLANNED) == EARLY


def test_without_one_it_is_due_with_the_last_open_task_of_its_role() -> None:
    tasks = [a_task(LATE), a_task(EARLY), a_task(PLANNED, done_on=EARLY), a_task(PLANNED, AssignmentRole.AUTHOR)]
    assert due_day(an_assignment(), tasks, PLANNED) == LATE


def test_a_task_that_names_a_person_belongs_to_that_person_alone() -> None:
    assert due_day(an_assignment(), [a_task(EARLY, person_id=9)], PLANNED) == PLANNED
    assert due_day(an_assignment(), [a_task(EARLY, AssignmentRole.AUTHOR, person_id=2)], PLANNED) == EARLY


def test_without_any_task_it_is_due_with_its_piece() -> None:
    assert due_day(an_assignment(), [], PLANNED) == PLANNED
    assert due_day(an_assignment(), [], None) is None


@pytest.mark.parametrize(
    ("status", "answer", "reason", "refusal"),
    [
        ("proposed", "accepted", "", None),
        ("proposed", "declined", "Busy", None),
        ("proposed", "declined", " ", "Say why"),
        ("declined", "accepted", "", None),
        ("declined", "delivered", "", "ask for it again"),
        ("delivered", "declined", "Busy", "delivered already"),
    ],
)
def test_what_can_be_said_when(status: str, answer: str, reason: str, refusal: str | None) -> None:
    said = why_not_answer(an_assignment(status=AssignmentStatus(status)), AssignmentStatus(answer), reason)
    assert (said is None) if refusal is None else refusal in (said or "")


def test_who_declined_can_be_asked_again() -> None:
    assert why_not_ask(an_assignment(status=AssignmentStatus.DECLINED)) is None
    assert why_not_ask(an_assignment()) is not None
