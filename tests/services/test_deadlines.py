"""Days by which people owe something, when the piece moves: what somebody accepted stays until one asks."""

from datetime import date

import pytest

from editorial.domain.vocabulary import AssignmentRole, Precision
from editorial.services import assignments, deadlines, history, pieces, schedule, tasks
from editorial.services.assignments import Key
from editorial.services.deadlines import Stayed
from editorial.services.workspaces import Workspace
from tests.builders import a_person

TODAY = date(2027, 3, 1)
TUESDAY, NEXT = date(2027, 3, 9), date(2027, 3, 16)
REVIEWER = AssignmentRole.REVIEWER


@pytest.fixture
def key(workspace: Workspace) -> Key:
    """Let Ada promise to review a piece, by the day of the piece."""
    person, piece = a_person(workspace), pieces.create(workspace, "Pricing", planned=TUESDAY)
    assignments.ask(workspace, piece, person, REVIEWER, today=TODAY)
    assignments.accept(workspace, (piece, person, REVIEWER), today=TODAY)
    return piece, person, REVIEWER


def due(workspace: Workspace, key: Key) -> date | None:
    return assignments.due_days(workspace, key[0])[key]


def test_what_was_accepted_for_the_day_of_the_piece_stays(workspace: Workspace, key: Key) -> None:
    assert schedule.move(workspace, {key[0]: NEXT}) == 1
    assert due(workspace, key) == TUESDAY


def test_a_move_and_the_day_that_stayed_are_one_change(workspace: Workspace, key: Key) -> None:
    schedule.move(workspace, {key[0]: NEXT})
    history.undo(workspace)
    assert assignments.of_piece(workspace, key[0])[0].due is None
    assert due(workspace, key) == TUESDAY


def test_what_is_only_proposed_goes_with_its_piece(workspace: Workspace) -> None:
    person, piece = a_person(workspace), pieces.create(workspace, "Pricing", planned=TUESDAY)
    assignments.ask(workspace, piece, person, REVIEWER, today=TODAY)
    assert schedule.move(workspace, {piece: NEXT}) == 0
    assert due(workspace, (piece, person, REVIEWER)) == NEXT


def test_an_edit_and_a_way_back_to_the_ideas_leave_it_too(workspace: Workspace, key: Key) -> None:
    pieces.edit(workspace, key[0], planned=NEXT)
    assert due(workspace, key) == TUESDAY
    history.undo(workspace)
    schedule.unschedule(workspace, [key[0]])
    assert due(workspace, key) == TUESDAY


def test_a_month_made_a_day_is_no_deadline_that_stays(workspace: Workspace) -> None:
    piece = pieces.create(workspace, "Pricing", planned=TUESDAY, precision=Precision.MONTH)
    person = a_person(workspace)
    assignments.ask(workspace, piece, person, REVIEWER, today=TODAY)
    assignments.accept(workspace, (piece, person, REVIEWER), today=TODAY)
    assert schedule.move(workspace, {piece: NEXT}) == 0
    assert due(workspace, (piece, person, REVIEWER)) == NEXT


def test_days_that_stayed_are_told_apart(workspace: Workspace, key: Key) -> None:
    other = a_person(workspace, "Grace Hopper")
    assignments.ask(workspace, key[0], other, REVIEWER, today=TODAY, due=date(2027, 3, 5))
    before = deadlines.publish_days(workspace, [key[0]])
    schedule.move(workspace, {key[0]: NEXT})
    assert deadlines.stayed(workspace, before) == Stayed(accepted=1, asked=1)


def test_they_move_too_by_working_days_in_one_change(workspace: Workspace, key: Key) -> None:
    other = a_person(workspace, "Grace Hopper")
    assignments.ask(workspace, key[0], other, REVIEWER, today=TODAY, due=date(2027, 3, 5))
    before = deadlines.publish_days(workspace, [key[0]])
    schedule.move(workspace, {key[0]: NEXT})
    assert deadlines.move_too(workspace, [key[0]], before) == 2
    assert due(workspace, key) == NEXT
    assert due(workspace, (key[0], other, REVIEWER)) == date(2027, 3, 12)
    assert history.undo(workspace) == "Move 2 deadlines of ‘Pricing’ too"
    assert due(workspace, key) == TUESDAY


def test_tasks_that_stayed_move_with_them(workspace: Workspace, key: Key) -> None:
    task = tasks.add(workspace, key[0], "Review", role=REVIEWER, offset=-1)
    before = deadlines.publish_days(workspace, [key[0]])
    assert schedule.move(workspace, {key[0]: NEXT}) == 1
    assert deadlines.stayed(workspace, before) == Stayed()
    assert deadlines.move_too(workspace, [key[0]], before) == 1
    assert [one.due for one in tasks.of_piece(workspace, key[0]) if one.id == task] == [date(2027, 3, 15)]
