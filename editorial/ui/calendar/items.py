"""What stands on the days of a calendar besides pieces: open slots, tasks, interviews, reviews, each with its words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from editorial.domain.records import Lists
from editorial.domain.spoken import kind_word
from editorial.language import _
from editorial.ui.calendar.words import clock, long_day

if TYPE_CHECKING:
    from editorial.domain.layers import Layers, ReviewDay
    from editorial.domain.planning_records import Interview
    from editorial.domain.slots import Occurrence
    from editorial.domain.tasks import DueTask


class Sort(StrEnum):
    """What an item is; it is painted accordingly."""

    SLOT = "slot"
    TIMELY = "timely"
    GHOST = "ghost"
    """An open slot with what a proposed plan would put there."""
    TASK = "task"
    INTERVIEW = "interview"
    REVIEW = "review"


SIGNS = {
    Sort.SLOT: "○",
    Sort.GHOST: "◌",
    Sort.TIMELY: "⚡\ufe0e",
    Sort.TASK: "☐",
    Sort.INTERVIEW: "❝",
    Sort.REVIEW: "↻",
}
"""Each has its sign: colour and frame are not the only difference."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing besides pieces on a day."""

    sort: Sort
    day: date
    text: str
    said: str
    """For tooltips and screen readers."""
    piece_id: int | None = None
    interview_id: int | None = None
    occurrence: "Occurrence | None" = None
    done: bool = False
    late: bool = False

    @property
    def open_slot(self) -> bool:
        return self.occurrence is not None


def items_of(layers: "Layers", lists: Lists, today: date) -> tuple[Item, ...]:
    """Return what the layers hold, by day: first open slots from today on, then what is to be done."""
    found = [
        *(_slot(one, lists) for one in layers.occurrences if one.open and one.day >= today),
        *(_interview(one, one.day, lists) for one in layers.interviews if one.day is not None),
        *(_task(one, one.task.due, today) for one in layers.tasks if one.task.due is not None),
        *(_review(one) for one in layers.reviews),
    ]
    return tuple(sorted(found, key=lambda item: item.day))


def items_by_day(items: Iterable[Item]) -> Mapping[date, tuple[Item, ...]]:
    """Return items by their day, in order."""
    days: dict[date, list[Item]] = {}
    for item in items:
        days.setdefault(item.day, []).append(item)
    return {day: tuple(there) for day, there in days.items()}


def _slot(one: "Occurrence", lists: Lists) -> Item:
    slot = one.slot
    sort = Sort.TIMELY if slot.timely else Sort.SLOT
    named = (lists.formats.get(slot.format_id or 0), lists.channels.get(slot.channel_id or 0))
    gives = [record.name for record in named if record is not None]
    if slot.kind is not None:
        gives.append(kind_word(slot.kind))
    kind = f" · {kind_word(slot.kind)}" if slot.kind else ""
    word = _("open timely slot") if slot.timely else _("open slot")
    parts = [slot.name, word, long_day(one.day), *([clock(slot.time)] if slot.time else []), *gives]
    return Item(sort, one.day, f"{SIGNS[sort]} {slot.name}{kind}", ", ".join(parts), occurrence=one)


def _task(one: "DueTask", due: date, today: date) -> Item:
    task, piece = one.task, one.piece
    late = task.done_on is None and due < today
    sign = "☑" if task.done_on else "!" if late else SIGNS[Sort.TASK]
    state = _("done") if task.done_on else _("late") if late else _("open")
    said = _("{task} for “{title}”, due on {day}, {state}").format(
        task=task.name, title=piece.title, day=long_day(due), state=state
    )
    text = _("{task} · {title}").format(task=task.name, title=piece.title)
    return Item(Sort.TASK, due, f"{sign} {text}", said, piece.id, done=task.done_on is not None, late=late)


def _interview(one: "Interview", day: date, lists: Lists) -> Item:
    people = ", ".join(lists.people[id_] for id_ in one.person_ids if id_ in lists.people)
    at = clock(one.time) if one.time else ""
    text = " ".join(part for part in (SIGNS[Sort.INTERVIEW], people or one.name, at) if part)
    said = ", ".join(part for part in (_("Interview"), one.name, people, long_day(day), at) if part)
    piece = one.piece_ids[0] if one.piece_ids else None
    return Item(Sort.INTERVIEW, day, text, said, piece, one.id)


def _review(one: "ReviewDay") -> Item:
    said = _("Review of “{title}” on {day}").format(title=one.piece.title, day=long_day(one.day))
    return Item(Sort.REVIEW, one.day, f"{SIGNS[Sort.REVIEW]} {one.piece.title}", said, one.piece.id)
