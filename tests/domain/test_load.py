"""What is asked of people, and what of it cannot be."""

from datetime import date, time
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.load import Conflict, ConflictKind, OpenWork, load
from editorial.domain.load_words import conflict_sentence
from editorial.domain.period import Period, between
from editorial.domain.planning_records import Interview
from editorial.domain.records import Away, Person, Settings
from editorial.domain.vocabulary import AssignmentRole, InterviewStatus

MARCH = between(date(2027, 3, 1), date(2027, 3, 31))
DAY = date(2027, 3, 10)


def a_person(**fields: Any) -> Person:
    return Person(**{"id": 1, "uid": "p1", "name": "Ada Byron", **fields})


def an_interview(number: int = 1, **fields: Any) -> Interview:
    status = fields.pop("status", InterviewStatus.ARRANGED)
    return Interview(**{"id": number, "uid": "", "name": f"Talk {number}", "day": DAY, "status": status,
                        "person_ids": (1,), **fields})  # fmt: skip


def conflicts(person: Person, *interviews: Interview, work: tuple[OpenWork, ...] = ()) -> list[Conflict]:
    return list(load([person], interviews, work, MARCH, Settings()).conflicts)


def interviews_in(period: Period, *interviews: Interview) -> list[int]:
    return [month.interviews for month in load([a_person()], interviews, (), period, Settings()).people[0].months]


def test_arranged_and_held_interviews_count_in_the_month_of_their_day() -> None:
    listed = [an_interview(n, status=status) for n, status in enumerate(InterviewStatus)]
    assert interviews_in(between(date(2027, 2, 1), date(2027, 3, 31)), *listed) == [0, 2]


def test_who_asks_gives_none_of_their_interviews() -> None:
    assert interviews_in(MARCH, an_interview(person_ids=(2,), interviewer_id=1)) == [0]


def test_without_a_limit_nobody_is_over() -> None:
    assert conflicts(a_person(), *(an_interview(n) for n in range(9))) == []


def test_the_first_interview_too_many_is_a_conflict() -> None:
    listed = [an_interview(1, day=date(2027, 3, 20)), an_interview(2), an_interview(3, day=date(2027, 3, 15))]
    (found,) = conflicts(a_person(interviews_a_month=2), *listed)
    assert (found.kind, found.day, found.asked) == (ConflictKind.OVER, date(2027, 3, 20), 3)
    assert conflict_sentence(found) == "Ada Byron is asked for 3 interviews in March 2027, and can give 2."


def test_exactly_as_many_as_somebody_can_give_is_none() -> None:
    assert conflicts(a_person(interviews_a_month=2), an_interview(1), an_interview(2)) == []


def test_a_whole_month_counts_though_the_period_holds_a_part_of_it() -> None:
    week = between(date(2027, 3, 8), date(2027, 3, 14))
    assert interviews_in(week, an_interview(day=date(2027, 3, 30))) == [1]


def test_an_interview_while_away_is_a_conflict_also_for_who_asks() -> None:
    away = (Away(first=DAY, last=date(2027, 3, 12)),)
    for asked in (an_interview(), an_interview(person_ids=(2,), interviewer_id=1), an_interview(day=date(2027, 3, 12))):
        (found,) = conflicts(a_person(away=away), asked)
        assert found.kind is ConflictKind.AWAY
    assert conflicts(a_person(away=away), an_interview(day=date(2027, 3, 13))) == []
    assert conflicts(a_person(away=away), an_interview(status=InterviewStatus.HELD)) == []


def test_work_due_while_away_is_a_conflict() -> None:
    work = OpenWork(1, 5, "Pricing", AssignmentRole.AUTHOR, DAY)
    (found,) = conflicts(a_person(away=(Away(first=DAY, last=DAY),)), work=(work,))
    assert conflict_sentence(found) == "Ada Byron is away on 10 March 2027, when “Pricing” is due."


