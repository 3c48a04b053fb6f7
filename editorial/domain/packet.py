"""A packet: everything wanted of one person as a page they can answer without the program, and what it asks."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from editorial.domain.my_work import AskedOfMe, MyInterview, MyWork, OwedByMe
from editorial.domain.people_records import Assignment, Quote
from editorial.domain.planning_records import Interview


class AskedKind(StrEnum):
    """What a packet can ask about."""

    INTERVIEW = "interview"
    ASSIGNMENT = "assignment"
    QUOTE = "quote"


class Reply(StrEnum):
    """What can be answered; an idea answers nothing that was asked."""

    ACCEPT = "accept"
    DECLINE = "decline"
    DAY = "day"
    COMMENT = "comment"
    CLEAR = "clear"
    REFUSE = "refuse"
    IDEA = "idea"


FOR_A_WISH = (Reply.ACCEPT, Reply.DECLINE, Reply.DAY, Reply.COMMENT)
FOR_WHAT_IS_OWED = (Reply.DAY, Reply.COMMENT)
FOR_A_QUOTE = (Reply.CLEAR, Reply.REFUSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One thing a packet asks, as it stood when it was made."""

    kind: AskedKind
    key: str
    """What it is about, the same in every packet: the public ids of its records."""
    title: str
    stands: str
    """A fingerprint of what is asked; another day, length or text makes another one."""
    replies: tuple[Reply, ...]

    def document(self) -> dict[str, Any]:
        """Return it as it is kept with the packet."""
        return {
            "kind": self.kind.value,
            "key": self.key,
            "title": self.title,
            "stands": self.stands,
            "replies": [reply.value for reply in self.replies],
        }


def asked_from(document: Mapping[str, Any]) -> Asked:
    """Return what `Asked.document` gave."""
    replies = tuple(Reply(word) for word in document["replies"])
    kind = AskedKind(document["kind"])
    return Asked(kind=kind, key=document["key"], title=document["title"], stands=document["stands"], replies=replies)


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketPage:
    """What a packet shows, and what it asks; the numbers of what is asked count from 1 in its order."""

    packet_uid: str
    workspace_uid: str
    workspace: str
    zone: str
    """The zone of the times on the page, by name."""
    made: datetime
    answers_to: str
    """The e-mail address that answers go to; empty where it is not known."""
    work: MyWork
    drafts: Mapping[int, str]
    """The text of drafts that wait for the person's word, by piece."""
    asked: tuple[Asked, ...]

    def number(self, key: str) -> int | None:
        """Return the number under which something is asked, or None."""
        return next((n for n, one in enumerate(self.asked, start=1) if one.key == key), None)


def packet_page(
    work: MyWork,
    *,
    packet_uid: str,
    workspace_uid: str,
    workspace: str,
    made: datetime,
    zone: str = "UTC",
    answers_to: str = "",
    drafts: Mapping[int, str] | None = None,
) -> PacketPage:
    """Return the page for the person of whom the work is wanted."""
    return PacketPage(
        packet_uid=packet_uid,
        workspace_uid=workspace_uid,
        workspace=workspace,
        zone=zone,
        made=made,
        answers_to=answers_to,
        work=work,
        drafts=drafts or {},
        asked=asked_of(work),
    )


def asked_of(work: MyWork) -> tuple[Asked, ...]:
    """Return what a packet asks a person: interviews ahead, what waits for a yes or no, what is owed, and quotes."""
    return tuple(_asked_of(work))


def _asked_of(work: MyWork) -> Iterator[Asked]:
    yield from (_interview(one) for one in work.interviews if one.answer is not None)
    yield from (_assignment(one.assignment, one, work, FOR_A_WISH) for one in work.asked)
    for one in work.owed:
        if one.assignment is not None:
            yield _assignment(one.assignment, one, work, FOR_WHAT_IS_OWED)
        yield from (_quote(quote) for quote in one.quotes)


def interview_key(interview: Interview) -> str:
    """Return what an interview is called in packets."""
    return f"{AskedKind.INTERVIEW}:{interview.uid}"


def assignment_key(assignment: Assignment, piece_uid: str, person_uid: str) -> str:
    """Return what an assignment is called in packets."""
    return f"{AskedKind.ASSIGNMENT}:{piece_uid}:{person_uid}:{assignment.role.value}"


def quote_key(quote: Quote) -> str:
    """Return what a quote is called in packets."""
    return f"{AskedKind.QUOTE}:{quote.uid}"


def _interview(one: MyInterview) -> Asked:
    talk = one.interview
    told = (talk.day, talk.time, talk.minutes, talk.place)
    return Asked(
        kind=AskedKind.INTERVIEW,
        key=interview_key(talk),
        title=talk.name,
        stands=fingerprint(told),
        replies=FOR_A_WISH,
    )


def _assignment(assignment: Assignment, one: AskedOfMe | OwedByMe, work: MyWork, replies: tuple[Reply, ...]) -> Asked:
    assert one.piece is not None
    told = (assignment.role.value, one.due, assignment.hours, assignment.note)
    return Asked(
        kind=AskedKind.ASSIGNMENT,
        key=assignment_key(assignment, one.piece.uid, work.person.uid),
        title=one.piece.title,
        stands=fingerprint(told),
        replies=replies,
    )


def _quote(quote: Quote) -> Asked:
    return Asked(
        kind=AskedKind.QUOTE,
        key=quote_key(quote),
        title=quote.name,
        stands=fingerprint((quote.name,)),
        replies=FOR_A_QUOTE,
    )


def fingerprint(told: Sequence[object]) -> str:
    """Return a short text that differs wherever one of the values does."""
    listed = ["" if value is None else str(value) for value in told]
    return hashlib.sha256(json.dumps(listed).encode()).hexdigest()[:16]


def mail_check(workspace_uid: str, packet_uid: str, person_uid: str, number: int, reply: Reply) -> str:
    """Return what a mailed answer carries so that no other answer is made of it by a slip."""
    told = "|".join((workspace_uid, packet_uid, person_uid, str(number), reply.value))
    return hashlib.sha256(told.encode()).hexdigest()[:8]


def question_lines(markdown: str) -> tuple[str, ...]:
    """Return the questions of an interview without the marks of their list."""
    return tuple(filter(None, (_unmarked(line) for line in _lines(markdown))))


def _lines(text: str) -> Iterable[str]:
    return (line.strip() for line in text.splitlines())


def _unmarked(line: str) -> str:
    head, _space, rest = line.partition(" ")
    is_mark = head in ("-", "*", "+") or head.strip("#") == "" or (head[-1:] in (".", ")") and head[:-1].isdigit())
    return (rest if is_mark else line).strip().replace("**", "")


def waits_for_word(work: MyWork, piece_id: int) -> bool:
    """Tell whether a draft of a piece waits for the person's word: a review or an approval, asked or owed."""
    everything = [*(one.assignment for one in work.asked), *(one.assignment for one in work.owed)]
    return any(one is not None and one.piece_id == piece_id and one.role.value in _ON_DRAFTS for one in everything)


_ON_DRAFTS = ("reviewer", "approver")
