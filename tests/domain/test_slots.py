"""On which days slots stand, and which piece fills each of them."""

from datetime import date
from decimal import Decimal
from typing import Any

from editorial.domain.planning_records import Slot, SlotException
from editorial.domain.slot_forms import Every, PlainRule, from_rule, plain_for, to_rule
from editorial.domain.slot_room import month_rooms, releases
from editorial.domain.slot_words import rule_words, slot_words
from editorial.domain.slots import Filling, occurrences, slot_days, why_not_slot, with_exception
from editorial.domain.workdays import WorkCalendar

MARCH = (date(2027, 3, 1), date(2027, 3, 31))
TUESDAY = date(2027, 3, 9)


def a_slot(**fields: Any) -> Slot:
    return Slot(**{"id": 1, "uid": "", "name": "Briefing", "rule": "FREQ=WEEKLY;BYDAY=TU", "first": MARCH[0], **fields})


def days(slot: Slot) -> list[int]:
    return [day.day for day, _original in slot_days(slot, *MARCH)]


def test_a_slot_ends_with_its_last_day() -> None:
    assert days(a_slot(last=date(2027, 3, 16))) == [2, 9, 16]


def test_an_exception_leaves_out_or_moves_one_day() -> None:
    moved = SlotException(day=TUESDAY, moved_to=date(2027, 3, 11))
    assert days(a_slot(exceptions=(moved, SlotException(day=date(2027, 3, 16))))) == [2, 11, 23, 30]


def test_an_exception_for_a_day_that_the_rule_does_not_name_is_nothing() -> None:
    assert days(a_slot(exceptions=(SlotException(day=date(2027, 3, 10), moved_to=date(2027, 3, 12)),))) == [
        2,
        9,
        16,
        23,
        30,
    ]


def test_what_is_moved_out_of_the_days_is_found_where_it_went() -> None:
    slot = a_slot(exceptions=(SlotException(day=date(2027, 3, 30), moved_to=date(2027, 4, 1)),))
    assert days(slot) == [2, 9, 16, 23]
    assert slot_days(slot, date(2027, 4, 1), date(2027, 4, 1)) == [(date(2027, 4, 1), date(2027, 3, 30))]


def test_back_on_its_own_day_it_is_no_exception() -> None:
    moved = with_exception((), TUESDAY, date(2027, 3, 11))
    assert with_exception(moved, TUESDAY, TUESDAY) == ()


def test_the_first_piece_in_order_fills_an_occurrence() -> None:
    found = occurrences([a_slot()], *MARCH, [Filling(7, 1, TUESDAY), Filling(3, 1, TUESDAY)])
    assert [(one.day.day, one.piece_id, one.open) for one in found[:2]] == [(2, None, True), (9, 7, False)]


def test_a_piece_on_another_day_fills_nothing() -> None:
    assert all(one.open for one in occurrences([a_slot()], *MARCH, [Filling(7, 1, date(2027, 3, 10))]))


def test_a_moved_occurrence_is_filled_on_the_day_it_stands() -> None:
    slot = a_slot(exceptions=(SlotException(day=TUESDAY, moved_to=date(2027, 3, 11)),))
    found = occurrences([slot], *MARCH, [Filling(7, 1, date(2027, 3, 11))])
    assert [one.day.day for one in found if not one.open] == [11]


def test_slots_without_a_day_between_first_and_last_are_refused() -> None:
    assert why_not_slot("FREQ=WEEKLY;BYDAY=TU", date(2027, 3, 3), date(2027, 3, 5))
    assert why_not_slot("FREQ=WEEKLY;BYDAY=TU", date(2027, 3, 3), date(2027, 3, 1))
    assert why_not_slot("FREQ=WEEKLY;BYDAY=TU", date(2027, 3, 3), date(2027, 3, 9)) is None


def test_plain_rules_come_back_as_they_were() -> None:
    for plain in (
        PlainRule(Every.DAY, 3),
        PlainRule(Every.WEEK, 2, (1, 3)),
        PlainRule(Every.MONTH_WEEKDAY, 1, (0,), -1),
        PlainRule(Every.MONTH_DAY, 6, month_day=15),
    ):
        assert from_rule(to_rule(plain), MARCH[0]) == plain


def test_a_rule_that_no_form_can_show_is_none() -> None:
    assert from_rule("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", MARCH[0]) is None
    assert from_rule("FREQ=WEEKLY;COUNT=3", MARCH[0]) is None


def test_a_form_begins_with_the_weekday_of_its_day() -> None:
    assert plain_for(TUESDAY) == PlainRule(Every.WEEK, 1, (1,), 2, 9)


def test_rules_are_said_in_words() -> None:
    said = [
        rule_words(rule, MARCH[0])
        for rule in (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
            "FREQ=WEEKLY;BYDAY=MO,WE,FR",
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU",
            "FREQ=MONTHLY;BYDAY=1MO",
            "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=YEARLY",
        )
    ]
    assert said == [
        "every second Tuesday",
        "every Monday, Wednesday and Friday",
        "every 3 weeks on Tuesday",
        "every month on the first Monday",
        "every 2 months on day 15",
        "every month on the last day",
        "FREQ=YEARLY",
    ]


def test_a_slot_says_from_when_until_when() -> None:
    assert slot_words(a_slot(last=MARCH[1])) == "every Tuesday, from 1 March 2027, until 31 March 2027"


def test_room_for_timely_work_by_month() -> None:
    slots = [a_slot(timely=True), a_slot(id=2, rule="FREQ=MONTHLY;BYDAY=1MO")]
    found = occurrences(slots, date(2027, 3, 1), date(2027, 4, 30), [Filling(7, 1, TUESDAY)])
    rooms = month_rooms(found, date(2027, 3, 1), date(2027, 4, 30), Decimal("0.20"))
    assert [(one.first.month, one.rooms, one.free, one.wanted) for one in rooms] == [(3, 5, 4, 2), (4, 4, 4, 1)]


def test_an_open_timely_slot_is_offered_five_working_days_ahead() -> None:
    slot = a_slot(timely=True)
    calendar = WorkCalendar()

    def offered(today: date) -> list[tuple[int, int]]:
        found = releases(lambda first, last: occurrences([slot], first, last), today, calendar)
        return [(one.occurrence.day.day, one.days_left) for one in found]

    assert offered(date(2027, 3, 2)) == [(2, 0), (9, 5)]
    assert offered(date(2027, 3, 3)) == [(9, 4)]


def test_filled_and_everyday_slots_are_not_offered() -> None:
    slots = [a_slot(timely=True), a_slot(id=2)]
    found = releases(
        lambda first, last: occurrences(slots, first, last, [Filling(7, 1, TUESDAY)]), date(2027, 3, 5), WorkCalendar()
    )
    assert found == ()
