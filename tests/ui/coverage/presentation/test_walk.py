"""Where each key of the presentation leads."""

from hypothesis import given
from hypothesis import strategies as some

from editorial.ui.coverage.presentation.walk import Page, Way, Where, go

SEGMENTS, STAGES = 4, 5


def after(*ways: Way) -> Where | None:
    at: Where | None = Where()
    for way in ways:
        assert at is not None
        at = go(at, way, SEGMENTS, STAGES)
    return at


def test_right_goes_through_the_segments() -> None:
    assert after(Way.RIGHT, Way.RIGHT) == Where(Page.SEGMENT, segment=1)


def test_down_goes_through_the_stages() -> None:
    assert after(Way.DOWN, Way.DOWN, Way.DOWN) == Where(Page.STAGE, stage=2)


def test_before_the_first_segment_stands_the_overview() -> None:
    assert after(Way.RIGHT, Way.LEFT) == Where()


def test_down_frames_another_stage_on_the_screen_of_a_segment() -> None:
    assert after(Way.RIGHT, Way.DOWN) == Where(Page.SEGMENT, segment=0, stage=1)


def test_enter_drills_into_the_framed_cell_and_esc_leads_back() -> None:
    inside = after(Way.RIGHT, Way.DOWN, Way.INTO)
    assert inside == Where(Page.CELL, segment=0, stage=1, back=Page.SEGMENT)
    back = after(Way.RIGHT, Way.DOWN, Way.INTO, Way.BACK)
    assert back is not None
    assert back.page is Page.SEGMENT


def test_esc_leaves_from_the_overview() -> None:
    assert after(Way.RIGHT, Way.BACK, Way.BACK) is None


def test_home_is_the_overview() -> None:
    home = after(Way.RIGHT, Way.INTO, Way.HOME)
    assert home is not None
    assert home.page is Page.OVERVIEW


def test_next_goes_through_everything_once() -> None:
    at, pages = Where(), []
    for _step in range(SEGMENTS + STAGES):
        found = go(at, Way.NEXT, SEGMENTS, STAGES)
        assert found is not None
        at = found
        pages.append(at.page)
    assert pages == [Page.SEGMENT] * SEGMENTS + [Page.STAGE] * STAGES


@given(some.lists(some.sampled_from(Way)), some.integers(1, 6), some.integers(1, 6))
def test_every_key_stays_in_the_matrix(ways: list[Way], segments: int, stages: int) -> None:
    at = Where()
    for way in ways:
        at = go(at, way, segments, stages) or at
        assert 0 <= at.segment < segments
        assert 0 <= at.stage < stages
