"""Packets of a real workspace: made, answered, and taken in as one change."""

from datetime import UTC, date, datetime, time

import pytest

from editorial.domain.packet import AskedKind, PacketPage, Reply, mail_check
from editorial.domain.packet_answers import GivenAnswer, GivenAnswers, OfferedIdea
from editorial.domain.people_records import Assignment
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, Clearance
from editorial.errors import RuleBroken, StaleEdit
from editorial.services import assignments, calendar, history, interviews, lists, packets, pieces, quotes
from editorial.services.workspaces import Workspace
from tests.builders import a_person

TODAY, NOW = date(2027, 3, 10), datetime(2027, 3, 10, 9, tzinfo=UTC)
SOURCE = AssignmentRole.SOURCE


@pytest.fixture
def elena(workspace: Workspace) -> int:
    """Add Elena, of whom an interview, a piece and a quote want something."""
    elena = lists.add(workspace, "person", "Elena Ruiz", email="elena@example.org")
    talk = interviews.plan(workspace, "Robots", today=TODAY, person_ids=(elena,))
    interviews.arrange(workspace, talk, date(2027, 3, 19), time(14))
    nine = pieces.create(workspace, "Nine proofs")
    assignments.ask(workspace, nine, elena, SOURCE, today=TODAY, due=date(2027, 3, 22))
    quotes.ask(workspace, [quotes.take_down(workspace, "It never did.", person_id=elena)], today=TODAY)
    return elena


def packet(workspace: Workspace, person: int) -> PacketPage:
    page = packets.prepare(workspace, person, today=TODAY, made=NOW)
    packets.sent(workspace, page)
    return page


def given(page: PacketPage, *answers: GivenAnswer, ideas: tuple[OfferedIdea, ...] = ()) -> GivenAnswers:
    return GivenAnswers(
        packet_uid=page.packet_uid,
        workspace_uid=page.workspace_uid,
        person_uid=page.work.person.uid,
        claimed="E. R.",
        answers=answers,
        ideas=ideas,
    )


def number(page: PacketPage, kind: AskedKind) -> int:
    return next(n for n, one in enumerate(page.asked, start=1) if one.kind is kind)


def everything(page: PacketPage) -> GivenAnswers:
    return given(
        page,
        GivenAnswer(number=number(page, AskedKind.INTERVIEW), reply=Reply.ACCEPT),
        GivenAnswer(number=number(page, AskedKind.ASSIGNMENT), reply=Reply.DECLINE, text="Ask Bo"),
        GivenAnswer(number=number(page, AskedKind.QUOTE), reply=Reply.CLEAR),
        ideas=(OfferedIdea(title="Who pays?", text="Everybody asks."),),
    )


def take(workspace: Workspace, answers: GivenAnswers) -> int | None:
    found = packets.preview(workspace, answers, today=TODAY)
    return packets.apply(workspace, found, today=TODAY, now=NOW)


def job(workspace: Workspace, person: int) -> Assignment:
    return assignments.of_person(workspace, person)[0]


def test_everything_answered_is_one_change(workspace: Workspace, elena: int) -> None:
    page = packet(workspace, elena)
    take(workspace, everything(page))
    assert (job(workspace, elena).status, job(workspace, elena).reason) == (AssignmentStatus.DECLINED, "Ask Bo")
    assert [one.answer for listed in interviews.answers(workspace).values() for one in listed] == [
        AssignmentStatus.ACCEPTED
    ]
    assert quotes.bank(workspace)[0].quote.clearance is Clearance.CLEARED
    assert "Who pays?" in {entry.title for entry in calendar.ideas(workspace)}
    assert history.undo(workspace) == "Take in 4 answers of Elena Ruiz"
    assert job(workspace, elena).status is AssignmentStatus.PROPOSED
    assert "Who pays?" not in {entry.title for entry in calendar.ideas(workspace)}


def test_the_preview_names_who_claims_to_answer(workspace: Workspace, elena: int) -> None:
    found = packets.preview(workspace, everything(packet(workspace, elena)), today=TODAY)
    assert (found.judged.claimed, found.judged.person, found.read) == ("E. R.", "Elena Ruiz", 4)
    assert job(workspace, elena).status is AssignmentStatus.PROPOSED


