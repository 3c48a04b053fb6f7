"""What is like the title being typed: pointed at below the line, asked in the background, only the newest shown."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.domain.records import Entry
from editorial.domain.spoken import spoken_day
from editorial.errors import Trouble
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.titled import titled

PAUSE_MS = 80
"""Typing that rests so long is looked up."""
LEAST = 6
"""Letters below which nothing is looked up: a first word fits far too much."""
LETTERS = 44


class Similar(QWidget):
    """Hidden until something is near; each hit opens its piece."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._title = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        self.found: tuple[Entry, ...] = ()
        self.links: list[QPushButton] = []
        self.heading = QLabel(_("There is something like it already:"))
        self.heading.setObjectName("warning")
        self.heading.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.heading)
        self.hide()

    def look_for(self, title: str) -> None:
        """Look for what is like a title, once it is not typed on."""
        self._title = " ".join(title.split())
        if len(self._title) < LEAST:
            self._timer.stop()
            self._show("", ())
        else:
            self._timer.start()

    def _ask(self) -> None:
        from editorial.services import duplicates

        workspace, title = self._desk.workspace, self._title
        if workspace is None or not title:
            return
        self._desk.background.run(
            f"similar {id(self)}",
            lambda _report: duplicates.near_entries(workspace, title),
            lambda found: self._show(title, found),
            self._quiet,
        )

    def _quiet(self, trouble: Trouble) -> None:
        """Point at nothing: what stops this is told where it is looked for by hand."""
        self._show(self._title, ())

    def _show(self, title: str, found: Sequence[Entry]) -> None:
        if title != self._title and title:
            return
        for link in self.links:
            self._column.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.found = tuple(found)
        self.links = [self._link(entry) for entry in found]
        for link in self.links:
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(found))

    def _link(self, entry: Entry) -> QPushButton:
        day = spoken_day(entry.day) if entry.day else _("idea")
        link = QPushButton(f"≈ {titled(entry.title, day, LETTERS)}".replace("&", "&&"))
        link.setObjectName("link")
        link.setToolTip(entry.title)
        link.setAccessibleName(_("Open {title}, {day}").format(title=entry.title, day=day))
        link.clicked.connect(lambda: self._desk.piece_opened.emit(entry.id))
        return link
