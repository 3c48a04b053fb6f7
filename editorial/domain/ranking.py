"""Ranking ideas: eight factors of 0…1, each with a weight, summed to one score that a reader can take apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from operator import attrgetter, mul
from types import MappingProxyType

from editorial.domain.counting import Cell
from editorial.domain.period import Period
from editorial.domain.ranking_words import no_ranking_sentence, reason_sentence
from editorial.domain.records import Entry, Lists, Settings
from editorial.domain.settings_rules import FACTORS
from editorial.domain.vocabulary import AssignmentStatus, Kind

FRESH_DAYS = 60
"""An idea that goes stale so many days from now, or later, is not urgent."""
_EQUAL = 9
"""Scores that are the same to so many decimals are tied: they are sums of floats."""

Weights = Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class IdeaFacts:
    """What is known of an unparked idea besides its entry."""

    entry: Entry
    stale_on: date | None = None
    pulls: int = 0
    """Field notes, requests and open sales feedback linked to it."""
    expert: float = 0.0
    alone: bool = False
    """Whether it is a focus group of one."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a period stands, as far as ideas are ranked by it."""

    severities: Mapping[Cell, Fraction]
    deficits: Mapping[int, Fraction]
    """By interest id, taken at N + 1."""
    scarce: Kind | None
    """The kind that is too rare; None while the mix is balanced or has no share."""


