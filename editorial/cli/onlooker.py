"""`editorial export calendar`: the calendar for onlookers as ICS, HTML or PDF."""

from pathlib import Path
from typing import TYPE_CHECKING

from editorial.cli.options import period_of, today_of

if TYPE_CHECKING:
    from editorial.services.workspaces import Workspace


def give_out_calendar(
    workspace: "Workspace", path: Path, period: str, today: str, audience: str, person: str, layout: str
) -> None:
    """Write the calendar of a period by the ending of the file's name. Raises BadFile for another ending.

    A calendar file for one person holds what is wanted of them besides, and without a period last year, this one and
    the next; only the team is told what is wanted.
    """
    from editorial.domain.audience import Audience, audience_named
    from editorial.domain.onlooker import layout_named
    from editorial.exchange.onlooker_files import onlooker_file
    from editorial.exchange.whole_file import write_whole
    from editorial.services.lists import read_lists
    from editorial.services.onlooker import of_person, onlooker, person_calendar, stamped

    chosen, told, day = layout_named(layout), audience_named(audience), today_of(today)
    lists = read_lists(workspace)
    if person and told is Audience.TEAM and path.suffix.lower() == ".ics":
        asked = period_of(period, lists, today) if period else None
        calendar, besides = person_calendar(workspace, person, today=day, period=asked)
        write_whole(path, onlooker_file(calendar, path, stamped(workspace), besides=besides))
        return
    calendar = onlooker(
        workspace,
        period_of(period, lists, today),
        audience=told,
        where=of_person(workspace, person) if person else None,
        today=day,
    )
    write_whole(path, onlooker_file(calendar, path, stamped(workspace), layout=chosen))
