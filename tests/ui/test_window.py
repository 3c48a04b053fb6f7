"""The window: its places, what comes back, shortcuts, counts and the parts around the work area."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from editorial.domain.vocabulary import Kind
from editorial.errors import RuleBroken, StoreUnavailable
from editorial.services import lists, pieces
from editorial.store.workspace import Workspace
from editorial.ui.key_sheet import KeySheet
from editorial.ui.places import every_place
from editorial.ui.rail import Rail
from editorial.ui.window import Window
from tests.builders import a_piece, a_segment
from tests.ui.scripted import ScriptedPrompts

LISTED = "home calendar ideas coverage interests segments agreement history settings".split()
LISTED_TOO = "session my_work experts interviews load requests field_notes".split()


def test_every_listed_place_opens_by_its_shortcut(window: Window, qtbot: QtBot) -> None:
    for number, word in enumerate(LISTED, start=1):
        qtbot.keyClick(window, str(number), Qt.KeyboardModifier.ControlModifier)
        assert window.word == word


def test_every_further_place_opens_by_alt_and_a_digit(window: Window, qtbot: QtBot) -> None:
    for number, word in enumerate(LISTED_TOO, start=1):
        qtbot.keyClick(window, str(number), Qt.KeyboardModifier.AltModifier)
        assert window.word == word


def test_every_place_of_the_rail_has_keys_of_its_own(window: Window) -> None:
    listed = [spot.entry.shortcut for spot in every_place() if spot.listed]
    commands = [keys for command in window.commands for keys in command.shortcuts]
    assert all(listed)
    assert all(commands.count(keys) == 1 for keys in listed)


def test_alt_left_returns_to_the_place_before(window: Window, qtbot: QtBot) -> None:
    window.go("history")
    window.go("help")
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.word == "history"


def test_rail_marks_no_place_while_the_manual_is_open(window: Window) -> None:
    window.go("help")
    assert not any(button.isChecked() for button in window.rail.findChildren(type(window.rail.menu_button)))


def test_title_names_the_workspace(window: Window) -> None:
    assert window.windowTitle() == "Test – Editorial"
    workspace = window.desk.workspace
    assert workspace is not None
    lists.update_settings(workspace, name="Northwind")
    assert window.windowTitle() == "Northwind – Editorial"


def test_rail_counts_ideas_and_gaps(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    a_segment(workspace)
    with qtbot.waitSignal(window.balance.shown):
        a_piece(workspace, "An idea")
    qtbot.waitUntil(lambda: window.rail._counts["ideas"].text() == "1")
    qtbot.waitUntil(lambda: window.rail._counts["coverage"].text() == "5")


def test_place_size_and_theme_come_back(new_window: Callable[[], Window], workspace: Workspace) -> None:
    first = new_window()
    first.desk.open(workspace)
    first.resize(780, 600)
    first.go("history")
    first.close()
    again = Window(first.desk)
    again.come_back()
    assert again.last_place() == "history"
    assert (again.width(), again.height()) == (first.width(), 600)
    again.close()
    again.deleteLater()


def test_a_place_that_needs_the_store_waits_for_it(new_window: Callable[[], Window], workspace: Workspace) -> None:
    window = new_window()
    window.visit("coverage")
    assert "coverage" not in window.places
    window.desk.open(workspace)
    assert window.word == "coverage"


def test_single_letters_stay_in_a_text_field(window: Window, qtbot: QtBot) -> None:
    window.go("history")
    field = window.header.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    qtbot.keyClicks(field, "n/?")
    assert field.text() == "n/?"
    assert window.word == "history"


def test_question_mark_lists_the_shortcuts_without_blocking(window: Window, qtbot: QtBot) -> None:
    window.go("history")
    qtbot.keyClick(window, Qt.Key.Key_Question)
    sheet = window.findChild(KeySheet)
    assert isinstance(sheet, KeySheet)
    assert not sheet.isModal()
    sheet.close()


def test_zoom_scales_the_text_and_is_kept(window: Window, qtbot: QtBot) -> None:
    before = window.font().pointSizeF()
    qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert window.font().pointSizeF() > before
    assert window.desk.preferences.get("zoom", 1.0) == pytest.approx(1.1)
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert window.font().pointSizeF() == before


def test_theme_is_chosen_by_command(window: Window) -> None:
    command = next(command for command in window.commands if command.word == "dark")
    command.run()
    assert window.desk.theme.tokens.dark
    assert window.desk.preferences.get("theme", "") == "dark"


def test_undo_by_keyboard_says_what_was_undone(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    piece = a_piece(workspace, "Pump guide", planned=date(2027, 3, 3))
    pieces.edit(workspace, piece, kind=Kind.PRACTICAL)
    with qtbot.waitSignal(window.desk.notice) as told:
        qtbot.keyClick(window, "Z", Qt.KeyboardModifier.ControlModifier)
    assert told.args is not None
    assert "Undone" in told.args[0].text
    assert pieces.read(workspace, piece).kind is None


def test_status_bar_names_the_last_change(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    a_piece(workspace, "Pump guide")
    assert "Pump guide" in window.status.undo.accessibleName()
    with qtbot.waitSignal(window.desk.changed):
        qtbot.mouseClick(window.status.undo, Qt.MouseButton.LeftButton)
    assert not window.status.undo.isVisible()


def test_author_is_asked_for_and_kept(window: Window, prompts: ScriptedPrompts, workspace: Workspace) -> None:
    prompts.answers["author"] = "Grace"
    window.files.ask_author()
    assert workspace.author == "Grace"
    assert window.desk.preferences.get("author", "") == "Grace"


def test_day_change_moves_today(window: Window, qtbot: QtBot) -> None:
    window.desk._clock = lambda: date(2027, 3, 11)
    with qtbot.waitSignal(window.desk.day_changed):
        window.desk._watch_clock()
    assert window.desk.today == date(2027, 3, 11)


@pytest.mark.parametrize("width", [820, 1024, 1280, 1900])
def test_header_fits_its_width(window: Window, qtbot: QtBot, width: int) -> None:
    window.resize(width, 700)
    qtbot.waitUntil(lambda: window.width() <= max(width, window.minimumSizeHint().width()))
    header = window.header
    assert header.new.geometry().right() <= header.width()
    qtbot.waitUntil(lambda: header.title.width() >= header.title.sizeHint().width())


def test_every_button_around_the_work_area_has_a_name(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.balance.balance is not None)
    parts = (window.rail, window.header.new, window.header.search, window.balance, window.status)
    buttons = [button for part in parts for button in part.findChildren(type(window.header.new))]
    unnamed = [button for button in buttons if button.isVisible() and not (button.accessibleName() or button.text())]
    assert unnamed == []


def test_enter_presses_the_button_that_has_the_focus(window: Window, qtbot: QtBot) -> None:
    button = next(each for each in window.rail.findChildren(QAbstractButton) if each.text() == "Ideas")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert window.word == "ideas"


def test_short_notice_stands_in_the_status_bar_and_moves_nothing(window: Window) -> None:
    height = window.columns.height()
    window.desk.say("Undone: Move ‘Pricing’ to 11 March", "Redo", lambda: None)
    assert (window.notices.isHidden(), window.notices.brief.isHidden()) == (True, False)
    window.repaint()
    assert window.columns.height() == height


def test_long_notice_has_a_line_of_its_own(window: Window) -> None:
    window.desk.say("A sentence about what was kept and where it is. " * 12)
    assert (window.notices.isHidden(), window.notices.brief.isHidden()) == (False, True)


def test_errors_have_a_line_of_their_own(window: Window) -> None:
    window.desk.say("Undone", "Redo", lambda: None)
    window.desk.tell(RuleBroken("There is nothing left to undo."))
    assert (window.notices.isHidden(), window.notices.brief.isHidden()) == (False, True)


def test_notice_can_be_acted_on_in_the_status_bar(window: Window, qtbot: QtBot) -> None:
    done: list[str] = []
    window.desk.say("Undone", "Redo", lambda: done.append("again"))
    qtbot.mouseClick(window.notices.brief.act, Qt.MouseButton.LeftButton)
    assert done == ["again"]
    assert window.notices.brief.isHidden()


def test_nothing_left_to_undo_is_no_error(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.desk.notice) as told:
        window.desk.undo()
    assert (told.args[0].level, told.args[0].text) == ("info", "There is nothing left to undo.")


def test_an_error_is_over_once_something_was_changed(window: Window) -> None:
    window.desk.tell(StoreUnavailable("The disk is full."))
    assert window.notices.isVisible()
    assert window.desk.workspace is not None
    a_piece(window.desk.workspace, "There is room again")
    assert not window.notices.isVisible()


def test_notice_of_an_undo_goes_with_the_next_change(window: Window, workspace: Workspace) -> None:
    a_piece(workspace, "One")
    window.desk.undo()
    assert not window.notices.brief.isHidden()
    a_piece(workspace, "Two")
    assert window.notices.brief.isHidden()


def test_a_place_visited_before_takes_no_room_from_the_panel(window: Window, workspace: Workspace) -> None:
    window.go("import").setMinimumWidth(900)
    window.go("calendar")
    window.resize(1000, 800)
    window.desk.piece_selected.emit(a_piece(workspace))
    assert window.side.width() >= window.side.wanted_width


def test_counts_of_the_rail_stay_clear_of_the_marks_in_a_large_text(window: Window, qtbot: QtBot) -> None:
    rail = window.rail
    rail.show_count("ideas", 40, "ideas")
    rail.narrow(True)
    window.desk.theme.enlarge(2.0)
    count, button = rail._counts["ideas"], rail._buttons["ideas"]
    qtbot.waitUntil(lambda: button.minimumWidth() == rail._mark_width() + count.sizeHint().width())
    assert rail._theme.zoom == 2.0


def test_the_narrow_rail_is_as_wide_as_what_a_large_text_makes_of_it(window: Window, qtbot: QtBot) -> None:
    rail = window.rail
    rail.show_count("ideas", 40, "ideas")
    window.resize(1024, 700)
    window.desk.theme.enlarge(2.0)
    qtbot.waitUntil(lambda: rail._buttons["ideas"].minimumWidth() == rail._mark_width() + _widest(rail))
    qtbot.waitUntil(lambda: window._rail_area.width() == rail.sizeHint().width())
    assert rail.width() >= rail.minimumSizeHint().width()


def _widest(rail: Rail) -> int:
    return max(count.sizeHint().width() for count in rail._counts.values())
