"""Days and times as people type them, and their editors with a calendar to pick from."""

import re
from dataclasses import dataclass
from datetime import UTC, date, time, timedelta

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from editorial.domain.fields import Field
from editorial.domain.period import month_of, quarter_of
from editorial.domain.records import Lists, Piece, Settings
from editorial.domain.spoken import month_name
from editorial.domain.vocabulary import Precision
from editorial.domain.workdays import work_calendar
from editorial.language import _
from editorial.ui.calendar.typed import typed_day
from editorial.ui.desk import Desk
from editorial.ui.fields.editor import FieldEditor
from editorial.ui.fields.texts import line
from editorial.ui.fields.tiny import tiny_button
from editorial.ui.icons import icon
from editorial.ui.overriding import override
from editorial.ui.popover import Popover


@dataclass(frozen=True, slots=True)
class TypedDay:
    """What was typed: a day with its precision, nothing, or why it is no day."""

    day: date | None = None
    precision: Precision = Precision.DAY
    reason: str = ""


def read_typed(text: str, lists: Lists, today: date) -> TypedDay:
    """Read a day as people type it: in words, in the order of the locale, in ISO 8601, or a month, week or quarter."""
    from editorial.exchange.days import Numbers, Span, read_day

    text = " ".join(text.split())
    if not text:
        return TypedDay()
    found = read_day(text, lists.settings, UTC)
    if isinstance(found, Span):
        return TypedDay(found.first, found.precision)
    if isinstance(found, Numbers):
        found = found.read(_order()) or next((day for o in ("dmy", "mdy") if (day := found.read(o))), None)
    if not isinstance(found, date):
        found = typed_day(text, today, today, work_calendar(lists.settings, lists.notes))
    if isinstance(found, date):
        return TypedDay(found)
    return TypedDay(reason=_("“{text}” is not a day. Try 11 March, 2027-03-11 or March 2027.").format(text=text))


def _order() -> str:
    """Return whether the locale writes the day before the month."""
    pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return "dmy" if pattern.find("d") < pattern.find("M") else "mdy"


def shown_day(day: date | None, precision: Precision, settings: Settings) -> str:
    """Return a planned day as it is shown and may be typed again: “Tue 9 Mar 2027”, “March 2027”, “FY2027 Q1”.

    The month of a day is short: a line of the side panel holds the day with its year.
    """
    if day is None:
        return ""
    if precision is Precision.MONTH:
        first = month_of(day).first
        return _("{month} {year}").format(month=month_name(first.month), year=first.year)
    if precision is Precision.QUARTER:
        return quarter_of(day, settings).name
    if precision is Precision.WEEK:
        year, week, _weekday = (day + timedelta(days=3)).isocalendar()
        return f"{year}-W{week:02}"
    short = QLocale.FormatType.ShortFormat
    weekday, month = QLocale().standaloneDayName(day.isoweekday(), short), QLocale().monthName(day.month, short)
    return f"{weekday} {day.day} {month} {day.year}"


def typed_time(text: str) -> time | None:
    """Read a time as people type it: 9, 9:30, 0930, 9.30 pm. Raises ValueError where it is none."""
    text = text.strip().casefold()
    if not text:
        return None
    match = re.fullmatch(r"(\d{1,2})(?:[:.h ]?(\d{2}))?\s*([ap])?\.?m?\.?", text)
    if match is None:
        raise ValueError(text)
    hour = int(match[1])
    if match[3]:
        hour = hour % 12 + (12 if match[3] == "p" else 0)
    return time(hour, int(match[2] or 0))


def small_calendar(desk: Desk) -> QCalendarWidget:
    """Return a month to pick from, in the workspace's own week and the colours of the theme."""
    settings, tokens = desk.lists.settings, desk.theme.tokens
    calendar = QCalendarWidget()
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
    calendar.setFirstDayOfWeek(Qt.DayOfWeek(settings.week_start + 1))
    for weekday in range(7):
        look = QTextCharFormat()
        look.setForeground(QColor(tokens.muted if weekday in settings.weekend else tokens.text))
        calendar.setWeekdayTextFormat(Qt.DayOfWeek(weekday + 1), look)
    head = QTextCharFormat()
    head.setForeground(QColor(tokens.muted))
    head.setBackground(QColor(tokens.panel))
    calendar.setHeaderTextFormat(head)
    for name, mark in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
        button = calendar.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setIcon(icon(mark, tokens.muted))
    return calendar


