from fractions import Fraction

import pytest

from editorial.domain.offering import early_stages, offering_led
from editorial.domain.vocabulary import Lead
from tests.domain.builders import a_stage, some_lists

STAGES = [a_stage(1), a_stage(2), a_stage(3, sales_ready=True), a_stage(4, sales_ready=True)]


@pytest.mark.parametrize(
    ("stages", "early"),
    [(STAGES, [1, 2]), (STAGES[:2], [1]), (STAGES[2:], []), ([], [])],
)
def test_early_stages_lie_before_the_first_sales_ready_one(stages: list[object], early: list[int]) -> None:
    lists = some_lists(stages=[stage for stage in STAGES if stage in stages])
    assert [stage.id for stage in early_stages(lists)] == early


@pytest.mark.parametrize(("offering", "flagged"), [(1, False), (2, True)])
def test_more_than_a_fifth_is_flagged(offering: int, flagged: bool) -> None:
    counts: dict[tuple[int | None, Lead | None], int] = {(1, Lead.OFFERING): offering, (1, Lead.ISSUE): 5 - offering}
    row = offering_led(some_lists(stages=STAGES), counts)[0]
    assert (row.share, row.flagged) == (Fraction(offering, 5), flagged)


def test_unset_has_no_share_and_is_counted() -> None:
    row = offering_led(some_lists(stages=STAGES), {(1, None): 4, (None, Lead.OFFERING): 1})[0]
    assert (row.share, row.flagged, row.unset) == (None, False, 4)
