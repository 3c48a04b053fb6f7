"""Findings of coverage: empty and thin cells, floors, untagged pieces, readers nobody has asked."""

from collections.abc import Iterator

from editorial.domain.column_words import column_word
from editorial.domain.coverage import Coverage, CoverageCell
from editorial.domain.coverage_words import cell_name, floor_sentence, gap_reason, gap_sentence
from editorial.domain.findings import Finding, Remedy, Rule
from editorial.domain.needs import asked_since
from editorial.domain.spoken import percent
from editorial.domain.untagged import Untagged
from editorial.language import _, ngettext
from editorial.services.coverage import coverage
from editorial.services.findings_asked import Asked, about_piece
from editorial.store.forecast import asked_segments


def coverage_findings(asked: Asked) -> Iterator[Finding]:
    """Give what the matrix of the period lacks, the gravest gap first."""
    found = coverage(asked.workspace, asked.period, lists=asked.lists)
    for gap in found.gaps:
        yield _gap(asked, gap)
    for floor in found.floors:
        if floor.below and floor.share is not None:
            share, least = percent(floor.share), percent(floor.floor)
            yield Finding(
                rule=Rule.FLOOR,
                text=floor_sentence(floor),
                subject=floor.stage.name,
                detail=_("{share} of the pieces; at least {floor} is wanted").format(share=share, floor=least),
                remedy=asked.remedy("coverage"),
                about=floor.stage.uid,
            )
    yield from (_untagged(piece) for piece in found.untagged)
    yield from _needs(asked, found)


def _gap(asked: Asked, gap: CoverageCell) -> Finding:
    missing = gap.target - gap.planned
    wants = ngettext("wants {n} more piece · {why}", "wants {n} more pieces · {why}", missing)
    return Finding(
        rule=Rule(gap.level.value),
        text=gap_sentence(gap),
        subject=cell_name(gap),
        detail=wants.format(n=missing, why=gap_reason(gap)),
        remedy=asked.remedy("coverage", segment_id=gap.segment.id, stage_id=gap.stage.id),
        about=f"{gap.segment.uid}/{gap.stage.uid}",
    )


def _untagged(piece: Untagged) -> Finding:
    missing = ", ".join(_tag_word(tag) for tag in piece.missing)
    text = _("“{title}” has no {missing}.").format(title=piece.title, missing=missing)
    detail = _("no {missing}").format(missing=missing)
    return about_piece(Rule.UNTAGGED, (piece.id, piece.uid, piece.title), text, detail)


def _tag_word(tag: str) -> str:
    word = {"kind": _("kind"), "stage": _("stage"), "segments": _("segments"), "interest": _("interest")}
    return word.get(tag) or column_word(tag)


def _needs(asked: Asked, found: Coverage) -> Iterator[Finding]:
    """Give the segments with a target whose readers nobody has asked: what they want is an interview, not a post."""
    with asked.workspace.read() as connection:
        known = asked_segments(connection, asked_since(asked.today), asked.today)
    wanting = {cell.segment.id for cell in found.cells.values() if cell.target}
    for segment in found.segments:
        if segment.id in wanting and segment.id not in known:
            text = _("{segment}: no customer was asked for 18 months; an interview would tell what they need.")
            yield Finding(
                rule=Rule.NEED_UNKNOWN,
                text=text.format(segment=segment.name),
                subject=segment.name,
                detail=_("no customer of theirs was asked for 18 months: hold an interview"),
                remedy=Remedy("interviews", {"add": True}),
                about=segment.uid,
            )
