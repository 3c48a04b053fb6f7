"""What people said and asked in the sample: quotes, questions, answer cards and tips."""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from editorial.domain.people_records import CardSource
from editorial.domain.vocabulary import Clearance
from editorial.locations import resources
from editorial.services.sample_records import Names
from editorial.store.list_edits import insert_entry

Written = Mapping[str, Any]


def add_voices(
    connection: Any, names: Names, interviews: Mapping[str, int], keys: Mapping[str, int], today: date
) -> None:
    """Add it all; `interviews` holds their ids by name, `keys` those of the pieces by key."""
    written = tomllib.loads((resources() / "sample" / "voices.toml").read_text(encoding="utf-8"))
    for entry in written["quotes"]:
        insert_entry(connection, "quote", _quote(entry, names, interviews, keys, today))
    for kind, word in (("question", "questions"), ("answer_card", "cards"), ("tip", "tips")):
        for entry in written[word]:
            made = insert_entry(connection, kind, _told(entry, names, keys, today))
            for reply in entry.get("replies", ()):
                insert_entry(connection, "field_note", _reply(reply, entry, made, names, today))


def _quote(
    entry: Written, names: Names, interviews: Mapping[str, int], keys: Mapping[str, int], today: date
) -> dict[str, Any]:
    clearance = Clearance(entry["clearance"])
    asked = today - timedelta(days=4) if clearance is not Clearance.NOT_ASKED else None
    return {
        "name": entry["text"],
        "person_id": names.people[entry["person"]],
        "interview_id": interviews[entry["interview"]],
        "clearance": clearance,
        "asked_on": asked,
        "answered_on": today - timedelta(days=2) if clearance is Clearance.CLEARED else None,
        "piece_ids": [keys[key] for key in entry.get("pieces", ())],
    }


def _told(entry: Written, names: Names, keys: Mapping[str, int], today: date) -> dict[str, Any]:
    """Return a question, a card or a tip; what it does not have is left out."""
    fields = {name: entry[name] for name in ("name", "asks", "votes", "situation", "failed", "proof") if name in entry}
    fields |= {"day": today - timedelta(days=entry["ago"]), "segment_id": names.segments[entry["segment"]]}
    if "interest" in entry:
        fields["interest_id"] = names.interests[entry["interest"]]
    if "pieces" in entry:
        fields["piece_ids"] = [keys[key] for key in entry["pieces"]]
    if "sources" in entry:
        fields["sources"] = tuple(CardSource(**source) for source in entry["sources"])
    for name, days in (("expires", "expires_in"), ("due", "due_in")):
        if days in entry:
            fields[name] = today + timedelta(days=entry[days])
    return fields


def _reply(entry: Written, question: Written, question_id: int, names: Names, today: date) -> dict[str, Any]:
    """Return a field note that replies to a call for stories."""
    return {
        "name": entry["text"],
        "day": today - timedelta(days=entry["ago"]),
        "person_id": names.people[entry["person"]],
        "segment_id": names.segments[question["segment"]],
        "interest_id": names.interests[question["interest"]],
        "account": entry["account"],
        "question_id": question_id,
    }
