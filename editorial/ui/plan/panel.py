"""The panel of a proposed plan beside the calendar: progress, figures, placements with reasons, and what to do."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from editorial.language import _, ngettext
from editorial.ui.desk import Desk
from editorial.ui.flow import Lines
from editorial.ui.plan.figures import FiguresTable
from editorial.ui.plan.placements import PlacementList
from editorial.ui.plan.proposing import Proposing

if TYPE_CHECKING:
    from editorial.domain.plan import Proposal


LINES = 30
"""Below so many lines of height the figures are folded away at first."""


class PlanPanel(QWidget):
    """Follows one `Proposing`; says nothing of its own."""

    def __init__(self, desk: Desk, proposing: Proposing) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk = desk
        self.proposing = proposing
        self.heading = _label("section")
        self.close_ = _button(_("Leave"), "quiet", _("Leave the proposed plan (Esc)"))
        self.said = _label("muted")
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Progress"))
        self.cancel = _button(_("Cancel"))
        self.broken = _label("warning")
        self.stale = _label("warning")
        self.fold = _button("", "fold")
        self.fold.setCheckable(True)
        self.figures = FiguresTable()
        self.list = PlacementList(desk.theme)
        self.all_ = _button(_("Tick all"), "link")
        self.none = _button(_("Tick none"), "link")
        self.slots = _button(_("Edit slots…"), "link")
        self.over = _button(_("Start over"), "link", _("Look again with every idea and no pins"))
        self.again = _button(_("Solve again"), "", _("What is pinned stays; what is not ticked is left out"))
        self.apply = _button(_("Apply"), "primary")
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.said)
        search = QHBoxLayout()
        search.addWidget(self.progress, 1)
        search.addWidget(self.cancel)
        column.addLayout(search)
        for part in (self.stale, self.broken, self.fold, self.figures):
            column.addWidget(part)
        column.addWidget(self.slots, 0, Qt.AlignmentFlag.AlignLeading)
        ticks = Lines(line_gap=2)
        for part in (self.all_, self.none, self.over):
            ticks.addWidget(part)
        column.addLayout(ticks)
        column.addWidget(self.list, 1)
        acts = Lines()
        for part in (self.apply, self.again):
            acts.addWidget(part)
        column.addLayout(acts)
        # Takes the room only while there is no list.
        column.addStretch(0)

    def _connect(self) -> None:
        proposing, desk = self.proposing, self._desk
        proposing.started.connect(self._searching)
        proposing.progressed.connect(self._progressed)
        proposing.answered.connect(self._answered)
        proposing.chosen_changed.connect(self._rechosen)
        proposing.outdated.connect(self._outdated)
        proposing.gone_to.connect(self.list.go_to)
        self.fold.toggled.connect(self._fold)
        self.cancel.clicked.connect(proposing.cancel)
        self.close_.clicked.connect(proposing.leave)
        self.over.clicked.connect(proposing.start_over)
        self.again.clicked.connect(proposing.again)
        self.apply.clicked.connect(proposing.apply)
        self.all_.clicked.connect(lambda: proposing.choose_all(True))
        self.none.clicked.connect(lambda: proposing.choose_all(False))
        self.slots.clicked.connect(lambda: desk.place_wanted.emit("settings", {"kind": "slot"}))
        self.list.ticked.connect(proposing.choose)
        self.list.pin_wanted.connect(proposing.pin)
        self.list.shown.connect(desk.piece_selected.emit)
        self.list.chosen.connect(self._look_at)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(proposing.leave)

    def _searching(self) -> None:
        period = self.proposing.period
        self.heading.setText(_("Proposed plan · {period}").format(period=period.name if period else ""))
        self.said.setText(_("Looking for the best plan"))
        self.progress.setValue(0)
        self._show_parts(searching=True)
        self.cancel.setFocus()

    def _progressed(self, text: str, share: float) -> None:
        if self.proposing.searching:
            self.said.setText(text)
            self.progress.setValue(round(1000 * share))

    def _answered(self) -> None:
        answer = self.proposing.answer
        if answer is None:
            return
        proposal = answer.proposal
        self.said.setText(summary(proposal))
        self.broken.setText("\n".join(_unbroken(each.text) for each in proposal.broken))
        self.list.show_placements(proposal.placements, proposal.open)
        # Where the window is low, the list needs the room more than the figures do.
        self.fold.setChecked(self.height() > LINES * self.fontMetrics().height())
        self._show_parts(searching=False)
        self._rechosen()
        (self.list if self.list.count() else self.slots if self.slots.isVisibleTo(self) else self.close_).setFocus()

    def _show_parts(self, *, searching: bool) -> None:
        answer = self.proposing.answer
        found = not searching and answer is not None
        listed = found and self.list.count() > 0
        self.progress.setVisible(searching)
        self.cancel.setVisible(searching)
        self.stale.hide()
        self.broken.setVisible(found and bool(self.broken.text()))
        self.slots.setVisible(found and not listed)
        self._fold(self.fold.isChecked())
        self.figures.setVisible(listed and self.fold.isChecked())
        for part in (self.fold, self.list, self.all_, self.none, self.over, self.again, self.apply):
            part.setVisible(listed)

    def _fold(self, shown: bool) -> None:
        self.figures.setVisible(shown)
        self.fold.setText(_("▾ Before and after") if shown else _("▸ Before and after"))

    def _rechosen(self) -> None:
        proposing = self.proposing
        n = len(proposing.chosen)
        self.list.mark(proposing.chosen, proposing.pins)
        effect = proposing.effect()
        if effect is not None:
            self.figures.show_effect(effect)
        readonly = self._desk.readonly
        self.apply.setText(ngettext("Apply {n}", "Apply {n}", n).format(n=n))
        self.apply.setAccessibleName(ngettext("Apply {n} placement", "Apply {n} placements", n).format(n=n))
        self.apply.setEnabled(n > 0 and not readonly)
        self.apply.setToolTip(_("This workspace was opened for reading only.") if readonly else "")

    def _outdated(self) -> None:
        self.stale.setText(_("Something changed since this was proposed. Solve again to take it in."))
        self.stale.setVisible(not self.proposing.searching)

    def _look_at(self, day: date) -> None:
        if not self.proposing.searching:
            self._desk.look_at(day)


def summary(proposal: "Proposal") -> str:
    """Say how many places are filled, how many stay open and how good the plan is."""
    from editorial.domain.plan_reasons import closeness

    n, left = len(proposal.placements), len(proposal.open)
    if not n and not left:
        return _("No place is open in {period} from today on. Slots make the places that a plan fills.").format(
            period=proposal.period.name
        )
    filled = ngettext("{n} place filled", "{n} places filled", n).format(n=n)
    open_ = ngettext("{n} stays open", "{n} stay open", left).format(n=left)
    return f"{filled}, {open_}. {closeness(proposal)}"


def _label(look: str) -> QLabel:
    label = QLabel()
    label.setObjectName(look)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _button(text: str, look: str = "", tip: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(look)
    button.setToolTip(tip)
    button.setAutoDefault(True)
    return button


def _unbroken(text: str) -> str:
    """Return a sentence in which no figure is parted from its sign at the end of a line."""
    return text.replace(" %", "\N{NO-BREAK SPACE}%").replace("± ", "±\N{NO-BREAK SPACE}")
