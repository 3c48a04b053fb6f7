"""The sections of a pack as a list to tick and to order, by drag and by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QSize

from editorial.domain.pack import Section, section_title
from editorial.language import _
from editorial.ui.overriding import override
from editorial.ui.ticklist import TickList

FRAME = 5
"""Edge and padding of the list (px)."""


class SectionList(TickList):
    """Space ticks a section, Alt+Up and Alt+Down move it, and so does dragging."""

    def __init__(self) -> None:
        super().__init__(_("Sections of the pack, in order"), ordered=True)

    def show_sections(self, ticked: Sequence[Section], order: Sequence[Section] = ()) -> None:
        """List every section: those given first, in their order, the others behind."""
        first = order or ticked
        listed = [*first, *(one for one in Section if one not in first)]
        self.show_lines([(one.value, section_title(one)) for one in listed], [one.value for one in ticked])
        for row in range(self.count()):
            self.item(row).setToolTip(_("Space ticks, Alt+Up and Alt+Down move"))
        self.changed.emit()

    @property
    @override
    def order(self) -> list[Section]:
        """Every section, in the order of the list."""
        return [Section(word) for word in super().order]

    @property
    @override
    def ticked(self) -> list[Section]:
        """The ticked sections, in the order of the list."""
        return [Section(word) for word in super().ticked]

    @override
    def sizeHint(self) -> QSize:
        height = self.sizeHintForRow(0) * max(1, self.count()) + 2 * FRAME
        return QSize(super().sizeHint().width(), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHintForRow(0) * 4)
