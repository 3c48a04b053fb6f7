"""Proposing a plan in the real window: ghosts, ticks, pins, solving again, applying, leaving, staying live."""

from datetime import date
from time import perf_counter

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from editorial.domain.vocabulary import Kind
from editorial.services import history, lists, pieces
from editorial.store.workspace import Workspace
from editorial.ui.calendar.board import Board
from editorial.ui.calendar.items import Item, Sort
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.calendar.sheet import View
from editorial.ui.plan.panel import PlanPanel
from editorial.ui.plan.proposing import Proposing
from editorial.ui.window import Window
from tests.builders import a_piece, a_segment, an_interest

MONDAYS = [date(2027, 3, 15), date(2027, 3, 22), date(2027, 3, 29)]


@pytest.fixture
def ideas(workspace: Workspace) -> list[int]:
    """Three ideas on three interests for three Mondays."""
    lists.add(workspace, "slot", "Monday post", first=MONDAYS[0], rule="FREQ=WEEKLY;COUNT=3")
    segment = a_segment(workspace)
    return [
        a_piece(
            workspace,
            f"Idea {name}",
            stage="Epiphany",
            segment_ids=(segment,),
            interest_id=an_interest(workspace, name),
            kind=kind,
        )
        for name, kind in (("Cost", Kind.ASPIRATIONAL), ("Risk", Kind.PRACTICAL), ("Talent", Kind.PRACTICAL))
    ]


@pytest.fixture
def place(ideas: list[int], window: Window) -> CalendarPlace:
    shown = window.go("calendar")
    assert isinstance(shown, CalendarPlace)
    return shown


@pytest.fixture
def proposed(qtbot: QtBot, place: CalendarPlace) -> PlanPanel:
    """The panel with a proposal in it, asked for by its command."""
    command = next(each for each in place.commands() if each.word == "plan")
    with qtbot.waitSignal(place.plan.answered):
        command.run()
    panel = place.panel.findChild(PlanPanel)
    assert isinstance(panel, PlanPanel)
    return panel


def ghosts(place: CalendarPlace) -> list[Item]:
    assert place.sheet is not None
    return [item for item in place.sheet.items if item.sort is Sort.GHOST]


def test_ghosts_stand_in_the_open_slots(place: CalendarPlace, proposed: PlanPanel) -> None:
    assert [ghost.day for ghost in ghosts(place)] == MONDAYS
    assert isinstance(place.view, Board)
    assert {chip.item.sort for chip in place.view.scene.chips} == {Sort.GHOST}


@pytest.mark.parametrize("view", [View.WEEK, View.QUARTER, View.LIST])
def test_every_view_shows_them(place: CalendarPlace, proposed: PlanPanel, view: View) -> None:
    place.desk.look_at(MONDAYS[0])
    place.choose(view=view)
    assert ghosts(place)


