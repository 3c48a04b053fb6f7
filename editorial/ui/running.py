"""What stands in a dialog while something is written: how far it is, and the button that ends it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from editorial.language import _
from editorial.ui.background import Job

MOMENT_MS = 250
"""Work that is done within it shows nothing."""


class Running(QWidget):
    """Hidden until the work takes more than a moment, and when it is over."""

    def __init__(self) -> None:
        super().__init__()
        self._job: Job | None = None
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        self.cancel = QPushButton(_("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(MOMENT_MS)
        self._moment.timeout.connect(self.show)
        self.hide()

    def begin(self, job: Job | None) -> None:
        """Follow a piece of work; how much of it there is, is not known yet."""
        self._job = job
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self._moment.start()

    def show_share(self, fraction: float) -> None:
        """Show how much is done, from 0 to 1."""
        self.bar.setRange(0, 100)
        self.bar.setValue(round(100 * fraction))

    def end(self) -> None:
        """Nothing runs any more."""
        self._job = None
        self._moment.stop()
        self.hide()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.cancel.setEnabled(False)
