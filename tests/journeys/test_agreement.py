"""From an edited stage to answered tags: the way of a marketing lead before the kickoff, by keyboard."""

from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editorial.services import agreement, history
from editorial.store.workspace import Workspace
from editorial.ui.agreement.place import AgreementPlace
from editorial.ui.window import Window
from tests.ui.scripted import ScriptedPrompts


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_agree_on_stages_then_on_tags(
    qtbot: QtBot, on_sample: None, window: Window, workspace: Workspace, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    place = window.go("agreement", page="stages")
    assert isinstance(place, AgreementPlace)

    box = place.stages.form.texts["avoid"]
    box.setFocus()
    qtbot.keyClicks(box, "Never. ")
    place.desk.settle.emit()
    assert "reopened" in place.stages.form.chip.text()

    place.stages.versions.agree.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert agreement.versions(workspace)[0].version == 2
    assert "agreed" in place.stages.form.chip.text()

    place.arrive(page="tags")
    for key in (Qt.Key.Key_A, Qt.Key.Key_S, Qt.Key.Key_A, Qt.Key.Key_D):
        qtbot.keyClick(focused(), key)
    qtbot.keyClicks(focused(), "Not yet.")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    found = agreement.tags(workspace, place.period)
    assert (found.agreed, found.disputed, found.proposed) == (26, 2, 3)

    path = tmp_path / "tags.xlsx"
    prompts.answers |= {"export agreement": str(path), "import agreement": str(path)}
    with qtbot.waitSignal(place.desk.notice):
        place.tags.export.click()
    book = openpyxl.load_workbook(path)
    for line in range(2, book["Tags"].max_row + 1):
        book["Tags"][f"J{line}"] = "agreed"
    book.save(path)
    with qtbot.waitSignal(place.files.looked):
        place.tags.take_in.click()
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.balance.agreed.text() == "100 % of tags")
    history.undo(workspace)
    qtbot.waitUntil(lambda: window.balance.agreed.text() == "84 % of tags")
