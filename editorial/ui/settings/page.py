"""What every page of the settings offers to the place that shows it."""

from typing import Any

from PySide6.QtWidgets import QWidget

from editorial.ui.desk import Desk


class SettingsPage(QWidget):
    """One page; it is read when it is shown, and again when its lists have changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.stale = True

    def reload(self) -> None:
        """Read and show everything again."""

    def forget(self) -> None:
        """Another workspace is here: let go of what belongs to the one before."""

    def recount(self) -> None:
        """Pieces have changed: count anew what uses the entries."""

    def arrive(self, **wanted: Any) -> None:
        """The user comes here, perhaps with an entry to show."""
