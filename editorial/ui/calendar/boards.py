"""Making the boards: the month at once, the others on their first visit."""

from datetime import date
from typing import TYPE_CHECKING

from editorial.ui.calendar.board import Board
from editorial.ui.calendar.month import MonthBoard
from editorial.ui.calendar.sheet import View

if TYPE_CHECKING:
    from editorial.ui.calendar.listing import ListBoard
    from editorial.ui.calendar.place import CalendarPlace


def make_board(view: View, place: "CalendarPlace") -> "Board | ListBoard":
    """Return the board of a view."""
    theme, selection = place.desk.theme, place.selection
    if view is View.MONTH:
        return MonthBoard(theme, selection)
    if view is View.WEEK:
        from editorial.ui.calendar.week import WeekBoard

        return WeekBoard(theme, selection)
    if view is View.QUARTER:
        from editorial.ui.calendar.quarter import QuarterBoard

        return QuarterBoard(theme, selection)
    if view is View.LIST:
        from editorial.ui.calendar.listing import ListBoard

        return ListBoard(theme, selection)
    from editorial.ui.calendar.year import YearBoard

    year = YearBoard(theme, selection)
    year.week_wanted.connect(lambda day: _open_week(place, day))
    return year


def _open_week(place: "CalendarPlace", day: date) -> None:
    place.desk.look_at(day)
    place.choose(view=View.WEEK)
    place.view.setFocus()
    place.view.focus_day(day)
