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
        self._arrows = [QLabel("›") for _step in Step]
        for arrow, label in zip(self._arrows, self._labels, strict=True):
            arrow.setObjectName("muted")
            row.addWidget(arrow)
            row.addWidget(label)
        row.addStretch(1)
        self.show_step(Step.CHOOSE)

    def show_step(self, step: Step, *, without_columns: bool = False) -> None:
        """Make one step stand out; what is no table has no step for its columns."""
        names = {Step.CHOOSE: _("File"), Step.COLUMNS: _("Columns"), Step.PREVIEW: _("Preview"), Step.DONE: _("Done")}
        if without_columns:
            del names[Step.COLUMNS]
        for one, label, arrow in zip(Step, self._labels, self._arrows, strict=True):
            label.setVisible(one in names)
            arrow.setVisible(one in names and one is not Step.CHOOSE)
            if one in names:
                number = list(names).index(one) + 1
                label.setObjectName("strong" if one is step else "muted")
                label.setText(f"{number}  {names[one]}" if one >= step else f"✓  {names[one]}")
                label.style().polish(label)
        said, n = _("Step {n} of {all}: {name}"), list(names).index(step) + 1
        self.setAccessibleName(said.format(n=n, all=len(names), name=names[step]))
