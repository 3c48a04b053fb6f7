"""What is said of questions, calls for stories and replies."""

from datetime import date
from typing import Any

import pytest

from editorial.domain.people_records import Question
from editorial.domain.planning_records import FieldNote
from editorial.domain.question_words import call_line, listed_answer, reply_lines, standing_line
from editorial.domain.questions import Answered

TODAY = date(2027, 3, 10)


def a_question(**fields: Any) -> Question:
    return Question(**{"id": 1, "uid": "q", "name": "What did it save?", "day": date(2027, 3, 1), **fields})


def test_a_question_says_how_often_it_was_asked() -> None:
    assert standing_line(a_question(votes=5), Answered.UNANSWERED) == "Unanswered; asked 5 times"
    assert standing_line(a_question(votes=0), Answered.PLANNED) == "A piece will answer it"


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (None, ""),
        (date(2027, 3, 19), "Call for stories until 19 March 2027: 9 days left."),
        (date(2027, 3, 10), "Call for stories: replies are wanted until today."),
        (date(2027, 3, 9), "The call for stories ended on 9 March 2027."),
    ],
)
def test_a_call_says_how_long_it_is_open(due: date | None, said: str) -> None:
    assert call_line(a_question(due=due), TODAY) == said


def test_the_list_tells_an_open_call_from_other_questions() -> None:
    call = a_question(due=date(2027, 3, 19))
    assert listed_answer(call, Answered.UNANSWERED, TODAY) == "call, 9 days left"
    assert listed_answer(call, Answered.UNANSWERED, date(2027, 3, 20)) == "unanswered"
    assert listed_answer(call, Answered.ANSWERED, TODAY) == "answered"


def test_replies_name_who_gave_them() -> None:
    notes = [
        FieldNote(id=1, uid="a", name="It rang for a week", day=TODAY, person_id=7, account="Northgate"),
        FieldNote(id=2, uid="b", name="Never", day=TODAY),
    ]
    assert reply_lines(notes, {7: "Ada"}) == [
        "2 replies",
        "– It rang for a week (Ada, Northgate, 10 March 2027)",
        "– Never (10 March 2027)",
    ]
    assert reply_lines([], {}) == ["No replies yet."]


def test_of_many_replies_the_last_are_told() -> None:
    notes = [FieldNote(id=n, uid=str(n), name=f"Reply {n}", day=TODAY) for n in range(7)]
    lines = reply_lines(notes, {})
    assert lines[0] == "7 replies, the last of them:"
    assert [line.split(" (")[0] for line in lines[1:]] == [f"– Reply {n}" for n in range(2, 7)]
