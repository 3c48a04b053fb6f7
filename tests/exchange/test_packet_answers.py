"""What comes back for a packet is read as it was given, or refused in one sentence."""

import json
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.packet import Reply
from editorial.domain.packet_answers import GivenAnswer, GivenAnswers, OfferedIdea, SentPacket, judge, standing_of
from editorial.errors import BadFile
from editorial.exchange.packet_answers import answers_of_text, checksum_of, packet_answers, read_packet_answers
from editorial.exchange.packet_html import packet_html
from editorial.exchange.packet_mail import answer_link
from tests.domain.packets import ELENA, NINE, PACKET, TALK, TODAY, WORKSPACE, a_page, some_work

ANSWER = {"number": NINE, "reply": "decline", "day": "", "text": "Not “my” field.\nAsk Bo."}


def a_file(**fields: Any) -> bytes:
    document: dict[str, Any] = {"editorial": "answers to a packet", "version": 1, "workspace": WORKSPACE}
    document |= {"packet": PACKET, "person": ELENA, "name": "Elena Ruiz", "at": "2027-03-10T10:42"}
    document |= {"answers": [ANSWER], "ideas": [{"title": "Robots", "text": ""}]} | fields
    return json.dumps(document | {"checksum": checksum_of(document)}, indent=1).encode()


def mail_text(number: int, reply: Reply, **written: str) -> str:
    """Return what a mail link writes, with its fields filled in."""
    link = urlsplit(answer_link(a_page(), number, reply, "Nine proofs"))
    text = parse_qs(link.query)["body"][0]
    for field, said in written.items():
        head, mark, rest = text.partition(f"[{field}]: ")
        text = head + mark + said + rest
    return text


def saved_mail(text: str = "", attached: bytes = b"") -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Elena Ruiz <elena@halyard.example>", "ana@halyard.example", "Re: yes"
    mail.set_content(text or "Here it is.", cte="quoted-printable")
    if attached:
        mail.add_attachment(attached, maintype="application", subtype="json", filename="answer.json")
    return mail.as_bytes()


def test_a_file_carries_back(tmp_path: Path) -> None:
    path = tmp_path / "answer.json"
    path.write_bytes(a_file())
    assert read_packet_answers(path) == GivenAnswers(
        packet_uid=PACKET,
        workspace_uid=WORKSPACE,
        person_uid=ELENA,
        claimed="Elena Ruiz",
        answers=(GivenAnswer(number=NINE, reply=Reply.DECLINE, text="Not “my” field.\nAsk Bo."),),
        ideas=(OfferedIdea(title="Robots"),),
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (a_file().replace(b"decline", b"accept"), "it is not as the page saved it"),
        (a_file()[:-20], "it is not as the page saved it"),
        (a_file(answers=[ANSWER | {"day": "soon"}]), "it is not as the page saved it"),
        (a_file(answers=[ANSWER | {"number": True}]), "it is not as the page saved it"),
        (a_file(answers=[ANSWER | {"reply": "burn"}]), "it is not as the page saved it"),
        (a_file(packet=""), "it is not as the page saved it"),
        (a_file(version=2), "newer version of Editorial"),
        (a_file(editorial="something"), "holds no answers to a packet"),
        (b'{"a": NaN}', "it is not as the page saved it"),
        (b'{"a": 1, "a": 2}', "it is not as the page saved it"),
        (b"{" * 100_000, "it is not as the page saved it"),
        (b"hello", "holds no answers to a packet"),
        (b"", "holds no answers to a packet"),
        (b"PK\x03\x04", "holds no answers to a packet"),
        (b"\xd0\xcf\x11\xe0", "a message of Outlook"),
    ],
)
def test_files_that_are_not_as_saved_are_refused(data: bytes, said: str) -> None:
    with pytest.raises(BadFile, match=said):
        packet_answers(data, "answer.json")


@given(st.data())
def test_a_file_that_was_changed_anywhere_never_gets_through(data: st.DataObject) -> None:
    whole = a_file()
    at = data.draw(st.integers(0, len(whole) - 1))
    cut = data.draw(st.integers(0, 3))
    changed = whole[:at] + data.draw(st.binary(max_size=3)) + whole[at + cut :]
    try:
        found = packet_answers(changed, "answer.json")
    except BadFile:
        return
    assert found == packet_answers(whole, "answer.json")


@given(st.text(max_size=40), st.text(max_size=40))
def test_texts_of_any_kind_keep_their_checksum(name: str, text: str) -> None:
    told = [ANSWER | {"text": text.encode("utf-8", "replace").decode()}]
    assert packet_answers(a_file(name=name.encode("utf-8", "replace").decode(), answers=told), "a").answers


