"""What each audience is told."""

from datetime import date

import pytest

from editorial.domain.audience import Audience, audience_named, audience_sentence, told_day, told_title
from editorial.domain.records import Settings
from editorial.domain.vocabulary import Kind, Precision
from editorial.errors import RuleBroken

DAY = date(2027, 3, 11)


@pytest.mark.parametrize(
    ("precision", "audience", "said"),
    [
        (Precision.DAY, Audience.TEAM, "11 March 2027"),
        (Precision.WEEK, Audience.SALES, "week of 11 March 2027"),
        (Precision.MONTH, Audience.SALES, "March 2027"),
        (Precision.DAY, Audience.PUBLIC, "March 2027"),
        (Precision.WEEK, Audience.PUBLIC, "March 2027"),
        (Precision.QUARTER, Audience.PUBLIC, "FY2027 Q1"),
    ],
)
def test_the_public_is_told_the_month_or_quarter(precision: Precision, audience: Audience, said: str) -> None:
    assert told_day(DAY, precision, audience, Settings()) == said


def test_the_quarter_is_the_fiscal_one() -> None:
    assert told_day(date(2026, 7, 1), Precision.QUARTER, Audience.PUBLIC, Settings(fiscal_month=7)) == "FY2027 Q1"


def test_an_idea_has_no_date_to_tell() -> None:
    assert told_day(None, Precision.DAY, Audience.TEAM, Settings()) == "no date yet"


@pytest.mark.parametrize(
    ("kind", "said"),
    [(Kind.PRACTICAL, "A practical piece"), (Kind.ASPIRATIONAL, "An aspirational piece"), (None, "A piece")],
)
def test_titles_are_withheld_from_the_public(kind: Kind | None, said: str) -> None:
    assert told_title("Secret", kind, Audience.PUBLIC) == said
    assert told_title("Secret", kind, Audience.SALES) == "Secret"


def test_notes_are_for_the_team_alone() -> None:
    assert [audience.sees_notes for audience in Audience] == [True, False, False]


def test_an_audience_is_read_from_its_word() -> None:
    assert audience_named(" Sales ") is Audience.SALES
    with pytest.raises(RuleBroken, match="“press” is not an audience"):
        audience_named("press")
    assert len({audience_sentence(audience) for audience in Audience}) == 3
