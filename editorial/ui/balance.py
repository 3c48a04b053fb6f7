"""The bar under the title: mix, coverage and next interests of the fiscal quarter in view."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from editorial.errors import Trouble
from editorial.language import _, ngettext
from editorial.ui.background import Progress
from editorial.ui.desk import Desk
from editorial.ui.flow import Lines
from editorial.ui.icons import icon
from editorial.ui.mix_button import MixButton
from editorial.ui.overriding import override
from editorial.ui.polish import repolish

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from editorial.domain.agreement import Tags
    from editorial.domain.coverage import Coverage
    from editorial.domain.mix import Mix
    from editorial.domain.period import Period
    from editorial.domain.records import Lists
    from editorial.domain.rotation import Rotation
    from editorial.services.workspaces import Workspace

NEXT_SHOWN, NEXT_SHOWN_NARROW = 3, 2
WIDE_IN_LETTERS = 150
"""From here on there is room for one more interest in the one line of the bar."""
NAMED = 8
"""So many people over capacity are named."""
OVER_IN_LETTERS = 14
"""What the people over capacity take of the line."""
NAME_IN_LETTERS = 18


class Balance(NamedTuple):
    """The figures of one fiscal quarter."""

    period: "Period"
    mix: "Mix"
    coverage: "Coverage"
    rotation: "Rotation"
    ideas: int
    """How many pieces wait without a date, whatever their status."""
    tags: "Tags"
    """What sales says of the stage tags."""
    rooms: int = 0
    """How many timely slots the quarter has."""
    free: tuple["date", ...] = ()
    """The days from today on on which one of them is open."""

    over: tuple[tuple[int, str], ...] = ()
    """Id and name of everybody of whom more is asked in the quarter, from this month on, than they can give."""

    @property
    def gaps(self) -> int:
        """How many cells are empty or thin."""
        return len(self.coverage.gaps)


class BalanceBar(QFrame):
    """Each figure is a button that opens what is behind it; all are asked anew after every change."""

    shown = Signal()
    """The figures of `balance` are on the screen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("balance")
        self.setAccessibleName(_("Balance"))
        self.balance: Balance | None = None
        self._next_seen = 0
        self._desk = desk
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)
        self.mix = MixButton(desk.theme)
        self.empty = self._chip("bad")
        self.thin = self._chip("warning")
        self.filled = self._chip("")
        self.next = self._chip("")
        self.over = self._chip("warning")
        self.agreed = self._chip("")
        self.room = self._chip("")
        self.mix.clicked.connect(self._open_mix)
        for chip in (self.empty, self.thin, self.filled):
            chip.clicked.connect(lambda: desk.place_wanted.emit("coverage", {}))
        self.next.clicked.connect(lambda: desk.place_wanted.emit("interests", {}))
        self.agreed.clicked.connect(lambda: desk.place_wanted.emit("agreement", {"page": "tags"}))
        self.over.clicked.connect(self._go_to_load)
        self.room.clicked.connect(self._go_to_room)
        self._arrange()
        for signal in (desk.changed, desk.opened, desk.day_viewed, desk.day_changed, desk.lists_changed):
            signal.connect(lambda *_news: self._soon.start())
        desk.theme.changed.connect(self._tint)
        self._show_nothing()

    def _arrange(self) -> None:
        self._row = Lines(self, gap=16, line_gap=6)
        # Not Maximum: that would be the height of one line, also where there are two.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._row.setContentsMargins(16, 7, 16, 8)
        self._row.addWidget(self.mix)
        self._row.addWidget(_captioned(_("Coverage"), self.empty, self.thin, self.filled))
        self._row.addWidget(_captioned(_("Next interests"), self.next))
        self._tags = _captioned(_("Agreed with sales"), self.agreed)
        self._experts = _captioned(_("Experts"), self.over)
        self._timely = _captioned(_("Timely room"), self.room)
        self._row.addWidget(self._experts)
        self._row.addWidget(self._timely)
        self._row.addWidget(self._tags)

    def _chip(self, level: str) -> QPushButton:
        chip = QPushButton()
        chip.setObjectName("chip")
        chip.setProperty("level", level)
        return chip

    def _ask(self) -> None:
        if self._desk.workspace is None:
            self._show_nothing()
            return
        from editorial.domain.period import quarter_of

        period = quarter_of(self._desk.day, self._desk.lists.settings)
        work = asking(self._desk.workspace, period, self._desk.lists, self._desk.today)
        self._desk.background.run("balance", work, self._show, self._sorry)

    def _show(self, balance: Balance) -> None:
        if self.balance is None:
            self._tint()
        self.balance = balance
        self.mix.show_mix(balance.mix, balance.period)
        self._show_coverage(balance.coverage)
        self._show_next(balance.rotation)
        self._show_agreed(balance.tags)
        self._show_room(balance.rooms, len(balance.free))
        self._show_over([name for _id, name in balance.over])
        self._row.invalidate()
        self.shown.emit()

    def _show_coverage(self, coverage: "Coverage") -> None:
        from editorial.domain.vocabulary import Level

        empty, thin = coverage.count(Level.EMPTY), coverage.count(Level.THIN)
        self.empty.setText(ngettext("{n} empty", "{n} empty", empty).format(n=empty))
        self.empty.setAccessibleName(ngettext("{n} empty cell", "{n} empty cells", empty).format(n=empty))
        self.thin.setText(ngettext("{n} thin", "{n} thin", thin).format(n=thin))
        self.thin.setAccessibleName(ngettext("{n} thin cell", "{n} thin cells", thin).format(n=thin))
        self.empty.setVisible(empty > 0)
        self.thin.setVisible(thin > 0)
        self.filled.setVisible(not coverage.gaps)
        self._praise(bool(coverage.cells))
        self.filled.setText(_("Every cell is met") if coverage.cells else _("No segments yet"))
        self.filled.setAccessibleName(self.filled.text())
        tip = _("Segments × stages of {period}: see the gaps and what would fill them").format(
            period=coverage.period.name
        )
        for chip in (self.empty, self.thin, self.filled):
            chip.setToolTip(tip)

    def _praise(self, good: bool) -> None:
        """Show that every cell is met as good news; that there is none, or nothing known yet, is no news."""
        self.filled.setProperty("level", "good" if good else "")
        self.filled.setIcon(icon("check", self._desk.theme.tokens.good) if good else QIcon())
        repolish(self.filled)

    def _show_next(self, rotation: "Rotation") -> None:
        from PySide6.QtCore import Qt

        names = [interest.name for interest in rotation.next]
        self._next_seen = self._next_shown()
        first = list(dict.fromkeys(names))[: self._next_seen]
        room = self.fontMetrics().averageCharWidth() * NAME_IN_LETTERS
        shown = [self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room) for name in first]
        self.next.setText(" → ".join(shown).replace("&", "&&") or _("No interests yet"))
        said = _("Next interests by turn: {names}").format(names=", ".join(names[:10])) if names else ""
        self.next.setToolTip(said)
        self.next.setAccessibleName(said or self.next.text())

    def _next_shown(self) -> int:
        over = self.balance is not None and len(self.balance.over) > 0
        wide = self.fontMetrics().averageCharWidth() * (WIDE_IN_LETTERS + OVER_IN_LETTERS * over)
        if self.width() >= wide:
            return NEXT_SHOWN
        crowded = self.balance is not None and (self.balance.rooms > 0 or over)
        return NEXT_SHOWN_NARROW - crowded

    @override
    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        if self.balance is not None and self._next_shown() != self._next_seen:
            self._show_next(self.balance.rotation)
            self._row.invalidate()
            self.updateGeometry()

    def _show_room(self, rooms: int, free: int) -> None:
        self._timely.setVisible(rooms > 0)
        self.room.setText(_("{free} of {rooms}").format(free=free, rooms=rooms))
        said = ngettext(
            "{free} of {n} timely slot of the quarter is open",
            "{free} of {n} timely slots of the quarter are open",
            rooms,
        ).format(free=free, n=rooms)
        self.room.setToolTip(said)
        self.room.setAccessibleName(said)
        self.room.setProperty("level", "good" if free else "warning")
        repolish(self.room)

    def _show_over(self, names: list[str]) -> None:
        n = len(names)
        self._experts.setVisible(n > 0)
        self.over.setText(ngettext("{n} over", "{n} over", n).format(n=n))
        said = ngettext(
            "{n} person is asked for more than they can give: {names}",
            "{n} people are asked for more than they can give: {names}",
            n,
        ).format(n=n, names=", ".join(names[:NAMED]) + (" …" if n > NAMED else ""))
        self.over.setToolTip(said)
        self.over.setAccessibleName(said)

    def _go_to_load(self) -> None:
        """Show the first person over capacity among the load of the quarter."""
        if self.balance is not None and self.balance.over:
            wanted = {"day": self._desk.day, "person_id": self.balance.over[0][0]}
            self._desk.place_wanted.emit("load", wanted)

    def _go_to_room(self) -> None:
        """Show the next open timely slot on the calendar."""
        if self.balance is not None:
            free = self.balance.free
            self._desk.place_wanted.emit("calendar", {"day": free[0]} if free else {})

    def _show_agreed(self, tags: "Tags") -> None:
        from editorial.domain.agreement_words import share_sentence, share_words

        self._tags.setVisible(tags.pieces > 0)
        self.agreed.setText(share_words(tags))
        self.agreed.setToolTip(share_sentence(tags))
        self.agreed.setAccessibleName(share_sentence(tags))

    def _show_nothing(self) -> None:
        self.balance = None
        self.mix.show_nothing()
        self._tags.hide()
        self._timely.hide()
        self._experts.hide()
        self._praise(False)
        for chip in (self.empty, self.thin):
            chip.hide()
        for chip in (self.filled, self.next):
            chip.setText("…")
            chip.setAccessibleName(_("being worked out"))
            chip.show()

    def _sorry(self, trouble: Trouble) -> None:
        self._show_nothing()
        self._desk.tell(trouble)

    def _open_mix(self) -> None:
        from editorial.ui.mix_sheet import MixSheet

        if self.balance is not None:
            MixSheet(self._desk, self.balance.mix, self.balance.period, self.mix).open_below()

    def _tint(self) -> None:
        tokens = self._desk.theme.tokens
        self.empty.setIcon(icon("square", tokens.bad))
        self.thin.setIcon(icon("triangle-alert", tokens.warning))
        self._praise(self.filled.property("level") == "good")
        self.next.setIcon(icon("target", tokens.muted))
        self.agreed.setIcon(icon("handshake", tokens.muted))
        self.room.setIcon(icon("zap", tokens.muted))
        self.over.setIcon(icon("triangle-alert", tokens.warning))


