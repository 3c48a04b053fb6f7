"""The middle of the window: the place that is shown, and the visited ones behind it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget

from editorial.ui.overriding import override


class WorkArea(QStackedWidget):
    """Holds the places that were visited; only the one that is shown says how much room it needs at least."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("work")
        self.currentChanged.connect(lambda _index: self.updateGeometry())

    @override
    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return super().minimumSizeHint() if shown is None else shown.minimumSizeHint()
