"""Tables of field notes as sales keeps them: any delimiter, any encoding, formulas among the words."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest

from editorial.domain.drafts import DraftKind, Drafts
from editorial.domain.records import Settings
from editorial.exchange.columns import match
from editorial.exchange.field_notes import drafts
from editorial.exchange.tables import read_table

HEADINGS = ("Date", "Note", "Salesperson", "Company", "Topic", "Background")
ROWS = (
    ("13.11.2026", "Fragen nach dem zweiten Jahr, „nicht dem ersten“", "Jürgen Groß", "Müller; Söhne", "A, B", "x"),
    ("14.11.2026", '=HYPERLINK("http://example.com";"click")', "Ana Lind", "Globex", "", ""),
    ("15.11.2026", "@SUM(1+1)", "Ana Lind", "-Initech", "", ""),
)  # fmt: skip


def read(path: Path) -> Drafts:
    table = read_table(path, key="field_notes")
    return drafts(table, match(table.headings, DraftKind.FIELD_NOTES), Settings())


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(";", "utf-8-sig"), (";", "cp1252"), ("\t", "utf-16"), ("\t", "cp1252"), (",", "utf-8")]
)
def test_notes_are_read_word_for_word(delimiter: str, encoding: str, tmp_path: Path) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows((HEADINGS, *ROWS))
    path = tmp_path / "notes.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    found = read(path)
    names = ("name", "person", "account")
    assert [tuple(row.values[name] for name in names) for row in found.rows] == [row[1:4] for row in ROWS]
    assert [str(row.values["day"]) for row in found.rows] == ["2026-11-13", "2026-11-14", "2026-11-15"]
    assert found.rows[0].values["interest"] == "A, B"


def test_a_formula_without_a_result_is_a_note_without_words(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADINGS, ROWS[0], ("14.11.2026", '=CONCATENATE("a","b")', "Ana", "", "", "")):
        sheet.append(row)
    book.save(tmp_path / "notes.xlsx")
    found = read(tmp_path / "notes.xlsx")
    assert [(one.line, one.column, one.reason) for one in found.refused] == [
        (3, "Note", "a field note needs its words")
    ]
    assert "1 formula has no stored result" in found.notes[0]


def test_columns_of_another_table_are_not_taken(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("Note,Colour\nProof,red\n", encoding="utf-8")
    assert read(tmp_path / "notes.csv").ignored == ("Colour",)
