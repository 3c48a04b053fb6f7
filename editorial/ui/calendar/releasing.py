"""Timely slots that nobody used: five working days ahead they are offered for release, or to their fallback piece."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.language import _, ngettext
from editorial.ui.calendar.words import long_day
from editorial.ui.desk import Desk
from editorial.ui.flow import Lines
from editorial.ui.icons import icon

if TYPE_CHECKING:
    from editorial.domain.slot_room import Release
    from editorial.ui.calendar.place import CalendarPlace

KINDS = frozenset({"slot", "piece", "day_note", "workspace"})
MOST = 3


class ReleaseStrip(QFrame):
    """Lists what is to be decided about; hidden where there is nothing, one line where there is little room."""

    opened = Signal(bool)
    """In a low window: the details are shown, or folded away."""

    def __init__(self, desk: Desk, place: "CalendarPlace") -> None:
        super().__init__()
        self.setObjectName("ground")
        self._desk, self._place = desk, place
        self.offered: tuple[Release, ...] = ()
        self.buttons: list[QPushButton] = []
        self._low = False
        self.heading = QPushButton(_("Offered for release"))
        self.heading.setObjectName("fold")
        self.heading.setCheckable(True)
        self.heading.clicked.connect(self._fold)
        self._body = QWidget()
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.more = QLabel()
        self.more.setObjectName("small")
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 4)
        inner.setSpacing(6)
        inner.addLayout(self._list)
        inner.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(6)
        column.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._body)
        self.fit(low=False)
        desk.theme.changed.connect(self._tint)
        desk.shown_anew(self.reload)
        desk.day_changed.connect(self.reload)
        desk.lists_changed.connect(self.reload)
        desk.changed.connect(self._changed)
        self.hide()
        if desk.workspace is not None:
            self.reload()

    def reload(self) -> None:
        """Ask anew what is offered."""
        from editorial.services import slots

        today = self._desk.today
        found = self._desk.ask(lambda w: slots.to_release(w, today)) or ()
        if found == self.offered:
            return
        self.offered = found
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for one in found[:MOST]:
            self._list.addWidget(self._row(one))
        self.heading.setText(_("Offered for release · {n}").format(n=len(found)))
        n = len(found) - MOST
        self.more.setText(ngettext("and {n} more", "and {n} more", n).format(n=n))
        self.more.setVisible(n > 0)
        self.setVisible(bool(found))
        self._fold()

    def fit(self, *, low: bool) -> None:
        """Fold the details away where the panel is low, and show them again where it is not."""
        self._low = low
        self.heading.setChecked(not low)
        self._fold()

    def _fold(self, _checked: bool = False) -> None:
        shown = self.heading.isChecked()
        self._body.setVisible(shown)
        self._tint()
        self.opened.emit(shown and self._low and not self.isHidden())

    def _tint(self) -> None:
        drawn = "chevron-down" if self.heading.isChecked() else "chevron-right"
        self.heading.setIcon(icon(drawn, self._desk.theme.tokens.muted))

    def _row(self, one: "Release") -> QWidget:
        occurrence = one.occurrence
        slot, day = occurrence.slot, occurrence.day
        words = ngettext("{n} working day left", "{n} working days left", one.days_left).format(n=one.days_left)
        said = QLabel(_("{slot} · {day} · {left}").format(slot=slot.name, day=long_day(day), left=words))
        said.setWordWrap(True)
        said.setObjectName("small")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(said)
        row = Lines(gap=6, line_gap=4)
        release = self._button(_("Release"), _("Nothing is to be found for it any more"), one)
        release.clicked.connect(lambda: self._release(one))
        row.addWidget(release)
        if slot.fallback_id is not None:
            back = self._button(_("Use the fallback"), _("Fill it with the evergreen piece of the slot"), one)
            back.clicked.connect(lambda: self._fall_back(one))
            row.addWidget(back)
        fill = self._button(_("Fill…"), _("Choose an idea for it"), one)
        fill.clicked.connect(lambda: self._fill(one, fill))
        row.addWidget(fill)
        column.addLayout(row)
        return holder

    def _button(self, label: str, tip: str, one: "Release") -> QPushButton:
        button = QPushButton(label)
        button.setToolTip(tip)
        button.setAccessibleName(f"{label}: {one.occurrence.slot.name}, {long_day(one.occurrence.day)}")
        button.setEnabled(not self._desk.readonly)
        self.buttons.append(button)
        return button

    def _release(self, one: "Release") -> None:
        from editorial.services import slots

        occurrence = one.occurrence
        self._desk.ask(lambda w: slots.release(w, occurrence.slot.id, occurrence.original))
        self._move_on()

    def _move_on(self) -> None:
        # The button that was pressed is gone: on to the next offer, or back to the calendar.
        (self.buttons[0] if self.offered and self.buttons else self._place.view).setFocus()

    def _fall_back(self, one: "Release") -> None:
        from editorial.services import slots

        occurrence = one.occurrence
        piece = self._desk.ask(lambda w: slots.use_fallback(w, occurrence.slot.id, occurrence.day))
        if piece is not None:
            self._place.show_piece(piece)
        self._move_on()

    def _fill(self, one: "Release", button: QPushButton) -> None:
        rect = QRect(button.mapToGlobal(button.rect().topLeft()), button.size())
        self._place.items.offer(one.occurrence, rect)

    def _changed(self, changed: Any) -> None:
        if changed.kinds & KINDS:
            self.reload()
