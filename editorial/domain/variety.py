"""Variety: how evenly a period's pieces spread over lengths and media."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import log

from editorial.domain.period import Period
from editorial.domain.records import Format, Lists
from editorial.domain.vocabulary import Length, Medium

MOST = Fraction(60, 100)
"""A class with a larger share than this is flagged."""


@dataclass(frozen=True, slots=True)
class VarietyClass:
    """One length or medium; the share is 0 where no piece has a format."""

    name: str
    count: int
    share: Fraction


@dataclass(frozen=True, slots=True)
class Spread:
    """How pieces spread over classes: Pielou evenness 0…1, and the class that takes too much, if one does."""

    classes: tuple[VarietyClass, ...]
    evenness: float | None
    over: str | None


@dataclass(frozen=True, slots=True)
class Variety:
    """The variety of a period's counting pieces; those without a format are in no class."""

    period: Period
    pieces: int
    without_format: int
    length: Spread
    medium: Spread


def variety(period: Period, lists: Lists, by_format: Mapping[int | None, int]) -> Variety:
    """Return the variety of a period from its distinct counting pieces by format id."""
    formats = lists.formats.values()
    lengths = _spread(Length, {f.length for f in formats if not f.retired}, _tally("length", lists, by_format))
    media = _spread(Medium, {f.medium for f in formats if not f.retired}, _tally("medium", lists, by_format))
    return Variety(period, sum(by_format.values()), by_format.get(None, 0), lengths, media)


def _tally(attribute: str, lists: Lists, by_format: Mapping[int | None, int]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for key, n in by_format.items():
        if key is not None:
            counts[_class(lists.formats[key], attribute)] += n
    return counts


def _class(made_as: Format, attribute: str) -> str:
    return made_as.length if attribute == "length" else made_as.medium


def _spread(words: type[StrEnum], open_classes: Iterable[str], counts: Mapping[str, int]) -> Spread:
    """Spread over the classes of formats not retired; a class only retired formats have is shown where it is used."""
    alive = set(open_classes)
    pieces = sum(counts.values())
    classes = tuple(
        VarietyClass(word.value, counts.get(word, 0), Fraction(counts.get(word, 0), pieces or 1))
        for word in words
        if word in alive or counts.get(word)
    )
    over = next((each.name for each in classes if each.share > MOST), None)
    return Spread(classes, evenness([counts.get(word, 0) for word in words if word in alive]), over)


def evenness(counts: Iterable[int]) -> float | None:
    """Return Pielou's H / ln k of the counts of k classes; None for less than two classes or no piece."""
    counts = list(counts)
    pieces = sum(counts)
    if len(counts) < 2 or not pieces:
        return None
    entropy = -sum(n / pieces * log(n / pieces) for n in counts if n)
    return min(1.0, max(0.0, entropy / log(len(counts))))
