"""Moves planned before they are made: shifting dates, inserting and pushing the rest, and what a drop would do."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from editorial.domain.order import order_key, precision_of
from editorial.domain.period import YEARS, first_of_span, quarter_of
from editorial.domain.records import Entry, Settings
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary import Precision
from editorial.domain.workdays import WorkCalendar, shift_working_days
from editorial.errors import RuleBroken
from editorial.language import _

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Move:
    """One piece from a day to another, with what speaks against it in words."""

    id: int
    before: date | None
    after: date
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stay:
    """A piece that a plan leaves where it is, and why."""

    id: int
    why: str


@dataclass(frozen=True, slots=True)
class MovePlan:
    """What would move, in order, and what would stay."""

    moves: tuple[Move, ...]
    stays: tuple[Stay, ...] = ()
    kept: int = 0
    """Once it is made: how many tasks of accepted assignments stayed where they were."""


def why_not_move(entry: Entry) -> str | None:
    """Return why the date of a piece does not move, or None when it does."""
    if not entry.published or entry.day is None:
        return None
    return _("“{title}” was published on {day}, and what happened does not move.").format(
        title=entry.title, day=spoken_day(entry.day)
    )


def kept_day(entry: Entry, day: date, settings: Settings) -> date:
    """Return the day an entry would keep when it is put on a day: the first of its span, for coarser dates."""
    return first_of_span(day, precision_of(entry), settings)


def plan_days(entries: Iterable[Entry], days: int, settings: Settings, calendar: WorkCalendar) -> MovePlan:
    """Plan to shift entries by days; a coarser date moves to the span that its shifted day falls into."""
    return _plan(entries, lambda day: _later(day, days), settings, calendar)


def _later(day: date, days: int) -> date:
    try:
        after = day + days * _DAY
    except OverflowError:
        after = date.min
    if after.year not in YEARS:
        raise RuleBroken(_("There is no day so far away."))
    return after


def plan_working_days(entries: Iterable[Entry], days: int, settings: Settings, calendar: WorkCalendar) -> MovePlan:
    """Plan to shift entries by working days."""
    return _plan(entries, lambda day: shift_working_days(day, days, calendar), settings, calendar)


def plan_to_day(entries: Iterable[Entry], day: date, settings: Settings, calendar: WorkCalendar) -> MovePlan:
    """Plan to put entries, ideas among them, on one day."""
    return _plan(entries, lambda _before: day, settings, calendar, ideas=True)


def _plan(
    entries: Iterable[Entry],
    target: Callable[[date], date],
    settings: Settings,
    calendar: WorkCalendar,
    *,
    ideas: bool = False,
) -> MovePlan:
    moves, stays = [], []
    for entry in sorted(entries, key=order_key):
        why = _("“{title}” has no date.").format(title=entry.title) if not entry.day and not ideas else None
        if why := why or why_not_move(entry):
            stays.append(Stay(entry.id, why))
            continue
        after = kept_day(entry, target(entry.day or date.min), settings)
        if after != entry.day:
            moves.append(_move(entry, after, settings, calendar))
    return MovePlan(tuple(moves), tuple(stays))


def _move(entry: Entry, after: date, settings: Settings, calendar: WorkCalendar) -> Move:
    return Move(entry.id, entry.day, after, tuple(clashes(entry, after, settings, calendar)))


def clashes(entry: Entry, after: date, settings: Settings, calendar: WorkCalendar) -> list[str]:
    """Say what a person should know of a move: no working day, or another fiscal quarter."""
    notes = []
    if precision_of(entry) is Precision.DAY and (why := calendar.why_not(after)):
        notes.append(not_working(after, why))
    if entry.day and quarter_of(entry.day, settings) != quarter_of(after, settings):
        notes.append(
            _("It moves from {before} to {after}.").format(
                before=quarter_of(entry.day, settings).name, after=quarter_of(after, settings).name
            )
        )
    return notes


def not_working(day: date, why: str) -> str:
    """Say that a day is not a working day, and why."""
    return _("{day} is not a working day: {why}.").format(day=spoken_day(day), why=why)


def insert_and_push(
    inserted: Sequence[Entry],
    day: date,
    scope: Iterable[Entry],
    settings: Settings,
    calendar: WorkCalendar,
    *,
    by: int = 1,
) -> MovePlan:
    """Plan to put pieces on a day and to push everything else of the scope from that day on `by` working days later.

    Order is kept: what stood on different days still does, what shared a day still does. Published pieces and dates
    coarser than a day stay where they are.
    """
    ids = {entry.id for entry in inserted}
    later = [entry for entry in scope if entry.day and entry.day >= day and entry.id not in ids]
    stays = [Stay(entry.id, why) for entry in later if (why := _why_not_push(entry))]
    pushed = sorted((entry for entry in later if not _why_not_push(entry)), key=order_key)
    targets = _pushed_days([entry.day for entry in pushed if entry.day], by, calendar)
    moves = [_move(entry, targets[entry.day], settings, calendar) for entry in pushed if entry.day]
    first = plan_to_day(inserted, day, settings, calendar)
    return MovePlan((*first.moves, *moves), (*first.stays, *stays))


def _pushed_days(days: Iterable[date], by: int, calendar: WorkCalendar) -> dict[date, date]:
    """Return where each of the ordered days goes: days that would fall together on a working day stay apart."""
    targets: dict[date, date] = {}
    last: date | None = None
    for day in dict.fromkeys(days):
        after = shift_working_days(day, by, calendar)
        last = after if last is None or after > last else shift_working_days(last, 1, calendar)
        targets[day] = last
    return targets


def _why_not_push(entry: Entry) -> str | None:
    if precision_of(entry) is not Precision.DAY:
        return _("“{title}” has no exact day, so it is not pushed.").format(title=entry.title)
    return why_not_move(entry)


def moved(entry: Entry, day: date, settings: Settings) -> Entry:
    """Return the entry as it would be on a day; the move touches the date alone."""
    return replace(entry, day=kept_day(entry, day, settings))
