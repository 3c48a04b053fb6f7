"""When tasks are due, which follow their piece and which stay, and by how much they are late."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.planning_records import Task
from editorial.domain.records import Step
from editorial.domain.tasks import Accepted, Plan, Templates, days_late, due_day, followed, late
from editorial.domain.vocabulary import AssignmentRole, Phase, Precision
from editorial.domain.workdays import WorkCalendar

CALENDAR = WorkCalendar(closed=((date(2027, 3, 4), date(2027, 3, 4), "Stocktaking"),))
TUESDAY = date(2027, 3, 9)
STEPS: Templates = {1: [Step(name="Draft", role=AssignmentRole.AUTHOR, offset=-5), Step(name="Post", offset=0)]}


def a_task(**fields: Any) -> Task:
    return Task(**{"id": 1, "uid": "", "piece_id": 1, "name": "Draft", "offset": -5, "role": AssignmentRole.AUTHOR,
                   "due": date(2027, 3, 1), **fields})  # fmt: skip


def a_plan(planned: date | None = TUESDAY, **fields: Any) -> Plan:
    return Plan(**{"planned": planned, "precision": Precision.DAY, "published_on": None, "format_id": 1,
                   "phase": Phase.PRODUCTION, **fields})  # fmt: skip


def test_an_offset_counts_working_days_and_skips_closed_ones() -> None:
    assert due_day(0, TUESDAY, CALENDAR) == TUESDAY
    assert due_day(-1, TUESDAY, CALENDAR) == date(2027, 3, 8)
    assert due_day(-2, TUESDAY, CALENDAR) == date(2027, 3, 5)
    assert due_day(-3, TUESDAY, CALENDAR) == date(2027, 3, 3)
    assert due_day(1, date(2027, 3, 12), CALENDAR) == date(2027, 3, 15)


def test_offset_0_is_the_day_itself_even_on_a_sunday() -> None:
    assert due_day(0, date(2027, 3, 7), CALENDAR) == date(2027, 3, 7)
    assert due_day(-1, date(2027, 3, 7), CALENDAR) == date(2027, 3, 5)


def test_late_counts_the_working_days_after_the_due_date_up_to_today() -> None:
    friday = date(2027, 3, 12)
    assert [days_late(friday, friday + timedelta(days=n), CALENDAR) for n in range(5)] == [0, 0, 0, 1, 2]


def test_a_piece_is_as_late_as_its_worst_open_task() -> None:
    tasks = [a_task(), a_task(id=2, due=date(2027, 3, 8)), a_task(id=3, due=date(2027, 2, 1), done_on=date(2027, 3, 1))]
    assert late(tasks, TUESDAY, CALENDAR) == {1: 5}


def test_a_task_that_became_due_over_a_weekend_is_not_late_yet() -> None:
    assert late([a_task(due=date(2027, 3, 12))], date(2027, 3, 14), CALENDAR) == {}


def test_a_piece_gets_its_tasks_with_its_date() -> None:
    changes = followed([], a_plan(None), a_plan(), STEPS, Accepted(), CALENDAR)
    assert [step.name for step in changes.new] == ["Draft", "Post"]


def test_coarse_parked_and_published_pieces_get_none() -> None:
    for after in (
        a_plan(precision=Precision.WEEK),
        a_plan(phase=Phase.PARKED),
        a_plan(phase=Phase.PUBLISHED),
        a_plan(published_on=TUESDAY),
        a_plan(format_id=2),
    ):
        assert followed([], None, after, STEPS, Accepted(), CALENDAR).new == ()


def test_tasks_move_with_their_piece() -> None:
    changes = followed([a_task()], a_plan(date(2027, 3, 8)), a_plan(), STEPS, Accepted(), CALENDAR)
    assert changes.due == {1: date(2027, 3, 1)} or changes.due == {}
    assert followed([a_task()], a_plan(), a_plan(date(2027, 3, 16)), STEPS, Accepted(), CALENDAR).due == {
        1: date(2027, 3, 9)
    }


def test_done_and_pinned_tasks_and_days_set_by_hand_stay() -> None:
    tasks = [a_task(done_on=TUESDAY), a_task(id=2, pinned=True), a_task(id=3, offset=None)]
    changes = followed(tasks, a_plan(), a_plan(date(2027, 3, 16)), STEPS, Accepted(), CALENDAR)
    assert (changes.due, changes.kept) == ({}, ())


def test_tasks_of_an_accepted_assignment_stay_and_are_told() -> None:
    accepted = Accepted(frozenset({7}), frozenset({AssignmentRole.AUTHOR}))
    tasks = [a_task(), a_task(id=2, name="Post", role=None), a_task(id=3, name="Check", role=None, person_id=7)]
    changes = followed(tasks, a_plan(), a_plan(date(2027, 3, 16)), STEPS, accepted, CALENDAR)
    assert (changes.kept, list(changes.due)) == ((1, 3), [2])


def test_a_task_that_names_somebody_else_is_not_held_by_its_role() -> None:
    accepted = Accepted(frozenset({7}), frozenset({AssignmentRole.AUTHOR}))
    assert not accepted.holds(a_task(person_id=8))


def test_another_format_replaces_untouched_tasks() -> None:
    steps: Templates = {**STEPS, 2: [Step(name="Shoot", offset=-3)]}
    changes = followed([a_task()], a_plan(), a_plan(format_id=2), steps, Accepted(), CALENDAR)
    assert (changes.gone, [step.name for step in changes.new]) == ((1,), ["Shoot"])


def test_another_format_leaves_touched_tasks() -> None:
    steps: Templates = {**STEPS, 2: [Step(name="Shoot", offset=-3)]}
    for touched in (a_task(done_on=TUESDAY), a_task(pinned=True), a_task(name="Outline"), a_task(person_id=3)):
        changes = followed([touched], a_plan(), a_plan(format_id=2), steps, Accepted(), CALENDAR)
        assert (changes.gone, changes.new) == ((), ())


def test_a_task_added_by_hand_is_no_reason_to_keep_the_old_ones() -> None:
    steps: Templates = {**STEPS, 2: [Step(name="Shoot", offset=-3)]}
    tasks = [a_task(), a_task(id=2, name="Call Ada", offset=None)]
    assert followed(tasks, a_plan(), a_plan(format_id=2), steps, Accepted(), CALENDAR).gone == (1,)


def test_without_its_date_a_piece_loses_untouched_tasks_alone() -> None:
    tasks = [a_task(), a_task(id=2, pinned=True), a_task(id=3, done_on=TUESDAY), a_task(id=4, name="Outline")]
    assert followed(tasks, a_plan(), a_plan(None), STEPS, Accepted(), CALENDAR).gone == (1,)


def test_tasks_that_stayed_are_not_made_twice() -> None:
    changes = followed([a_task(pinned=True)], a_plan(None), a_plan(), STEPS, Accepted(), CALENDAR)
    assert [step.name for step in changes.new] == ["Post"]


def test_publishing_leaves_tasks_as_they_are() -> None:
    after = a_plan(published_on=TUESDAY, phase=Phase.PUBLISHED)
    changes = followed([a_task()], a_plan(), after, STEPS, Accepted(), CALENDAR)
    assert (changes.due, changes.gone, changes.new) == ({}, (), ())


@given(offset=st.integers(-30, 30), day=st.dates(date(2026, 1, 1), date(2028, 1, 1)), by=st.integers(-60, 60))
def test_there_and_back_again_leaves_a_task_where_it_was(offset: int, day: date, by: int) -> None:
    task = a_task(offset=offset, due=due_day(offset, day, CALENDAR))
    away = a_plan(day + timedelta(days=by))
    there = followed([task], a_plan(day), away, STEPS, Accepted(), CALENDAR).due.get(1, task.due)
    back = followed([a_task(offset=offset, due=there)], away, a_plan(day), STEPS, Accepted(), CALENDAR).due
    assert back.get(1, there) == task.due


def test_closed_for_years_a_task_has_no_due_day_and_stays() -> None:
    closed = WorkCalendar(closed=((date(2020, 1, 1), date(2035, 1, 1), "Gone"),))
    assert due_day(-5, TUESDAY, closed) is None
    changes = followed([a_task()], a_plan(), a_plan(date(2027, 4, 6)), STEPS, Accepted(), closed)
    assert changes.due == {}
