"""How days and pieces are written on the calendar and said by screen readers."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from PySide6.QtCore import QDate, QLocale, QTime

from editorial.domain.arrange import themes_of
from editorial.domain.period import month_of, quarter_of
from editorial.domain.records import Entry, Lists
from editorial.domain.spoken import kind_word, month_name
from editorial.domain.vocabulary import Phase, Precision
from editorial.language import _, ngettext
from editorial.ui.calendar.sheet import Look, View


def qdate(day: date) -> QDate:
    """Return a day as Qt knows it."""
    return QDate(day.year, day.month, day.day)


def short_day(day: date) -> str:
    """Return a day with its month: 1 Apr."""
    return QLocale().toString(qdate(day), "d MMM")


def long_day(day: date) -> str:
    """Return a day in full: Tuesday 10 March 2027."""
    return QLocale().toString(qdate(day), "dddd d MMMM yyyy")


def weekday(place: int, *, long: bool = False) -> str:
    """Return the name of a day of the week, Monday = 0."""
    kind = QLocale.FormatType.LongFormat if long else QLocale.FormatType.ShortFormat
    return QLocale().standaloneDayName(place + 1, kind)


def month_title(day: date) -> str:
    """Return a month with its year: March 2027."""
    return _("{month} {year}").format(month=month_name(day.month), year=day.year)


def short_month(day: date) -> str:
    """Return a month without its year: Mar."""
    return QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)


def stretch(first: date, last: date) -> str:
    """Return the days from first to last, naming the month once where it is the same: 8 – 14 Mar."""
    if first.year == last.year and first.month == last.month:
        return _("{first} – {last}").format(first=first.day, last=short_day(last))
    return _("{first} – {last}").format(first=short_day(first), last=short_day(last))


def clock(at: time) -> str:
    """Return a time as it was typed, by the reader's habit."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def headline(entry: Entry, *, clocked: bool = True) -> str:
    """Return what a tile says: whether it is out, its time where one was typed, its title."""
    parts = ["✓"] if entry.published else []
    parts += [clock(entry.time)] if entry.time and clocked else []
    return " ".join([*parts, entry.title])


def details(entry: Entry, lists: Lists) -> str:
    """Return the second line of a tile: status, stage, interest, owner."""
    named = (
        lists.statuses.get(entry.status_id),
        lists.stages.get(entry.stage_id or 0),
        lists.interests.get(entry.interest_id or 0),
    )
    names = [record.name for record in named if record is not None]
    owner = lists.people.get(entry.owner_id or 0)
    return " · ".join([*names, owner] if owner else names)


def span_word(entry: Entry) -> str:
    """Return how exact a day is, where it is not exact to the day."""
    words = {Precision.WEEK: _("some day of the week"), Precision.MONTH: _("some day of the month")}
    return "" if entry.published else words.get(entry.precision, _("some day of the quarter"))


def late_words(late: int) -> str:
    """Return by how much a piece is late."""
    return ngettext("late by {n} working day", "late by {n} working days", late).format(n=late)


def spoken(entry: Entry, lists: Lists, late: int = 0) -> str:
    """Return a piece for screen readers and tooltips; `late` counts working days."""
    kind = kind_word(entry.kind) if entry.kind else _("no kind")
    parts = [entry.title, kind, details(entry, lists)]
    if entry.published:
        parts.append(_("published"))
    elif entry.precision is not Precision.DAY:
        parts.append(span_word(entry))
    if late:
        parts.append(late_words(late))
    return ", ".join(part for part in parts if part)


def spoken_cell(name: str, entries: Sequence[Entry], lists: Lists, marks: str = "", others: Sequence[str] = ()) -> str:
    """Return a day or week for screen readers: its name, what is special, how many pieces and which."""
    count = ngettext("{n} piece", "{n} pieces", len(entries)).format(n=len(entries))
    head = ", ".join(part for part in (name, marks, count) if part)
    said = [*(entry.title for entry in entries), *others]
    return f"{head}: {'; '.join(said)}" if said else head


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name."""
    words = name.split()
    return "".join(word[0].upper() for word in dict.fromkeys((words[0], words[-1]))) if words else ""


def week_title(first: date, last: date) -> str:
    """Return a week with its year: 8 – 14 Mar 2027."""
    return _("{days} {year}").format(days=stretch(first, last), year=last.year)


def turned_titles(year: int, *, weekly: bool) -> list[str]:
    """Return the titles that one turns through in a year of months, or of weeks that go into the next month."""
    months = [date(year, month, 1) for month in range(1, 13)]
    if not weekly:
        return [month_title(month) for month in months]
    return [week_title(month - timedelta(days=3), month + timedelta(days=3)) for month in months[1:]]


def themes_said(lists: Lists, day: date, look: Look) -> str:
    """Return the theme of the month in view, or those of the quarter's months; the year has them beside its months."""
    if look.view is View.YEAR:
        return ""
    if look.view not in (View.QUARTER, View.LIST):
        names = themes_of(lists.notes, month_of(day).first, month_of(day).last)
        return _("Theme: {names}").format(names=" · ".join(note.name for note in names)) if names else ""
    quarter = quarter_of(day, lists.settings)
    themes = themes_of(lists.notes, quarter.first, quarter.last)
    return "    ".join(f"{short_month(max(note.first, quarter.first))}: {note.name}" for note in themes)


def parked(entry: Entry, lists: Lists) -> bool:
    """Tell whether a piece is on hold or dropped."""
    status = lists.statuses.get(entry.status_id)
    return status is not None and status.phase is Phase.PARKED


def days_between(first: date, last: date) -> list[date]:
    """Return the days from first to last, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
