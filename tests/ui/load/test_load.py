"""Load by week: seen, over, and handed on by mouse and by key."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from editorial.domain.period import quarter_of
from editorial.domain.records import Away
from editorial.domain.vocabulary import AssignmentRole, InterviewStatus
from editorial.services import assignments, lists
from editorial.services.checking import findings
from editorial.services.workspaces import Workspace
from editorial.ui.assignments.dialog import AskDialog
from editorial.ui.experts.chips import PersonRow
from editorial.ui.home.remedies import go
from editorial.ui.load.carrying import as_mime
from editorial.ui.load.place import TWO, LoadPlace
from editorial.ui.load.work import WORK
from editorial.ui.window import Window
from tests.builders import a_piece

DAY = date(2027, 3, 24)
REVIEW = AssignmentRole.REVIEWER


@pytest.fixture
def ada(workspace: Workspace) -> int:
    return lists.add(workspace, "person", "Ada Byron", hours_a_quarter=26)


@pytest.fixture
def piece(workspace: Workspace, ada: int) -> int:
    made = a_piece(workspace, "Pricing", planned=DAY)
    assignments.ask(workspace, made, ada, REVIEW, today=date(2027, 3, 1), hours=Decimal(3))
    return made


def shown(window: Window) -> LoadPlace:
    place = window.go("load")
    assert isinstance(place, LoadPlace)
    return place


def cell(place: LoadPlace, person: int, day: date) -> str:
    model = place.table.load
    row = next(n for n, one in enumerate(model.rows) if one.person.id == person)
    column = max(n for n, week in enumerate(model.rows[row].weeks) if week.first <= day)
    return str(model.data(model.index(row, column)))


def drop(place: LoadPlace, carried: QMimeData, person: int) -> None:
    row = next(n for n, one in enumerate(place.table.load.rows) if one.person.id == person)
    at = QPointF(place.table.visualRect(place.table.load.index(row, 0)).center())
    move, left, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place.table.dropEvent(QDropEvent(at, move, carried, left, none, QEvent.Type.Drop))


def test_an_empty_quarter_explains_itself(window: Window) -> None:
    place = shown(window)
    assert place._pages.currentIndex() == 0
    place.step.click()
    assert window.word == "calendar"


def test_a_week_over_its_share_says_so(window: Window, piece: int, ada: int) -> None:
    assert cell(shown(window), ada, DAY) == "1 due · over\n3 of 2 h"


def test_interviews_and_absences_are_told(window: Window, workspace: Workspace, ada: int) -> None:
    lists.edit(workspace, "person", ada, away=(Away(first=date(2027, 3, 22), last=date(2027, 3, 23)),))
    lists.add(workspace, "interview", "Talk", status=InterviewStatus.ARRANGED, day=DAY, person_ids=(ada,))
    assert cell(shown(window), ada, DAY) == "1 interview\naway 2 days"


def test_what_is_owed_stands_beside(window: Window, piece: int, ada: int) -> None:
    place = shown(window)
    place.choose(ada)
    assert place.work.item(0).text() == "Pricing\n24 Mar · reviewer · 3 h · no yes yet"


def test_a_drop_hands_on_and_undo_takes_it_back(
    window: Window, workspace: Workspace, piece: int, ada: int, qtbot: QtBot
) -> None:
    grace = lists.add(workspace, "person", "Grace Hopper", interviews_a_month=3)
    place = shown(window)
    place.choose(ada)
    drop(place, as_mime([place.work.item(0).data(WORK)]), grace)
    qtbot.waitUntil(lambda: assignments.of_piece(workspace, piece)[0].person_id == grace)
    assert place.table.person is not None
    assert place.table.person.person.id == grace
    window.desk.undo()
    assert assignments.of_piece(workspace, piece)[0].person_id == ada


def test_a_drop_on_who_has_it_is_not_taken(window: Window, piece: int, ada: int) -> None:
    place = shown(window)
    place.choose(ada)
    assert place.table.weighed(((piece, ada, REVIEW),), 0) is None


def test_a_drop_on_somebody_away_is_said(window: Window, workspace: Workspace, piece: int, ada: int) -> None:
    grace = lists.add(workspace, "person", "Grace Hopper", away=(Away(first=DAY, last=DAY),))
    said: list[str] = []
    window.desk.notice.connect(lambda notice: said.append(notice.text))
    shown(window).drop(((piece, ada, REVIEW),), grace)
    assert "Grace Hopper is away on 24 March 2027" in said[-1]


def asked_by_h(window: Window, person: int, qtbot: QtBot) -> AskDialog:
    """Return the dialog that H opens over the work of a person."""
    place = shown(window)
    place.choose(person)
    qtbot.keyClick(place.work, Qt.Key.Key_H)
    (dialog,) = window.findChildren(AskDialog)
    qtbot.addWidget(dialog)
    return dialog


def test_h_hands_on_through_the_dialog(
    window: Window, workspace: Workspace, piece: int, ada: int, qtbot: QtBot
) -> None:
    grace = lists.add(workspace, "person", "Grace Hopper")
    dialog = asked_by_h(window, ada, qtbot)
    dialog.choose(grace)
    dialog.ask()
    assert assignments.of_piece(workspace, piece)[0].person_id == grace


def test_conflicts_are_listed_and_lead_to_their_person(
    window: Window, workspace: Workspace, piece: int, ada: int
) -> None:
    lists.edit(workspace, "person", ada, away=(Away(first=DAY, last=DAY),))
    place = shown(window)
    assert place.wrong_heading.text() == "1 conflict"
    place.wrong.itemActivated.emit(place.wrong.item(0))
    assert place.whose.text() == "Ada Byron"


def test_a_conflict_of_the_review_list_leads_here(window: Window, workspace: Workspace, piece: int, ada: int) -> None:
    lists.edit(workspace, "person", ada, hours_a_quarter=2)
    today = window.desk.today
    quarter = quarter_of(today, window.desk.lists.settings)
    (over,) = [one for one in findings(workspace, quarter, today=today) if "3 hours" in one.text]
    assert over.remedy is not None
    go(window.desk, over.remedy)
    assert isinstance(window.place, LoadPlace)
    assert window.place.whose.text() == "Ada Byron"


def test_a_cell_carries_what_is_due_in_its_week(window: Window, workspace: Workspace, piece: int, ada: int) -> None:
    place = shown(window)
    place.choose(ada, max(n for n, week in enumerate(place.table.load.rows[0].weeks) if week.first <= DAY))
    index = place.table.currentIndex()
    assert [one.piece_id for one in place.table.load.work(index)] == [piece]
    assert place.table.load.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    assert not place.table.load.flags(index.siblingAtColumn(0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_over_a_row_is_said_what_letting_go_would_do(
    window: Window, workspace: Workspace, piece: int, ada: int
) -> None:
    grace = lists.add(workspace, "person", "Grace Hopper", hours_a_quarter=2, away=(Away(first=DAY, last=DAY),))
    place = shown(window)
    weighed = place.weigh(((piece, ada, REVIEW),), grace)
    assert weighed.title == "Hand on to Grace Hopper"
    assert list(weighed.lines) == [
        "Week of 22 March 2027: 1 due, 3 h (above its share of 0.2 h)",
        "FY2027 Q1: 3 h of 2",
    ]
    assert list(weighed.warnings) == [
        "Grace Hopper is away on 24 March 2027, when “Pricing” is due.",
        "Grace Hopper is asked for 3 hours in the quarter of 24 March 2027, and can give 2.",
    ]
    assert not weighed.refused


def test_over_somebody_who_has_the_role_nothing_is_taken(
    window: Window, workspace: Workspace, piece: int, ada: int, qtbot: QtBot
) -> None:
    grace = lists.add(workspace, "person", "Grace Hopper")
    assignments.ask(workspace, piece, grace, REVIEW, today=DAY)
    place = shown(window)
    assert place.weigh(((piece, ada, REVIEW),), grace).refused
    drop(place, as_mime(place.table.load._owed[ada]), grace)
    assert {one.person_id for one in assignments.of_piece(workspace, piece)} == {ada, grace}


def test_of_several_in_a_week_one_is_asked_for(
    window: Window, workspace: Workspace, piece: int, ada: int, qtbot: QtBot
) -> None:
    grace, second = lists.add(workspace, "person", "Grace Hopper"), a_piece(workspace, "Pumps", planned=DAY)
    assignments.ask(workspace, second, ada, REVIEW, today=DAY)
    menu = shown(window).drop(((piece, ada, REVIEW), (second, ada, REVIEW)), grace)
    assert menu is not None
    qtbot.addWidget(menu)
    assert [act.text() for act in menu.actions() if act.text()] == [
        "“Pricing” · reviewer · 3 h",
        "“Pumps” · reviewer",
        "All 2",
    ]
    menu.actions()[-1].trigger()
    assert {assignments.of_piece(workspace, each)[0].person_id for each in (piece, second)} == {grace}
    window.desk.undo()
    assert {assignments.of_piece(workspace, each)[0].person_id for each in (piece, second)} == {ada}


def test_h_in_the_table_hands_on_what_is_due_in_the_week(window: Window, piece: int, ada: int, qtbot: QtBot) -> None:
    place = shown(window)
    place.choose(ada)
    qtbot.keyClick(place.table, Qt.Key.Key_H)
    (dialog,) = window.findChildren(AskDialog)
    qtbot.addWidget(dialog)
    assert dialog.about.text() == "Pricing"


def test_two_quarters_are_shown_together(window: Window, piece: int, ada: int) -> None:
    place = shown(window)
    place.span.choose(TWO)
    assert place.table.load.columnCount() in (26, 27)
    assert place.title() == "Load · FY2027 Q1 and FY2027 Q2"


def test_a_conflict_leads_to_its_week(window: Window, workspace: Workspace, piece: int, ada: int) -> None:
    lists.edit(workspace, "person", ada, away=(Away(first=DAY, last=DAY),))
    place = shown(window)
    place.choose(ada, 0)
    place.choose_wrong(place.wrong.item(0))
    assert place.table.week is not None
    assert place.table.week.first == date(2027, 3, 22)


def test_the_table_has_the_keyboard_on_arriving_and_gives_it_to_the_list(
    window: Window, piece: int, ada: int, qtbot: QtBot
) -> None:
    place = shown(window)
    qtbot.waitUntil(place.table.hasFocus)
    qtbot.keyClick(place.table, Qt.Key.Key_Return)
    assert place.work.hasFocus()


def test_a_conflict_of_a_long_name_wraps(window: Window, workspace: Workspace) -> None:
    long = lists.add(workspace, "person", "Donaudampfschifffahrt" * 12, hours_a_quarter=1)
    lists.edit(workspace, "person", long, away=(Away(first=date(2027, 3, 15), last=date(2027, 3, 26)),))
    made = a_piece(workspace, "Pricing", planned=DAY)
    assignments.ask(workspace, made, long, REVIEW, today=date(2027, 3, 1), hours=Decimal(3))
    place = shown(window)
    window.resize(1024, 700)
    assert place.wrong.count()
    assert place.wrong.sizeHintForRow(0) >= 2 * place.wrong.fontMetrics().lineSpacing()
    assert place.wrong.horizontalScrollBar().maximum() == 0
    assert place.wrong.height() >= place.wrong.sizeHintForRow(0)


def test_enter_on_the_best_for_it_goes_on_to_the_button(
    window: Window, workspace: Workspace, piece: int, ada: int, qtbot: QtBot
) -> None:
    grace = lists.add(workspace, "person", "Grace Hopper")
    dialog = asked_by_h(window, ada, qtbot)
    dialog.best.show_people([PersonRow(grace, "Grace Hopper", ())])
    dialog.best.setCurrentRow(0)
    qtbot.keyClick(dialog.best, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.act
    qtbot.keyClick(dialog.act, Qt.Key.Key_Return)
    assert assignments.of_piece(workspace, piece)[0].person_id == grace
