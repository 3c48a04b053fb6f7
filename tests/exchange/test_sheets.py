import re
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from editorial.errors import BadFile
from editorial.exchange import sheets
from editorial.exchange.tables import read_table

PLAN: list[list[Any]] = [["Plan 2027"], [], ["Title", "Date"], ["A", datetime(2027, 3, 11)], ["B", date(2027, 3, 12)]]  # noqa: DTZ001


def a_book(path: Path, hidden: str = "", **content: list[list[Any]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in content.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name == hidden:
            sheet.sheet_state = "hidden"
    book.save(path)
    return path


def test_rows_and_days_come_out_of_a_sheet(tmp_path: Path) -> None:
    table = read_table(a_book(tmp_path / "a.xlsx", Plan=PLAN))
    assert table.rows == [(4, ["A", date(2027, 3, 11)]), (5, ["B", date(2027, 3, 12)])]


def test_the_one_sheet_with_known_headings_is_chosen(tmp_path: Path) -> None:
    table = read_table(a_book(tmp_path / "a.xlsx", Readme=[["How to use this file"], ["Do"]], Plan=PLAN))
    assert (table.sheet, table.questions) == ("Plan", ())


def test_two_fitting_sheets_are_a_question(tmp_path: Path) -> None:
    table = read_table(a_book(tmp_path / "a.xlsx", Spring=PLAN, Autumn=PLAN))
    assert [(asked.column, asked.readings) for asked in table.questions] == [("sheet", ("Spring", "Autumn"))]


def test_a_named_sheet_is_read(tmp_path: Path) -> None:
    path = a_book(tmp_path / "a.xlsx", Spring=PLAN, Autumn=PLAN)
    table = read_table(path, "autumn")
    assert (table.sheet, table.questions) == ("Autumn", ())
    with pytest.raises(BadFile, match="Spring, Autumn"):
        read_table(path, "Winter")


def test_a_hidden_sheet_is_read_only_by_name(tmp_path: Path) -> None:
    path = a_book(tmp_path / "a.xlsx", hidden="Old", Plan=PLAN, Old=PLAN)
    assert read_table(path).questions == ()
    assert read_table(path, "Old").sheet == "Old"


def test_whole_numbers_have_no_point(tmp_path: Path) -> None:
    path = a_book(tmp_path / "a.xlsx", Plan=[["Title", "Brief"], [2027.0, 1.5]])
    assert read_table(path).rows == [(2, [2027, 1.5])]


def test_control_characters_in_cells_are_dropped_and_counted(tmp_path: Path) -> None:
    path = a_book(tmp_path / "a.xlsx", Plan=[["Title"], ["A\u0085B"]])
    assert read_table(path).notes == ("1 control character was dropped.",)


def test_a_book_that_unpacks_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_UNPACKED", 100)
    with pytest.raises(BadFile, match="1 GB"):
        read_table(a_book(tmp_path / "a.xlsx", Plan=PLAN))


def test_a_torn_book_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = a_book(tmp_path / "a.xlsx", Plan=PLAN)
    data = bytearray(path.read_bytes())
    data[200:400] = bytes(200)
    path.write_bytes(data)
    with pytest.raises(BadFile, match="damaged"):
        read_table(path)


def test_an_empty_book_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="empty"):
        read_table(a_book(tmp_path / "a.xlsx", Plan=[]))


def test_a_sheet_of_which_the_packed_bytes_are_damaged_is_one_sentence(tmp_path: Path) -> None:
    path = a_book(tmp_path / "a.xlsx", Plan=[["Title"], *([f"Title {n}"] for n in range(500))])
    with zipfile.ZipFile(path) as book:
        packed = book.getinfo("xl/worksheets/sheet1.xml")
    data = bytearray(path.read_bytes())
    data[packed.header_offset + 80 : packed.header_offset + 400] = b"\xff" * 320
    path.write_bytes(data)
    with pytest.raises(BadFile, match="damaged"):
        read_table(path)


def test_formulas_without_a_stored_result_are_counted_and_blank(tmp_path: Path) -> None:
    table = read_table(a_book(tmp_path / "a.xlsx", Plan=[["Title", "Date"], ["A", "=TODAY()"]]))
    assert table.rows == [(2, ["A", None])]
    assert [note.partition(";")[0] for note in table.notes] == ["1 formula has no stored result and was read as blank"]


@pytest.mark.parametrize("stored", [b' t="str"><f>B</f><v></v>', b' t="str"><f>B</f><v>x</v>', b"><f>B</f><v>0</v>"])
def test_a_stored_result_is_a_result_even_when_it_is_an_empty_text(tmp_path: Path, stored: bytes) -> None:
    path = a_book(tmp_path / "a.xlsx", Plan=[["Title", "Brief"], ["A", "=B"]])
    unstored = re.compile(rb"><f>B</f><v ?(/>|></v>)")
    with zipfile.ZipFile(path) as book:
        parts = {name: unstored.sub(stored, book.read(name)) for name in book.namelist()}
    with zipfile.ZipFile(path, "w") as book:
        for name, data in parts.items():
            book.writestr(name, data)
    assert any(stored in data for data in parts.values())
    assert read_table(path).notes == ()
