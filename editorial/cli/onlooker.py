"""`editorial export calendar`: the calendar for onlookers as ICS, HTML or PDF."""

from pathlib import Path
from typing import TYPE_CHECKING

from editorial.cli.options import period_of, today_of

if TYPE_CHECKING:
    from editorial.services.workspaces import Workspace


def give_out_calendar(
    workspace: "Workspace", path: Path, period: str, today: str, audience: str, person: str, layout: str
) -> None:
    """Write the calendar of a period by the ending of the file's name. Raises BadFile for another ending."""
    from editorial.domain.audience import audience_named
    from editorial.domain.onlooker import layout_named
    from editorial.exchange.onlooker_files import onlooker_file
    from editorial.exchange.whole_file import write_whole
    from editorial.services.lists import read_lists
    from editorial.services.onlooker import of_person, onlooker, stamped

    chosen = layout_named(layout)
    calendar = onlooker(
        workspace,
        period_of(period, read_lists(workspace), today),
        audience=audience_named(audience),
        where=of_person(workspace, person) if person else None,
        today=today_of(today),
    )
    write_whole(path, onlooker_file(calendar, path, stamped(workspace), layout=chosen))
