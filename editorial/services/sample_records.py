"""What is written down of the sample, as records: the lists by name, the pieces with their days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from editorial.domain.period import first_of_span
from editorial.domain.records import Campaign, Interest, Link, Lists, Person, Piece, Segment, Settings, Status
from editorial.domain.vocabulary import Kind, Lead, Phase, Precision, Readiness, Tag
from editorial.language import _
from editorial.services.sample_content import Written
from editorial.services.sample_days import Step, day_at

AGREED = {Phase.PUBLISHED, Phase.READY}
PLAIN = (
    "title",
    "angle",
    "origin",
    "exclusive_because",
    "insight_belief",
    "insight_wrong",
    "insight_cost",
    "insight_new",
    "brief",
    "draft",
    "tag_reason",
)
"""Fields of a piece that are taken over as they are written."""


@dataclass(frozen=True, slots=True)
class Names:
    """Ids by name, as the files refer to them."""

    segments: Mapping[str, int]
    stages: Mapping[str, int]
    statuses: Mapping[str, Status]
    interests: Mapping[str, int]
    formats: Mapping[str, int]
    channels: Mapping[str, int]
    campaigns: Mapping[str, int]
    people: Mapping[str, int]

    @classmethod
    def of(cls, lists: Lists) -> "Names":
        return cls(
            segments=_ids(lists.segments.values()),
            stages=_ids(lists.stages.values()),
            statuses={status.name: status for status in lists.statuses.values()},
            interests=_ids(lists.interests.values()),
            formats=_ids(lists.formats.values()),
            channels=_ids(lists.channels.values()),
            campaigns=_ids(lists.campaigns.values()),
            people={name: id_ for id_, name in lists.people.items()},
        )


def _ids(records: Iterable[Any]) -> dict[str, int]:
    return {record.name: record.id for record in records}


def segment(entry: Written, place: int) -> Segment:
    """Return a segment of the file, at its place in the list."""
    return Segment(**{**entry, "weight": Decimal(entry["weight"])}, id=0, uid="", position=place)


def interest(entry: Written, place: int) -> Interest:
    """Return an interest of the file, at its place in the list."""
    return Interest(**{**entry, "weight": Decimal(entry["weight"])}, id=0, uid="", position=place)


def campaign(entry: Written, place: int, days: Sequence[date]) -> Campaign:
    """Return a campaign of the file; its dates are shares of the quarter’s working days."""
    dates = {name: day_at(entry[name], days) for name in ("starts", "ends", "internal_launch", "external_launch")}
    return Campaign(**{**entry, **dates}, id=0, uid="", position=place)


def person(entry: Written) -> Person:
    """Return a person of the file, without roles, segments and expertise, which are linked."""
    plain = {name: value for name, value in entry.items() if name not in ("roles", "segments", "expertise")}
    if "readiness" in plain:
        plain["readiness"] = Readiness(plain["readiness"])
    return Person(**plain, id=0, uid="")


def created(number: int, planned: date | None, today: date) -> datetime:
    """Return a moment that fits: six weeks ahead of the day, an idea within the last three months."""
    day = planned - timedelta(days=42) if planned else today - timedelta(days=number % 13 * 7 + 1)
    return datetime.combine(min(day, today), time(9, number % 60), UTC)


def dated(entry: Written, day: date, step: Step, names: Names, settings: Settings) -> Piece:
    """Return a piece with its day, as far as its step says unless the file names a status."""
    status = names.statuses[_(entry["status"])] if "status" in entry else _status(step, names)
    precision = Precision(entry.get("precision", "day"))
    published = status.phase is Phase.PUBLISHED
    piece = _piece(entry, status, names)
    return replace(
        piece,
        planned=first_of_span(day, Precision.DAY if published else precision, settings),
        precision=Precision.DAY if published else precision,
        published_on=day if published else None,
        url=f"https://halyard.example/{entry['key']}" if published else "",
        time=time.fromisoformat(entry["time"]) if "time" in entry else None,
        review_date=day + timedelta(days=365) if piece.evergreen else None,
        exclusive_until=day + timedelta(days=entry["exclusive_days"]) if "exclusive_days" in entry else None,
    )


def idea(entry: Written, today: date, names: Names) -> Piece:
    """Return a piece without a date; what goes stale does so a while after today."""
    first = next(status for status in names.statuses.values() if status.phase is Phase.IDEA)
    status = names.statuses[_(entry["status"])] if "status" in entry else first
    stale = today + timedelta(days=entry["stale_in"]) if "stale_in" in entry else None
    return replace(_piece(entry, status, names), stale_on=stale)


def _status(step: Step, names: Names) -> Status:
    """Return the status of a step; where a team has fewer steps of production, the first of them."""
    of_phase = [status for status in names.statuses.values() if status.phase is step.phase]
    return of_phase[max(0, len(of_phase) - 1 - step.back)] if step.phase is Phase.PRODUCTION else of_phase[0]


def _piece(entry: Written, status: Status, names: Names) -> Piece:
    tag = Tag.AGREED if status.phase in AGREED else Tag.PROPOSED
    return Piece(
        id=0,
        uid="",
        status_id=status.id,
        kind=Kind(entry["kind"]) if "kind" in entry else None,
        stage_id=names.stages[_(entry["stage"])] if "stage" in entry else None,
        further_stage_ids=tuple(names.stages[_(name)] for name in entry.get("further_stages", ())),
        segment_ids=tuple(names.segments[name] for name in entry.get("segments", ())),
        interest_id=names.interests[entry["interest"]] if "interest" in entry else None,
        further_interest_ids=tuple(names.interests[name] for name in entry.get("further_interests", ())),
        format_id=names.formats[_(entry["format"])] if "format" in entry else None,
        channel_id=names.channels[_(entry["channel"])] if "channel" in entry else None,
        campaign_id=names.campaigns[entry["campaign"]] if "campaign" in entry else None,
        author_ids=tuple(names.people[name] for name in entry.get("authors", ())),
        lead=Lead(entry["lead"]) if "lead" in entry else None,
        timely=entry.get("timely", False),
        evergreen=entry.get("evergreen", False),
        tag=Tag(entry.get("tag", tag)),
        links=tuple(Link(**written) for written in entry.get("links", ())),
        **{name: entry[name] for name in PLAIN if name in entry},
    )
