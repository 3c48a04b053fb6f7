"""An empty calendar explains itself."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.domain.conditions import Operator
from editorial.domain.conditions import Test as Condition
from editorial.store.workspace import Workspace
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.window import Window
from tests.builders import a_piece


def test_without_pieces_it_says_how_the_first_one_comes_here(
    window: Window, place: CalendarPlace, qtbot: QtBot
) -> None:
    assert "Nothing is planned yet" in place.nothing.text.text()
    qtbot.mouseClick(place.nothing.button, Qt.MouseButton.LeftButton)
    assert window.word == "import"


def test_an_empty_month_leads_to_the_nearest_pieces(place: CalendarPlace, workspace: Workspace, qtbot: QtBot) -> None:
    a_piece(workspace, planned=date(2019, 12, 11))
    assert "December 2019" in place.nothing.text.text()
    qtbot.mouseClick(place.nothing.button, Qt.MouseButton.LeftButton)
    assert place.desk.day == date(2019, 12, 11)
    assert place.nothing.isHidden()


def test_a_month_with_pieces_needs_no_words(place: CalendarPlace, workspace: Workspace) -> None:
    a_piece(workspace, planned=date(2027, 3, 12))
    assert place.nothing.isHidden()


def test_where_a_filter_hides_everything_it_can_be_cleared(
    place: CalendarPlace, workspace: Workspace, qtbot: QtBot
) -> None:
    a_piece(workspace, planned=date(2027, 3, 12))
    place.filter.set_condition(Condition("kind", Operator.IS, ("practical",)))
    assert place.nothing.text.text() == "The filter hides the 1 piece here."
    qtbot.mouseClick(place.nothing.button, Qt.MouseButton.LeftButton)
    assert place.filter.condition() is None
    assert place.nothing.isHidden()


def test_hidden_pieces_are_counted_in_what_the_title_names(place: CalendarPlace, workspace: Workspace) -> None:
    for day in (date(2027, 3, 12), date(2027, 4, 1)):
        a_piece(workspace, planned=day)
    place.filter.set_condition(Condition("kind", Operator.IS, ("practical",)))
    assert place.status() == "March 2027 · 0 pieces · 1 hidden"
