"""Rotation, cadence and variety through the services."""

from datetime import date
from decimal import Decimal

import pytest

from editorial.domain.period import quarter_of
from editorial.domain.records import Settings
from editorial.services.cadence import cadence
from editorial.services.rotation import rotation
from editorial.services.variety import variety
from editorial.services.workspaces import Workspace
from tests.builders import a_piece, a_segment, an_interest, named

QUARTER = quarter_of(date(2027, 2, 10), Settings())


def test_the_next_ten_of_the_worked_example(workspace: Workspace) -> None:
    for name, weight in (("Cost", "0.5"), ("Risk", "0.3"), ("Talent", "0.2")):
        an_interest(workspace, name, weight=Decimal(weight))
    following = [interest.name[0] for interest in rotation(workspace, QUARTER).next]
    assert "".join(following) == "CRTCCRCTRC"


def test_a_use_before_the_period_is_remembered(workspace: Workspace) -> None:
    interest = an_interest(workspace, longest_gap=100)
    a_piece(workspace, planned=date(2026, 12, 1), interest_id=interest)
    (turn,) = rotation(workspace, QUARTER).interests
    assert (turn.last, turn.count, turn.overdue) == (date(2026, 12, 1), 0, True)


def test_narrowed_to_a_segment(workspace: Workspace) -> None:
    interest, segment = an_interest(workspace), a_segment(workspace)
    a_piece(workspace, planned=date(2027, 1, 5), interest_id=interest, segment_ids=(segment,))
    a_piece(workspace, planned=date(2027, 1, 6), interest_id=interest)
    assert rotation(workspace, QUARTER).pieces == 2
    assert rotation(workspace, QUARTER, segment_id=segment).pieces == 1


def test_a_repeat_in_the_order_of_the_day(workspace: Workspace) -> None:
    interest, other, segment = an_interest(workspace, "A"), an_interest(workspace, "B"), a_segment(workspace)
    timed = a_piece(workspace, planned=date(2027, 1, 5), time="09:00", interest_id=interest, segment_ids=(segment,))
    a_piece(workspace, planned=date(2027, 1, 5), interest_id=other, segment_ids=(segment,))
    last = a_piece(workspace, planned=date(2027, 1, 6), interest_id=interest, segment_ids=(segment,))
    (repeat,) = rotation(workspace, QUARTER).repeats
    assert (repeat.first_id, repeat.second_id) == (timed, last)


def test_longest_silence(workspace: Workspace) -> None:
    segment = a_segment(workspace, longest_silence=30)
    a_piece(workspace, planned=date(2027, 1, 31), segment_ids=(segment,))
    (row,) = cadence(workspace, QUARTER)
    assert (row.longest, row.since, row.over) == (59, date(2027, 2, 1), True)


def test_variety_of_the_worked_example(workspace: Workspace) -> None:
    for name in ("Article", "Webinar", "White paper", "Blog post"):
        a_piece(workspace, planned=date(2027, 1, 5), format_id=named(workspace, "format", name))
    assert variety(workspace, QUARTER).length.evenness == pytest.approx(0.8113, abs=5e-5)
