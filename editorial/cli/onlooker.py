"""`editorial export calendar`: the calendar for onlookers as ICS, HTML or PDF."""

from pathlib import Path
from typing import TYPE_CHECKING

from editorial.cli.options import period_of, today_of

if TYPE_CHECKING:
    from editorial.domain.appointments import Appointment
    from editorial.services.workspaces import Workspace


def give_out_calendar(
    workspace: "Workspace", path: Path, period: str, today: str, audience: str, person: str, layout: str
) -> None:
    """Write the calendar of a period by the ending of the file's name. Raises BadFile for another ending.

    A calendar file for one person holds what is wanted of them besides, of every day unless a period is named; only
    the team is told that.
    """
    from editorial.domain.audience import Audience, audience_named
    from editorial.domain.onlooker import layout_named
    from editorial.exchange.onlooker_files import onlooker_file
    from editorial.exchange.whole_file import write_whole
    from editorial.services.lists import read_lists
    from editorial.services.onlooker import of_person, onlooker, stamped

    chosen, told = layout_named(layout), audience_named(audience)
    calendar = onlooker(
        workspace,
        period_of(period, read_lists(workspace), today),
        audience=told,
        where=of_person(workspace, person) if person else None,
        today=today_of(today),
    )
    besides = _wanted(workspace, person, period, today) if person and told is Audience.TEAM else []
    write_whole(path, onlooker_file(calendar, path, stamped(workspace), layout=chosen, besides=besides))


def _wanted(workspace: "Workspace", who: str, period: str, today: str) -> "list[Appointment]":
    from editorial.services.invitations import wanted
    from editorial.services.lists import read_lists
    from editorial.services.named_people import person_named

    asked = period_of(period, read_lists(workspace), today) if period else None
    return wanted(workspace, person_named(workspace, who).id, today=today_of(today), period=asked)
