import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editorial.ui.desk import Desk
from editorial.ui.fields.days import DayLine
from editorial.ui.popover import Popover


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> QWidget:
    """The line of a day and a list of two rows, shown."""
    window, rows, days = QWidget(), QListWidget(), DayLine("Day", desk)
    rows.addItems(["First", "Second"])
    column = QVBoxLayout(window)
    column.addWidget(days)
    column.addWidget(rows)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    return window


def test_down_in_the_line_opens_the_calendar(qtbot: QtBot, window: QWidget) -> None:
    days = window.findChild(DayLine)
    assert days is not None
    days.line.setFocus()
    qtbot.keyClick(days.line, Qt.Key.Key_Down)
    assert window.findChild(Popover) is not None


def test_down_in_a_list_beside_it_moves_in_the_list(qtbot: QtBot, window: QWidget) -> None:
    rows = window.findChild(QListWidget)
    assert rows is not None
    rows.setCurrentRow(0)
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert (rows.currentRow(), window.findChild(Popover)) == (1, None)
