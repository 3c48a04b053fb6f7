"""What every editor of a field offers to the form it stands in."""

from time import monotonic
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from editorial.domain.fields import Field
from editorial.domain.records import Piece
from editorial.ui.desk import Desk

PAUSE_MS = 400
"""Typing that rests so long is saved."""
LONGEST_S = 2.0
"""Typing that never rests is saved so often: no more than that is lost with the power."""


class FieldEditor(QWidget):
    """Shows one field of a piece and tells of the values it is given."""

    given = Signal(object, str)
    """Attributes of the piece with their new values; and the key under which they join with earlier ones, or ""."""
    add_wanted = Signal(str)
    """A name that the list of the field does not have yet is to be added and chosen."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__()
        self.field = field
        self.desk = desk

    def show_piece(self, piece: Piece) -> None:
        """Show the field's value; what is typed and not handed on yet stays."""
        raise AssertionError("every editor shows its field")

    def lock(self, locked: bool) -> None:
        """Let the value be read only."""
        self.setEnabled(not locked)

    @property
    def dirty(self) -> bool:
        """Whether something typed was not handed on yet."""
        return False

    def settle(self) -> None:
        """Hand on what is typed."""

    def keep(self) -> None:
        """What was handed on could not be saved: what is typed stays, and is handed on again when the field is left."""

    def forget(self) -> None:
        """Let go of what is typed."""

    def give(self, value: Any, joins: str = "") -> None:
        """Hand on a value of the field."""
        self.given.emit({self.field.attribute: value}, joins)


class Typing(QObject):
    """Hands on what is typed after a pause and when the field is left; until then it all joins into one change."""

    paused = Signal(str)
    """It is time to hand on what is typed, under this key."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.dirty = False
        self._key = ""
        self._since = 0.0
        """When what is not handed on yet began to be typed."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.settle)

    def touch(self) -> None:
        """Something was typed."""
        if not self.dirty:
            self._since = monotonic()
        self.dirty = True
        self._key = self._key or uuid4().hex
        if monotonic() - self._since < LONGEST_S:
            self._timer.start()
        else:
            self.settle()

    def settle(self) -> None:
        """Hand on what is typed, if anything is."""
        self._timer.stop()
        if self.dirty:
            self.dirty = False
            self.paused.emit(self._key)

    def keep(self) -> None:
        """What was handed on could not be saved: it is to be handed on again, by the next typing or settling."""
        self.dirty, self._since = True, monotonic()

    def hold(self, holders: list[object]) -> None:
        """Add itself to those who hold what could not be saved."""
        if self.dirty:
            holders.append(self)

    def leave(self) -> None:
        """Hand on what is typed; what is typed later is a change of its own."""
        self.settle()
        self._key = ""

    def forget(self) -> None:
        """Let go of what is typed."""
        self._timer.stop()
        self.dirty = False
        self._key = ""
