"""The timer of an interview: how long the talk goes on, against the time that was asked for."""

from datetime import timedelta
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from editorial.domain.transcripts import mark_of
from editorial.language import _

SECOND_MS = 1_000


class Stopwatch(QPushButton):
    """A button that starts and stops the time, and shows it."""

    def __init__(self) -> None:
        super().__init__()
        self._minutes = 0
        self._before = 0.0
        """Seconds that had passed when it was stopped last."""
        self._since: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND_MS)
        self._timer.timeout.connect(self._tell)
        self.clicked.connect(self.run)
        self._tell()

    @property
    def seconds(self) -> float:
        """How long the talk has gone on."""
        return self._before + (monotonic() - self._since if self._since is not None else 0.0)

    @property
    def mark(self) -> str:
        """The moment that is now, as a time mark, 00:12:03; empty while the talk does not go on."""
        return mark_of(timedelta(seconds=self.seconds)) if self._since is not None else ""

    def begin_anew(self, minutes: int) -> None:
        """Set it back for a talk of a length."""
        self._minutes, self._before, self._since = minutes, 0.0, None
        self._timer.stop()
        self._keep_room()
        self._tell()

    def stop(self) -> None:
        """Stop the time where it runs."""
        if self._since is not None:
            self.run()

    def run(self) -> None:
        """Start the time, or stop it."""
        if self._since is None:
            self._since = monotonic()
            self._timer.start()
        else:
            self._before, self._since = self.seconds, None
            self._timer.stop()
        self._tell()

    def _keep_room(self) -> None:
        """Be as wide as the longest that it will say: what stands beside it is not to move each time."""
        shown = _("{min}:{sec} of {all} min").format(min="00", sec="00", all=self._minutes)
        for text in (_("Start the timer (F7)"), _("{time}, stopped").format(time=shown)):
            self.setText(text)
            self.setMinimumWidth(max(self.minimumWidth(), self.sizeHint().width()))

    def _tell(self) -> None:
        minutes, seconds = divmod(int(self.seconds), 60)
        if self._since is None and not self._before:
            self.setText(_("Start the timer (F7)"))
        else:
            shown = _("{min}:{sec} of {all} min").format(min=f"{minutes:02}", sec=f"{seconds:02}", all=self._minutes)
            self.setText(shown if self._since is not None else _("{time}, stopped").format(time=shown))
        over = self._minutes > 0 and self.seconds > self._minutes * 60
        self.setToolTip(_("The time asked for is over.") if over else "")
        if over and self._since is not None:
            self.setText(_("{min} min over").format(min=minutes - self._minutes))
