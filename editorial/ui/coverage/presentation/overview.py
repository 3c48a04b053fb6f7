"""The first screen: the whole matrix."""

from dataclasses import replace

from PySide6.QtCore import QRect

from editorial.domain.agreement import StageState
from editorial.domain.agreement_words import state_word
from editorial.domain.records import BuyingStage
from editorial.domain.spoken import level_word
from editorial.domain.vocabulary import Level
from editorial.language import _, ngettext
from editorial.ui.coverage.faces import KIND_MARKS
from editorial.ui.coverage.marks import STATES, need_mark
from editorial.ui.coverage.presentation.cells import draw_cell
from editorial.ui.coverage.presentation.deck import Deck
from editorial.ui.coverage.presentation.sheet import Sheet
from editorial.ui.coverage.presentation.walk import Page, Where

SHARE = 0.19
"""Of the width, for the names of the segments."""


def overview(sheet: Sheet, deck: Deck, area: QRect, at: Where) -> None:
    """Lay out the matrix in an area."""
    coverage = deck.coverage
    n = coverage.totals.pieces
    sheet.title = _("Coverage · {period}").format(period=coverage.period.name)
    levels = (Level.EMPTY, Level.THIN, Level.MET, Level.HEAVY)
    counts = " · ".join(f"{coverage.count(level)} {level_word(level)}" for level in levels)
    pieces = ngettext("{n} piece planned", "{n} pieces planned", n).format(n=n)
    line = QRect(area.left(), area.top(), area.width(), sheet.lines(1.0))
    sheet.write(line, f"{pieces} · {counts}", 1.0, ink="muted")
    grid = area.adjusted(0, sheet.lines(1.0) + round(sheet.unit * 0.5), 0, 0)
    beside, high = round(grid.width() * SHARE), sheet.lines(1.0) + sheet.lines(0.78) + round(sheet.unit * 0.3)
    wide = (grid.width() - beside) / max(1, len(deck.stages))
    tall = (grid.height() - high) / max(1, len(deck.segments))
    for column, stage in enumerate(deck.stages):
        box = QRect(round(grid.left() + beside + column * wide), grid.top(), round(wide), high)
        _stage(sheet, deck, box, stage)
        sheet.hit(box, replace(at, page=Page.STAGE, stage=column))
    for row, segment in enumerate(deck.segments):
        top = round(grid.top() + high + row * tall)
        box = QRect(grid.left(), top, beside - round(sheet.unit * 0.4), round(tall))
        _segment(sheet, deck, box, row, segment.name)
        sheet.hit(box, replace(at, page=Page.SEGMENT, segment=row))
        for column in range(len(deck.stages)):
            left = round(grid.left() + beside + column * wide)
            gap = round(sheet.unit * 0.12)
            cell = QRect(left, top, round(wide), round(tall)).adjusted(gap, gap, -gap, -gap)
            framed = (at.segment, at.stage) == (row, column)
            draw_cell(sheet, cell, deck.cell(row, column), deck, framed=framed)
            sheet.hit(cell, replace(at, page=Page.CELL, segment=row, stage=column, back=Page.OVERVIEW))


def _stage(sheet: Sheet, deck: Deck, box: QRect, stage: BuyingStage) -> None:
    name = f"{KIND_MARKS[stage.natural_kind]} {stage.name}" if stage.natural_kind else stage.name
    inner = box.adjusted(round(sheet.unit * 0.3), 0, -round(sheet.unit * 0.2), 0)
    sheet.write(QRect(inner.left(), inner.top(), inner.width(), sheet.lines(1.0)), name, 1.0, bold=True)
    standing = deck.besides.standings.get(stage.id)
    if standing is None:
        return
    mark = "✓" if standing.state is StageState.AGREED else "!"
    below = QRect(inner.left(), inner.top() + sheet.lines(1.0), inner.width(), sheet.lines(0.78))
    sheet.write(below, f"{mark} {state_word(standing.state)}", 0.78, ink=STATES[standing.state])


def _segment(sheet: Sheet, deck: Deck, box: QRect, row: int, name: str) -> None:
    unknown = deck.coverage.is_unknown(deck.segments[row].id)
    low = sheet.lines(0.78) if unknown and box.height() > sheet.lines(1.0) + sheet.lines(0.78) else 0
    high = min(sheet.lines(1.0) * 3, box.height() - low)
    high = min(high, sheet.height(name, 1.0, box.width(), bold=True))
    top = box.top() + (box.height() - high - low) // 2
    sheet.write(QRect(box.left(), top, box.width(), high), name, 1.0, bold=True)
    if low:
        sheet.write(QRect(box.left(), top + high, box.width(), low), need_mark(), 0.78, ink="warning")
