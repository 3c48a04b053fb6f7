"""Question templates and the question bank."""

from datetime import date

import pytest

from editorial.domain.people_records import Question, QuestionTemplate
from editorial.domain.questions import Answered, bank, fitting, usual_templates
from editorial.domain.vocabulary import Kind, PersonRole
from tests.domain.builders import DRAFTING, PARKED, PHASES, an_entry


def a_question(number: int, votes: int = 0, day: int = 1, pieces: tuple[int, ...] = ()) -> Question:
    return Question(
        id=number, uid=f"q{number}", name="Who pays?", day=date(2027, 1, day), votes=votes, piece_ids=pieces
    )


PIECES = {1: an_entry(1, published=True), 2: an_entry(2, status_id=DRAFTING), 3: an_entry(3, status_id=PARKED)}


@pytest.mark.parametrize(
    ("pieces", "answered"),
    [((), "unanswered"), ((3,), "unanswered"), ((9,), "unanswered"), ((2, 3), "planned"), ((1, 2), "answered")],
)
def test_a_question_is_answered_once_a_piece_is_out(pieces: tuple[int, ...], answered: str) -> None:
    (found,) = bank([a_question(1, pieces=pieces)], PIECES, PHASES, {})
    assert found.answered is Answered(answered)


def test_unanswered_ones_come_first_then_votes_replies_and_age() -> None:
    asked = [
        a_question(1, votes=9, pieces=(1,)),
        a_question(2, votes=1, pieces=(2,)),
        a_question(3),
        a_question(4, votes=2),
        a_question(5, day=2),
        a_question(6),
    ]
    assert [one.question.id for one in bank(asked, PIECES, PHASES, {6: 2})] == [4, 6, 3, 5, 2, 1]


def a_template(number: int, kind: Kind | None = None, role: PersonRole | None = None) -> QuestionTemplate:
    return QuestionTemplate(id=number, uid="", name=f"T{number}", kind=kind, role=role)


def test_templates_for_the_role_come_before_those_for_the_kind_and_for_all() -> None:
    listed = [
        a_template(1),
        a_template(2, kind=Kind.PRACTICAL),
        a_template(3, role=PersonRole.SME),
        a_template(4, Kind.PRACTICAL, PersonRole.SME),
        a_template(5, Kind.ASPIRATIONAL, PersonRole.SME),
        a_template(6, role=PersonRole.CUSTOMER),
    ]
    assert [one.id for one in fitting(listed, {Kind.PRACTICAL}, {PersonRole.SME})] == [4, 3, 2, 1]
    assert [one.id for one in fitting(listed, set(), set())] == [1]


def test_every_usual_template_is_a_numbered_list() -> None:
    assert all(one.questions.startswith("1. ") for one in usual_templates())
    assert len({one.name for one in usual_templates()}) == len(usual_templates())
