"""Calendar files of 10,000 events: written, and read back into pieces and dates."""

import random
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from editorial.domain.appointments import Alarm, Appointment, AppointmentCalendar
from editorial.exchange.ics import read_dates
from editorial.exchange.ics_pieces import read_piece_drafts
from editorial.exchange.ics_writing import write_ics
from measuring import Figure, milliseconds

EVENTS = 10_000
FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
BERLIN = ZoneInfo("Europe/Berlin")
WORDS = "pricing tariff energy heat pump audit margin payroll hiring talent risk insurance law board agenda".split()


def measure() -> list[Figure]:
    """Write and read in a folder that is gone afterwards; the floor is writing or reading the same bytes."""
    with tempfile.TemporaryDirectory() as name:
        path, copy, series = (Path(name) / file for file in ("c.ics", "copy.ics", "series.ics"))
        calendar = AppointmentCalendar(appointments=tuple(appointments()), stamp=datetime(2027, 1, 1, tzinfo=UTC))
        written = milliseconds(lambda: write_ics(calendar, path))
        data = path.read_bytes()
        series.write_bytes(recurring(data))
        bytes_out = milliseconds(lambda: copy.write_bytes(data))
        bytes_in = milliseconds(path.read_bytes)
        pieces = milliseconds(lambda: read_piece_drafts(path, FIRST, LAST, "Europe/Berlin"))
        dates = milliseconds(lambda: read_dates(path, FIRST, LAST, "Europe/Berlin"))
        repeated = milliseconds(lambda: read_dates(series, date(2027, 3, 1), date(2027, 3, 31), "Europe/Berlin"))
    size = f"{len(data) / 1e6:.1f} MB"
    return [
        Figure(f"calendar of {EVENTS:,} events written", written, "ms", bytes_out, 1200, note=size),
        Figure(f"calendar of {EVENTS:,} events read as pieces", pieces, "ms", bytes_in, 2500),
        Figure(f"calendar of {EVENTS:,} events read as dates", dates, "ms", bytes_in, 2500),
        Figure(f"calendar of {EVENTS:,} series, one month of them", repeated, "ms", bytes_in, 2500),
    ]


def appointments() -> list[Appointment]:
    """Return the events, the same in every run; every other one has a time."""
    chance = random.Random(1)
    return [appointment(chance, number) for number in range(EVENTS)]


def appointment(chance: random.Random, number: int) -> Appointment:
    """Return one event with a title, a text of 300 characters and an alarm."""
    day = FIRST + timedelta(days=number % 1000)
    starts = datetime(day.year, day.month, day.day, 9, number % 60, tzinfo=BERLIN)
    timed = number % 2
    return Appointment(
        uid=f"0192c3d4-{number:012}@editorial",
        title=f"{number} {' '.join(chance.choices(WORDS, k=5))}",
        first=starts if timed else day,
        last=starts + timedelta(minutes=45) if timed else day,
        description=", ".join(chance.choices(WORDS, k=40))[:300],
        alarms=(Alarm(timedelta(hours=15), "Soon"),),
    )


def recurring(data: bytes) -> bytes:
    """Return the same calendar with every event a series that began years ago."""
    rule = b"RRULE:FREQ=MONTHLY;BYMONTHDAY=15\r\nSUMMARY:"
    return data.replace(b"SUMMARY:", rule)
