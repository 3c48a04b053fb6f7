"""`editorial export calendar`: the calendar for onlookers as ICS, HTML or PDF."""

from pathlib import Path
from typing import TYPE_CHECKING

from editorial.cli.options import period_of, today_of
from editorial.errors import BadFile
from editorial.language import _

if TYPE_CHECKING:
    from editorial.services.workspaces import Workspace


def give_out_calendar(workspace: "Workspace", path: Path, period: str, today: str, audience: str, person: str) -> None:
    """Write the calendar of a period by the ending of the file's name. Raises BadFile for another ending."""
    from editorial.domain.audience import audience_named
    from editorial.services.lists import read_lists
    from editorial.services.onlooker import of_person, onlooker

    calendar = onlooker(
        workspace,
        period_of(period, read_lists(workspace), today),
        audience=audience_named(audience),
        where=of_person(workspace, person) if person else None,
        today=today_of(today),
    )
    ending = path.suffix.lower()
    if ending == ".ics":
        from editorial.exchange.onlooker_ics import write_onlooker_ics
        from editorial.services.onlooker import stamped

        write_onlooker_ics(calendar, path, stamped(workspace))
    elif ending in (".html", ".htm"):
        from editorial.exchange.onlooker_html import write_onlooker_html

        write_onlooker_html(calendar, path)
    elif ending == ".pdf":
        from editorial.exchange.onlooker_pdf import write_onlooker_pdf

        write_onlooker_pdf(calendar, path)
    else:
        raise BadFile(_("A calendar is written as ICS, HTML or PDF; {name} has another ending.").format(name=path.name))
