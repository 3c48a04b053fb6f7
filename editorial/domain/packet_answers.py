"""What came back for a packet, and what of it can be taken: an answer can answer only what its packet asked."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from editorial.domain.folding import fold
from editorial.domain.my_work import AskedOfMe, MyWork, OwedByMe
from editorial.domain.packet import (
    Asked,
    AskedKind,
    Reply,
    asked_of,
    assignment_key,
    interview_key,
    mail_check,
    quote_key,
)
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary import AssignmentStatus, Clearance
from editorial.language import _

LONGEST_TEXT, LONGEST_TITLE = 10_000, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """One answer as it came back; `check` is set where it came by mail, in which each answer stands alone."""

    number: int
    """Which of what the packet asked, from 1."""
    reply: Reply
    day: date | None = None
    text: str = ""
    check: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedIdea:
    """An idea that somebody offers."""

    title: str
    text: str = ""
    check: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswers:
    """Everything that came back in one file or mail; who sent it is only what they say."""

    packet_uid: str
    workspace_uid: str = ""
    """Empty in a mail: there each answer carries a check of it."""
    person_uid: str = ""
    claimed: str = ""
    """Who it says it is from."""
    answers: tuple[GivenAnswer, ...] = ()
    ideas: tuple[OfferedIdea, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPacket:
    """A packet that went out, as the workspace remembers it."""

    uid: str
    person_uid: str
    person: str
    made: datetime
    asked: tuple[Asked, ...]
    replaced_on: date | None = None
    """When a newer one was made for the same person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How something that was asked stands now."""

    stands: str
    """Its fingerprint now."""
    status: AssignmentStatus | Clearance
    wish: date | None = None
    text: str = ""
    """The reason or comment that is there."""


def standing_of(work: MyWork) -> dict[str, Standing]:
    """Return how everything stands that a packet would ask a person today, by key."""
    stands = {one.key: one.stands for one in asked_of(work)}
    found: dict[str, Standing] = {}
    for one in work.interviews:
        if (said := one.answer) is not None:
            key = interview_key(one.interview)
            found[key] = Standing(stands=stands[key], status=said.answer, wish=said.wish, text=said.reason)
    wishes: list[AskedOfMe | OwedByMe] = [*work.asked, *work.owed]
    for wanted in wishes:
        if (job := wanted.assignment) is not None and wanted.piece is not None:
            key = assignment_key(job, wanted.piece.uid, work.person.uid)
            found[key] = Standing(stands=stands[key], status=job.status, wish=job.wish, text=job.reason or job.comment)
    for quote in (quote for owed in work.owed for quote in owed.quotes):
        key = quote_key(quote)
        found[key] = Standing(stands=stands[key], status=quote.clearance, text=quote.reason)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAnswer:
    """An answer that would change something."""

    asked: Asked
    answer: GivenAnswer
    before: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedAnswer:
    """An answer that cannot be taken, and why."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What taking answers in would do; where `refusal` says why not, nothing of it is taken."""

    claimed: str = ""
    person: str = ""
    refusal: str = ""
    taken: tuple[TakenAnswer, ...] = ()
    ideas: tuple[OfferedIdea, ...] = ()
    refused: tuple[RefusedAnswer, ...] = ()
    unchanged: int = 0

    @property
    def changes(self) -> int:
        return len(self.taken) + len(self.ideas)


def judge(
    given: GivenAnswers,
    packet: SentPacket | None,
    *,
    workspace_uid: str,
    today: date,
    now: Mapping[str, Standing] = MappingProxyType({}),
    known_ideas: Collection[str] = (),
) -> Judged:
    """Find out what the answers would change.

    `now` is what the packet asked, by key, where it still stands; `known_ideas` are the titles of ideas the person
    gave already.
    """
    claimed = given.claimed or (packet.person if packet else "")
    if packet is None or (why := why_not_at_all(given, packet, workspace_uid)):
        return Judged(claimed=claimed, refusal=_unknown(given, workspace_uid) if packet is None else why)
    judging = _Judging(given, packet, workspace_uid, today, now)
    for answer in given.answers:
        judging.hear(answer)
    judging.take_ideas({fold(title.strip()) for title in known_ideas})
    return Judged(
        claimed=claimed,
        person=packet.person,
        taken=tuple(judging.taken),
        ideas=tuple(judging.ideas),
        refused=tuple(judging.refused),
        unchanged=judging.unchanged,
    )


def _unknown(given: GivenAnswers, workspace_uid: str) -> str:
    if given.workspace_uid and given.workspace_uid != workspace_uid:
        return _("These answers are for another workspace.")
    return _("These answers belong to no packet of this workspace.")


def why_not_at_all(given: GivenAnswers, packet: SentPacket, workspace_uid: str) -> str:
    """Return why none of the answers can be taken; empty where they can be looked at one by one."""
    if given.workspace_uid and given.workspace_uid != workspace_uid:
        return _("These answers are for another workspace.")
    if given.packet_uid != packet.uid:
        return _("These answers belong to another packet.")
    if given.person_uid and given.person_uid != packet.person_uid:
        return _("These answers come from somebody for whom the packet was not made.")
    if packet.replaced_on is not None:
        said = _("These answers are stale: a newer packet was made for {name} on {day}. Ask them to answer that one.")
        return said.format(name=packet.person, day=spoken_day(packet.replaced_on))
    return ""


