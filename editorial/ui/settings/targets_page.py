"""The targets: how many pieces a fiscal quarter each segment wants in each stage."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QLabel, QPushButton, QTableView, QVBoxLayout

from editorial.domain.records import BuyingStage, Segment
from editorial.domain.typed_values import typed_whole
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services import lists as service
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.settings.page import SettingsPage

Index = QModelIndex | QPersistentModelIndex
Cell = tuple[int, int]


class TargetModel(QAbstractTableModel):
    """Segments × stages; what was typed and refused stays in its cell."""

    given = Signal(int, int, int)
    """Segment, stage and the new target."""
    told = Signal(str)
    """Why something typed was refused, or nothing any more."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.segments: list[Segment] = []
        self.stages: list[BuyingStage] = []
        self._wrong: dict[Cell, str] = {}

    def forget(self) -> None:
        """Let go of what was refused."""
        self._wrong.clear()
        self.told.emit("")

    def reload(self) -> None:
        """Show the lists and targets as they are now."""
        self.beginResetModel()
        self.segments = list(self._desk.lists.segments.values())
        self.stages = list(self._desk.lists.stages.values())
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.segments)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.stages)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        listed = self.stages if orientation is Qt.Orientation.Horizontal else self.segments
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return listed[section].name
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        segment, stage = self.segments[index.row()], self.stages[index.column()]
        wrong = self._wrong.get((segment.id, stage.id))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return wrong if wrong is not None else str(self._target((segment.id, stage.id)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{segment.name}, {stage.name}: {self._target((segment.id, stage.id))}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.BackgroundRole:
            return QColor(self._desk.theme.tokens.panel)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(wrong is not None, self._target((segment.id, stage.id)))
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        workspace = self._desk.workspace
        return flags if workspace is None or workspace.readonly else flags | Qt.ItemFlag.ItemIsEditable

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        cell = self.segments[index.row()].id, self.stages[index.column()].id
        try:
            target = typed_whole(str(value), needed=True)
        except RuleBroken as wrong:
            self._wrong[cell] = str(value)
            self.told.emit(str(wrong))
            return True
        assert target is not None
        self._wrong.pop(cell, None)
        if not self._wrong:
            self.told.emit("")
        if target != self._target(cell):
            self.given.emit(*cell, target)
        return True

    def _target(self, cell: Cell) -> int:
        return self._desk.lists.targets.get(cell, 1)

    def _ink(self, wrong: bool, target: int) -> QColor:
        tokens = self._desk.theme.tokens
        return QColor(tokens.bad if wrong else tokens.muted if target == 0 else tokens.text)


class TargetsPage(SettingsPage):
    """The grid, typed into cell by cell."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model = TargetModel(desk, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setObjectName("clear")
        self.table.setAccessibleName(_("Targets"))
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.table.setTabKeyNavigation(False)
        self.about = QLabel()
        self.about.setObjectName("muted")
        self.about.setWordWrap(True)
        self.reason = QLabel()
        self.reason.setObjectName("bad")
        self.reason.setWordWrap(True)
        self.reason.hide()
        self.add = QPushButton(_("Add a segment"))
        self.add.setObjectName("primary")
        self.add.clicked.connect(lambda: desk.place_wanted.emit("settings", {"kind": "segment", "add": True}))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.about)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.reason)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        self.model.given.connect(self._set)
        self.model.told.connect(self._tell)
        desk.theme.changed.connect(self._measure)

    @override
    def reload(self) -> None:
        at = self.table.currentIndex()
        self.model.reload()
        some = bool(self.model.segments and self.model.stages)
        self.table.setVisible(some)
        self.add.setVisible(not self.model.segments)
        self.about.setText(_("Pieces that each cell wants in a fiscal quarter; 0 turns a cell off.") if some else _(
            "A target belongs to a segment and a stage. Add the first segment to set some."))  # fmt: skip
        self.table.setCurrentIndex(self.model.index(max(at.row(), 0), max(at.column(), 0)))
        self._measure()

    @override
    def forget(self) -> None:
        self.model.forget()

    def _measure(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self.table.verticalHeader().setDefaultSectionSize(int(self.fontMetrics().height() * 2))
        self.table.verticalHeader().setMaximumWidth(letter * 32)
        for column, stage in enumerate(self.model.stages):
            self.table.setColumnWidth(column, letter * min(24, max(12, len(stage.name) + 5)))

    def _set(self, segment: int, stage: int, target: int) -> None:
        self.desk.ask(lambda w: service.set_target(w, segment, stage, target))

    def _tell(self, reason: str) -> None:
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
