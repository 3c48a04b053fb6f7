"""Drives the real window with a real mouse on a virtual screen, and prints what came of each drag as JSON."""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, QProcess, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from editorial.services import history, pieces
from editorial.services.workspaces import Workspace, open_workspace
from editorial.ui.calendar.board import Board
from editorial.ui.calendar.daylist import DayList
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.coverage.place import CoveragePlace
from editorial.ui.desk import Desk
from editorial.ui.preferences import Preferences
from editorial.ui.theme import Theme
from editorial.ui.window import Window

TODAY = date(2027, 3, 10)
PATIENCE_MS = 5_000
LOOK_MS = 20
STEPS = 6


def until(condition: Callable[[], bool]) -> bool:
    """Let the window live until a condition holds; False where patience ends first."""
    loop = QEventLoop()
    look = QTimer()
    look.timeout.connect(lambda: loop.quit() if condition() else None)
    look.start(LOOK_MS)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    if not condition():
        loop.exec()
    return condition()


def mouse(*words: object) -> None:
    """Let xdotool do something, while the window lives."""
    process = QProcess()
    process.start("xdotool", [str(word) for word in words])
    until(lambda: process.state() is QProcess.ProcessState.NotRunning)


def drag(start: QPoint, end: QPoint) -> None:
    """Press, move in steps, release."""
    words: list[object] = ["mousemove", start.x(), start.y(), "mousedown", 1]
    for step in range(1, STEPS + 1):
        there = start + (end - start) * step / STEPS
        words += ["mousemove", there.x(), there.y(), "sleep", 0.03]
    mouse(*words, "mousemove", end.x() + 1, end.y(), "sleep", 0.05, "mouseup", 1)


