"""The kickoff pack: everything its pages, slides or sections say, before it takes any form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from editorial.domain.audience import Audience
from editorial.domain.period import Period
from editorial.domain.vocabulary import Kind, Level
from editorial.errors import RuleBroken
from editorial.language import _


class Section(StrEnum):
    """What a pack is made of, in the order it has unless it is given another."""

    STAGES = "stages"
    MATRIX = "matrix"
    MIX = "mix"
    GAPS = "gaps"
    USE = "use"
    COMING = "coming"
    EXCLUSIVES = "exclusives"


@dataclass(frozen=True, slots=True)
class StagePart:
    """A buying stage: its question, what marketing and sales agreed on, and how much there is for it."""

    name: str
    kind: Kind | None
    question: str
    definition: str
    signal: str
    approach: str
    avoid: str
    state: str
    """`none`, `agreed` or `reopened`."""
    agreed: str
    """The same in a sentence."""
    planned: int
    live: int


@dataclass(frozen=True, slots=True)
class MatrixCell:
    planned: int
    target: int
    in_stock: int
    level: Level
    word: str
    beside: str
    """What stands below the figure: stock, what also serves it, what is likely."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    name: str
    weight: str
    cells: tuple[MatrixCell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class MatrixPart:
    """Segments by stages."""

    stages: tuple[str, ...]
    kinds: tuple[Kind | None, ...]
    rows: tuple[MatrixRow, ...]
    totals: tuple[int, ...]
    pieces: int
    levels: tuple[tuple[Level, int, str], ...]
    """How many cells are on each level, worst first, with its word."""
    remarks: tuple[str, ...]
    """Floors that are missed, untagged pieces."""


@dataclass(frozen=True, slots=True)
class MixLine:
    name: str
    aspirational: int
    practical: int
    share: str


@dataclass(frozen=True, slots=True)
class MixPart:
    """Aspirational against practical, with both remedies in words."""

    aspirational: int
    practical: int
    untagged: int
    share: Fraction | None
    target: Fraction
    balanced: bool | None
    said: str
    remedies: tuple[str, ...]
    wanted: str
    by_stage: tuple[MixLine, ...]
    by_segment: tuple[MixLine, ...]


@dataclass(frozen=True, slots=True)
class GapPart:
    """A cell that lacks pieces, and what is done about it."""

    segment: str
    stage: str
    level: Level
    word: str
    severity: str
    why: str
    done: str
    ideas: tuple[str, ...] = ()
    """Titles of the ideas that would fill it, the likeliest first."""


@dataclass(frozen=True, slots=True)
class PackPiece:
    """A piece as its audience is told of it; a text that is withheld is empty."""

    title: str
    kind: Kind | None
    stage: str
    when: str
    insight: str = ""
    link: str = ""
    """An address of the web, or empty."""
    uses: tuple[str, ...] = ()
    made_as: str = ""
    state: str = ""
    """Its status, or how its stage tag stands with sales."""
    fresh: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class StageUse:
    """What serves a segment at a stage today."""

    stage: str
    kind: Kind | None
    question: str
    pieces: tuple[PackPiece, ...]
    more: str
    """How many further pieces are live, in words; empty where none is."""


@dataclass(frozen=True, slots=True)
class SegmentUse:
    segment: str
    who: str
    stages: tuple[StageUse, ...]


@dataclass(frozen=True, slots=True)
class SegmentComing:
    segment: str
    who: str
    pieces: tuple[PackPiece, ...]


@dataclass(frozen=True, slots=True)
class ExclusivePart:
    """Whether a stage has something nobody else has."""

    stage: str
    kind: Kind | None
    pieces: tuple[PackPiece, ...]
    """Each `fresh` says until when it is or was exclusive, each `note` why nobody else has it."""
    held: bool = False
    """Whether nobody else has one of them yet on the day the pack is made."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure of the cover."""

    figure: str
    words: str


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack for one audience, as things stand on a day."""

    workspace: str
    period: Period
    dates: str
    """The period in words, as exact as the audience is told it."""
    made_on: date
    audience: Audience
    segment: str
    """The one segment it is narrowed to; empty: all."""
    sections: tuple[Section, ...]
    headlines: tuple[Headline, ...]
    stages: tuple[StagePart, ...]
    matrix: MatrixPart
    mix: MixPart
    gaps: tuple[GapPart, ...]
    use: tuple[SegmentUse, ...]
    coming: tuple[SegmentComing, ...]
    exclusives: tuple[ExclusivePart, ...]


def usual_sections(audience: Audience) -> tuple[Section, ...]:
    """Return the sections a pack has unless others are asked for.

    The public is not told what is missing, nor what to use: without titles there is nothing to choose by.
    """
    inside = {Section.GAPS, Section.USE}
    return tuple(section for section in Section if audience is not Audience.PUBLIC or section not in inside)


def sections_named(words: Sequence[str]) -> tuple[Section, ...]:
    """Read sections in the order given; RuleBroken for one that there is not, and for none at all."""
    found: list[Section] = []
    for word in words:
        try:
            section = Section(word.strip().casefold())
        except ValueError as error:
            known = ", ".join(section.value for section in Section)
            said = _("“{text}” is not a section of the pack; there are {known}.").format(text=word, known=known)
            raise RuleBroken(said) from error
        if section not in found:
            found.append(section)
    if not found:
        raise RuleBroken(_("A pack needs at least one section."))
    return tuple(found)


def section_title(section: Section) -> str:
    """Return the heading of a section."""
    titles = {
        Section.STAGES: _("What each stage answers"),
        Section.MATRIX: _("Segments × buying stages"),
        Section.MIX: _("The mix"),
        Section.GAPS: _("Gaps and what is done about them"),
        Section.USE: _("To use now"),
        Section.COMING: _("What is coming"),
        Section.EXCLUSIVES: _("Exclusives"),
    }
    return titles[section]


def texts(part: Any) -> Iterator[str]:
    """Yield every text of a pack or of a part of it."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, (tuple, list)):
        for each in part:
            yield from texts(each)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from texts(getattr(part, field.name))
