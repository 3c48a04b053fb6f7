"""The month: what painting it costs, and going to another one at 10,000 pieces."""

import tempfile
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from figure_coverage import fill
from PySide6.QtCore import QRect, QSettings, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from editorial.domain.arrange import month_range
from editorial.domain.records import Entry
from editorial.domain.vocabulary import Precision
from editorial.services import calendar
from editorial.services.workspaces import Workspace, create_workspace
from editorial.ui.calendar.board import Board
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.calendar.sheet import Density
from editorial.ui.desk import Desk
from editorial.ui.preferences import Preferences
from editorial.ui.theme import Theme
from measuring import Figure, milliseconds

PIECES = 10_000
A_DAY = 10
SIZE = QSize(1400, 1400)
TODAY = date(2027, 3, 10)
MONTHS = 24


class Rectangles(QWidget):
    """The floor of painting: as many plain rectangles as there are pieces, and nothing else."""

    def paintEvent(self, event: QPaintEvent) -> None:  # type: ignore[explicit-override]  # noqa: N802
        painter = QPainter(self)
        for number in range(42 * A_DAY):
            row, column = divmod(number, 7)
            painter.fillRect(QRect(column * 200, row * 20, 190, 17), QColor("#e2f3f0"))


def measure() -> list[Figure]:
    """Show a calendar on a file of 10,000 pieces; paint it, then go from month to month."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        workspace = create_workspace(Path(folder) / "calendar.editorial")
        fill(workspace, PIECES)
        first, later, floor = switches(workspace, Path(folder))
        painted, cell, bare = paintings(workspace, Path(folder))
        workspace.close()
    return [
        Figure("month repaint, 42 × 10 pieces", painted, "ms", floor=bare, target=8),
        Figure("one cell of it", cell, "ms", target=0.5),
        Figure("switching month at 10,000 pieces, query to painted", later, "ms", floor=floor, target=20),
        Figure("the first switch after start", first, "ms", floor=floor, target=50),
    ]


def shown(workspace: Workspace, folder: Path) -> CalendarPlace:
    """Return the calendar of a workspace, on the screen."""
    theme = Theme("light")
    theme.apply()
    preferences = Preferences(QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat))
    desk = Desk(theme, preferences, lambda: TODAY)
    place = CalendarPlace(desk)
    place.resize(SIZE)
    place.show()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    desk.open(workspace)
    QApplication.processEvents()
    return place


def switches(workspace: Workspace, folder: Path) -> tuple[float, float, float]:
    """Return the time of the first switch, the median of later ones to months not seen before, and of the query."""
    place = shown(workspace, folder)
    times = []
    for month in range(MONTHS):
        day = date(2026 + (month + 3) // 12, (month + 3) % 12 + 1, 10)
        began = time.perf_counter()
        place.desk.look_at(day)
        place.view.viewport().repaint()
        times.append((time.perf_counter() - began) * 1000)
    around = month_range(TODAY, place.desk.lists.settings)
    query = milliseconds(lambda: calendar.between(workspace, around.first, around.last))
    place.hide()
    return times[0], median(times[1:]), query


def paintings(workspace: Workspace, folder: Path) -> tuple[float, float, float]:
    """Return the time of painting a month of ten pieces a day, one cell of it, and bare rectangles."""
    place = shown(workspace, folder)
    board = place.view
    assert isinstance(board, Board)
    assert place.sheet is not None
    model = place.sheet.entries[0]
    place.choose(density=Density.COMPACT)
    entries = tuple(_ten_a_day(model, month_range(TODAY, place.desk.lists.settings).first))
    colours, maker = place.dress()
    board.show_sheet(replace(place.sheet, entries=entries), colours, maker)
    assert len(board.scene.tiles) == len(entries), "the window is too low for ten pieces a day"
    viewport, cell = board.viewport(), board.scene.cells[2, 2].rect
    painted = milliseconds(viewport.repaint, runs=15)
    one = milliseconds(lambda: viewport.repaint(cell), runs=101)
    bare = Rectangles()
    bare.resize(SIZE)
    bare.show()
    QApplication.processEvents()
    floor = milliseconds(bare.repaint, runs=15)
    bare.close()
    place.hide()
    return painted, one, floor


def _ten_a_day(model: Entry, first: date) -> list[Entry]:
    return [
        replace(
            model,
            id=number,
            title=f"What boards get wrong about risk {number}",
            day=first + timedelta(days=number // A_DAY),
            precision=Precision.DAY,
        )
        for number in range(42 * A_DAY)
    ]
