"""A proposed plan of 60 places and 300 ideas, beside the bound of its relaxation: how soon and how good."""

import random
from datetime import date, timedelta
from time import perf_counter

from editorial.domain.period import Period
from editorial.domain.plan import Expert, Gap, Opening, PlanIdea, PlannedPiece, Planning
from editorial.domain.plan_proposal import proposal
from editorial.domain.records import BuyingStage, Format, Interest, Lists, Segment, Settings
from editorial.domain.vocabulary import Kind
from measuring import Figure

FIRST = date(2027, 1, 1)
PLACES, IDEAS, PLANNED = 60, 300, 20
INTERESTS, SEGMENTS, STAGES, FORMATS, EXPERTS = 10, 8, 5, 6, 15
CASES = 3


def measure() -> list[Figure]:
    """Solve three quarters to the end: as slots usually are, and with places that take anything, which is hardest."""
    proposal(quarter(0, choosy=True))
    return [figure for choosy in (True, False) for figure in _figures(choosy=choosy)]


def _figures(*, choosy: bool) -> list[Figure]:
    seconds, gaps = [], []
    for seed in range(1, CASES + 1):
        asked = quarter(seed, choosy=choosy)
        began = perf_counter()
        gaps.append(100 * proposal(asked).gap)
        seconds.append(perf_counter() - began)
    said = "slots with formats and kinds" if choosy else "slots that take anything"
    name = f"plan of {PLACES} slots × {IDEAS} ideas, {said}"
    return [
        Figure(name, max(seconds), "s", target=5, note=f"slowest of {CASES}, reasons included"),
        Figure("… how far from the best at most", max(gaps), "%", target=1, note="worst of them"),
    ]


def quarter(seed: int, *, choosy: bool) -> Planning:
    """Return a quarter to plan, the same at each run; `choosy` slots have formats and kinds."""
    chance = random.Random(seed)
    return Planning(
        period=Period("FY2027 Q1", FIRST, date(2027, 3, 31)),
        today=FIRST - timedelta(days=30),
        lists=_lists(),
        openings=tuple(_opening(chance, number, choosy=choosy) for number in range(PLACES)),
        ideas=tuple(_idea(chance, number) for number in range(1, IDEAS + 1)),
        planned=tuple(_planned(chance)),
        gaps=tuple(
            Gap(segment_id=s, stage_id=t, planned=0, target=2, in_stock=0, points=chance.uniform(10, 50))
            for s in range(1, SEGMENTS + 1)
            for t in range(1, STAGES + 1)
        ),
        experts={
            key: Expert(id=key, name=f"Expert {key}", capacity=chance.choice([None, 1, 2, 3]))
            for key in range(1, EXPERTS + 1)
        },
    )


def _opening(chance: random.Random, number: int, *, choosy: bool) -> Opening:
    return Opening(
        slot_id=number,
        slot=f"Slot {number}",
        day=FIRST + timedelta(days=number * 90 // PLACES),
        format_id=chance.choice([None, None, 1, 2, 3]) if choosy else None,
        kind=chance.choice([None, None, *Kind]) if choosy else None,
    )


def _idea(chance: random.Random, number: int) -> PlanIdea:
    return PlanIdea(
        id=number,
        uid=str(number),
        title=f"Idea {number}",
        score=round(chance.uniform(10, 90), 3),
        kind=chance.choice([*Kind, *Kind, None]),
        stage_id=chance.randint(1, STAGES),
        segment_ids=tuple(chance.sample(range(1, SEGMENTS + 1), chance.choice([1, 1, 2, 3]))),
        interest_id=chance.randint(1, INTERESTS),
        format_id=chance.choice([None, *range(1, FORMATS)]),
        expert_ids=tuple(chance.sample(range(1, EXPERTS + 1), chance.choice([0, 1, 1, 2]))),
    )


def _planned(chance: random.Random) -> list[PlannedPiece]:
    days = sorted(FIRST + timedelta(days=chance.randrange(90)) for _ in range(PLANNED))
    return [
        PlannedPiece(
            id=1000 + number,
            title=f"Planned {number}",
            day=day,
            interest_id=chance.randint(1, INTERESTS),
            segment_ids=tuple(chance.sample(range(1, SEGMENTS + 1), chance.choice([1, 2]))),
        )
        for number, day in enumerate(days)
    ]


def _lists() -> Lists:
    return Lists(
        settings=Settings(),
        segments={n: Segment(id=n, uid=f"s{n}", name=f"Segment {n}") for n in range(1, SEGMENTS + 1)},
        stages={n: BuyingStage(id=n, uid=f"t{n}", name=f"Stage {n}") for n in range(1, STAGES + 1)},
        statuses={},
        interests={n: Interest(id=n, uid=f"i{n}", name=f"Interest {n}") for n in range(1, INTERESTS + 1)},
        formats={n: Format(id=n, uid=f"f{n}", name=f"Format {n}") for n in range(1, FORMATS + 1)},
        channels={},
        campaigns={},
        people={},
        targets={},
    )