def test_a_mailed_yes_is_read() -> None:
    found = answers_of_text(mail_text(TALK, Reply.ACCEPT))
    assert (found.packet_uid, [(one.number, one.reply) for one in found.answers]) == (PACKET, [(TALK, Reply.ACCEPT)])


def test_a_mailed_no_has_its_reason() -> None:
    found = answers_of_text(mail_text(NINE, Reply.DECLINE, text="Not my field.\nAsk Bo.") + "\n-- \nElena\n")
    assert found.answers[0].text == "Not my field.\nAsk Bo."


def test_a_mailed_day_is_read() -> None:
    found = answers_of_text(mail_text(NINE, Reply.DAY, day="2027-04-02", text="Away."))
    assert (found.answers[0].day, found.answers[0].text) == (date(2027, 4, 2), "Away.")


def test_a_mailed_idea_is_read() -> None:
    found = answers_of_text(mail_text(0, Reply.IDEA, title="Robots at night", text="They hum."))
    assert [(idea.title, idea.text) for idea in found.ideas] == [("Robots at night", "They hum.")]


@pytest.mark.parametrize(
    "as_programs_do",
    [
        lambda text: "".join(f"> {line}\n" for line in text.splitlines()),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(f"{PACKET} ", f"{PACKET}\r\n"),
        lambda text: "Dear Ana,\n\n" + text.replace("\n", "\r\n"),
    ],
)
def test_what_mail_programs_do_to_a_text_is_undone(as_programs_do: Callable[[str], str]) -> None:
    found = answers_of_text(as_programs_do(mail_text(NINE, Reply.DECLINE, text="Not mine.")))
    assert (found.answers[0].reply, found.answers[0].text) == (Reply.DECLINE, "Not mine.")


def test_several_answers_in_one_text() -> None:
    text = mail_text(TALK, Reply.ACCEPT) + mail_text(NINE, Reply.COMMENT, text="Gladly.")
    assert [(one.number, one.text) for one in answers_of_text(text).answers] == [(TALK, ""), (NINE, "Gladly.")]


def test_a_saved_mail_says_who_sent_it() -> None:
    found = packet_answers(saved_mail(mail_text(NINE, Reply.DECLINE, text="Größe “zu” viel.")), "mail.eml")
    assert (found.claimed, found.answers[0].text) == ("Elena Ruiz <elena@halyard.example>", "Größe “zu” viel.")


def test_a_saved_mail_with_the_answer_file() -> None:
    assert packet_answers(saved_mail(attached=a_file()), "mail.eml") == packet_answers(a_file(), "answer.json")


def test_a_mail_that_is_a_page_alone_is_read() -> None:
    mail = EmailMessage()
    mail["From"] = "elena@halyard.example"
    text = escape(mail_text(NINE, Reply.DECLINE, text="Not “mine” & never."))
    lines = "".join(f"<div>{line}</div>" for line in text.splitlines())
    mail.set_content(f"<html><style>p {{}}</style>{lines}</html>", subtype="html")
    assert packet_answers(mail.as_bytes(), "mail.eml").answers[0].text == "Not “mine” & never."


def test_long_texts_that_look_like_headings_are_read_at_once() -> None:
    text = "a: b\r\n" * 20_000 + mail_text(TALK, Reply.ACCEPT)
    assert packet_answers(text.encode(), "mail.txt").answers[0].number == TALK


def test_mails_to_several_packets_are_refused() -> None:
    other = mail_text(TALK, Reply.ACCEPT).replace(PACKET, PACKET.replace("0195", "0196"))
    with pytest.raises(BadFile, match="several packets"):
        answers_of_text(mail_text(TALK, Reply.ACCEPT) + other)


@given(st.binary(max_size=300))
def test_rubbish_is_refused(data: bytes) -> None:
    with pytest.raises(BadFile):
        packet_answers(data, "a")


@given(st.data())
def test_a_mail_whose_line_was_changed_answers_nothing_else(data: st.DataObject) -> None:
    text = mail_text(NINE, Reply.ACCEPT)
    begin = text.index("#editorial")
    at = data.draw(st.integers(begin, text.index("#", begin + 1)))
    changed = text[:at] + data.draw(st.sampled_from("0123456789abcdef -#")) + text[at + 1 :]
    sent = SentPacket(
        uid=PACKET, person_uid=ELENA, person="Elena", made=a_page().made, asked=a_page().asked
    )  # fmt: skip
    try:
        told = answers_of_text(changed)
    except BadFile:
        return
    found = judge(told, sent, workspace_uid=WORKSPACE, today=TODAY, now=standing_of(some_work()))
    assert [(one.answer.number, one.answer.reply) for one in found.taken] in ([], [(NINE, Reply.ACCEPT)])


def test_the_page_is_as_it_was_reviewed(golden: Callable[[str, bytes], None]) -> None:
    golden("packet.html", packet_html(a_page()).encode())
