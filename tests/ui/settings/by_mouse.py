"""Drags rows of a list with a real mouse on a virtual screen, and prints the orders that came of it as JSON."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QSettings
from PySide6.QtWidgets import QApplication

from editorial.services.workspaces import open_workspace
from editorial.ui.desk import Desk
from editorial.ui.preferences import Preferences
from editorial.ui.settings.list_page import ListPage
from editorial.ui.settings.place import SettingsPlace
from editorial.ui.theme import Theme
from editorial.ui.window import Window
from tests.journeys.by_mouse import TODAY, drag, until


def run(path: Path) -> dict[str, list[str]]:
    """Drag the last row to the top, then the first below the second; take both back."""
    desk = Desk(Theme("light"), Preferences(QSettings()), lambda: TODAY)
    desk.theme.apply()
    window = Window(desk)
    window.resize(1440, 900)
    window.show()
    window.go("calendar")
    desk.open(open_workspace(path, author="Ada"))
    window.move(0, 0)
    place = window.go("settings", kind="interest")
    assert isinstance(place, SettingsPlace)
    page = place.page
    assert isinstance(page, ListPage)
    until(lambda: window.isActiveWindow() and page.table.viewport().isVisible())
    told = {"before": names(page)}
    drag(centre(page, 2), top(page, 0))
    until(lambda: names(page) != told["before"])
    told["to the top"] = names(page)
    drag(centre(page, 0), top(page, 2))
    until(lambda: names(page) != told["to the top"])
    told["below the second"] = names(page)
    desk.undo()
    desk.undo()
    told["after undo"] = names(page)
    window.close()
    return told


def names(page: ListPage) -> list[str]:
    return [record.name for record in page.model.rows]


def centre(page: ListPage, row: int) -> QPoint:
    rect = page.table.visualRect(page.model.index(row, 0))
    return page.table.viewport().mapToGlobal(rect.center())


def top(page: ListPage, row: int) -> QPoint:
    rect = page.table.visualRect(page.model.index(row, 0))
    return page.table.viewport().mapToGlobal(QPoint(rect.center().x(), rect.top() + 1))


if __name__ == "__main__":
    application = QApplication(sys.argv)
    sys.stdout.write(json.dumps(run(Path(sys.argv[1]))) + "\n")
