"""Calendar files read back with ical.js, which many calendar programs in browsers use."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from editorial.domain.appointments import Alarm, Appointment, AppointmentCalendar, Certainty, Method, Participant
from editorial.domain.clock import wall_moment
from editorial.exchange.ics_writing import write_ics

LIBRARY = Path(sys.prefix) / "node" / "node_modules" / "ical.js" / "dist" / "ical.es5.cjs"
SCRIPT = Path(__file__).parent / "read_with_ical_js.cjs"
STAMP = datetime(2027, 3, 1, 8, 0, tzinfo=UTC)
DAY = date(2027, 3, 28)
"""In Europe the clocks change on this day."""
TITLES = (
    'Pricing; after, tariffs\\n "here": now',
    "关税后的定价" * 12,
    "التسعير بعد الرسوم",
    "Two\nlines and a tab\there",
    "👩‍💻 " * 30 + "end",
    "BEGIN:VEVENT",
)
Read = Callable[[AppointmentCalendar], Any]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write a calendar and return what ical.js makes of it."""
    node = shutil.which("node")
    if node is None or not LIBRARY.exists():
        pytest.skip("Node with ical.js is not here: packaging/dev.py test sets it up where npm is")

    def reading(calendar: AppointmentCalendar) -> Any:
        path = tmp_path / "c.ics"
        write_ics(calendar, path)
        done = subprocess.run([node, SCRIPT, LIBRARY, path], capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    return reading


def an_appointment(**fields: Any) -> Appointment:
    return Appointment(**{"uid": "1@editorial", "title": "Robots", "first": DAY, "last": DAY, **fields})


def a_calendar(*appointments: Appointment, method: Method = Method.PUBLISH) -> AppointmentCalendar:
    return AppointmentCalendar(appointments=appointments, stamp=STAMP, method=method)


def test_texts_of_every_kind_come_back(read: Read) -> None:
    made = [an_appointment(uid=f"{n}", title=title, description=title) for n, title in enumerate(TITLES)]
    events = read(a_calendar(*made))["events"]
    assert [(one["title"], one["description"]) for one in events] == [(title, title) for title in TITLES]


def test_days_stay_days(read: Read) -> None:
    (event,) = read(a_calendar(an_appointment(last=DAY + timedelta(days=1))))["events"]
    assert (event["by_day"], event["starts"], event["ends"]) == (True, "2027-03-28", "2027-03-30")


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"])
@pytest.mark.parametrize("at", [time(1, 30), time(2, 30), time(3, 15), time(14)])
def test_moments_stay_moments(read: Read, zone: str, at: time) -> None:
    days = [date(2027, 1, 15), date(2027, 3, 14), DAY, date(2027, 4, 4), date(2027, 7, 1), date(2027, 10, 31)]
    starts = [wall_moment(day, at, ZoneInfo(zone)) for day in days]
    made = [an_appointment(uid=str(n), first=one, last=one + timedelta(minutes=45)) for n, one in enumerate(starts)]
    found = [datetime.fromisoformat(one["starts"]) for one in read(a_calendar(*made))["events"]]
    assert found == [one.astimezone(UTC) for one in starts]


def test_an_invitation_is_one(read: Read) -> None:
    starts = datetime(2027, 3, 19, 14, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    asked = Participant('Ada "Countess" Byron', "ada@example.com")
    invited = an_appointment(
        first=starts,
        last=starts + timedelta(minutes=45),
        organiser=Participant("Cy", "cy@example.com"),
        participants=(asked,),
        sequence=2,
        certainty=Certainty.CONFIRMED,
        alarms=(Alarm(timedelta(hours=15), "Soon"),),
    )
    found = read(a_calendar(invited, method=Method.REQUEST))
    (event,) = found["events"]
    assert (found["method"], event["sequence"], event["status"]) == ("REQUEST", 2, "CONFIRMED")
    assert (event["zone"], event["local"]) == ("Europe/Berlin", "2027-03-19T14:00:00")
    assert event["organiser"] == "mailto:cy@example.com"
    assert event["people"] == [
        {"address": "mailto:ada@example.com", "name": 'Ada "Countess" Byron', "answer": "NEEDS-ACTION"}
    ]
    assert event["alarms"] == [-15 * 3600]
