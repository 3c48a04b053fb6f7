"""The log, and the one report about the program that a user can copy; it never holds what people wrote."""

import logging
import platform
import traceback
from datetime import datetime
from logging.handlers import RotatingFileHandler
from types import TracebackType

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from editorial import __version__
from editorial.language import _
from editorial.locations import log_folder
from editorial.ui.desk import Desk

LOG = "editorial.log"
KEPT_BYTES = 1_000_000
KEPT_FILES = 3
log = logging.getLogger("editorial")


def keep_log() -> None:
    """Write the log to a rotating file from now on; without a place for it the program goes on."""
    if any(isinstance(handler, RotatingFileHandler) for handler in log.handlers):
        return
    try:
        log_folder().mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            log_folder() / LOG, maxBytes=KEPT_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)


def note_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Write what nobody caught to the log."""
    keep_log()
    log.critical("An error that nobody caught", exc_info=(kind, error, trace))


def facts(desk: Desk | None) -> str:
    """Return what helps to find a fault: versions, the system, sizes and settings; no titles, names or texts."""
    screen = QGuiApplication.primaryScreen()
    lines = [
        f"Editorial {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()} ({QGuiApplication.platformName()})",
        f"{platform.platform()}",
        f"Screen {screen.size().width()}×{screen.size().height()} at {screen.devicePixelRatio():g}",
        f"At {datetime.now().astimezone().isoformat(timespec='seconds')}",
    ]
    return "\n".join(lines + (_workspace_facts(desk) if desk is not None else []))


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None, desk: Desk | None) -> str:
    """Return the whole report of a fault."""
    told = "".join(traceback.format_exception(kind, error, trace))
    return f"{facts(desk)}\n\n{told}"


def _workspace_facts(desk: Desk) -> list[str]:
    workspace, lists = desk.workspace, desk.lists
    zoom = f"Theme {desk.theme.choice}, zoom {desk.theme.zoom:.0%}"
    if workspace is None:
        return [zoom, "No workspace is open"]
    size = workspace.path.stat().st_size if workspace.path.exists() else 0
    counted = {
        "segments": lists.segments,
        "stages": lists.stages,
        "statuses": lists.statuses,
        "interests": lists.interests,
        "formats": lists.formats,
        "channels": lists.channels,
        "campaigns": lists.campaigns,
        "people": lists.people,
    }
    return [
        zoom,
        f"Workspace of {size:,} bytes, schema {workspace.revision}" + (", read only" if workspace.readonly else ""),
        ", ".join(f"{len(entries)} {name}" for name, entries in counted.items()),
    ]


class ReportSheet(QDialog):
    """Shows a report beside the window, without blocking it."""

    def __init__(self, parent: QWidget, heading: str, text: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle(_("Report"))
        said = QLabel(heading)
        said.setWordWrap(True)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(_("Report"))
        self.copy = QPushButton(_("Copy report"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        done = QPushButton(_("Close"))
        done.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(done)
        buttons.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addWidget(self.text, 1)
        column.addLayout(buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 96, self.fontMetrics().height() * 26)

    def add(self, text: str) -> None:
        """Add another fault to the report that is already on the screen."""
        self.text.appendPlainText("\n" + text)


def show_bug(window: QWidget, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Show the report of a fault, in the sheet that is open if there is one."""
    desk = getattr(window, "desk", None)
    text = report(kind, error, trace, desk if isinstance(desk, Desk) else None)
    open_sheet = window.findChild(ReportSheet)
    if isinstance(open_sheet, ReportSheet) and open_sheet.isVisible():
        open_sheet.add("".join(traceback.format_exception(kind, error, trace)))
        return
    heading = _(
        "Something went wrong in the program. What you had saved is safe. A copy of this report helps to mend it; "
        "look it over before you pass it on."
    )
    ReportSheet(window, heading, text).show()
