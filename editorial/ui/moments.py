"""Days and moments as the reader's locale writes them."""

from datetime import UTC, date, datetime

from PySide6.QtCore import QDate, QDateTime, QLocale

SHORT = QLocale.FormatType.ShortFormat


def short_day(day: date) -> str:
    """Return a day in the short form of the locale."""
    return locale().toString(QDate(day.year, day.month, day.day), SHORT)


def short_moment(at: datetime) -> str:
    """Return a moment in this computer's time, in the short form of the locale; one without a zone is UTC."""
    return locale().toString(QDateTime.fromSecsSinceEpoch(seconds(at)), SHORT)


def locale() -> QLocale:
    """Return the reader's locale; where none is set, one that writes days as people do."""
    own = QLocale()
    return QLocale("en_GB") if own.language() == QLocale.Language.C else own


def seconds(at: datetime) -> int:
    """Return the seconds since 1970 of a moment; one without a zone is UTC."""
    return int((at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp())
