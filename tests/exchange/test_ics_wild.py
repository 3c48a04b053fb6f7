"""Calendar files as programs out there really write them."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from time import perf_counter

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.records import Person
from editorial.errors import BadFile
from editorial.exchange.ics import dates_of
from editorial.exchange.ics_away import away_of, calendar_names, team_away_of
from editorial.exchange.ics_occurrences import Occurrences, occurrences_of
from editorial.exchange.ics_pieces import piece_drafts_of

FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)
CALENDAR = Path(icalendar.__file__).parent / "tests" / "calendars"
FOUND = sorted(CALENDAR.glob("*.ics")) if CALENDAR.is_dir() else []
GOOD = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Fair\r\n"
    b"DTSTART;TZID=Europe/Berlin:20270310T093000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\n"
    b"EXDATE;TZID=Europe/Berlin:20270317T093000\r\nBEGIN:VALARM\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\n"
    b"END:VEVENT\r\nEND:VCALENDAR\r\n"
)


def read(data: bytes, zone: str = "Europe/Berlin") -> Occurrences:
    return occurrences_of(data, "days.ics", FIRST, LAST, zone)


def taken(data: bytes) -> Occurrences | str:
    """Read a calendar, or return the sentence that refuses it."""
    try:
        return read(data)
    except BadFile as trouble:
        return str(trouble)


def read_events(*events: str, zone: str = "Europe/Berlin") -> Occurrences:
    return read("\r\n".join(("BEGIN:VCALENDAR", *events, "END:VCALENDAR", "")).encode(), zone)


def an_event(*lines: str, uid: str = "1", name: str = "Fair") -> str:
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{name}", *lines, "END:VEVENT"))


def days(read: Occurrences) -> list[str]:
    return [f"{one.stay.first:%m-%d}" for one in read.found]


def times(read: Occurrences) -> list[time]:
    return [one.stay.starts.time() for one in read.found if one.stay.starts]


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\r\n"])
def test_lines_may_end_in_any_way(end: bytes) -> None:
    assert days(read(GOOD.replace(b"\r\n", end))) == ["03-10", "03-24", "03-31"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_letters_may_be_of_any_kind(encoding: str) -> None:
    data = GOOD.replace(b"Fair", "Größe – Café".encode()).decode().encode(encoding)
    assert read(data).found[0].name == "Größe – Café"


def test_a_line_may_be_folded_within_a_letter() -> None:
    data = GOOD.replace(b"SUMMARY:Fair", b"SUMMARY:Gr\xc3\r\n \xb6\xc3\r\n\t\x9fe")
    assert read(data).found[0].name == "Größe"


def test_a_letter_that_only_looks_like_an_end_of_line_is_none() -> None:
    data = GOOD.replace(b"Fair", "One\u2028two\x0bthree".encode())
    assert read(data).found[0].name == "One\u2028twothree"


def test_neither_a_version_nor_an_end_is_needed() -> None:
    found = read_events(an_event("DTSTART:20270310T090000"))
    assert (days(found), times(found), found.refused) == (["03-10"], [time(9)], ())


def test_a_time_without_a_zone_is_one_of_the_workspace() -> None:
    event = an_event("DTSTART:20270310T230000", "DTEND:20270311T003000")
    assert days(read_events(event, zone="America/New_York")) == ["03-10"]


@pytest.mark.parametrize(
    "name", ["America/New_York", "/freeassociation.sourceforge.net/America/New_York", "Eastern Standard Time"]
)
def test_a_zone_is_known_by_what_programs_call_it(name: str) -> None:
    assert times(read_events(an_event(f"DTSTART;TZID={name}:20270110T100000"))) == [time(16)]


def test_a_zone_nobody_knows_is_taken_as_the_file_describes_it() -> None:
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Head office\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0900\r\n"
        "TZOFFSETTO:+0900\r\nEND:STANDARD\r\nEND:VTIMEZONE"
    )
    found = read_events(zone, an_event("DTSTART;TZID=Head office:20270110T100000"))
    assert (times(found), found.notes) == ([time(2)], ())


@pytest.mark.parametrize("zone", ["BEGIN:VTIMEZONE\r\nTZID:Moon\r\nEND:VTIMEZONE", "X-NOTHING:1"])
def test_a_zone_nobody_describes_is_said_and_taken_as_the_workspaces(zone: str) -> None:
    found = read_events(zone, an_event("DTSTART;TZID=Moon:20270110T100000"))
    assert times(found) == [time(10)]
    assert found.notes == ("The zone “Moon” is not known; its times were taken as those of the workspace.",)


def test_of_two_versions_of_an_event_the_newer_counts() -> None:
    found = read_events(
        an_event("DTSTART;VALUE=DATE:20270312", "SEQUENCE:2"), an_event("DTSTART;VALUE=DATE:20270310", "SEQUENCE:1")
    )
    assert (days(found), found.notes) == (["03-12"], ("1 older version of an event was left out.",))


def test_events_that_share_an_id_by_mistake_are_all_there() -> None:
    events = [an_event(f"DTSTART;VALUE=DATE:202703{n}", name=f"Day {n}") for n in (10, 11, 12)]
    assert days(read_events(*events)) == ["03-10", "03-11", "03-12"]


def test_a_series_moves_from_one_of_its_days_on() -> None:
    series = an_event("DTSTART;VALUE=DATE:20270301", "RRULE:FREQ=WEEKLY;COUNT=4")
    moved = an_event("RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20270315", "DTSTART;VALUE=DATE:20270317")
    assert days(read_events(series, moved)) == ["03-01", "03-08", "03-17", "03-24"]


def test_days_are_left_out_however_they_are_listed() -> None:
    event = an_event(
        "DTSTART;TZID=Europe/Berlin:20270301T090000",
        "RRULE:FREQ=DAILY;COUNT=6",
        "EXDATE;TZID=Europe/Berlin:20270302T090000,20270303T090000",
        "EXDATE;VALUE=DATE:20270304",
        "EXDATE:20270305T080000Z",
    )
    assert days(read_events(event)) == ["03-01", "03-06"]


def test_days_may_be_added_by_periods() -> None:
    event = an_event("DTSTART:20270301T090000Z", "RDATE;VALUE=PERIOD:20270303T090000Z/PT1H,20270305T090000Z/PT2H")
    assert days(read_events(event)) == ["03-01", "03-03", "03-05"]


def test_spaces_in_a_rule_do_no_harm() -> None:
    event = an_event("DTSTART;VALUE=DATE:20270301", "RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=MO, TU ;")
    assert days(read_events(event)) == ["03-01", "03-02", "03-08"]


def test_a_birthday_without_a_year_is_one_of_every_year() -> None:
    assert days(read_events(an_event("DTSTART;VALUE=DATE:16040501", "RRULE:FREQ=YEARLY"))) == ["05-01"]


def test_an_alarm_says_nothing_of_its_event() -> None:
    event = an_event("DTSTART;VALUE=DATE:20270310", "BEGIN:VALARM", "SUMMARY:Wake up", "DURATION:P9D", "END:VALARM")
    found = read_events(event).found[0]
    assert (found.name, found.stay.last) == ("Fair", date(2027, 3, 10))


def test_a_description_that_was_not_folded_goes_on() -> None:
    event = an_event("DTSTART;VALUE=DATE:20270310", "DESCRIPTION:One", "two words", "", "three")
    assert days(read_events(event)) == ["03-10"]


def test_old_programs_quote_their_letters() -> None:
    event = an_event("DTSTART;VALUE=DATE:20270310", name="x").replace(
        "SUMMARY:x", "SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9"
    )
    assert read_events(event).found[0].name == "Café"


def test_a_parameter_may_hold_a_colon() -> None:
    event = an_event('DTSTART;X-NOTE="a:b;c";VALUE=DATE:20270310')
    assert days(read_events(event)) == ["03-10"]


def test_what_is_no_event_is_told() -> None:
    found = read_events("BEGIN:VTODO\r\nSUMMARY:Buy milk\r\nEND:VTODO", an_event("DTSTART;VALUE=DATE:20270310"))
    assert (days(found), found.notes) == (["03-10"], ("1 to-do was left out.",))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["BEGIN:VCALENDAR", "nonsense", "END:VCALENDAR"], "at line 2: this is no property of a calendar"),
        (["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1"], "VEVENT, which begins at line 2, has no end"),
        (["BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VCALENDAR"], "at line 3: VCALENDAR ends here"),
        (["BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VEVENT"], "at line 3: VEVENT cannot begin here"),
        (["BEGIN:VCALENDAR", "X-A:folded", " twice", " more", "END:VEVENT"], "at line 5: VEVENT ends here"),
        (["BEGIN:VCALENDAR", "X-A:1", "END:VCALENDAR", "BEGIN:VEVENT"], "at line 4: VEVENT cannot begin here"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(lines: list[str], said: str) -> None:
    with pytest.raises(BadFile) as trouble:
        read("\r\n".join(lines).encode())
    assert said in str(trouble.value)


def test_damaged_letters_are_refused_with_their_line() -> None:
    data = GOOD.replace(b"Fair", "Größe ".encode() * 20 + b"\xff\xfe\xfa").replace(b"UID:1", b"UID:1\r\n 2")
    with pytest.raises(BadFile, match="damaged at line 6: the letters there are no text"):
        read(data)


def test_a_file_of_senseless_rules_is_given_up() -> None:
    events = [an_event("DTSTART:20270301T090000Z", f"RRULE:FREQ=HOURLY;COUNT={n}", uid=f"{n}") for n in range(1, 60)]
    with pytest.raises(BadFile, match="Too many rules of repetition"):
        read_events(*events)


def test_zones_nobody_knows_are_said_in_one_sentence() -> None:
    found = read_events(*(an_event(f"DTSTART;TZID=Moon {n}:20270301T090000", uid=f"{n}") for n in range(4)))
    assert found.notes == (
        "4 zones are not known, “Moon 0” among them; their times were taken as those of the workspace.",
    )


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_every_odd_calendar_is_read_or_refused_in_a_sentence(path: Path) -> None:
    found = taken(path.read_bytes())
    if isinstance(found, str):
        assert "\n" not in found
    else:
        assert all(one.line > 0 and one.reason for one in found.refused)


def test_there_are_odd_calendars_to_read() -> None:
    if not FOUND:
        pytest.skip("this icalendar brings no calendars of its own tests")
    assert len(FOUND) > 20


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert taken(data)


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 3), st.binary(max_size=4))
def test_a_calendar_with_a_fault_is_read_or_refused(place: int, gone: int, put: bytes) -> None:
    found = taken(GOOD[:place] + put + GOOD[place + gone :])
    assert isinstance(found, str) or len(found.found) <= 400


@given(st.integers(1, len(GOOD.rstrip()) - 1))
def test_a_calendar_that_broke_off_is_never_taken_by_half(length: int) -> None:
    with pytest.raises(BadFile):
        read(GOOD[:length])


WORDS = st.sampled_from(
    "FREQ=DAILY FREQ=WEEKLY FREQ=MONTHLY FREQ=YEARLY FREQ=SECONDLY INTERVAL=0 INTERVAL=2 COUNT=3 COUNT=-1 COUNT=x "
    "UNTIL=20270601 UNTIL=20270601T000000Z UNTIL=x BYDAY=MO BYDAY=-1FR BYDAY=9XX BYMONTHDAY=31 BYMONTHDAY=0 BYMONTH=13 "
    "BYSETPOS=-1 BYSETPOS=0 BYWEEKNO=53 BYYEARDAY=366 WKST=SU WKST=x BYHOUR=9 =".split()
)


@given(st.lists(WORDS, max_size=5))
def test_any_rule_is_followed_or_refused(parts: list[str]) -> None:
    found = read_events(an_event("DTSTART:20270301T090000Z", f"RRULE:{';'.join(parts)}"))
    assert found.refused or all(one.stay.last >= FIRST and one.stay.first <= LAST for one in found.found)


@pytest.mark.parametrize(
    ("name", "hour"),
    [
        ("GMT+0200", 9),
        ("UTC-5", 16),
        ("europe/berlin", 10),
        ('"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', 10),
        ('"(UTC-05:00) Eastern Time (US & Canada)"', 16),
        ("tzone://Microsoft/Utc", 11),
    ],
)
def test_a_zone_may_be_called_in_any_way(name: str, hour: int) -> None:
    found = read_events(an_event(f"DTSTART;TZID={name}:20270110T100000"))
    assert (times(found), found.notes) == ([time(hour)], ())


@pytest.mark.parametrize("name", ["A/" * 50_000 + "B", "../../etc/passwd", "/etc/localtime", "a\0b", "x" * 5000])
def test_a_zone_that_is_none_does_no_harm(name: str) -> None:
    assert times(read_events(an_event(f"DTSTART;TZID={name}:20270110T100000"))) == [time(10)]


def test_a_calendar_may_have_one_zone_for_all_its_times() -> None:
    found = read_events("X-WR-TIMEZONE:America/New_York", an_event("DTSTART:20270110T100000", "DTEND:20270110T110000"))
    assert (times(found), found.notes) == ([time(16)], ())


@pytest.mark.parametrize("start", ["DTSTART;TZID=Eastern Standard Time:20270310T000000", "DTSTART:20270309T230000Z"])
def test_what_outlook_calls_a_whole_day_is_that_day(start: str) -> None:
    end = start.replace("20270310", "20270311").replace("20270309", "20270310").replace("DTSTART", "DTEND")
    (one,) = read_events(an_event(start, end, "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE")).found
    assert (one.stay.first, one.stay.last, one.stay.starts) == (date(2027, 3, 10), date(2027, 3, 10), None)


def test_a_day_from_midnight_to_midnight_is_a_whole_one() -> None:
    (one,) = read_events(an_event("DTSTART:20270310T000000", "DTEND:20270312T000000")).found
    assert (one.stay.whole_days, one.stay.last) == (True, date(2027, 3, 11))


def test_a_moved_repetition_may_be_named_in_another_zone() -> None:
    series = an_event("DTSTART;TZID=Europe/Berlin:20270301T090000", "RRULE:FREQ=WEEKLY;COUNT=3")
    moved = an_event("RECURRENCE-ID:20270308T080000Z", "DTSTART;TZID=Europe/Berlin:20270309T090000")
    assert days(read_events(series, moved)) == ["03-01", "03-09", "03-15"]


def test_a_repetition_that_is_called_off_does_not_take_place() -> None:
    series = an_event("DTSTART;TZID=Europe/Berlin:20270301T090000", "RRULE:FREQ=WEEKLY;COUNT=3")
    off = an_event("RECURRENCE-ID;TZID=Europe/Berlin:20270308T090000", "DTSTART:20270308T090000", "STATUS:CANCELLED")
    assert days(read_events(series, off)) == ["03-01", "03-15"]


@pytest.mark.parametrize("text", ["Note: bring a laptop", "12:30 lunch", "https://example.com/x", "Tel: 1"])
def test_text_with_a_colon_that_was_not_folded_goes_on(text: str) -> None:
    event = an_event("DTSTART;VALUE=DATE:20270310", "DESCRIPTION:One", text, "and on")
    (one,) = read_events(event).found
    assert one.event.value("DESCRIPTION") == f"One\\n{text}\\nand on"


def test_many_lines_that_were_not_folded_are_read_in_time() -> None:
    event = an_event("DTSTART;VALUE=DATE:20270310", "DESCRIPTION:One", *["line of text"] * 100_000)
    began = perf_counter()
    assert days(read_events(event)) == ["03-10"]
    assert perf_counter() - began < 5


def test_files_put_together_have_marks_within() -> None:
    assert days(read(b"\xef\xbb\xbf" * 2 + GOOD)) == ["03-10", "03-24", "03-31"]


def test_an_archive_is_said_to_be_one() -> None:
    with pytest.raises(BadFile, match="is a packed archive: unpack it"):
        read(b"PK\x03\x04" + bytes(100))


PARTS = st.sampled_from(
    "BEGIN:VEVENT END:VEVENT BEGIN:VTIMEZONE END:VTIMEZONE BEGIN:VALARM END:VALARM BEGIN:STANDARD END:STANDARD UID:1 "
    "SUMMARY:Fair SUMMARY: DTSTART:20270301T090000Z DTSTART;VALUE=DATE:20270301 DTSTART;TZID=Moon:20270301T090000 "
    "DTSTART;TZID=Europe/Berlin:20270328T023000 DTEND:20270301T100000 DTEND;VALUE=DATE:20270303 DTEND:x DURATION:P1D "
    "DURATION:-PT5M RRULE:FREQ=DAILY RRULE:FREQ=WEEKLY;BYDAY=MO RDATE:20270305T090000Z EXDATE:20270302T090000Z "
    "EXDATE;VALUE=DATE:20270303 RECURRENCE-ID:20270302T090000Z RECURRENCE-ID;RANGE=THISANDFUTURE:20270303T090000Z "
    "STATUS:CANCELLED SEQUENCE:2 X-WR-TIMEZONE:Asia/Tokyo X-WR-CALNAME:Ada TZID:Moon TZOFFSETFROM:+0100 "
    "TZOFFSETTO:+9999 X-MICROSOFT-CDO-ALLDAYEVENT:TRUE X-MICROSOFT-CDO-BUSYSTATUS:OOF ATTENDEE;CN=Ada:mailto:a@b.c "
    "ORGANIZER: ;x= :y".split(" ")
)


def test_a_broken_description_may_tell_of_a_begin_and_an_end() -> None:
    event = ("SUMMARY:Fair", "DTSTART;VALUE=DATE:20270301", "DESCRIPTION:Come", "Begin: 9 am", "End: 5 pm")
    data = "\r\n".join(("BEGIN:VCALENDAR", "BEGIN:VEVENT", *event, "END:VEVENT", "END:VCALENDAR", "")).encode()
    assert [one.name for one in dates_of(data, "c.ics", FIRST, LAST, "UTC").dates] == ["Fair"]


def test_what_a_calendar_is_described_as_tells_nobody_whose_it_is() -> None:
    data = b"BEGIN:VCALENDAR\r\nX-WR-CALNAME:Absences\r\nX-WR-CALDESC:Kept by Ada Byron\r\nEND:VCALENDAR\r\n"
    assert calendar_names(data, "c.ics") == ["Absences"]


def refusal_of(reading: Callable[[], object]) -> str:
    try:
        reading()
    except BadFile as trouble:
        return str(trouble)
    return ""


@given(st.lists(PARTS, max_size=14), st.booleans())
def test_any_calendar_is_read_as_anything_or_refused(parts: list[str], in_event: bool) -> None:
    within = ["BEGIN:VEVENT", "UID:1", *parts, "END:VEVENT"] if in_event else parts
    data = "\r\n".join(("BEGIN:VCALENDAR", *within, "END:VCALENDAR", "")).encode()
    ada = Person(id=1, uid="1", name="Ada Byron", email="a@b.c")
    clock = ("Europe/Berlin", (time(9), time(17)))
    readings: tuple[Callable[[], object], ...] = (
        lambda: dates_of(data, "c.ics", FIRST, LAST, "Europe/Berlin"),
        lambda: piece_drafts_of(data, "c.ics", FIRST, LAST, "Europe/Berlin"),
        lambda: away_of(data, "c.ics", FIRST, LAST, *clock),
        lambda: team_away_of(data, "c.ics", FIRST, LAST, {None: clock, 1: clock}, [ada]),
        lambda: calendar_names(data, "c.ics"),
    )
    for reading in readings:
        assert "\n" not in refusal_of(reading)
