"""What stands on a calendar besides publish days: open slots, tasks, interviews, reviews, deadlines."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from editorial.domain.arrange import pack_lanes
from editorial.domain.order import precision_of
from editorial.domain.records import Entry
from editorial.domain.vocabulary import Precision

if TYPE_CHECKING:
    # The calendar needs the words alone before its first paint.
    from editorial.domain.planning_records import Interview, Task
    from editorial.domain.slots import Occurrence
    from editorial.domain.tasks import DueTask


class Layer(StrEnum):
    """What a calendar shows, each alone or together with the others."""

    PUBLISH = "publish"
    TASK = "task"
    INTERVIEW = "interview"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class ReviewDay:
    """A published piece on the day on which it is to be looked at again."""

    day: date
    piece: Entry


@dataclass(frozen=True, slots=True)
class Layers:
    """What lies between two days besides the pieces themselves."""

    occurrences: "tuple[Occurrence, ...]" = ()
    tasks: "tuple[DueTask, ...]" = ()
    interviews: "tuple[Interview, ...]" = ()
    reviews: tuple[ReviewDay, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """The days in which a piece is worked on: from its first open task to its publish day."""

    piece: Entry
    first: date
    last: date
    lane: int = 0


def deadlines(entries: Iterable[Entry], tasks: "Mapping[int, Sequence[Task]]") -> tuple[Deadline, ...]:
    """Return the stretch of each unpublished piece of an exact day that has open tasks, in the fewest lanes."""
    found = [one for entry in entries if (one := _deadline(entry, tasks.get(entry.id, ())))]
    lanes = pack_lanes([(one.first.toordinal(), one.last.toordinal()) for one in found])
    return tuple(Deadline(one.piece, one.first, one.last, lane) for one, lane in zip(found, lanes, strict=True))


def _deadline(entry: Entry, tasks: "Iterable[Task]") -> Deadline | None:
    if entry.published or entry.day is None or precision_of(entry) is not Precision.DAY:
        return None
    due = [task.due for task in tasks if task.done_on is None and task.due is not None]
    return Deadline(entry, min(*due, entry.day), entry.day) if due else None
