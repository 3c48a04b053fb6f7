"""Everyday names of columns: what people call a field in their own tables."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from editorial.domain.drafts import FIELDS, WHOLE_KINDS, DraftKind
from editorial.domain.folding import fold

_PIECES = {
    "id": "piece id; slug; key; reference; ref; uid",
    "title": "headline; content title; post title; article title; piece; topic title; working title; name",
    "angle": "description; summary; abstract; hook; key message; synopsis",
    "date": "published; publish date; publication date; publishing date; go-live; go live date; live date;"
    " date published; post date; planned; planned date; scheduled; scheduled date; schedule date; release date;"
    " week start; week of; week commencing; week beginning; w/c; start; start date; due date; when; launch date",
    "time": "publish time; post time; publication time; time of day; hour",
    "precision": "date precision",
    "published_on": "actual date; actual publish date; went live; went live on; published date actual",
    "kind": "now or next; now/next; aspirational or practical",
    "stage": "buyer stage; buying stage; funnel stage; buyer's stage; journey stage; buyer journey stage; funnel; "
    "customer journey; buyer journey; lifecycle stage",
    "further_stages": "other stages; also serves",
    "segments": "persona; audience; segment; target audience; target group; buyer persona; personas; audiences; "
    "reader; readers; target segment",
    "interest": "topic; topics; theme; category; categories; tag list; tags; subject; keyword; keywords; pillar; "
    "content pillar; interests; reader interest; primary interest",
    "further_interests": "other interests; secondary topics; further topics; subtopics",
    "format": "content type; content format; asset type; post type; media type; type of content; piece type",
    "channel": "platform; platforms; channels; platforms targeted; target platform; target platforms; distribution; "
    "distribution channel; medium; outlet; where; publication channel",
    "campaign": "campaign name; programme; program; initiative",
    "status": "state; progress; workflow status; production status",
    "owner": "responsible; editor; assigned to; assignee; content owner; managed by; lead editor",
    "authors": "author; writer; writers; by; byline; written by; contributor; contributors; author name; author names; "
    "created by",
    "origin": "source; idea from; where from; idea source; suggested by",
    "lead": "issue or offering; led by",
    "url": "url path; link; address; permalink; web address; live url; published url; performance link; page; "
    "path; uri; live link; published link",
    "timely": "topical; newsjacking",
    "exclusive_until": "embargo until; exclusive to",
    "exclusive_because": "why exclusive",
    "evergreen": "is evergreen",
    "review_date": "review on; next review; review by; review",
    "stale_on": "goes stale; goes stale on; expires; expiry date; expiry",
    "insight_belief": "what readers believe",
    "insight_wrong": "what is wrong",
    "insight_cost": "what it costs them",
    "insight_new": "the new way",
    "made_from": "parent; derived from; repurposed from",
    "companion": "companion piece",
    "next_piece": "next; call to action piece",
    "tag": "stage tag",
    "tag_reason": "dispute reason",
    "brief": "content brief; outline",
    "draft": "body; text; content; copy",
    "audit": "audit decision; verdict",
    "notes": "note; comments; comment; remarks",
    "links": "",
    "outside_id": "external id; foreign id",
}
_PEOPLE = {
    "id": "person id; slug; key; reference; ref; uid",
    "name": "full name; person; contact; contact name; expert; display name; author",
    "email": "e-mail; mail; e-mail address; email address",
    "organisation": "organization; company; agency; employer; firm; account",
    "roles": "role; function",
    "segments": "segment; audience; audiences; persona; personas",
    "expertise": "interests; topics; topic; subjects; expert in; areas of expertise; specialty; specialism",
    "capacity": "interviews a month; interviews per month; monthly capacity",
    "notes": "note; comments; comment; remarks; bio",
    "hours_a_quarter": "hours per quarter; hours",
    "readiness": "state of readiness",
    "outside_id": "external id; foreign id",
}
_FIELD_NOTES = {
    "name": "note; field note; what was said; text; quote; line; comment; feedback; what we heard; said; message",
    "day": "date; on; heard on; when; date heard; day heard; created; timestamp",
    "person": "heard by; salesperson; sales rep; rep; who; from; by; seller; account manager; sales person; noted by",
    "segment": "audience; segments; persona; target segment",
    "interest": "topic; theme; interests; topics; subject",
    "account": "company; customer; client; organisation; organization; account name; prospect",
    "context": "what lies behind it; background; wider context",
    "source": "where; event; channel; occasion",
    "notes": "remarks; further notes; details",
}
_SYNONYMS = {DraftKind.PIECES: _PIECES, DraftKind.PEOPLE: _PEOPLE, DraftKind.FIELD_NOTES: _FIELD_NOTES}

PRECISE_TO_WEEK = frozenset({"weekstart", "weekof", "weekcommencing", "weekbeginning", "w/c"})
"""Headings of a date column that tell only the week."""

_BETWEEN_WORDS = re.compile(r"[\s_\-]+")


def squeezed(heading: str) -> str:
    """Return a heading without regard to case, accents, spaces, `_` and `-`."""
    return _BETWEEN_WORDS.sub("", fold(heading))


@cache
def names_of(kind: DraftKind) -> Mapping[str, tuple[str, float]]:
    """Return every known heading, squeezed, with its field and how sure the reading is (1 for the field's own name)."""
    names: dict[str, tuple[str, float]] = {}
    for field, everyday in _SYNONYMS[kind].items():
        for name in filter(None, everyday.split(";")):
            names[squeezed(name.strip())] = (field, 0.95)
    for field in FIELDS[kind]:
        names[squeezed(field)] = (field, 1.0)
    return names


def recognised(cells: Iterable[Any], named: frozenset[str] = frozenset()) -> int:
    """Return how many different cells are headings known for pieces or people, or named by the user.

    The words of field notes are too common to tell headings by.
    """
    texts = {squeezed(cell) for cell in cells if isinstance(cell, str) and 0 < len(cell) <= 60}
    return sum(text in named or any(text in names_of(kind) for kind in WHOLE_KINDS) for text in texts)