@dataclass
class _Judging:
    """Goes through the answers one by one."""

    given: GivenAnswers
    packet: SentPacket
    workspace_uid: str
    today: date
    now: Mapping[str, Standing]
    taken: list[TakenAnswer] = field(default_factory=list)
    ideas: list[OfferedIdea] = field(default_factory=list)
    refused: list[RefusedAnswer] = field(default_factory=list)
    unchanged: int = 0
    _heard: set[tuple[int, bool]] = field(default_factory=set)

    def hear(self, answer: GivenAnswer) -> None:
        asked = self._asked(answer)
        title = asked.title if asked else ""
        if reason := next(filter(None, self._why_not(answer, asked)), ""):
            self.refused.append(RefusedAnswer(title=title, reason=reason))
            return
        assert asked is not None
        self._heard.add(_place(answer))
        before = self.now[asked.key]
        if is_so_already(asked, answer, before):
            self.unchanged += 1
        else:
            self.taken.append(TakenAnswer(asked=asked, answer=answer, before=before))

    def take_ideas(self, known: set[str]) -> None:
        for idea in self.given.ideas:
            reason = self._wrong_check(0, Reply.IDEA, idea.check) or why_not_idea(idea)
            if reason:
                self.refused.append(RefusedAnswer(title=idea.title[:LONGEST_TITLE], reason=reason))
            elif fold(idea.title.strip()) in known:
                self.unchanged += 1
            else:
                known.add(fold(idea.title.strip()))
                self.ideas.append(idea)

    def _asked(self, answer: GivenAnswer) -> Asked | None:
        within = 1 <= answer.number <= len(self.packet.asked)
        return self.packet.asked[answer.number - 1] if within else None

    def _why_not(self, answer: GivenAnswer, asked: Asked | None) -> Iterator[str]:
        """Give the reasons why an answer cannot be taken, the plainest first."""
        yield self._wrong_check(answer.number, answer.reply, answer.check)
        if asked is None or answer.reply not in asked.replies:
            yield _("The packet did not ask this.")
            return
        if _place(answer) in self._heard:
            yield _("This was answered twice; the first answer counts.")
        yield why_stale(asked, self.now.get(asked.key))
        yield why_incomplete(answer, self.today)

    def _wrong_check(self, number: int, reply: Reply, check: str) -> str:
        """Return why a mailed answer is not as it was sent; a file has been checked as a whole."""
        packet = self.packet
        if self.given.workspace_uid or check == mail_check(
            self.workspace_uid, packet.uid, packet.person_uid, number, reply
        ):
            return ""
        return _("The line that the program reads was changed, or it is for another workspace.")


def _place(answer: GivenAnswer) -> tuple[int, bool]:
    """Return what can be answered once: a decision, and beside it a comment."""
    return answer.number, answer.reply is Reply.COMMENT


def why_stale(asked: Asked, now: Standing | None) -> str:
    """Return why an answer to what was asked comes too late; empty where it does not."""
    if now is None:
        return _("This is no longer asked of them.")
    if now.status is AssignmentStatus.DELIVERED:
        return _("This is delivered already.")
    if now.stands != asked.stands:
        return _("What was asked has changed since the packet was made; ask again with a new one.")
    return ""


def why_incomplete(answer: GivenAnswer, today: date) -> str:
    """Return what an answer lacks; empty where it is whole."""
    if len(answer.text) > LONGEST_TEXT:
        return _("The text is far too long.")
    if answer.reply is Reply.DECLINE and not answer.text.strip():
        return _("A no needs a reason, so that the next person can be asked.")
    if answer.reply is Reply.COMMENT and not answer.text.strip():
        return _("The comment is empty.")
    if answer.reply is Reply.DAY and (answer.day is None or answer.day < today):
        return _("Another day needs a day from today on.")
    return ""


def why_not_idea(idea: OfferedIdea) -> str:
    """Return why an idea cannot be taken; empty where it can."""
    if not idea.title.strip():
        return _("The idea has no title.")
    if len(idea.title) > LONGEST_TITLE or len(idea.text) > LONGEST_TEXT:
        return _("The text is far too long.")
    return ""


def is_so_already(asked: Asked, answer: GivenAnswer, before: Standing) -> bool:
    """Tell whether an answer says what is known: the same file taken in twice changes nothing."""
    text, known = answer.text.strip(), before.text.strip()
    if answer.reply is Reply.COMMENT:
        return text == known
    if answer.reply is Reply.DAY:
        return answer.day == before.wish and text == known
    status = _STATUSES[answer.reply] if asked.kind is AskedKind.QUOTE else _ANSWERS[answer.reply]
    return before.status is status and before.wish is None and (not text or text == known)


_STATUSES = {Reply.CLEAR: Clearance.CLEARED, Reply.REFUSE: Clearance.REFUSED}
_ANSWERS = {Reply.ACCEPT: AssignmentStatus.ACCEPTED, Reply.DECLINE: AssignmentStatus.DECLINED}
