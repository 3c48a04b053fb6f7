"""What onlookers are told, by audience, and how it is arranged."""

from datetime import date, time
from typing import Any

import pytest

from editorial.domain.audience import Audience
from editorial.domain.onlooker import Item, OnlookerCalendar, onlooker_calendar
from editorial.domain.period import parse_period
from editorial.domain.records import Piece, Settings
from editorial.domain.vocabulary import Kind, Precision
from tests.domain.builders import DRAFTING, PARKED, a_segment, some_lists

MARCH = parse_period("2027-03", Settings())
DAY = date(2027, 3, 9)
LISTS = some_lists(segments=[a_segment(1)])


def a_piece(id_: int = 1, **fields: Any) -> Piece:
    values: dict[str, Any] = {"title": "Pricing", "status_id": DRAFTING, "planned": DAY, "segment_ids": (1,), **fields}
    return Piece(id=id_, uid=f"piece-{id_}", **values)


def told(*pieces: Piece, audience: Audience = Audience.TEAM, **more: Any) -> OnlookerCalendar:
    return onlooker_calendar(pieces, LISTS, MARCH, audience=audience, made_on=DAY, **more)


def only(calendar: OnlookerCalendar) -> Item:
    (item,) = calendar.items
    return item


def test_a_piece_stands_on_its_day() -> None:
    (month,) = told(a_piece(time=time(9, 30))).months
    assert [(day, item.title, item.time) for day, items in month.days.items() for item in items] == [
        (DAY, "Pricing", time(9, 30))
    ]


def test_a_week_stands_apart_from_the_days() -> None:
    (month,) = told(a_piece(precision=Precision.WEEK, planned=date(2027, 3, 8))).months
    assert (month.days, [item.when for item in month.loose]) == ({}, ["week of 8 March 2027"])


@pytest.mark.parametrize("fields", [{"status_id": PARKED}, {"planned": None}])
def test_what_is_parked_or_has_no_day_is_not_told(fields: dict[str, Any]) -> None:
    assert told(a_piece(**fields)).items == ()


def test_what_was_left_out_by_hand_is_not_told() -> None:
    assert [item.uid for item in told(a_piece(1), a_piece(2), left_out={1}).items] == ["piece-2"]


def test_fields_are_told_in_the_order_chosen() -> None:
    item = only(told(a_piece(angle="Why now", notes="secret"), fields=("notes", "angle")))
    assert [label for label, _said in item.details] == ["Notes", "Angle"]


def test_sales_are_told_no_notes() -> None:
    item = only(told(a_piece(notes="secret", angle="Why now"), audience=Audience.SALES, fields=("notes", "angle")))
    assert item.details == (("Angle", "Why now"),)


def test_the_public_is_told_neither_title_nor_day() -> None:
    piece = a_piece(kind=Kind.PRACTICAL, angle="Why now", time=time(9, 0))
    item = only(told(piece, audience=Audience.PUBLIC, fields=("angle", "time", "segments")))
    assert (item.title, item.when, item.first, item.time, item.details) == (
        "A practical piece",
        "March 2027",
        date(2027, 3, 1),
        None,
        (),
    )


def test_pieces_that_read_alike_are_counted() -> None:
    (month,) = told(a_piece(1), a_piece(2), audience=Audience.PUBLIC).months
    assert [n for _item, n in month.counted] == [2]


def test_a_crowded_day_makes_its_month_a_list() -> None:
    (month,) = told(*(a_piece(n) for n in range(1, 10))).months
    assert month.as_list
    assert len(month.items) == 9


def test_a_quarter_that_began_before_is_told_in_the_first_month() -> None:
    (month,) = told(a_piece(planned=date(2027, 1, 1), precision=Precision.QUARTER)).months
    assert [item.when for item in month.loose] == ["quarter from January 2027"]


def test_every_month_of_the_period_is_there() -> None:
    calendar = onlooker_calendar(
        [a_piece()], LISTS, parse_period("FY2027Q1", Settings()), audience=Audience.TEAM, made_on=DAY
    )
    assert [(month.name, len(month.items)) for month in calendar.months] == [
        ("January 2027", 0),
        ("February 2027", 0),
        ("March 2027", 1),
    ]
