"""The person somebody means: by id, e-mail address or name."""

from editorial.domain.records import Person
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.store.lists import read_people
from editorial.store.workspace import Workspace


def person_named(workspace: Workspace, who: str) -> Person:
    """Return the person of an id, an e-mail address or a name, letter case aside.

    Raises RuleBroken where there is nobody, or where several share that name.
    """
    wanted = who.strip().casefold()
    with workspace.read() as connection:
        people = read_people(connection)
    for names in (lambda one: (one.uid, one.outside_id, one.email), lambda one: (one.name,)):
        found = [one for one in people if wanted and wanted in (name.strip().casefold() for name in names(one))]
        if len(found) == 1:
            return found[0]
        if found:
            raise RuleBroken(
                _("{n} people are called “{name}”: name one by e-mail address or id.").format(n=len(found), name=who)
            )
    raise RuleBroken(_("There is nobody called “{name}”.").format(name=who))
