"""The parked page: ideas that are left out until a day, with the reason; woken at any time."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from editorial.domain.conditions import Condition
from editorial.domain.parking import parked_sentence
from editorial.language import _, ngettext
from editorial.services import calendar, parking
from editorial.services.parking import ParkedIdea
from editorial.ui.desk import Desk
from editorial.ui.ideas.cardpage import CardPage
from editorial.ui.ideas.noted import NotedList
from editorial.ui.overriding import override
from editorial.ui.piece.acts import told


class ParkedPage(CardPage):
    """Lists the parked ideas, the next to come back first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, NotedList(desk, _("Parked ideas")))
        self.wake = QPushButton(_("Wake"))
        self.wake.setToolTip(_("Bring the selected ideas back now"))
        self.wake.clicked.connect(lambda: self.wake_up(self.table.selected()))
        hint = QLabel(_("A parked idea is left out of the ranking and the lists until its day."))
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        self.head.addWidget(self.wake)
        self.head.addWidget(hint, 1)
        self.table.selected_now.connect(lambda _ids: self._fit())

    @override
    def reload(self, where: Condition | None) -> int:
        today = self.desk.today
        found = self.desk.ask(lambda w: parking.parked(w, today)) or []
        shown = found
        if where is not None:
            kept = {entry.id for entry in self.desk.ask(lambda w: calendar.ideas(w, where)) or []}
            shown = [one for one in found if one.entry.id in kept]
        notes = {one.entry.id: self._note(one) for one in shown}
        self.table.show_noted([one.entry for one in shown], notes)
        hidden = len(found) - len(shown)
        none = _("No idea is parked. Park one from the menu of its card, with a day and a reason.")
        self.show_empty("" if shown else _("No idea fits the filter.") if hidden else none)
        self.told.emit(ngettext("{n} idea parked", "{n} ideas parked", len(shown)).format(n=len(shown)))
        self._fit()
        return hidden

    def wake_up(self, ids: Sequence[int]) -> None:
        """Bring ideas back now."""
        if ids:
            told(self.desk, lambda w: parking.wake(w, ids))

    @override
    def menu(self, ids: tuple[int, ...]) -> QMenu:
        menu = super().menu(ids)
        action = menu.addAction(_("Wake"))
        menu.insertAction(menu.actions()[0], action)
        action.triggered.connect(lambda: self.wake_up(ids))
        return menu

    def _note(self, one: ParkedIdea) -> str:
        status = self.desk.lists.statuses[one.entry.status_id].name
        said = parked_sentence(one.until, one.because)
        return _("Parked {until}").format(until=said) if one.until else said or _("Status {name}").format(name=status)

    def _fit(self) -> None:
        self.wake.setEnabled(bool(self.table.selected()) and not self.desk.readonly)
