"""The interests place through the real window."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editorial.ui.interests.place import InterestsPlace
from editorial.ui.interests.table import InterestModel
from editorial.ui.window import Window

PADDING = 20
"""What a cell keeps free at its sides (px)."""


@pytest.fixture
def place(on_sample: None, window: Window) -> InterestsPlace:
    shown = window.go("interests")
    assert isinstance(shown, InterestsPlace)
    return shown


def model(place: InterestsPlace) -> InterestModel:
    return place.table.interests


def column(place: InterestsPlace, word: str) -> int:
    return [each.word for each in model(place).columns].index(word)


def test_every_interest_has_a_row(place: InterestsPlace) -> None:
    assert model(place).rowCount() == 8


def test_fair_shares_add_up_to_the_pieces(place: InterestsPlace) -> None:
    assert place.rotation is not None
    turns = [row.turn for row in model(place).rows if row.turn]
    assert sum(turn.fair_share for turn in turns) == sum(turn.count for turn in turns) == place.rotation.pieces


def test_the_weeks_count_every_use(place: InterestsPlace) -> None:
    assert all(row.turn and sum(row.weeks) == row.turn.count for row in model(place).rows)


def test_the_overdue_one_says_so_in_a_word(place: InterestsPlace) -> None:
    assert [row.state for row in model(place).rows].count("overdue") == 1


def test_a_weight_is_edited_in_place(place: InterestsPlace) -> None:
    index = model(place).index(0, column(place, "weight"))
    name = model(place).rows[0].interest.name
    assert model(place).setData(index, "4,5")
    changed = next(one for one in place.desk.lists.interests.values() if one.name == name)
    assert changed.weight == Decimal("4.5")


@pytest.mark.parametrize("typed", ["-1", "many", "nan"])
def test_a_wrong_weight_is_refused_with_the_reason(qtbot: QtBot, place: InterestsPlace, typed: str) -> None:
    index = model(place).index(0, column(place, "weight"))
    with qtbot.waitSignal(model(place).refused) as told:
        assert not model(place).setData(index, typed)
    assert typed in told.args[0]


def test_a_segment_narrows_the_rotation(place: InterestsPlace) -> None:
    assert place.rotation is not None
    before = place.rotation.pieces
    place._segment.setCurrentIndex(1)
    place.reload()
    assert 0 < place.rotation.pieces < before


def test_an_idea_on_an_interest_is_planned_in_two_clicks(qtbot: QtBot, place: InterestsPlace) -> None:
    assert place.rotation is not None
    interest = next(turn.interest for turn in place.rotation.interests if turn.overdue)
    place.table.choose(interest.id)

    def shown() -> list[QPushButton]:
        return [b for b in place.panel.findChildren(QPushButton) if b.text().startswith("Plan it") and b.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    qtbot.mouseClick(shown()[0], Qt.MouseButton.LeftButton)
    row = next(row for row in model(place).rows if row.interest.id == interest.id)
    assert row.turn is not None
    assert row.turn.count == 1
    assert not row.turn.overdue


def test_focus_that_passes_by_chooses_no_interest(place: InterestsPlace) -> None:
    only = QItemSelectionModel.SelectionFlag.NoUpdate
    place.table.selectionModel().setCurrentIndex(model(place).index(0, 0), only)
    assert place.table.row() is None


def test_a_narrow_table_needs_no_scrolling_sideways(qtbot: QtBot, window: Window, place: InterestsPlace) -> None:
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: place.table.horizontalScrollBar().maximum() == 0)
    assert place.table.isColumnHidden(column(place, "weeks"))
    assert place.table._bars.strip_below


def test_a_wide_table_has_a_column_for_the_weeks(place: InterestsPlace) -> None:
    assert not place.table.isColumnHidden(column(place, "weeks"))
    assert not place.table._bars.strip_below


@pytest.mark.parametrize(("word", "widest"), [("share", "100 %"), ("used", "999"), ("fair", "199.9"), ("gap", "365")])
def test_great_figures_have_room(place: InterestsPlace, word: str, widest: str) -> None:
    text = place.table.fontMetrics().horizontalAdvance(widest)
    assert place.table.columnWidth(column(place, word)) >= text + PADDING


def test_a_retired_interest_stands_last(place: InterestsPlace) -> None:
    from editorial.services import lists

    assert place.desk.workspace is not None
    first = model(place).rows[0].interest.id
    lists.edit(place.desk.workspace, "interest", first, retired=True)
    assert model(place).rows[-1].interest.id == first
    assert model(place).rows[-1].state == "retired"


def test_an_empty_workspace_says_what_to_do(window: Window) -> None:
    shown = window.go("interests")
    assert isinstance(shown, InterestsPlace)
    assert shown._empty.isVisible()
    assert not shown.table.isVisible()
