import sys
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from editorial.domain.conditions import Operator, Test
from editorial.domain.settings_rules import FACTORS
from editorial.domain.vocabulary import Kind
from editorial.services import history, lists, pieces, weight_sets
from editorial.store.workspace import Workspace
from editorial.ui.ideas.place import IdeasPlace
from editorial.ui.ideas.ranked import RankedPage
from editorial.ui.keys import ASKS_ITSELF
from editorial.ui.window import Window
from tests.builders import a_piece, a_segment, an_interest
from tests.ui.scripted import ScriptedPrompts

ONLY_GAP = {name: Decimal(int(name == "gap")) for name in FACTORS}


@pytest.fixture
def place(window: Window) -> IdeasPlace:
    shown = window.go("ideas")
    assert isinstance(shown, IdeasPlace)
    return shown


@pytest.fixture
def page(place: IdeasPlace, workspace: Workspace) -> RankedPage:
    """Two ideas: one fills a gap, the other is on an interest."""
    a_piece(workspace, "Fills a gap", stage="Interest", segment_ids=(a_segment(workspace),))
    a_piece(workspace, "On an interest", interest_id=an_interest(workspace), kind=Kind.PRACTICAL)
    place.choice.choose("ranked")
    return place.ranked


def titles(page: RankedPage) -> list[str]:
    return [entry.title for entry in page.list.ideas.entries]


def spoken(page: RankedPage, row: int) -> str:
    index = page.list.ideas.index(row, 0, QModelIndex())
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


