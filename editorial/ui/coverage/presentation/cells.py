"""How a cell is drawn for a room: its figure, its target, its level in words, and what the space allows besides."""

from PySide6.QtCore import QRect

from editorial.domain.agreement_words import count_words
from editorial.domain.coverage import CoverageCell
from editorial.domain.coverage_words import likely_words
from editorial.domain.spoken import level_word
from editorial.domain.vocabulary import Level
from editorial.language import _, ngettext
from editorial.ui.coverage.cell import colours
from editorial.ui.coverage.marks import need_mark
from editorial.ui.coverage.presentation.deck import Deck
from editorial.ui.coverage.presentation.sheet import LEFT, RIGHT, Sheet

INKS = {Level.OFF: "muted", Level.EMPTY: "bad", Level.THIN: "warning", Level.MET: "good", Level.HEAVY: "heavy"}


def draw_cell(
    sheet: Sheet, box: QRect, cell: CoverageCell, deck: Deck, *, name: str = "", framed: bool = False
) -> None:
    """Draw a cell; `name` stands above the figure where the heading is not beside it."""
    ground, _ink = colours(cell.level.value, sheet.tokens)
    off = cell.level is Level.OFF
    edge = sheet.tokens.accent if framed else ""
    sheet.ground(box, ground, edge=edge, hatched=sheet.tokens.line if off else "")
    pad = round(sheet.unit * 0.5)
    inner = box.adjusted(pad, round(pad * 0.6), -pad, -round(pad * 0.6))
    if name:
        high = sheet.write(QRect(inner.left(), inner.top(), inner.width(), 2 * sheet.lines(0.9)), name, 0.9, bold=True)
        inner.setTop(inner.top() + high + pad // 2)
    size = 1.9 if inner.height() >= 3.4 * sheet.unit else min(1.5, inner.height() / sheet.unit * 0.62)
    used = _figures(sheet, inner, cell, size)
    inner.setTop(inner.top() + used)
    for ink, line in _lines(cell, deck):
        if inner.height() < sheet.lines(0.78):
            return
        row = QRect(inner.left(), inner.top(), inner.width(), sheet.lines(0.78))
        sheet.write(row, line, 0.78, ink=ink)
        inner.setTop(row.bottom() + 1)


def _figures(sheet: Sheet, inner: QRect, cell: CoverageCell, size: float) -> int:
    """Write figure, target and level, and return the height (px) they take."""
    high = min(inner.height(), sheet.lines(size))
    row = QRect(inner.left(), inner.top(), inner.width(), high)
    ink, bare = INKS[cell.level], cell.level is Level.OFF
    figure = "–" if bare and not cell.planned else str(cell.planned)
    sheet.write(row, figure, size, ink=ink, bold=True, top=False)
    used = sheet.width(figure, size, bold=True) + round(sheet.unit * 0.3)
    if not bare:
        sheet.write(row.adjusted(used, 0, 0, 0), f"/ {cell.target}", size * 0.5, ink="muted", top=False)
        used += sheet.width(f"/ {cell.target}", size * 0.5) + round(sheet.unit * 0.3)
    word, word_size = level_word(cell.level), 0.85
    room = row.width() - used
    if sheet.width(word, word_size, bold=True) <= room or inner.height() < high + sheet.lines(word_size):
        sheet.write(row.adjusted(used, 0, 0, 0), word, word_size, ink=ink, bold=True, align=RIGHT, top=False)
        return high
    below = QRect(row.left(), row.bottom() + 1, row.width(), sheet.lines(word_size))
    sheet.write(below, word, word_size, ink=ink, bold=True, align=LEFT)
    return high + below.height()


def _lines(cell: CoverageCell, deck: Deck) -> list[tuple[str, str]]:
    """Return what stands below, most wanted first."""
    if cell.level is Level.OFF and not cell.planned:
        return [("muted", _("not targeted"))]
    lines = []
    if cell.planned and cell.likely is not None:
        lines.append(("text", likely_words(cell)))
    count = deck.besides.cells.get(cell.key)
    if count is not None and count.pieces:
        lines.append(("text", count_words(count)))
    stock = ngettext("{n} in stock", "{n} in stock", cell.in_stock).format(n=cell.in_stock)
    lines.append(("muted", stock))
    if cell.need_unknown and cell.level is not Level.OFF:
        lines.append(("warning", need_mark()))
    return lines
