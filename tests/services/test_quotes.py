"""Quotes: cleared before they are used."""

from datetime import date

import pytest

from editorial.domain.vocabulary import Clearance
from editorial.errors import RuleBroken
from editorial.services import history, interviews, lists, pieces, quotes
from editorial.services.workspaces import Workspace
from tests.builders import a_person

TODAY = date(2027, 3, 9)


@pytest.fixture
def talk(workspace: Workspace) -> int:
    """Plan an interview with Ada."""
    return interviews.plan(workspace, "Who owns it?", today=TODAY, person_ids=(a_person(workspace),))


@pytest.fixture
def quote(workspace: Workspace, talk: int) -> int:
    """Take a quote down."""
    return quotes.take_down(workspace, "Nobody\n owns it.", person_id=None, interview_id=talk, mark="00:01:10")


def clearance(workspace: Workspace) -> Clearance:
    return quotes.bank(workspace)[0].quote.clearance


def test_a_quote_of_the_only_one_asked_is_theirs(workspace: Workspace, quote: int) -> None:
    (found,) = quotes.bank(workspace)
    assert (found.quote.name, found.person, found.interview) == ("Nobody owns it.", "Ada Byron", "Who owns it?")
    assert history.next_undo(workspace) == "Quote ‘Nobody owns it.’"


def test_a_quote_is_used_only_once_it_is_cleared(workspace: Workspace, quote: int) -> None:
    piece = pieces.create(workspace, "Robots")
    with pytest.raises(RuleBroken, match="Nobody asked"):
        quotes.use(workspace, quote, piece)
    quotes.ask(workspace, [quote], today=TODAY)
    with pytest.raises(RuleBroken, match="not answered"):
        quotes.use(workspace, quote, piece)
    quotes.clear(workspace, [quote], today=TODAY, by="Her assistant")
    quotes.use(workspace, quote, piece)
    (found,) = quotes.bank(workspace, piece_id=piece)
    assert (found.used_in, found.quote.answered_by) == ({piece: "Robots"}, "Her assistant")


def test_a_refused_quote_keeps_the_reason(workspace: Workspace, quote: int) -> None:
    quotes.refuse(workspace, [quote], "Too blunt", today=TODAY)
    assert (clearance(workspace), quotes.bank(workspace)[0].quote.reason) == (Clearance.REFUSED, "Too blunt")
    with pytest.raises(RuleBroken, match="does not want"):
        quotes.use(workspace, quote, pieces.create(workspace, "Robots"))


def test_asking_again_leaves_an_answer_alone(workspace: Workspace, quote: int) -> None:
    quotes.clear(workspace, [quote], today=TODAY)
    quotes.ask(workspace, [quote], today=TODAY)
    assert clearance(workspace) is Clearance.CLEARED


def test_other_words_are_to_be_cleared_anew(workspace: Workspace, quote: int) -> None:
    quotes.clear(workspace, [quote], today=TODAY)
    lists.edit(workspace, "quote", quote, notes="From the end")
    assert clearance(workspace) is Clearance.CLEARED
    lists.edit(workspace, "quote", quote, name="Somebody owns it.")
    assert clearance(workspace) is Clearance.NOT_ASKED


def test_it_can_be_taken_out_of_a_piece(workspace: Workspace, quote: int) -> None:
    piece = pieces.create(workspace, "Robots")
    quotes.clear(workspace, [quote], today=TODAY)
    quotes.use(workspace, quote, piece)
    quotes.use_no_longer(workspace, quote, piece)
    assert quotes.bank(workspace)[0].used_in == {}


@pytest.mark.parametrize("words", ["nobody", "ADA owns", "robots", ""])
def test_a_quote_is_found_by_its_words_person_and_pieces(workspace: Workspace, quote: int, words: str) -> None:
    quotes.clear(workspace, [quote], today=TODAY)
    quotes.use(workspace, quote, pieces.create(workspace, "Robots"))
    assert len(quotes.bank(workspace, words)) == 1
    assert quotes.bank(workspace, words + " elsewhere") == []


def test_what_waits_for_a_person_is_what_they_were_asked(workspace: Workspace, talk: int, quote: int) -> None:
    (person,) = interviews.read(workspace, talk).person_ids
    assert quotes.waiting(workspace, person) == []
    quotes.ask(workspace, [quote], today=TODAY)
    assert [one.id for one in quotes.waiting(workspace, person)] == [quote]


def test_a_quote_outlives_its_interview(workspace: Workspace, talk: int, quote: int) -> None:
    with pytest.raises(RuleBroken, match="1 quote"):
        lists.remove(workspace, "interview", talk)
