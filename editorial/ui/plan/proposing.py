"""Proposing a plan from the calendar: solving in the background, choosing, pinning, solving again, applying."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editorial.domain.period import Period, quarter_of
from editorial.errors import Trouble
from editorial.language import _, ngettext
from editorial.ui.plan.ghosts import haunted, places_of

if TYPE_CHECKING:
    from editorial.domain.plan import Placement, Proposal
    from editorial.domain.plan_effect import PlanEffect, PlanGround
    from editorial.services.workspaces import Workspace
    from editorial.ui.background import Job
    from editorial.ui.calendar.items import Item
    from editorial.ui.calendar.place import CalendarPlace

QUESTION = "plan"


@dataclass(frozen=True, slots=True)
class Answer:
    """A proposal, and what its figures are computed from."""

    proposal: "Proposal"
    ground: "PlanGround"


class Proposing(QObject):
    """One proposal at a time, from the question until it is applied or left."""

    started = Signal()
    """A search began; there is no answer yet."""
    progressed = Signal(str, float)
    answered = Signal()
    """A proposal is here."""
    chosen_changed = Signal()
    """Other placements are chosen or pinned."""
    outdated = Signal()
    """Something changed that the proposal does not know of."""
    left = Signal()
    gone_to = Signal(int)
    """The placement of an idea is to be shown in the list."""

    def __init__(self, place: "CalendarPlace") -> None:
        super().__init__(place)
        self._place = place
        self._desk = place.desk
        self.period: Period | None = None
        self.answer: Answer | None = None
        self.chosen: set[int] = set()
        self.pins: dict[int, date] = {}
        self.left_out: set[int] = set()
        self._job: Job | None = None
        self._applying = False
        self._desk.changed.connect(self._changed)
        self._desk.opened.connect(self.leave)

    @property
    def active(self) -> bool:
        return self.period is not None

    @property
    def searching(self) -> bool:
        return self._job is not None

    @property
    def placements(self) -> "tuple[Placement, ...]":
        return self.answer.proposal.placements if self.answer else ()

    def start(self) -> None:
        """Look for a plan of the fiscal quarter in view."""
        if self._desk.workspace is None:
            return
        self.period = quarter_of(self._desk.day, self._desk.lists.settings)
        self.start_over()

    def start_over(self) -> None:
        """Look for a plan again, with no pins and every idea."""
        self.pins, self.left_out, self.answer = {}, set(), None
        self._search()

    def again(self) -> None:
        """Look again: what is pinned stays, and what is not ticked is left out."""
        self.left_out |= {each.idea.id for each in self.placements} - self.chosen - self.pins.keys()
        self._search()

    def _search(self) -> None:
        period, today = self.period, self._desk.today
        workspace = self._desk.workspace
        if period is None or workspace is None:
            return
        asked = _question(workspace, period, today, dict(self.pins), frozenset(self.left_out))
        self._job = self._desk.background.run(
            QUESTION, asked, self.show, self._sorry, self.progressed.emit, self._cancelled
        )
        self.started.emit()

    def cancel(self) -> None:
        """Stop the search; what was proposed before it stays."""
        if self._job is not None:
            self._job.cancel()

    def _cancelled(self) -> None:
        self._job = None
        if self.answer is None:
            self.leave()
        else:
            self.answered.emit()

    def _sorry(self, trouble: Trouble) -> None:
        self._desk.tell(trouble)
        self._cancelled()

    def show(self, answer: Answer) -> None:
        """Show an answer on the calendar and in the panel, everything in it ticked."""
        if self.period is None:
            self.period = answer.proposal.period
            self.started.emit()
        self._job, self.answer = None, answer
        self.chosen = {each.idea.id for each in answer.proposal.placements}
        self.pins = {piece: day for piece, day in self.pins.items() if piece in self.chosen}
        self.answered.emit()
        self._place.reload()

    def choose(self, piece: int, on: bool) -> None:
        """Tick a placement, or take the tick away."""
        if on == (piece in self.chosen):
            return
        self.chosen.symmetric_difference_update({piece})
        if not on:
            self.pins.pop(piece, None)
        self._rechosen()

    def choose_all(self, on: bool) -> None:
        """Tick every placement, or none."""
        self.chosen = {each.idea.id for each in self.placements} if on else set()
        if not on:
            self.pins = {}
        self._rechosen()

    def pin(self, piece: int, on: bool) -> None:
        """Pin a placement to its day, or let it go; what is pinned is ticked."""
        day = next((each.opening.day for each in self.placements if each.idea.id == piece), None)
        if day is None:
            return
        if on:
            self.pins[piece] = day
            self.chosen.add(piece)
        else:
            self.pins.pop(piece, None)
        self._rechosen()

    def _rechosen(self) -> None:
        self.chosen_changed.emit()
        self._place.reload()

    def effect(self) -> "PlanEffect | None":
        """Return the figures without and with what is ticked."""
        if self.answer is None:
            return None
        return self.answer.ground.effect(self.answer.proposal.only(self.chosen))

    def haunt(self, items: "tuple[Item, ...]") -> "tuple[Item, ...]":
        """Return what stands on the calendar with the ghosts of what is ticked."""
        if self.answer is None:
            return items
        return haunted(items, places_of(self.answer.proposal.only(self.chosen)))

    def apply(self) -> None:
        """Put what is ticked into its places as one change, and leave."""
        from editorial.services import plan

        if self.answer is None or not self.chosen:
            return
        proposal, chosen = self.answer.proposal, frozenset(self.chosen)
        self._applying = True
        n = self._desk.ask(lambda w: plan.apply(w, proposal, chosen))
        self._applying = False
        if n is not None:
            name = proposal.period.name
            self.leave()
            said = ngettext("{n} piece planned for {period}.", "{n} pieces planned for {period}.", n)
            self._desk.say(said.format(n=n, period=name), _("Undo"), self._desk.undo)

    def leave(self) -> None:
        """Take the proposal and its ghosts away."""
        if not self.active:
            return
        self.cancel()
        self.period = self.answer = self._job = None
        self.chosen, self.pins, self.left_out = set(), {}, set()
        self.left.emit()
        self._place.reload()

    def _changed(self, changed: object) -> None:
        kinds: frozenset[str] = getattr(changed, "kinds", frozenset())
        if self.answer is not None and not self._applying and kinds - {"saved_view", "weight_set", "mute"}:
            self.outdated.emit()


def _question(
    workspace: "Workspace", period: Period, today: date, pins: dict[int, date], leave_out: frozenset[int]
) -> Callable[[Callable[[str, float], None]], Answer]:
    def work(progress: Callable[[str, float], None]) -> Answer:
        from editorial.services import plan

        proposal = plan.propose(workspace, period, today=today, pins=pins, leave_out=leave_out, progress=progress)
        return Answer(proposal, plan.ground(workspace, period))

    return work
