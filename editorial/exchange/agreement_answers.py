"""Answers on stage tags from a file: the sheet that went out, or what the page that went out has saved."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from editorial.domain.agreement_answers import ANSWER_FIELDS, Answer, Answers
from editorial.domain.drafts import Refusal
from editorial.domain.folding import fold
from editorial.domain.vocabulary import Tag
from editorial.errors import BadFile
from editorial.exchange.cells import as_text, is_left_out, unguarded
from editorial.exchange.rows import Table
from editorial.exchange.sheets import read_sheets
from editorial.exchange.synonyms import squeezed
from editorial.exchange.tables import SHEETS, read_bytes, read_table
from editorial.language import _, ngettext

_AGREED = frozenset("agreed agree yes y ok ✓ ✔ ja oui si".split())
_DISPUTED = frozenset("disputed dispute no n ✗ ✘ nein non".split())
_NEEDED = ("id", "answer")
FOR_THE_READER = ("Date", "Segments", "Insight", "Link", "So far")
"""Columns that go out and need not come back."""


def read_answers(path: Path) -> Answers:
    """Read XLSX, CSV or JSON. Raises BadFile with one sentence where the file holds no answers."""
    table = read_table(path, _sheet(path), ANSWER_FIELDS, "answers")
    columns = _columns(table.headings)
    if missing := [name for name in _NEEDED if name not in columns]:
        raise BadFile(
            _("{name} holds no answers on stage tags: it lacks the column {column}.").format(
                name=path.name, column=f"“{missing[0]}”"
            )
        )
    rows: list[Answer] = []
    refused = list(table.refused)
    for line, cells in table.rows:
        read = _row(line, {name: _text(cells[at], table) for name, at in columns.items()})
        if isinstance(read, Answer):
            rows.append(read)
        else:
            name, value, reason = read
            refused.append(Refusal(line, table.headings[columns[name]], value[:80], reason))
    mapping = {name: table.headings[at] for name, at in columns.items()}
    known = {*mapping.values(), "", *FOR_THE_READER}
    ignored = tuple(heading for heading in table.headings if heading not in known)
    return Answers(tuple(rows), tuple(refused), mapping, ignored, (*table.notes, *_unanswered(rows)))


def _sheet(path: Path) -> str | None:
    """Return the sheet of a workbook that holds answers; None where it has none, or the file is no workbook."""
    if path.suffix.lower() not in SHEETS:
        return None
    for title, sheet in read_sheets(read_bytes(path), path.name).items():
        if any(
            len(_columns([as_text(cell) for cell in cells]).keys() & set(_NEEDED)) == 2 for _at, cells in sheet.rows
        ):
            return title
    return None


def _columns(headings: Sequence[str]) -> dict[str, int]:
    """Return where each field stands; a heading is matched without regard to case, spaces and signs."""
    known = {squeezed(name): name for name in ANSWER_FIELDS} | {"by": "by_whom", "who": "by_whom", "name": "by_whom"}
    found: dict[str, int] = {}
    for at, heading in enumerate(headings):
        if name := known.get(squeezed(heading)):
            found.setdefault(name, at)
    return found


def _text(cell: Any, table: Table) -> str:
    text = as_text(cell).strip()
    if text and table.source == "csv":
        text = unguarded(text)
    return "" if is_left_out(text) else text


def _row(line: int, cells: Mapping[str, str]) -> Answer | tuple[str, str, str]:
    """Return a row as an answer, or the field, value and reason why it is none."""
    said, reason = cells["answer"], cells.get("reason", "")
    tag = _tag(said)
    if said and tag is None:
        return "answer", said, _("write agreed or disputed, or leave it blank")
    if not said and reason:
        return "answer", "", _("a reason without an answer: write agreed or disputed")
    if tag is not None and not cells["id"]:
        return "id", "", _("the id is gone, so nobody knows which piece this is")
    return Answer(
        line=line,
        uid=cells["id"],
        title=cells.get("title", ""),
        stage=cells.get("stage", ""),
        definition=cells.get("definition", ""),
        tag=tag,
        reason=reason,
        who=cells.get("by_whom", ""),
    )


def _tag(said: str) -> Tag | None:
    word = fold(said).strip(" .!")
    if word in _AGREED:
        return Tag.AGREED
    return Tag.DISPUTED if word in _DISPUTED else None


def _unanswered(rows: Sequence[Answer]) -> tuple[str, ...]:
    n = sum(row.tag is None for row in rows)
    said = ngettext("{n} piece was not answered.", "{n} pieces were not answered.", n)
    return (said.format(n=n),) if n else ()
