"""From the question who could speak to an answer, a decline, the next best, and work handed on."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, PersonRole
from editorial.services import assignments, lists
from editorial.services.workspaces import Workspace
from editorial.ui.assignments.dialog import AskDialog
from editorial.ui.experts.place import ExpertsPlace
from editorial.ui.load.place import LoadPlace
from editorial.ui.piece.place import PiecePlace
from editorial.ui.window import Window
from tests.builders import a_piece, an_interest
from tests.ui.scripted import ScriptedPrompts


def asked(window: Window, qtbot: QtBot) -> AskDialog:
    dialogs = [one for one in window.findChildren(AskDialog) if one.isVisible()]
    qtbot.addWidget(dialogs[-1])
    return dialogs[-1]


def test_an_expert_is_found_asked_declines_and_another_takes_over(
    window: Window, workspace: Workspace, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    risk = an_interest(workspace, "Risk")
    ada, grace = (
        lists.add(workspace, "person", name, roles=(PersonRole.SME,), interest_ids=(risk,), hours_a_quarter=20)
        for name in ("Ada Byron", "Grace Hopper")
    )
    piece = a_piece(workspace, "Pricing", planned=date(2027, 3, 24), interest_id=risk)

    experts = window.go("experts", interest_id=risk)
    assert isinstance(experts, ExpertsPlace)
    assert experts.page.candidates.person == ada

    window.desk.piece_opened.emit(piece)
    place = window.places["piece"]
    assert isinstance(place, PiecePlace)
    qtbot.mouseClick(place.form.owed.ask, Qt.MouseButton.LeftButton)
    dialog = asked(window, qtbot)
    dialog.best.setCurrentRow(0)
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    prompts.answers["decline"] = "No time in March"
    place.form.owed.rows[0].decline()
    place.form.owed.rows[0].next.click()
    dialog = asked(window, qtbot)
    assert [dialog.best.item(row).text() for row in range(dialog.best.count())] == ["Grace Hopper"]
    dialog.best.setCurrentRow(0)
    dialog.ask()
    standing = {one.person_id: one.status for one in assignments.of_piece(workspace, piece)}
    assert standing == {ada: AssignmentStatus.DECLINED, grace: AssignmentStatus.PROPOSED}

    load = window.go("load", person_id=grace)
    assert isinstance(load, LoadPlace)
    assert load.whose.text() == "Grace Hopper"
    lin = lists.add(workspace, "person", "Lin", interviews_a_month=2)
    load.drop(((piece, grace, AssignmentRole.SOURCE),), lin)
    assert {one.person_id for one in assignments.of_piece(workspace, piece)} == {ada, lin}
    window.desk.undo()
    assert {one.person_id for one in assignments.of_piece(workspace, piece)} == {ada, grace}
