from pathlib import Path

import pytest

from editorial.errors import BadFile
from editorial.exchange import rows, tables
from editorial.exchange.rows import Table
from editorial.exchange.tables import read_table, read_text


def lines(table: Table) -> list[int]:
    return [line for line, _cells in table.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_recognised(delimiter: str) -> None:
    table = read_text("Title,Date,Owner\nA,2027-01-01,Ann\nB,2027-01-02,Bob\n".replace(",", delimiter))
    assert table.headings == ("Title", "Date", "Owner")
    assert table.rows[1] == (3, ["B", "2027-01-02", "Bob"])


def test_commas_in_texts_do_not_hide_the_semicolons() -> None:
    table = read_text("Titel X;Title;Date\na;Hello, world, again;2027-01-01\nb;One, two, three, four;2027-01-02\n")
    assert table.rows[0][1] == ["a", "Hello, world, again", "2027-01-01"]


def test_lists_at_semicolons_do_not_hide_the_commas() -> None:
    table = read_text("title,topics\nA,a;b;c\nB,d;e;f\nC,g;h;i\n")
    assert table.headings == ("title", "topics")


def test_a_single_column_needs_no_delimiter() -> None:
    table = read_text("Title\nHello world\nAgain\n")
    assert table.rows == [(2, ["Hello world"]), (3, ["Again"])]


def test_the_heading_may_follow_a_banner_and_blank_rows() -> None:
    table = read_text("Content plan 2027,,\n\n,,\nTitle,Date,Owner\nA,2027-01-01,Ann\n")
    assert table.headings == ("Title", "Date", "Owner")
    assert (table.heading_line, lines(table)) == (4, [5])


def test_unknown_headings_are_the_first_of_the_widest_rows() -> None:
    table = read_text("Plan\nUeberschrift,Tag,Wer\nA,2027-01-01,Ann\n")
    assert table.headings == ("Ueberschrift", "Tag", "Wer")


def test_a_heading_the_user_named_is_found() -> None:
    table = read_text("a,b,c\nfoo,bar,\nx,y,z\n", frozenset({"foo"}))
    assert table.headings == ("foo", "bar")


def test_blank_rows_and_repeated_headings_are_skipped_and_counted() -> None:
    table = read_text("Title,Date\nA,\n\n , \nTitle,Date\nB,\n")
    assert lines(table) == [2, 6]
    assert table.notes == ("2 blank rows were skipped.", "1 repeat of the heading was skipped.")


def test_rows_that_only_name_a_week_are_skipped_and_counted() -> None:
    table = read_text("Title,Date,Owner\nWeek 12,,\nA,2027-03-22,Ann\nMarch 2027,,\nB,2027-03-23,Bob\n")
    assert lines(table) == [3, 5]
    assert "2 rows that only name a week or month were skipped." in table.notes


def test_a_row_with_more_cells_than_the_heading_is_refused() -> None:
    table = read_text("Title,Date\nHello, world,2027-01-01\nB,2027-01-02,,\n")
    assert [(refusal.line, refusal.value) for refusal in table.refused] == [(2, "2027-01-01")]
    assert lines(table) == [3]


def test_missing_cells_are_blanks() -> None:
    assert read_text("Title,Date,Owner\nA\n").rows == [(2, ["A", "", ""])]


def test_control_characters_are_dropped_and_counted_but_tab_and_newline_stay() -> None:
    table = read_text('Title,Brief\nA\x00\x07,"one\ttwo\r\nthree"\n')
    assert table.rows == [(2, ["A", "one\ttwo\nthree"])]
    assert table.notes == ("2 control characters were dropped.",)


def test_lines_are_counted_as_an_editor_does() -> None:
    table = read_text('Title,Brief\r\nA,"one\r\ntwo\r\nthree"\r\nB,\r\n')
    assert lines(table) == [2, 5]


def test_a_quotation_mark_that_is_never_closed_refuses_what_it_swallowed() -> None:
    table = read_text('Title,Date\nA,2027-01-01\n"B,2027-01-02\nC,2027-01-03\n')
    assert [(refusal.line, "never closed" in refusal.reason) for refusal in table.refused] == [(3, True)]


def test_an_inch_mark_is_no_quotation() -> None:
    assert read_text('Title,Date\n5" pipe,2027-01-01\nB,\n').rows[0][1] == ['5" pipe', "2027-01-01"]


def test_the_same_heading_twice_is_told_apart() -> None:
    assert read_text("Title,Date,Title\nA,,B\n").headings == ("Title", "Date", "Title (2)")


def test_an_empty_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n \n")
    with pytest.raises(BadFile, match="empty"):
        read_table(path)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", b"PK\x03\x04rest", "spreadsheet or archive"),
        ("a.csv", b"\xd0\xcf\x11\xe0rest", "not a table"),
        ("a.xlsx", b"Title,Date\n", "not a spreadsheet"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0rest", "password"),
        ("a.xlsx", b"PK\x03\x04rest", "damaged"),
        ("a.json", b"{", "not JSON: it breaks at line 1"),
        ("a.json", b"3", "list of records"),
        ("a.json", b'{"a": [], "b": []}', "one list"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_gets_one_sentence(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(BadFile, match=said) as caught:
        read_table(path)
    assert "\n" not in str(caught.value)


def test_a_workspace_is_opened_not_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.editorial"
    path.write_bytes(b"SQLite format 3")
    with pytest.raises(BadFile, match="open it instead"):
        read_table(path)


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no file"):
        read_table(tmp_path / "gone.csv")
    with pytest.raises(BadFile, match="folder"):
        read_table(tmp_path)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_BYTES", 10)
    path = tmp_path / "a.csv"
    path.write_text("Title\nHello world\n")
    with pytest.raises(BadFile, match="200 MB"):
        read_table(path)


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editorial.exchange.delimited.MOST_ROWS", 2)
    with pytest.raises(BadFile, match="1,000,000 rows"):
        read_text("Title\nA\nB\nC\nD\n")
    assert rows.MOST_ROWS == 1_000_000


def test_json_records_are_a_table_of_all_their_keys(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"title": "A"}, {"title": "B", "authors": ["Ann"]}, {}, 7]')
    table = read_table(path)
    assert table.rows == [(1, ["A", None]), (2, ["B", ["Ann"]])]
    assert [refusal.line for refusal in table.refused] == [4]


def test_the_list_that_is_meant_is_taken_from_a_whole_workspace(tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    path.write_text('{"settings": {}, "people": [{"name": "Ann"}], "pieces": [{"title": "A"}]}')
    assert read_table(path, key="people").headings == ("name",)
