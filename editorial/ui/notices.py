"""A line above the status bar that says what happened, with the one thing to do about it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from editorial.language import _
from editorial.ui.desk import Desk, Notice

SHOWN_MS = 8_000


class NoticeLine(QWidget):
    """Shows the newest notice; errors stay until they are closed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._notice: Notice | None = None
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._act = QPushButton()
        self._act.clicked.connect(self._do)
        self._close = QPushButton(_("Close"))
        self._close.setObjectName("quiet")
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.addWidget(self._text, 1)
        row.addWidget(self._act)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        desk.notice.connect(self.show_notice)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in place of the one before."""
        self._notice = notice
        self._text.setObjectName({"error": "error", "warning": "notice"}.get(notice.level, "muted"))
        self._text.setContentsMargins(12, 0, 0, 0)
        self._text.style().polish(self._text)
        self._text.setText(notice.text)
        self._text.setAccessibleName(notice.text)
        self._act.setVisible(bool(notice.action))
        self._act.setText(notice.action)
        self.show()
        if notice.level == "info":
            self._timer.start(SHOWN_MS)
        else:
            self._timer.stop()

    def _do(self) -> None:
        notice = self._notice
        self.hide()
        if notice is not None and notice.act is not None:
            notice.act()
