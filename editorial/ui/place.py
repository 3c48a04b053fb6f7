"""What a place of the window offers to the shell that hosts it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from editorial.ui.desk import Desk

if TYPE_CHECKING:
    from editorial.ui.commands import Command


class Place(QWidget):
    """One place. It is made on its first visit and keeps its scroll, selection and filters from then on."""

    retitled = Signal()
    """The title or the line of the status bar is another."""
    plans = True
    """Whether the balance bar stands above it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def title(self) -> str:
        """Return the heading of the place."""
        raise AssertionError("every place has a title")

    def titles(self) -> list[str]:
        """Return the titles one turns through here: what stands beside them is not to move from one to the next."""
        return []

    def controls(self) -> list[QWidget]:
        """Return what stands beside the title; called once."""
        return []

    def get_ready(self) -> None:
        """Make ahead what the first sight of the place needs, where the shell has time for it before."""

    def side(self) -> QWidget | None:
        """Return the place's own side panel, or None; called once."""
        return None

    def status(self) -> str:
        """Return what is shown, for the status bar."""
        return ""

    def arrive(self, **wanted: Any) -> None:
        """The user comes here, perhaps with something to show."""

    def leave(self) -> None:
        """The window closes: keep what should come back at the next start."""

    def new_piece(self) -> bool:
        """Start writing down a new piece here, or return False: the window then does it among the ideas."""
        return False

    def commands(self) -> "list[Command]":
        """Return what can be done here, for the box on Ctrl+K."""
        return []
