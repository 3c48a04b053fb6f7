"""What a view of the calendar is given: one range of pieces, asked once, and how it is to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from editorial.domain.arrange import ROWS, WEEK, month_range
from editorial.domain.layers import Deadline, Layer
from editorial.domain.legend import Attribute
from editorial.domain.listing import Stretch
from editorial.domain.period import Period, between, month_of, quarter_of, week_of, year_of
from editorial.domain.records import DayNote, Entry, Lists, Settings
from editorial.domain.vocabulary import NoteKind
from editorial.language import _

if TYPE_CHECKING:
    from editorial.ui.calendar.items import Item


class View(StrEnum):
    """The five arrangements of one range."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    LIST = "list"


class Density(StrEnum):
    """How much room a piece takes."""

    COMPACT = "compact"
    NORMAL = "normal"
    DETAILED = "detailed"


@dataclass(frozen=True, slots=True)
class DayMarks:
    """What is special about days: public holidays by name, the team's own notes, the weekend."""

    weekend: frozenset[int] = frozenset({5, 6})
    holidays: Mapping[date, str] = field(default_factory=dict)
    notes: Mapping[date, tuple[DayNote, ...]] = field(default_factory=dict)

    def words(self, day: date) -> str:
        """Return what is written on a day, or nothing."""
        notes = self.notes.get(day, ())
        names = [self.holidays[day]] if day in self.holidays else []
        return " · ".join([*names, *(note.name for note in notes)])

    def works(self, day: date) -> bool:
        """Tell whether people work on a day."""
        closed = any(note.kind is NoteKind.CLOSED for note in self.notes.get(day, ()))
        return day.weekday() not in self.weekend and day not in self.holidays and not closed


@dataclass(frozen=True, slots=True)
class Look:
    """How the user likes to see the calendar; kept between starts and in saved views."""

    view: View = View.MONTH
    colour: Attribute = Attribute.KIND
    lanes: Attribute = Attribute.STAGE
    split: bool = False
    density: Density = Density.NORMAL
    back: int = -1
    """The month view begins so many weeks before the week in view; -1: with the month itself."""
    people: bool = False
    """Whether the pieces of a day stand in the order of their owners, with initials."""
    group: str = "month"
    """What the list is grouped by: an attribute, a stretch of time, or nothing."""
    columns: tuple[str, ...] = ("publish_date", "time", "title", "kind", "stage", "segments", "interest", "status")
    """Names of fields that entries have."""
    sort: str = "publish_date"
    descending: bool = False
    stretch: View = View.QUARTER
    """The range of the list: a month, a quarter or a year."""
    layers: frozenset[Layer] = frozenset({Layer.PUBLISH, Layer.INTERVIEW})
    """What is shown; open slots always are."""
    apart: bool = True
    """Whether week and quarter keep each layer in a row of its own."""
    deadlines: bool = False
    """Whether the quarter shows the deadlines of every piece, not of the selected ones alone."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One range of pieces with all that a view needs to arrange it."""

    day: date
    """The day in view."""
    today: date
    range: Period
    entries: tuple[Entry, ...]
    lists: Lists
    look: Look
    marks: DayMarks
    items: "tuple[Item, ...]" = ()
    """Open slots, and what else the look asks for besides publish days, by day."""
    late: Mapping[int, int] = field(default_factory=dict)
    """By how many working days pieces are late, by id."""
    deadlines: tuple[Deadline, ...] = ()
    """The deadlines that the quarter shows as bars."""


def range_of(look: Look, day: date, settings: Settings) -> Period:
    """Return the days a look asks for when a day is in view."""
    if look.view is View.MONTH:
        return month_range(day, settings) if look.back < 0 else weeks_range(day, look.back, settings)
    if look.view is View.WEEK:
        return week_of(day, settings)
    stretch = look.stretch if look.view is View.LIST else look.view
    if stretch is View.MONTH:
        return month_of(day)
    return year_of(day, settings) if stretch is View.YEAR else quarter_of(day, settings)


def day_in_week(sheet: Sheet, week: date, day: date | None) -> date:
    """Return where a piece of a day goes in a week: the same weekday; an idea, its first working day.

    In a week that the range only touches it is a day of the range: what is put there is to be seen there.
    """
    days = [week + timedelta(days=n) for n in range(WEEK)]
    shown = [each for each in days if each in sheet.range] or days
    same = next(each for each in days if each.weekday() == day.weekday()) if day is not None else shown[0]
    if day is not None and same in shown:
        return same
    return min(shown, key=lambda each: (not sheet.marks.works(each), abs((each - same).days)))


def weeks_range(day: date, back: int, settings: Settings) -> Period:
    """Return six weeks, of which so many lie before the one that holds the day."""
    first = week_of(day, settings).first - timedelta(weeks=back)
    return between(first, first + timedelta(days=ROWS * WEEK - 1))


def view_name(view: View) -> str:
    """Return a view's name for people."""
    names = {
        View.YEAR: _("Year"),
        View.QUARTER: _("Quarter"),
        View.MONTH: _("Month"),
        View.WEEK: _("Week"),
        View.LIST: _("List"),
    }
    return names[view]


def layer_name(layer: Layer) -> str:
    """Return a layer's name for people."""
    names = {
        Layer.PUBLISH: _("Publish days"),
        Layer.TASK: _("Tasks"),
        Layer.INTERVIEW: _("Interviews"),
        Layer.REVIEW: _("Reviews"),
    }
    return names[layer]


def density_name(density: Density) -> str:
    """Return a density's name for people."""
    names = {Density.COMPACT: _("Compact"), Density.NORMAL: _("Normal"), Density.DETAILED: _("Detailed")}
    return names[density]


def stretch_name(stretch: Stretch) -> str:
    """Return the name of a stretch of time, as it stands inside a sentence."""
    return {Stretch.WEEK: _("week"), Stretch.MONTH: _("month"), Stretch.QUARTER: _("quarter")}[stretch]


def attribute_name(by: Attribute) -> str:
    """Return an attribute's name for people, as it stands inside a sentence."""
    names = {
        Attribute.KIND: _("kind"),
        Attribute.STAGE: _("stage"),
        Attribute.SEGMENT: _("segment"),
        Attribute.INTEREST: _("interest"),
        Attribute.STATUS: _("status"),
        Attribute.CHANNEL: _("channel"),
        Attribute.CAMPAIGN: _("campaign"),
        Attribute.FORMAT: _("format"),
    }
    return names[by]
