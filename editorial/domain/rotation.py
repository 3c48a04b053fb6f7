"""Rotation: whether the readers' top interests get their turn, and which one is next."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from editorial.domain.period import Period
from editorial.domain.records import Entry, Interest

_NEVER: Mapping[int, date] = {}


@dataclass(frozen=True, slots=True)
class Use:
    """A counting piece as rotation sees it: its publish date, primary interest and segments."""

    piece_id: int
    day: date
    interest_id: int
    segment_ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class InterestTurn:
    """How one interest stands; `weight` is normalised, `last` is the last publish date up to the day asked for."""

    interest: Interest
    weight: Fraction
    count: int
    fair_share: Fraction
    deficit: Fraction
    last: date | None
    days_unused: int
    overdue: bool


@dataclass(frozen=True, slots=True)
class Repeat:
    """Two neighbouring pieces on one interest for one segment."""

    first_id: int
    second_id: int
    interest: Interest


@dataclass(frozen=True, slots=True)
class Rotation:
    """The interests of a period in their order, the next ones by turn, and the repeats."""

    period: Period
    pieces: int
    interests: tuple[InterestTurn, ...]
    next: tuple[Interest, ...]
    repeats: tuple[Repeat, ...]


def fair_weights(interests: Iterable[Interest]) -> dict[int, Fraction]:
    """Return the weights of the interests that are not retired, by id, summing to 1; all zero: equal."""
    raw = {interest.id: Fraction(interest.weight) for interest in interests if not interest.retired}
    total = sum(raw.values())
    return {key: weight / total if total else Fraction(1, len(raw)) for key, weight in raw.items()}


def uses(entries: Iterable[Entry], interests: Mapping[int, Interest], segment_id: int | None = None) -> list[Use]:
    """Return the ordered counting entries whose primary interest is not retired, narrowed to a segment if given."""
    return [
        Use(entry.id, entry.day, entry.interest_id, frozenset(entry.segment_ids))
        for entry in entries
        if entry.day is not None
        and entry.interest_id is not None
        and not interests[entry.interest_id].retired
        and (segment_id is None or segment_id in entry.segment_ids)
    ]


def rotation(
    period: Period,
    interests: Mapping[int, Interest],
    used: Sequence[Use],
    *,
    earlier: Mapping[int, date] = _NEVER,
    on: date | None = None,
    ahead: int = 10,
) -> Rotation:
    """Return the rotation of a period.

    `used` is in order and holds only pieces whose interest is not retired; `earlier` gives the last publish date of an
    interest before the period; `on` is the day asked for, the period's last unless given.
    """
    used = [use for use in used if not interests[use.interest_id].retired]
    weights = fair_weights(interests.values())
    counts = Counter(use.interest_id for use in used)
    day = on or period.last
    turns = tuple(_turns(period, interests, weights, counts, _last_uses(used, earlier, day), day))
    credits = {turn.interest.id: turn.deficit for turn in turns}
    names = tuple(interests[key] for key in suggest(interests, weights, credits, ahead))
    return Rotation(period, len(used), turns, names, repeats(used, interests))


def _turns(
    period: Period,
    interests: Mapping[int, Interest],
    weights: Mapping[int, Fraction],
    counts: Mapping[int, int],
    last: Mapping[int, date],
    day: date,
) -> Iterator[InterestTurn]:
    pieces = sum(counts.values())
    for key, weight in weights.items():
        gap = interests[key].longest_gap
        unused = (day - last.get(key, period.first)).days
        fair = weight * pieces
        yield InterestTurn(
            interest=interests[key],
            weight=weight,
            count=counts.get(key, 0),
            fair_share=fair,
            deficit=fair - counts.get(key, 0),
            last=last.get(key),
            days_unused=unused,
            overdue=gap is not None and unused > gap,
        )


def _last_uses(used: Iterable[Use], earlier: Mapping[int, date], day: date) -> dict[int, date]:
    last = {key: seen for key, seen in earlier.items() if seen <= day}
    for use in used:
        if use.day <= day:
            last[use.interest_id] = max(use.day, last.get(use.interest_id, use.day))
    return last


def suggest(
    interests: Mapping[int, Interest], weights: Mapping[int, Fraction], credits: Mapping[int, Fraction], ahead: int
) -> Iterator[int]:
    """Yield the ids of the next interests by smooth weighted round robin, from the credits as they stand.

    Credits after N pieces are the deficits whatever the order, so callers pass the deficits.
    """
    standing = dict(credits)
    for _turn in range(ahead if weights else 0):
        standing = {key: standing[key] + weight for key, weight in weights.items()}
        chosen = min(weights, key=lambda key: (-standing[key], -weights[key], interests[key].name))
        standing[chosen] -= 1
        yield chosen


def repeats(used: Sequence[Use], interests: Mapping[int, Interest]) -> tuple[Repeat, ...]:
    """Return the neighbours in order that share a segment and the primary interest."""
    return tuple(
        Repeat(one.piece_id, two.piece_id, interests[one.interest_id])
        for one, two in pairwise(used)
        if is_repeat(one, two)
    )


def is_repeat(one: Use, two: Use) -> bool:
    """Tell whether two neighbouring pieces repeat an interest for a segment."""
    return one.interest_id == two.interest_id and not one.segment_ids.isdisjoint(two.segment_ids)
