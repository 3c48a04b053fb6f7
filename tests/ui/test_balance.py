"""The balance bar: right after every change, and a way behind each figure."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.domain.vocabulary import AssignmentRole, Kind
from editorial.services import assignments, lists, slot_series
from editorial.services.history import undo
from editorial.services.lists import read_lists, set_target
from editorial.store.workspace import Workspace
from editorial.ui.balance import BalanceBar
from editorial.ui.desk import Desk
from editorial.ui.mix_sheet import MixSheet
from editorial.ui.window import Window
from tests.builders import a_piece, a_segment, an_interest

DAY = date(2027, 3, 3)


def shown(desk: Desk, qtbot: QtBot) -> BalanceBar:
    """Return a bar that shows the figures of the desk's workspace."""
    bar = BalanceBar(desk)
    qtbot.addWidget(bar)
    bar.resize(1280, bar.height())
    with qtbot.waitSignal(bar.shown):
        desk.opened.emit()
    return bar


def test_without_pieces_it_says_so(desk: Desk, qtbot: QtBot) -> None:
    bar = shown(desk, qtbot)
    assert "no piece with a kind yet" in bar.mix.accessibleName()
    assert bar.filled.text() == "No segments yet"
    assert bar.next.text() == "No interests yet"


def test_no_segments_are_no_good_news(desk: Desk, workspace: Workspace, qtbot: QtBot) -> None:
    bar = shown(desk, qtbot)
    assert bar.filled.property("level") == ""
    segment = a_segment(workspace)
    with qtbot.waitSignal(bar.shown):
        for stage in read_lists(workspace).stages:
            set_target(workspace, segment, stage, 0)
    qtbot.waitUntil(lambda: bar.filled.property("level") == "good")


def test_mix_is_right_after_a_change(desk: Desk, workspace: Workspace, qtbot: QtBot) -> None:
    bar = shown(desk, qtbot)
    with qtbot.waitSignal(bar.shown):
        a_piece(workspace, planned=DAY, kind=Kind.ASPIRATIONAL)
    assert bar.mix.accessibleName() == "Mix FY2027 Q1 · aspirational 100 % / practical 0 %"
    with qtbot.waitSignal(bar.shown):
        undo(workspace)
    assert "no piece" in bar.mix.accessibleName()


def test_empty_and_thin_cells_are_counted(desk: Desk, workspace: Workspace, qtbot: QtBot) -> None:
    a_segment(workspace)
    bar = shown(desk, qtbot)
    assert (bar.empty.text(), bar.thin.isHidden()) == ("5 empty", True)


def test_next_interests_stand_in_their_turn(desk: Desk, workspace: Workspace, qtbot: QtBot) -> None:
    for name, weight in (("Cost", "0.5"), ("Risk", "0.3"), ("Talent", "0.2")):
        an_interest(workspace, name, weight=Decimal(weight))
    assert shown(desk, qtbot).next.text() == "Cost → Risk → Talent"


def test_it_speaks_of_the_quarter_in_view(desk: Desk, workspace: Workspace, qtbot: QtBot) -> None:
    bar = shown(desk, qtbot)
    with qtbot.waitSignal(bar.shown):
        desk.look_at(date(2027, 8, 1))
    assert bar.balance is not None
    assert bar.balance.period.name == "FY2027 Q3"


def test_a_chip_opens_what_is_behind_it(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    a_segment(workspace)
    qtbot.waitUntil(window.balance.empty.isVisible)
    qtbot.mouseClick(window.balance.empty, Qt.MouseButton.LeftButton)
    assert window.word == "coverage"
    qtbot.mouseClick(window.balance.next, Qt.MouseButton.LeftButton)
    assert window.word == "interests"


def test_the_gauge_opens_the_mix_in_words(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    for _ in range(3):
        a_piece(workspace, planned=DAY, kind=Kind.ASPIRATIONAL, stage="Epiphany")
    qtbot.waitUntil(lambda: "100 %" in window.balance.mix.accessibleName())
    window.balance.mix.click()
    sheet = window.findChild(MixSheet)
    assert isinstance(sheet, MixSheet)
    assert "Add 2 practical pieces." in sheet.sentence.text()
    sheet.close()


def test_a_second_line_has_its_room(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    for name in ("First of the interests", "Second of the interests", "Third of the interests"):
        an_interest(workspace, name, weight=Decimal(1))
    bar = window.balance
    qtbot.waitUntil(lambda: bar.next.text().count("→") == 2)
    one_line = bar.height()
    window.desk.theme.enlarge(2.0)
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: bar.height() > 1.8 * one_line)
    qtbot.waitUntil(lambda: bar.height() == bar.heightForWidth(bar.width()))
    assert bar.rect().contains(bar.next.mapTo(bar, bar.next.rect().bottomRight()))


def test_the_timely_room_of_the_quarter_is_counted_from_today_on(
    window: Window, workspace: Workspace, qtbot: QtBot
) -> None:
    bar = window.balance
    slot_series.add(workspace, "Scoop", rule="FREQ=MONTHLY;BYMONTHDAY=20", first=date(2027, 1, 1), timely=True)
    qtbot.waitUntil(lambda: bar.room.text() == "1 of 3")
    assert bar.room.accessibleName() == "1 of 3 timely slots of the quarter are open"
    bar.room.click()
    assert window.desk.day == date(2027, 3, 20)


def test_without_timely_slots_there_is_no_room_to_speak_of(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.balance.shown):
        a_piece(workspace, "Anything", planned=date(2027, 3, 3))
    assert not window.balance.room.isVisible()


def test_people_over_capacity_are_counted_and_lead_to_the_load(
    window: Window, workspace: Workspace, qtbot: QtBot
) -> None:
    bar = window.balance
    qtbot.waitUntil(lambda: bar.balance is not None)
    assert not bar.over.isVisible()
    ada = lists.add(workspace, "person", "Ada Byron", hours_a_quarter=2)
    piece = a_piece(workspace, "Pricing", planned=date(2027, 3, 24))
    assignments.ask(workspace, piece, ada, AssignmentRole.REVIEWER, today=DAY, hours=Decimal(3))
    qtbot.waitUntil(bar.over.isVisible)
    assert bar.over.text() == "1 over"
    assert bar.over.accessibleName() == "1 person is asked for more than they can give: Ada Byron"
    bar.over.click()
    assert window.word == "load"
