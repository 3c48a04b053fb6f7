"""Open stage tags as a workbook for sales: a row a piece with room for the answer, and what each stage means."""

from datetime import date
from pathlib import Path
from typing import Any

from editorial.domain.agreement import TEXTS, TaggedPiece, TagQuestions
from editorial.domain.agreement_words import text_word
from editorial.domain.drafts import without_controls
from editorial.domain.records import BuyingStage
from editorial.domain.vocabulary import Precision, Tag
from editorial.exchange.cells import left_out
from editorial.exchange.whole_file import whole_file
from editorial.language import _

COLUMNS = (
    ("Id", 14),
    ("Title", 44),
    ("Date", 12),
    ("Segments", 22),
    ("Stage", 14),
    ("Definition", 44),
    ("Insight", 44),
    ("Link", 30),
    ("So far", 34),
    ("Answer", 12),
    ("Reason", 44),
    ("By whom", 20),
)
"""Headings, the same in every language so that they are known on the way back, with their width in letters."""
ANSWER = 9
"""The column of the answer, counted from 0; what follows is sales' to fill in as well."""
WORDS = '"agreed,disputed"'
FIRST_SHEET_DAY = date(1901, 1, 1)
HEAD, ASKED, LINE = "22252B", "FFF9E3", "E3E0D9"


def write_tag_sheet(questions: TagQuestions, path: Path) -> None:
    """Write the workbook whole or not at all."""
    import openpyxl

    book = openpyxl.Workbook()
    book.properties.creator = "Editorial"
    sheet = book.active
    assert sheet is not None
    sheet.title = "Tags"
    stages = {stage.id: stage for stage in questions.stages}
    _fill(sheet, [heading for heading, _width in COLUMNS], [width for _heading, width in COLUMNS],
          [_row(piece, stages[piece.stage_id], questions) for piece in questions.pieces])  # fmt: skip
    _ask(sheet, len(questions.pieces))
    headings = ["Stage name", *(text_word(name) for name in TEXTS)]
    rows = [[stage.name, *(getattr(stage, name) for name in TEXTS)] for stage in questions.stages]
    _fill(book.create_sheet("Stages"), headings, [18, 50, 44, 44, 44, 44], rows)
    with whole_file(path) as file:
        book.save(file)


def _row(piece: TaggedPiece, stage: BuyingStage, questions: TagQuestions) -> list[Any]:
    segments = "; ".join(questions.segments[key] for key in piece.segment_ids if key in questions.segments)
    return [
        piece.uid,
        piece.title,
        piece.day if _is_sheet_day(piece) else day_words(piece),
        segments,
        stage.name,
        stage.definition,
        piece.insight,
        piece.url,
        so_far(piece),
        None,
        None,
        None,
    ]


def _is_sheet_day(piece: TaggedPiece) -> bool:
    return piece.precision is Precision.DAY and piece.day is not None and piece.day >= FIRST_SHEET_DAY


def day_words(piece: TaggedPiece) -> str:
    """Return the day of a piece as a file says it: a coarse one with its precision."""
    if piece.day is None:
        return ""
    day = piece.day.isoformat()
    spans = {Precision.WEEK: _("week of {day}"), Precision.MONTH: _("month of {day}"),
             Precision.QUARTER: _("quarter from {day}")}  # fmt: skip
    return day if piece.precision is Precision.DAY else spans[piece.precision].format(day=day)


def so_far(piece: TaggedPiece) -> str:
    """Say what was said of a tag that is not agreed."""
    if piece.tag is Tag.DISPUTED:
        return _("Disputed: {reason}").format(reason=piece.reason) if piece.reason else _("Disputed")
    return ""


def _fill(sheet: Any, headings: list[str], widths: list[int], rows: list[list[Any]]) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    top = Alignment(vertical="top", wrap_text=True)
    under = Border(bottom=Side(style="thin", color=LINE))
    for place, (heading, width) in enumerate(zip(headings, widths, strict=True), start=1):
        cell = sheet.cell(1, place, heading)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=HEAD)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.column_dimensions[cell.column_letter].width = width
    for line, values in enumerate(rows, start=2):
        for place, value in enumerate(values, start=1):
            cell = sheet.cell(line, place)
            _put(cell, value)
            cell.alignment, cell.border = top, under
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _put(cell: Any, value: Any) -> None:
    """Write a value; a text is a text, whatever a spreadsheet would make of it."""
    if not isinstance(value, str):
        cell.value = value
        return
    text = left_out(without_controls(value)[0])
    if text:
        cell.value, cell.data_type = text, "s"


def _ask(sheet: Any, pieces: int) -> None:
    """Let the columns of the answer stand out, and offer the two words."""
    from openpyxl.styles import PatternFill
    from openpyxl.worksheet.datavalidation import DataValidation

    for line in range(2, pieces + 2):
        for place in range(ANSWER + 1, len(COLUMNS) + 1):
            sheet.cell(line, place).fill = PatternFill("solid", fgColor=ASKED)
    if not pieces:
        return
    offered = DataValidation("list", formula1=WORDS, allow_blank=True)
    offered.errorTitle, offered.error = _("Answer"), _("Write agreed or disputed, or leave it blank.")
    letter = sheet.cell(1, ANSWER + 1).column_letter
    offered.add(f"{letter}2:{letter}{pieces + 1}")
    sheet.add_data_validation(offered)
    sheet.auto_filter.ref = f"A1:{sheet.cell(1, len(COLUMNS)).column_letter}{pieces + 1}"
