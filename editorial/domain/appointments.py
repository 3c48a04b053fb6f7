"""Appointments as calendar programs exchange them: what an event of a calendar file holds, before it is text."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from editorial.domain.vocabulary import AssignmentStatus


class Method(StrEnum):
    """What a calendar program is to do with a file: show it, ask about it, or take it back."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


class Certainty(StrEnum):
    """How certain an appointment is."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody of an appointment; one without an e-mail address is named by `uid` alone."""

    name: str
    email: str = ""
    uid: str = ""
    answer: AssignmentStatus = AssignmentStatus.PROPOSED


@dataclass(frozen=True, slots=True)
class Alarm:
    """A reminder so long before an appointment begins; of one by the day, before that day's midnight."""

    before: timedelta
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One event. `first` and `last` are both moments with a zone, or both days of which `last` is included."""

    uid: str
    title: str
    first: date
    last: date
    """The end of a moment's appointment, the last day of one by the day."""
    description: str = ""
    place: str = ""
    address: str = ""
    """Where more is to be read (URL)."""
    category: str = ""
    certainty: Certainty | None = None
    sequence: int = 0
    organiser: Participant | None = None
    participants: tuple[Participant, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    blocks: bool = False
    """Whether a day that it takes is a busy one; a moment's appointment always is."""

    @property
    def timed(self) -> bool:
        return isinstance(self.first, datetime)


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentCalendar:
    """What goes into one file; `stamp` is when its contents last changed."""

    appointments: tuple[Appointment, ...]
    stamp: datetime
    name: str = ""
    method: Method = Method.PUBLISH
