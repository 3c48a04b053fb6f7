"""A person's own calendar, from a real workspace to what other programs read in it."""

import json
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from editorial.domain.vocabulary import AssignmentRole
from editorial.exchange.onlooker_ics import onlooker_ics
from editorial.services import assignments, interviews, lists
from editorial.services.onlooker import person_calendar, stamped
from editorial.services.workspaces import Workspace
from tests.builders import a_piece

TODAY = date(2027, 3, 10)
MONDAY = date(2027, 3, 29)
"""The clocks in Europe have changed the night before."""
BERLIN = ZoneInfo("Europe/Berlin")
NAME = "王小明，采访 " * 12
LIBRARY = Path(sys.prefix) / "node" / "node_modules" / "ical.js" / "dist" / "ical.es5.cjs"
SCRIPT = Path(__file__).parents[1] / "exchange" / "read_with_ical_js.cjs"


@pytest.fixture
def data(workspace: Workspace) -> bytes:
    """Return the calendar of somebody with a piece, an interview after a change of clocks, and a review they owe."""
    lists.update_settings(workspace, time_zone="Europe/Berlin")
    elena = lists.add(workspace, "person", "Elena Ruiz")
    a_piece(workspace, "Hers", planned=date(2027, 3, 9), owner_id=elena)
    later = a_piece(workspace, "التسعير بعد الرسوم", planned=date(2027, 5, 3))
    assignments.ask(workspace, later, elena, AssignmentRole.REVIEWER, today=TODAY, due=date(2027, 4, 20))
    assignments.accept(workspace, (later, elena, AssignmentRole.REVIEWER), today=TODAY)
    talk = interviews.plan(workspace, NAME, today=TODAY, person_ids=(elena,))
    interviews.arrange(workspace, talk, MONDAY, time(14), minutes=45)
    calendar, besides = person_calendar(workspace, "Elena Ruiz", today=TODAY)
    return onlooker_ics(calendar, stamped(workspace), besides)


def test_icalendar_reads_pieces_interviews_and_what_is_owed(data: bytes) -> None:
    calendar = Calendar.from_ical(data)
    events: dict[str, Any] = {str(one["SUMMARY"]): one for one in calendar.walk("VEVENT")}
    assert str(calendar["X-WR-CALNAME"]) == "Test – Elena Ruiz"
    assert events["Hers"].decoded("DTSTART") == date(2027, 3, 9)
    assert events["Due: Comments on “التسعير بعد الرسوم”"].decoded("DTSTART") == date(2027, 4, 20)
    talk = events[f"Interview: {NAME.strip()}"]
    assert talk.decoded("DTSTART") == datetime(2027, 3, 29, 14, 0, tzinfo=BERLIN)


def test_a_reminder_sounds_at_nine_whatever_the_clocks_did(data: bytes) -> None:
    calendar: Any = Calendar.from_ical(data)
    (talk,) = (one for one in calendar.walk("VEVENT") if str(one["SUMMARY"]).startswith("Interview"))
    alarms = [one["TRIGGER"].dt for one in talk.walk("VALARM")]
    friday = datetime(2027, 3, 26, 9, 0, tzinfo=BERLIN).astimezone(UTC)
    assert talk.decoded("DTSTART").astimezone(UTC) + alarms[0] == friday
    assert b"TRIGGER:-PT76H\r\n" in data, "days would be as long as clocks say"
    assert alarms[1] == -timedelta(minutes=15)


def test_a_reminder_of_a_whole_day_goes_by_the_clock(data: bytes) -> None:
    assert b"TRIGGER:-P3DT15H\r\n" in data, "at nine on the Friday before"


def test_no_line_is_longer_than_75_octets(data: bytes) -> None:
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines), "no letter is cut in two"


def test_ical_js_reads_the_same(data: bytes, tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None or not LIBRARY.exists():
        pytest.skip("Node with ical.js is not here: packaging/dev.py test sets it up where npm is")
    (tmp_path / "c.ics").write_bytes(data)
    done = subprocess.run([node, SCRIPT, LIBRARY, tmp_path / "c.ics"], capture_output=True, text=True, check=True)
    events = {one["title"]: one for one in json.loads(done.stdout)["events"]}
    talk = events[f"Interview: {NAME.strip()}"]
    assert (talk["zone"], talk["local"], talk["starts"]) == (
        "Europe/Berlin",
        "2027-03-29T14:00:00",
        "2027-03-29T12:00:00.000Z",
    )
    assert talk["alarms"] == [-76 * 3600, -15 * 60]
    assert (events["Hers"]["by_day"], events["Hers"]["starts"], events["Hers"]["ends"]) == (
        True,
        "2027-03-09",
        "2027-03-10",
    )
