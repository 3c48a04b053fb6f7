"""Versions of invitations, and when interviews are on the clock."""

from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.consequences import consequences
from editorial.domain.invitations import ends_at, invitation_uid, next_sequence, starts_at
from editorial.domain.people_records import Quote
from editorial.domain.planning_records import Interview
from editorial.domain.records import Settings
from editorial.domain.vocabulary import Clearance, InterviewStatus

DAY = date(2027, 3, 19)


def an_interview(**fields: Any) -> Interview:
    return Interview(
        **{"id": 1, "uid": "u1", "name": "Robots", "status": InterviewStatus.ARRANGED, "day": DAY, **fields}
    )


@pytest.mark.parametrize(
    ("before", "fields", "after"),
    [
        ({}, {"place": "Room 4"}, 1),
        ({}, {"place": ""}, 0),
        ({}, {"notes": "Said much", "questions": "1. Why?"}, 0),
        ({"person_ids": (1, 2)}, {"person_ids": (2, 1)}, 0),
        ({"person_ids": (1, 2)}, {"person_ids": (2,)}, 1),
        ({"sequence": 4}, {"status": InterviewStatus.CANCELLED}, 5),
        ({"sequence": 4}, {"status": InterviewStatus.HELD}, 4),
        ({"status": InterviewStatus.TO_ARRANGE}, {"status": InterviewStatus.ARRANGED, "time": time(14)}, 0),
        ({"status": InterviewStatus.TO_ARRANGE, "sequence": 1}, {"status": InterviewStatus.ARRANGED}, 2),
        ({"status": InterviewStatus.CANCELLED}, {"status": InterviewStatus.ARRANGED}, 1),
    ],
)
def test_the_sequence_rises_where_what_was_told_differs(
    before: dict[str, Any], fields: dict[str, Any], after: int
) -> None:
    assert next_sequence(an_interview(**before), fields) == after


def test_the_uid_stays_the_same() -> None:
    assert invitation_uid(an_interview()) == invitation_uid(an_interview(day=None)) == "u1@editorial"


def test_an_interview_begins_by_the_clock_of_the_workspace() -> None:
    one = an_interview(time=time(14), minutes=45)
    berlin = Settings(time_zone="Europe/Berlin")
    start, end = starts_at(one, berlin), ends_at(one, berlin)
    assert start
    assert end
    assert start.astimezone(ZoneInfo("America/New_York")).time() == time(9)
    assert end.time() == time(14, 45)


def test_its_length_is_real_time_when_the_clocks_change() -> None:
    night = an_interview(day=date(2027, 3, 28), time=time(1, 30), minutes=60)
    end = ends_at(night, Settings(time_zone="Europe/Berlin"))
    assert end
    assert end.time() == time(3, 30)


def test_without_a_time_it_begins_at_no_moment() -> None:
    assert starts_at(an_interview(), Settings()) is None
    assert ends_at(an_interview(), Settings()) is None


def test_other_words_of_a_quote_are_to_be_cleared_anew() -> None:
    quote = Quote(id=1, uid="q", name="Proof.", clearance=Clearance.CLEARED, answered_on=DAY)
    assert consequences("quote", quote, {"name": "Proofs."})["clearance"] is Clearance.NOT_ASKED
    assert consequences("quote", quote, {"name": "Proof."}) == {}
    assert consequences("quote", quote, {"name": "Proofs.", "clearance": Clearance.CLEARED}) == {}


@given(st.lists(st.sampled_from(["place", "minutes", "notes", "held"]), max_size=12))
def test_the_sequence_never_falls(steps: list[str]) -> None:
    one = an_interview()
    for number, step in enumerate(steps):
        held = step == "held"
        fields = {"status": InterviewStatus.HELD} if held else {step: number if step == "minutes" else str(number)}
        after = next_sequence(one, fields)
        assert one.sequence <= after <= one.sequence + 1
        one = an_interview(**{step: fields[step]} if not held else {}, sequence=after)
