"""`export packet` and `import answer`."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editorial.errors import BadFile, RuleBroken, StaleEdit
from editorial.language import _

if TYPE_CHECKING:
    from editorial.domain.packet_answers import Judged
    from editorial.services.packets import PacketPreview
    from editorial.services.workspaces import Workspace

TRIES = 20


def give_out_packet(workspace: "Workspace", path: Path, who: str, today: date) -> list[Path]:
    """Write a person's packet, and beside it what is wanted of them as a calendar; return both files."""
    from editorial.exchange.ics_writing import write_ics
    from editorial.exchange.packet_html import write_packet
    from editorial.services.invitations import wanted_calendar
    from editorial.services.named_people import person_named
    from editorial.services.packets import prepare, sent

    if path.suffix.lower() not in (".html", ".htm"):
        raise BadFile(_("A packet is an HTML file; {name} has another ending.").format(name=path.name))
    if not who:
        raise RuleBroken(_("A packet is for one person; name them with --person."))
    person = person_named(workspace, who)
    page = prepare(workspace, person.id, today=today, made=datetime.now(UTC))
    write_packet(page, path)
    write_ics(wanted_calendar(workspace, person.id, today=today), path.with_suffix(".ics"))
    sent(workspace, page)
    return [path, path.with_suffix(".ics")]


def take_in_packet_answers(
    workspace: "Workspace", path: Path, today: date, *, skip_bad: bool, dry_run: bool
) -> tuple[dict[str, Any], list[str]]:
    """Look at what came back for a packet and apply it; return the result and who claims to have answered."""
    from editorial.exchange.packet_answers import read_packet_answers
    from editorial.services.packets import preview

    given = read_packet_answers(path)
    for left in reversed(range(TRIES)):
        found = preview(workspace, given, today=today)
        try:
            applied = _apply(workspace, found, today, skip_bad=skip_bad, dry_run=dry_run)
        except StaleEdit:
            if not left:
                raise
        else:
            break
    return _result(found, applied=applied), list(_told(found.judged))


def _apply(workspace: "Workspace", found: "PacketPreview", today: date, *, skip_bad: bool, dry_run: bool) -> bool:
    from editorial.services.packets import apply, why_not_apply

    if dry_run or why_not_apply(found, skip_bad=skip_bad):
        return False
    apply(workspace, found, today=today, now=datetime.now(UTC), skip_bad=skip_bad)
    return True


def _told(judged: "Judged") -> list[str]:
    from editorial.domain.packet_words import change_line, claim_words, idea_line

    lines = (*map(change_line, judged.taken), *map(idea_line, judged.ideas))
    return [claim_words(judged), *(f"  {line}" for line in lines)]


def _result(found: "PacketPreview", *, applied: bool) -> dict[str, Any]:
    judged = found.judged
    refused = [
        {"line": n, "column": "", "value": one.title, "reason": one.reason}
        for n, one in enumerate(judged.refused, start=1)
    ]
    return {
        "read": found.read,
        "added": len(judged.ideas),
        "updated": len(judged.taken),
        "unchanged": judged.unchanged,
        "refused": refused,
        "applied": applied,
        "created": {},
        "mapping": {},
        "ignored": [],
        "questions": [],
    }
