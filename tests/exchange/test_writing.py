from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from editorial.domain.drafts import DraftKind
from editorial.errors import BadFile
from editorial.exchange.whole_file import whole_file
from editorial.exchange.writing import delimited, write_document, write_records

GOLDEN = Path(__file__).parents[1] / "golden"
PIECES: list[dict[str, Any]] = [
    {"id": "0001", "title": "=Pricing after tariffs", "date": date(2027, 3, 11), "time": "09:05", "precision": "day",
     "kind": "practical", "segments": ("Banks, insurers", "R;D"), "authors": ("Scott Gottlieb, M.D.",),
     "interest": "Risk, compliance", "timely": True, "evergreen": False, "brief": "One\n\n'two'"},
    {"id": "0002", "title": "关税之后的定价", "segments": (), "links": (("Survey", "https://example.com"),)},
]  # fmt: skip


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".json"])
def test_files_are_written_as_before(tmp_path: Path, golden: Any, ending: str) -> None:
    path = tmp_path / f"pieces{ending}"
    write_records(DraftKind.PIECES, PIECES, path)
    golden(path.name, path.read_bytes())


def test_a_sheet_holds_texts_as_texts_and_days_as_days(tmp_path: Path) -> None:
    path = tmp_path / "pieces.xlsx"
    write_records(DraftKind.PIECES, PIECES, path)
    heading, first, _second = openpyxl.load_workbook(path)["pieces"].iter_rows()
    cells = dict(zip((cell.value for cell in heading), first, strict=True))
    assert (cells["title"].value, cells["title"].data_type) == ("=Pricing after tariffs", "s")
    assert isinstance(cells["date"].value, date)


def test_copied_rows_are_separated_by_tabs() -> None:
    lines = delimited(["id", "title"], PIECES).splitlines()
    assert lines == ["id\ttitle", "0001\t'=Pricing after tariffs", "0002\t关税之后的定价"]


def test_a_failing_write_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("before")
    with pytest.raises(BadFile, match="cannot be written: the disk is full"):
        _run_out_of_space(path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def _run_out_of_space(path: Path) -> None:
    with whole_file(path) as file:
        file.write(b"half")
        raise OSError(28, "No space left on device")


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="cannot be written: its folder is not there"):
        write_document({}, tmp_path / "gone" / "a.json")


def test_a_folder_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    with pytest.raises(BadFile, match="a folder has that name"):
        write_document({}, tmp_path / "a.json")


def test_an_ending_that_is_not_known_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="ending"):
        write_records(DraftKind.PIECES, PIECES, tmp_path / "a.docx")
    with pytest.raises(BadFile, match="ending"):
        write_document({}, tmp_path / "a.csv")
