"""What the word in a status column means, and which status a row without one gets."""

from collections.abc import Iterable
from datetime import date

from editorial.domain.folding import fold
from editorial.domain.records import Status
from editorial.domain.vocabulary import Phase

_DONE = frozenset("done complete completed finished".split())
_PENDING = frozenset("pending planned todo open new backlog notstarted upcoming queued tbd".split())
_PHASES = {
    Phase.IDEA: "idea proposed proposal pitch pitched brainstorm suggestion",
    Phase.PRODUCTION: "approved assigned started inprogress progress wip doing drafted draft drafting writing written "
    "inproduction production briefed interviewing inreview review reviewing editing editorial edited",
    Phase.READY: "ready final scheduled approvedforpublication readytopublish readytopost toschedule",
    Phase.PUBLISHED: "published live posted sent released wentlive",
    Phase.PARKED: "onhold hold paused parked dropped cancelled canceled rejected killed archived postponed",
}
_PHASE_OF = {word: phase for phase, words in _PHASES.items() for word in words.split()}
_NEAR = {
    "draft": "drafting",
    "drafted": "drafting",
    "writing": "drafting",
    "written": "inreview",
    "review": "inreview",
    "reviewing": "inreview",
    "hold": "onhold",
    "paused": "onhold",
    "postponed": "onhold",
    "cancelled": "dropped",
    "canceled": "dropped",
    "rejected": "dropped",
    "killed": "dropped",
    "idea": "idea",
}
"""Everyday words that stand for one status of its phase, where the team has a status of that name."""


def _plain(word: str) -> str:
    return "".join(letter for letter in fold(word) if letter.isalnum())


def first_of(phase: Phase, statuses: Iterable[Status]) -> Status | None:
    """Return the first status of a phase, or None."""
    return next((status for status in statuses if status.phase is phase), None)


def status_of_row(day: date | None, today: date, statuses: Iterable[Status]) -> Status | None:
    """Return the status of a row without one: no date, idea; a day to come, production; otherwise published."""
    phase = Phase.IDEA if day is None else Phase.PRODUCTION if day > today else Phase.PUBLISHED
    listed = list(statuses)
    return first_of(phase, listed) or (listed[0] if listed else None)


def named_status(word: str, statuses: Iterable[Status]) -> Status | None:
    """Return the status of this very name; letter case, spaces and hyphens make no difference."""
    plain = _plain(word)
    return next((status for status in statuses if _plain(status.name) == plain and plain), None)


def everyday_status(word: str, day: date | None, today: date, statuses: Iterable[Status]) -> Status | None:
    """Return the status that an everyday word means, or None.

    *Done* means published where the day has come or there is none, else ready. *Pending* means in production where
    there is a day, else an idea.
    """
    plain, listed = _plain(word), list(statuses)
    if plain in _DONE:
        to_come = day is not None and day > today
        return (first_of(Phase.READY, listed) if to_come else None) or first_of(Phase.PUBLISHED, listed)
    if plain in _PENDING:
        return first_of(Phase.IDEA if day is None else Phase.PRODUCTION, listed)
    phase = _PHASE_OF.get(plain)
    if phase is None:
        return None
    of_phase = [status for status in listed if status.phase is phase]
    near = [status for status in of_phase if _plain(status.name) == _NEAR.get(plain)]
    return next(iter(near or of_phase), None)
