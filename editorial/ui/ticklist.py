"""A list of lines to tick, by Space or by mouse; where wanted also to order, by drag and by Alt with arrows."""

from collections.abc import Collection, Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout

from editorial.ui.icons import icon
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

WORD = Qt.ItemDataRole.UserRole
WAS_TICKED = Qt.ItemDataRole.UserRole + 1
"""A line was ticked before it was dimmed; it is ticked again when it may be."""
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
ALONE = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
ENABLED = Qt.ItemFlag.ItemIsEnabled


class TickList(QListWidget):
    """Lines stand for words or ids; one that may not be ticked is dimmed and empty, with the reason on its tooltip."""

    changed = Signal()

    def __init__(self, name: str, *, ordered: bool = False) -> None:
        super().__init__()
        self._ordered = ordered
        self.setObjectName("boxed")
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemChanged.connect(lambda _item: self.changed.emit())
        if ordered:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            self.setDefaultDropAction(Qt.DropAction.MoveAction)
            self.model().rowsMoved.connect(self._moved)

    def _moved(self) -> None:
        self.changed.emit()

    def show_lines(self, lines: Iterable[tuple[Any, str]], ticked: Collection[Any]) -> None:
        """List what stands for what; says nothing of a change."""
        self.blockSignals(True)
        self.clear()
        for word, label in lines:
            item = QListWidgetItem(label)
            item.setData(WORD, word)
            item.setToolTip(label)
            item.setFlags(self._flags(True))
            item.setCheckState(CHECKED if word in ticked else UNCHECKED)
            self.addItem(item)
        self.setCurrentRow(0)
        self.blockSignals(False)

    def allow(self, words: Collection[Any], why_not: str) -> None:
        """Dim every line that is not among these, ticks return with permission; says nothing of a change."""
        ticked = self.ticked
        self.blockSignals(True)
        for item in self._items():
            allowed, was = item.data(WORD) in words, item.data(WORD) in ticked
            item.setFlags(self._flags(allowed))
            item.setToolTip(item.text() if allowed else why_not)
            item.setCheckState(CHECKED if was and allowed else UNCHECKED)
            item.setData(WAS_TICKED, was and not allowed)
        self.blockSignals(False)

    def tick_all(self, on: bool) -> None:
        """Tick every line, or none."""
        self.blockSignals(True)
        for item in self._items():
            item.setCheckState(CHECKED if on else UNCHECKED)
        self.blockSignals(False)
        self.changed.emit()

    @property
    def order(self) -> list[Any]:
        """What the lines stand for, from the top."""
        return [item.data(WORD) for item in self._items()]

    @property
    def ticked(self) -> list[Any]:
        """What the ticked lines stand for, from the top; those too that were ticked before they were dimmed."""
        return [item.data(WORD) for item in self._items() if item.checkState() == CHECKED or item.data(WAS_TICKED)]

    def move_line(self, step: int) -> None:
        """Move the current line up (−1) or down (1)."""
        row = self.currentRow()
        to = row + step
        if row < 0 or not 0 <= to < self.count():
            return
        item = self.takeItem(row)
        self.insertItem(to, item)
        self.setCurrentRow(to)
        self.changed.emit()

    def with_arrows(self, theme: Theme, up: str, down: str) -> QHBoxLayout:
        """Return the list with two buttons beside it that move the current line; `up` and `down` are their names."""
        arrows = QVBoxLayout()
        for sign, name, step in (("arrow-up", up, -1), ("arrow-down", down, 1)):
            button = QToolButton()
            button.setIcon(icon(sign, theme.tokens.muted))
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _checked=False, step=step: self.move_line(step))
            arrows.addWidget(button)
        arrows.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self, 1)
        row.addLayout(arrows)
        return row

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _flags(self, allowed: bool) -> Qt.ItemFlag:
        flags = ALONE | Qt.ItemFlag.ItemIsDragEnabled if self._ordered else ALONE
        return flags | ENABLED if allowed else flags

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if self._ordered and step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_line(step)
            return
        super().keyPressEvent(event)
