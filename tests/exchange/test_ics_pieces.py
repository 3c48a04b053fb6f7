"""Calendar files as pieces and as days away: what of an event is kept."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.appointments import Appointment, AppointmentCalendar
from editorial.domain.drafts import clean
from editorial.domain.vocabulary import Kind
from editorial.exchange.ics_away import away_of
from editorial.exchange.ics_pieces import piece_drafts_of
from editorial.exchange.ics_writing import calendar_bytes

FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)
HOURS = (time(9), time(17))


def a_calendar(*lines: str) -> bytes:
    return "\r\n".join(("BEGIN:VCALENDAR", *lines, "END:VCALENDAR", "")).encode()


def an_event(*lines: str, uid: str = "1", name: str = "Fair") -> tuple[str, ...]:
    return ("BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{name}", *lines, "END:VEVENT")


def values(*lines: str) -> list[dict[str, Any]]:
    return [dict(row.values) for row in piece_drafts_of(a_calendar(*lines), "c.ics", FIRST, LAST, "Europe/Berlin").rows]


def test_an_event_of_a_day_is_a_piece_without_a_time() -> None:
    (piece,) = values(*an_event("DTSTART;VALUE=DATE:20270310", "CATEGORIES:Practical", "URL:https://x.example/1"))
    assert piece == {
        "id": "1",
        "title": "Fair",
        "date": date(2027, 3, 10),
        "kind": Kind.PRACTICAL,
        "url": "https://x.example/1",
    }


def test_a_time_is_wall_time_of_the_workspace() -> None:
    (piece,) = values(*an_event("DTSTART:20270310T233000Z"))
    assert (piece["date"], piece["time"]) == (date(2027, 3, 11), time(0, 30))


def test_each_repetition_has_an_id_of_its_own() -> None:
    pieces = values(
        *an_event("DTSTART;VALUE=DATE:20270301", "RRULE:FREQ=WEEKLY;COUNT=2", "URL:https://x.example/meet"),
        *an_event("RECURRENCE-ID;VALUE=DATE:20270308", "DTSTART;VALUE=DATE:20270309"),
    )
    assert [(one["id"], one["date"].day) for one in pieces] == [("1/20270301", 1), ("1/20270308", 9)]
    assert [one.get("url") for one in pieces] == ["https://x.example/meet", None]


def test_an_address_that_events_share_says_nothing_of_them() -> None:
    pieces = values(*an_event("DTSTART;VALUE=DATE:20270301", "RRULE:FREQ=WEEKLY;COUNT=2", "URL:https://x.example/"))
    assert [one.get("url") for one in pieces] == [None, None]


def test_what_went_out_keeps_its_id_and_brings_no_notes() -> None:
    (piece,) = values(*an_event("DTSTART;VALUE=DATE:20270310", "DESCRIPTION:Stage: Epiphany", uid="019@editorial"))
    assert (piece["id"], "notes" in piece) == ("019", False)


def test_a_cancelled_event_is_none() -> None:
    assert values(*an_event("DTSTART;VALUE=DATE:20270310", "STATUS:CANCELLED")) == []


@given(
    st.text(max_size=60),
    st.datetimes(datetime(2027, 1, 2), datetime(2027, 12, 30)),  # noqa: DTZ001 (its zone follows)
    st.booleans(),
)
def test_what_is_written_is_read(title: str, at: datetime, timed: bool) -> None:
    zone = ZoneInfo("Europe/Berlin")
    starts = at.replace(second=0, microsecond=0, tzinfo=UTC).astimezone(zone)
    first, last = (starts, starts + timedelta(hours=1)) if timed else (starts.date(), starts.date())
    one = Appointment(uid="u", title=f"x{title}", first=first, last=last)
    data = calendar_bytes(AppointmentCalendar(appointments=(one,), stamp=datetime(2027, 1, 1, tzinfo=UTC)))
    (row,) = piece_drafts_of(data, "c.ics", FIRST, LAST, "Europe/Berlin").rows
    assert (row.values["title"], row.values["date"]) == (clean("title", f"x{title}"), starts.date())
    assert row.values.get("time") == (starts.time() if timed else None)


def test_days_away_need_no_name_and_stand_in_order() -> None:
    data = a_calendar(
        *an_event("DTSTART;VALUE=DATE:20270505", name=""),
        *an_event("DTSTART;VALUE=DATE:20270401", "DTEND;VALUE=DATE:20270403", uid="2", name="Holiday"),
    )
    found = away_of(data, "c.ics", FIRST, LAST, "Europe/Berlin", HOURS)
    assert [(one.first, one.last, one.reason) for one in found.stretches] == [
        (date(2027, 4, 1), date(2027, 4, 2), "Holiday"),
        (date(2027, 5, 5), date(2027, 5, 5), ""),
    ]
    assert found.refused == ()


def test_a_free_friday_of_every_week_is_one_of_each() -> None:
    data = a_calendar(*an_event("DTSTART;VALUE=DATE:20270401", "RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20270420"))
    found = away_of(data, "c.ics", FIRST, LAST, "Europe/Berlin", HOURS)
    assert [(one.first.day, one.last.day) for one in found.stretches] == [(1, 2), (9, 9), (16, 16)]


def test_a_holiday_written_day_by_day_is_one_stretch() -> None:
    data = a_calendar(
        *an_event("DTSTART;VALUE=DATE:20270401", "RRULE:FREQ=DAILY;COUNT=5", name="Holiday"),
        *an_event("DTSTART;VALUE=DATE:20270406", uid="2", name="Training"),
    )
    found = away_of(data, "c.ics", FIRST, LAST, "Europe/Berlin", HOURS)
    assert [(one.first.day, one.last.day, one.reason) for one in found.stretches] == [
        (1, 5, "Holiday"),
        (6, 6, "Training"),
    ]
