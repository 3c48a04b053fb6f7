"""Bringing the days away of one person, or of several, into a workspace, as one change."""

import logging
from collections.abc import Mapping, Sequence

from editorial.domain.away import AwayDrafts, AwayPreview, Clock, TeamAwayDrafts, compared
from editorial.domain.records import Person, Settings
from editorial.domain.spans import USUAL_HOURS
from editorial.domain.whose import Whose
from editorial.errors import RuleBroken
from editorial.language import _, ngettext
from editorial.services.labels import shortened
from editorial.store import list_edits
from editorial.store.lists import read_list, read_people, read_settings
from editorial.store.workspace import Workspace

logger = logging.getLogger("editorial.services")


def clock_of(workspace: Workspace, person: Person) -> Clock:
    """Return the zone in which a person works, and their working hours."""
    with workspace.read() as connection:
        return _clock(person, read_settings(connection))


def clocks(workspace: Workspace) -> dict[int | None, Clock]:
    """Return the zone and the working hours of everybody by id; those of None are the usual ones."""
    with workspace.read() as connection:
        settings, people = read_settings(connection), read_people(connection)
    return {None: (settings.time_zone, USUAL_HOURS), **{one.id: _clock(one, settings) for one in people}}


def whose_calendar(workspace: Workspace, texts: Sequence[str]) -> Person | None:
    """Return the person whose calendar a file is by what it is called; None where that names nobody, or several."""
    with workspace.read() as connection:
        return Whose(read_people(connection)).told(texts)


def preview(workspace: Workspace, person_id: int, drafts: AwayDrafts) -> AwayPreview:
    """Find out what an import would do; nothing is written. Raises RuleBroken where the person is gone."""
    return preview_team(workspace, TeamAwayDrafts({person_id: drafts}))[person_id]


def preview_team(workspace: Workspace, drafts: TeamAwayDrafts) -> dict[int, AwayPreview]:
    """Find out what an import would do for each person by id; nothing is written. Raises RuleBroken."""
    with workspace.read() as connection:
        return _compared(drafts, read_list(connection, "person", sorted(drafts.people)))


def apply(
    workspace: Workspace, person_id: int, drafts: AwayDrafts, source: str = "", *, skip_bad: bool = False
) -> bool:
    """Add days away of a person and lengthen known ones, as one change; tell whether it was applied.

    Refused events keep everything from being applied unless `skip_bad`. Where nothing would change, no change is made.
    """
    return apply_team(workspace, TeamAwayDrafts({person_id: drafts}, drafts.refused), source, skip_bad=skip_bad)


def apply_team(workspace: Workspace, drafts: TeamAwayDrafts, source: str = "", *, skip_bad: bool = False) -> bool:
    """Add days away of several people and lengthen known ones, as one change; tell whether it was applied.

    Refused events keep everything from being applied unless `skip_bad`. Where nothing would change, no change is made.
    """
    if drafts.refused and not skip_bad:
        return False
    found = {id_: one for id_, one in preview_team(workspace, drafts).items() if one.new or one.changed}
    if not found:
        return True
    with workspace.change(_label(list(found.values()), source)) as session:
        connection = session.connection()
        people: Mapping[int, Person] = read_list(connection, "person", sorted(found))
        for id_, one in _compared(TeamAwayDrafts({id_: drafts.people[id_] for id_ in found}), people).items():
            list_edits.update_entry(connection, "person", id_, {"away": one.away(people[id_].away)})
    logger.info("Imported stretches of days away of %d people", len(found))
    return True


def _clock(person: Person, settings: Settings) -> Clock:
    begins, ends = person.works_from or USUAL_HOURS[0], person.works_until or USUAL_HOURS[1]
    # Who works across midnight is away where the usual hours are taken.
    return person.time_zone or settings.time_zone, (begins, ends) if begins < ends else USUAL_HOURS


def _compared(drafts: TeamAwayDrafts, people: Mapping[int, Person]) -> dict[int, AwayPreview]:
    if not set(drafts.people) <= set(people):
        raise RuleBroken(_("This person is no longer there."))
    return {id_: compared(people[id_].name, one, people[id_].away) for id_, one in drafts.people.items()}


def _label(found: Sequence[AwayPreview], source: str) -> str:
    n = sum(len(one.new) + len(one.changed) for one in found)
    if len(found) == 1:
        what = ngettext(
            "Import {n} stretch of days away of {person}", "Import {n} stretches of days away of {person}", n
        )
    else:
        what = ngettext(
            "Import {n} stretch of days away of {people} people",
            "Import {n} stretches of days away of {people} people",
            n,
        )
    said = what.format(n=n, person=shortened(found[0].person), people=len(found))
    return _("{what} from {source}").format(what=said, source=source) if source else said
