"""The sample workspace of a first start: a believable quarter and a half around any today, with things to mend."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from editorial.domain.period import Period, quarter_of
from editorial.domain.records import Piece, Settings
from editorial.domain.vocabulary import (
    AssignmentRole,
    AssignmentStatus,
    PersonRole,
    Phase,
)
from editorial.domain.workdays import work_calendar
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services import sample_records as records
from editorial.services.sample_agreement import add_agreement
from editorial.services.sample_content import Content, Written, content
from editorial.services.sample_days import notes, placed, steps, working_days
from editorial.services.sample_planning import add_planning
from editorial.services.sample_records import Names
from editorial.store.lists import read_lists, read_settings
from editorial.store.seeding import is_empty, link, next_id, seed, set_settings
from editorial.store.workspace import Workspace

DELIVERY = {Phase.PUBLISHED: AssignmentStatus.DELIVERED, Phase.READY: AssignmentStatus.DELIVERED}
DELIVERY |= {Phase.PRODUCTION: AssignmentStatus.ACCEPTED}

LINKED = (
    ("piece_segment", "segment_id", "segment_ids"),
    ("piece_stage", "stage_id", "further_stage_ids"),
    ("piece_interest", "interest_id", "further_interest_ids"),
)
"""What a piece has several of: table, column and attribute."""


def make_sample(workspace: Workspace, today: date) -> None:
    """Fill a new workspace with the sample, as one change. Raises RuleBroken where it holds anything already.

    Holidays are those of the workspace's country; where it has none, of the sample's.
    """
    written = content()
    with workspace.change(_("Sample workspace")) as session:
        connection = session.connection()
        if not is_empty(connection, ("piece", "segment", "interest", "person", "campaign")):
            raise RuleBroken(_("The sample goes into a new workspace only; this one is in use."))
        lists = written.lists
        known = bool(read_settings(connection).country)
        country = {} if known else {"country": lists["country"], "subdivision": lists["subdivision"]}
        set_settings(connection, name=lists["name"], sample=True, **country)
        settings = read_settings(connection)
        quarter = quarter_of(today, settings)
        _add_lists(connection, written, quarter, settings)
        keys = _add_pieces(connection, written, today, settings)
        add_agreement(connection, today)
        add_planning(connection, keys, today)


def _add_lists(connection: Any, written: Content, quarter: Period, settings: Settings) -> None:
    lists = written.lists
    segments = [records.segment(entry, place) for place, entry in enumerate(lists["segments"])]
    interests = [records.interest(entry, place) for place, entry in enumerate(lists["interests"])]
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
    seed(
        connection, "campaign", [records.campaign(entry, place, days) for place, entry in enumerate(lists["campaigns"])]
    )
    seed(connection, "day_note", notes(written, quarter, settings))


def _add_people(
    connection: Any, entries: Sequence[Written], segments: Mapping[str, int], interests: Mapping[str, int]
) -> None:
    ids = seed(connection, "person", [records.person(entry) for entry in entries])
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


def _add_pieces(connection: Any, written: Content, today: date, settings: Settings) -> Mapping[str, int]:
    """Add the pieces and return their ids by the key they are written under."""
    names = Names.of(read_lists(connection))
    entries, pieces = _pieces(written, today, names, settings)
    keys = {entry["key"]: number for number, entry in enumerate(entries, start=next_id(connection, "piece"))}
    owners = [names.people[entry["name"]] for entry in written.lists["people"] if "editor" in entry["roles"]]
    whole = [
        replace(
            piece,
            created=records.created(number, piece.planned, today),
            owner_id=owners[number % len(owners)],
            made_from_id=keys.get(entry.get("made_from", "")),
            companion_id=keys.get(entry.get("companion", "")),
            next_piece_id=keys.get(entry.get("next_piece", "")),
        )
        for number, (entry, piece) in enumerate(zip(entries, pieces, strict=True))
    ]
    _link_pieces(connection, seed(connection, "piece", whole), whole, names)
    return keys


def _pieces(written: Content, today: date, names: Names, settings: Settings) -> tuple[list[Written], list[Piece]]:
    """Return what is written of every piece beside the piece it becomes: dated ones in order, then ideas."""
    on_days = placed(written, today, settings)
    far = steps([day for _entry, day in on_days], today)
    pieces = [records.dated(entry, day, step, names, settings) for (entry, day), step in zip(on_days, far, strict=True)]
    pieces += [records.idea(entry, today, names) for entry in written.ideas]
    return [*(entry for entry, _day in on_days), *written.ideas], pieces


def _link_pieces(connection: Any, ids: Sequence[int], pieces: Sequence[Piece], names: Names) -> None:
    listed = list(zip(ids, pieces, strict=True))
    for table, other, several in LINKED:
        rows = [
            {"piece_id": id_, other: linked, "position": place}
            for id_, piece in listed
            for place, linked in enumerate(getattr(piece, several))
        ]
        link(connection, table, rows)
    phases = {status.id: status.phase for status in names.statuses.values()}
    link(connection, "assignment", [row for id_, piece in listed for row in _authors(id_, piece, phases)])
    links = [
        {"piece_id": id_, "position": place, "title": one.title, "address": one.address}
        for id_, piece in listed
        for place, one in enumerate(piece.links)
    ]
    link(connection, "piece_link", links)


def _authors(id_: int, piece: Piece, phases: Mapping[int, Phase]) -> Iterator[dict[str, Any]]:
    status = DELIVERY.get(phases[piece.status_id], AssignmentStatus.PROPOSED).value
    for place, person in enumerate(piece.author_ids):
        role = AssignmentRole.AUTHOR.value
        yield {"piece_id": id_, "person_id": person, "role": role, "position": place, "status": status}
