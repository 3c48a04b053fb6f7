"""The schedule of a piece: its tasks with their due days, how late it is, and how far its publication slipped."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editorial.domain.planning_records import Task
from editorial.domain.records import Piece
from editorial.domain.slip import slip_words
from editorial.domain.tasks import days_late
from editorial.domain.vocabulary import Phase
from editorial.domain.workdays import work_calendar
from editorial.errors import Trouble
from editorial.language import _, ngettext
from editorial.ui.desk import Desk
from editorial.ui.piece.taskrow import TaskRow

if TYPE_CHECKING:
    from editorial.services.workspaces import Workspace


class Schedule(QWidget):
    """The tasks of the piece that is shown; everything given is saved at once and can be undone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._piece: Piece | None = None
        self.rows: dict[int, TaskRow] = {}
        self.heading = QLabel(_("Schedule"))
        self.heading.setObjectName("section")
        self.late = self._label("bad")
        self.slip = self._label("small")
        self.none = self._label("small")
        self.kept = self._label("small")
        self.follow = QPushButton()
        self.follow.setObjectName("link")
        self.follow.clicked.connect(self._move_kept)
        self.add = QLineEdit()
        self.add.setPlaceholderText(_("Add a task, then Enter"))
        self.add.setAccessibleName(_("Add a task"))
        self.add.returnPressed.connect(self._add)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._arrange()

    def show_piece(self, piece: Piece) -> None:
        """Show the tasks of a piece as they are now."""
        if self._piece is None or self._piece.id != piece.id:
            self.forget()
        self._piece = piece
        from editorial.services import schedule, tasks

        found = self.desk.ask(lambda w: tasks.of_piece(w, piece.id)) or []
        slips = self.desk.ask(lambda w: schedule.slips(w, [piece.id])) if piece.published_on else None
        self._show_rows(found)
        one = slips.get(piece.id) if slips else None
        self.slip.setText(_("Published {slip}.").format(slip=slip_words(one)) if one is not None else "")
        self.slip.setVisible(one is not None)
        self._show_kept(self.desk.ask(lambda w: tasks.count_kept(w, [piece.id])) or 0 if found else 0)
        self.none.setText(self._why_none(piece) if not found else "")
        self.none.setVisible(not found)
        self.add.setVisible(not self.desk.readonly)

    def settle(self) -> None:
        """Save what is typed."""
        for row in list(self.rows.values()):
            row.settle()

    def forget(self) -> None:
        """Let go of the piece."""
        self._piece = None
        self.add.clear()
        for id_ in list(self.rows):
            self._drop(id_)

    def _show_rows(self, found: list[Task]) -> None:
        settings, notes = self.desk.lists.settings, self.desk.lists.notes
        calendar = work_calendar(settings, notes)
        for id_ in self.rows.keys() - {task.id for task in found}:
            self._drop(id_)
        worst = 0
        for place, task in enumerate(found):
            row = self.rows.get(task.id) or self._row(task.id)
            if self._list.indexOf(row) != place:
                self._list.insertWidget(place, row)
            late = days_late(task.due, self.desk.today, calendar) if self._waits(task) and task.due else 0
            worst = max(worst, late)
            row.show_task(task, late, locked=self.desk.readonly)
        said = ngettext("late by {n} working day", "late by {n} working days", worst).format(n=worst)
        self.late.setText(said if worst else "")
        self.late.setVisible(bool(worst))

    def _waits(self, task: Task) -> bool:
        """Tell whether an open task still matters: not what was due before its piece came out, nor of a parked one."""
        piece = self._piece
        if piece is None or task.done_on is not None or task.due is None or task.due >= self.desk.today:
            return False
        status = self.desk.lists.statuses.get(piece.status_id)
        if status is not None and status.phase is Phase.PARKED:
            return False
        return piece.published_on is None or task.due > piece.published_on

    def _why_none(self, piece: Piece) -> str:
        made_as = self.desk.lists.formats.get(piece.format_id or 0)
        if made_as is not None and made_as.steps and piece.published_on is None:
            return _("Its tasks come with its day.")
        return _("No tasks. Those that a format usually needs are set in the settings of formats.")

    def _show_kept(self, kept: int) -> None:
        said = ngettext(
            "{n} deadline of an accepted assignment stayed where it was.",
            "{n} deadlines of accepted assignments stayed where they were.",
            kept,
        )
        self.kept.setText(said.format(n=kept))
        self.follow.setText(ngettext("Move it too", "Move them too", kept))
        self.kept.setVisible(kept > 0)
        self.follow.setVisible(kept > 0 and not self.desk.readonly)

    def _row(self, task_id: int) -> TaskRow:
        from editorial.services import tasks

        row = TaskRow(self.desk)
        row.ticked.connect(lambda on: self._do(lambda w: tasks.done(w, task_id, self.desk.today if on else None)))
        row.given.connect(lambda fields: self._do(lambda w: tasks.edit(w, task_id, **fields)))
        row.removed.connect(lambda: self._do(lambda w: tasks.remove(w, task_id)))
        self.rows[task_id] = row
        return row

    def _drop(self, task_id: int) -> None:
        row = self.rows.pop(task_id)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _add(self) -> None:
        piece, name = self._piece, self.add.text().strip()
        if piece is None or not name:
            return
        from editorial.services import tasks

        self.add.clear()
        self._do(lambda w: tasks.add(w, piece.id, name))

    def _move_kept(self) -> None:
        if (piece := self._piece) is not None:
            from editorial.services import tasks

            self._do(lambda w: tasks.move_kept(w, [piece.id]))

    def _do(self, act: "Callable[[Workspace], Any]") -> None:
        workspace = self.desk.workspace
        if workspace is None:
            return
        try:
            act(workspace)
        except Trouble as trouble:
            self.desk.tell(trouble)

    def _label(self, name: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setWordWrap(True)
        label.hide()
        return label

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addWidget(self.late)
        head.addStretch(1)
        stayed = QHBoxLayout()
        stayed.addWidget(self.kept, 1)
        stayed.addWidget(self.follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 6, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.slip)
        column.addWidget(self.none)
        column.addLayout(self._list)
        column.addLayout(stayed)
        column.addWidget(self.add)
