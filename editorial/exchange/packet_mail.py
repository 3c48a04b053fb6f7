"""Answers to a packet as mail texts: links that write them, and the reading of what comes back."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

from editorial.domain.drafts import without_controls
from editorial.domain.packet import PacketPage, Reply, mail_check
from editorial.domain.packet_answers import GivenAnswer, GivenAnswers, OfferedIdea
from editorial.language import _

SHOWN = 80
"""Letters of a title in a mail: some mail programs take only short links."""
_LINE = re.compile(
    r"#\s*editorial\s+1\s+(?P<packet>[0-9A-Za-z-]{1,64})\s+(?P<number>\d{1,6})\s+(?P<reply>[a-z]{1,10})\s+"
    r"(?P<check>[0-9a-f]{8})\s*#"
)
"""The line that the program reads, the same in every language; mail programs may break it."""
_FIELD = re.compile(r"^[^\[\n]{0,80}\[(day|title|text)\][^:：\n]{0,40}[:：]", re.MULTILINE)
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIELDS: dict[Reply, tuple[str, ...]] = {
    Reply.DECLINE: ("text",),
    Reply.DAY: ("day", "text"),
    Reply.COMMENT: ("text",),
    Reply.REFUSE: ("text",),
    Reply.IDEA: ("title", "text"),
}
"""What the person is to write, by reply."""


def reply_word(reply: Reply) -> str:
    """Return an answer as the button that gives it says it."""
    return {
        Reply.ACCEPT: _("Accept"),
        Reply.DECLINE: _("Decline"),
        Reply.DAY: _("Another day"),
        Reply.COMMENT: _("Comment"),
        Reply.CLEAR: _("You may use it"),
        Reply.REFUSE: _("Please do not use it"),
        Reply.IDEA: _("Send an idea"),
    }[reply]


def answer_link(page: PacketPage, number: int, reply: Reply, title: str) -> str:
    """Return a mailto link whose text, once sent, is read as this answer; number 0 is an idea."""
    subject = f"{_said(reply)}: {_short(title)}" if title else _said(reply)
    body = "\r\n".join((*_written(page, number, reply, title), ""))
    address = quote(page.answers_to, safe="@+-._")
    return f"mailto:{address}?subject={_escaped(subject)}&body={_escaped(body)}"


def _written(page: PacketPage, number: int, reply: Reply, title: str) -> Iterator[str]:
    yield f"{_said(reply)}: “{_short(title)}”" if title else _said(reply)
    yield ""
    for field in _FIELDS.get(reply, ()):
        yield f"{_field_word(reply, field)} [{field}]: "
        yield ""
    check = mail_check(page.workspace_uid, page.packet_uid, page.work.person.uid, number, reply)
    yield f"#editorial 1 {page.packet_uid} {number} {reply.value} {check}#"
    yield _("(Please leave the line above as it is: it says what this answers.)")


def _said(reply: Reply) -> str:
    return {
        Reply.ACCEPT: _("I accept"),
        Reply.DECLINE: _("I decline"),
        Reply.DAY: _("I would like another day"),
        Reply.COMMENT: _("My comment"),
        Reply.CLEAR: _("You may use this quote"),
        Reply.REFUSE: _("Please do not use this quote"),
        Reply.IDEA: _("I have an idea"),
    }[reply]


def _field_word(reply: Reply, field: str) -> str:
    if field == "text":
        return _("Why") if reply is not Reply.IDEA and reply is not Reply.COMMENT else _("What I have to say")
    return _("The day, as year-month-day") if field == "day" else _("The idea in one line")


def _short(title: str) -> str:
    text = " ".join(without_controls(title)[0].split())
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rstrip()}…"


def _escaped(text: str) -> str:
    return quote(text.encode("utf-8", "replace"), safe="")


def answers_of_mail(text: str, claimed: str = "") -> list[GivenAnswers]:
    """Return what a mail text answers, a record for each packet it speaks of; none where it answers nothing.

    What was quoted (`>`) counts as written; a signature and what stands outside the fields does not.
    """
    text = _QUOTED.sub("", without_controls(text)[0].replace("\u00a0", " "))
    found: dict[str, list[GivenAnswer | OfferedIdea]] = {}
    begin = 0
    for line in _LINE.finditer(text):
        said = _fields(text[begin : line.start()])
        begin = line.end()
        if line["reply"] in set(Reply):
            found.setdefault(line["packet"].lower(), []).append(_answer(line, said))
    return [_given(packet, claimed, listed) for packet, listed in found.items()]


def _fields(text: str) -> dict[str, str]:
    """Return what was written after each mark, up to the next one."""
    parts = _FIELD.split(text)
    return {name: said.strip() for name, said in zip(parts[1::2], parts[2::2], strict=True)}


def _answer(line: re.Match[str], said: dict[str, str]) -> GivenAnswer | OfferedIdea:
    reply, text = Reply(line["reply"]), said.get("text", "")
    if reply is Reply.IDEA:
        return OfferedIdea(title=" ".join(said.get("title", "").split()), text=text, check=line["check"])
    day = _day(said.get("day", "")) if reply is Reply.DAY else None
    return GivenAnswer(number=int(line["number"]), reply=reply, day=day, text=text, check=line["check"])


def _day(text: str) -> date | None:
    match = _DAY.search(text)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _given(packet: str, claimed: str, listed: list[GivenAnswer | OfferedIdea]) -> GivenAnswers:
    return GivenAnswers(
        packet_uid=packet,
        claimed=claimed,
        answers=tuple(one for one in listed if isinstance(one, GivenAnswer)),
        ideas=tuple(one for one in listed if isinstance(one, OfferedIdea)),
    )
