"""Where a presentation stands, and where each key leads."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Page(StrEnum):
    OVERVIEW = "overview"
    SEGMENT = "segment"
    STAGE = "stage"
    CELL = "cell"


class Way(StrEnum):
    """What a key asks for."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    INTO = "into"
    BACK = "back"
    HOME = "home"
    NEXT = "next"
    BEFORE = "before"
    TURN = "turn"


@dataclass(frozen=True, slots=True)
class Where:
    """A page, and the cell that is framed on it, by its place in the matrix."""

    page: Page = Page.OVERVIEW
    segment: int = 0
    stage: int = 0
    back: Page = Page.OVERVIEW
    """Where a cell was entered from."""


def go(at: Where, way: Way, segments: int, stages: int) -> Where | None:
    """Return where a key leads in a matrix of so many segments and stages; None: out of the presentation."""
    if way in (Way.LEFT, Way.RIGHT):
        return _across(at, 1 if way is Way.RIGHT else -1, segments)
    if way in (Way.UP, Way.DOWN):
        return _along(at, 1 if way is Way.DOWN else -1, stages)
    if way in (Way.NEXT, Way.BEFORE):
        return _in_order(at, 1 if way is Way.NEXT else -1, segments, stages)
    if way is Way.INTO:
        return at if at.page is Page.CELL else replace(at, page=Page.CELL, back=at.page)
    if way is Way.TURN:
        return replace(at, page=Page.STAGE if at.page is Page.SEGMENT else Page.SEGMENT)
    if way is Way.HOME:
        return replace(at, page=Page.OVERVIEW)
    if at.page is Page.OVERVIEW:
        return None
    return replace(at, page=at.back if at.page is Page.CELL else Page.OVERVIEW)


def _across(at: Where, step: int, segments: int) -> Where:
    """Go to another segment; before the first one stands the overview."""
    if at.page is Page.OVERVIEW:
        return replace(at, page=Page.SEGMENT, segment=0 if step > 0 else segments - 1)
    if at.page is Page.SEGMENT and at.segment + step < 0:
        return replace(at, page=Page.OVERVIEW)
    return replace(at, segment=_within(at.segment + step, segments))


def _along(at: Where, step: int, stages: int) -> Where:
    """Go to another stage; before the first one stands the overview."""
    if at.page is Page.OVERVIEW:
        return replace(at, page=Page.STAGE, stage=0 if step > 0 else stages - 1)
    if at.page is Page.STAGE and at.stage + step < 0:
        return replace(at, page=Page.OVERVIEW)
    return replace(at, stage=_within(at.stage + step, stages))


def _in_order(at: Where, step: int, segments: int, stages: int) -> Where:
    """Go through everything: the overview, each segment, each stage. A cell is left for what comes after its page."""
    here = replace(at, page=at.back) if at.page is Page.CELL else at
    place = {Page.OVERVIEW: 0, Page.SEGMENT: 1 + at.segment, Page.STAGE: 1 + segments + at.stage}[here.page]
    place = _within(place + step, 1 + segments + stages)
    if place == 0:
        return replace(at, page=Page.OVERVIEW)
    if place <= segments:
        return replace(at, page=Page.SEGMENT, segment=place - 1)
    return replace(at, page=Page.STAGE, stage=place - 1 - segments)


def _within(n: int, many: int) -> int:
    return min(max(n, 0), max(0, many - 1))
