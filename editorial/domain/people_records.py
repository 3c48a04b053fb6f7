"""The records of working with people: assignments, questions, quotes, answer cards, packets; frozen and plain."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, Clearance, Kind, PersonRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What a person owes for a piece; a person has each role of a piece once."""

    piece_id: int
    person_id: int
    role: AssignmentRole
    position: int = 0
    status: AssignmentStatus = AssignmentStatus.PROPOSED
    due: date | None = None
    """A day of its own; without one it is due with the tasks of its role, else with the piece."""
    hours: Decimal | None = None
    reason: str = ""
    """Why it was declined, or another day is wished for."""
    note: str = ""
    """What the person should know who is asked."""
    asked_on: date | None = None
    answered_on: date | None = None
    delivered_on: date | None = None
    wish: date | None = None
    """The other day that the person would like."""
    comment: str = ""
    """What the person said besides."""
    hours_spent: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewAnswer:
    """What a person who is asked for an interview said of it; `answer` is never *delivered*."""

    interview_id: int
    person_id: int
    answer: AssignmentStatus = AssignmentStatus.PROPOSED
    reason: str = ""
    wish: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionTemplate:
    """Questions to begin an interview with, in Markdown; for every kind and role where none is named."""

    id: int
    uid: str
    name: str
    position: int = 0
    kind: Kind | None = None
    role: PersonRole | None = None
    questions: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of the bank, `name`; with a due day it is put to people until then, and field notes reply to it."""

    id: int
    uid: str
    name: str
    day: date
    """When it was heard."""
    asks: str = ""
    """Who asks, in words, besides the segment."""
    segment_id: int | None = None
    stage_id: int | None = None
    interest_id: int | None = None
    votes: int = 0
    due: date | None = None
    piece_ids: tuple[int, ...] = ()
    """The pieces answering it."""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """What was said in an interview, word by word; time marks stand in the text as [00:12:03]."""

    id: int
    uid: str
    name: str
    interview_id: int
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Something a person said, `name`, that may be used once they have cleared it."""

    id: int
    uid: str
    name: str
    person_id: int | None = None
    interview_id: int | None = None
    mark: str = ""
    """Where it stands in the transcript: 00:12:03."""
    clearance: Clearance = Clearance.NOT_ASKED
    asked_on: date | None = None
    answered_on: date | None = None
    answered_by: str = ""
    """Who cleared or refused it, where it was not the person quoted."""
    reason: str = ""
    piece_ids: tuple[int, ...] = ()
    """The pieces it is used in."""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSource:
    """Where the claim of an answer card was heard; sources of one account are not independent of each other."""

    text: str = ""
    account: str = ""
    address: str = ""
    day: date | None = None
    field_note_id: int | None = None
    interview_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCard:
    """An answer to “what are you hearing from others?”; `name` is the claim."""

    id: int
    uid: str
    name: str
    day: date
    segment_id: int | None = None
    interest_id: int | None = None
    expires: date | None = None
    sources: tuple[CardSource, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """What worked in a situation, `name`, what did not, and the proof."""

    id: int
    uid: str
    name: str
    day: date
    situation: str = ""
    failed: str = ""
    proof: str = ""
    person_id: int | None = None
    segment_id: int | None = None
    stage_id: int | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """What was sent to a person to be answered outside the program; an answer can answer nothing else."""

    id: int
    uid: str
    person_id: int
    made: datetime
    asked: tuple[dict[str, Any], ...] = ()
    answered: datetime | None = None
