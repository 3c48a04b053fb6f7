"""Coverage said in sentences: a cell, a gap, a floor, a silence."""

from collections.abc import Sequence
from fractions import Fraction

from editorial.domain.cadence import Cadence
from editorial.domain.comparison import CellChange
from editorial.domain.coverage import CoverageCell
from editorial.domain.floors import Floor
from editorial.domain.ideas import filling
from editorial.domain.records import Entry, Segment
from editorial.domain.spoken import level_word, percent, rounded, spoken_day
from editorial.domain.vocabulary import Level
from editorial.language import _, ngettext


def cell_name(cell: CoverageCell) -> str:
    """Return how a cell is called: segment × stage."""
    return _("{segment} × {stage}").format(segment=cell.segment.name, stage=cell.stage.name)


def cell_sentence(cell: CoverageCell) -> str:
    """Say all figures of a cell, for screen readers and tool tips."""
    said = _("{cell}: {level}, {planned} of {target} planned, {stock} in stock.").format(
        cell=cell_name(cell),
        level=level_word(cell.level),
        planned=cell.planned,
        target=cell.target,
        stock=cell.in_stock,
    )
    return said + _also(cell)


def _also(cell: CoverageCell) -> str:
    if not cell.also_served:
        return ""
    said = ngettext("{n} more also serves it.", "{n} more also serve it.", cell.also_served)
    return " " + said.format(n=cell.also_served)


def likely_words(cell: CoverageCell) -> str:
    """Return how many pieces are likely, by the forecast: “1.3 likely”; empty where today was not given."""
    return "" if cell.likely is None else _("{n} likely").format(n=likely_figure(cell.likely))


def likely_figure(likely: Fraction) -> str:
    """Return a forecast with one digit after the point, none where it is a whole number."""
    return f"{rounded(likely, 1):f}".removesuffix(".0")


def need_sentence(segment: Segment) -> str:
    """Say that nobody knows what a segment needs, and what would tell."""
    said = _("No customer of {segment} was asked for 18 months: what they need is unknown. It asks for an interview.")
    return said.format(segment=segment.name)


def gap_reason(cell: CoverageCell) -> str:
    """Say in a few words why a cell is a gap: “1 of 2 · nothing in stock”."""
    planned = _("{planned} of {target}").format(planned=cell.planned, target=cell.target)
    stock = _("nothing in stock")
    if cell.in_stock:
        stock = ngettext("{n} in stock", "{n} in stock", cell.in_stock).format(n=cell.in_stock)
    return " · ".join((planned, stock) if cell.level is Level.THIN else (stock,))


def gap_sentence(cell: CoverageCell) -> str:
    """Say what a gap lacks, in one sentence."""
    missing = cell.target - cell.planned
    said = ngettext("{cell} wants {n} more piece: {why}.", "{cell} wants {n} more pieces: {why}.", missing)
    return said.format(cell=cell_name(cell), n=missing, why=gap_reason(cell))


def drop_words(pieces: Sequence[Entry], cell: CoverageCell) -> str:
    """Say what dropping pieces on a cell would do to their tags."""
    needed = [filling(piece, cell.segment.id, cell.stage.id) for piece in pieces]
    segment, stage = any(each.add_segment for each in needed), any(each.set_stage for each in needed)
    if not segment and not stage:
        return _("Already tagged for {cell}").format(cell=cell_name(cell))
    said = {"segment": cell.segment.name, "stage": cell.stage.name}
    if not stage:
        return _("Drop here: adds the segment {segment}").format(**said)
    word = _("Drop here: sets the stage {stage}")
    if segment:
        word = _("Drop here: adds the segment {segment}, sets the stage {stage}")
    if any(each.replaces_stage for each in needed):
        return (word + " " + _("in place of another")).format(**said)
    return word.format(**said)


def was_words(change: CellChange) -> str:
    """Say how many pieces a cell had in the period compared with."""
    return _("was {n}").format(n=change.was.planned)


def floor_sentence(floor: Floor) -> str:
    """Say how a stage stands against its floor."""
    if floor.share is None:
        return _("{stage}: no piece with a stage yet.").format(stage=floor.stage.name)
    said = {"stage": floor.stage.name, "share": percent(floor.share), "floor": percent(floor.floor)}
    if floor.below:
        return _("{stage} has {share} of the pieces; at least {floor} is wanted.").format(**said)
    return _("{stage} has {share} of the pieces, above its floor of {floor}.").format(**said)


def cadence_sentence(cadence: Cadence) -> str:
    """Say the longest silence of a segment, and against what."""
    if cadence.since is None:
        return _("{segment}: no silent day.").format(segment=cadence.segment.name)
    said = ngettext("{segment}: {n} silent day from {day}.", "{segment}: {n} silent days from {day}.", cadence.longest)
    sentence = said.format(segment=cadence.segment.name, n=cadence.longest, day=spoken_day(cadence.since))
    if not cadence.over or cadence.limit is None:
        return sentence
    most = ngettext("At most {n} is wanted.", "At most {n} are wanted.", cadence.limit).format(n=cadence.limit)
    return f"{sentence} {most}"


def alone_words(day: str, *, past: bool) -> str:
    """Say until which day nobody else has something, or had it."""
    return (_("was ours alone until {day}") if past else _("ours alone until {day}")).format(day=day)
