"""The line that tells how far the assistant is."""

from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from editorial.language import _


class Step(IntEnum):
    """Where the assistant is."""

    CHOOSE = 0
    COLUMNS = 1
    PREVIEW = 2
    DONE = 3


class StepLine(QWidget):
    """Names the steps; the one at hand stands out, and is said."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("balance")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._labels = [QLabel() for _step in Step]
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(10)
        for place, label in enumerate(self._labels):
            if place:
                arrow = QLabel("›")
                arrow.setObjectName("muted")
                row.addWidget(arrow)
            row.addWidget(label)
        row.addStretch(1)
        self.show_step(Step.CHOOSE)

    def show_step(self, step: Step) -> None:
        """Make one step stand out."""
        names = (_("File"), _("Columns"), _("Preview"), _("Done"))
        for place, (label, name) in enumerate(zip(self._labels, names, strict=True)):
            label.setObjectName("strong" if place == step else "muted")
            label.setText(f"{place + 1}  {name}" if place >= step else f"✓  {name}")
            label.style().polish(label)
        self.setAccessibleName(_("Step {n} of 4: {name}").format(n=step + 1, name=names[step]))
