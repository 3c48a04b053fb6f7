"""What happened, with the one thing to do about it: in the status bar where it is short, else in a line above it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from editorial.language import _
from editorial.ui.desk import Desk, Notice
from editorial.ui.early import PLAIN_TEXT
from editorial.ui.statusbar import StatusLine

if TYPE_CHECKING:
    from editorial.services.workspaces import Changed

SHOWN_MS = 8_000


class BriefNotice(QWidget):
    """A notice inside the status bar: nothing above it moves for it."""

    def __init__(self) -> None:
        super().__init__()
        self.text = QLabel()
        self.text.setObjectName("strong")
        self.text.setProperty("textFormat", PLAIN_TEXT)
        self.act = QPushButton()
        self.act.setObjectName("link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.text)
        row.addWidget(self.act)
        self.hide()

    def fill(self, notice: Notice) -> None:
        """Write a notice, whether or not it will be shown here."""
        self.text.setText(notice.text)
        self.text.setAccessibleName(notice.text)
        self.act.setVisible(bool(notice.action))
        self.act.setText(notice.action)


class NoticeLine(QWidget):
    """Shows the newest notice; errors stay until they are closed."""

    def __init__(self, desk: Desk, status: StatusLine) -> None:
        super().__init__()
        self._notice: Notice | None = None
        self._status = status
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.end)
        desk.notice.connect(self.show_notice)
        desk.opened.connect(self.end)
        desk.changed.connect(self._changed)
        status.resized.connect(self._refit)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in place of the one before."""
        if self._notice is None:
            self._build()
        self._notice = notice
        info = notice.level == "info"
        self.brief.fill(notice)
        self._fill(notice)
        self._put(info)
        if info:
            self._timer.start(SHOWN_MS)
        else:
            self._timer.stop()

    def end(self) -> None:
        """Take the notice away."""
        if self._notice is not None:
            self.hide()
            self.brief.hide()

    def _put(self, info: bool) -> None:
        """Show the notice in the status bar where it is short and fits there, else in the line."""
        brief = info and self._status.has_room(self.brief)
        self.brief.setVisible(brief)
        self.setVisible(not brief)

    def _refit(self) -> None:
        """Find the place of a notice anew: the window is wider or narrower."""
        notice = self._notice
        if notice is not None and not (self.isHidden() and self.brief.isHidden()):
            self._put(notice.level == "info")

    def _build(self) -> None:
        """Make the line when the first notice comes: the first paint needs none."""
        self.brief = BriefNotice()
        self.brief.act.clicked.connect(self._do)
        self._status.add(self.brief)
        self._text = QLabel()
        self._text.setProperty("textFormat", PLAIN_TEXT)
        self._text.setWordWrap(True)
        self._act = QPushButton()
        self._act.clicked.connect(self._do)
        self._close = QPushButton(_("Close"))
        self._close.setObjectName("quiet")
        self._close.clicked.connect(self.end)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.addWidget(self._text, 1)
        row.addWidget(self._act)
        row.addWidget(self._close)

    def _changed(self, changed: "Changed") -> None:
        """An error is over once something was changed here, and an offer such as *Redo* once anything was."""
        notice = self._notice
        if notice is not None and (changed.here if notice.level == "error" else notice.level == "info" and notice.act):
            self.end()

    def _fill(self, notice: Notice) -> None:
        self._text.setObjectName({"error": "error", "warning": "notice"}.get(notice.level, "muted"))
        self._text.setContentsMargins(12, 0, 0, 0)
        self._text.style().polish(self._text)
        self._text.setText(notice.text)
        self._text.setAccessibleName(notice.text)
        self._act.setVisible(bool(notice.action))
        self._act.setText(notice.action)

    def _do(self) -> None:
        notice = self._notice
        self.end()
        if notice is not None and notice.act is not None:
            notice.act()
