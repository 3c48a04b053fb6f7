from datetime import date
from typing import Any

import pytest

from editorial.domain.period import quarter_of
from editorial.domain.records import Piece, Settings
from editorial.domain.stock import in_stock, is_exclusive, is_live, live_since
from editorial.domain.vocabulary import Audit, Phase

QUARTER = quarter_of(date(2027, 2, 1), Settings())
BEFORE = date(2026, 12, 31)


def a_piece(**fields: Any) -> Piece:
    plain: dict[str, Any] = {"id": 1, "uid": "u", "title": "Pump guide", "status_id": 1, "planned": BEFORE}
    return Piece(**plain | fields)


def test_published_evergreen_piece_from_before_is_in_stock() -> None:
    assert in_stock(a_piece(evergreen=True), Phase.PUBLISHED, QUARTER)


@pytest.mark.parametrize(
    "fields",
    [{"evergreen": False}, {"planned": QUARTER.first}, {"review_date": BEFORE}, {"audit": Audit.RETIRE}],
)
def test_what_is_not_in_stock(fields: dict[str, Any]) -> None:
    assert not in_stock(a_piece(**{"evergreen": True} | fields), Phase.PUBLISHED, QUARTER)


def test_review_on_the_first_day_still_stands() -> None:
    piece = a_piece(evergreen=True, review_date=QUARTER.first, audit=Audit.UPDATE)
    assert in_stock(piece, Phase.PUBLISHED, QUARTER)


def test_ready_piece_is_not_in_stock() -> None:
    assert not in_stock(a_piece(evergreen=True), Phase.READY, QUARTER)


@pytest.mark.parametrize(("day", "live"), [(date(2026, 2, 10), True), (date(2026, 2, 9), False)])
def test_piece_that_is_not_evergreen_lives_twelve_months(day: date, live: bool) -> None:
    assert is_live(a_piece(planned=day), Phase.PUBLISHED, date(2027, 2, 10)) == live


def test_planned_by_then_is_live_and_parked_never() -> None:
    piece = a_piece(planned=date(2027, 2, 1))
    assert is_live(piece, Phase.IDEA, date(2027, 2, 1))
    assert not is_live(piece, Phase.PARKED, date(2027, 2, 1))
    assert not is_live(piece, Phase.IDEA, date(2027, 1, 31))


def test_review_past_is_not_live() -> None:
    assert not is_live(a_piece(evergreen=True, review_date=BEFORE), Phase.PUBLISHED, QUARTER.first)


def test_a_piece_is_live_for_a_year_of_the_leap_day_too() -> None:
    assert live_since(date(2028, 2, 29)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("timely", "until", "exclusive"),
    [(True, BEFORE, True), (False, BEFORE, False), (True, date(2026, 12, 30), False), (True, None, False)],
)
def test_exclusive_until_on_or_after_its_day(timely: bool, until: date | None, exclusive: bool) -> None:
    assert is_exclusive(a_piece(timely=timely, exclusive_until=until)) == exclusive
