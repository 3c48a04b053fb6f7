"""Figures as people type them."""

from decimal import Decimal

import pytest

from editorial.domain.typed_values import shown_number, shown_share, typed_number, typed_share, typed_whole
from editorial.errors import RuleBroken


@pytest.mark.parametrize(("typed", "number"), [("2", "2"), (" 0,5 ", "0.5"), (".25", "0.25"), ("1.50", "1.50")])
def test_numbers_are_taken_exactly(typed: str, number: str) -> None:
    assert str(typed_number(typed)) == str(Decimal(number))


@pytest.mark.parametrize("typed", ["", "-1", "many", "nan", "1e5", "1,2,3", "٣x"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken, match="number from 0 on"):
        typed_number(typed)


def test_nothing_is_none_where_nothing_is_needed() -> None:
    assert (typed_number(" ", needed=False), typed_whole(""), typed_share("")) == (None, None, None)


@pytest.mark.parametrize("typed", ["1.5", "-3", "12345678901"])
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken, match="whole number"):
        typed_whole(typed)


@pytest.mark.parametrize(("typed", "share"), [("20", "0.2"), ("20 %", "0.2"), ("12,5%", "0.125"), ("100", "1")])
def test_shares_are_typed_as_per_cent(typed: str, share: str) -> None:
    assert typed_share(typed) == Decimal(share)


@pytest.mark.parametrize("typed", ["101", "-1", "half"])
def test_what_is_no_share_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken, match="from 0 % to 100 %"):
        typed_share(typed)


def test_figures_are_shown_as_they_may_be_typed_again() -> None:
    assert (shown_number(Decimal("1.50")), shown_number(7), shown_number(None)) == ("1.5", "7", "")
    assert (shown_share(Decimal("0.20")), shown_share(Decimal("0.125")), shown_share(None)) == ("20 %", "12.5 %", "")
