"""How a kickoff pack tells of pieces: those to use now, those that are coming, and what is exclusive."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from editorial.domain.audience import Audience, told_day, told_title
from editorial.domain.coverage_words import alone_words
from editorial.domain.pack import ExclusivePart, PackPiece, SegmentComing, SegmentUse, StageUse
from editorial.domain.records import BuyingStage, Lists, Piece, Segment
from editorial.domain.spoken import spoken_day
from editorial.domain.stock import is_exclusive
from editorial.domain.vocabulary import Phase, Precision, Tag
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.language import _, ngettext

FOR_A_CELL = 4
"""How many live pieces of a segment and stage are named; of the rest their number is told."""
LONGEST_LINE = 220
"""Letters of an insight that is told in one line."""


@dataclass(frozen=True, slots=True)
class LivePiece:
    """What decides which of the live pieces of a cell are named."""

    id: int
    segment_id: int | None
    stage_id: int | None
    day: date
    agreed: bool
    uses: int


LiveCell = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Telling:
    """To whom pieces are told, and with which names."""

    lists: Lists
    audience: Audience
    today: date


def best_of_cells(live: Iterable[LivePiece]) -> tuple[dict[LiveCell, list[int]], dict[LiveCell, int]]:
    """Return for each cell the pieces to name, and how many it has in all.

    First come those with a use in sales, then those whose stage sales has agreed to, then the newest.
    """
    cells: defaultdict[LiveCell, list[LivePiece]] = defaultdict(list)
    for piece in live:
        cells[piece.segment_id, piece.stage_id].append(piece)
    named = {
        cell: [one.id for one in sorted(pieces, key=_worth, reverse=True)[:FOR_A_CELL]]
        for cell, pieces in cells.items()
    }
    return named, {cell: len(pieces) for cell, pieces in cells.items()}


def _worth(piece: LivePiece) -> tuple[bool, bool, date, int]:
    return piece.uses > 0, piece.agreed, piece.day, piece.id


def told(piece: Piece, telling: Telling) -> PackPiece:
    """Return a piece as its audience is told of it."""
    lists, audience = telling.lists, telling.audience
    open_ = audience.sees_titles
    made_as = lists.formats.get(piece.format_id) if piece.format_id is not None else None
    return PackPiece(
        title=told_title(piece.title, piece.kind, audience),
        kind=piece.kind,
        stage=_stage_name(piece.stage_id, lists),
        when=when(piece, telling),
        insight=insight_line(piece) if open_ else "",
        link=web_address(piece.url) if open_ else "",
        uses=tuple(vocabulary_word(use) for use in piece.sales_uses) if open_ else (),
        made_as=made_as.name if made_as else "",
        state=_state(piece, telling),
        fresh=_fresh(piece, audience),
        note=one_line(piece.notes) if audience.sees_notes else "",
    )


def _stage_name(stage_id: int | None, lists: Lists) -> str:
    stage = lists.stages.get(stage_id or 0)
    return stage.name if stage else _("No stage yet")


def when(piece: Piece, telling: Telling) -> str:
    """Return a piece's publish date as the audience is told it; what really happened is always a day."""
    precision = Precision.DAY if piece.published_on else piece.precision
    return told_day(piece.publish_date, precision, telling.audience, telling.lists.settings)


def _state(piece: Piece, telling: Telling) -> str:
    """Return where an unpublished piece stands, and how sales stands to the stage of a published one."""
    if telling.audience is Audience.PUBLIC:
        return ""
    if telling.lists.phase(piece.status_id) is not Phase.PUBLISHED:
        return telling.lists.statuses[piece.status_id].name
    if piece.stage_id is None or piece.tag is not Tag.AGREED:
        return ""
    return _("agreed with sales")


def _fresh(piece: Piece, audience: Audience) -> str:
    if piece.review_date is None or not audience.sees_days:
        return ""
    return _("fresh until {day}").format(day=spoken_day(piece.review_date))


def insight_line(piece: Piece) -> str:
    """Return the insight of a piece in one line: the new way, else its angle, else what readers believe."""
    return one_line(piece.insight_new or piece.angle or piece.insight_belief)


