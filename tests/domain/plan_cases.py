"""Small plans to be made, at random and by hand, and what is the best of them by trying everything."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, product
from typing import Any

from hypothesis import strategies as st

from editorial.domain.counting import KindCounts
from editorial.domain.mix import mix_of
from editorial.domain.period import Period
from editorial.domain.plan import Expert, Gap, Opening, PlanIdea, PlannedPiece, Planning, month_first
from editorial.domain.plan_fits import obstacle
from editorial.domain.plan_rivals import cells_of, with_kinds
from editorial.domain.records import Away, DayNote, Lists, Settings, Step
from editorial.domain.vocabulary import Kind, NoteKind
from tests.domain.builders import a_format, a_segment, a_stage, an_interest, some_lists

FIRST = date(2027, 1, 4)
QUARTER = Period("FY2027 Q1", date(2027, 1, 1), date(2027, 3, 31))
TODAY = date(2026, 12, 1)
Plan = tuple[int | None, ...]
"""The position of the idea in each opening."""


def an_idea(id: int, **fields: Any) -> PlanIdea:
    plain: dict[str, Any] = {"id": id, "uid": f"u{id}", "title": f"Idea {id}", "score": 50.0}
    return PlanIdea(**plain | fields)


def an_opening(week: int, **fields: Any) -> Opening:
    plain: dict[str, Any] = {"slot_id": 1, "slot": "Blog", "day": FIRST + timedelta(days=7 * week)}
    return Opening(**plain | fields)


def a_planned(id: int, day: date, interest_id: int = 1, segment_ids: tuple[int, ...] = (1,)) -> PlannedPiece:
    return PlannedPiece(id=id, title=f"Planned {id}", day=day, interest_id=interest_id, segment_ids=segment_ids)


def closed(first: date, days: int = 1) -> DayNote:
    last = first + timedelta(days=days - 1)
    return DayNote(id=1, uid="n", name="Stocktaking", first=first, last=last, kind=NoteKind.CLOSED)


def lists_of(*notes: DayNote, **settings: Any) -> Lists:
    steps = (Step(name="Draft", offset=-5),)
    plain = some_lists(
        settings=Settings(**settings),
        segments=[a_segment(1), a_segment(2)],
        stages=[a_stage(1), a_stage(2)],
        interests=[an_interest(1), an_interest(2)],
        formats=[a_format(1), a_format(2, steps=steps)],
    )
    return replace(plain, notes=notes)


def a_planning(openings: Sequence[Opening], ideas: Sequence[PlanIdea], **fields: Any) -> Planning:
    plain: dict[str, Any] = {"period": QUARTER, "today": TODAY, "lists": lists_of()}
    return Planning(**plain | {"openings": tuple(openings), "ideas": tuple(ideas)} | fields)


_maybe = st.none() | st.integers(1, 2)
_kinds = st.sampled_from([None, *Kind])


@st.composite
def ideas(draw: st.DrawFn, id: int) -> PlanIdea:
    return an_idea(
        id,
        score=draw(st.integers(0, 100)) + id / 64,
        kind=draw(_kinds),
        stage_id=draw(_maybe),
        segment_ids=tuple(draw(st.sampled_from([(), (1,), (2,), (1, 2)]))),
        interest_id=draw(_maybe),
        format_id=draw(_maybe),
        expert_ids=tuple(draw(st.sampled_from([(), (1,), (2,), (1, 2)]))),
        stale_on=draw(st.sampled_from([None, None, FIRST - timedelta(days=1), FIRST, FIRST + timedelta(days=10)])),
    )


@st.composite
def plannings(draw: st.DrawFn) -> Planning:
    """Return a plan of up to four places and five ideas, no two places or planned pieces on one day."""
    weeks = draw(st.integers(1, 4))
    openings = [an_opening(n, format_id=draw(_maybe), kind=draw(_kinds)) for n in range(weeks)]
    of = [draw(ideas(n + 1)) for n in range(draw(st.integers(0, 5)))]
    free = [FIRST + timedelta(days=7 * n + 3) for n in range(-1, weeks)]
    days = sorted(draw(st.sets(st.sampled_from(free), max_size=3)))
    planned = [
        a_planned(100 + n, day, draw(st.integers(1, 2)), draw(st.sampled_from([(1,), (2,), (1, 2)])))
        for n, day in enumerate(days)
    ]
    gaps = [
        Gap(segment_id=s, stage_id=t, planned=0, target=draw(st.integers(1, 2)), in_stock=0, points=10.0 * (s + 2 * t))
        for s, t in draw(st.sets(st.tuples(st.integers(1, 2), st.integers(1, 2))))
    ]
    away = (Away(first=FIRST, last=FIRST + timedelta(days=6)),)
    experts = {
        1: Expert(id=1, name="Ada", capacity=draw(st.none() | st.integers(0, 2))),
        2: Expert(id=2, name="Grace", capacity=draw(st.none() | st.integers(0, 2)), away=away),
    }
    kinds = KindCounts(draw(st.integers(0, 3)), draw(st.integers(0, 3)))
    today = draw(st.sampled_from([TODAY, FIRST - timedelta(days=2)]))
    notes = draw(st.sampled_from([(), (), (closed(FIRST),), (closed(FIRST + timedelta(days=5), 3),)]))
    return replace(
        a_planning(openings, of, gaps=tuple(gaps), experts=experts, kinds=kinds, planned=tuple(planned)),
        today=today,
        lists=lists_of(*notes),
    )


def plans(planning: Planning) -> Iterator[Plan]:
    """Yield every way to fill the places that breaks none of the constraints but the mix."""
    choices: list[list[int | None]] = [
        [None, *(i for i, idea in enumerate(planning.ideas) if obstacle(planning, idea, opening) is None)]
        for opening in planning.openings
    ]
    for plan in product(*choices):
        placed = [i for i in plan if i is not None]
        if len(set(placed)) == len(placed) and not overasked(planning, plan) and not repeated(planning, plan):
            yield plan


def overasked(planning: Planning, plan: Plan) -> bool:
    asked = Counter(
        (expert, month_first(opening.day))
        for opening, i in zip(planning.openings, plan, strict=True)
        if i is not None
        for expert in planning.ideas[i].expert_ids
    )
    return any(
        (left := planning.experts[expert].left(month)) is not None and n > left for (expert, month), n in asked.items()
    )


def repeated(planning: Planning, plan: Plan) -> bool:
    """Tell whether a placement shares interest and segment with a neighbour in the order of days, then ids."""
    bearing: list[tuple[date, int, PlanIdea | PlannedPiece]] = [(one.day, one.id, one) for one in planning.planned]
    for opening, i in zip(planning.openings, plan, strict=True):
        if i is not None and planning.ideas[i].interest_id is not None:
            bearing.append((opening.day, planning.ideas[i].id, planning.ideas[i]))
    in_order = [one for _day, _id, one in sorted(bearing, key=lambda each: each[:2])]
    return any(
        not a.pairs.isdisjoint(b.pairs)
        for a, b in pairwise(in_order)
        if isinstance(a, PlanIdea) or isinstance(b, PlanIdea)
    )


def points(planning: Planning, plan: Plan) -> float:
    """Return the objective of a plan."""
    of = [planning.ideas[i] for i in plan if i is not None]
    filled = Counter(cell for idea in of for cell in cells_of(idea))
    return sum(idea.score for idea in of) + sum(gap.points * min(gap.room, filled[gap.cell]) for gap in planning.gaps)


def excess(planning: Planning, plan: Plan) -> float:
    """Return how far the mix is out of tolerance, in pieces; 0 within it."""
    kinds = [
        planning.ideas[i].kind or opening.kind
        for opening, i in zip(planning.openings, plan, strict=True)
        if i is not None
    ]
    mix = mix_of(with_kinds(planning.kinds, kinds), planning.lists.settings)
    if mix.share is None or mix.balanced:
        return 0.0
    n = mix.aspirational + mix.practical
    return float((abs(mix.share - mix.target) - mix.tolerance) * n)


def best(planning: Planning) -> tuple[float, bool]:
    """Return the objective of the best plan and whether it holds the mix, by trying everything."""
    tried = list(plans(planning))
    most = max(sum(i is not None for i in plan) for plan in tried)
    within = [plan for plan in tried if excess(planning, plan) <= 1e-9]
    if any(sum(i is not None for i in plan) == most for plan in within):
        return max(points(planning, plan) for plan in within), True
    full = [plan for plan in tried if sum(i is not None for i in plan) == most]
    nearest = min(excess(planning, plan) for plan in full)
    return max(points(planning, plan) for plan in full if excess(planning, plan) <= nearest + 1e-6), False