class DayLine(QWidget):
    """A line in which a day is typed or picked from a small calendar; tells what is wrong below it."""

    def __init__(self, name: str, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.line = line(name, _("–"))
        self.pick = tiny_button(_("Pick {field} from a calendar").format(field=name), _("Pick from a calendar (Down)"))
        self.pick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        down = QShortcut(QKeySequence("Down"), self.line, context=Qt.ShortcutContext.WidgetShortcut)
        # Handed over when it is made, what to call would make PySide forget the context: Down would act everywhere.
        down.activated.connect(self.open_calendar)
        self.pick.clicked.connect(self.open_calendar)
        self.wrong = QLabel()
        self.wrong.setObjectName("bad")
        self.wrong.setTextFormat(Qt.TextFormat.PlainText)
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.line, 1)
        row.addWidget(self.pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.wrong)
        self.setFocusProxy(self.line)
        desk.theme.changed.connect(self._tint)
        self._tint()

    def read(self) -> TypedDay:
        """Return what is typed, and say below the line what is wrong with it."""
        typed = read_typed(self.line.text(), self._desk.lists, self._desk.today)
        self.tell(typed.reason)
        return typed

    def tell(self, reason: str) -> None:
        """Say what is wrong, or nothing."""
        self.wrong.setText(reason)
        self.wrong.setVisible(bool(reason))
        if self.line.property("wrong") != bool(reason):
            self.line.setProperty("wrong", bool(reason))
            self.line.style().polish(self.line)

    def open_calendar(self) -> Popover:
        """Open a month to pick a day from."""
        sheet = Popover(self)
        sheet.column.setContentsMargins(4, 4, 4, 4)
        calendar = small_calendar(self._desk)
        day = self.read().day or self._desk.today
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.activated.connect(lambda found: self._picked(found, sheet))
        calendar.clicked.connect(lambda found: self._picked(found, sheet))
        sheet.column.addWidget(calendar)
        sheet.open_below()
        calendar.setFocus()
        return sheet

    def _picked(self, found: QDate, sheet: Popover) -> None:
        sheet.close()
        self.line.setText(f"{found.year():04}-{found.month():02}-{found.day():02}")
        self.line.setModified(True)
        self.line.editingFinished.emit()

    def _tint(self) -> None:
        self.pick.setIcon(icon("calendar", self._desk.theme.tokens.muted))


class DayEditor(FieldEditor):
    """A day of a piece; of the planned one, a month, week or quarter may be typed as well."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__(field, desk)
        self._stored = ""
        self.box = DayLine(field.label, desk)
        self.box.line.editingFinished.connect(self.settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.setFocusProxy(self.box)

    @override
    def show_piece(self, piece: Piece) -> None:
        precision = piece.precision if self.field.name == "date" else Precision.DAY
        self._stored = shown_day(self.field.value(piece), precision, self.desk.lists.settings)
        if not self.dirty:
            self._put()

    @override
    def lock(self, locked: bool) -> None:
        self.box.line.setReadOnly(locked)
        self.box.pick.setEnabled(not locked)

    @property
    @override
    def dirty(self) -> bool:
        return self.box.line.isModified() and self.box.line.text() != self._stored

    @override
    def settle(self) -> None:
        if not self.dirty:
            return
        typed = self.box.read()
        if typed.reason:
            return
        self.box.line.setModified(False)
        values: dict[str, object] = {self.field.attribute: typed.day}
        if self.field.name == "date" and typed.day is not None:
            values["precision"] = typed.precision
        self.given.emit(values, "")
        self._put()

    @override
    def forget(self) -> None:
        self._put()

    def _put(self) -> None:
        self.box.tell("")
        self.box.line.setText(self._stored)
        self.box.line.setModified(False)
        self.box.line.setCursorPosition(0)


class TimeEditor(FieldEditor):
    """A time of the day, or none."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__(field, desk)
        self._stored = ""
        self.line: QLineEdit = line(field.label, _("–"))
        self.line.editingFinished.connect(self.settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)

    @override
    def show_piece(self, piece: Piece) -> None:
        self._stored = f"{piece.time:%H:%M}" if piece.time else ""
        if not self.dirty:
            self._put()

    @override
    def lock(self, locked: bool) -> None:
        self.line.setReadOnly(locked)

    @property
    @override
    def dirty(self) -> bool:
        return self.line.isModified() and self.line.text() != self._stored

    @override
    def settle(self) -> None:
        if not self.dirty:
            return
        try:
            value = typed_time(self.line.text())
        except ValueError:
            self._mark(True)
            self.line.setToolTip(_("“{text}” is not a time. Try 9:30 or 14.").format(text=self.line.text()))
            return
        self.line.setModified(False)
        self.give(value)
        self._put()

    @override
    def forget(self) -> None:
        self._put()

    def _put(self) -> None:
        self._mark(False)
        self.line.setToolTip("")
        self.line.setText(self._stored)
        self.line.setModified(False)

    def _mark(self, wrong: bool) -> None:
        if bool(self.line.property("wrong")) != wrong:
            self.line.setProperty("wrong", wrong)
            self.line.style().polish(self.line)
