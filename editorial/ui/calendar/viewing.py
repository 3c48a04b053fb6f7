"""The calendar as a saved view keeps it, and its filter."""

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from editorial.ui.calendar.looks import look_of, look_to
from editorial.ui.filters.row import FilterRow

if TYPE_CHECKING:
    from editorial.ui.calendar.place import CalendarPlace


class CalendarViews:
    """Brings one calendar back to a saved view."""

    def __init__(self, place: "CalendarPlace") -> None:
        self._place = place

    def view_now(self) -> dict[str, Any]:
        """Return the look as plain words."""
        return look_to(self._place.look)

    def show_view(self, view: Mapping[str, Any]) -> None:
        """Look at the calendar in this way."""
        look = look_of(dict(view))
        self._place.choose(**{field.name: getattr(look, field.name) for field in fields(look)})


def calendar_filter(place: "CalendarPlace") -> FilterRow:
    """Return the filter of a calendar, wired to it."""
    row = FilterRow(place.desk, "calendar", CalendarViews(place))
    row.changed.connect(place.filter_by)
    place.reloaded.connect(lambda: row.show_hidden(place.hidden))
    return row
