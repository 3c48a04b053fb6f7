"""What people say and ask in the sample."""

from datetime import date

import pytest

from editorial.domain.bulletin import sources_warning
from editorial.domain.vocabulary import Clearance
from editorial.services import lists, questions, quotes
from editorial.services.sample import make_sample
from editorial.services.workspaces import Workspace

TODAY = date(2027, 3, 10)


@pytest.fixture
def sample(workspace: Workspace) -> Workspace:
    make_sample(workspace, TODAY)
    return workspace


def test_quotes_are_at_every_step(sample: Workspace) -> None:
    assert {one.quote.clearance for one in quotes.bank(sample)} == {
        Clearance.CLEARED, Clearance.ASKED, Clearance.NOT_ASKED
    }  # fmt: skip
    assert [bool(one.used_in) for one in quotes.bank(sample, clearance=Clearance.CLEARED)] == [True]


def test_a_question_waits_for_its_answer(sample: Workspace) -> None:
    assert questions.bank(sample)[0].question.name == "Who else of our size has done this?"


def test_a_call_for_stories_has_a_reply(sample: Workspace) -> None:
    (call,) = (one for one in questions.bank(sample) if one.question.due)
    assert (call.question.due, call.replies) == (date(2027, 3, 19), 1)


def test_one_card_rests_on_too_little(sample: Workspace) -> None:
    cards = lists.read_records(sample, "answer_card")
    assert sorted(bool(sources_warning(card.sources)) for card in cards) == [False, True]
