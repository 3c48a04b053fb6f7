from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from editorial.domain.likely import Sureness, late_before, likely, sureness
from editorial.domain.needs import asked_since
from editorial.domain.vocabulary import Phase
from editorial.domain.workdays import WorkCalendar


@pytest.mark.parametrize(
    ("phase", "expert", "late", "counts"),
    [
        (Phase.READY, False, True, "0.95"),
        (Phase.PRODUCTION, True, False, "0.8"),
        (Phase.PRODUCTION, True, True, "0.5"),
        (Phase.PRODUCTION, False, False, "0.5"),
        (Phase.PRODUCTION, False, True, "0.25"),
        (Phase.IDEA, True, False, "0.25"),
        (Phase.PUBLISHED, False, True, "1"),
    ],
)
def test_each_piece_counts_as_sure_as_it_is(phase: Phase, expert: bool, late: bool, counts: str) -> None:
    sure = sureness(phase, published=False, expert=expert, late=late)
    assert likely({sure: 1}, {}) == Fraction(Decimal(counts))


def test_what_is_out_is_sure_whatever_its_status() -> None:
    assert sureness(Phase.IDEA, published=True, expert=False, late=True) is Sureness.PUBLISHED


def test_two_planned_one_likely_and_a_bit() -> None:
    assert float(likely({Sureness.PRODUCTION: 1, Sureness.DOUBTFUL: 1}, {})) == pytest.approx(1.3)


def test_a_workspace_has_weights_of_its_own() -> None:
    assert likely({Sureness.READY: 2}, {"ready": Decimal("0.5")}) == 1


def test_a_step_due_on_friday_is_not_late_on_sunday() -> None:
    assert late_before(date(2027, 3, 14), WorkCalendar()) == date(2027, 3, 12)
    assert late_before(date(2027, 3, 15), WorkCalendar()) == date(2027, 3, 15)


def test_nothing_is_late_without_working_days() -> None:
    assert late_before(date(2027, 3, 14), WorkCalendar(frozenset(range(7)))) == date.min


def test_needs_are_known_for_eighteen_months() -> None:
    assert asked_since(date(2027, 8, 31)) == date(2026, 2, 28)
