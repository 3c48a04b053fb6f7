"""Home in the window: its lists, what a line leads to, the review list, muting."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editorial.domain.findings import Group, Rule, by_rule
from editorial.domain.vocabulary import Kind
from editorial.services import history, lists, mutes
from editorial.services.pieces import edit
from editorial.ui.home import muting
from editorial.ui.home.place import HomePlace
from editorial.ui.home.rowlist import RowList
from editorial.ui.home.rows import Row
from editorial.ui.window import Window

TODAY = date(2027, 3, 10)


@pytest.fixture
def place(qtbot: QtBot, on_sample: None, window: Window) -> HomePlace:
    """Home of the sample workspace, filled."""
    shown = window.go("home")
    assert isinstance(shown, HomePlace)
    qtbot.waitUntil(lambda: bool(shown.findings))
    return shown


def put(rows: RowList, row: Row) -> None:
    rows.setFocus()
    rows.go(rows.items.rows.index(row))


def row_of(rows: RowList, rule: Rule) -> Row:
    return next(row for row in rows.items.rows if row.finding is not None and row.finding.rule is rule)


def click(qtbot: QtBot, rows: RowList, row: Row) -> None:
    rows.scrollTo(rows.items.index(rows.items.rows.index(row), 0))
    at = rows.visualRect(rows.items.index(rows.items.rows.index(row), 0)).topLeft() + QPoint(20, 8)
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_home_is_first_in_the_rail_and_the_calendar_first_on_screen(window: Window) -> None:
    assert window.words()[0] == "home"
    assert window.entry("home").shortcut == "Ctrl+1"
    assert window.word == "calendar"
    assert window.last_place() == "calendar"


def test_the_three_lists_are_filled(place: HomePlace) -> None:
    assert all(card.list.items.rows for card in place.front.cards)
    assert all(len(card.list.items.rows) <= 6 for card in place.front.groups.values())


def test_one_click_on_a_gap_opens_its_cell(qtbot: QtBot, place: HomePlace, window: Window) -> None:
    rows = place.front.groups[Group.GAPS].list
    row = row_of(rows, Rule.EMPTY)
    click(qtbot, rows, row)
    assert window.word == "coverage"
    assert row.remedy is not None
    assert window.places["coverage"].matrix.chosen == (  # type: ignore[attr-defined]
        row.remedy.show["segment_id"],
        row.remedy.show["stage_id"],
    )


def test_enter_on_a_disputed_tag_opens_its_review(qtbot: QtBot, place: HomePlace, window: Window) -> None:
    rows = place.front.groups[Group.WAITING].list
    put(rows, row_of(rows, Rule.DISPUTED))
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert window.word == "agreement"


def test_every_finding_leads_to_a_place(place: HomePlace, window: Window) -> None:
    for rule, (finding, *_others) in by_rule(place.findings).items():
        window.go("home")
        place._choose(Row(finding.subject, remedy=finding.remedy, finding=finding))
        assert window.word != "home", rule


def test_a_piece_of_now_opens(qtbot: QtBot, place: HomePlace, window: Window) -> None:
    rows = place.front.now.list
    put(rows, rows.items.rows[0])
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert window.word == "piece"


def test_more_leads_to_the_review_list_of_the_group(qtbot: QtBot, place: HomePlace) -> None:
    card = place.front.groups[Group.GAPS]
    qtbot.mouseClick(card.more, Qt.MouseButton.LeftButton)
    assert place.page.chosen == "review"
    assert {row.finding.rule.group for row in place.review.list.items.rows if row.finding} == {Group.GAPS}


def test_the_review_list_has_what_is_due_today_too(place: HomePlace) -> None:
    assert place.home is not None
    place.arrive(page="review", group="late")
    titles = [row.title for row in place.review.list.items.rows]
    assert titles[titles.index("To do today") + 1 :] == [line.title for line in place.home.late.also]
    assert place.home.late.also


def test_home_follows_a_change_at_once(qtbot: QtBot, place: HomePlace) -> None:
    assert place.desk.workspace is not None
    gone = next(one for one in place.findings if one.rule is Rule.UNTAGGED)
    piece = gone.remedy.show["piece_id"]
    assert isinstance(piece, int)
    lists_ = place.desk.lists
    edit(
        place.desk.workspace,
        piece,
        kind=Kind.PRACTICAL,
        stage_id=next(iter(lists_.stages)),
        segment_ids=(next(iter(lists_.segments)),),
        interest_id=next(iter(lists_.interests)),
    )
    qtbot.waitUntil(lambda: gone.about not in [one.about for one in place.findings if one.rule is Rule.UNTAGGED])


def test_a_rule_folds_and_unfolds_by_keyboard(qtbot: QtBot, place: HomePlace) -> None:
    place.page.choose("review")
    rows = place.review.list
    heading = next(row for row in rows.items.rows if row.folds == Rule.EMPTY.value)
    put(rows, heading)
    qtbot.keyClick(rows, Qt.Key.Key_Left)
    assert not [row for row in rows.items.rows if row.finding and row.finding.rule is Rule.EMPTY]
    qtbot.keyClick(rows, Qt.Key.Key_Right)
    assert [row for row in rows.items.rows if row.finding and row.finding.rule is Rule.EMPTY]


def test_words_narrow_the_review_list(qtbot: QtBot, place: HomePlace) -> None:
    place.page.choose("review")
    place.review.words.setText("loyalty finance")
    assert [row.title for row in place.review.list.items.rows if row.finding] == ["Finance leaders × Loyalty"]
    place.review.words.setText("nothing like it")
    assert place.review._pages.currentIndex() == 1


def test_a_finding_is_muted_by_its_key_and_comes_back(qtbot: QtBot, place: HomePlace, window: Window) -> None:
    place.page.choose("review")
    rows = place.review.list
    row = row_of(rows, Rule.EMPTY)
    put(rows, row)
    qtbot.keyClick(rows, Qt.Key.Key_M)
    sheet = window.findChild(muting.MuteSheet)
    assert sheet is not None
    sheet.line.setText("+14")
    sheet.reason.setText("The survey is out")
    qtbot.mouseClick(sheet.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(one.mute for one in place.findings))
    (muted,) = [one for one in place.findings if one.mute]
    assert row.finding is not None
    assert muted.about == row.finding.about
    assert muted.muted_until == date(2027, 3, 24)
    assert rows.items.rows[-1].title == "1 muted"
    place._choose(rows.items.rows[-1])
    assert "The survey is out" in rows.items.rows[-1].detail
    place._mute(rows, rows.items.rows[-1])
    qtbot.waitUntil(lambda: not any(one.mute for one in place.findings))


@pytest.fixture
def sheet(qtbot: QtBot, place: HomePlace, window: Window) -> muting.MuteSheet:
    """The sheet that mutes an empty cell."""
    with qtbot.waitActive(window):
        window.activateWindow()
    place.page.choose("review")
    put(place.review.list, row_of(place.review.list, Rule.EMPTY))
    place.review.list.setFocus()
    qtbot.keyClick(place.review.list, Qt.Key.Key_M)
    found = window.findChild(muting.MuteSheet)
    assert found is not None
    return found


def test_letters_in_a_sheet_start_nothing_below_it(qtbot: QtBot, window: Window, sheet: muting.MuteSheet) -> None:
    button = next(each for each in sheet.findChildren(QPushButton) if each.text() == "In a week")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_N)
    assert (window.word, button.hasFocus()) == ("home", True)


def test_a_sheet_goes_with_its_place(qtbot: QtBot, window: Window, sheet: muting.MuteSheet) -> None:
    with qtbot.waitSignal(sheet.destroyed):
        window.go("history")


def test_a_whole_rule_is_muted_from_the_menu(qtbot: QtBot, place: HomePlace) -> None:
    assert place.desk.workspace is not None
    finding = next(one for one in place.findings if one.rule is Rule.RESEARCH)
    sheet = muting.ask_mute(place, place.desk, finding, QRect(), muting.WHOLE)
    assert sheet is not None
    qtbot.mouseClick(sheet.findChildren(QPushButton, "chip")[0], Qt.MouseButton.LeftButton)
    qtbot.keyClick(sheet.reason, Qt.Key.Key_Return)
    (mute,) = mutes.mutes(place.desk.workspace, TODAY)
    assert (mute.name, mute.about) == ("research", "")
    assert history.undo(place.desk.workspace).startswith("Mute")


def test_only_a_day_to_come_is_taken(qtbot: QtBot, place: HomePlace) -> None:
    finding = next(one for one in place.findings if one.rule is Rule.MIX)
    sheet = muting.ask_mute(place, place.desk, finding, QRect())
    assert sheet is not None
    sheet.line.setText("10 Mar")
    assert not sheet.act.isEnabled()
    sheet.line.setText("11 Mar")
    assert sheet.act.isEnabled()
    sheet.close()


def test_the_menu_of_a_finding_names_where_it_leads(place: HomePlace) -> None:
    finding = next(one for one in place.findings if one.rule is Rule.EMPTY)
    menu = muting.finding_menu(place, place.desk, finding, QPoint())
    labels = [action.text() for action in menu.actions() if action.text()]
    assert labels == ["Show the cell", "Mute this until a day…", "Mute the whole rule until a day…"]
    menu.deleteLater()


def test_the_review_list_follows_the_quarter_in_view(qtbot: QtBot, place: HomePlace) -> None:
    place.page.choose("review")
    before = place.findings
    place.turning.turned.emit(1)
    qtbot.waitUntil(lambda: place.findings != before)
    assert place.title() == "Review list · FY2027 Q2"
    assert place.home is not None
    assert place.home.period.name == "FY2027 Q1"


def test_an_empty_workspace_says_that_all_is_well(qtbot: QtBot, window: Window) -> None:
    place = window.go("home")
    assert isinstance(place, HomePlace)
    qtbot.waitUntil(lambda: place.home is not None)
    assert all(card.empty.isVisible() for card in place.front.cards)
    assert place.status() == "FY2027 Q1 · no findings"


def test_cards_stand_in_fewer_columns_where_the_window_is_narrow(
    qtbot: QtBot, place: HomePlace, window: Window
) -> None:
    assert place.front._columns == 3
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: place.front._columns == 2)


def test_a_screen_reader_hears_the_whole_row(place: HomePlace) -> None:
    rows = place.front.groups[Group.GAPS].list
    row = row_of(rows, Rule.EMPTY)
    spoken = rows.items.index(rows.items.rows.index(row), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{row.title}, {row.detail}, empty"


def test_a_workspace_for_reading_only_takes_no_mutes(place: HomePlace) -> None:
    assert place.desk.workspace is not None
    place.desk.workspace.readonly = True
    finding = next(one for one in place.findings if one.rule is Rule.MIX)
    assert muting.ask_mute(place, place.desk, finding, QRect()) is None
    place.desk.workspace.readonly = False


def test_a_request_can_be_reached(qtbot: QtBot, place: HomePlace) -> None:
    assert place.desk.workspace is not None
    lists.add(place.desk.workspace, "request", "A page for the fair", day=TODAY)
    qtbot.waitUntil(lambda: "A page for the fair" in [one.subject for one in place.findings])
