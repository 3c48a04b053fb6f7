"""Who owes what, beside a piece and in the dialog that asks."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.domain.records import Away
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, PersonRole
from editorial.services import assignments, lists
from editorial.services.workspaces import Workspace
from editorial.ui.assignments.dialog import AskDialog
from editorial.ui.assignments.owed import OwedList
from editorial.ui.piece.panel import PiecePanel
from editorial.ui.window import Window
from tests.builders import a_piece
from tests.ui.scripted import ScriptedPrompts

DAY = date(2027, 4, 7)
REVIEW = AssignmentRole.REVIEWER


@pytest.fixture
def ada(workspace: Workspace) -> int:
    return lists.add(workspace, "person", "Ada Byron", hours_a_quarter=10)


@pytest.fixture
def piece(workspace: Workspace) -> int:
    return a_piece(workspace, "Pricing", planned=DAY)


def owed(window: Window, piece: int) -> OwedList:
    window.desk.piece_opened.emit(piece)
    return window.places["piece"].form.owed  # type: ignore[attr-defined, no-any-return]


def dialog(window: Window, piece: int, qtbot: QtBot) -> AskDialog:
    made = owed(window, piece).open_dialog()
    assert made is not None
    qtbot.addWidget(made)
    return made


def status(workspace: Workspace, piece: int) -> list[AssignmentStatus]:
    return [one.status for one in assignments.of_piece(workspace, piece)]


def test_a_piece_without_assignments_says_so(window: Window, piece: int) -> None:
    shown = owed(window, piece)
    assert not shown.none.isHidden()
    assert shown.rows == []


def test_load_and_absence_are_said_before_asking(
    window: Window, workspace: Workspace, piece: int, ada: int, qtbot: QtBot
) -> None:
    lists.edit(workspace, "person", ada, away=(Away(first=date(2027, 4, 5), last=date(2027, 4, 9)),))
    asking = dialog(window, piece, qtbot)
    asking.choose(ada)
    assert "Away from 5 April 2027 to 9 April 2027." in asking.load.text()
    assert "away on 7 April 2027" in asking.warning.text()
    assert asking.act.text() == "Ask all the same"


def test_hours_over_capacity_are_never_silent(window: Window, piece: int, ada: int, qtbot: QtBot) -> None:
    asking = dialog(window, piece, qtbot)
    asking.choose(ada)
    assert asking.act.text() == "Ask"
    asking.hours.setText("12")
    asking.hours.editingFinished.emit()
    assert "12 hours in the quarter" in asking.warning.text()


def test_asking_adds_a_row(window: Window, workspace: Workspace, piece: int, ada: int, qtbot: QtBot) -> None:
    asking = dialog(window, piece, qtbot)
    asking.role.setCurrentIndex(asking.role.findData(REVIEW.value))
    asking.choose(ada)
    asking.hours.setText("2")
    qtbot.mouseClick(asking.act, Qt.MouseButton.LeftButton)
    (one,) = assignments.of_piece(workspace, piece)
    assert (one.person_id, one.role, one.hours) == (ada, REVIEW, Decimal(2))
    (row,) = owed(window, piece).rows
    assert row.standing.text() == "proposed · by 7 April 2027 · 2 hours"


def test_asking_twice_is_refused_in_the_dialog(
    window: Window, workspace: Workspace, piece: int, ada: int, qtbot: QtBot
) -> None:
    assignments.ask(workspace, piece, ada, AssignmentRole.SOURCE, today=window.desk.today)
    asking = dialog(window, piece, qtbot)
    asking.choose(ada)
    asking.ask()
    assert "has that role for the piece already" in asking.refused.text()


def test_yes_and_delivery_are_given_for_somebody(
    window: Window, workspace: Workspace, piece: int, ada: int, qtbot: QtBot
) -> None:
    assignments.ask(workspace, piece, ada, REVIEW, today=window.desk.today)
    owed(window, piece).rows[0].accept()
    assert status(workspace, piece) == [AssignmentStatus.ACCEPTED]
    owed(window, piece).rows[0].deliver().give()
    qtbot.waitUntil(lambda: status(workspace, piece) == [AssignmentStatus.DELIVERED])
    assert owed(window, piece).rows[0].standing.text() == "delivered on 10 March 2027"


def test_hours_spent_are_given_with_the_delivery_in_one_change(
    window: Window, workspace: Workspace, piece: int, ada: int, qtbot: QtBot
) -> None:
    assignments.ask(workspace, piece, ada, REVIEW, today=window.desk.today, hours=Decimal(2))
    line = owed(window, piece).rows[0].deliver()
    qtbot.keyClicks(line.hours, "3,5")
    qtbot.keyClick(line.hours, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: status(workspace, piece) == [AssignmentStatus.DELIVERED])
    said = owed(window, piece).rows[0].standing.text()
    assert said == "delivered on 10 March 2027 · 3.5 hours spent of 2"
    window.desk.undo()
    (one,) = assignments.of_piece(workspace, piece)
    assert (one.status, one.hours_spent) == (AssignmentStatus.PROPOSED, None)


def test_hours_that_are_none_are_refused_in_the_line(
    window: Window, workspace: Workspace, piece: int, ada: int, qtbot: QtBot
) -> None:
    assignments.ask(workspace, piece, ada, REVIEW, today=window.desk.today)
    line = owed(window, piece).rows[0].deliver()
    qtbot.keyClicks(line.hours, "soon")
    line.give()
    assert "a number from 0 on" in line.wrong.text()
    qtbot.keyClick(line.hours, Qt.Key.Key_Escape)
    assert owed(window, piece).rows[0].spending is None


def test_hours_spent_are_put_right_afterwards(
    window: Window, workspace: Workspace, piece: int, ada: int, qtbot: QtBot
) -> None:
    assignments.ask(workspace, piece, ada, REVIEW, today=window.desk.today)
    assignments.deliver(workspace, (piece, ada, REVIEW), today=window.desk.today)
    line = owed(window, piece).rows[0].say_hours()
    qtbot.keyClicks(line.hours, "4 h")
    line.give()
    qtbot.waitUntil(lambda: assignments.of_piece(workspace, piece)[0].hours_spent == Decimal(4))


def test_hours_that_are_none_are_not_asked_for(
    window: Window, workspace: Workspace, piece: int, ada: int, qtbot: QtBot
) -> None:
    asking = dialog(window, piece, qtbot)
    asking.choose(ada)
    asking.hours.setText("a day")
    asking.ask()
    assert "a number from 0 on" in asking.refused.text()
    assert assignments.of_piece(workspace, piece) == []


def test_what_is_late_says_by_how_many_working_days(window: Window, workspace: Workspace, piece: int, ada: int) -> None:
    assignments.ask(workspace, piece, ada, REVIEW, today=date(2027, 3, 1), due=date(2027, 3, 5))
    assert owed(window, piece).rows[0].standing.text() == "proposed · by 5 March 2027 · 3 days late"


def test_a_piece_of_a_month_makes_nobody_late_before_its_end(window: Window, workspace: Workspace, ada: int) -> None:
    piece = a_piece(workspace, "Pricing", planned=date(2027, 3, 1), precision="month")
    assignments.ask(workspace, piece, ada, REVIEW, today=window.desk.today)
    assert owed(window, piece).rows[0].standing.text() == "proposed · by 31 March 2027"


def test_after_a_decline_the_next_best_are_offered(
    window: Window, workspace: Workspace, piece: int, ada: int, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    lists.add(workspace, "person", "Grace Hopper", roles=(PersonRole.SME,))
    assignments.ask(workspace, piece, ada, REVIEW, today=window.desk.today)
    prompts.answers["decline"] = "No time"
    owed(window, piece).rows[0].decline()
    row = owed(window, piece).rows[0]
    assert row.standing.text() == "declined: No time"
    row.next.click()
    (asking,) = window.findChildren(AskDialog)
    qtbot.addWidget(asking)
    assert [asking.best.item(n).text() for n in range(asking.best.count())] == ["Grace Hopper"]


def test_a_wish_is_granted_in_the_row(window: Window, workspace: Workspace, piece: int, ada: int) -> None:
    today = window.desk.today
    assignments.ask(workspace, piece, ada, REVIEW, today=today)
    assignments.wish(workspace, (piece, ada, REVIEW), date(2027, 4, 2), today=today)
    owed(window, piece).rows[0].next.click()
    assert owed(window, piece).rows[0].standing.text() == "accepted · by 2 April 2027"


def test_a_wish_for_a_day_away_is_granted_but_never_silently(
    window: Window, workspace: Workspace, piece: int, ada: int
) -> None:
    today, day = window.desk.today, date(2027, 4, 2)
    lists.edit(workspace, "person", ada, away=(Away(first=day, last=day),))
    assignments.ask(workspace, piece, ada, REVIEW, today=today)
    assignments.wish(workspace, (piece, ada, REVIEW), day, today=today)
    said: list[str] = []
    window.desk.notice.connect(lambda notice: said.append(notice.text))
    owed(window, piece).rows[0].next.click()
    assert said[-1] == "Ada Byron is away on 2 April 2027, when “Pricing” is due."


def test_another_day_that_is_too_much_is_said(
    window: Window, workspace: Workspace, piece: int, ada: int, prompts: ScriptedPrompts
) -> None:
    lists.edit(workspace, "person", ada, away=(Away(first=DAY, last=DAY),))
    assignments.ask(workspace, piece, ada, REVIEW, today=window.desk.today, due=date(2027, 4, 1))
    prompts.answers["due"] = "7 April 2027"
    said: list[str] = []
    window.desk.notice.connect(lambda notice: said.append(notice.text))
    owed(window, piece).rows[0].give_day()
    assert said[-1] == "Ada Byron is away on 7 April 2027, when “Pricing” is due."


def test_handing_on_asks_another_in_place(
    window: Window, workspace: Workspace, piece: int, ada: int, qtbot: QtBot
) -> None:
    grace = lists.add(workspace, "person", "Grace Hopper")
    assignments.ask(workspace, piece, ada, REVIEW, today=window.desk.today, note="Please")
    owed(window, piece).rows[0].hand_on()
    (asking,) = window.findChildren(AskDialog)
    qtbot.addWidget(asking)
    asking.choose(grace)
    asking.ask()
    (one,) = assignments.of_piece(workspace, piece)
    assert (one.person_id, one.note) == (grace, "Please")


def test_handing_on_is_weighed_with_its_own_day_and_hours(
    window: Window, workspace: Workspace, piece: int, ada: int, qtbot: QtBot
) -> None:
    day = date(2027, 3, 30)
    grace = lists.add(workspace, "person", "Grace Hopper", hours_a_quarter=2, away=(Away(first=day, last=day),))
    assignments.ask(workspace, piece, ada, REVIEW, today=window.desk.today, due=day, hours=Decimal(3))
    owed(window, piece).rows[0].hand_on()
    (asking,) = window.findChildren(AskDialog)
    qtbot.addWidget(asking)
    asking.choose(grace)
    assert "away on 30 March 2027" in asking.warning.text()
    assert "asked for 3 hours in the quarter" in asking.warning.text()
    assert asking.act.text() == "Hand on all the same"


def test_the_side_panel_shows_it_too(window: Window, workspace: Workspace, piece: int, ada: int) -> None:
    assignments.ask(workspace, piece, ada, REVIEW, today=window.desk.today)
    window.desk.piece_selected.emit(piece)
    (panel,) = window.findChildren(PiecePanel)
    assert len(panel.form.owed.rows) == 1
