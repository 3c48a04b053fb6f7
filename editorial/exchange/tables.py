"""Any table a person has (a file, or rows pasted from a spreadsheet) into headings and rows with line numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editorial.domain.drafts import Question, Refusal, without_controls
from editorial.domain.uncollected import uncollected
from editorial.errors import BadFile
from editorial.exchange.decoding import decode
from editorial.exchange.delimited import check_text, delimiter_of, parse, unclosed_quote
from editorial.exchange.documents import table_of
from editorial.exchange.rows import MOST_BYTES, Row, Table, is_blank, too_large
from editorial.exchange.sections import is_section
from editorial.exchange.sheets import Sheet, read_sheets
from editorial.exchange.synonyms import recognised, squeezed
from editorial.language import _, ngettext

_HEADING_WITHIN = 50
SHEETS = (".xlsx", ".xlsm")
WORKSPACE_SUFFIX = ".editorial"

__all__ = ["Table", "read_bytes", "read_table", "read_text"]


def read_table(path: Path, sheet: str | None = None, named: Iterable[str] = (), key: str = "") -> Table:
    """Read a CSV, XLSX or JSON file. Raises BadFile with one sentence.

    `named` are headings the user has named; `key` says which list of a JSON object is meant where it holds several.
    """
    data = read_bytes(path)
    known = frozenset(map(squeezed, named))
    if path.suffix.lower() in SHEETS:
        return _from_sheets(read_sheets(data, path.name, sheet), known)
    if path.suffix.lower() == ".json":
        return table_of(data, key)
    check_text(data, path.name)
    return read_text(decode(data), known)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file within the size limit. Raises BadFile where it cannot be read."""
    if path.suffix.casefold() == WORKSPACE_SUFFIX:
        # Closing a workspace that is open elsewhere in this process would drop the locks that keep its log.
        raise BadFile(_("{name} is a workspace: open it instead of importing it.").format(name=path.name))
    try:
        if path.stat().st_size > MOST_BYTES:
            raise too_large()
        return path.read_bytes()
    except FileNotFoundError as error:
        raise BadFile(_("There is no file {name}.").format(name=path)) from error
    except IsADirectoryError as error:
        raise BadFile(_("{name} is a folder, not a file.").format(name=path)) from error
    except OSError as error:
        raise BadFile(_("{name} cannot be read: {reason}.").format(name=path, reason=error.strerror)) from error


def read_text(text: str, named: frozenset[str] = frozenset()) -> Table:
    """Read delimited text, from a file or the clipboard. Raises BadFile where it holds no table."""
    text, dropped = without_controls(text)
    if not text.strip():
        raise BadFile(_("The file holds no text.") if dropped else _("The file is empty."))
    with uncollected():
        rows = list(parse(text, delimiter_of(text)))
    torn = unclosed_quote(text, rows)
    refused = (Refusal(rows.pop()[0], "", "", torn),) if torn else ()
    return _tabled("csv", rows, refused, dropped, named)


def _from_sheets(sheets: dict[str, Sheet], named: frozenset[str]) -> Table:
    """Choose the one sheet with known headings; several are a question."""
    fitting = [name for name, (rows, _n) in sheets.items() if _heading(rows, named)[0] and len(rows) > 1]
    if not any(rows for rows, _n in sheets.values()):
        raise BadFile(_("The file is empty."))
    chosen = next(iter(fitting or (name for name, (rows, _n) in sheets.items() if rows)))
    rows, unsolved = sheets[chosen]
    dropped = sum(_without_controls(cells) for _line, cells in rows)
    table = _tabled("xlsx", rows, (), dropped, named)
    question = (Question("sheet", tuple(fitting)),) if len(fitting) > 1 else ()
    return Table("xlsx", table.headings, table.rows, table.heading_line, table.refused, question, chosen,
                 tuple(sheets), (*table.notes, *_unsolved_notes(unsolved)))  # fmt: skip


def _unsolved_notes(n: int) -> tuple[str, ...]:
    said = ngettext(
        "{n} formula has no stored result and was read as blank; open and save the file in a spreadsheet to fill it.",
        "{n} formulas have no stored result and were read as blank; open and save the file in a spreadsheet to fill "
        "them.",
        n,
    )
    return (said.format(n=n),) if n else ()


