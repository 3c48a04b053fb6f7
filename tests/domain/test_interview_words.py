"""What is said of interviews: when they are, elsewhere too, and whom an invitation is for."""

from datetime import date, time
from typing import Any

from editorial.domain.appointments import Participant
from editorial.domain.interview_words import invited_words, listed_when, local_words, standing_words
from editorial.domain.planning_records import Interview
from editorial.domain.records import Person, Settings
from editorial.domain.vocabulary import InterviewStatus

LONDON = Settings(time_zone="Europe/London")
ADA = Person(id=1, uid="a", name="Ada", time_zone="America/New_York")
BOB = Person(id=2, uid="b", name="Bob")
LI = Person(id=3, uid="c", name="Li", time_zone="Asia/Shanghai")
ARRANGED, HELD = InterviewStatus.ARRANGED, InterviewStatus.HELD


def an_interview(**fields: Any) -> Interview:
    known = {"person_ids": (1, 3), "interviewer_id": 2, "day": date(2027, 3, 22), "time": time(14), "status": ARRANGED}
    return Interview(**{"id": 1, "uid": "i", "name": "Risk", **known, **fields})


def test_those_on_other_clocks_are_told_theirs() -> None:
    # America has changed its clocks already, London has not: four hours instead of five.
    assert local_words(an_interview(), (ADA, BOB, LI), LONDON) == "10:00 for Ada\n22:00 for Li"


def test_another_day_elsewhere_is_named() -> None:
    assert local_words(an_interview(time=time(17)), (LI,), LONDON) == "Tue 01:00 for Li"


def test_what_is_over_needs_no_other_clock() -> None:
    assert local_words(an_interview(status=HELD), (ADA,), LONDON) == ""


def test_a_proposed_time_is_told_before_it_is_arranged() -> None:
    proposed = an_interview(status=InterviewStatus.TO_ARRANGE, asked_on=date(2027, 3, 1))
    assert standing_words(proposed, LONDON) == (
        "To be arranged since 1 March 2027; proposed for 22 March 2027, 14:00–14:45 (Europe/London)"
    )
    assert listed_when(proposed) == "since 1 March 2027"
    assert listed_when(an_interview()) == "22 March 2027, 14:00"


def test_a_time_that_clocks_leave_out_is_the_one_after_it() -> None:
    left_out = an_interview(day=date(2027, 3, 28), time=time(1, 30))
    assert standing_words(left_out, LONDON) == "Arranged for 28 March 2027, 02:30–03:15 (Europe/London)"


def test_an_invitation_says_whom_it_is_for_and_whether_answers_come_back() -> None:
    people = {"Ada": "ada@example.com", "Li": ""}
    assert invited_words(people, called_off=False, organiser=Participant("Bob")) == (
        "Send the invitation to Ada (ada@example.com). No e-mail is known for Li. "
        "Answers do not come back by mail: “Bob”, who invites, has no e-mail."
    )
    assert invited_words({"Ada": "ada@example.com"}, called_off=True, organiser=Participant("Bob")) == (
        "Send the cancellation to Ada (ada@example.com)."
    )
