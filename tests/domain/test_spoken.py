from datetime import date
from fractions import Fraction

import pytest

from editorial.domain.spoken import exact_percent, kind_word, level_word, month_name, percent, rest_percent, spoken_day
from editorial.domain.vocabulary import Kind, Level


def test_day_as_it_is_said() -> None:
    assert spoken_day(date(2028, 2, 29)) == "29 February 2028"


def test_months_have_twelve_names() -> None:
    assert len({month_name(month) for month in range(1, 13)}) == 12


@pytest.mark.parametrize(("share", "said"), [(Fraction(3, 4), "75 %"), (Fraction(1, 200), "1 %"), (Fraction(0), "0 %")])
def test_per_cent_with_halves_rounded_up(share: Fraction, said: str) -> None:
    assert percent(share) == said


def test_per_cent_with_digits() -> None:
    assert percent(Fraction(2, 3), 1) == "66.7 %"


@pytest.mark.parametrize(
    ("share", "said"), [(Fraction(1, 10), "10 %"), (Fraction(25, 1000), "2.5 %"), (Fraction(1, 3), "33.33 %")]
)
def test_exact_per_cent_has_the_digits_it_needs(share: Fraction, said: str) -> None:
    assert exact_percent(share) == said


def test_kinds_and_levels_have_words() -> None:
    assert [kind_word(kind) for kind in Kind] == [*Kind]
    assert [level_word(level) for level in Level] == [*Level]


@pytest.mark.parametrize(("share", "digits", "said"), [("0.625", 0, "37 %"), ("0.5", 0, "50 %"), ("0.66", 1, "34.0 %")])
def test_a_share_and_its_rest_make_a_hundred(share: str, digits: int, said: str) -> None:
    assert rest_percent(Fraction(share), digits) == said
