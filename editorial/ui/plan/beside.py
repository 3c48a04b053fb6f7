"""Putting the proposed plan beside the calendar, and taking it away again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from editorial.ui.plan.panel import PlanPanel
from editorial.ui.plan.proposing import Proposing

if TYPE_CHECKING:
    from editorial.ui.calendar.place import CalendarPlace


def proposing_beside(place: "CalendarPlace") -> Proposing:
    """Return what proposes plans for a calendar; its panel takes the place of the side panel while it is at work."""
    proposing = Proposing(place)
    panel = PlanPanel(place.desk, proposing)
    leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), place)
    leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    leave.setEnabled(False)
    leave.activated.connect(proposing.leave)

    def come() -> None:
        place.desk.piece_selected.emit(None)
        place.panel.put_instead(panel)
        leave.setEnabled(True)

    def go() -> None:
        leave.setEnabled(False)
        place.panel.put_back(panel)
        place.view.setFocus()

    # The panel heard of the start first, and is filled when it comes into view.
    proposing.started.connect(come)
    proposing.left.connect(go)
    return proposing
