"""How the history tells of tasks and slots."""

from datetime import date

import pytest

from editorial.domain.records import Step
from editorial.domain.vocabulary import AssignmentRole
from editorial.services import assignments, history, lists, pieces, schedule, slot_series, slots, tasks
from editorial.services.workspaces import Workspace
from tests.builders import a_person

TUESDAY = date(2027, 3, 9)


@pytest.fixture
def piece(workspace: Workspace) -> int:
    video = lists.add(workspace, "format", "Explainer", steps=(Step(name="Draft", offset=-1),))
    return pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY)


def told(workspace: Workspace, field: str) -> tuple[str, str]:
    """Return what the newest change says of a field, before and after."""
    newest = history.changes(workspace, limit=1)[0]
    (found,) = [one for one in history.details(workspace, newest.id) if one.field == field]
    return found.before, found.after


def test_a_move_tells_when_its_tasks_were_and_are_due(workspace: Workspace, piece: int) -> None:
    schedule.move(workspace, {piece: date(2027, 3, 16)})
    assert told(workspace, "Tasks") == ("Draft due 8 March 2027", "Draft due 15 March 2027")


def test_new_tasks_are_told_with_their_days(workspace: Workspace) -> None:
    video = lists.add(workspace, "format", "Explainer", steps=(Step(name="Draft", offset=-1),))
    piece = pieces.create(workspace, "Pricing", format_id=video)
    schedule.move(workspace, {piece: TUESDAY})
    assert told(workspace, "Tasks") == ("", "Draft due 8 March 2027")


def test_a_task_that_was_done_says_so(workspace: Workspace, piece: int) -> None:
    tasks.done(workspace, tasks.of_piece(workspace, piece)[0].id, TUESDAY)
    assert told(workspace, "Tasks") == ("Draft open", "Draft done on 9 March 2027")


def test_a_task_that_was_pinned_says_so(workspace: Workspace, piece: int) -> None:
    tasks.edit(workspace, tasks.of_piece(workspace, piece)[0].id, pinned=True)
    assert told(workspace, "Tasks") == ("Draft not pinned", "Draft pinned")


def test_days_of_a_slot_are_told_as_moved_and_left_out(workspace: Workspace) -> None:
    slot = slot_series.add(workspace, "Briefing", rule="FREQ=WEEKLY;BYDAY=TU", first=TUESDAY)
    slot_series.move(workspace, slot, TUESDAY, date(2027, 3, 10), today=TUESDAY)
    assert told(workspace, "Exceptions") == ("", "9 March 2027 moved to 10 March 2027")
    slots.release(workspace, slot, date(2027, 3, 16))
    assert told(workspace, "Exceptions") == (
        "9 March 2027 moved to 10 March 2027",
        "9 March 2027 moved to 10 March 2027, 16 March 2027 left out",
    )


def test_who_owes_what_is_told_with_the_answer(workspace: Workspace, piece: int) -> None:
    person = a_person(workspace)
    assignments.ask(workspace, piece, person, AssignmentRole.REVIEWER, today=TUESDAY)
    assert told(workspace, "Who owes what") == ("", "Ada Byron (reviewer)")
    assignments.decline(workspace, (piece, person, AssignmentRole.REVIEWER), "Busy", today=TUESDAY)
    assert told(workspace, "Who owes what") == (
        "Ada Byron (reviewer) proposed",
        "Ada Byron (reviewer) declined “Busy”",
    )