def test_the_same_answers_twice_change_nothing(workspace: Workspace, elena: int) -> None:
    answers = everything(packet(workspace, elena))
    take(workspace, answers)
    found = packets.preview(workspace, answers, today=TODAY)
    assert (found.judged.changes, found.judged.unchanged, found.judged.refused) == (0, 4, ())
    assert packets.apply(workspace, found, today=TODAY, now=NOW) is None


def test_another_day_and_a_comment(workspace: Workspace, elena: int) -> None:
    page = packet(workspace, elena)
    n = number(page, AskedKind.ASSIGNMENT)
    day = GivenAnswer(number=n, reply=Reply.DAY, day=date(2027, 4, 2), text="fair week")
    take(workspace, given(page, day, GivenAnswer(number=n, reply=Reply.COMMENT, text="Glad to")))
    found = job(workspace, elena)
    assert (found.wish, found.reason, found.comment) == (date(2027, 4, 2), "fair week", "Glad to")
    assert found.status is AssignmentStatus.PROPOSED


def test_a_newer_packet_makes_the_one_before_stale(workspace: Workspace, elena: int) -> None:
    first = packet(workspace, elena)
    packet(workspace, elena)
    with pytest.raises(RuleBroken, match="stale"):
        packets.preview(workspace, everything(first), today=TODAY)


def test_a_packet_that_was_never_sent_is_unknown(workspace: Workspace, elena: int) -> None:
    page = packets.prepare(workspace, elena, today=TODAY, made=NOW)
    with pytest.raises(RuleBroken, match="no packet"):
        packets.preview(workspace, everything(page), today=TODAY)


def test_what_was_asked_anew_is_refused_alone(workspace: Workspace, elena: int) -> None:
    page = packet(workspace, elena)
    key = (job(workspace, elena).piece_id, elena, SOURCE)
    assignments.edit(workspace, key, due=date(2027, 3, 15))
    found = packets.preview(workspace, everything(page), today=TODAY)
    assert [one.title for one in found.judged.refused] == ["Nine proofs"]
    with pytest.raises(RuleBroken):
        packets.apply(workspace, found, today=TODAY, now=NOW)
    packets.apply(workspace, found, today=TODAY, now=NOW, skip_bad=True)
    assert quotes.bank(workspace)[0].quote.clearance is Clearance.CLEARED


def test_what_changed_after_the_preview_is_looked_at_again(workspace: Workspace, elena: int) -> None:
    found = packets.preview(workspace, everything(packet(workspace, elena)), today=TODAY)
    pieces.create(workspace, "Something else")
    with pytest.raises(StaleEdit):
        packets.apply(workspace, found, today=TODAY, now=NOW)


def test_a_mailed_answer(workspace: Workspace, elena: int) -> None:
    page = packet(workspace, elena)
    n = number(page, AskedKind.QUOTE)
    check = mail_check(page.workspace_uid, page.packet_uid, page.work.person.uid, n, Reply.REFUSE)
    answer = GivenAnswer(number=n, reply=Reply.REFUSE, text="not mine", check=check)
    take(workspace, GivenAnswers(packet_uid=page.packet_uid, answers=(answer,)))
    quote = quotes.bank(workspace)[0].quote
    assert (quote.clearance, quote.reason) == (Clearance.REFUSED, "not mine")


def test_answers_go_to_whoever_makes_it(workspace: Workspace, elena: int) -> None:
    a_person(workspace, "Ana Lind", email="ana@example.org")
    workspace.author = "Ana Lind"
    assert packets.prepare(workspace, elena, today=TODAY, made=NOW).answers_to == "ana@example.org"


def test_a_draft_that_waits_for_their_word_goes_along(workspace: Workspace, elena: int) -> None:
    piece = pieces.create(workspace, "Tariffs", draft="Prices rose.")
    assignments.ask(workspace, piece, elena, AssignmentRole.REVIEWER, today=TODAY)
    assert packets.prepare(workspace, elena, today=TODAY, made=NOW).drafts == {piece: "Prices rose."}


def test_who_is_gone_took_their_packets_along(workspace: Workspace, elena: int) -> None:
    bo = a_person(workspace, "Bo")
    page = packet(workspace, bo)
    lists.remove(workspace, "person", bo)
    with pytest.raises(RuleBroken, match="no packet"):
        packets.preview(workspace, given(page), today=TODAY)