def one_line(text: str) -> str:
    """Return a text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_LINE:
        return line
    cut = line[:LONGEST_LINE]
    return (cut.rsplit(" ", 1)[0] if " " in cut[LONGEST_LINE // 2 :] else cut) + "…"


def web_address(text: str) -> str:
    """Return an address if it is one of the web, as nothing else may be made a link of."""
    address = text.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme.casefold() in {"http", "https"} and parts.netloc else ""


def use_parts(
    segments: Sequence[Segment],
    named: Mapping[LiveCell, Sequence[int]],
    counts: Mapping[LiveCell, int],
    pieces: Mapping[int, Piece],
    telling: Telling,
    *,
    loose: bool,
) -> tuple[SegmentUse, ...]:
    """Return for each segment what serves it now, stage by stage; a stage without anything says so by no pieces.

    What has no stage comes last, and with `loose` what has no segment: untagged pieces never vanish.
    """

    def at(segment_id: int | None, stage: BuyingStage | None) -> StageUse:
        cell = (segment_id, stage.id if stage else None)
        found = [pieces[id_] for id_ in named.get(cell, ()) if id_ in pieces]
        return _stage_use(stage, found, counts.get(cell, 0), telling)

    def stages(segment_id: int | None) -> tuple[StageUse, ...]:
        all_of = [at(segment_id, stage) for stage in (*telling.lists.stages.values(), None)]
        return tuple(use for use in all_of[:-1] if segment_id or use.pieces) + tuple(u for u in all_of[-1:] if u.pieces)

    parts = [SegmentUse(segment.name, _who(segment, telling), stages(segment.id)) for segment in segments]
    if loose and any(segment is None for segment, _stage in named):
        parts.append(SegmentUse(_("No segment yet"), "", stages(None)))
    return tuple(parts)


def _who(segment: Segment, telling: Telling) -> str:
    return one_line(segment.archetype) if telling.audience.sees_titles else ""


def _stage_use(stage: BuyingStage | None, pieces: Sequence[Piece], live: int, telling: Telling) -> StageUse:
    more = live - len(pieces)
    said = ngettext("{n} more is live", "{n} more are live", more).format(n=more) if more > 0 else ""
    told_of = tuple(told(piece, telling) for piece in pieces)
    if stage is None:
        return StageUse(_("No stage yet"), None, "", told_of, said)
    return StageUse(stage.name, stage.natural_kind, stage.question, told_of, said)


def coming_parts(
    segments: Sequence[Segment], pieces: Sequence[Piece], telling: Telling, *, loose: bool
) -> tuple[SegmentComing, ...]:
    """Return for each segment what is planned and not out yet, in order; `loose` adds what has no segment."""
    ahead = [piece for piece in pieces if telling.lists.phase(piece.status_id) is not Phase.PUBLISHED]
    ahead = [piece for piece in ahead if piece.published_on is None]
    parts = [
        SegmentComing(
            segment.name,
            _who(segment, telling),
            tuple(told(piece, telling) for piece in ahead if segment.id in piece.segment_ids),
        )
        for segment in segments
    ]
    rest = tuple(told(piece, telling) for piece in ahead if not piece.segment_ids)
    if loose and rest:
        parts.append(SegmentComing(_("No segment yet"), "", rest))
    return tuple(parts)


def exclusive_parts(pieces: Sequence[Piece], telling: Telling) -> tuple[ExclusivePart, ...]:
    """Return for each stage the counting pieces that nobody else had on their day, and whether one still is so."""
    ours = [piece for piece in pieces if is_exclusive(piece)]
    stages = telling.lists.stages.values()
    return tuple(_of_stage(stage, [piece for piece in ours if piece.stage_id == stage.id], telling) for stage in stages)


def _of_stage(stage: BuyingStage, ours: Sequence[Piece], telling: Telling) -> ExclusivePart:
    told_of = tuple(_exclusive(piece, telling) for piece in ours)
    held = any(piece.exclusive_until is not None and piece.exclusive_until >= telling.today for piece in ours)
    return ExclusivePart(stage.name, stage.natural_kind, told_of, held)


def _exclusive(piece: Piece, telling: Telling) -> PackPiece:
    audience = telling.audience
    until = ""
    if piece.exclusive_until is not None:
        day = told_day(piece.exclusive_until, Precision.DAY, audience, telling.lists.settings)
        until = alone_words(day, past=piece.exclusive_until < telling.today)
    return PackPiece(
        title=told_title(piece.title, piece.kind, audience),
        kind=piece.kind,
        stage=_stage_name(piece.stage_id, telling.lists),
        when=when(piece, telling),
        insight=insight_line(piece) if audience.sees_titles else "",
        fresh=until,
        note=one_line(piece.exclusive_because) if audience.sees_titles else "",
    )
