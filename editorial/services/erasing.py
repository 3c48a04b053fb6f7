"""Erasing a person: their name and address go from everywhere, the journal included; it cannot be taken back."""

from dataclasses import dataclass
from pathlib import Path

from editorial.domain.erasing import scrubbing, traces
from editorial.domain.records import Person
from editorial.errors import RuleBroken
from editorial.language import _, ngettext
from editorial.services.backups import list_backups
from editorial.store import erasing as stored
from editorial.store.list_edits import uses
from editorial.store.lists import read_list
from editorial.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class BeforeErasing:
    """What is said before a person is erased."""

    person: Person
    text: str
    backups: tuple[Path, ...]
    """Copies of the workspace that still hold the name."""


def before_erasing(workspace: Workspace, person_id: int) -> BeforeErasing:
    """Return what erasing a person means, to be said before. Raises RuleBroken where they are gone."""
    with workspace.read() as connection:
        person = _person(read_list(connection, "person", [person_id]), person_id)
        used = uses(connection, "person", person_id).total
    backups = tuple(backup.path for backup in list_backups(workspace.path))
    parts = [
        _(
            "The name and e-mail address of {name} are replaced everywhere, in the history too. This cannot be undone."
        ).format(name=person.name),
        _("Where only their first or last name was written it stays."),
    ]
    if used:
        said = ngettext(
            "{n} record keeps what was given, under no name.", "{n} records keep what was given, under no name.", used
        )
        parts.append(said.format(n=used))
    if backups:
        said = ngettext(
            "{n} backup made before still holds the name.", "{n} backups made before still hold the name.", len(backups)
        )
        parts.append(said.format(n=len(backups)))
    return BeforeErasing(person, " ".join(parts), backups)


def erase(workspace: Workspace, person_id: int) -> None:
    """Replace a person's name and e-mail address everywhere, the journal and the search index included.

    What they gave stays where it is, under no name. It cannot be undone, and changes made before bring nothing of it
    back. Raises RuleBroken where the person is gone.
    """
    placeholder = erased_name()
    with workspace.change(_("Erase a person")) as session:
        connection = session.connection()
        people = read_list(connection, "person")
        person = _person(people, person_id)
        others = [one.name for one in people.values() if one.id != person_id]
        names = {person.name, *stored.former(connection, person_id, "name")}
        emails = {person.email, *stored.former(connection, person_id, "email")} - {""}
        scrub = scrubbing(names, emails, others, placeholder)
        stored.forget_person(connection, person_id, placeholder)
        stored.scrub_records(connection, scrub, [trace for one in (*names, *emails) for trace in traces(one)])
        stored.scrub_journal(connection, person_id, scrub, placeholder)
        stored.make_final(connection, workspace.open_change)
    stored.wipe_free_space(workspace)


def erased_name() -> str:
    """Return what stands where the name of an erased person stood."""
    return _("Erased person")


def _person(people: dict[int, Person], person_id: int) -> Person:
    if person_id not in people:
        raise RuleBroken(_("This person is no longer there."))
    return people[person_id]