def _without_controls(cells: list[Any]) -> int:
    """Clean the texts of a row in place and return how many characters were dropped."""
    dropped = 0
    for index, cell in enumerate(cells):
        if isinstance(cell, str):
            cells[index], count = without_controls(cell)
            dropped += count
    return dropped


def _heading(rows: Sequence[Row], named: frozenset[str]) -> tuple[int, int]:
    """Return how many known headings the likeliest heading row has, and its index.

    Where none is known, it is the first of the widest rows: banners above a table are narrower than it.
    """
    looked_at = [(index, cells) for index, (_line, cells) in enumerate(rows[: _HEADING_WITHIN * 4]) if any_cell(cells)]
    looked_at = looked_at[:_HEADING_WITHIN]
    if not looked_at:
        return 0, 0
    known, at = max((recognised(cells, named), -index) for index, cells in looked_at)
    if known:
        return known, -at
    return 0, max(looked_at, key=lambda item: (sum(not is_blank(cell) for cell in item[1]), -item[0]))[0]


def any_cell(cells: Iterable[Any]) -> bool:
    """Tell whether a row holds anything."""
    return any(not is_blank(cell) for cell in cells)


def _tabled(source: str, rows: list[Row], refused: tuple[Refusal, ...], dropped: int, named: frozenset[str]) -> Table:
    _known, at = _heading(rows, named)
    line, cells = rows[at]
    headings = _headings(cells)
    skipped = _Skipped(controls=dropped)
    kept, too_long = skipped.sort(rows[at + 1 :], cells, headings)
    return Table(source, headings, kept, line, (*too_long, *refused), notes=skipped.notes())


def _headings(cells: Sequence[Any]) -> tuple[str, ...]:
    """Return the headings up to the last that is not blank, each of its own: a second `Title` is `Title (2)`."""
    texts = ["" if is_blank(cell) else " ".join(str(cell).split()) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(
        f"{text} ({texts[:index].count(text) + 1})" if text and text in texts[:index] else text
        for index, text in enumerate(texts)
    )


@dataclass(slots=True)
class _Skipped:
    """Counts of what was passed over on the way through a table."""

    blank: int = 0
    headings: int = 0
    sections: int = 0
    controls: int = 0

    def sort(
        self, rows: Iterable[Row], heading: Sequence[Any], names: tuple[str, ...]
    ) -> tuple[list[Row], list[Refusal]]:
        """Return the rows that hold something, as wide as the headings, and the refusals of those that are wider."""
        width, repeated = len(names), [_plain(cell) for cell in heading[: len(names)]]
        kept: list[Row] = []
        refused: list[Refusal] = []
        for line, cells in rows:
            if not any_cell(cells):
                self.blank += 1
            elif _plain(cells[0]) == repeated[0] and [_plain(cell) for cell in cells[:width]] == repeated:
                self.headings += 1
            elif len(cells) > width and any_cell(cells[width:]):
                refused.append(_too_wide(line, cells, width))
            elif width > 2 and is_section(cells):
                self.sections += 1
            else:
                kept.append((line, [*cells, *[""] * (width - len(cells))] if len(cells) < width else cells[:width]))
        return kept, refused

    def notes(self) -> tuple[str, ...]:
        said = (
            (self.blank, ngettext("{n} blank row was skipped.", "{n} blank rows were skipped.", self.blank)),
            (self.headings, ngettext(
                "{n} repeat of the heading was skipped.", "{n} repeats of the heading were skipped.", self.headings)),
            (self.sections, ngettext(
                "{n} row that only names a week or month was skipped.",
                "{n} rows that only name a week or month were skipped.", self.sections)),
            (self.controls, ngettext(
                "{n} control character was dropped.", "{n} control characters were dropped.", self.controls)),
        )  # fmt: skip
        return tuple(sentence.format(n=n) for n, sentence in said if n)


def _plain(cell: Any) -> Any:
    return cell.strip() if isinstance(cell, str) else "" if cell is None else cell


def _too_wide(line: int, cells: Sequence[Any], width: int) -> Refusal:
    value = next(str(cell) for cell in cells[width:] if not is_blank(cell))
    reason = _("the row has more cells than the heading; a comma inside a text may need quotation marks")
    return Refusal(line, "", value, reason)
