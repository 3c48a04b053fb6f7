"""The bar below the steps: back, how far the work is, and the next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from editorial.language import _

WHOLE = 100


class Foot(QWidget):
    """Shows the buttons that lead through the steps, or the progress of what is running."""

    back_wanted = Signal()
    next_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = QPushButton(_("Back"))
        self.back.clicked.connect(self.back_wanted)
        self.next = QPushButton()
        self.next.setObjectName("primary")
        self.next.setAutoDefault(True)
        self.next.clicked.connect(self.next_wanted)
        self.why_not = QLabel()
        self.why_not.setObjectName("muted")
        self.why_not.setTextFormat(Qt.TextFormat.PlainText)
        self.why_not.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, WHOLE)
        self.progress.setMaximumWidth(self.fontMetrics().averageCharWidth() * 40)
        self.cancel = QPushButton(_("Cancel"))
        self.cancel.clicked.connect(self.cancel_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addWidget(self.why_not, 1)
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.next)
        self.rest()

    def offer(self, label: str, why_not: str = "", *, back: bool = True) -> None:
        """Offer the next step, or say why it cannot be taken yet; an empty label offers none."""
        self.rest()
        self.back.setVisible(back)
        self.next.setVisible(bool(label))
        self.next.setText(label)
        self.next.setEnabled(not why_not)
        self.why_not.setText(why_not)

    def work(self, what: str, fraction: float | None = None) -> None:
        """Show that something is running; without a fraction nobody knows how long."""
        self.why_not.setText(what)
        self.progress.setRange(0, WHOLE if fraction is not None else 0)
        self.progress.setValue(round((fraction or 0) * WHOLE))
        self.progress.setAccessibleName(what)
        self.progress.show()
        self.cancel.show()
        self.next.setEnabled(False)
        self.back.setEnabled(False)

    def rest(self) -> None:
        """Nothing is running."""
        self.progress.hide()
        self.cancel.hide()
        self.back.setEnabled(True)
