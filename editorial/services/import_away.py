"""Bringing the days away of one person into a workspace, as one change."""

import logging
from datetime import time

from editorial.domain.away import AwayDrafts, AwayPreview, compared
from editorial.domain.records import Person
from editorial.domain.spans import USUAL_HOURS
from editorial.errors import RuleBroken
from editorial.language import _, ngettext
from editorial.services.labels import shortened
from editorial.store import list_edits
from editorial.store.lists import read_list, read_settings
from editorial.store.workspace import Workspace

logger = logging.getLogger("editorial.services")


def clock_of(workspace: Workspace, person: Person) -> tuple[str, tuple[time, time]]:
    """Return the zone in which a person works, and their working hours."""
    with workspace.read() as connection:
        settings = read_settings(connection)
    begins, ends = person.works_from or USUAL_HOURS[0], person.works_until or USUAL_HOURS[1]
    # Who works across midnight is away where the usual hours are taken.
    return person.time_zone or settings.time_zone, (begins, ends) if begins < ends else USUAL_HOURS


def preview(workspace: Workspace, person_id: int, drafts: AwayDrafts) -> AwayPreview:
    """Find out what an import would do; nothing is written. Raises RuleBroken where the person is gone."""
    with workspace.read() as connection:
        person: Person | None = read_list(connection, "person", [person_id]).get(person_id)
    if person is None:
        raise RuleBroken(_("This person is no longer there."))
    return compared(person.name, drafts, person.away)


def apply(
    workspace: Workspace, person_id: int, drafts: AwayDrafts, source: str = "", *, skip_bad: bool = False
) -> bool:
    """Add days away of a person and lengthen known ones, as one change; tell whether it was applied.

    Refused events keep everything from being applied unless `skip_bad`. Where nothing would change, no change is made.
    """
    if drafts.refused and not skip_bad:
        return False
    found = preview(workspace, person_id, drafts)
    if not found.new and not found.changed:
        return True
    with workspace.change(_label(found, source)) as session:
        connection = session.connection()
        person: Person | None = read_list(connection, "person", [person_id]).get(person_id)
        if person is None:
            raise RuleBroken(_("This person is no longer there."))
        away = compared(person.name, drafts, person.away).away(person.away)
        list_edits.update_entry(connection, "person", person_id, {"away": away})
    logger.info("Imported %d new and %d changed stretches of days away", len(found.new), len(found.changed))
    return True


def _label(found: AwayPreview, source: str) -> str:
    n = len(found.new) + len(found.changed)
    what = ngettext("Import {n} stretch of days away of {person}", "Import {n} stretches of days away of {person}", n)
    said = what.format(n=n, person=shortened(found.person))
    return _("{what} from {source}").format(what=said, source=source) if source else said
