"""Which idea fits which open place by itself, whatever else is placed, and what stands against it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from editorial.domain.plan import Expert, Opening, PlanIdea, Planning, month_first
from editorial.domain.records import Format
from editorial.domain.vocabulary import Kind
from editorial.domain.workdays import working_day_from
from editorial.language import _


class Obstacle(StrEnum):
    """What can keep an idea out of a place."""

    CLOSED = "closed"
    FORMAT = "format"
    CHANNEL = "channel"
    KIND = "kind"
    STALE = "stale"
    TASKS = "tasks"
    AWAY = "away"
    CAPACITY = "capacity"
    REPEAT = "repeat"
    MIX = "mix"
    POINTS = "points"


def in_time(made_as: Format | None, day: date, planning: Planning) -> bool:
    """Tell whether the first task of a format, for a piece of that day, is not due before today.

    Where there is no working day for it, it cannot be done in time either.
    """
    first = min((step.offset for step in made_as.steps), default=0) if made_as else 0
    due = working_day_from(day, min(first, 0), planning.calendar)
    return due is not None and due >= planning.today


def day_off(planning: Planning, day: date) -> str | None:
    """Say why nothing is placed on a day: the team is closed, or it is a public holiday; None on any other.

    A weekend does not count: a slot whose rule names one is meant for it.
    """
    if name := planning.calendar.closed_name(day):
        return _("it is a closed day, {name}.").format(name=name)
    if name := planning.calendar.holiday_name(day):
        return _("it is a public holiday, {name}.").format(name=name)
    return None


def obstacle(planning: Planning, idea: PlanIdea, opening: Opening) -> Obstacle | None:
    """Return what keeps an idea out of a place even if nothing else is placed; None where it fits."""
    return next((what for what, stands in _AGAINST.items() if stands(planning, idea, opening)), None)


def _differ(wanted: int | Kind | None, own: int | Kind | None) -> bool:
    return wanted is not None and own is not None and wanted != own


def _experts(planning: Planning, idea: PlanIdea) -> Iterator[Expert]:
    return (planning.experts[key] for key in idea.expert_ids if key in planning.experts)


def _is_late(planning: Planning, idea: PlanIdea, opening: Opening) -> bool:
    return not in_time(planning.format_of(idea, opening), opening.day, planning)


def _is_away(planning: Planning, idea: PlanIdea, opening: Opening) -> bool:
    return any(expert.is_away(opening.day) for expert in _experts(planning, idea))


def _is_full(planning: Planning, idea: PlanIdea, opening: Opening) -> bool:
    return any(expert.left(month_first(opening.day)) == 0 for expert in _experts(planning, idea))


_AGAINST: Mapping[Obstacle, Callable[[Planning, PlanIdea, Opening], bool]] = {
    Obstacle.CLOSED: lambda planning, _idea, opening: day_off(planning, opening.day) is not None,
    Obstacle.FORMAT: lambda _planning, idea, opening: _differ(opening.format_id, idea.format_id),
    Obstacle.CHANNEL: lambda _planning, idea, opening: _differ(opening.channel_id, idea.channel_id),
    Obstacle.KIND: lambda _planning, idea, opening: _differ(opening.kind, idea.kind),
    Obstacle.STALE: lambda _planning, idea, opening: idea.is_stale(opening.day),
    Obstacle.TASKS: _is_late,
    Obstacle.AWAY: _is_away,
    Obstacle.CAPACITY: _is_full,
}
"""What an idea by itself can have against a place, in the order in which it is said."""


@dataclass(frozen=True, slots=True)
class Fit:
    """An idea that fits a place, by their positions in what was asked."""

    idea: int
    opening: int


def fits(planning: Planning) -> list[Fit]:
    """Return every fit, by place, then idea.

    The tasks of a format are looked up once a format and day: an opening has few formats but many ideas.
    """

    @cache
    def startable(format_id: int | None, day: date) -> bool:
        made_as = None if format_id is None else planning.lists.formats.get(format_id)
        return in_time(made_as, day, planning)

    @cache
    def asked(expert_id: int, day: date) -> bool:
        expert = planning.experts.get(expert_id)
        return expert is None or not (expert.is_away(day) or expert.left(month_first(day)) == 0)

    return [
        Fit(i, t)
        for t, opening in enumerate(planning.openings)
        if not day_off(planning, opening.day)
        for i, idea in enumerate(planning.ideas)
        if not _differ(opening.format_id, idea.format_id)
        and not _differ(opening.channel_id, idea.channel_id)
        and not _differ(opening.kind, idea.kind)
        and not idea.is_stale(opening.day)
        and startable(opening.format_id if opening.format_id is not None else idea.format_id, opening.day)
        and all(asked(expert, opening.day) for expert in idea.expert_ids)
    ]
