"""A place that shows one fiscal period at a time, and goes along with the day in view."""

from datetime import date
from typing import Any

from editorial.domain.period import Period, period_around, quarter_of, shifted_period
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.place import Place
from editorial.ui.turning import Turning


class PeriodPlace(Place):
    """Asks again when its period is another or what it shows was changed; unseen, it waits until it is arrived at."""

    kinds: frozenset[str] = frozenset()
    """What it shows: a change of anything else leaves it as it is."""

    def __init__(self, desk: Desk, before: str, after: str) -> None:
        super().__init__(desk)
        self.period = quarter_of(desk.day, desk.lists.settings)
        self._stale = True
        self.turning = Turning(desk.theme, before, after)
        self.turning.turned.connect(self._turn)
        desk.opened.connect(self._opened)
        desk.changed.connect(lambda notice: self._changed(notice.kinds))
        desk.day_viewed.connect(self._follow)

    @override
    def arrive(self, **wanted: Any) -> None:
        if isinstance(day := wanted.get("day"), date):
            self._show_quarter(day)
        if self._stale:
            self.reload()

    def reload(self) -> None:
        """Ask again and show what came."""
        raise AssertionError("every place of a period says how it is filled")

    def show_period(self, period: Period) -> None:
        """Show another period, at once where the place is seen."""
        self.period = period
        self._outdate()

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self.reload()

    def _opened(self) -> None:
        self._show_quarter(self.desk.day)
        self._outdate()

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & self.kinds:
            self._outdate()

    def _show_quarter(self, day: date) -> None:
        quarter = quarter_of(day, self.desk.lists.settings)
        if quarter != self.period:
            self.show_period(quarter)

    def _follow(self, day: date) -> None:
        """Keep to the quarter that the balance bar and the rail speak of."""
        if day not in self.period:
            self.show_period(period_around(day, self.period, self.desk.lists.settings))

    def _turn(self, steps: int) -> None:
        self.show_period(shifted_period(self.period, steps, self.desk.lists.settings))
        self.desk.look_at(self.period.first)