def test_the_panel_lists_placements_with_their_reasons(proposed: PlanPanel) -> None:
    said = [proposed.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert all("Score" in each and "ticked" in each for each in said)
    assert proposed.said.text().startswith("3 places filled, 0 stay open.")
    assert proposed.apply.text() == "Apply 3"


def test_figures_stand_side_by_side(proposed: PlanPanel) -> None:
    words = {row[0]: row[1:] for row in proposed.figures.words()}
    assert words["Aspirational"][0] == "–"
    assert words["Empty cells"] == ["5", "4"]
    assert words["Heavy cells"] == ["0", "1"]


def test_space_takes_a_placement_out_of_plan_and_figures(
    qtbot: QtBot, place: CalendarPlace, proposed: PlanPanel
) -> None:
    proposed.list.setFocus()
    proposed.list.setCurrentRow(1)
    qtbot.keyClick(proposed.list, Qt.Key.Key_Space)
    assert [ghost.day for ghost in ghosts(place)] == [MONDAYS[0], MONDAYS[2]]
    assert proposed.apply.text() == "Apply 2"
    assert {row[0]: row[2] for row in proposed.figures.words()}["Heavy cells"] == "0"


def test_applying_is_one_change_and_ends_the_proposal(
    workspace: Workspace, ideas: list[int], place: CalendarPlace, proposed: PlanPanel
) -> None:
    proposed.apply.click()
    assert {pieces.read(workspace, idea).planned for idea in ideas} == set(MONDAYS)
    assert not place.plan.active
    assert ghosts(place) == []
    assert history.undo(workspace) == "Plan 3 pieces for FY2027 Q1"


def test_only_what_is_ticked_is_applied(workspace: Workspace, ideas: list[int], proposed: PlanPanel) -> None:
    proposed.none.click()
    assert not proposed.apply.isEnabled()
    proposed.proposing.choose(ideas[0], True)
    proposed.apply.click()
    assert [pieces.read(workspace, idea).planned is not None for idea in ideas] == [True, False, False]


def test_solving_again_holds_pins_and_leaves_out_what_is_not_ticked(qtbot: QtBot, proposed: PlanPanel) -> None:
    proposing = proposed.proposing
    first, second, third = (each.idea.id for each in proposing.placements)
    proposed.list.setCurrentRow(2)
    qtbot.keyClick(proposed.list, Qt.Key.Key_P)
    proposing.choose(first, False)
    with qtbot.waitSignal(proposing.answered):
        proposed.again.click()
    found = {each.idea.id: each.opening.day for each in proposing.placements}
    assert found[third] == MONDAYS[2]
    assert set(found) == {second, third}
    with qtbot.waitSignal(proposing.answered):
        proposed.over.click()
    assert len(proposing.placements) == 3


def test_escape_leaves_from_calendar_and_panel(qtbot: QtBot, place: CalendarPlace, proposed: PlanPanel) -> None:
    qtbot.keyClick(proposed.list, Qt.Key.Key_Escape)
    assert (place.plan.active, ghosts(place), proposed.isVisible()) == (False, [], False)
    with qtbot.waitSignal(place.plan.answered):
        place.plan.start()
    place.view.setFocus()
    qtbot.keyClick(place.view, Qt.Key.Key_Escape)
    assert not place.plan.active


def test_a_ghost_leads_to_its_reason(place: CalendarPlace, proposed: PlanPanel) -> None:
    from PySide6.QtCore import QRect

    last = ghosts(place)[2]
    place.items.show(last, QRect(), False)
    assert proposed.list.currentRow() == 2


def test_a_change_elsewhere_is_said(qtbot: QtBot, workspace: Workspace, proposed: PlanPanel) -> None:
    a_piece(workspace, "New")
    qtbot.waitUntil(proposed.stale.isVisible)


def test_without_open_places_it_says_where_they_come_from(qtbot: QtBot, window: Window) -> None:
    shown = window.go("calendar")
    assert isinstance(shown, CalendarPlace)
    with qtbot.waitSignal(shown.plan.answered):
        shown.plan.start()
    panel = shown.panel.findChild(PlanPanel)
    assert isinstance(panel, PlanPanel)
    assert panel.said.text().startswith("No place is open in FY2027 Q1")
    assert panel.slots.isVisible()


def many(workspace: Workspace, ideas: int) -> None:
    """Fill a workspace with a quarter that takes a while: 60 places and so many ideas."""
    interests = [an_interest(workspace, f"Interest {n}") for n in range(8)]
    segments = [a_segment(workspace, f"Segment {n}") for n in range(6)]
    rule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=60"
    lists.add(workspace, "slot", "Daily", first=date(2027, 4, 1), rule=rule)
    stages = ("Epiphany", "Awareness", "Interest", "Confidence")
    for n in range(ideas):
        a_piece(
            workspace,
            f"Idea {n}",
            stage=stages[n % 4],
            segment_ids=(segments[n % 6], segments[(n // 7) % 6]) if n % 6 != (n // 7) % 6 else (segments[n % 6],),
            interest_id=interests[n * 5 % 8],
            kind=list(Kind)[n * 3 % 2],
        )


def test_the_window_stays_live_while_a_large_quarter_is_solved(
    qtbot: QtBot, workspace: Workspace, window: Window
) -> None:
    many(workspace, 300)
    shown = window.go("calendar")
    assert isinstance(shown, CalendarPlace)
    window.desk.look_at(date(2027, 5, 3))
    longest, last = 0.0, perf_counter()

    def tick() -> None:
        nonlocal longest, last
        now = perf_counter()
        longest, last = max(longest, now - last), now

    timer = QTimer(window)
    timer.setInterval(5)
    proposing = shown.plan
    proposing.started.connect(timer.start)
    timer.timeout.connect(tick)
    with qtbot.waitSignal(proposing.answered, timeout=30_000):
        proposing.start()
        last = perf_counter()
        proposing.answered.connect(timer.stop)
    assert len(proposing.placements) == 60
    assert longest < 0.5


def test_a_search_can_be_cancelled(qtbot: QtBot, workspace: Workspace, window: Window) -> None:
    many(workspace, 150)
    shown = window.go("calendar")
    assert isinstance(shown, CalendarPlace)
    window.desk.look_at(date(2027, 5, 3))
    proposing: Proposing = shown.plan
    proposing.start()
    panel = shown.panel.findChild(PlanPanel)
    assert isinstance(panel, PlanPanel)
    assert panel.progress.isVisible()
    with qtbot.waitSignal(proposing.left, timeout=10_000):
        panel.cancel.click()
    assert not proposing.active
