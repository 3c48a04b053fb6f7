"""Dialogs are titled for people."""

import pytest
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from editorial.ui.prompts import WindowPrompts


def test_a_question_is_not_titled_by_its_topic(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    titles: list[str] = []

    def answer(_parent: QWidget, title: str, *_given: object) -> tuple[str, bool]:
        titles.append(title)
        return " Mine ", True

    monkeypatch.setattr(QInputDialog, "getText", answer)
    above = QWidget()
    qtbot.addWidget(above)
    assert WindowPrompts(above).text("save-view", "What is this view called?") == "Mine"
    assert titles == ["Editorial"]


def test_what_cannot_be_undone_is_not_one_enter_away(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    defaults: list[str] = []

    def answer(box: QMessageBox) -> int:
        defaults.append(box.defaultButton().text())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    above = QWidget()
    qtbot.addWidget(above)
    assert not WindowPrompts(above).confirm("erase", "Erase Ada?", "It is for good.", "Erase for good")
    assert defaults == ["Cancel"]