@contextmanager
def statements(workspace: Workspace) -> Iterator[list[str]]:
    """Collect what the database is asked by this thread: the balance bar asks in another, on its own account."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if current_thread() is main_thread():
            asked.append(statement)

    event.listen(workspace.engine, "before_cursor_execute", note)
    yield asked
    event.remove(workspace.engine, "before_cursor_execute", note)


def test_ideas_stand_by_score(page: RankedPage) -> None:
    assert titles(page) == ["On an interest", "Fills a gap"]


def test_a_card_says_place_score_factors_and_reason(page: RankedPage) -> None:
    said = spoken(page, 0)
    parts = ("Place 1", "score 31.2", "Interest 12.5", "Ease 0.0", "focus group of one", "Before “Fills a gap”")
    assert all(part in said for part in parts), said


def test_moving_a_weight_reorders_without_the_database(page: RankedPage, workspace: Workspace) -> None:
    with statements(workspace) as asked:
        for name in ("interest", "rotation", "mix"):
            page.weights.rows[name].slider.setValue(0)
    assert titles(page) == ["Fills a gap", "On an interest"]
    assert asked == []


def test_number_and_slider_say_the_same(page: RankedPage) -> None:
    row = page.weights.rows["gap"]
    row.slider.setValue(25)
    assert row.number.value() == 2.5
    row.number.setValue(0.25)
    assert (row.weight, row.slider.value()) == (Decimal("0.25"), 2)


def test_a_weight_of_nothing_for_all_says_that_there_is_no_ranking(page: RankedPage) -> None:
    for row in page.weights.rows.values():
        row.number.setValue(0)
    assert titles(page) == []
    assert "Every weight is 0" in page.empty.text()


def test_what_is_selected_stays_so_when_the_order_changes(page: RankedPage, window: Window) -> None:
    page.list.setCurrentIndex(page.list.ideas.index(0, 0))
    before = page.list.selected()
    page.weights.rows["gap"].number.setValue(50)
    assert titles(page)[0] == "Fills a gap"
    assert page.list.selected() == before
    assert window.side.shows_piece


def test_places_are_those_of_all_ideas_where_a_filter_hides_some(place: IdeasPlace, page: RankedPage) -> None:
    place.filter.set_condition(Test("title", Operator.CONTAINS, ("gap",)))
    assert titles(page) == ["Fills a gap"]
    assert "Place 2" in spoken(page, 0)
    assert place.filter.hidden.text() == "1 hidden"


def test_weights_are_kept_for_the_workspace_on_demand(qtbot: QtBot, page: RankedPage, workspace: Workspace) -> None:
    assert not page.weights.keep.isEnabled()
    page.weights.rows["gap"].number.setValue(3)
    qtbot.mouseClick(page.weights.keep, Qt.MouseButton.LeftButton)
    assert lists.read_lists(workspace).settings.ranking_weights["gap"] == 3
    assert not page.weights.keep.isEnabled()
    history.undo(workspace)
    assert page.weights.rows["gap"].number.value() == 1


def test_a_set_is_saved_chosen_renamed_and_deleted(
    page: RankedPage, workspace: Workspace, prompts: ScriptedPrompts
) -> None:
    sets = page.weights.sets
    for name, row in page.weights.rows.items():
        row.number.setValue(int(name == "gap"))
    prompts.answers |= {"weight-set": "Kickoff", "weight-set-name": "Gaps first"}
    sets.save_as()
    assert sets.button.text() == "Kickoff ▾"
    sets.choose(None)
    assert page.weights.rows["ease"].weight == 1
    sets.choose(next(iter(sets.sets)))
    assert titles(page)[0] == "Fills a gap"
    sets.rename()
    assert [one.name for one in weight_sets.read_sets(workspace).values()] == ["Gaps first"]
    sets.delete()
    assert weight_sets.read_sets(workspace) == {}
    assert sets.button.text() == "The workspace’s own ▾"


def test_a_name_that_is_taken_is_refused(page: RankedPage, workspace: Workspace, prompts: ScriptedPrompts) -> None:
    weight_sets.save_new(workspace, "Kickoff", ONLY_GAP)
    prompts.answers["weight-set"] = "kickoff"
    page.weights.sets.save_as()
    assert len(weight_sets.read_sets(workspace)) == 1


def test_enter_opens_the_idea(qtbot: QtBot, window: Window, page: RankedPage) -> None:
    page.list.setCurrentIndex(page.list.ideas.index(0, 0))
    with qtbot.waitSignal(window.desk.piece_opened):
        qtbot.keyClick(page.list, Qt.Key.Key_Return)


def test_the_weights_give_way_where_there_is_no_room(window: Window, page: RankedPage) -> None:
    assert page.weights.isVisible()
    page.resize(500, 600)
    assert not page.weights.isVisible()


def test_another_quarter_in_view_is_ranked_for(window: Window, page: RankedPage) -> None:
    window.desk.look_at(window.desk.today.replace(month=6))
    assert "FY2027 Q2" in page.heading.text()


def test_a_weight_with_many_digits_is_kept_exactly(page: RankedPage, workspace: Workspace) -> None:
    lists.update_settings(workspace, ranking_weights={"gap": Decimal("0.125"), "mix": Decimal(2_000)})
    assert page.weights.weights()["gap"] == Decimal("0.125")
    assert page.weights.rows["mix"].number.value() == 2_000
    assert not page.weights.keep.isEnabled()


def test_the_figures_of_the_weights_can_be_read(page: RankedPage) -> None:
    number = page.weights.rows["gap"].number
    assert number.lineEdit().width() >= number.fontMetrics().horizontalAdvance("1.00")


@pytest.mark.skipif(sys.platform in ASKS_ITSELF, reason="the system asks for a menu by its own keys")
@pytest.mark.parametrize("page_word", ["ranked", "all"])
def test_shift_f10_opens_the_menu_of_the_idea_the_keyboard_is_on(
    qtbot: QtBot, window: Window, place: IdeasPlace, page: RankedPage, page_word: str
) -> None:
    place.choice.choose(page_word)
    with qtbot.waitActive(window):
        window.activateWindow()
    place.page.table.setFocus()
    assert place.page.table.currentIndex().isValid()
    with qtbot.waitSignal(place.page.table.menu_wanted) as asked:
        qtbot.keyClick(place.page.table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert asked.args is not None
    assert asked.args[0] == (place.page.table.current(),)


def test_the_keyboard_sees_on_which_card_it_is(place: IdeasPlace, page: RankedPage) -> None:
    assert page.window().focusWidget() is page.list
    assert page.list.current() == page.list.ideas.entries[0].id
    assert page.list.selected() == ()


def test_the_keyboard_stays_in_its_row_when_an_idea_goes(page: RankedPage, workspace: Workspace) -> None:
    a_piece(workspace, "Third")
    page.list.setCurrentIndex(page.list.ideas.index(1, 0))
    gone = page.list.current()
    assert gone is not None
    pieces.bin(workspace, [gone])
    assert page.list.currentIndex().row() == 1
