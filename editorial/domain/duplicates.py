"""Near-duplicates: titles that say the same in other words, and what one piece takes over from another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from editorial.domain.records import Piece
from editorial.language import _

LEAST = 88
"""From this token set ratio on two titles are near-duplicates."""
MOST = 5
SHORTEST = 4
"""Letters below which nothing is looked for: almost every title would fit."""


@dataclass(frozen=True, slots=True)
class Near:
    """A piece whose title is near, and how near, 88…100."""

    piece_id: int
    title: str
    ratio: float


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles to be searched, folded once."""

    ids: Sequence[int]
    titles: Sequence[str]
    folded: Sequence[str]

    @classmethod
    def of(cls, titles: Mapping[int, str]) -> "Titles":
        return cls(tuple(titles), tuple(titles.values()), tuple(folded_title(title) for title in titles.values()))


def folded_title(title: str) -> str:
    """Return a title as titles are compared: case folded, with single spaces."""
    return " ".join(title.casefold().split())


def near(title: str, among: Titles, leave_out: int | None = None) -> tuple[Near, ...]:
    """Return the near-duplicates of a title, five at most, the nearest first (domain: smaller rules)."""
    from rapidfuzz import fuzz, process

    asked = folded_title(title)
    if len(asked) < SHORTEST:
        return ()
    found = process.extract(asked, among.folded, scorer=fuzz.token_set_ratio, score_cutoff=LEAST, limit=None)
    # Where one title holds every word of the other the ratio is 100, however much longer it is: then length decides.
    ordered = sorted(found, key=lambda hit: (-hit[1], -fuzz.ratio(asked, hit[0]), hit[2]))
    fits = (Near(among.ids[at], among.titles[at], ratio) for _words, ratio, at in ordered)
    return tuple(hit for hit in fits if hit.piece_id != leave_out)[:MOST]


JOINED = ("segment_ids", "further_stage_ids", "further_interest_ids", "author_ids", "links", "evidence", "sales_uses")
"""What a merged piece has of both."""
TEXTS = (
    "angle",
    "insight_belief",
    "insight_wrong",
    "insight_cost",
    "insight_new",
    "catalyst",
    "not_obvious",
    "trend",
    "meaning",
    "reaction",
    "brief",
    "draft",
    "notes",
)
"""Texts that stand one after the other where both pieces have them."""
_TOGETHER = (
    ("planned", ("planned", "precision", "time", "slot_id")),
    ("stage_id", ("stage_id", "tag", "tag_reason", "tag_version")),
)
"""What is only taken over together."""
_OWN = frozenset(
    "id uid version title outside_id status_id published_on created binned parked_until parked_because precision time "
    "slot_id tag tag_reason tag_version made_from_id companion_id next_piece_id".split()
)
_FLAGS = ("timely", "evergreen", "is_relevant", "is_timely", "is_useful")
_POINTING = ("made_from_id", "companion_id", "next_piece_id")


def merged_fields(into: Piece, other: Piece) -> dict[str, Any]:
    """Return what a piece is given so that nothing of the other is lost: its own values win, lists and texts join.

    Its title, status, date where it has one, and address stay as they are.
    """
    fields: dict[str, Any] = {name: _joined(getattr(into, name), getattr(other, name)) for name in JOINED}
    fields |= {name: _texts(getattr(into, name), getattr(other, name)) for name in TEXTS}
    fields |= {name: getattr(into, name) or getattr(other, name) for name in _FLAGS}
    for led, names in _TOGETHER:
        if getattr(into, led) is None and getattr(other, led) is not None:
            fields |= {name: getattr(other, name) for name in names}
    fields |= {name: _pointed(into, other, name) for name in _POINTING}
    left = Piece.__dataclass_fields__.keys() - fields.keys() - _OWN - {led for led, _names in _TOGETHER}
    fields |= {name: getattr(other, name) for name in left if getattr(into, name) in (None, "")}
    fields["notes"] = _texts(fields["notes"], _also(into, other))
    return {name: value for name, value in fields.items() if value != getattr(into, name)}


def _joined(mine: Iterable[Any], others: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys((*mine, *others)))


def _texts(mine: str, other: str) -> str:
    if other.strip() in mine:
        return mine
    return f"{mine.rstrip()}\n\n{other.strip()}" if mine.strip() else other


def _pointed(into: Piece, other: Piece, name: str) -> int | None:
    """Return the piece it names: its own or the other's, but neither of the two themselves."""
    named = (getattr(into, name), getattr(other, name))
    return next((id_ for id_ in named if id_ is not None and id_ not in (into.id, other.id)), None)


def _also(into: Piece, other: Piece) -> str:
    if folded_title(into.title) == folded_title(other.title):
        return ""
    return _("Merged with: {title}").format(title=other.title)


def why_not_merge(into: Piece, other: Piece) -> str | None:
    """Return why a piece cannot be merged into another, or None."""
    if into.id == other.id:
        return _("A piece cannot be merged with itself.")
    if other.published_on is not None:
        return _("“{title}” was published, so it stays. Merge the other one into it.").format(title=other.title)
    return None
