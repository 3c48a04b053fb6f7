"""The occurrences of 50 slots, weekly or rarer, over three years, beside the library's bare expansion of the rules."""

import tempfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

from dateutil.rrule import rrulestr

from editorial.domain.slot_rules import rule_days
from editorial.services.slots import occurrences
from editorial.services.workspaces import Workspace, create_workspace
from editorial.store.workspace import new_uid
from measuring import Figure, milliseconds

SLOTS = 50
FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
RULES = tuple(f"FREQ=WEEKLY;BYDAY={day}" for day in ("MO", "TU", "WE", "TH", "FR"))
"""Every week: nothing rarer takes longer."""


def measure() -> list[Figure]:
    """Measure in a folder that is gone afterwards; the rules are expanded anew each time."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = create_workspace(Path(folder) / "slots.editorial")
        _fill(workspace)
        floor = milliseconds(_bare)
        value = milliseconds(lambda: occurrences(workspace, FIRST, LAST), before=rule_days.cache_clear)
        workspace.close()
    return [Figure("50 slots over 3 years", value, "ms", floor, 50, note="floor: the library's expansion alone")]


def _fill(workspace: Workspace) -> None:
    """Add the slots, a third of their places filled."""
    with workspace.change("Fill") as session:
        connection = session.connection()
        connection.exec_driver_sql(
            "INSERT INTO slot(uid, name, position, rule, first, timely, notes) VALUES (?, ?, ?, ?, ?, 0, '')",
            [(new_uid(), f"Slot {n}", n, RULES[n % len(RULES)], str(FIRST - timedelta(days=n))) for n in range(SLOTS)],
        )
    places = occurrences(workspace, FIRST, LAST)[::3]
    with workspace.change("Fill") as session:
        session.connection().exec_driver_sql(
            "INSERT INTO piece(uid, title, status_id, planned, slot_id, created, precision, tag, angle, origin, "
            "exclusive_because, insight_belief, insight_wrong, insight_cost, insight_new, brief, draft, url, "
            "outside_id, tag_reason, notes, timely, evergreen) "
            "VALUES (?, ?, 1, ?, ?, '2026-01-01', 'day', 'proposed', "
            "'', '', '', '', '', '', '', '', '', '', '', '', '', 0, 0)",
            [(new_uid(), f"Piece {n}", str(one.day), one.slot.id) for n, one in enumerate(places)],
        )


def _bare() -> None:
    for n in range(SLOTS):
        began = datetime.combine(FIRST - timedelta(days=n), time.min)
        rule = rrulestr(RULES[n % len(RULES)], dtstart=began)
        rule.between(datetime.combine(FIRST, time.min), datetime.combine(LAST, time.min), inc=True)
