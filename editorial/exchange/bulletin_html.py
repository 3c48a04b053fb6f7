"""The bulletin of answer cards as one HTML page that needs nothing else: no script, no font, no picture to load."""

import base64
import hashlib
from collections.abc import Iterator

from editorial.domain.bulletin import (
    Bulletin,
    BulletinCard,
    BulletinSource,
    bulletin_foot,
    bulletin_lead,
    bulletin_title,
)
from editorial.exchange.markup import Content, Markup, element, joined, words
from editorial.locations import resources

POLICY = "default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"


def bulletin_html(told: Bulletin) -> str:
    """Return the page."""
    style = (resources() / "letters" / "bulletin.css").read_text(encoding="utf-8")
    policy = POLICY.format(style=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode())
    title = bulletin_title(told)
    head = element(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup('<meta name="referrer" content="no-referrer">'),
        element("title", f"{title} – {told.workspace}"),
        element("style", Markup(style)),
    )
    top = element(
        "header",
        element("p", words(told.workspace), class_="eyebrow"),
        element("h1", title),
        element("p", bulletin_lead(told), class_="muted"),
    )
    groups = [_group(name, cards) for name, cards in told.groups]
    body = element("body", top, element("main", *groups), element("footer", bulletin_foot(told), class_="muted"))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def _group(name: str, cards: tuple[BulletinCard, ...]) -> Markup:
    return element("section", element("h2", words(name)), *(element("article", *_card(card)) for card in cards))


def _card(card: BulletinCard) -> Iterator[Content]:
    yield element("h3", words(card.claim))
    said = [part for part in (card.interest, card.day, card.expires) if part]
    yield element("p", *(_apart(part, n) for n, part in enumerate(said)), class_="muted")
    if card.sources:
        yield element("ul", *(element("li", _source(one)) for one in card.sources))
    if card.warning:
        yield element("p", card.warning, class_="warning")


def _source(source: BulletinSource) -> Markup:
    said = words(source.text)
    name = element("a", said, href=source.address, rel="noreferrer") if source.address else said
    return joined(name, _apart(source.day, 1)) if source.day else name


def _apart(part: str, n: int) -> Markup:
    """Return a part of a line; what is written from right to left leaves the parts beside it whole."""
    return joined(" · " if n else "", words(part))
