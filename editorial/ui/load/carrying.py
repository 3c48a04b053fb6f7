"""Assignments on their way to another person: what travels with the mouse, and what letting go would do."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from editorial.domain.load import OpenWork
from editorial.domain.vocabulary import AssignmentRole
from editorial.language import ngettext
from editorial.ui.calendar.lifting import picture_of
from editorial.ui.labels import plain_label, say_on
from editorial.ui.tokens import Tokens

MIME = "application/x-editorial-assignment"
Carried = tuple[tuple[int, int, AssignmentRole], ...]
"""Assignments as piece id, person id and role."""
NOTE_LETTERS = 44
BESIDE = 18
"""How far (px) from the mouse the note stands."""


class Weighed(NamedTuple):
    """What letting go over somebody would mean, in words."""

    title: str
    lines: Sequence[str] = ()
    warnings: Sequence[str] = ()
    refused: bool = False


Weigh = Callable[[Carried, int], Weighed]


def as_mime(work: Sequence[OpenWork]) -> QMimeData:
    """Return assignments as they travel with the mouse: their keys, never the records."""
    carried = QMimeData()
    carried.setData(MIME, "\n".join(f"{one.piece_id} {one.person_id} {one.role.value}" for one in work).encode())
    return carried


def read_mime(carried: QMimeData) -> Carried:
    """Return the keys of what is carried."""
    lines = bytes(carried.data(MIME).data()).decode().splitlines()
    parts = (line.split(" ", 2) for line in lines)
    return tuple((int(piece), int(person), AssignmentRole(role)) for piece, person, role in parts)


def carry(source: QWidget, work: Sequence[OpenWork], tokens: Tokens) -> None:
    """Drag assignments from a widget until they are let go."""
    if not work:
        return
    words = ngettext("{n} thing", "{n} things", len(work)).format(n=len(work))
    drag = QDrag(source)
    drag.setMimeData(as_mime(work))
    drag.setPixmap(picture_of(source, " ".join(work[0].title.split()) if len(work) == 1 else words, tokens))
    drag.setHotSpot(QPoint(-8, -8))
    drag.exec(Qt.DropAction.MoveAction)


class DropNote(QFrame):
    """Says beside the mouse what letting go would do; it is never in the way of the drop."""

    def __init__(self, above: QWidget) -> None:
        super().__init__(above)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.title = plain_label("strong")
        self.lines = plain_label("small")
        self.warnings = plain_label("bad")
        self._above = above
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(4)
        for label in (self.title, self.lines, self.warnings):
            self._column.addWidget(label)
        self.hide()

    def show_weighed(self, weighed: Weighed, at: QPoint) -> None:
        """Show what letting go here would mean."""
        self.title.setText(weighed.title)
        say_on(self.lines, "\n".join(weighed.lines), "small")
        say_on(self.warnings, "\n".join(weighed.warnings), "bad")
        room = self._above.rect()
        width = min(self.fontMetrics().averageCharWidth() * NOTE_LETTERS, room.width() - 2 * BESIDE)
        self.setFixedSize(width, self._column.totalHeightForWidth(width))
        left = at.x() + BESIDE if at.x() + BESIDE + width <= room.right() else at.x() - BESIDE - width
        below = at.y() + 2 * BESIDE
        top = below if below + self.height() <= room.bottom() else at.y() - BESIDE - self.height()
        self.move(max(0, left), max(0, top))
        self.show()
        self.raise_()
