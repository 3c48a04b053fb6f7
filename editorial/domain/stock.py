"""Which published pieces still serve: in stock before a period, live on a day, exclusive on their day."""

from datetime import date

from editorial.domain.period import Period, months_before
from editorial.domain.records import Piece
from editorial.domain.vocabulary import Audit, Phase

LIVE_MONTHS = 12
"""How long a piece that is not evergreen is live."""


def in_stock(piece: Piece, phase: Phase, period: Period) -> bool:
    """Tell whether a published evergreen piece from before the period still stands on its first day."""
    return (
        phase is Phase.PUBLISHED
        and piece.evergreen
        and piece.publish_date is not None
        and piece.publish_date < period.first
        and _review_ahead(piece, period.first)
        and piece.audit is not Audit.RETIRE
    )


def live_since(on: date) -> date:
    """Return the first day on which a piece that is not evergreen may have gone out to be live on a day."""
    return months_before(on, LIVE_MONTHS)


def is_live(piece: Piece, phase: Phase, on: date) -> bool:
    """Tell whether a piece is out by the day, not parked, evergreen or within 12 months, its review not past."""
    return (
        phase is not Phase.PARKED
        and piece.publish_date is not None
        and piece.publish_date <= on
        and (piece.evergreen or piece.publish_date >= live_since(on))
        and _review_ahead(piece, on)
    )


def _review_ahead(piece: Piece, day: date) -> bool:
    return piece.review_date is None or piece.review_date >= day


def is_exclusive(piece: Piece) -> bool:
    """Tell whether a timely piece is still ours alone on its publish date."""
    return (
        piece.timely
        and piece.publish_date is not None
        and piece.exclusive_until is not None
        and piece.exclusive_until >= piece.publish_date
    )
