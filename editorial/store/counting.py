"""The condition under which a piece counts for a period, as SQL; `domain.counting` says the same in plain Python."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, true

from editorial.domain.period import Period, fitting_spans
from editorial.domain.records import Lists
from editorial.domain.vocabulary import Phase, Precision
from editorial.store.tables import PieceRow

PIECE = PieceRow.__table__  # type: ignore[attr-defined]
P = PIECE.c


@dataclass(frozen=True, slots=True)
class Scope:
    """A period, and all of a workspace's lists and settings that decide what counts in it."""

    period: Period
    published: tuple[int, ...]
    parked: tuple[int, ...]
    unparked: tuple[int, ...]
    ready: tuple[int, ...]
    production: tuple[int, ...]
    """Ids of the statuses of these phases."""
    narrowed: tuple[tuple[Precision, tuple[date, ...]], ...]
    """Precisions of which only these first days count."""


def scope_of(period: Period, lists: Lists) -> Scope:
    """Return the scope of a period; equal scopes share their statements, which take longer to build than to run."""
    spans = fitting_spans(period, lists.settings)
    narrowed = tuple((precision, days) for precision, days in spans.items() if days is not None)
    published, parked = _of_phase(lists, [Phase.PUBLISHED]), _of_phase(lists, [Phase.PARKED])
    rest = _of_phase(lists, [phase for phase in Phase if phase is not Phase.PARKED])
    ready, production = _of_phase(lists, [Phase.READY]), _of_phase(lists, [Phase.PRODUCTION])
    return Scope(period, published, parked, rest, ready, production, narrowed)


def _of_phase(lists: Lists, phases: Collection[Phase]) -> tuple[int, ...]:
    return tuple(status.id for status in lists.statuses.values() if status.phase in phases)


def unparked(scope: Scope) -> ColumnElement[bool]:
    """Return the condition that a piece is not parked."""
    condition: ColumnElement[bool] = P.status_id.not_in(scope.parked)
    return condition


@lru_cache(maxsize=64)
def counts_in(scope: Scope) -> ColumnElement[bool]:
    """Return the condition that a piece counts for the period (domain: records, dates and periods)."""
    within: ColumnElement[bool] = P.publish_date.between(scope.period.first, scope.period.last)
    return and_(within, unparked(scope), _precise_enough(scope))


def _precise_enough(scope: Scope) -> ColumnElement[bool]:
    """Return the condition that the span of a coarse date counts; what really happened always does."""
    if not scope.narrowed:
        return true()
    spans = [and_(P.precision == precision, P.publish_date.in_(days)) for precision, days in scope.narrowed if days]
    coarse = [precision for precision, _days in scope.narrowed]
    return or_(P.precision.not_in(coarse), P.published_on.is_not(None), *spans)


def in_order() -> tuple[Any, ...]:
    """Return what pieces are ordered by: date, untimed before timed, then id."""
    return P.publish_date, P.time.is_not(None), P.time, P.id
