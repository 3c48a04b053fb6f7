"""What comes back for a packet: the answer file its page saved, or mail texts, alone or as saved mails."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from html import unescape
from pathlib import Path
from typing import Any, TypeVar

from editorial.domain.drafts import one_line, without_controls
from editorial.domain.packet import Reply
from editorial.domain.packet_answers import GivenAnswer, GivenAnswers, OfferedIdea
from editorial.errors import BadFile
from editorial.exchange.packet_mail import answers_of_mail
from editorial.exchange.plain_text import plain_text
from editorial.exchange.tables import read_bytes
from editorial.language import _

Read = TypeVar("Read")
MOST_BYTES = 20_000_000
MOST_ANSWERS = 2000
FORM, VERSION = "answers to a packet", 1
_OUTLOOK = b"\xd0\xcf\x11\xe0"
_BREAK = re.compile(r"(?i)<(?:br|/p|/div|/tr|/li)\b[^>]*>")
_TAG = re.compile(r"(?s)<style.*?</style>|<[^>]*>")
_MAIL = re.compile(
    rb"(?i)\A(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?(?:mime-version|received|message-id|from):"
)


def read_packet_answers(path: Path) -> GivenAnswers:
    """Read an answer file, a saved mail with one attached, or a mail text. Raises BadFile with one sentence."""
    data = read_bytes(path)
    if len(data) > MOST_BYTES:
        raise BadFile(_("{name} is larger than 20 MB; answers to a packet are small.").format(name=path.name))
    return packet_answers(data, path.name)


def packet_answers(data: bytes, name: str) -> GivenAnswers:
    """Read what `read_packet_answers` reads, from its bytes."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _from_file(data, name)
    if _MAIL.match(data):
        return _from_saved_mail(data, name)
    if data.startswith(_OUTLOOK):
        raise BadFile(_("{name} is a message of Outlook: save it as text, or paste its text.").format(name=name))
    try:
        text = plain_text(data, name)
    except BadFile as error:
        raise BadFile(_("{name} holds no answers to a packet.").format(name=name)) from error
    return answers_of_text(text, name)


def answers_of_text(text: str, name: str = "", claimed: str = "") -> GivenAnswers:
    """Read a mail text, pasted for instance. Raises BadFile where it answers nothing, or several packets."""
    found = answers_of_mail(text, claimed)
    if not found:
        said = _("{name} holds no answers to a packet.") if name else _("This text holds no answers to a packet.")
        raise BadFile(said.format(name=name))
    if len(found) > 1:
        raise BadFile(_("These mails answer several packets; take them in one after the other."))
    return found[0]


def _from_saved_mail(data: bytes, name: str) -> GivenAnswers:
    """Read a saved mail: the answer file attached to it, else its text; who sent it is what its heading says."""
    try:
        mail = message_from_bytes(data, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        for part in mail.iter_attachments():
            if str(part.get_filename() or "").lower().endswith(".json"):
                return _from_file(_content(part), str(part.get_filename()))
        text = _body(mail)
        sender = one_line(str(mail.get("from", "")))
    except (MessageError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise BadFile(_("{name} is damaged: it cannot be read as a mail.").format(name=name)) from error
    return answers_of_text(text, name, sender[:200])


def _body(mail: EmailMessage) -> str:
    """Return the text of a mail; of one that has only a page, what the page says."""
    if (body := mail.get_body(("plain", "html"))) is None:
        return ""
    text = str(body.get_content())
    if body.get_content_type() != "text/html":
        return text
    return unescape(_TAG.sub("", _BREAK.sub("\n", " ".join(text.split()))))


def _content(part: Any) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _from_file(data: bytes, name: str) -> GivenAnswers:
    damaged = BadFile(_("{name} is damaged: it is not as the page saved it. Ask for it once more.").format(name=name))
    try:
        document = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise damaged from error
    if not isinstance(document, dict) or document.get("editorial") != FORM:
        raise BadFile(_("{name} holds no answers to a packet.").format(name=name))
    checksum = document.pop("checksum", None)
    if checksum != checksum_of(document):
        raise damaged
    if document.get("version") != VERSION:
        raise BadFile(_("{name} was made by a newer version of Editorial.").format(name=name))
    try:
        return _given(document)
    except (ValueError, TypeError, KeyError) as error:
        raise damaged from error


def checksum_of(document: Mapping[str, Any]) -> str:
    """Return the checksum of an answer file: SHA-256 of its JSON as browsers write it, in the order of its keys."""
    written = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    listed = list(pairs)
    found = dict(listed)
    if len(found) != len(listed):
        raise ValueError("a key twice")
    return found


def _no_number(word: str) -> None:
    raise ValueError(word)


def _given(document: Mapping[str, Any]) -> GivenAnswers:
    return GivenAnswers(
        packet_uid=_uid(document["packet"]),
        workspace_uid=_uid(document["workspace"]),
        person_uid=_uid(document["person"]),
        claimed=one_line(_text(document["name"]))[:200],
        answers=_listed(document["answers"], _answer),
        ideas=_listed(document["ideas"], _idea),
    )


def _listed(written: Any, read: Callable[[Any], Read]) -> tuple[Read, ...]:
    if not isinstance(written, list) or len(written) > MOST_ANSWERS:
        raise TypeError
    return tuple(read(one) for one in written)


def _answer(written: Any) -> GivenAnswer:
    number, day, reply = written["number"], _text(written["day"]), Reply(written["reply"])
    if type(number) is not int or reply is Reply.IDEA:
        raise TypeError
    return GivenAnswer(
        number=number,
        reply=reply,
        day=date.fromisoformat(day) if day else None,
        text=_text(written["text"]),
    )


def _idea(written: Any) -> OfferedIdea:
    return OfferedIdea(title=one_line(_text(written["title"])), text=_text(written["text"]))


def _text(written: Any) -> str:
    if not isinstance(written, str):
        raise TypeError
    return without_controls(written)[0].strip()


def _uid(written: Any) -> str:
    if not isinstance(written, str) or not written:
        raise TypeError
    return written
