"""The line at the bottom: what is shown, that all is saved, and what can be taken back."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from editorial.language import _
from editorial.ui.background import Progress
from editorial.ui.desk import Desk
from editorial.ui.elide import ElidedLabel
from editorial.ui.overriding import override
from editorial.ui.turns import next_turn

UNDO_IN_LETTERS = 60
GAP = 20


class StatusLine(QFrame):
    """Tells what is shown and saved, names the newest change with its undo, and the workspace."""

    resized = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("status")
        self._desk = desk
        self._shown = ElidedLabel()
        self._saved = QLabel()
        self.undo = QPushButton()
        self.undo.clicked.connect(desk.undo)
        self.undo.hide()
        self.workspace = QPushButton()
        self.workspace.setToolTip(_("Workspace menu (F10)"))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 12, 2)
        row.setSpacing(GAP)
        row.addWidget(self._shown)
        row.addWidget(self._saved)
        row.addWidget(self.undo)
        row.addStretch(1)
        row.addWidget(self.workspace)
        desk.opened.connect(self._opened)
        desk.changed.connect(self._changed)
        desk.notice.connect(self._look_for_unsaved)

    def add(self, part: QWidget) -> None:
        """Give a part its place in the middle, where there is room."""
        self._row.insertWidget(self._row.indexOf(self.workspace), part)

    def has_room(self, part: QWidget) -> bool:
        """Tell whether a part that was added fits whole, with everything else as it is."""
        others = (self._shown, self._saved, self.undo, self.workspace)
        taken = sum(other.sizeHint().width() + GAP for other in others if not other.isHidden())
        return taken + part.sizeHint().width() + 2 * GAP <= self.width()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def show_line(self, text: str) -> None:
        """Show what the place tells of itself."""
        self._shown.setText(text)

    def _opened(self) -> None:
        workspace = self._desk.workspace
        self.workspace.setText(workspace.path.name if workspace else "")
        self._saved.setText(_("Read only") if workspace and workspace.readonly else _("All saved"))
        self._name_first()

    def _look_for_unsaved(self) -> None:
        # In the next turn: who told of trouble has kept what it could not save by then.
        next_turn(self._show_unsaved, self)

    def _show_unsaved(self) -> None:
        if self._desk.has_unsaved:
            self._saved.setText(_("Not saved"))

    def _changed(self) -> None:
        self._saved.setText(_("Saved · {time}").format(time=datetime.now().astimezone().strftime("%H:%M")))
        self._look_for_unsaved()
        self._name_undo()

    def _name_undo(self) -> None:
        from editorial.services import history

        self._show_undo(self._desk.ask(history.next_undo))

    def _name_first(self) -> None:
        """Name the newest change of a workspace that was just opened, without holding its first screen up."""
        workspace = self._desk.workspace

        def work(_report: Progress) -> str | None:
            from editorial.services import history

            return history.next_undo(workspace) if workspace is not None else None

        self._desk.background.run("newest change", work, self._show_undo, self._desk.tell)

    def _show_undo(self, what: str | None) -> None:
        self.undo.setVisible(what is not None)
        if what is not None:
            metrics = self.undo.fontMetrics()
            named = _("Undo “{what}”").format(what=what)
            room = metrics.averageCharWidth() * UNDO_IN_LETTERS
            from PySide6.QtCore import Qt

            self.undo.setText("↶ " + metrics.elidedText(named, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
            self.undo.setToolTip(f"{named} (Ctrl+Z)")
            self.undo.setAccessibleName(named)
