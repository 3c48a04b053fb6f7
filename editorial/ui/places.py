"""Every place of the window: its name, icon and group, and how it is made on the first visit."""

from collections.abc import Callable
from dataclasses import dataclass

from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.place import Place
from editorial.ui.rail import Entry


@dataclass(frozen=True, slots=True)
class Spot:
    """A place and its maker; the maker imports the place's module when it is called."""

    entry: Entry
    make: Callable[[Desk], Place]


def every_place() -> list[Spot]:
    """Return the places in the order of the rail."""
    plan, workspace = _("Plan"), _("Workspace")
    return [
        Spot(Entry("calendar", _("Calendar"), "calendar-days", plan, "Ctrl+1"), _calendar),
        Spot(Entry("ideas", _("Ideas"), "lightbulb", plan, "Ctrl+2"), _ideas),
        Spot(Entry("coverage", _("Coverage"), "grid-3x3", plan, "Ctrl+3"), _coverage),
        Spot(Entry("interests", _("Interests"), "target", plan, "Ctrl+4"), _interests),
        Spot(Entry("segments", _("Segments"), "users", plan, "Ctrl+5"), _segments),
        Spot(Entry("history", _("History"), "history", workspace, "Ctrl+6"), _history),
        Spot(Entry("settings", _("Settings"), "settings", workspace, "Ctrl+7"), _settings),
    ]


def _calendar(desk: Desk) -> Place:
    from editorial.ui.calendar.place import CalendarPlace

    return CalendarPlace(desk)


def _ideas(desk: Desk) -> Place:
    from editorial.ui.ideas.place import IdeasPlace

    return IdeasPlace(desk)


def _coverage(desk: Desk) -> Place:
    from editorial.ui.coverage.place import CoveragePlace

    return CoveragePlace(desk)


def _interests(desk: Desk) -> Place:
    from editorial.ui.interests.place import InterestsPlace

    return InterestsPlace(desk)


def _segments(desk: Desk) -> Place:
    from editorial.ui.segments.place import SegmentsPlace

    return SegmentsPlace(desk)


def _history(desk: Desk) -> Place:
    from editorial.ui.history.place import HistoryPlace

    return HistoryPlace(desk)


def _settings(desk: Desk) -> Place:
    from editorial.ui.settings.place import SettingsPlace

    return SettingsPlace(desk)
