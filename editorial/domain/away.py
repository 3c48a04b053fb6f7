"""Days away that a calendar file brings for a person, before and after they meet what is known of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from editorial.domain.drafts import Refusal
from editorial.domain.records import Away

Clock = tuple[str, tuple[time, time]]
"""The zone in which somebody works, and their working hours."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AwayDrafts:
    """What was read from a calendar file, in order of days."""

    stretches: tuple[Away, ...]
    refused: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamAwayDrafts:
    """Days away of several people from one file, by the ids of the people."""

    people: Mapping[int, AwayDrafts]
    refused: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AwayPreview:
    """What an import of days away would do; read = new + changed + unchanged + refused."""

    person: str
    new: tuple[Away, ...]
    changed: tuple[tuple[Away, Away], ...] = ()
    unchanged: int = 0
    refused: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def read(self) -> int:
        return len(self.new) + len(self.changed) + self.unchanged + len(self.refused)

    def away(self, present: Sequence[Away]) -> tuple[Away, ...]:
        """Return all days away once these are taken in, in order."""
        longer = dict(self.changed)
        kept = (longer.get(one, one) for one in present)
        return tuple(sorted((*kept, *self.new), key=lambda one: (one.first, one.last)))


def days_taken(starts: datetime, ends: datetime, hours: tuple[time, time]) -> tuple[date, date] | None:
    """Return the first and last day whose working hours a stretch of time takes up wholly; None for none.

    All are wall times of one clock.
    """
    first = starts.date() if starts.time() <= hours[0] else starts.date() + _DAY
    last = ends.date() if ends.time() >= hours[1] else ends.date() - _DAY
    return (first, last) if first <= last else None


def compared(person: str, drafts: AwayDrafts, present: Sequence[Away]) -> AwayPreview:
    """Return what days away would do beside those that are known.

    Days known already stay as they are; a stretch that begins as one known does and ends later makes that one longer.
    """
    new: list[Away] = []
    changed: list[tuple[Away, Away]] = []
    unchanged = 0
    beginning = {one.first: one for one in present}
    for draft in drafts.stretches:
        if any(one.first <= draft.first and draft.last <= one.last for one in present):
            unchanged += 1
        elif known := beginning.get(draft.first):
            changed.append((known, Away(first=draft.first, last=draft.last, reason=known.reason or draft.reason)))
        else:
            new.append(draft)
    return AwayPreview(person, tuple(new), tuple(changed), unchanged, drafts.refused, drafts.notes)


def without_repeats(stretches: Iterable[Away]) -> list[Away]:
    """Return stretches in order of days without those that lie within another; days in a row for one reason are one."""
    ordered = sorted(stretches, key=lambda one: (one.first, -one.last.toordinal(), one.reason))
    found: list[Away] = []
    for one in _outermost(ordered):
        if found and found[-1].last + _DAY == one.first and found[-1].reason == one.reason:
            found[-1] = Away(first=found[-1].first, last=one.last, reason=one.reason)
        else:
            found.append(one)
    return found


def _outermost(ordered: Iterable[Away]) -> Iterator[Away]:
    reached: date | None = None
    for one in ordered:
        if reached is None or one.last > reached:
            reached = one.last
            yield one
