"""A packet as one HTML file: it needs nothing else, reads in full without scripts, and saves what was answered."""

import base64
import hashlib
from pathlib import Path

from editorial.domain.drafts import without_controls
from editorial.domain.packet import PacketPage, Reply
from editorial.domain.spoken import spoken_day
from editorial.exchange.markup import Content, Markup, element, joined, words
from editorial.exchange.packet_mail import answer_link, reply_word
from editorial.exchange.packet_parts import came_part, interview_part, items_part, load_part, quotes_part
from editorial.exchange.whole_file import write_whole
from editorial.language import _, direction, tag
from editorial.locations import resources

POLICY = (
    "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'"
)


def write_packet(page: PacketPage, path: Path) -> None:
    """Write the page whole or not at all. Raises BadFile where it cannot be written."""
    write_whole(path, packet_html(page).encode("utf-8", "replace"))


def packet_html(page: PacketPage) -> str:
    """Return the page. Its script and its style are ours, hold no data, and are the only ones a browser may use."""
    style, script = _resource("packet.css"), _resource("packet.js")
    policy = POLICY.format(style=_digest(style), script=_digest(script))
    head = element(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup('<meta name="referrer" content="no-referrer">'),
        element("title", f"{_clean(page.work.person.name)} – {_clean(page.workspace)}"),
        element("style", Markup(style)),
    )
    body = element("body", _top(page), _main(page), _bar(page), element("script", Markup(script)))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang=tag(), dir=direction())}\n"


def answer_file_name(page: PacketPage) -> str:
    """Return what the answer file is called when the browser saves it."""
    name = "".join(letter if letter.isalnum() else "-" for letter in page.work.person.name)[:40].strip("-").lower()
    return f"answer-{name or 'packet'}-{page.work.today.isoformat()}.json"


def _resource(name: str) -> str:
    return (resources() / "packet" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _top(page: PacketPage) -> Markup:
    made = _("as of {day}").format(day=spoken_day(page.work.today))
    lead = _(
        "What is asked of you, by when, and what came of it. Answer here: with *Save my answers* the browser makes a "
        "small file; send it back by mail. Nothing is sent by itself."
    ).replace("*", "")
    plain = _("What is asked of you, by when, and what came of it. Each answer is a link that writes a mail.")
    return element(
        "header",
        element("h1", words(_clean(page.work.person.name))),
        element("p", words(_clean(page.workspace)), f" · {made}", class_="muted"),
        element("p", lead, class_="muted reply"),
        element("p", plain, class_="muted mail"),
    )


def _main(page: PacketPage) -> Markup:
    left = [interview_part(page), items_part(page, owed=True), quotes_part(page)]
    right = [items_part(page, owed=False), load_part(page), came_part(page), _idea(page)]
    return element(
        "main",
        element("div", *left, class_="column"),
        element("div", *right, class_="column"),
        data_workspace=page.workspace_uid,
        data_packet=page.packet_uid,
        data_person=page.work.person.uid,
    )


def _idea(page: PacketPage) -> Markup:
    fields = element(
        "div",
        _field(_("The idea in one line"), Markup('<input type="text" dir="auto" maxlength="500">')),
        _field(_("What lies behind it"), Markup('<textarea dir="auto" maxlength="10000"></textarea>')),
        class_="idea",
    )
    link = element("a", reply_word(Reply.IDEA), href=answer_link(page, 0, Reply.IDEA, ""))
    return element(
        "section",
        element("h2", _("I have an idea")),
        element(
            "p", _("Something you see that readers should know, a question customers keep asking."), class_="muted"
        ),
        element("p", link, class_="mail"),
        element(
            "div",
            element("div", fields, class_="ideas"),
            element("button", _("Another idea"), type="button", class_="another more"),
            class_="reply",
        ),
    )


def _field(name: str, control: Markup) -> Markup:
    return element("label", element("span", name), control, class_="field")


def _bar(page: PacketPage) -> Markup:
    """Return the line that saves the answers; without a script it stays hidden, and answers go by mail."""
    name = Markup(f'<input type="text" dir="auto" autocomplete="name" value="{joined(_clean(page.work.person.name))}">')
    inside: list[Content] = [
        element("p", role="status"),
        element("label", element("span", _("Your name")), name),
        element("button", _("Save my answers"), type="button", class_="main"),
    ]
    to = _("Send it to {address}.").format(address=page.answers_to) if page.answers_to else _("Send it back by mail.")
    return element(
        "div",
        element("div", *inside),
        class_="bar",
        hidden="",
        data_progress=_("{n} of {all} answered"),
        data_free=_("Nothing waits for an answer; an idea is welcome."),
        data_nothing=_("Nothing is answered yet."),
        data_day=_("Choose a day from today on."),
        data_untitled=_("Give the idea a line of its own."),
        data_saved=f"{_('The answers are in a small file among your downloads.')} {to}",
        data_file=answer_file_name(page),
    )


def _clean(text: str) -> str:
    return without_controls(text)[0]
