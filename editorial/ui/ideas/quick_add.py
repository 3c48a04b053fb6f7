"""Writing an idea down: a title is enough; kind, stage, segment and a day may be given with it."""

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editorial.domain.columns import shown
from editorial.domain.fields import BY_NAME, Field
from editorial.domain.spoken import spoken_day
from editorial.domain.workdays import work_calendar
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.flow import Flow
from editorial.ui.ideas.similar import Similar
from editorial.ui.overriding import override

ASKED = ("kind", "stage", "segments")


class QuickAdd(QWidget):
    """One line; Enter adds what was written. The four further choices show while the line is in use."""

    added = Signal(int)
    """The id of the new piece."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._values: dict[str, Any] = {}
        self._day: date | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Write down an idea, then Enter"))
        self.line.setAccessibleName(_("Title of a new idea"))
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._reveal)
        self.line.returnPressed.connect(self.add)
        self.act = QPushButton(_("Add"))
        self.act.clicked.connect(self.add)
        self.chips: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.line, 1)
        top.addWidget(self.act)
        column.addLayout(top)
        self._further = QWidget()
        row = Flow(self._further, gap=6)
        row.setContentsMargins(0, 0, 0, 0)
        for name in (*ASKED, "when"):
            row.addWidget(self._chip(name))
        column.addWidget(self._further)
        self.similar = Similar(desk)
        column.addWidget(self.similar)
        self.line.textChanged.connect(self.similar.look_for)
        desk.opened.connect(self._fit)
        self._fit()
        self._reset()

    def _fit(self) -> None:
        """Ask for nothing that could not be saved."""
        self.setVisible(not self._desk.readonly)

    def start(self) -> None:
        """Put the cursor into the line."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add(self) -> None:
        """Add the idea; what was chosen with it is let go of, so that the next one starts anew."""
        from editorial.services import pieces

        title = " ".join(self.line.text().split())
        if not title:
            self.line.setFocus()
            return
        values = {BY_NAME[name].attribute: value for name, value in self._values.items()}
        made = self._desk.ask(lambda w: pieces.create(w, title, planned=self._day, **values))
        if made is None:
            return
        if self._day is not None:
            day, made_id = self._day, made
            self._desk.say(
                _("Planned for {day}").format(day=spoken_day(day)),
                _("Show"),
                lambda: self._desk.place_wanted.emit("calendar", {"piece": made_id}),
            )
        self._reset()
        self.added.emit(made)

    def _reset(self) -> None:
        self._values, self._day = {}, None
        self.line.clear()
        self._reveal()
        self._name_chips()

    def _chip(self, name: str) -> QPushButton:
        chip = QPushButton()
        chip.setObjectName("chip")
        chip.clicked.connect(lambda: self._ask_day() if name == "when" else self._choose(BY_NAME[name]))
        self.chips[name] = chip
        return chip

    def _choose(self, field: Field) -> None:
        from editorial.ui.fields.options import Option, nothing_of, options_of
        from editorial.ui.fields.picker import Picker

        several = field.name == "segments"
        options = options_of(field, self._desk.lists)
        if not several:
            options.insert(0, Option(None, nothing_of(field)))
        chosen = self._values.get(field.name, ())
        picker = Picker(self.chips[field.name], field.label, self._desk.theme.tokens)
        picker.offer(options, chosen if isinstance(chosen, tuple) else (chosen,), several=several)
        picker.picked.connect(lambda value: self._take(field.name, value))
        picker.closed.connect(self.line.setFocus)
        picker.open_below()

    def _ask_day(self) -> None:
        from editorial.ui.calendar.planning import MoveTo

        desk, chip = self._desk, self.chips["when"]
        calendar = work_calendar(desk.lists.settings, desk.lists.notes)
        sheet = MoveTo(self.window(), 1, desk.today, desk.today, calendar)
        sheet.day_chosen.connect(self._take_day)
        sheet.open_at(QRect(chip.mapToGlobal(QPoint(0, 0)), QSize(chip.width(), chip.height())), sheet.line)

    def _take(self, name: str, value: Any) -> None:
        if value in (None, ()):
            self._values.pop(name, None)
        else:
            self._values[name] = value
        self._name_chips()

    def _take_day(self, day: date) -> None:
        self._day = day
        self._name_chips()
        self.line.setFocus()

    def _name_chips(self) -> None:
        for name in ASKED:
            field = BY_NAME[name]
            value = self._values.get(name)
            words = shown(field, self._desk.lists)(value) if value else ""
            self._name_chip(name, field.label, words)
        self._name_chip("when", _("When"), spoken_day(self._day) if self._day else "")

    def _name_chip(self, name: str, label: str, words: str) -> None:
        chip = self.chips[name]
        chip.setText(f"{words or label} ▾".replace("&", "&&"))
        chip.setAccessibleName(f"{label}: {words}" if words else label)

    def _reveal(self) -> None:
        """Show the further choices while a title is written."""
        written = bool(self.line.text().strip())
        self._further.setVisible(written)
        self.act.setVisible(written)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        escape = (
            isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
        )
        if watched is self.line and escape and self.line.text():
            self._reset()
            return True
        return super().eventFilter(watched, event)
