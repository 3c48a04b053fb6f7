"""Rules that a single piece breaks on its way to a reader: evidence, research, kind, questions, tone, staleness."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from editorial.domain.findings import Rule
from editorial.domain.vocabulary import Kind, SalesTone

STALE_AHEAD = timedelta(days=14)
"""How long before an idea goes stale it is pointed at."""


@dataclass(frozen=True, slots=True)
class OpenPiece:
    """An idea or piece that is not out yet; `approved` from production on, `asked` where all three questions are."""

    id: int
    uid: str
    title: str
    kind: Kind | None
    stage_id: int | None
    approved: bool
    ready: bool
    asked: bool
    tone: SalesTone | None
    planned: date | None
    stale_on: date | None


@dataclass(frozen=True, slots=True)
class Grounds:
    """What decides about pieces besides their own fields, by piece id."""

    grounded: Collection[int] = ()
    """Those that rest on more than their author."""
    researched: Collection[int] = ()
    """Those that rest on asking readers or on a source: survey, interview or link."""
    first_stage: int | None = None


def broken(piece: OpenPiece, grounds: Grounds, today: date) -> Iterator[Rule]:
    """Give the rules that a piece breaks. One without any evidence is not told that research is missing too."""
    alone = piece.approved and piece.id not in grounds.grounded
    if goes_stale(piece, today):
        yield Rule.STALE
    if piece.tone is SalesTone.DIRECT and piece.stage_id is not None and piece.stage_id == grounds.first_stage:
        yield Rule.SALES_TONE
    if piece.ready and not piece.asked:
        yield Rule.QUESTIONS
    if alone:
        yield Rule.FOCUS_GROUP
    if piece.approved and piece.kind is None:
        yield Rule.NO_KIND
    if piece.kind is Kind.ASPIRATIONAL and not alone and piece.id not in grounds.researched:
        yield Rule.RESEARCH


def goes_stale(piece: OpenPiece, today: date) -> bool:
    """Tell whether a piece comes after it has gone stale, or has no date and goes stale within two weeks."""
    if piece.stale_on is None:
        return False
    if piece.planned is not None:
        return piece.planned > piece.stale_on
    return today <= piece.stale_on <= today + STALE_AHEAD
