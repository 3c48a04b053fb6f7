"""The ranked page: which idea to use next, with the weights beside it."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton

from editorial.domain.conditions import Condition
from editorial.domain.period import quarter_of
from editorial.language import _, ngettext
from editorial.services import calendar
from editorial.services.ranking import FactoredIdeas, factored
from editorial.ui.desk import Desk
from editorial.ui.ideas.cardpage import CardPage
from editorial.ui.ideas.ranklist import RankedList
from editorial.ui.ideas.weights import WeightsPanel
from editorial.ui.overriding import override

LEAST_LETTERS = 62
"""Letters the list keeps for itself before the weights give way."""


class RankedPage(CardPage):
    """Reads the factors once; moving a weight scores and orders what was read, without the database."""

    def __init__(self, desk: Desk) -> None:
        self.list = RankedList(desk)
        super().__init__(desk, self.list)
        self._read: FactoredIdeas | None = None
        self._only: list[int] | None = None
        self._hidden = 0
        self.heading = QLabel()
        self.heading.setObjectName("muted")
        self.heading.setWordWrap(True)
        self.weights = WeightsPanel(desk)
        self.toggle = QPushButton(_("Weights"))
        self.toggle.setCheckable(True)
        self.toggle.setChecked(bool(desk.preferences.get("ideas/weights", True)))
        self.toggle.setMinimumWidth(self.toggle.sizeHint().width() + 12)
        self.toggle.setToolTip(_("Show the weights beside the ideas"))
        self.head.addWidget(self.heading, 1)
        self.head.addWidget(self.toggle)
        self.body.addWidget(self.weights)
        self.weights.moved.connect(self.rank)
        self.toggle.clicked.connect(self._toggled)
        desk.opened.connect(self.weights.forget)

    @override
    def reload(self, where: Condition | None) -> int:
        lists, today = self.desk.lists, self.desk.today
        period = quarter_of(self.desk.day, lists.settings)
        self._read = self.desk.ask(lambda w: factored(w, period, today=today, lists=lists))
        self._only = None
        if where is not None:
            self._only = [entry.id for entry in self.desk.ask(lambda w: calendar.ideas(w, where)) or []]
        self.weights.reload()
        self.rank()
        return self._hidden

    def rank(self) -> None:
        """Order the ideas by the weights as they stand."""
        if self._read is None:
            return
        ranking = self._read.by(self.weights.weights())
        self.list.show_ranking(ranking, self._only)
        shown = len(self.list.ideas.entries)
        self._hidden = len(ranking.ideas) - shown
        self.show_empty(ranking.why_not or self._why_empty(shown))
        count = ngettext("{n} idea", "{n} ideas", shown).format(n=shown)
        self.heading.setText(
            _("By score for {period}: a bar is a factor’s value, its figure what it adds.").format(
                period=self._read.period.name
            )
        )
        self.told.emit(_("{ideas} ranked for {period}").format(ideas=count, period=self._read.period.name))

    def _why_empty(self, shown: int) -> str:
        if shown:
            return ""
        return (
            _("No idea fits the filter.")
            if self._hidden
            else _("No idea to rank yet. Write one down on the page All ideas: a title is enough.")
        )

    def _toggled(self, on: bool) -> None:
        self.desk.preferences.put("ideas/weights", on)
        if on and not self._has_room():
            # The piece beside takes the room; the weights were asked for.
            self.desk.piece_selected.emit(None)
        self._fit()

    def _has_room(self) -> bool:
        least = self.fontMetrics().averageCharWidth() * LEAST_LETTERS
        return self.width() - self.weights.width() >= least

    def _fit(self) -> None:
        self.weights.setVisible(self.toggle.isChecked() and self._has_room())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
