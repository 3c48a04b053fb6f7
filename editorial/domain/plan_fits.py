"""Which idea fits which open place by itself, whatever else is placed, and what stands against it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from editorial.domain.plan import Opening, PlanIdea, Planning, month_first
from editorial.domain.records import Format
from editorial.domain.workdays import WorkCalendar, shift_working_days


class Obstacle(StrEnum):
    """What can keep an idea out of a place."""

    FORMAT = "format"
    CHANNEL = "channel"
    KIND = "kind"
    TASKS = "tasks"
    AWAY = "away"
    CAPACITY = "capacity"
    REPEAT = "repeat"
    MIX = "mix"
    POINTS = "points"


def earliest_task(made_as: Format | None, day: date, calendar: WorkCalendar) -> date:
    """Return the day on which the first task of a format is due for a piece of that day; without one, the day."""
    first = min((step.offset for step in made_as.steps), default=0) if made_as else 0
    return shift_working_days(day, min(first, 0), calendar)


def obstacle(planning: Planning, idea: PlanIdea, opening: Opening) -> Obstacle | None:
    """Return what keeps an idea out of a place even if nothing else is placed; None where it fits."""
    if _differ(opening.format_id, idea.format_id):
        return Obstacle.FORMAT
    if _differ(opening.channel_id, idea.channel_id):
        return Obstacle.CHANNEL
    if opening.kind is not None and idea.kind is not None and opening.kind is not idea.kind:
        return Obstacle.KIND
    if earliest_task(planning.format_of(idea, opening), opening.day, planning.calendar) < planning.today:
        return Obstacle.TASKS
    experts = [planning.experts[key] for key in idea.expert_ids if key in planning.experts]
    if any(expert.is_away(opening.day) for expert in experts):
        return Obstacle.AWAY
    if any(expert.left(month_first(opening.day)) == 0 for expert in experts):
        return Obstacle.CAPACITY
    return None


def _differ(wanted: int | None, own: int | None) -> bool:
    return wanted is not None and own is not None and wanted != own


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
    def in_time(format_id: int | None, day: date) -> bool:
        made_as = None if format_id is None else planning.lists.formats.get(format_id)
        return earliest_task(made_as, day, planning.calendar) >= planning.today

    @cache
    def asked(expert_id: int, day: date) -> bool:
        expert = planning.experts.get(expert_id)
        return expert is None or not (expert.is_away(day) or expert.left(month_first(day)) == 0)

    return [
        Fit(i, t)
        for t, opening in enumerate(planning.openings)
        for i, idea in enumerate(planning.ideas)
        if not _differ(opening.format_id, idea.format_id)
        and not _differ(opening.channel_id, idea.channel_id)
        and (opening.kind is None or idea.kind is None or opening.kind is idea.kind)
        and in_time(opening.format_id if opening.format_id is not None else idea.format_id, opening.day)
        and all(asked(expert, opening.day) for expert in idea.expert_ids)
    ]
