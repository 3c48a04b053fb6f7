"""What a packet asks, and which answers can be taken."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.packet import Asked, Reply, asked_from, asked_of, mail_check, question_lines
from editorial.domain.packet_answers import (
    GivenAnswer,
    GivenAnswers,
    Judged,
    OfferedIdea,
    SentPacket,
    judge,
    standing_of,
)
from editorial.domain.vocabulary import AssignmentStatus
from tests.domain.packets import (
    COST,
    ELENA,
    FIRST_QUOTE,
    NINE,
    PACKET,
    PRICING,
    QUESTIONS,
    TALK,
    TODAY,
    WORKSPACE,
    some_work,
)

SENT = SentPacket(
    uid=PACKET,
    person_uid=ELENA,
    person="Elena Ruiz",
    made=datetime(2027, 3, 9, 9, tzinfo=UTC),
    asked=asked_of(some_work()),
)
CHANGED = "What was asked has changed since the packet was made; ask again with a new one."


def judged(*answers: GivenAnswer, packet: SentPacket | None = SENT, now: Any = None, **fields: Any) -> Judged:
    told: dict[str, Any] = {"packet_uid": PACKET, "workspace_uid": WORKSPACE, "person_uid": ELENA, "answers": answers}
    known = fields.pop("known_ideas", ())
    standing = standing_of(some_work()) if now is None else now
    given = GivenAnswers(**told | fields)
    return judge(given, packet, workspace_uid=WORKSPACE, today=TODAY, now=standing, known_ideas=known)


def answer(number: int, reply: Reply, text: str = "", day: date | None = None, check: str = "") -> GivenAnswer:
    return GivenAnswer(number=number, reply=reply, text=text, day=day, check=check)


def reasons(found: Judged) -> list[str]:
    return [one.reason for one in found.refused]


def test_a_packet_asks_what_waits_for_a_word() -> None:
    assert [(one.kind.value, one.title) for one in SENT.asked] == [
        ("interview", "Who owns the robot’s mistakes?"),
        ("assignment", "Nine proofs a buyer needs"),
        ("assignment", "Why cost programs rebound"),
        ("assignment", "Pricing after tariffs"),
        ("quote", "Nobody owned it."),
        ("quote", "The robot was right."),
    ]


def test_what_was_asked_is_kept_as_a_document() -> None:
    assert tuple(asked_from(one.document()) for one in SENT.asked) == SENT.asked


def test_questions_lose_the_marks_of_their_list() -> None:
    assert question_lines(QUESTIONS)[1] == "Where did it go wrong first, and who noticed?"
    assert question_lines("# For Elena\n\n- One?\n2026 was it?") == ("For Elena", "One?", "2026 was it?")


def test_answers_are_taken() -> None:
    told = (
        answer(TALK, Reply.ACCEPT),
        answer(NINE, Reply.DECLINE, "No data."),
        answer(COST, Reply.DAY, day=date(2027, 4, 2)),
        answer(PRICING, Reply.COMMENT, "On it."),
        answer(FIRST_QUOTE, Reply.CLEAR),
    )
    found = judged(*told, ideas=(OfferedIdea(title="Robots at night"),), claimed="E. Ruiz")
    assert tuple(one.answer for one in found.taken) == told
    assert (found.claimed, found.person, found.refused, found.changes) == ("E. Ruiz", "Elena Ruiz", (), 6)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"workspace_uid": "another"}, "These answers are for another workspace."),
        ({"person_uid": "another"}, "These answers come from somebody for whom the packet was not made."),
        ({"packet": None}, "These answers belong to no packet of this workspace."),
        ({"packet": None, "workspace_uid": "another"}, "These answers are for another workspace."),
        ({"packet_uid": "another"}, "These answers belong to another packet."),
    ],
)
def test_answers_to_something_else_are_refused_as_a_whole(fields: dict[str, Any], said: str) -> None:
    found = judged(answer(NINE, Reply.ACCEPT), **fields)
    assert (found.refusal, found.changes) == (said, 0)


def test_answers_to_a_replaced_packet_are_stale() -> None:
    found = judged(answer(NINE, Reply.ACCEPT), packet=replace(SENT, replaced_on=TODAY))
    assert found.refusal == (
        "These answers are stale: a newer packet was made for Elena Ruiz on 10 March 2027. Ask them to answer that one."
    )


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (answer(0, Reply.ACCEPT), "The packet did not ask this."),
        (answer(99, Reply.ACCEPT), "The packet did not ask this."),
        (answer(FIRST_QUOTE, Reply.ACCEPT), "The packet did not ask this."),
        (answer(PRICING, Reply.ACCEPT), "The packet did not ask this."),
        (answer(NINE, Reply.CLEAR), "The packet did not ask this."),
        (answer(NINE, Reply.DECLINE, " "), "A no needs a reason, so that the next person can be asked."),
        (answer(NINE, Reply.COMMENT, ""), "The comment is empty."),
        (answer(NINE, Reply.DAY), "Another day needs a day from today on."),
        (answer(NINE, Reply.DAY, day=date(2027, 3, 9)), "Another day needs a day from today on."),
        (answer(NINE, Reply.ACCEPT, "x" * 10_001), "The text is far too long."),
    ],
)
def test_what_cannot_be_taken_says_why(told: GivenAnswer, said: str) -> None:
    found = judged(told)
    assert (reasons(found), found.changes) == ([said], 0)


def test_another_day_or_text_makes_an_answer_stale() -> None:
    moved = some_work()
    moved = replace(moved, asked=tuple(replace(one, due=date(2027, 5, 1)) for one in moved.asked))
    assert reasons(judged(answer(NINE, Reply.ACCEPT), now=standing_of(moved))) == [CHANGED]


def test_what_is_gone_is_no_longer_asked() -> None:
    assert reasons(judged(answer(NINE, Reply.ACCEPT), now={})) == ["This is no longer asked of them."]


def test_a_second_decision_on_the_same_thing_is_refused_a_comment_is_not() -> None:
    told = (answer(NINE, Reply.ACCEPT), answer(NINE, Reply.DECLINE, "No."), answer(NINE, Reply.COMMENT, "Gladly."))
    found = judged(*told)
    assert ([one.answer for one in found.taken], reasons(found)) == (
        [told[0], told[2]],
        ["This was answered twice; the first answer counts."],
    )


def test_what_is_so_already_changes_nothing() -> None:
    now = {
        key: replace(one, status=AssignmentStatus.ACCEPTED, text="")
        for key, one in standing_of(some_work()).items()
    }  # fmt: skip
    found = judged(answer(NINE, Reply.ACCEPT), ideas=(OfferedIdea(title="robots "),), known_ideas=["Robots"], now=now)
    assert (found.changes, found.unchanged, found.refused) == (0, 2, ())


def test_a_mailed_answer_needs_its_own_check() -> None:
    right = mail_check(WORKSPACE, PACKET, ELENA, NINE, Reply.ACCEPT)
    mailed: dict[str, Any] = {"workspace_uid": "", "person_uid": ""}
    assert judged(answer(NINE, Reply.ACCEPT, check=right), **mailed).changes == 1
    found = judged(answer(COST, Reply.ACCEPT, check=right), **mailed)
    assert reasons(found) == ["The line that the program reads was changed, or it is for another workspace."]


ANYTHING = st.builds(
    GivenAnswer,
    number=st.integers(-2, 9),
    reply=st.sampled_from(Reply),
    day=st.none() | st.dates(),
    text=st.text(max_size=20),
)


@given(st.lists(ANYTHING, max_size=12))
def test_an_answer_answers_only_what_was_asked(answers: list[GivenAnswer]) -> None:
    found = judged(*answers)
    assert len(found.taken) + len(found.refused) + found.unchanged == len(answers)
    for one in found.taken:
        assert SENT.asked[one.answer.number - 1] is one.asked
        assert one.answer.reply in one.asked.replies


@given(st.sampled_from(SENT.asked), st.text(max_size=16))
def test_only_the_same_fingerprint_is_not_stale(asked: Asked, stands: str) -> None:
    standing = standing_of(some_work())
    now = standing | {asked.key: replace(standing[asked.key], stands=stands)}
    number = SENT.asked.index(asked) + 1
    found = judged(answer(number, asked.replies[-1], "Why."), now=now)
    assert reasons(found) == ([] if stands == asked.stands else [CHANGED])