class Journey:
    """One window on one workspace, and where things are on the screen."""

    def __init__(self, path: Path) -> None:
        self.workspace: Workspace = open_workspace(path, author="Ada")
        self.desk = Desk(Theme("light"), Preferences(QSettings()), lambda: TODAY)
        self.desk.theme.apply()
        self.window = Window(self.desk)
        self.window.resize(1440, 900)
        self.window.show()
        self.window.go("calendar")
        self.desk.open(self.workspace)
        self.window.move(0, 0)
        place = self.window.go("calendar")
        assert isinstance(place, CalendarPlace)
        assert isinstance(place.view, Board)
        self.place, self.board = place, place.view
        until(lambda: self.board.scene.cell_of(TODAY) is not None and self.window.isActiveWindow())

    def day(self, day: date, board: Board | None = None) -> QPoint:
        board = board or self.board
        cell = board.scene.cell_of(day)
        assert cell is not None
        return board.on_screen(cell.rect).center() + QPoint(0, cell.rect.height() // 3)

    def tile(self, piece: int) -> QPoint:
        tile = self.board.scene.tile_of(piece)
        assert tile is not None
        return self.board.on_screen(tile.rect).center()

    def idea(self, piece: int) -> QPoint:
        ideas = self.place.panel.ideas.list
        until(lambda: piece in self.place.panel.ideas.shown())
        index = ideas.model().index(self.place.panel.ideas.shown().index(piece), 0)
        ideas.scrollTo(index)
        return ideas.viewport().mapToGlobal(ideas.visualRect(index).center())

    def planned(self, piece: int) -> str:
        day = pieces.read(self.workspace, piece).planned
        return day.isoformat() if day else ""

    def settled(self, piece: int, day: str) -> str:
        """Wait for a piece to be planned for a day, and return the day it is planned for."""
        until(lambda: self.planned(piece) == day)
        return self.planned(piece)


def run(path: Path) -> dict[str, Any]:
    """Do everything once, then take all of it back."""
    journey = Journey(path)
    made = len(history.changes(journey.workspace))
    ids = {title: hit for hit, title in _titles(journey.workspace)}
    told: dict[str, Any] = {"before": {title: journey.planned(id_) for title, id_ in ids.items()}}
    _single(journey, ids, told)
    _onto_slot(journey, ids, told)
    _several(journey, ids, told)
    _refused(journey, ids, told)
    _from_list(journey, ids, told)
    _onto_cell(journey, ids, told)
    for _change in range(len(history.changes(journey.workspace)) - made):
        journey.desk.undo()
    told["after undo"] = {title: journey.planned(id_) for title, id_ in ids.items()}
    journey.window.close()
    return told


def _titles(workspace: Workspace) -> list[tuple[int, str]]:
    from editorial.services import calendar

    return [(entry.id, entry.title) for entry in calendar.everything(workspace)]


def _single(journey: Journey, ids: dict[str, int], told: dict[str, Any]) -> None:
    idea, piece = ids["Idea"], ids["Piece 1"]
    drag(journey.idea(idea), journey.day(date(2027, 3, 25)))
    told["idea to day"] = journey.settled(idea, "2027-03-25")
    drag(journey.tile(piece), journey.day(date(2027, 3, 19)))
    told["piece to day"] = journey.settled(piece, "2027-03-19")
    drag(journey.tile(piece), journey.day(date(2027, 4, 7), journey.place.panel.mini.board))
    told["piece to small calendar"] = journey.settled(piece, "2027-04-07")
    drag(journey.tile(idea), journey.place.panel.ideas.list.viewport().mapToGlobal(QPoint(60, 40)))
    told["back to ideas"] = journey.settled(idea, "")


def _several(journey: Journey, ids: dict[str, int], told: dict[str, Any]) -> None:
    five = [ids[f"Piece {n}"] for n in range(2, 7)]
    mouse("keydown", "ctrl")
    for piece in five:
        point = journey.tile(piece)
        mouse("mousemove", point.x(), point.y(), "click", 1)
    mouse("keyup", "ctrl")
    until(lambda: len(journey.place.selection) == len(five))
    drag(journey.tile(five[0]), journey.day(date(2027, 3, 24)))
    told["five to day"] = [journey.settled(piece, "2027-03-24") for piece in five]


def _refused(journey: Journey, ids: dict[str, int], told: dict[str, Any]) -> None:
    drag(journey.tile(ids["Out"]), journey.day(date(2027, 3, 31)))
    told["published"] = pieces.read(journey.workspace, ids["Out"]).publish_date == date(2027, 3, 9)
    drag(journey.tile(ids["Piece 7"]), journey.window.mapToGlobal(QPoint(60, 700)))
    told["dropped outside"] = journey.planned(ids["Piece 7"])


def _onto_slot(journey: Journey, ids: dict[str, int], told: dict[str, Any]) -> None:
    idea, band = ids["Slot idea"], ids["Some day in March"]
    chip = next(chip for chip in journey.board.scene.chips if chip.item.open_slot)
    drag(journey.idea(idea), journey.board.on_screen(chip.rect).center())
    told["idea to slot"] = journey.settled(idea, "2027-03-29")
    told["kind of the slot"] = pieces.read(journey.workspace, idea).kind
    drag(journey.tile(band), journey.day(date(2027, 3, 26)))
    told["band to day"] = journey.settled(band, "2027-03-26")


def _from_list(journey: Journey, ids: dict[str, int], told: dict[str, Any]) -> None:
    cell = journey.board.scene.cell_of(date(2027, 3, 12))
    assert cell is not None
    journey.board.open_more(cell)
    sheet = journey.window.findChild(DayList)
    assert sheet is not None
    until(sheet.entries.isVisible)
    item = sheet.entries.findItems("Piece 7", Qt.MatchFlag.MatchEndsWith)[0]
    start = sheet.entries.viewport().mapToGlobal(sheet.entries.visualItemRect(item).center())
    drag(start, journey.day(date(2027, 4, 9)))
    told["from a day's list"] = journey.settled(ids["Piece 7"], "2027-04-09")


def _onto_cell(journey: Journey, ids: dict[str, int], told: dict[str, Any]) -> None:
    place, idea = journey.window.go("coverage"), ids["Another idea"]
    assert isinstance(place, CoveragePlace)
    assert place.coverage is not None
    place.beside.show_ideas()
    panel = place.beside.ideas
    until(lambda: idea in panel.shown())
    card = panel.list.visualRect(panel.list.model().index(panel.shown().index(idea), 0)).center()
    segment, stage = place.coverage.gaps[0].key
    row, column = place.matrix.cells.grid.at((segment, stage)) or (0, 0)
    cell = place.matrix.visualRect(place.matrix.cells.index(row, column)).center()
    drag(panel.list.viewport().mapToGlobal(card), place.matrix.viewport().mapToGlobal(cell))
    until(lambda: pieces.read(journey.workspace, idea).stage_id == stage)
    tagged = pieces.read(journey.workspace, idea)
    told["idea to cell"] = (tagged.segment_ids, tagged.stage_id) == ((segment,), stage)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    sys.stdout.write(json.dumps(run(Path(sys.argv[1]))) + "\n")
