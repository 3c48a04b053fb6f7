"""What evidence can rest on in this workspace: its interviews and field notes by name."""

from collections.abc import Mapping
from datetime import date

from editorial.domain.planning_records import FieldNote, Interview
from editorial.domain.records import Person
from editorial.domain.spoken import spoken_day
from editorial.store.lists import name_of, read_list
from editorial.store.workspace import Workspace


def choices(workspace: Workspace, kind: str) -> list[tuple[int, str]]:
    """Return the records of a kind, interview or field_note, with a line that tells one from another, newest first."""
    with workspace.read() as connection:
        found = read_list(connection, kind).values()
        people: Mapping[int, Person] = read_list(connection, "person")
    newest = sorted(found, key=lambda one: (one.day or date.max, one.id), reverse=True)
    return [(one.id, _line(one, people)) for one in newest]


def name(workspace: Workspace, kind: str, record_id: int) -> str:
    """Return the name of a record; nothing where it is gone."""
    with workspace.read() as connection:
        return name_of(connection, kind, record_id)


def _line(one: Interview | FieldNote, people: Mapping[int, Person]) -> str:
    asked = one.person_ids if isinstance(one, Interview) else (one.person_id or 0,)
    names = ", ".join(people[id_].name for id_ in asked if id_ in people)
    account = one.account if isinstance(one, FieldNote) else ""
    told = (" ".join(one.name.split()), names, account, spoken_day(one.day) if one.day else "")
    return " · ".join(part for part in told if part)
