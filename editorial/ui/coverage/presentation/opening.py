"""Opening the presentation on the screen the window stands on: one at a time."""

from PySide6.QtWidgets import QWidget

from editorial.domain.period import Period
from editorial.ui.coverage.presentation.screen import Presentation
from editorial.ui.desk import Desk


def present(desk: Desk, window: QWidget, period: Period) -> Presentation:
    """Show a period on the whole screen."""
    shown = window.findChild(Presentation)
    if shown is not None:
        shown.close()
    made = Presentation(desk, period, window)
    made.setScreen(window.screen())
    made.setGeometry(window.screen().geometry())
    made.showFullScreen()
    made.activateWindow()
    made.setFocus()
    return made
