"""Rows on the clipboard and tables dropped on a window lead to the assistant; a workspace dropped is opened."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from editorial.ui.desk import Desk
from editorial.ui.files import SUFFIX
from editorial.ui.overriding import override

CALENDARS = (".ics", ".ical", ".icalendar", ".vcs")
TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".json", *CALENDARS)


def pasted_table() -> str:
    """Return the text on the clipboard where it looks like rows of a spreadsheet: a heading and more; else nothing."""
    text = QGuiApplication.clipboard().text()
    return text if "\n" in text.strip() else ""


def dropped_file(data: QMimeData) -> Path | None:
    """Return the first file of a drag that can be imported or opened, or None."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in (SUFFIX, *TABLES)), None)


class FileDrops(QObject):
    """Lets files be dropped anywhere on a window."""

    workspace_dropped = Signal(object)
    """The path of a workspace file."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self._desk = desk
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if dropped_file(event.mimeData()) is None:
                return False
            event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            path = dropped_file(event.mimeData())
            if path is None:
                return False
            event.acceptProposedAction()
            self._take(path)
            return True
        return False

    def _take(self, path: Path) -> None:
        if path.suffix.lower() == SUFFIX:
            self.workspace_dropped.emit(path)
        else:
            self._desk.place_wanted.emit("import", {"path": path})