@dataclass(frozen=True, slots=True)
class FactoredIdea:
    """An idea with its factors, in the order of FACTORS: all that scoring it by other weights needs."""

    entry: Entry
    values: tuple[float, ...]
    stale_on: date | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class RankedIdea:
    """An idea in its place; `points` are what each factor adds to the score, in the order of FACTORS."""

    idea: FactoredIdea
    score: float
    points: tuple[float, ...]
    after: "FactoredIdea | None" = field(default=None, repr=False)
    """The idea after this one; None for the last."""
    points_after: tuple[float, ...] = field(default=(), repr=False)

    @property
    def entry(self) -> Entry:
        return self.idea.entry

    @property
    def alone(self) -> bool:
        """Whether it is a focus group of one."""
        return self.idea.alone

    @property
    def factors(self) -> Mapping[str, float]:
        """The value of each factor by its key."""
        return MappingProxyType(dict(zip(FACTORS, self.idea.values, strict=True)))

    @property
    def reason(self) -> str:
        """Why it stands here, in words: the two largest leads over the next idea and the largest against."""
        leads, against = lead_over(self.points, self.points_after), largest_against(self.points, self.points_after)
        return reason_sentence(leads, against, self.after.entry.title if self.after else None)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The unparked ideas, best first; none where every weight is 0, and then `why_not` says so."""

    period: Period
    weights: Weights
    ideas: tuple[RankedIdea, ...]
    why_not: str = ""


def full_weights(given: Mapping[str, Decimal]) -> Weights:
    """Return the weight of every factor: 1 where none is given; what is no factor is left out."""
    return MappingProxyType({name: given.get(name, Decimal(1)) for name in FACTORS})


def set_weights(settings: Settings) -> Weights:
    """Return the weights a workspace ranks by."""
    return full_weights(settings.ranking_weights)


def factored(facts: Iterable[IdeaFacts], lists: Lists, standing: Standing, today: date) -> tuple[FactoredIdea, ...]:
    """Return the ideas with their factors in the order that ties take: goes stale on, title, id.

    `facts` are all unparked ideas, filtered out or not: the largest of a factor is taken over them.
    """
    ordered = sorted(facts, key=_tie)
    measures = [_measures(fact, lists, standing) for fact in ordered]
    largest = [max(column, default=0.0) for column in zip(*measures, strict=True)] or [0.0] * 3
    effort = max((days for fact in ordered if (days := _effort(fact.entry, lists)) is not None), default=0.0)
    return tuple(
        FactoredIdea(
            fact.entry,
            (
                *(_ratio(value, most) for value, most in zip(measured, largest, strict=True)),
                _mix(fact.entry, standing),
                fact.pulls / (fact.pulls + 2),
                fact.expert,
                timeliness(fact.stale_on, today),
                _ease(fact.entry, lists, effort),
            ),
            fact.stale_on,
            fact.alone,
        )
        for fact, measured in zip(ordered, measures, strict=True)
    )


def _tie(fact: IdeaFacts) -> tuple[date, str, int]:
    return fact.stale_on or date.max, fact.entry.title.casefold(), fact.entry.id


def _measures(fact: IdeaFacts, lists: Lists, standing: Standing) -> tuple[float, float, float]:
    """Return interest, rotation and gap before they are put in relation to the largest of each."""
    entry = fact.entry
    interest = lists.interests.get(entry.interest_id or 0)
    deficit = standing.deficits.get(entry.interest_id or 0, Fraction(0))
    cells = [(segment, entry.stage_id or 0) for segment in entry.segment_ids]
    worst = max((standing.severities.get(cell, Fraction(0)) for cell in cells), default=Fraction(0))
    return float(interest.weight) if interest else 0.0, float(max(deficit, Fraction(0))), float(worst)


def _ratio(value: float, largest: float) -> float:
    return value / largest if largest > 0 else 0.0


def _mix(entry: Entry, standing: Standing) -> float:
    if entry.kind is None:
        return 0.0
    return 0.5 if standing.scarce is None else float(entry.kind is standing.scarce)


def timeliness(stale_on: date | None, today: date) -> float:
    """Return 0 where the day is unset or past, else 1 − days/60, not below 0."""
    if stale_on is None or stale_on < today:
        return 0.0
    return max(0.0, 1 - (stale_on - today).days / FRESH_DAYS)


def _effort(entry: Entry, lists: Lists) -> float | None:
    made_as = lists.formats.get(entry.format_id or 0)
    return None if made_as is None or made_as.effort_days is None else float(made_as.effort_days)


def _ease(entry: Entry, lists: Lists, largest: float) -> float:
    """Return 1 − effort / largest effort; an unknown effort is the largest, an absent format is worth nothing."""
    if entry.format_id not in lists.formats:
        return 0.0
    if largest <= 0:
        return 1.0
    days = _effort(entry, lists)
    return 1 - (largest if days is None else days) / largest


def expert_factor(experts: Iterable[tuple[AssignmentStatus, bool]]) -> float:
    """Return 1 for an accepted expert with room in the period, 0.5 for a proposed one with room, else 0."""
    free = {status for status, has_room in experts if has_room}
    if free & {AssignmentStatus.ACCEPTED, AssignmentStatus.DELIVERED}:
        return 1.0
    return 0.5 if AssignmentStatus.PROPOSED in free else 0.0


def has_room(capacity: int | None, asked: Mapping[date, int], months: Iterable[date]) -> bool:
    """Tell whether a person can be asked once more in one of the months (first days); no capacity set: always."""
    return capacity is None or any(asked.get(month, 0) < capacity for month in months)


def months_left(period: Period, today: date) -> tuple[date, ...]:
    """Return the first days of the period's months that are not over; of a past period, all of them."""
    months, month = [], period.first.replace(day=1)
    while month <= period.last:
        months.append(month)
        month = month.replace(year=month.year + month.month // 12, month=month.month % 12 + 1)
    left = [month for month in months if month >= today.replace(day=1)]
    return tuple(left or months)


def ranked(period: Period, ideas: Sequence[FactoredIdea], weights: Mapping[str, Decimal]) -> Ranking:
    """Return the ideas (as `factored` gives them) by score = 100 × Σ weight × factor / Σ weight, best first."""
    full = full_weights(weights)
    plain = tuple(float(weight) for weight in full.values())
    total = sum(plain)
    if total <= 0:
        return Ranking(period, full, (), no_ranking_sentence())
    shares = tuple(100 * weight / total for weight in plain)
    scored = [_Scored(idea, tuple(map(mul, shares, idea.values))) for idea in ideas]
    scored.sort(key=attrgetter("score"), reverse=True)  # Ties stay in the order they came in.
    return Ranking(period, full, tuple(_placed(scored)))


class _Scored:
    """An idea on its way to its place."""

    __slots__ = ("idea", "points", "score")

    def __init__(self, idea: FactoredIdea, points: tuple[float, ...]) -> None:
        self.idea = idea
        self.points = points
        self.score = round(min(100.0, sum(points)), _EQUAL)


def _placed(scored: Sequence[_Scored]) -> Iterator[RankedIdea]:
    for one, after in pairwise(scored):
        yield RankedIdea(one.idea, one.score, one.points, after.idea, after.points)
    if scored:
        yield RankedIdea(scored[-1].idea, scored[-1].score, scored[-1].points)


def lead_over(points: Sequence[float], next_points: Sequence[float]) -> list[tuple[str, float]]:
    """Return the two factors with the largest lead, with their points; over no idea, the two that count most."""
    leads = _differences(points, next_points)
    return [each for each in sorted(leads, key=lambda each: -each[1]) if each[1] > 0][:2]


def largest_against(points: Sequence[float], next_points: Sequence[float]) -> tuple[str, float] | None:
    """Return the factor with which the next idea is furthest ahead, with the points as a negative number, or None."""
    worst = min(_differences(points, next_points), key=lambda each: each[1])
    return worst if worst[1] < 0 else None


def _differences(points: Sequence[float], next_points: Sequence[float]) -> list[tuple[str, float]]:
    others = next_points or (0.0,) * len(FACTORS)
    return [(name, round(mine - other, _EQUAL)) for name, mine, other in zip(FACTORS, points, others, strict=True)]
