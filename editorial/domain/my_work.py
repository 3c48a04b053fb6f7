"""My work: everything that is wanted of one person, by when, and what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from editorial.domain.assignments import due_day
from editorial.domain.load import MonthLoad, QuarterLoad
from editorial.domain.people_records import Assignment, InterviewAnswer, Quote
from editorial.domain.planning_records import Interview, Task
from editorial.domain.recognition import Contribution
from editorial.domain.records import Entry, Person
from editorial.domain.tasks import days_late
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus
from editorial.domain.workdays import WorkCalendar

Key = tuple[int, int, AssignmentRole]


class Owed(StrEnum):
    """What a person can owe."""

    ASSIGNMENT = "assignment"
    TASK = "task"
    QUOTES = "quotes"


@dataclass(frozen=True, slots=True)
class MyInterview:
    """An interview ahead of a person."""

    interview: Interview
    others: tuple[str, ...]
    """The other people of it by name, who holds it first."""
    answer: InterviewAnswer | None
    """What the person said of it; None where they hold it themselves."""
    serves: tuple[Entry, ...] = ()
    """The pieces it is for."""

    @property
    def waits(self) -> bool:
        """True while the person has not said yes or no."""
        return self.answer is not None and self.answer.answer is AssignmentStatus.PROPOSED

    @property
    def stands(self) -> bool:
        """False once the person said no."""
        return self.answer is None or self.answer.answer is not AssignmentStatus.DECLINED


@dataclass(frozen=True, slots=True)
class AskedOfMe:
    """Something that waits for a yes or no."""

    assignment: Assignment
    piece: Entry
    due: date | None
    draft_words: int = 0
    readers: tuple[str, ...] = ()
    """Whom the piece is for: its segments by name."""

    @property
    def key(self) -> Key:
        return self.assignment.piece_id, self.assignment.person_id, self.assignment.role


@dataclass(frozen=True, slots=True)
class OwedByMe:
    """Something that a person owes: an accepted assignment, a task, or quotes of an interview to be cleared."""

    kind: Owed
    due: date | None
    days_late: int = 0
    """Working days after the due day up to and including today."""
    piece: Entry | None = None
    assignment: Assignment | None = None
    task: Task | None = None
    quotes: tuple[Quote, ...] = ()
    interview: Interview | None = None
    draft_words: int = 0


@dataclass(frozen=True, slots=True)
class MyWork:
    """Everything My work shows for a person on a day."""

    person: Person
    today: date
    next: MyInterview | None
    interviews: tuple[MyInterview, ...]
    """The interviews ahead, the next one first; those still to be arranged come last."""
    asked: tuple[AskedOfMe, ...]
    """What waits for a yes or no, the soonest due first."""
    owed: tuple[OwedByMe, ...]
    """What is owed, the soonest due first."""
    month: MonthLoad
    quarter: QuarterLoad
    came_of_it: tuple[Contribution, ...] = ()
    """Pieces that came out with the person's part in them, the newest first."""

    @property
    def waiting(self) -> int:
        """Return how much waits for an answer: what is asked, interviews without an answer, and quotes."""
        quotes = sum(len(one.quotes) for one in self.owed)
        return len(self.asked) + sum(one.waits for one in self.interviews) + quotes


def is_asked(assignment: Assignment) -> bool:
    """Tell whether an assignment waits for an answer: who writes a piece may be written down without being asked."""
    proposed = assignment.status is AssignmentStatus.PROPOSED
    return proposed and (assignment.role is not AssignmentRole.AUTHOR or assignment.asked_on is not None)


def is_owed(assignment: Assignment, piece: Entry) -> bool:
    """Tell whether an assignment is owed: accepted, or written down for an author who was not asked.

    Who is merely noted as the author of an idea without a day owes nothing yet.
    """
    if assignment.status is AssignmentStatus.PROPOSED:
        return not is_asked(assignment) and (piece.day is not None or assignment.due is not None)
    return assignment.status is AssignmentStatus.ACCEPTED


def owed_tasks(person_id: int, assignments: Iterable[Assignment], tasks: Iterable[Task]) -> list[Task]:
    """Return the open tasks that name a person, but those an assignment of theirs already stands for."""
    held = {(one.piece_id, one.role) for one in assignments if one.status in _STANDING}
    return [
        task
        for task in tasks
        if task.person_id == person_id and task.done_on is None and (task.piece_id, task.role) not in held
    ]


_STANDING = (AssignmentStatus.PROPOSED, AssignmentStatus.ACCEPTED)


def when_due(assignment: Assignment, tasks: Sequence[Task], piece: Entry) -> date | None:
    """Return when something is due; a piece's own day counts only while it is still ahead of publishing."""
    return due_day(assignment, tasks, None if piece.published else piece.day)


def soonest_first(owed: Iterable[OwedByMe]) -> tuple[OwedByMe, ...]:
    """Return what is owed in order of due days; what has none comes last."""
    return tuple(sorted(owed, key=lambda one: (one.due is None, one.due or date.max, one.kind, _title(one))))


def _title(one: OwedByMe) -> str:
    return one.piece.title if one.piece else one.interview.name if one.interview else ""


def lateness(due: date | None, today: date, calendar: WorkCalendar) -> int:
    """Return by how many working days something is late; 0 where it is not, or is due on no day."""
    return days_late(due, today, calendar) if due is not None and due < today else 0
