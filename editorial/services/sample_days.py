"""Where the sample's pieces, notes and campaigns fall, for any today: pure sums over working days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from editorial.domain.period import Period, month_of, next_period, previous_period, quarter_of
from editorial.domain.records import DayNote, Settings
from editorial.domain.vocabulary import NoteKind, Phase
from editorial.domain.workdays import WorkCalendar, work_calendar
from editorial.services.sample_content import Content, Written

_DAY = timedelta(days=1)
BEFORE, AFTER = 22, 17
"""Working days of the neighbouring quarters that hold pieces: with the quarter itself about one and a half."""

LADDER = ((Phase.READY, 2), (Phase.PRODUCTION, 2), (Phase.PRODUCTION, 3), (Phase.PRODUCTION, 2), (Phase.PRODUCTION, 2))
"""How many of the next pieces stand at each step, nearest first; production steps count back from the last."""
APPROVED = 5
"""How many more pieces are approved; the rest are ideas with a date."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a dated piece is: its phase, and for production how many steps before the last one."""

    phase: Phase
    back: int = 0


def placed(content: Content, today: date, settings: Settings) -> list[tuple[Written, date]]:
    """Return every dated piece with its day, in order."""
    quarter = quarter_of(today, settings)
    calendar = work_calendar(settings, notes(content, quarter, settings))
    before = working_days(previous_period(quarter, settings), calendar)[-BEFORE:]
    after = working_days(next_period(quarter, settings), calendar)[:AFTER]
    return [
        *_spread(content.before, before),
        *_spread(content.quarter, working_days(quarter, calendar)),
        *_spread(content.after, after),
    ]


def working_days(period: Period, calendar: WorkCalendar) -> list[date]:
    """Return the working days of a period."""
    days = (period.first + number * _DAY for number in range(period.days))
    return [day for day in days if calendar.is_working(day)]


def _spread(pieces: Sequence[Written], days: Sequence[date]) -> Iterator[tuple[Written, date]]:
    """Give each piece a working day of its own, evenly and in order."""
    for number, piece in enumerate(pieces):
        yield piece, days[number * len(days) // len(pieces)]


def steps(days: Sequence[date], today: date) -> list[Step]:
    """Return how far the pieces of these days are, given in order: published before today, then less and less."""
    ahead = sum(day >= today for day in days)
    return [*(Step(Phase.PUBLISHED) for day in days if day < today), *_ladder(ahead)]


def _ladder(ahead: int) -> list[Step]:
    counts = [(Step(phase, max(0, place - 1)), n) for place, (phase, n) in enumerate(LADDER)]
    counts += [(Step(Phase.PRODUCTION, len(LADDER) - 1), APPROVED), (Step(Phase.IDEA), ahead)]
    return [step for step, n in counts for _piece in range(n)][:ahead]


def notes(content: Content, quarter: Period, settings: Settings) -> list[DayNote]:
    """Return the month themes, closed day, events and key dates of the quarter."""
    return [*_themes(content, quarter), *_events(content, quarter, settings)]


def _themes(content: Content, quarter: Period) -> Iterator[DayNote]:
    month = month_of(quarter.first)
    for theme in content.lists["themes"]:
        yield DayNote(id=0, uid="", name=theme["name"], first=month.first, last=month.last, kind=NoteKind.THEME)
        month = month_of(month.last + _DAY)


def _events(content: Content, quarter: Period, settings: Settings) -> Iterator[DayNote]:
    days = working_days(quarter, work_calendar(settings))
    for note in content.lists["notes"]:
        first = day_at(note["at"], days)
        if note["days"] > 1:
            # From a Tuesday, so that what takes several days is not cut by a weekend.
            first += (1 - first.weekday()) * _DAY
        last = first + (note["days"] - 1) * _DAY
        yield DayNote(id=0, uid="", name=note["name"], first=first, last=last, kind=NoteKind(note["kind"]))


def day_at(share: float, days: Sequence[date]) -> date:
    """Return the working day that lies this far into the days: 0 the first, 1 the last."""
    return days[min(len(days) - 1, int(share * len(days)))]
