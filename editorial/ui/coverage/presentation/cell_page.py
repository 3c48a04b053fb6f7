"""The screen of one cell: its pieces with their dates, statuses and whether sales has agreed."""

from PySide6.QtCore import QRect

from editorial.domain.agreement_words import tag_words
from editorial.domain.coverage import CoverageCell
from editorial.domain.coverage_words import cell_name, gap_sentence, need_sentence
from editorial.domain.records import Entry
from editorial.domain.vocabulary import Tag
from editorial.language import _, ngettext
from editorial.ui.coverage.faces import KIND_MARKS
from editorial.ui.coverage.presentation.cells import draw_cell
from editorial.ui.coverage.presentation.deck import Deck
from editorial.ui.coverage.presentation.sheet import RIGHT, Sheet
from editorial.ui.coverage.presentation.walk import Where
from editorial.ui.coverage.presentation.words import day_words

TAG_INKS = {Tag.AGREED: "good", Tag.PROPOSED: "muted", Tag.DISPUTED: "bad"}
TAG_MARKS = {Tag.AGREED: "✓", Tag.PROPOSED: "○", Tag.DISPUTED: "✗"}


def cell_page(sheet: Sheet, deck: Deck, area: QRect, at: Where) -> None:
    """Lay out a cell and the pieces in it."""
    cell = deck.cell(at.segment, at.stage)
    sheet.title = cell_name(cell)
    box = QRect(area.left(), area.top(), round(sheet.unit * 13), round(sheet.unit * 7))
    draw_cell(sheet, box, cell, deck)
    beside = QRect(
        box.right() + round(sheet.unit), area.top(), area.right() - box.right() - round(sheet.unit), box.height()
    )
    sheet.write(beside, "\n".join(_words(cell)), 1.1)
    below = area.adjusted(0, box.height() + round(sheet.unit), 0, 0)
    pieces = deck.pieces.get(cell.key, ())
    if not pieces:
        sheet.write(below, _("No piece is planned here yet."), 1.0, ink="muted")
        return
    high = max(sheet.lines(1.0) + round(sheet.unit * 0.5), round(sheet.unit * 2.2))
    room = max(1, below.height() // high)
    shown = pieces if len(pieces) <= room else pieces[: room - 1]
    for n, piece in enumerate(shown):
        _piece(sheet, deck, QRect(below.left(), below.top() + n * high, below.width(), high), piece)
    if len(shown) < len(pieces):
        left = len(pieces) - len(shown)
        row = QRect(below.left(), below.top() + len(shown) * high, below.width(), high)
        sheet.write(row, ngettext("and {n} more", "and {n} more", left).format(n=left), 0.9, ink="muted")


def _words(cell: CoverageCell) -> list[str]:
    """Return what the cell is about, and what it lacks."""
    said = [_("“{question}”").format(question=cell.stage.question)] if cell.stage.question else []
    if cell.is_gap:
        said.append(gap_sentence(cell))
    if cell.also_served:
        more = ngettext("{n} more piece also serves it.", "{n} more pieces also serve it.", cell.also_served)
        said.append(more.format(n=cell.also_served))
    return [*said, need_sentence(cell.segment)] if cell.need_unknown and cell.target else said


def _piece(sheet: Sheet, deck: Deck, row: QRect, piece: Entry) -> None:
    day, status, tag = round(row.width() * 0.12), round(row.width() * 0.14), round(row.width() * 0.18)
    sheet.ground(QRect(row.left(), row.bottom(), row.width(), 1), sheet.tokens.line)
    sheet.write(
        QRect(row.left(), row.top(), day, row.height()),
        day_words(piece, deck.lists.settings),
        0.9,
        ink="muted",
        top=False,
    )
    title = QRect(row.left() + day, row.top(), row.width() - day - status - tag, row.height())
    mark = f"{KIND_MARKS[piece.kind]} " if piece.kind else ""
    sheet.write(title.adjusted(0, 0, -round(sheet.unit * 0.6), 0), mark + piece.title, 1.0, bold=True, top=False)
    name = deck.lists.statuses[piece.status_id].name
    sheet.write(QRect(title.right(), row.top(), status, row.height()), name, 0.85, top=False)
    tagged = deck.tags.get(piece.id)
    if tagged is not None:
        word = tag_words(tagged.tag, tagged.version, deck.besides.standings.get(tagged.stage_id))
        said = f"{TAG_MARKS[tagged.tag]} {word}"
        corner = QRect(row.right() - tag, row.top(), tag, row.height())
        sheet.write(corner, said, 0.85, ink=TAG_INKS[tagged.tag], align=RIGHT, top=False)
