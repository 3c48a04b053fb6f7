"""The sample workspace of a first start: a believable quarter and a half around any today, with things to mend."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from editorial.domain.period import Period, first_of_span, quarter_of
from editorial.domain.records import Campaign, Interest, Link, Lists, Person, Piece, Segment, Settings, Status
from editorial.domain.vocabulary import (
    AssignmentRole,
    AssignmentStatus,
    Kind,
    Lead,
    PersonRole,
    Phase,
    Precision,
    Readiness,
    Tag,
)
from editorial.domain.workdays import work_calendar
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services.sample_content import Content, Written, content
from editorial.services.sample_days import Step, day_at, notes, placed, steps, working_days
from editorial.store.lists import read_lists
from editorial.store.seeding import is_empty, link, next_id, seed, set_settings
from editorial.store.workspace import Workspace

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

DELIVERY = {Phase.PUBLISHED: AssignmentStatus.DELIVERED, Phase.READY: AssignmentStatus.DELIVERED}
DELIVERY |= {Phase.PRODUCTION: AssignmentStatus.ACCEPTED}


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


def make_sample(workspace: Workspace, today: date) -> None:
    """Fill a new workspace with the sample, as one change. Raises RuleBroken where it holds anything already."""
    written = content()
    with workspace.change(_("Sample workspace")) as session:
        connection = session.connection()
        if not is_empty(connection, ("piece", "segment", "interest", "person", "campaign")):
            raise RuleBroken(_("The sample goes into a new workspace only; this one is in use."))
        lists = written.lists
        country = {"country": lists["country"], "subdivision": lists["subdivision"]}
        set_settings(connection, name=lists["name"], sample=True, **country)
        settings = replace(read_lists(connection).settings, **country)
        quarter = quarter_of(today, settings)
        _add_lists(connection, written, quarter, settings)
        _add_pieces(connection, written, today, settings)


def _add_lists(connection: Any, written: Content, quarter: Period, settings: Settings) -> None:
    lists = written.lists
    segments = [_segment(entry, place) for place, entry in enumerate(lists["segments"])]
    interests = [_interest(entry, place) for place, entry in enumerate(lists["interests"])]
    of_segment = dict(zip((one.name for one in segments), seed(connection, "segment", segments), strict=True))
    of_interest = dict(zip((one.name for one in interests), seed(connection, "interest", interests), strict=True))
    stages = Names.of(read_lists(connection)).stages
    targets = [
        {"segment_id": of_segment[segment], "stage_id": stages[_(stage)], "target": n}
        for segment, row in lists["targets"].items()
        for stage, n in row.items()
    ]
    link(connection, "target", targets)
    _add_people(connection, lists["people"], of_segment, of_interest)
    days = working_days(quarter, work_calendar(settings))
    seed(connection, "campaign", [_campaign(entry, place, days) for place, entry in enumerate(lists["campaigns"])])
    seed(connection, "day_note", notes(written, quarter, settings))


def _segment(entry: Written, place: int) -> Segment:
    return Segment(**{**entry, "weight": Decimal(entry["weight"])}, id=0, uid="", position=place)


def _interest(entry: Written, place: int) -> Interest:
    return Interest(**{**entry, "weight": Decimal(entry["weight"])}, id=0, uid="", position=place)


def _campaign(entry: Written, place: int, days: Sequence[date]) -> Campaign:
    dates = {name: day_at(entry[name], days) for name in ("starts", "ends", "internal_launch", "external_launch")}
    return Campaign(**{**entry, **dates}, id=0, uid="", position=place)


def _add_people(
    connection: Any, entries: Sequence[Written], segments: Mapping[str, int], interests: Mapping[str, int]
) -> None:
    ids = seed(connection, "person", [_person(entry) for entry in entries])
    listed = list(zip(ids, entries, strict=True))
    link(
        connection,
        "person_role",
        [{"person_id": id_, "role": PersonRole(role).value} for id_, entry in listed for role in entry["roles"]],
    )
    link(
        connection,
        "person_segment",
        [{"person_id": id_, "segment_id": segments[n]} for id_, entry in listed for n in entry.get("segments", ())],
    )
    link(
        connection,
        "person_interest",
        [{"person_id": id_, "interest_id": interests[n]} for id_, entry in listed for n in entry.get("expertise", ())],
    )


def _person(entry: Written) -> Person:
    plain = {name: value for name, value in entry.items() if name not in ("roles", "segments", "expertise")}
    if "readiness" in plain:
        plain["readiness"] = Readiness(plain["readiness"])
    return Person(**plain, id=0, uid="")


def _add_pieces(connection: Any, written: Content, today: date, settings: Settings) -> None:
    names = Names.of(read_lists(connection))
    dated = placed(written, today, settings)
    of_step = steps([day for _entry, day in dated], today)
    pieces = [_dated(entry, day, step, names, settings) for (entry, day), step in zip(dated, of_step, strict=True)] + [
        _idea(entry, today, names) for entry in written.ideas
    ]
    entries = [entry for entry, _day in dated] + list(written.ideas)
    keys = {entry["key"]: number for number, entry in enumerate(entries, start=next_id(connection, "piece"))}
    owners = [names.people["Nora Whitfield"], names.people["Daniel Achterberg"]]
    whole = [
        replace(
            piece,
            created=_created(number, piece.planned, today),
            owner_id=owners[number % len(owners)],
            made_from_id=keys.get(entry.get("made_from", "")),
            companion_id=keys.get(entry.get("companion", "")),
            next_piece_id=keys.get(entry.get("next_piece", "")),
        )
        for number, (entry, piece) in enumerate(zip(entries, pieces, strict=True))
    ]
    _link_pieces(connection, seed(connection, "piece", whole), whole, names)


def _created(number: int, planned: date | None, today: date) -> datetime:
    """Return a moment that fits: six weeks ahead of the day, an idea within the last three months."""
    day = planned - timedelta(days=42) if planned else today - timedelta(days=number % 13 * 7 + 1)
    return datetime.combine(min(day, today), time(9, number % 60), UTC)


def _dated(entry: Written, day: date, step: Step, names: Names, settings: Settings) -> Piece:
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


def _idea(entry: Written, today: date, names: Names) -> Piece:
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


def _link_pieces(connection: Any, ids: Sequence[int], pieces: Sequence[Piece], names: Names) -> None:
    phases = {status.id: status.phase for status in names.statuses.values()}
    listed = list(zip(ids, pieces, strict=True))
    for table, other, several in (
        ("piece_segment", "segment_id", "segment_ids"),
        ("piece_stage", "stage_id", "further_stage_ids"),
        ("piece_interest", "interest_id", "further_interest_ids"),
    ):
        rows = [
            {"piece_id": id_, other: linked, "position": place}
            for id_, piece in listed
            for place, linked in enumerate(getattr(piece, several))
        ]
        link(connection, table, rows)
    authors = [
        {
            "piece_id": id_,
            "person_id": person,
            "role": AssignmentRole.AUTHOR.value,
            "position": place,
            "status": DELIVERY.get(phases[piece.status_id], AssignmentStatus.PROPOSED).value,
        }
        for id_, piece in listed
        for place, person in enumerate(piece.author_ids)
    ]
    link(connection, "assignment", authors)
    links = [
        {"piece_id": id_, "position": place, "title": one.title, "address": one.address}
        for id_, piece in listed
        for place, one in enumerate(piece.links)
    ]
    link(connection, "piece_link", links)
