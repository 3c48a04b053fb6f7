"""The screens of one segment and of one stage."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect

from editorial.domain.agreement_words import count_words, state_sentence
from editorial.domain.coverage import CoverageCell
from editorial.domain.coverage_words import floor_sentence, gap_reason, need_sentence
from editorial.domain.records import Entry
from editorial.domain.spoken import level_word
from editorial.language import _, ngettext
from editorial.ui.coverage.faces import KIND_MARKS
from editorial.ui.coverage.marks import STATES, exclusive_sentence
from editorial.ui.coverage.presentation.cells import INKS, draw_cell
from editorial.ui.coverage.presentation.deck import Deck
from editorial.ui.coverage.presentation.sheet import Sheet
from editorial.ui.coverage.presentation.walk import Page, Where
from editorial.ui.coverage.presentation.words import day_words

MOST_IN_A_ROW = 7
Line = tuple[str, str]
"""An ink and a text."""


def segment_page(sheet: Sheet, deck: Deck, area: QRect, at: Where) -> None:
    """Lay out who a segment is, its cells, what is missing and what is coming."""
    segment = deck.segments[at.segment]
    sheet.title = segment.name
    who = segment.archetype or segment.worries or _("Nothing is written down yet about who they are.")
    used = sheet.write(QRect(area.left(), area.top(), area.width(), round(area.height() * 0.2)), who, 1.1)
    cells = [deck.cell(at.segment, column) for column in range(len(deck.stages))]
    top = area.top() + used + round(sheet.unit * 0.8)
    high = round(area.height() * 0.3)
    for column, (box, cell) in enumerate(zip(_row(sheet, area, top, high, len(cells)), cells, strict=True)):
        draw_cell(sheet, box, cell, deck, name=cell.stage.name, framed=column == at.stage)
        sheet.hit(box, replace(at, page=Page.CELL, stage=column, back=Page.SEGMENT))
    below = area.adjusted(0, top + _rows(len(cells)) * high - area.top() + round(sheet.unit * 0.6), 0, 0)
    half = (below.width() - round(sheet.unit * 1.5)) // 2
    left, right = QRect(below), QRect(below)
    left.setWidth(half)
    right.setLeft(below.right() - half)
    gaps = [_gap(cell) for cell in deck.coverage.gaps if cell.segment.id == segment.id]
    if deck.coverage.is_unknown(segment.id):
        gaps.append(("warning", need_sentence(segment)))
    _list(sheet, left, _("What is missing"), gaps or [("good", _("Every cell meets its target."))])
    coming = [("text", _coming(deck, piece)) for piece in deck.coming.get(segment.id, ())]
    _list(sheet, right, _("What is coming"), coming or [("muted", _("Nothing is planned from today on."))])


def stage_page(sheet: Sheet, deck: Deck, area: QRect, at: Where) -> None:
    """Lay out what a stage asks, what was agreed, its cells and what is exclusive."""
    stage = deck.stages[at.stage]
    mark = f"{KIND_MARKS[stage.natural_kind]} " if stage.natural_kind else ""
    sheet.title = mark + stage.name
    question = (
        _("“{question}”").format(question=stage.question) if stage.question else _("No question written down yet.")
    )
    used = sheet.write(QRect(area.left(), area.top(), area.width(), round(area.height() * 0.22)), question, 1.4)
    cells = [deck.cell(row, at.stage) for row in range(len(deck.segments))]
    top = area.top() + used + round(sheet.unit * 0.8)
    rows = _rows(len(cells))
    high = round(area.height() * (0.3 if rows == 1 else 0.42 / rows))
    for row, (box, cell) in enumerate(zip(_row(sheet, area, top, high, len(cells)), cells, strict=True)):
        draw_cell(sheet, box, cell, deck, name=cell.segment.name, framed=row == at.segment)
        sheet.hit(box, replace(at, page=Page.CELL, segment=row, back=Page.STAGE))
    below = area.adjusted(0, top + rows * high - area.top() + round(sheet.unit * 0.6), 0, 0)
    half = (below.width() - round(sheet.unit * 1.5)) // 2
    left, right = QRect(below), QRect(below)
    left.setWidth(half)
    right.setLeft(below.right() - half)
    _list(sheet, left, _("Agreed with sales"), _agreement(deck, stage.id))
    held = deck.besides.exclusives.get(stage.id, ())
    ours = [("text", exclusive_sentence(piece, deck.besides.today)) for piece in held]
    _list(sheet, right, _("Exclusive"), ours or [("muted", _("Nothing here that nobody else has."))])


def _agreement(deck: Deck, stage: int) -> list[Line]:
    lines: list[Line] = []
    standing = deck.besides.standings.get(stage)
    if standing is not None:
        lines.append((STATES[standing.state], state_sentence(standing)))
    count = deck.besides.stages.get(stage)
    if count is not None and count.pieces:
        lines.append(("text", _("Pieces: {count}").format(count=count_words(count))))
    floors = [floor for floor in deck.coverage.floors if floor.stage.id == stage]
    lines += [("bad" if floor.below else "text", floor_sentence(floor)) for floor in floors]
    return lines


def _gap(cell: CoverageCell) -> Line:
    said = _("{stage}: {level}, {why}").format(
        stage=cell.stage.name, level=level_word(cell.level), why=gap_reason(cell)
    )
    return INKS[cell.level], said


def _coming(deck: Deck, piece: Entry) -> str:
    stage = deck.lists.stages[piece.stage_id].name if piece.stage_id is not None else _("no stage")
    return f"{day_words(piece, deck.lists.settings)}  {piece.title} · {stage}"


def _list(sheet: Sheet, box: QRect, name: str, lines: Sequence[Line]) -> None:
    """Write a heading and as many lines below it as there is room for; the rest is counted."""
    sheet.write(QRect(box.left(), box.top(), box.width(), sheet.lines(1.0)), name, 1.0, bold=True)
    top, size = box.top() + sheet.lines(1.0) + round(sheet.unit * 0.2), 0.9
    for n, (ink, line) in enumerate(lines):
        left = len(lines) - n
        room = box.bottom() - top
        if room < sheet.lines(size) * (1 if left == 1 else 2):
            more = ngettext("and {n} more", "and {n} more", left).format(n=left)
            sheet.write(QRect(box.left(), top, box.width(), room), more, size, ink="muted")
            return
        high = min(3 * sheet.lines(size), room - (sheet.lines(size) if left > 1 else 0))
        used = sheet.write(QRect(box.left(), top, box.width(), high), line, size, ink=ink)
        top += used + round(sheet.unit * 0.25)


def _rows(n: int) -> int:
    return max(1, -(-n // MOST_IN_A_ROW))


def _row(sheet: Sheet, area: QRect, top: int, high: int, n: int) -> list[QRect]:
    """Return the boxes of cells side by side, in as many rows as they need."""
    across = -(-n // _rows(n)) if n else 1
    wide, gap = area.width() / across, round(sheet.unit * 0.15)
    return [
        QRect(round(area.left() + (k % across) * wide), top + (k // across) * high, round(wide), high).adjusted(
            gap, gap, -gap, -gap
        )
        for k in range(n)
    ]
