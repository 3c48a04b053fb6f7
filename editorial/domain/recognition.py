"""What came of what a person gave: the pieces, and in how many ways they had a part in each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from editorial.domain.records import Entry, Person
from editorial.language import _


class Way(StrEnum):
    """How somebody had a part in a piece, in the order in which it is told."""

    IDEA = "idea"
    AUTHOR = "author"
    SOURCE = "source"
    SPEAKER = "speaker"
    INTERVIEW = "interview"
    QUOTE = "quote"
    REVIEWER = "reviewer"
    APPROVER = "approver"
    DESIGNER = "designer"


@dataclass(frozen=True, slots=True)
class Contribution:
    """A piece in which a person had a part."""

    piece: Entry
    url: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a person gave between two days, and what came of it."""

    person: Person
    first: date | None
    last: date | None
    published: tuple[Contribution, ...]
    """Pieces that came out, the newest first."""
    ahead: tuple[Contribution, ...]
    """Pieces on their way, the soonest first, then ideas."""
    interviews: int
    """Interviews held with them."""
    quotes: int
    """Quotes of theirs that they cleared."""
    ideas: int
    """Ideas they gave."""
    quality: float | None
    """How good their ideas turned out, 1…5 on average; None where nobody said."""

    @property
    def is_empty(self) -> bool:
        return not (self.published or self.ahead or self.interviews or self.quotes or self.ideas)


def contributions(
    ways: Mapping[int, Iterable[Way]], pieces: Iterable[Entry], urls: Mapping[int, str]
) -> tuple[Contribution, ...]:
    """Return the pieces with the ways in which somebody had a part in them, the newest first, ideas last."""
    order = list(Way)
    found = [
        Contribution(piece, urls.get(piece.id, ""), tuple(sorted(set(ways[piece.id]), key=order.index)))
        for piece in pieces
        if piece.id in ways
    ]
    return tuple(sorted(found, key=lambda one: (one.piece.day or date.min, one.piece.id), reverse=True))


def way_word(way: Way, *, ahead: bool = False) -> str:
    """Return what somebody did for a piece in a word or two; nobody has written yet what is on its way."""
    if ahead and way is Way.AUTHOR:
        return _("is its author")
    return {
        Way.IDEA: _("gave the idea"),
        Way.AUTHOR: _("wrote it"),
        Way.SOURCE: _("was its source"),
        Way.SPEAKER: _("spoke"),
        Way.INTERVIEW: _("was interviewed"),
        Way.QUOTE: _("is quoted"),
        Way.REVIEWER: _("reviewed it"),
        Way.APPROVER: _("approved it"),
        Way.DESIGNER: _("designed it"),
    }[way]
