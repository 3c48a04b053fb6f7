"""What of the calendar is shared with whom, and its forms as files."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editorial.domain.audience import Audience, audience_word
from editorial.domain.condition_words import from_json, to_json
from editorial.domain.conditions import Condition
from editorial.domain.onlooker import CHOICES, USUAL, Layout, OnlookerCalendar
from editorial.domain.period import Period

if TYPE_CHECKING:
    from editorial.services.workspaces import Workspace

FORMS = ("ics", "html", "pdf")
PAPERS = ("a4", "us-letter")
MOST_BYTES = 200
"""How long the name of a file may be: file systems count bytes, and a part file's name is longer."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A range of the calendar as somebody is told it."""

    period: Period
    where: Condition | None = None
    audience: Audience = Audience.TEAM
    fields: tuple[str, ...] = USUAL
    left_out: tuple[int, ...] = ()
    """Ids of the pieces that are not told."""
    paper: str = PAPERS[0]
    layout: Layout = Layout.MONTHS


def kept(shared: Shared) -> dict[str, Any]:
    """Return plain JSON values that `shared_from` reads."""
    period = shared.period
    return {
        "period": [period.name, period.first.isoformat(), period.last.isoformat()],
        "where": None if shared.where is None else to_json(shared.where),
        "audience": shared.audience.value,
        "fields": list(shared.fields),
        "left_out": list(shared.left_out),
        "paper": shared.paper,
        "layout": shared.layout.value,
    }


def shared_from(found: Mapping[str, Any]) -> Shared:
    """Read what `kept` returned. Raises KeyError, TypeError or ValueError, or RuleBroken for its filter."""
    name, first, last = found["period"]
    return Shared(
        Period(name, date.fromisoformat(first), date.fromisoformat(last)),
        from_json(found["where"]) if found["where"] else None,
        Audience(found["audience"]),
        tuple(word for word in found["fields"] if word in CHOICES),
        tuple(found["left_out"]),
        found["paper"] if found["paper"] in PAPERS else PAPERS[0],
        Layout(found.get("layout", Layout.MONTHS)),
    )


def calendar_of(workspace: "Workspace", shared: Shared, today: date) -> OnlookerCalendar:
    """Ask for the calendar that is shared."""
    from editorial.services.onlooker import onlooker

    return onlooker(
        workspace,
        shared.period,
        audience=shared.audience,
        fields=shared.fields,
        where=shared.where,
        left_out=shared.left_out,
        today=today,
    )


def form_of(workspace: "Workspace", calendar: OnlookerCalendar, path: Path, shared: Shared) -> bytes:
    """Return the calendar in the form that the path ends with. Raises BadFile, or RuleBroken for a missing letter."""
    from editorial.exchange.onlooker_files import onlooker_file
    from editorial.exchange.onlooker_pdf import Paper
    from editorial.services.onlooker import stamped

    return onlooker_file(calendar, path, stamped(workspace), paper=Paper(shared.paper), layout=shared.layout)


def file_name(workspace: str, shared: Shared, form: str, named: str) -> str:
    """Return the name of a file that is proposed: the workspace's, what is in it, and for whom."""
    told = "" if shared.audience is Audience.TEAM else audience_word(shared.audience)
    return safe_name(" ".join(part for part in (workspace, named, told) if part), form)


def safe_name(name: str, form: str) -> str:
    """Return the name of a file that every system takes."""
    kept = (
        re.sub(r'[<>:"/\\|?*\x00-\x1f]+', "-", name)
        .encode("utf-8", "ignore")[:MOST_BYTES]
        .decode("utf-8", "ignore")
        .strip(" .")
    )
    return f"{kept or 'calendar'}.{form}"


def with_form(path: Path, form: str) -> Path:
    """Return the path with the ending of a form; another form's ending makes way, anything else stays."""
    if path.suffix.lower().removeprefix(".") in FORMS:
        return path.with_suffix(f".{form}")
    return path.with_name(f"{path.name}.{form}")
