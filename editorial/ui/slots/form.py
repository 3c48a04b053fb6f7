"""A slot as a form: when it stands, what it gives to a piece, its exceptions; edits ask how much of it they mean."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.domain.planning_records import Slot
from editorial.domain.slot_series import LABELS, Reach
from editorial.domain.slot_words import slot_words
from editorial.domain.slots import Occurrence, Scope, slot_days, why_not_slot
from editorial.domain.vocabulary import Kind
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services import calendar, slot_series, slots
from editorial.ui.calendar.words import short_day, weekday
from editorial.ui.desk import Desk
from editorial.ui.fields.days import typed_time
from editorial.ui.fields.options import MARKS, Option
from editorial.ui.settings.choosing import PickEditor
from editorial.ui.settings.declared import FormField, Shape
from editorial.ui.settings.editors import LineEditor, SettingEditor
from editorial.ui.settings.making import add_row, form_grid, make_editor
from editorial.ui.slots.exceptions import Exceptions
from editorial.ui.slots.rule_editor import RuleEditor
from editorial.ui.slots.scope_bar import ScopeBar

if TYPE_CHECKING:
    from editorial.services.workspaces import Workspace

AHEAD = timedelta(days=3 * 366)
SHOWN = 5
CHOICES = 60


class SlotForm(QWidget):
    """Edits one slot. Its name is saved at once; what changes the series waits for the answer to “how much of it?”."""

    removed = Signal()
    moved_to = Signal(int)
    """What was changed is now the slot with this id."""
    told = Signal(QWidget)
    """Something was said below the fields."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.slot: Slot | None = None
        self._day: date | None = None
        """The occurrence that the user came for, as the rule names it."""
        self._act: Callable[[Occurrence, Scope], None] = lambda _one, _scope: None
        """What is done once the scope is agreed to."""
        self.draft: dict[str, Any] = {}
        self.editors: dict[str, SettingEditor] = {}
        self.rule = RuleEditor()
        self.words = _small()
        self.next = _small()
        self.reason = QLabel()
        self.reason.setObjectName("bad")
        self.reason.setWordWrap(True)
        self.bar = ScopeBar()
        self.exceptions = Exceptions(desk)
        self.remove = QPushButton(_("Remove…"))
        self._arrange()
        self._connect()

    def show_slot(self, slot: Slot, day: date | None = None) -> None:
        """Show a slot; what was changed and not agreed to is let go when it is another one."""
        if self.slot is None or self.slot.id != slot.id:
            self._let_go()
            self._day = day
        self._day = day or self._day
        self.slot = slot
        self._show()
        self.exceptions.show_slot(slot, self._standing(slot))

    def forget(self) -> None:
        """Let go of the slot."""
        self.slot, self._day = None, None
        self._let_go()

    def settle(self) -> None:
        """Take what is typed."""
        for editor in self.editors.values():
            editor.settle()

    def ask_remove(self) -> None:
        """Ask how much of the series is to go."""
        if self.slot is not None:
            self._ask(_("Remove “{slot}”").format(slot=self.slot.name), _("Remove"), self._remove)

    def _show(self) -> None:
        slot = self._shown()
        locked = self._desk.readonly
        for name, editor in self.editors.items():
            editor.show_value(getattr(slot, name))
            editor.lock(locked)
        self.rule.show_rule(slot.rule, slot.first)
        self.rule.lock(locked)
        self.remove.setEnabled(not locked)
        self._say(slot)

    def _shown(self) -> Slot:
        """Return the slot as it would be with what was changed."""
        assert self.slot is not None
        return replace(self.slot, **self.draft)

    def _say(self, slot: Slot) -> None:
        """Say the rule in words, with the next days it names."""
        why = why_not_slot(slot.rule, slot.first, slot.last)
        self.reason.setText(why or "")
        self.reason.setVisible(bool(why))
        words = slot_words(slot)
        self.words.setText(words[:1].upper() + words[1:] + ".")
        start = max(self._desk.today, slot.first)
        days = [day for day, _original in slot_days(slot, start, start + AHEAD)][:SHOWN] if not why else []
        said = " · ".join(f"{weekday(day.weekday())} {short_day(day)}" for day in days)
        self.next.setText(_("Next: {days}").format(days=said) if days else _("No day is left."))

    def _give(self, name: str, value: Any) -> None:
        """Take a new value of a field."""
        if self.slot is None:
            return
        if name in LABELS:
            self._save_label(name, value)
            return
        if value == getattr(self.slot, name):
            self.draft.pop(name, None)
        else:
            self.draft[name] = value
        self._show()
        if self.draft and self.reason.isHidden():
            self._ask(_("How much of “{slot}” is to change?").format(slot=self.slot.name), _("Change"), self._change)
        else:
            self.bar.hide()

    def _save_label(self, name: str, value: Any) -> None:
        slot, editor = self.slot, self.editors[name]
        assert slot is not None
        done = self._desk.did(
            lambda w: slot_series.edit(w, slot.id, slot.first, Scope.ALL, today=self._desk.today, **{name: value}),
            editor.refuse,
        )
        if done:
            editor.accept(value)

    def _ask(self, heading: str, act: str, agreed: Callable[[Occurrence, Scope], None]) -> None:
        slot = self.slot
        assert slot is not None
        standing = self._standing(slot)
        self._act = agreed
        wanted = next((one for one in standing if one.original == self._day), None)
        if standing and self._preview(standing[0], Scope.ALL).whole:
            self.bar.choose(Scope.ALL)
        elif wanted is not None:
            self.bar.choose(Scope.THIS)
        self.bar.ask(heading, act, standing, self._preview, wanted)
        self.told.emit(self.bar)

    def _agree(self, one: Occurrence, scope: Scope) -> None:
        self._act(one, scope)

    def _standing(self, slot: Slot) -> list[Occurrence]:
        """Return the occurrences that may be chosen: those from today on."""
        today = self._desk.today
        found = self._desk.ask(lambda w: slots.occurrences(w, today, today + AHEAD)) or ()
        return [one for one in found if one.slot.id == slot.id and not one.published][:CHOICES]

    def _preview(self, one: Occurrence, scope: Scope) -> Reach:
        slot, today = self.slot, self._desk.today
        assert slot is not None
        empty = Reach((), None)
        return self._desk.ask(lambda w: slot_series.preview(w, slot.id, one.original, scope, today=today)) or empty

    def _change(self, one: Occurrence, scope: Scope) -> None:
        slot, fields, today = self.slot, dict(self.draft), self._desk.today
        assert slot is not None
        made: list[int] = []

        def change(workspace: "Workspace") -> None:
            made.append(slot_series.edit(workspace, slot.id, one.original, scope, today=today, **fields))

        self.draft = {}
        if self._desk.did(change, self._refuse):
            self.bar.hide()
            self.moved_to.emit(made[0])
        else:
            self.draft = fields

    def _remove(self, one: Occurrence, scope: Scope) -> None:
        slot, today = self.slot, self._desk.today
        assert slot is not None
        if self._desk.did(lambda w: slot_series.remove(w, slot.id, one.original, scope, today=today), self._refuse):
            self._let_go()
            self.removed.emit()

    def _refuse(self, reason: str) -> None:
        self.reason.setText(reason)
        self.reason.show()
        self.told.emit(self.reason)

    def _let_go(self) -> None:
        self.draft = {}
        self.bar.hide()
        for editor in self.editors.values():
            editor.forget()

    def _leave_bar(self) -> None:
        self._let_go()
        if self.slot is not None:
            self._show()

    def _arrange(self) -> None:
        fields = QWidget()
        grid = form_grid(fields)
        for field in _fields():
            editor = self._editor(field)
            self.editors[field.name] = editor
            editor.given.connect(lambda value, _joins, name=field.name: self._give(name, value))
            add_row(grid, field.label, editor)
            if field.name == "name":
                add_row(grid, _("Repeats"), self.rule)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        for part in (fields, self.words, self.next, self.reason, self.bar):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.exceptions)
        column.addStretch(1)

    def _editor(self, field: FormField) -> SettingEditor:
        if field.name == "time":
            return LineEditor(field, _read_time, lambda at: f"{at:%H:%M}" if at else "")
        if field.name == "fallback_id":
            return PickEditor(field, self._desk, self._evergreen)
        return make_editor(field, self._desk)

    def _evergreen(self) -> Sequence[Option]:
        """Offer the evergreen pieces, and the one that is chosen."""
        chosen = self.slot.fallback_id if self.slot else None
        found = self._desk.ask(calendar.everything) or []
        return [
            Option(one.id, one.title, MARKS.get(one.kind, "")) for one in found if one.evergreen or one.id == chosen
        ]

    def _connect(self) -> None:
        self.rule.given.connect(lambda rule: self._give("rule", rule))
        self.bar.agreed.connect(self._agree)
        self.bar.left.connect(self._leave_bar)
        self.remove.clicked.connect(self.ask_remove)
        self._desk.settle.connect(self.settle)


def _fields() -> tuple[FormField, ...]:
    return (
        FormField("name", _("Name"), needed=True),
        FormField("first", _("From"), Shape.DAY, needed=True),
        FormField("last", _("Until"), Shape.DAY, note=_("for good")),
        FormField("time", _("Time"), note=_("no time")),
        FormField("format_id", _("Format"), Shape.ENTRY, kind="format", note=_("Any format")),
        FormField("channel_id", _("Channel"), Shape.ENTRY, kind="channel", note=_("Any channel")),
        FormField("kind", _("Kind"), Shape.WORD, Kind, note=_("Either kind")),
        FormField("timely", _("Timely"), Shape.FLAG, note=_("Kept free for news; offered for release five working "
                                                            "days ahead")),
        FormField("fallback_id", _("Falls back to"), Shape.ENTRY, kind="piece", note=_("No piece")),
        FormField("notes", _("Notes"), Shape.TEXT),
    )  # fmt: skip


def _read_time(text: str) -> Any:
    try:
        return typed_time(text)
    except ValueError:
        raise RuleBroken(_("“{text}” is not a time. Try 9:30 or 14.").format(text=text)) from None


def _small() -> QLabel:
    label = QLabel()
    label.setObjectName("small")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