def asking(workspace: "Workspace", period: "Period", lists: "Lists", today: "date") -> Callable[[Progress], Balance]:
    """Return the question for the figures of a period, to be asked off the GUI thread."""

    def work(_report: Progress) -> Balance:
        from editorial.services.agreement import tags
        from editorial.services.calendar import count_ideas
        from editorial.services.coverage import coverage
        from editorial.services.load import load, over_capacity
        from editorial.services.mix import mix
        from editorial.services.rotation import rotation
        from editorial.services.slots import occurrences

        timely = [one for one in occurrences(workspace, period.first, period.last) if one.slot.timely]
        return Balance(
            period,
            mix(workspace, period, lists=lists),
            coverage(workspace, period, lists=lists),
            rotation(workspace, period, lists=lists),
            count_ideas(workspace),
            tags(workspace, period, lists=lists),
            len(timely),
            tuple(one.day for one in timely if one.open and one.day >= today),
            over_capacity(load(workspace, period), today),
        )

    return work


def _captioned(caption: str, *chips: QPushButton) -> QWidget:
    group = QWidget()
    label = QLabel(caption)
    label.setObjectName("small")
    row = QHBoxLayout()
    row.setSpacing(6)
    for chip in chips:
        row.addWidget(chip)
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addWidget(label)
    column.addLayout(row)
    return group
