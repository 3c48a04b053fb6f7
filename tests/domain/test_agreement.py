"""The agreement with sales: states of stages, shares of tags, words."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from editorial.domain.agreement import StageState, Tags, agreed_under, edited_texts, frozen_stage, standing
from editorial.domain.agreement_words import (
    reason_of,
    share_sentence,
    share_words,
    state_sentence,
    tag_words,
    why_not_agree,
    why_not_tag,
)
from editorial.domain.planning_records import StageAgreement
from editorial.domain.records import BuyingStage
from editorial.domain.vocabulary import Tag
from tests.domain.builders import a_stage

DAY = date(2027, 3, 10)


def a_version(number: int, *stages: BuyingStage, **fields: Any) -> StageAgreement:
    frozen = tuple(frozen_stage(stage) for stage in stages)
    plain: dict[str, Any] = {"marketing": "Nora", "sales": "Marcus", "day": DAY}
    return StageAgreement(id=number, uid=f"v{number}", version=number, stages=frozen, **plain | fields)


def test_a_stage_in_no_version_is_not_agreed() -> None:
    found = standing(a_stage(1), [a_version(1, a_stage(2))])
    assert (found.state, found.version) == (StageState.NONE, None)


def test_a_stage_as_it_was_frozen_is_agreed() -> None:
    stage = a_stage(1, definition="Has a short list.")
    assert standing(stage, [a_version(1, stage)]).state is StageState.AGREED


def test_editing_any_text_reopens_the_stage() -> None:
    then = a_stage(1, definition="Has a short list.")
    now = a_stage(1, definition="Has a short list.", signal="Asks for prices.")
    found = standing(now, [a_version(1, then)])
    assert (found.state, found.edited) == (StageState.REOPENED, ("signal",))


def test_a_new_name_reopens_nothing() -> None:
    assert standing(a_stage(1, name="Proof"), [a_version(1, a_stage(1))]).state is StageState.AGREED


def test_the_latest_version_that_has_the_stage_counts() -> None:
    stage = a_stage(1, definition="new")
    versions = [a_version(3, a_stage(2)), a_version(2, stage), a_version(1, a_stage(1, definition="old"))]
    found = standing(stage, versions)
    assert found.version is not None
    assert (found.version.version, found.state) == (2, StageState.AGREED)


def test_writing_the_old_words_again_closes_it() -> None:
    stage = a_stage(1, question="Who has done this?")
    assert edited_texts(frozen_stage(stage), stage) == ()


def test_the_share_is_agreed_tags_among_pieces_with_a_stage() -> None:
    assert Tags(proposed=3, agreed=5, disputed=2).share == Fraction(1, 2)
    assert Tags().share is None


def test_a_tag_of_a_reopened_stage_names_its_version() -> None:
    reopened = standing(a_stage(1, definition="new"), [a_version(2, a_stage(1, definition="old"))])
    assert tag_words(Tag.AGREED, 2, reopened) == "agreed under version 2"
    assert tag_words(Tag.DISPUTED, None, reopened) == "disputed"


def test_a_tag_of_an_older_version_keeps_its_number() -> None:
    agreed = standing(a_stage(1), [a_version(2, a_stage(1)), a_version(1, a_stage(1))])
    assert agreed_under(Tag.AGREED, 1, agreed) == 1
    assert agreed_under(Tag.AGREED, 2, agreed) is None


def test_a_tag_agreed_before_any_version_is_agreed() -> None:
    assert tag_words(Tag.AGREED, None, standing(a_stage(1), [])) == "agreed"


@pytest.mark.parametrize(
    ("marketing", "sales", "said"),
    [("", "Marcus", "marketing is missing"), ("Nora", " ", "sales is missing"), ("", "", "marketing and sales is")],
)
def test_a_version_needs_both_names(marketing: str, sales: str, said: str) -> None:
    reason = why_not_agree({1: a_stage(1)}, marketing, sales, DAY)
    assert reason is not None
    assert said in reason


def test_a_version_needs_a_stage_and_a_day() -> None:
    assert why_not_agree({}, "Nora", "Marcus", DAY) == "There is no stage to agree on."
    assert why_not_agree({1: a_stage(1)}, "Nora", "Marcus", None) is not None
    assert why_not_agree({1: a_stage(1)}, "Nora", "Marcus", DAY) is None


def test_a_dispute_needs_a_reason_and_a_tag_a_stage() -> None:
    assert why_not_tag(Tag.DISPUTED, " ", has_stage=True) == "A dispute needs a reason."
    assert why_not_tag(Tag.AGREED, "", has_stage=False) is not None
    assert why_not_tag(Tag.PROPOSED, "", has_stage=False) is None


def test_the_state_is_said_with_names_and_what_was_edited() -> None:
    stage = a_stage(1, definition="new", signal="new", approach="new", avoid="new")
    said = state_sentence(standing(stage, [a_version(1, a_stage(1))]))
    assert said == (
        "Agreed in version 1: Nora for marketing and Marcus for sales, 10 March 2027. "
        "Reopened: edited since then (Definition, Signal to sales, Suggested approach and 1 more)."
    )


def test_the_share_is_said() -> None:
    assert share_words(Tags(proposed=7, agreed=11)) == "61 % of tags"
    assert "2 disputed, 1 not answered yet" in share_sentence(Tags(proposed=1, agreed=1, disputed=2))


def test_who_gave_a_reason_is_kept_with_it() -> None:
    assert reason_of(" too early ", "Marcus  Bell") == "too early (Marcus Bell)"
    assert reason_of("", "Marcus Bell") == "Marcus Bell"
    assert reason_of("too early", "") == "too early"
