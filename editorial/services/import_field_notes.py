"""Looking at drafts of field notes beside the notes there are, and writing those that are new."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from editorial.domain.drafts import Draft, Drafts, Refusal
from editorial.domain.imports import Preview
from editorial.domain.matching import title_key
from editorial.domain.planning_records import FieldNote
from editorial.domain.records import Lists
from editorial.domain.vocabulary import PersonRole
from editorial.language import _
from editorial.services.import_names import Names
from editorial.store import list_edits
from editorial.store.importing import Connection, Report, unheard
from editorial.store.lists import read_list

LISTED = (("person", "people"), ("segment", "segments"), ("interest", "interests"))
"""The fields that name an entry of a list, and the list."""


def preview_notes(connection: Connection, lists: Lists, drafts: Drafts, today: date, as_of: int) -> Preview:
    """Find out which rows are new: the same words of the same day are one note, without a day those of any day.

    A name that two people bear is refused; names the lists do not have are noted as created.
    """
    taken, refused = _without_doubtful(drafts, lists)
    new, unchanged = _compared(taken, read_list(connection, "field_note").values())
    names = Names.of(lists)
    spelt = tuple(Draft(row.line, _spelt(row, names)) for row in new)
    return Preview(
        kind=drafts.kind,
        read=drafts.read,
        new=spelt,
        changed=(),
        unchanged=unchanged,
        refused=tuple(sorted((*drafts.refused, *refused), key=lambda one: one.line)),
        created=names.all_created(),
        questions=drafts.questions,
        mapping=drafts.mapping,
        ignored=drafts.ignored,
        notes=drafts.notes,
        today=today,
        as_of=as_of,
    )


def write_notes(connection: Connection, lists: Lists, preview: Preview, report: Report = unheard) -> None:
    """Write the new notes with everything they name, inside the change that is open."""
    ids = {
        "person": {title_key(name): id_ for id_, name in lists.people.items()},
        "segment": {title_key(one.name): id_ for id_, one in lists.segments.items()},
        "interest": {title_key(one.name): id_ for id_, one in lists.interests.items()},
    }
    for kind, listed in LISTED:
        more = {"roles": frozenset({PersonRole.SALESPERSON})} if kind == "person" else {}
        for name in preview.created[listed]:
            ids[kind][title_key(name)] = list_edits.insert_entry(connection, kind, {"name": name, **more})
    for done, row in enumerate(preview.new, start=1):
        values: dict[str, Any] = {"day": preview.today, **row.values}
        for kind, _listed in LISTED:
            if name := values.pop(kind, ""):
                values[f"{kind}_id"] = ids[kind][title_key(name)]
        list_edits.insert_entry(connection, "field_note", values)
        report(done / len(preview.new))


def _spelt(row: Draft, names: Names) -> dict[str, Any]:
    """Return the values of a row with names as the workspace spells them."""
    values = dict(row.values)
    for kind, listed in LISTED:
        if name := values.get(kind):
            values[kind] = names.take_one(listed, name)
    return values


def _without_doubtful(drafts: Drafts, lists: Lists) -> tuple[list[Draft], list[Refusal]]:
    """Part the rows whose person could be one of several from the others."""
    bearers = Counter(title_key(name) for name in lists.people.values())
    taken, refused = [], []
    for row in drafts.rows:
        person = row.values.get("person", "")
        if bearers[title_key(person)] > 1:
            column = drafts.mapping.get("person", "person")
            refused.append(Refusal(row.line, column, person, _("several people bear this name")))
        else:
            taken.append(row)
    return taken, refused


def _compared(rows: Iterable[Draft], present: Iterable[FieldNote]) -> tuple[list[Draft], int]:
    """Return the rows that are new, and how many are there already."""
    days: dict[str, set[date | None]] = {}
    for note in present:
        days.setdefault(title_key(note.name), set()).add(note.day)
    new: list[Draft] = []
    unchanged = 0
    for row in rows:
        there, day = days.setdefault(title_key(row.values["name"]), set()), row.values.get("day")
        if day in there or (day is None and there):
            unchanged += 1
        else:
            new.append(row)
            there.add(day)
    return new, unchanged
