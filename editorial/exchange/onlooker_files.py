"""The calendar for onlookers as a file of the kind its name asks for: ICS, HTML or PDF."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from editorial.domain.appointments import Appointment
from editorial.domain.onlooker import Layout, OnlookerCalendar
from editorial.errors import BadFile
from editorial.exchange.onlooker_html import onlooker_html
from editorial.exchange.onlooker_ics import onlooker_ics
from editorial.exchange.onlooker_pdf import Paper, onlooker_pdf
from editorial.language import _


def onlooker_file(
    calendar: OnlookerCalendar,
    path: Path,
    stamp: datetime | None = None,
    *,
    paper: Paper = Paper.A4,
    layout: Layout = Layout.MONTHS,
    besides: Iterable[Appointment] = (),
) -> bytes:
    """Return what the file of that name holds; `stamp` is when the workspace last changed.

    Appointments besides stand in a calendar file alone. Raises BadFile for another ending, RuleBroken for a letter
    that no font here has.
    """
    ending = path.suffix.lower()
    if ending == ".ics":
        return onlooker_ics(calendar, stamp, besides)
    if ending in (".html", ".htm"):
        return onlooker_html(calendar, layout).encode()
    if ending == ".pdf":
        return bytes(onlooker_pdf(calendar, paper, layout))
    raise BadFile(_("A calendar is written as ICS, HTML or PDF; {name} has another ending.").format(name=path.name))
