"""The page of the slots in the settings: their list, with each slot edited beside it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editorial.domain.planning_records import Slot
from editorial.domain.slot_forms import plain_for, to_rule
from editorial.domain.slot_words import slot_words
from editorial.domain.workdays import WorkCalendar, work_calendar, working_day_from
from editorial.errors import Trouble
from editorial.language import _
from editorial.services import lists, slot_series, slots
from editorial.ui.calendar.items import SIGNS, Sort
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.settings.adding import AddLine
from editorial.ui.settings.page import SettingsPage
from editorial.ui.slots.form import SlotForm
from editorial.ui.slots.list import SlotDelegate

ID = Qt.ItemDataRole.UserRole
FORM_LETTERS = 48
KINDS = frozenset({"slot", "piece"})


class SlotList(QListWidget):
    """The slots; Insert adds one, Delete asks to remove one, Alt+arrows change the order."""

    def __init__(self, page: "SlotsPage") -> None:
        super().__init__()
        self._page = page
        self.setAccessibleName(_("Slots"))
        self.setObjectName("boxed")
        self.setItemDelegate(SlotDelegate(page.desk.theme, self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Insert:
            self._page.adding.start()
        elif key == Qt.Key.Key_Delete:
            self._page.form.ask_remove()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._page.shift_slot(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


class SlotsPage(SettingsPage):
    """Every slot; what is chosen in the list is shown in the form."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.entry: int | None = None
        self._slots: Sequence[Slot] = ()
        self._day: date | None = None
        self.list = SlotList(self)
        self.form = SlotForm(desk)
        self.adding = AddLine(_("slot"))
        self.add = QPushButton(_("Add slot"))
        self.none = QLabel(_("There is no slot yet. Type the name of the first one."))
        self._arrange()
        self._connect()

    @override
    def reload(self) -> None:
        """Read the slots again; the one that was shown stays."""
        self._slots = self.desk.ask(slots.every) or ()
        self.list.blockSignals(True)
        self.list.clear()
        for slot in self._slots:
            words = slot_words(slot)
            sign = SIGNS[Sort.TIMELY if slot.timely else Sort.SLOT]
            item = QListWidgetItem(f"{sign} {slot.name}\n{words[:1].upper()}{words[1:]}")
            item.setData(ID, slot.id)
            timely = _("timely") if slot.timely else ""
            said = ", ".join(part for part in (slot.name, timely, words) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            self.list.addItem(item)
        self.list.blockSignals(False)
        locked, some = self.desk.readonly, bool(self._slots)
        self.none.setVisible(not some)
        self._split.setVisible(some)
        self.add.setVisible(some and not locked)
        self.adding.stays = not some
        self.adding.setVisible(not locked and (not some or self.adding.isVisible()))
        self._show_current()

    @override
    def forget(self) -> None:
        self.entry = None
        self.form.forget()

    @override
    def arrive(self, **wanted: Any) -> None:
        if isinstance(entry := wanted.get("id"), int):
            self.entry = entry
            day = wanted.get("day")
            self._day = day if isinstance(day, date) else None
            self._show_current()
            self.list.setFocus()
        elif not self._slots and not self.desk.readonly:
            self.adding.start()

    def shift_slot(self, step: int) -> None:
        """Move the current slot up (−1) or down (1)."""
        ids = [slot.id for slot in self._slots]
        if self.entry not in ids:
            return
        row = ids.index(self.entry)
        if 0 <= row + step < len(ids):
            ids.insert(row + step, ids.pop(row))
            self.desk.ask(lambda w: lists.reorder(w, "slot", ids))

    def _show_current(self) -> None:
        slot = next((one for one in self._slots if one.id == self.entry), next(iter(self._slots), None))
        self._area.setVisible(slot is not None)
        if slot is None:
            self.form.forget()
            return
        self.entry = slot.id
        self.list.blockSignals(True)
        self.list.setCurrentRow(list(self._slots).index(slot))
        self.list.blockSignals(False)
        self.form.show_slot(slot, self._day)
        self._day = None

    def _chosen(self, row: int) -> None:
        if row >= 0:
            self.form.settle()
            self.entry = self.list.item(row).data(ID)
            self._show_current()

    def _add(self, name: str) -> None:
        workspace, today = self.desk.workspace, self.desk.today
        if workspace is None:
            return
        try:
            first = _next_working(today, work_calendar(self.desk.lists.settings, self.desk.lists.notes))
            self.entry = slot_series.add(workspace, name, rule=to_rule(plain_for(first)), first=first)
        except Trouble as trouble:
            self.adding.refuse(str(trouble))
            return
        self.adding.taken()
        self.adding.hide()
        self._show_current()
        self.form.rule.setFocus()

    def _go_to(self, slot_id: int) -> None:
        self.entry = slot_id
        self._show_current()
        self.list.setFocus()

    def _changed(self, changed: Any) -> None:
        if changed.kinds & KINDS:
            if self.isVisible():
                self.reload()
            else:
                self.stale = True

    def _arrange(self) -> None:
        about = QLabel(
            _(
                "Places in the calendar that come again and are to be filled. Ideas dropped on an open slot take its "
                "format, channel and kind."
            )
        )
        about.setObjectName("muted")
        about.setWordWrap(True)
        self.none.setObjectName("muted")
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        tools = QHBoxLayout()
        tools.addStretch(1)
        tools.addWidget(self.add)
        column.addLayout(tools)
        column.addWidget(self.list, 1)
        self._area = QScrollArea()
        self._area.setObjectName("clear")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.form)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(left)
        self._split.addWidget(self._area)
        self._split.setSizes([4_000, 5_500])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(10)
        for part in (about, self.none, self.adding):
            whole.addWidget(part)
        whole.addWidget(self._split, 1)
        whole.addStretch(0)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._chosen)
        self.add.clicked.connect(self.adding.start)
        self.adding.named.connect(self._add)
        self.adding.left.connect(self.list.setFocus)
        self.form.moved_to.connect(self._go_to)
        self.form.removed.connect(self.list.setFocus)
        self.form.told.connect(self._area.ensureWidgetVisible, Qt.ConnectionType.QueuedConnection)
        self.desk.changed.connect(self._changed)
        self.desk.theme.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        """Leave the form the width it needs: it never scrolls sideways."""
        letter = self.fontMetrics().averageCharWidth()
        self._area.setMinimumWidth(max(self.form.minimumSizeHint().width() + 2 * letter, letter * FORM_LETTERS))


def _next_working(day: date, calendar: WorkCalendar) -> date:
    """Return the day itself where it is a working day, else the next one that is; the day where there is none."""
    return day if calendar.is_working(day) else working_day_from(day, 1, calendar) or day
