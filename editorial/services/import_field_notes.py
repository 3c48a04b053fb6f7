"""Looking at drafts of field notes beside the notes there are, and writing those that are new."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from editorial.domain.drafts import Draft, Drafts, Refusal
from editorial.domain.imports import Preview
from editorial.domain.matching import repeat, title_key
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


class Heard(NamedTuple):
    """What makes two notes one, names as they are compared."""

    words: str
    day: date | None
    person: str
    account: str


def preview_notes(connection: Connection, lists: Lists, drafts: Drafts, today: date, as_of: int) -> Preview:
    """Find out which rows are new: the same words of the same day from the same person and account are one note.

    A cell that is blank agrees with any. A row that repeats another is refused, and a name that two people bear; names
    the lists do not have are noted as created.
    """
    certain, doubtful = _without_doubtful(drafts, lists)
    taken, repeats = _without_repeats(certain)
    new, unchanged = _compared(taken, read_list(connection, "field_note").values(), lists)
    names = Names.of(lists)
    spelt = tuple(Draft(row.line, _spelt(row, names)) for row in new)
    return Preview(
        kind=drafts.kind,
        read=drafts.read,
        new=spelt,
        changed=(),
        unchanged=unchanged,
        refused=tuple(sorted((*drafts.refused, *doubtful, *repeats), key=lambda one: one.line)),
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


def _without_repeats(rows: Iterable[Draft]) -> tuple[list[Draft], list[Refusal]]:
    """Part the rows that say the same as an earlier one, of the same day and from the same, from the others."""
    first: dict[Heard, Draft] = {}
    taken, refused = [], []
    for row in rows:
        values = row.values
        heard = Heard(title_key(values["name"]), values.get("day"), *_from_whom(values))
        if (earlier := first.setdefault(heard, row)) is row:
            taken.append(row)
        else:
            refused.append(repeat(row, earlier, "name"))
    return taken, refused


def _compared(rows: Iterable[Draft], present: Iterable[FieldNote], lists: Lists) -> tuple[list[Draft], int]:
    """Return the rows that are new, and how many are there already."""
    there: dict[str, list[Heard]] = {}
    for note in present:
        person = title_key(lists.people.get(note.person_id or 0, ""))
        heard = Heard(title_key(note.name), note.day, person, title_key(note.account))
        there.setdefault(heard.words, []).append(heard)
    new: list[Draft] = []
    unchanged = 0
    for row in rows:
        day, (person, account) = row.values.get("day"), _from_whom(row.values)
        if any(
            day in (None, one.day) and person in ("", one.person) and account in ("", one.account)
            for one in there.get(title_key(row.values["name"]), ())
        ):
            unchanged += 1
        else:
            new.append(row)
    return new, unchanged


def _from_whom(values: Mapping[str, Any]) -> tuple[str, str]:
    """Return the person and the account of a row, as names are compared."""
    return title_key(values.get("person") or ""), title_key(values.get("account") or "")
