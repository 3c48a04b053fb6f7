"""What can be done with a request: take it in against what leaves, or decline it, with a reply to who asked."""

from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from editorial.domain.planning_records import Request
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary import Precision, RequestOutcome
from editorial.language import _
from editorial.services import requests
from editorial.ui.desk import Desk
from editorial.ui.fields.days import DayLine, shown_day
from editorial.ui.overriding import override
from editorial.ui.records.page import Acts
from editorial.ui.titled import titled

REPLY_LINES = 7
LEAVES_LETTERS = 32
"""How much of a title the list of what leaves shows: wide scripts too must not make it wider than the window."""


class RequestActs(Acts):
    """The swap rule at work: the day, what leaves, and the reply, before anything is done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._request: Request | None = None
        self._on = desk.today
        self.standing = QLabel()
        self.standing.setObjectName("section")
        self.standing.setWordWrap(True)
        self.standing.setTextFormat(Qt.TextFormat.PlainText)
        self.day = DayLine(_("Day on which it comes in"), desk)
        self.day.line.setProperty("quiet", False)
        self.leaves = QComboBox()
        self.leaves.setAccessibleName(_("What leaves the plan"))
        self.leaves.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.leaves.setMinimumContentsLength(16)
        self.why = QLabel()
        self.why.setObjectName("small")
        self.why.setWordWrap(True)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.reply = QPlainTextEdit()
        self.reply.setTabChangesFocus(True)
        self.reply.setAccessibleName(_("Reply to who asked"))
        self.take = QPushButton(_("Take it in"))
        self.take.setObjectName("primary")
        self.decline = QPushButton(_("Decline"))
        self.copy = QPushButton(_("Copy the reply"))
        self.reopen = QPushButton(_("Reopen"))
        self._arrange()
        self._connect()

    @override
    def show_record(self, record: Any) -> None:
        """Show a request; an open one with what it would take to bring it in."""
        another = self._request is None or self._request.id != record.id
        self._request = record
        is_open = record.outcome is RequestOutcome.OPEN
        self.standing.setText(_standing(record))
        locked = self._desk.readonly
        for part in (self._day_label, self.day, self._leaves_label, self.leaves, self.why, self.take, self.decline):
            part.setVisible(is_open)
            part.setEnabled(not locked)
        self.reopen.setVisible(not is_open and not locked)
        self.reply.setReadOnly(not is_open)
        if another and is_open:
            day = record.wanted_on or self._desk.today
            self.show_day(day)
        if is_open:
            self._offer()
        else:
            self.reply.setPlainText(record.reply)

    def show_day(self, day: date) -> None:
        """Show the day on which the request would come in."""
        self._on = day
        self.day.line.setText(shown_day(day, Precision.DAY, self._desk.lists.settings))
        self.day.line.setCursorPosition(0)

    def _typed(self) -> None:
        """Take the day that was typed, once it can be read."""
        day = self.day.read().day
        if day is not None and day != self._on:
            self.show_day(day)
            self._offer()

    def _offer(self) -> None:
        """Offer what could leave on the chosen day, the least missed first."""
        request = self._request
        if request is None:
            return
        day, today = self._on, self._desk.today
        found = self._desk.ask(lambda w: requests.leavings(w, request.id, day, today=today)) or ()
        room = self._desk.ask(lambda w: requests.open_room(w, day))
        self.leaves.blockSignals(True)
        self.leaves.clear()
        if room is not None:
            self.leaves.addItem(_("Nothing: the timely slot {slot} is open").format(slot=room.slot.name), None)
        else:
            self.leaves.addItem(_("Choose what leaves"), None)
        for one in found:
            when = spoken_day(one.entry.day) if one.entry.day else ""
            self.leaves.addItem(titled(one.entry.title, when, LEAVES_LETTERS), one.entry.id)
            whole = f"<p>{escape(one.entry.title)}</p><p>{escape(one.reason)}</p>"
            self.leaves.setItemData(self.leaves.count() - 1, whole, Qt.ItemDataRole.ToolTipRole)
        self.leaves.blockSignals(False)
        self._reconsider()

    def _reconsider(self) -> None:
        """Say what keeps the request out, and write the reply for what is chosen."""
        request = self._request
        if request is None:
            return
        day, leaves = self._on, self.leaves.currentData()
        why = self._desk.ask(lambda w: requests.why_not_accept(w, request.id, day, leaves))
        self.take.setEnabled(not why and not self._desk.readonly)
        self.take.setToolTip(why or "")
        reason = self.leaves.currentData(Qt.ItemDataRole.ToolTipRole)
        self.why.setText(why or (_("It may leave because {reason}.").format(reason=reason) if reason else ""))
        on = None if why else day
        said = self._desk.ask(lambda w: requests.reply_text(w, request.id, day=on, leaves_id=leaves))
        self.reply.setPlainText(said or "")

    def _take_in(self) -> None:
        request = self._request
        if request is None:
            return
        day, leaves, reply = self._on, self.leaves.currentData(), self.reply.toPlainText()
        today = self._desk.today
        piece = self._desk.ask(
            lambda w: requests.accept(w, request.id, day, leaves_id=leaves, reply=reply, today=today)
        )
        if piece is not None:
            self._desk.say(_("“{name}” is in the plan.").format(name=request.name), _("Undo"), self._desk.undo)

    def _decline(self) -> None:
        request, today = self._request, self._desk.today
        if request is None:
            return
        said = self._desk.ask(lambda w: requests.reply_text(w, request.id, day=None)) or ""
        typed = self.reply.toPlainText()
        reply = typed if self.reply.document().isModified() else said
        self._desk.ask(lambda w: requests.decline(w, request.id, reply=reply, today=today))
        self._desk.say(_("“{name}” was declined.").format(name=request.name), _("Undo"), self._desk.undo)

    def _reopen(self) -> None:
        request = self._request
        if request is not None:
            self._desk.ask(lambda w: requests.reopen(w, request.id))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.reply.toPlainText())
        self._desk.say(_("The reply is on the clipboard."))

    def _arrange(self) -> None:
        self._day_label, self._leaves_label = QLabel(_("Comes in on")), QLabel(_("What leaves"))
        for label, box in ((self._day_label, self.day), (self._leaves_label, self.leaves)):
            label.setObjectName("muted")
            label.setBuddy(box)
        self.reply.setMinimumHeight(self.fontMetrics().lineSpacing() * REPLY_LINES)
        acts = QHBoxLayout()
        acts.setSpacing(6)
        for button in (self.take, self.decline, self.reopen, self.copy):
            acts.addWidget(button)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addWidget(self.standing)
        for label, box in ((self._day_label, self.day), (self._leaves_label, self.leaves)):
            column.addWidget(label)
            column.addWidget(box)
        column.addWidget(self.why)
        column.addWidget(self.reply)
        column.addLayout(acts)

    def _connect(self) -> None:
        self.day.line.editingFinished.connect(self._typed)
        self.leaves.currentIndexChanged.connect(self._reconsider)
        self.take.clicked.connect(self._take_in)
        self.decline.clicked.connect(self._decline)
        self.reopen.clicked.connect(self._reopen)
        self.copy.clicked.connect(self._copy)


def _standing(request: Request) -> str:
    on = spoken_day(request.answered_on) if request.answered_on else ""
    if request.outcome is RequestOutcome.ACCEPTED:
        return _("Taken in on {day}").format(day=on)
    if request.outcome is RequestOutcome.DECLINED:
        return _("Declined on {day}").format(day=on)
    return _("Not answered yet")
