"""The condition under which a piece counts for a period, as SQL; `domain.counting` says the same in plain Python."""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_, true

from editorial.domain.period import Period, fitting_spans
from editorial.domain.records import Lists, Settings
from editorial.domain.vocabulary import Phase
from editorial.store.tables import PieceRow

PIECE = PieceRow.__table__  # type: ignore[attr-defined]
P = PIECE.c


def of_phase(lists: Lists, phase: Phase) -> list[int]:
    """Return the ids of the statuses of a phase."""
    return [status.id for status in lists.statuses.values() if status.phase is phase]


def unparked(lists: Lists) -> ColumnElement[bool]:
    """Return the condition that a piece is not parked."""
    condition: ColumnElement[bool] = P.status_id.not_in(of_phase(lists, Phase.PARKED))
    return condition


def counts_for(period: Period, lists: Lists) -> ColumnElement[bool]:
    """Return the condition that a piece counts for the period (domain: records, dates and periods)."""
    within: ColumnElement[bool] = P.publish_date.between(period.first, period.last)
    return and_(within, unparked(lists), _precise_enough(period, lists.settings))


def _precise_enough(period: Period, settings: Settings) -> ColumnElement[bool]:
    """Return the condition that the span of a coarse date counts; what really happened always does."""
    narrowed = {precision: days for precision, days in fitting_spans(period, settings).items() if days is not None}
    if not narrowed:
        return true()
    spans = [and_(P.precision == precision, P.publish_date.in_(days)) for precision, days in narrowed.items() if days]
    return or_(P.precision.not_in(list(narrowed)), P.published_on.is_not(None), *spans)


def in_order() -> tuple[Any, ...]:
    """Return what pieces are ordered by: date, untimed before timed, then id."""
    return P.publish_date, P.time.is_not(None), P.time, P.id
