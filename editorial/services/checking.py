"""Is the file whole, and which planning rules are broken: every area of findings, each in a file of its own."""

from datetime import date

from editorial.domain.findings import Finding, Rule, muted
from editorial.domain.period import Period
from editorial.domain.records import Lists
from editorial.services.findings_asked import Asked
from editorial.services.findings_balance import balance_findings, mix_findings
from editorial.services.findings_coverage import coverage_findings
from editorial.services.findings_pieces import piece_findings
from editorial.services.findings_rotation import rotation_findings
from editorial.services.findings_sales import sales_findings
from editorial.services.findings_schedule import conflict_findings, late_findings, room_findings, slot_findings
from editorial.services.workspaces import Workspace
from editorial.store import health
from editorial.store.lists import read_list, read_lists

AREAS = (
    late_findings,
    slot_findings,
    conflict_findings,
    mix_findings,
    coverage_findings,
    rotation_findings,
    room_findings,
    piece_findings,
    balance_findings,
    sales_findings,
)
"""Each gives the findings of one area, asked the same way."""
_ORDER = {rule: place for place, rule in enumerate(Rule)}


def file_problems(workspace: Workspace) -> list[str]:
    """Return what is wrong with the file, a sentence each."""
    with workspace.read() as connection:
        return health.problems(connection)


def findings(workspace: Workspace, period: Period, *, today: date, lists: Lists | None = None) -> list[Finding]:
    """Return every planning rule that a period breaks, in the order of the rules; muted ones say until when.

    What is late, slipped, open or waiting today is there whatever the period.
    """
    with workspace.read() as connection:
        lists = lists or read_lists(connection)
        mutes = list(read_list(connection, "mute").values())
    asked = Asked(workspace, period, today, lists)
    found = [one for area in AREAS for one in area(asked)]
    return muted(sorted(found, key=lambda one: _ORDER[one.rule]), mutes, today)
