"""One task of a piece as a row: done, its name, when it is due, whose it is, pinned."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QMenu, QPushButton, QWidget

from editorial.domain.planning_records import Task
from editorial.domain.vocabulary import Precision
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.language import _, ngettext
from editorial.ui.desk import Desk
from editorial.ui.fields.days import read_typed
from editorial.ui.fields.options import Option
from editorial.ui.fields.picker import Picker
from editorial.ui.fields.texts import line
from editorial.ui.fields.tiny import tiny_button
from editorial.ui.icons import icon

DUE_LETTERS = 9


def due_shown(day: date | None, today: date) -> str:
    """Return a due day, with its year where that is another than today's."""
    from editorial.ui.calendar.words import short_day

    if day is None:
        return ""
    return short_day(day) if day.year == today.year else f"{short_day(day)} {day.year}"


def offset_words(offset: int) -> str:
    """Return how many working days before or after the publish day something is due."""
    n = abs(offset)
    if not n:
        return _("on the publish day")
    if offset < 0:
        return ngettext("{n} working day before publishing", "{n} working days before publishing", n).format(n=n)
    return ngettext("{n} working day after publishing", "{n} working days after publishing", n).format(n=n)


class TaskRow(QWidget):
    """Shows a task and tells what is to become of it; every value is saved at once."""

    ticked = Signal(bool)
    given = Signal(dict)
    """New values of fields, by name."""
    removed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.task: Task | None = None
        self.tick = QCheckBox()
        self.name = line(_("Task"))
        self.due = line(_("Due"), _("no day"))
        self.due.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.pin = tiny_button(_("Pin: this task keeps its day when the piece moves"))
        self.pin.setCheckable(True)
        self.more = tiny_button(_("More to do with this task"))
        self.whose = QPushButton()
        self.whose.setObjectName("link")
        self.late = QLabel()
        self.late.setObjectName("bad")
        self._arrange()
        self._connect()

    def show_task(self, task: Task, late: int, *, locked: bool) -> None:
        """Show a task as it is stored; what is being typed stays."""
        self.task = task
        self.tick.setChecked(task.done_on is not None)
        done = _("{task}, done").format(task=task.name) if task.done_on else task.name
        self.tick.setAccessibleName(done)
        for box, text in ((self.name, task.name), (self.due, due_shown(task.due, self.desk.today))):
            if not box.isModified():
                box.setText(text)
                box.setCursorPosition(0)
            box.setReadOnly(locked)
        self.due.setToolTip(self._why_due(task))
        self.due.setAccessibleName(_("Due day of {task}").format(task=task.name))
        self.pin.setChecked(task.pinned)
        who = self.desk.lists.people.get(task.person_id or 0, "")
        role = vocabulary_word(task.role) if task.role else ""
        said = " · ".join(part for part in (role, who) if part)
        self.whose.setText((said or _("nobody yet")).replace("&", "&&"))
        self.whose.setAccessibleName(_("Whose task {task} is: {who}").format(task=task.name, who=said or _("nobody")))
        words = ngettext("late by {n} working day", "late by {n} working days", late).format(n=late)
        self.late.setText(words if late else "")
        self.late.setVisible(bool(late))
        for part in (self.tick, self.pin, self.more, self.whose):
            part.setEnabled(not locked)
        self._tint()

    def settle(self) -> None:
        """Save what is typed."""
        self._give_name()
        self._give_due()

    def choose_person(self) -> Picker:
        """Choose whose task it is."""
        assert self.task is not None
        picker = Picker(self.whose, _("People"), self.desk.theme.tokens)
        people = sorted(self.desk.lists.people.items(), key=lambda one: one[1].casefold())
        picker.offer(
            [Option(None, _("Nobody")), *(Option(id_, name) for id_, name in people)],
            (self.task.person_id,),
            several=False,
        )
        picker.picked.connect(lambda person: self.given.emit({"person_id": person}))
        picker.open_below()
        return picker

    def menu(self) -> QMenu:
        """Return what can be done with the task as a whole."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        acts: tuple[tuple[str, Callable[[], Any]], ...] = (
            (_("Give it to…"), self.choose_person),
            (_("Rename"), self.name.setFocus),
            (_("Remove the task"), self.removed.emit),
        )
        for label, act in acts:
            menu.addAction(label).triggered.connect(partial(_run, act))
        return menu

    def _why_due(self, task: Task) -> str:
        if task.pinned:
            return _("Pinned: it keeps this day when the piece moves.")
        if task.offset is None:
            return _("Set by hand: it keeps this day when the piece moves.")
        return offset_words(task.offset)

    def _give_name(self) -> None:
        if self.task is None or not self.name.isModified():
            return
        self.name.setModified(False)
        name = self.name.text().strip()
        if name and name != self.task.name:
            self.given.emit({"name": name})
        else:
            self.name.setText(self.task.name)

    def _give_due(self) -> None:
        if self.task is None or not self.due.isModified():
            return
        typed = read_typed(self.due.text(), self.desk.lists, self.desk.today)
        wrong = bool(typed.reason) or typed.precision is not Precision.DAY
        self.due.setProperty("wrong", wrong)
        self.due.style().polish(self.due)
        if wrong:
            self.due.setToolTip(typed.reason or _("A task is due on a day."))
            return
        self.due.setModified(False)
        if typed.day != self.task.due:
            self.given.emit({"due": typed.day})
        else:
            self.due.setText(due_shown(self.task.due, self.desk.today))

    def _arrange(self) -> None:
        self.due.setFixedWidth(self.fontMetrics().averageCharWidth() * DUE_LETTERS + 16)
        grid = QGridLayout(self)
        grid.setContentsMargins(9, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        for column, part in enumerate((self.tick, self.name, self.due, self.pin, self.more)):
            grid.addWidget(part, 0, column)
        grid.addWidget(self.whose, 1, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.late, 1, 2, 1, 3, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self.tick.clicked.connect(self.ticked)
        self.name.editingFinished.connect(self._give_name)
        self.due.editingFinished.connect(self._give_due)
        self.pin.clicked.connect(lambda on: self.given.emit({"pinned": bool(on)}))
        self.whose.clicked.connect(lambda _on=False: self.choose_person())
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))

    def _tint(self) -> None:
        tokens = self.desk.theme.tokens
        self.pin.setIcon(icon("pin", tokens.accent if self.pin.isChecked() else tokens.muted))
        self.more.setIcon(icon("ellipsis", tokens.muted))


def _run(act: Callable[[], Any], _checked: bool) -> None:
    act()
