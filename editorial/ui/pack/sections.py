"""The sections of a pack as a list to tick and to order, by drag and by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from editorial.domain.pack import Section, section_title
from editorial.language import _
from editorial.ui.overriding import override

WORD = Qt.ItemDataRole.UserRole
FRAME = 5
"""Edge and padding of the list (px)."""
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class SectionList(QListWidget):
    """Space ticks a section, Alt+Up and Alt+Down move it, and so does dragging."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("boxed")
        self.setAccessibleName(_("Sections of the pack, in order"))
        self.setToolTip(_("Space ticks, Alt+Up and Alt+Down move"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.itemChanged.connect(lambda _item: self.changed.emit())
        self.model().rowsMoved.connect(self._moved)

    def _moved(self) -> None:
        self.changed.emit()

    def show_sections(self, ticked: Sequence[Section], order: Sequence[Section] = ()) -> None:
        """List every section: those given first, in their order, the others behind."""
        first = order or ticked
        self.blockSignals(True)
        self.clear()
        for section in [*first, *(one for one in Section if one not in first)]:
            item = QListWidgetItem(section_title(section))
            item.setData(WORD, section.value)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
            item.setCheckState(CHECKED if section in ticked else UNCHECKED)
            self.addItem(item)
        self.setCurrentRow(0)
        self.blockSignals(False)
        self.changed.emit()

    @property
    def order(self) -> list[Section]:
        """Every section, in the order of the list."""
        return [Section(self.item(row).data(WORD)) for row in range(self.count())]

    @property
    def ticked(self) -> list[Section]:
        """The ticked sections, in the order of the list."""
        rows = [self.item(row) for row in range(self.count())]
        return [Section(item.data(WORD)) for item in rows if item.checkState() == CHECKED]

    def move_section(self, step: int) -> None:
        """Move the current section up (−1) or down (1)."""
        row = self.currentRow()
        to = row + step
        if row < 0 or not 0 <= to < self.count():
            return
        item = self.takeItem(row)
        self.insertItem(to, item)
        self.setCurrentRow(to)
        self.changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_section(step)
            return
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        height = self.sizeHintForRow(0) * max(1, self.count()) + 2 * FRAME
        return QSize(super().sizeHint().width(), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHintForRow(0) * 4)
