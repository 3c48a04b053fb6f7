"""Every place of the window: its name, icon and group, and how it is made on the first visit."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.place import Place
from editorial.ui.rail import Entry

if TYPE_CHECKING:
    from editorial.ui.piece.panel import PiecePanel


class Spot(NamedTuple):
    """A place and its maker; the maker imports the place's module when it is called."""

    entry: Entry
    make: Callable[[Desk], Place]
    listed: bool = True
    """Whether the rail lists it; the others are reached from where they belong."""
    light: bool = False
    """Whether it can be made before the store's libraries are there."""
    under: str = ""
    """The place that the rail marks for one it does not list."""


def every_place() -> list[Spot]:
    """Return the places in the order of the rail, then those it does not list.

    Those without a Ctrl and a digit have Alt and a digit, in the order of the rail too.
    """
    plan, people, sales, workspace = _("Plan"), _("People"), _("With sales"), _("Workspace")
    return [
        Spot(Entry("home", _("Home"), "house", plan, "Ctrl+1"), _home),
        Spot(Entry("calendar", _("Calendar"), "calendar-days", plan, "Ctrl+2"), _calendar, light=True),
        Spot(Entry("ideas", _("Ideas"), "lightbulb", plan, "Ctrl+3"), _ideas),
        Spot(Entry("coverage", _("Coverage"), "grid-3x3", plan, "Ctrl+4"), _coverage),
        Spot(Entry("interests", _("Interests"), "target", plan, "Ctrl+5"), _interests),
        Spot(Entry("segments", _("Segments"), "users", plan, "Ctrl+6"), _segments),
        Spot(Entry("session", _("Session"), "clipboard-list", plan, "Alt+1"), _session),
        Spot(Entry("my_work", _("My work"), "list-checks", people, "Alt+2"), _my_work),
        Spot(Entry("experts", _("Experts"), "user", people, "Alt+3"), _experts),
        Spot(Entry("interviews", _("Interviews"), "mic", people, "Alt+4"), _interviews),
        Spot(Entry("load", _("Load"), "clock", people, "Alt+5"), _load),
        Spot(Entry("agreement", _("Agreement"), "handshake", sales, "Ctrl+7"), _agreement),
        Spot(Entry("requests", _("Requests"), "inbox", sales, "Alt+6"), _requests),
        Spot(Entry("field_notes", _("Field notes"), "message-square-quote", sales, "Alt+7"), _field_notes),
        Spot(Entry("history", _("History"), "history", workspace, "Ctrl+8"), _history),
        Spot(Entry("settings", _("Settings"), "settings", workspace, "Ctrl+9"), _settings),
        Spot(Entry("piece", _("Piece"), "file-text", ""), _piece, listed=False),
        Spot(Entry("interview", _("Interview"), "mic", ""), _interview, listed=False, under="interviews"),
        Spot(Entry("import", _("Import"), "import", ""), _import, listed=False),
        Spot(Entry("help", _("Manual"), "book-open-text", "", "F1"), _help, listed=False),
    ]


def piece_panel(desk: Desk) -> "PiecePanel":
    """Return the panel that edits what is selected on the desk, made on its first use."""
    from editorial.ui.piece.panel import PiecePanel

    return PiecePanel(desk)


def _home(desk: Desk) -> Place:
    from editorial.ui.home.place import HomePlace

    return HomePlace(desk)


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


def _session(desk: Desk) -> Place:
    from editorial.ui.session.place import SessionPlace

    return SessionPlace(desk)


def _my_work(desk: Desk) -> Place:
    from editorial.ui.my_work.place import MyWorkPlace

    return MyWorkPlace(desk)


def _interviews(desk: Desk) -> Place:
    from editorial.ui.interviews.place import InterviewsPlace

    return InterviewsPlace(desk)


def _interview(desk: Desk) -> Place:
    from editorial.ui.interviews.talk import TalkPlace

    return TalkPlace(desk)


def _experts(desk: Desk) -> Place:
    from editorial.ui.experts.place import ExpertsPlace

    return ExpertsPlace(desk)


def _load(desk: Desk) -> Place:
    from editorial.ui.load.place import LoadPlace

    return LoadPlace(desk)


def _requests(desk: Desk) -> Place:
    from editorial.ui.records.place import requests_place

    return requests_place(desk)


def _field_notes(desk: Desk) -> Place:
    from editorial.ui.field_notes.place import FieldNotesPlace

    return FieldNotesPlace(desk)


def _agreement(desk: Desk) -> Place:
    from editorial.ui.agreement.place import AgreementPlace

    return AgreementPlace(desk)


def _history(desk: Desk) -> Place:
    from editorial.ui.history.place import HistoryPlace

    return HistoryPlace(desk)


def _settings(desk: Desk) -> Place:
    from editorial.ui.settings.place import SettingsPlace

    return SettingsPlace(desk)


def _piece(desk: Desk) -> Place:
    from editorial.ui.piece.place import PiecePlace

    return PiecePlace(desk)


def _import(desk: Desk) -> Place:
    from editorial.ui.importing.place import ImportPlace

    return ImportPlace(desk)


def _help(desk: Desk) -> Place:
    from editorial.ui.help.place import HelpPlace

    return HelpPlace(desk)