def test_two_interviews_that_overlap_are_a_conflict_and_back_to_back_are_none() -> None:
    nine = an_interview(1, time=time(9, 0), minutes=45)
    (found,) = conflicts(a_person(), nine, an_interview(2, time=time(9, 44)))
    assert conflict_sentence(found) == (
        "Ada Byron is asked for two interviews at once on 10 March 2027: “Talk 1” and “Talk 2”."
    )
    assert conflicts(a_person(), nine, an_interview(2, time=time(9, 45))) == []
    assert conflicts(a_person(), nine, an_interview(2)) == []


def test_past_midnight_is_still_at_once() -> None:
    late = an_interview(1, time=time(23, 30), minutes=60)
    (found,) = conflicts(a_person(), late, an_interview(2, day=date(2027, 3, 11), time=time(0, 15)))
    assert found.day == date(2027, 3, 11)


def test_cancelled_interviews_trouble_nobody() -> None:
    cancelled = an_interview(2, time=time(9, 0), status=InterviewStatus.CANCELLED)
    assert conflicts(a_person(interviews_a_month=1), an_interview(1, time=time(9, 0)), cancelled) == []


def test_open_work_is_counted_in_the_week_it_is_due() -> None:
    work = [
        OpenWork(1, 5, "Pricing", AssignmentRole.AUTHOR, DAY, Decimal("1.5")),
        OpenWork(1, 6, "Tariffs", AssignmentRole.REVIEWER, date(2027, 3, 14), Decimal(2)),
        OpenWork(1, 7, "Some day", AssignmentRole.AUTHOR, None),
    ]
    weeks = load([a_person()], (), work, MARCH, Settings()).people[0].weeks
    assert [(week.first.day, week.open, week.hours) for week in weeks[:3]] == [
        (1, 0, 0), (8, 2, Decimal("3.5")), (15, 0, 0),
    ]  # fmt: skip


def work(due: date, hours: int, **fields: Any) -> OpenWork:
    return OpenWork(1, 7, "Pricing", AssignmentRole.AUTHOR, due, Decimal(hours), **fields)


def test_a_week_tells_its_interviews_days_away_and_share_of_the_hours() -> None:
    person = a_person(hours_a_quarter=26, away=(Away(first=date(2027, 3, 11), last=date(2027, 3, 14)),))
    owed = (work(DAY, 3), work(date(2027, 3, 17), 1))
    (found,) = load([person], (an_interview(), an_interview(2, person_ids=(2,))), owed, MARCH, Settings()).people
    week = found.weeks[1]
    assert (week.first, week.open, week.hours, week.interviews) == (date(2027, 3, 8), 1, Decimal(3), 1)
    assert (week.days_away, week.capacity, week.over) == (2, Decimal(2), True)
    assert not found.weeks[2].over


def test_more_hours_in_a_quarter_than_somebody_can_give_are_a_conflict() -> None:
    april = date(2027, 4, 2)
    (found,) = conflicts(a_person(hours_a_quarter=5), work=(work(date(2027, 2, 1), 4), work(DAY, 2), work(april, 5)))
    assert (found.kind, found.day, found.hours) == (ConflictKind.OVER, DAY, Decimal(6))
    assert conflict_sentence(found) == (
        "Ada Byron is asked for 6 hours in the quarter of 10 March 2027, and can give 5."
    )


def test_the_hours_of_a_quarter_that_can_be_given_are_none() -> None:
    assert conflicts(a_person(hours_a_quarter=5), work=(work(DAY, 5),)) == []


@given(st.lists(st.tuples(st.dates(MARCH.first, MARCH.last), st.integers(0, 9)), max_size=8))
def test_weeks_hold_all_the_work_of_the_period(drawn: list[tuple[date, int]]) -> None:
    (found,) = load([a_person()], (), [work(due, n) for due, n in drawn], MARCH, Settings()).people
    assert sum(week.open for week in found.weeks) == len(drawn)
    assert sum(week.hours for week in found.weeks) == sum(n for _due, n in drawn)
