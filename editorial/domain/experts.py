"""Who could speak on an interest to a segment in a month, and why they are in this order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import inf

from editorial.domain.load import days_away
from editorial.domain.period import Period
from editorial.domain.records import Person
from editorial.domain.spoken import month_name, spoken_day
from editorial.domain.vocabulary import PersonRole
from editorial.language import _, ngettext

HEARD = frozenset(PersonRole) - {PersonRole.EDITOR, PersonRole.SALESPERSON}
"""Roles in which people are heard; others come in by what they are known to know."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could speak, with all that decides about their place."""

    person: Person
    month: Period
    expertise: bool
    knows_segment: bool
    asked: int
    """Interviews of the month for which they are asked already."""
    days_away: int
    last_asked: date | None

    @property
    def free(self) -> int | None:
        """Return how many more interviews they can give in the month, 0 where they are away all of it; None: any."""
        if self.days_away == self.month.days:
            return 0
        most = self.person.interviews_a_month
        return None if most is None else max(0, most - self.asked)


def could_speak(
    people: Iterable[Person],
    month: Period,
    asked: Mapping[int, int],
    last_asked: Mapping[int, date],
    *,
    interest_id: int | None = None,
    segment_id: int | None = None,
) -> tuple[Candidate, ...]:
    """Return who could speak: by expertise, segment known, free capacity in the month, longest since last asked.

    Listed is who knows the interest or the segment, and whoever is heard by role. Who can give any number of interviews
    has most capacity; who was never asked waits longest. Equal ones follow by name.
    """
    found = (
        Candidate(
            person,
            month,
            expertise=interest_id in person.interest_ids,
            knows_segment=segment_id in person.segment_ids,
            asked=asked.get(person.id, 0),
            days_away=len(days_away(person, month.first, month.last)),
            last_asked=last_asked.get(person.id),
        )
        for person in people
    )
    listed = [one for one in found if one.expertise or one.knows_segment or HEARD & set(one.person.roles)]
    return tuple(sorted(listed, key=_place))


def _place(one: Candidate) -> tuple[bool, bool, float, date, str, int]:
    free = inf if one.free is None else one.free
    last = one.last_asked or date.min
    return (not one.expertise, not one.knows_segment, -free, last, one.person.name.casefold(), one.person.id)


def chips(one: Candidate, interest: str = "", segment: str = "") -> tuple[str, ...]:
    """Return what decides about somebody's place, a few words each; named are the interest and segment asked for."""
    found = []
    if one.expertise:
        found.append(_("knows {interest}").format(interest=interest))
    if one.knows_segment:
        found.append(_("knows {segment}").format(segment=segment))
    found.append(_capacity(one))
    if one.days_away and one.days_away < one.month.days:
        said = ngettext("away for {n} day", "away for {n} days", one.days_away)
        found.append(said.format(n=one.days_away))
    found.append(
        _("last asked on {day}").format(day=spoken_day(one.last_asked)) if one.last_asked else _("never asked yet")
    )
    return tuple(found)


def _capacity(one: Candidate) -> str:
    month = month_name(one.month.first.month)
    if one.days_away == one.month.days:
        return _("away all {month}").format(month=month)
    if one.free is None:
        return _("any number in {month}").format(month=month)
    if one.free == 0:
        return _("no room in {month}").format(month=month)
    said = ngettext("{n} of {most} free in {month}", "{n} of {most} free in {month}", one.free)
    return said.format(n=one.free, most=one.person.interviews_a_month, month=month)
