"""Calendar files as dates on whole days."""

from datetime import date

import pytest

from editorial.domain.dates import DateDrafts
from editorial.errors import BadFile
from editorial.exchange.ics import dates_of

FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)


def an_event(*lines: str, name: str = "Company day", uid: str = "1") -> str:
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{name}", *lines, "END:VEVENT"))


def read(*events: str, zone: str = "Europe/Berlin", first: date = FIRST, last: date = LAST) -> DateDrafts:
    text = "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//", *events, "END:VCALENDAR", ""))
    return dates_of(text.encode(), "days.ics", first, last, zone)


def days(*events: str, zone: str = "Europe/Berlin") -> list[tuple[str, str]]:
    return [(f"{one.first:%m-%d}", f"{one.last:%m-%d}") for one in read(*events, zone=zone).dates]


def test_an_all_day_event_ends_the_day_before_its_end() -> None:
    assert days(an_event("DTSTART;VALUE=DATE:20270310", "DTEND;VALUE=DATE:20270312")) == [("03-10", "03-11")]


def test_without_an_end_it_is_one_day() -> None:
    assert days(an_event("DTSTART;VALUE=DATE:20270310")) == [("03-10", "03-10")]


def test_a_duration_counts_as_an_end() -> None:
    assert days(an_event("DTSTART;VALUE=DATE:20270310", "DURATION:P3D")) == [("03-10", "03-12")]


def test_a_moment_falls_on_its_day_in_the_zone_of_the_workspace() -> None:
    late = an_event("DTSTART:20270310T233000Z", "DTEND:20270311T003000Z")
    assert days(late) == [("03-11", "03-11")]
    assert days(late, zone="America/New_York") == [("03-10", "03-10")]


def test_a_moment_with_a_named_zone_is_turned_into_ours() -> None:
    event = an_event("DTSTART;TZID=America/New_York:20270310T200000", "DTEND;TZID=America/New_York:20270310T210000")
    assert days(event) == [("03-11", "03-11")]


def test_what_ends_at_midnight_ended_the_day_before() -> None:
    assert days(an_event("DTSTART:20270310T090000", "DTEND:20270312T000000")) == [("03-10", "03-11")]


def test_a_series_is_expanded_within_the_days_asked_for_alone() -> None:
    event = an_event("DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=YEARLY")
    found = read(event, first=date(2026, 1, 1), last=date(2028, 12, 31))
    assert [one.first for one in found.dates] == [date(2026, 1, 1), date(2027, 1, 1), date(2028, 1, 1)]


def test_a_series_leaves_out_and_adds_days() -> None:
    event = an_event(
        "DTSTART;VALUE=DATE:20270302",
        "RRULE:FREQ=WEEKLY;COUNT=3",
        "EXDATE;VALUE=DATE:20270309",
        "RDATE;VALUE=DATE:20270401",
    )
    assert days(event) == [("03-02", "03-02"), ("03-16", "03-16"), ("04-01", "04-01")]


def test_a_series_ends_with_the_last_day_its_end_allows() -> None:
    event = an_event("DTSTART;TZID=America/New_York:20270302T180000", "RRULE:FREQ=WEEKLY;UNTIL=20270310T000000Z")
    assert days(event, zone="America/New_York") == [("03-02", "03-02"), ("03-09", "03-09")]


def test_one_day_of_a_series_that_was_moved_stands_where_it_went() -> None:
    series = an_event("DTSTART;VALUE=DATE:20270302", "RRULE:FREQ=WEEKLY;COUNT=2")
    moved = an_event("RECURRENCE-ID;VALUE=DATE:20270309", "DTSTART;VALUE=DATE:20270311")
    assert days(series, moved) == [("03-02", "03-02"), ("03-11", "03-11")]


def test_one_day_of_a_series_that_was_cancelled_is_gone() -> None:
    series = an_event("DTSTART;VALUE=DATE:20270302", "RRULE:FREQ=WEEKLY;COUNT=2")
    gone = an_event("RECURRENCE-ID;VALUE=DATE:20270309", "DTSTART;VALUE=DATE:20270309", "STATUS:CANCELLED")
    assert days(series, gone) == [("03-02", "03-02")]


def test_an_event_that_reaches_into_the_days_is_there_and_others_are_told() -> None:
    over = an_event("DTSTART;VALUE=DATE:20261228", "DTEND;VALUE=DATE:20270103")
    found = read(over, an_event("DTSTART;VALUE=DATE:20250101", uid="2"))
    assert [one.first for one in found.dates] == [date(2026, 12, 28)]
    assert found.notes == ("1 event lies outside 2027-01-01 to 2027-12-31 and was left out.",)


def test_an_event_twice_in_a_file_is_one_date() -> None:
    event = an_event("DTSTART;VALUE=DATE:20270310")
    assert len(read(event, event).dates) == 1


@pytest.mark.parametrize(
    ("lines", "column"),
    [
        ((), "DTSTART"),
        (("DTSTART;VALUE=DATE:20270230",), "DTSTART"),
        (("DTSTART:soon",), "DTSTART"),
        (("DTSTART;VALUE=DATE:20270310", "RRULE:FREQ=HOURLY"), "RRULE"),
        (("DTSTART;VALUE=DATE:20270310", "RRULE:FREQ=NEVER"), "RRULE"),
        (("DTSTART;VALUE=DATE:20270310", "DTEND;VALUE=DATE:20290310"), "DTEND"),
        (("DTSTART:20270310T090000", "DTEND:20270310T100000Z"), "DTEND"),
    ],
)
def test_an_event_that_cannot_be_read_is_refused_alone(lines: tuple[str, ...], column: str) -> None:
    found = read(an_event(*lines), an_event("DTSTART;VALUE=DATE:20270310", uid="2"))
    assert [(one.line in range(4, 10), one.column) for one in found.refused] == [(True, column)]
    assert len(found.dates) == 1


def test_an_event_without_a_name_is_refused() -> None:
    assert read(an_event("DTSTART;VALUE=DATE:20270310", name=" ")).refused[0].reason == "the event has no name"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        '{"events": []}',
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Broken off",
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n",
        "BEGIN:VCALENDAR\r\nnonsense\r\nEND:VCALENDAR\r\n",
        "BEGIN:VCARD\r\nFN:Ada\r\nEND:VCARD\r\n",
        "END:VCALENDAR\r\n",
    ],
)
def test_a_file_that_is_no_whole_calendar_gets_one_sentence(text: str) -> None:
    with pytest.raises(BadFile) as trouble:
        dates_of(text.encode(), "days.ics", FIRST, LAST)
    assert str(trouble.value).startswith("days.ics is")


def test_a_calendar_of_endless_dates_is_refused() -> None:
    events = [
        an_event("DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=DAILY", name=f"Day {n}", uid=str(n)) for n in range(60)
    ]
    with pytest.raises(BadFile, match="more than 50,000 dates"):
        read(*events, first=date(2026, 1, 1), last=date(2029, 12, 31))


def test_names_lose_their_control_characters() -> None:
    assert read(an_event("DTSTART;VALUE=DATE:20270310", name="Fair\\nday \x07")).dates[0].name == "Fair day"
