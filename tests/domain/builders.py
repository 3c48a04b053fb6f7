"""Records for tests: each builder says only what matters to the test."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from editorial.domain.records import BuyingStage, Entry, Format, Interest, Lists, Segment, Settings, Status
from editorial.domain.vocabulary import Phase, Precision

PHASES = dict(enumerate(Phase, start=1))
PARKED = next(number for number, phase in PHASES.items() if phase is Phase.PARKED)
DRAFTING = next(number for number, phase in PHASES.items() if phase is Phase.PRODUCTION)


def an_entry(id: int = 1, day: date | None = date(2027, 2, 10), **fields: Any) -> Entry:
    """Return an entry in production without any tag."""
    plain: dict[str, Any] = dict.fromkeys(
        ("kind", "time", "stage_id", "interest_id", "format_id", "channel_id", "campaign_id", "owner_id")
    )
    plain |= {"precision": Precision.DAY, "published": False, "status_id": DRAFTING, "segment_ids": ()}
    plain |= {"title": f"Piece {id}", "version": 1, "timely": False, "evergreen": False}
    return Entry(id=id, uid=f"uid-{id:04}", day=day, **plain | fields)


def _named(id: int, word: str, fields: dict[str, Any]) -> dict[str, Any]:
    return {"id": id, "uid": f"{word}-{id}", "name": f"{word} {id}"} | fields


def a_segment(id: int, **fields: Any) -> Segment:
    return Segment(**_named(id, "Segment", fields))


def a_stage(id: int, **fields: Any) -> BuyingStage:
    return BuyingStage(**_named(id, "Stage", fields))


def an_interest(id: int, **fields: Any) -> Interest:
    return Interest(**_named(id, "Interest", fields))


def a_format(id: int, **fields: Any) -> Format:
    return Format(**_named(id, "Format", fields))


def some_lists(
    *,
    settings: Settings | None = None,
    segments: Iterable[Segment] = (),
    stages: Iterable[BuyingStage] = (),
    interests: Iterable[Interest] = (),
    formats: Iterable[Format] = (),
    targets: dict[tuple[int, int], int] | None = None,
) -> Lists:
    """Return lists with a status for each phase, whose id is its place in `PHASES`."""
    statuses = {key: Status(id=key, uid=f"t{key}", name=phase, phase=phase) for key, phase in PHASES.items()}
    return Lists(
        settings=settings or Settings(),
        segments={each.id: each for each in segments},
        stages={each.id: each for each in stages},
        statuses=statuses,
        interests={each.id: each for each in interests},
        formats={each.id: each for each in formats},
        channels={},
        campaigns={},
        people={},
        targets=targets or {},
    )
