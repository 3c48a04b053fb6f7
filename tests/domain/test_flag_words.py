from fractions import Fraction

from editorial.domain.flag_words import offering_sentence, spread_sentence
from editorial.domain.offering import offering_led
from editorial.domain.variety import Spread, VarietyClass
from editorial.domain.vocabulary import Lead
from tests.domain.builders import a_stage, some_lists

LISTS = some_lists(stages=[a_stage(1), a_stage(2)])


def test_class_that_takes_too_much_is_named() -> None:
    spread = Spread((VarietyClass("long", 3, Fraction(3, 4)),), None, "long")
    assert spread_sentence(spread) == "75 % of the pieces are long; more than 60 % is too much of one."


def test_even_spread_says_nothing() -> None:
    assert spread_sentence(Spread((), None, None)) == ""


def test_offering_led_share_is_said_with_what_is_unset() -> None:
    (row,) = offering_led(LISTS, {(1, Lead.OFFERING): 1, (1, Lead.ISSUE): 1, (1, None): 1})
    assert offering_sentence(row) == (
        "Stage 1: 50 % offering-led, more than 20 % is too much so early. 1 piece does not say."
    )


def test_stage_without_leads_says_so() -> None:
    (row,) = offering_led(LISTS, {(1, None): 2})
    assert offering_sentence(row) == "Stage 1: no piece says whether it is issue-led. 2 pieces do not say."


def test_stage_without_pieces_says_so() -> None:
    (row,) = offering_led(LISTS, {})
    assert offering_sentence(row) == "Stage 1: no pieces yet."
