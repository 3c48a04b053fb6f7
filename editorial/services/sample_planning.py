"""What the sample plans with: task templates, slots, interviews, field notes, a request and a session."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from editorial.domain.planning_records import SlotException
from editorial.domain.records import Away, Entry, Evidence, Step
from editorial.domain.slot_rules import WEEKDAYS, rule_days
from editorial.domain.vocabulary import (
    AssignmentRole,
    AssignmentStatus,
    EvidenceKind,
    InterviewStatus,
    Kind,
    Phase,
    RequestOutcome,
)
from editorial.domain.workdays import WorkCalendar, shift_working_days, work_calendar
from editorial.language import _
from editorial.locations import resources
from editorial.services.sample_content import Written
from editorial.services.sample_records import Names
from editorial.services.sample_voices import add_voices
from editorial.services.tasks import follow
from editorial.store.assignments import insert_assignment
from editorial.store.entries import entries_between
from editorial.store.list_edits import insert_entry, update_entry
from editorial.store.lists import read_lists
from editorial.store.pieces import set_fields
from editorial.store.seeding import accept_assignments
from editorial.store.tasks import tasks_of, write_task

_DAY = timedelta(days=1)
BEFORE, AFTER = timedelta(weeks=4), timedelta(weeks=30)
"""How long before today the slots began, and how long after it they go on."""
WAITING = 3
"""How many of the next pieces in production wait for a task whose day is past."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What everything is placed by."""

    connection: Any
    written: Written
    keys: Mapping[str, int]
    names: Names
    today: date
    calendar: WorkCalendar

    def day(self, working_days: int) -> date:
        return shift_working_days(self.today, working_days, self.calendar)


def add_planning(connection: Any, keys: Mapping[str, int], today: date) -> None:
    """Add it all to the sample's pieces; `keys` holds their ids by key."""
    written = tomllib.loads((resources() / "sample" / "planning.toml").read_text(encoding="utf-8"))
    lists = read_lists(connection)
    scene = _Scene(connection, written, keys, Names.of(lists), today, work_calendar(lists.settings, lists.notes))
    ahead = entries_between(connection, today, today + AFTER)
    _templates(scene)
    _slots(scene, ahead)
    _tasks(scene, [entry for entry in ahead if lists.phase(entry.status_id) is Phase.PRODUCTION], ahead)
    _away(scene)
    interviews = [_interview(scene, entry) for entry in written["interviews"]]
    notes = [_field_note(scene, entry) for entry in written["field_notes"]]
    for entry in written["requests"]:
        _request(scene, entry)
    _ideas(scene, interviews, notes)
    for entry in written["asked"]:
        _asked(scene, entry)
    by_name = {entry["name"]: id_ for entry, id_ in zip(written["interviews"], interviews, strict=True)}
    add_voices(connection, scene.names, by_name, keys, today)


def _templates(scene: _Scene) -> None:
    for entry in scene.written["templates"]:
        steps = tuple(_step(step) for step in entry["steps"])
        for name in entry["formats"]:
            update_entry(scene.connection, "format", scene.names.formats[_(name)], {"steps": steps})


def _step(entry: Written) -> Step:
    role = AssignmentRole(entry["role"]) if "role" in entry else None
    return Step(name=entry["name"], role=role, offset=entry["offset"], hours=Decimal(entry["hours"]))


def _slots(scene: _Scene, ahead: Sequence[Entry]) -> None:
    for entry in scene.written["slots"]:
        format_id = scene.names.formats[_(entry["format"])]
        filling = next((one for one in ahead if one.format_id == format_id and _fills(one)), None)
        day = filling.day if filling and filling.day else scene.today
        fields = _slot(scene, entry, day)
        slot_id = insert_entry(scene.connection, "slot", {"name": entry["name"], **fields})
        if "weeks" in entry and filling is not None:
            settings = read_lists(scene.connection).settings
            set_fields(scene.connection, [filling.id], {"slot_id": slot_id}, settings)


def _fills(entry: Entry) -> bool:
    return not entry.published and entry.precision == "day"


def _slot(scene: _Scene, entry: Written, day: date) -> dict[str, Any]:
    """Return a slot's fields; one that is written by weeks stands on the day that fills it."""
    weeks = entry.get("weeks", 1)
    before = BEFORE.days // (7 * weeks) * timedelta(weeks=weeks)
    first = day - before if "weeks" in entry else scene.today - BEFORE
    rule = entry.get("rule") or f"FREQ=WEEKLY;INTERVAL={weeks};BYDAY={WEEKDAYS[day.weekday()]}"
    fields: dict[str, Any] = {
        "rule": rule,
        "first": first,
        "last": scene.today + AFTER,
        "format_id": scene.names.formats[_(entry["format"])],
        "channel_id": scene.names.channels[_(entry["channel"])],
        "kind": Kind(entry["kind"]) if "kind" in entry else None,
        "time": time.fromisoformat(entry["time"]) if "time" in entry else None,
        "timely": entry.get("timely", False),
        "fallback_id": scene.keys.get(entry.get("fallback", "")),
        "notes": entry.get("notes", ""),
    }
    if rule.startswith("FREQ=MONTHLY"):
        coming = rule_days(rule, first, scene.today + _DAY, scene.today + AFTER)
        fields["exceptions"] = (SlotException(day=coming[1], moved_to=coming[1] + _DAY),)
    return fields


