"""When a piece comes, as a room is told it."""

from editorial.domain.records import Entry, Settings
from editorial.domain.vocabulary import Precision
from editorial.language import _
from editorial.ui.cards import short_day
from editorial.ui.fields.days import shown_day


def day_words(piece: Entry, settings: Settings) -> str:
    """Return the day of a piece, or its week, month or quarter."""
    if piece.day is None:
        return _("no day")
    if piece.precision is Precision.DAY or piece.published:
        return short_day(piece.day)
    return shown_day(piece.day, piece.precision, settings)
