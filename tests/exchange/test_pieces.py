from datetime import date, time
from typing import Any

import pytest

from editorial.domain.drafts import DraftKind, Drafts
from editorial.domain.records import Settings
from editorial.domain.vocabulary import Precision
from editorial.errors import RuleBroken
from editorial.exchange.columns import match
from editorial.exchange.pieces import drafts
from editorial.exchange.tables import read_text


def read(text: str, order: str = "", zone: str = "UTC", **given: str) -> Drafts:
    table = read_text(text)
    return drafts(table, match(table.headings, DraftKind.PIECES, given=given), Settings(time_zone=zone), order)


def only(text: str, **given: str) -> dict[str, Any]:
    (row,) = read(text, **given).rows
    return dict(row.values)


def test_blank_cells_are_left_out_of_a_draft() -> None:
    assert only("Title,Kind,Brief,Segments\nA,,  ,\n") == {"title": "A"}


def test_the_first_interest_is_primary_and_the_rest_further() -> None:
    found = only("Title,Topics\nA,data;GSA;data;mobile\n")
    assert (found["interest"], found["further_interests"]) == ("data", ("GSA", "mobile"))


def test_a_column_of_further_interests_adds_to_them() -> None:
    found = only("Title;Topic;further_interests\nA;data;GSA, data, mobile\n")
    assert found["further_interests"] == ("GSA", "mobile")


def test_a_week_heading_tells_only_the_week() -> None:
    assert only("title,week_start\nA,2027-03-08\n")["precision"] is Precision.WEEK


def test_months_and_weeks_set_the_precision_of_their_row_only() -> None:
    rows = read("Title,Date\nA,2027-03\nB,2027-W10\nC,2027-03-11\n").rows
    assert [row.values.get("precision") for row in rows] == [Precision.MONTH, Precision.WEEK, None]


def test_a_span_where_a_day_is_needed_is_refused() -> None:
    (refusal,) = read("Title,Review date\nA,2027-03\n").refused
    assert (refusal.line, refusal.column) == (2, "Review date")


def test_the_time_of_a_timestamp_is_kept_only_where_a_time_column_is_mapped() -> None:
    text = "Title,start\nA,2027-03-11T23:30:00-05:00\n"
    assert "time" not in only(text)
    found = read(text, zone="Europe/Berlin", date="start", time="start").rows[0].values
    assert (found["date"], found["time"]) == (date(2027, 3, 12), time(5, 30))


def test_a_refused_cell_names_line_column_value_and_reason() -> None:
    (refusal,) = read("Title,Kind,Go-live\nA,inspiring,soon\n").refused
    assert (refusal.line, refusal.column, refusal.value) == (2, "Go-live", "soon")
    assert "2027-03-11" in refusal.reason


def test_every_row_is_read_or_refused_once() -> None:
    found = read("Title,Date\nA,2027-01-01\nB,soon\nC,x,y,z\n")
    assert (found.read, len(found.rows), [one.line for one in found.refused]) == (3, 1, [3, 4])


def test_a_column_that_proves_no_order_is_a_question_on_it() -> None:
    (question,) = read("Title,Go-live\nA,05/04/2027\n").questions
    assert (question.column, question.readings, question.examples) == ("Go-live", ("dmy", "mdy"), ("05/04/2027",))


def test_each_column_proves_its_own_order() -> None:
    found = read("Title,Date,Review date\nA,23/02/2027,02/28/2027\n").rows[0].values
    assert (found["date"], found["review_date"]) == (date(2027, 2, 23), date(2027, 2, 28))


def test_of_several_channels_the_first_is_kept_and_that_is_said() -> None:
    found = read('Title,Platforms\nA,"LinkedIn, X"\n')
    assert found.rows[0].values["channel"] == "LinkedIn"
    assert "1 row names several channels" in found.notes[0]


def test_guards_against_formulas_are_taken_away() -> None:
    assert only("Title,Brief\n'=1+1,'quoted'\n") == {"title": "=1+1", "brief": "'quoted'"}


def test_a_text_that_was_left_out_changes_nothing() -> None:
    mark = "⟦40000 characters are left out here: too long for a spreadsheet⟧"
    assert only(f"Title,Brief\nA,{mark}\n") == {"title": "A"}


def test_long_texts_keep_their_lines_and_titles_do_not() -> None:
    assert only('Title,Brief\n"A\n  b ","  one\n\n  two "\n') == {"title": "A b", "brief": "  one\n\n  two "}


def test_a_file_without_a_title_is_refused_as_a_whole() -> None:
    with pytest.raises(RuleBroken, match="title"):
        read("colour,size\nred,3\n")