def _tasks(scene: _Scene, production: Sequence[Entry], ahead: Sequence[Entry]) -> None:
    """Give the pieces ahead their tasks: what was due is done, but for the last of it where pieces wait."""
    ids = [entry.id for entry in ahead]
    follow(scene.connection, ids, {}, since=scene.today)
    found = tasks_of(scene.connection, ids)
    past = {
        id_: [task for task in tasks if task.due is not None and task.due < scene.today] for id_, tasks in found.items()
    }
    waiting = [entry.id for entry in production if past.get(entry.id)][:WAITING]
    for piece_id, due in past.items():
        for task in due[:-1] if piece_id in waiting else due:
            write_task(scene.connection, task.id, {"done_on": task.due})


def _away(scene: _Scene) -> None:
    for entry in scene.written["away"]:
        away = Away(first=scene.day(entry["first"]), last=scene.day(entry["last"]), reason=entry["reason"])
        update_entry(scene.connection, "person", scene.names.people[entry["person"]], {"away": (away,)})


def _interview(scene: _Scene, entry: Written) -> int:
    fields = {
        "name": entry["name"],
        "person_ids": _people(scene, entry["people"]),
        "interviewer_id": scene.names.people[entry["interviewer"]],
        "asked_on": scene.day(entry["asked"]),
        "day": scene.day(entry["at"]) if "at" in entry else None,
        "time": time.fromisoformat(entry["time"]) if "time" in entry else None,
        "status": InterviewStatus(entry["status"]),
        "piece_ids": [scene.keys[key] for key in entry.get("pieces", ())],
        **({"minutes": entry["minutes"]} if "minutes" in entry else {}),
        **{name: entry.get(name, "").strip() for name in ("place", "questions", "notes")},
    }
    return insert_entry(scene.connection, "interview", fields)


def _asked(scene: _Scene, entry: Written) -> None:
    """Ask somebody for something: they have not answered yet."""
    key = scene.keys[entry["piece"]], scene.names.people[entry["person"]], AssignmentRole(entry["role"])
    fields = {
        "due": scene.day(entry["due"]),
        "hours": Decimal(entry["hours"]) if "hours" in entry else None,
        "note": entry["note"],
        "asked_on": scene.day(-1),
        "status": AssignmentStatus.PROPOSED,
    }
    insert_assignment(scene.connection, key, fields)


def _people(scene: _Scene, names: Sequence[str]) -> list[int]:
    return [scene.names.people[name] for name in names]


def _field_note(scene: _Scene, entry: Written) -> int:
    fields = {
        "name": entry["name"],
        "day": scene.today - entry["ago"] * _DAY,
        "person_id": scene.names.people[entry["person"]],
        "segment_id": scene.names.segments[entry["segment"]],
        "interest_id": scene.names.interests[entry["interest"]],
        "piece_id": scene.keys.get(entry.get("piece", "")),
        "done": entry.get("done", ""),
    }
    return insert_entry(scene.connection, "field_note", fields)


def _request(scene: _Scene, entry: Written) -> None:
    fields = {
        "name": entry["name"],
        "day": scene.today - entry["ago"] * _DAY,
        "asked_by": entry["asked_by"],
        "wanted_on": scene.day(entry["wanted_in"]) if "wanted_in" in entry else None,
        "segment_id": scene.names.segments.get(entry.get("segment", "")),
        "interest_id": scene.names.interests.get(entry.get("interest", "")),
        "outcome": RequestOutcome(entry.get("outcome", "open")),
        "reply": entry.get("reply", ""),
        "answered_on": scene.today - entry["answered"] * _DAY if "answered" in entry else None,
        "notes": entry.get("notes", ""),
    }
    insert_entry(scene.connection, "request", fields)


def _ideas(scene: _Scene, interviews: Sequence[int], notes: Sequence[int]) -> None:
    """Say where ideas come from, what they rest on, and who said yes to them."""
    settings = read_lists(scene.connection).settings
    for entry in scene.written["sessions"]:
        fields = {name: entry[name] for name in ("name", "decisions", "notes")}
        fields |= {"day": scene.day(entry["at"]), "person_ids": _people(scene, entry["people"])}
        session = insert_entry(scene.connection, "planning_session", fields)
        for given in scene.written["given"]:
            source = {"session_id": session, "given_by_id": scene.names.people[given["person"]]}
            quality = {"quality": given["quality"]} if "quality" in given else {}
            set_fields(scene.connection, [scene.keys[given["piece"]]], {**source, **quality}, settings)
    for key, evidence in _evidence(scene.written["evidence"], interviews, notes).items():
        set_fields(scene.connection, [scene.keys[key]], {"evidence": tuple(evidence)}, settings)
    accept_assignments(scene.connection, [scene.keys[key] for key in scene.written["accepted"]["pieces"]])


def _evidence(entries: Sequence[Written], interviews: Sequence[int], notes: Sequence[int]) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = {}
    for entry in entries:
        one = Evidence(
            kind=EvidenceKind(entry["kind"]),
            text=entry.get("text", ""),
            address=entry.get("address", ""),
            interview_id=interviews[entry["interview"]] if "interview" in entry else None,
            field_note_id=notes[entry["note"]] if "note" in entry else None,
        )
        found.setdefault(entry["piece"], []).append(one)
    return found
