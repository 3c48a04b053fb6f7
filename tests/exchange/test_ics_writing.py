"""Calendar files from appointments, read back by others and by ourselves."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Timezone

from editorial.domain.appointments import Alarm, Appointment, AppointmentCalendar, Certainty, Method, Participant
from editorial.domain.drafts import without_controls
from editorial.domain.vocabulary import AssignmentStatus
from editorial.exchange.ics_occurrences import occurrences_of
from editorial.exchange.ics_values import text_of
from editorial.exchange.ics_writing import calendar_bytes
from editorial.exchange.ics_zones import zone_lines

DAY = date(2027, 3, 10)
STAMP = datetime(2027, 3, 1, 8, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Africa/Casablanca",
    "Europe/Dublin",
    "Australia/Lord_Howe",
)
TEXTS = st.text(max_size=200)


def an_appointment(**fields: Any) -> Appointment:
    return Appointment(**{"uid": "1@editorial", "title": "Robots", "first": DAY, "last": DAY, **fields})


def written(*appointments: Appointment, method: Method = Method.PUBLISH) -> bytes:
    return calendar_bytes(AppointmentCalendar(appointments=appointments, stamp=STAMP, method=method))


def read(*appointments: Appointment, method: Method = Method.PUBLISH) -> Any:
    """Return the one event as another program reads it."""
    calendar: Any = Calendar.from_ical(written(*appointments, method=method))
    (event,) = calendar.walk("VEVENT")
    return event


@given(TEXTS)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    clean = without_controls(text)[0]
    data = written(an_appointment(title=text, description=text))
    assert str(read(an_appointment(description=text)).get("DESCRIPTION", "")) == clean
    (event,) = (one.event for one in occurrences_of(data, "x.ics", DAY, DAY, "UTC", nameless=True).found)
    assert (text_of(event.first("DESCRIPTION")), text_of(event.first("SUMMARY"))) == (clean, clean)


@given(TEXTS)
def test_no_line_is_longer_than_75_octets_and_no_letter_is_cut(text: str) -> None:
    lines = written(an_appointment(title=text, description=text, place=text)).split(b"\r\n")
    assert all(len(line) <= 75 and line.decode() is not None for line in lines)


@given(TEXTS)
def test_nothing_that_is_typed_begins_a_line_of_its_own(text: str) -> None:
    person = Participant(text, text, "u")
    data = written(an_appointment(uid=text, title=text, address=text, organiser=person, participants=(person,)))
    assert data.count(b"\r\nBEGIN:") == 1
    assert len(Calendar.from_ical(data).walk("VEVENT")) == 1


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)), st.sampled_from(ZONES), st.integers(0, 3000))  # noqa: DTZ001
def test_a_moment_stays_the_same_moment(at: datetime, name: str, minutes: int) -> None:
    starts = at.replace(microsecond=0, tzinfo=UTC)
    ends = starts + timedelta(minutes=minutes)
    zone = ZoneInfo(name)
    event = read(an_appointment(first=starts.astimezone(zone), last=ends.astimezone(zone)))
    assert event.decoded("DTSTART").astimezone(UTC) == starts
    assert event.decoded("DTEND").astimezone(UTC) == ends


@pytest.mark.parametrize("name", ZONES)
def test_a_zone_is_described_as_it_is(name: str) -> None:
    zone = ZoneInfo(name)
    text = "\r\n".join(zone_lines(zone, date(2027, 1, 1), date(2027, 12, 31)))
    described: Any = Timezone.from_ical(text + "\r\n")
    told = described.to_tz(lookup_tzid=False)
    moments = (datetime(2027, 1, 1, 12, tzinfo=UTC) + timedelta(hours=n) for n in range(364 * 24))
    walls = (moment.astimezone(zone) for moment in moments)
    assert all(wall.fold or wall.replace(tzinfo=told).utcoffset() == wall.utcoffset() for wall in walls)


def test_days_are_dates_without_a_time() -> None:
    event = read(an_appointment(last=DAY + timedelta(days=2)))
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (DAY, DAY + timedelta(days=3))
    assert event["DTSTART"].params["VALUE"] == "DATE"


def test_utc_needs_no_zone() -> None:
    data = written(an_appointment(first=STAMP, last=STAMP))
    assert b"DTSTART:20270301T080000Z" in data
    assert b"VTIMEZONE" not in data


def test_an_invitation_asks_and_says_what_was_answered() -> None:
    asked = (
        Participant('Ada "The Countess" Byron', "ada@example.com", answer=AssignmentStatus.ACCEPTED),
        Participant("Bo", "not an address", "0199"),
    )
    one = an_appointment(organiser=Participant("Cy", "cy@example.com"), participants=asked, sequence=3)
    event = read(one, method=Method.REQUEST)
    assert [str(who) for who in event["ATTENDEE"]] == ["mailto:ada@example.com", "urn:uuid:0199"]
    assert [who.params["PARTSTAT"] for who in event["ATTENDEE"]] == ["ACCEPTED", "NEEDS-ACTION"]
    assert event["ATTENDEE"][0].params["CN"] == 'Ada "The Countess" Byron'
    assert (int(event["SEQUENCE"]), str(event["ORGANIZER"])) == (3, "mailto:cy@example.com")


@pytest.mark.parametrize(
    "before", [timedelta(minutes=15), timedelta(days=1), timedelta(hours=15), timedelta(0), -timedelta(hours=9)]
)
def test_an_alarm_sounds_so_long_before(before: timedelta) -> None:
    (alarm,) = read(an_appointment(alarms=(Alarm(before, "Soon"),))).walk("VALARM")
    assert alarm.decoded("TRIGGER") == -before


def test_how_certain_it_is_is_told() -> None:
    assert str(read(an_appointment(certainty=Certainty.TENTATIVE))["STATUS"]) == "TENTATIVE"


def test_what_we_write_we_read() -> None:
    starts = datetime.combine(DAY, time(9, 30), BERLIN)
    data = written(an_appointment(), an_appointment(uid="2", first=starts, last=starts + timedelta(minutes=45)))
    found = occurrences_of(data, "x.ics", DAY, DAY, "America/New_York").found
    assert [(one.uid, one.stay.first, one.stay.starts and one.stay.starts.time()) for one in found] == [
        ("1@editorial", DAY, None),
        ("2", DAY, time(3, 30)),
    ]
