"""Writing the kickoff pack of a quarter of 60 pieces, in each of its forms, the gathering included."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

from editorial.domain.period import quarter_of
from editorial.domain.records import Settings
from editorial.domain.vocabulary import Kind
from editorial.exchange.pack_files import write_pack
from editorial.services import lists, pieces
from editorial.services.pack import pack
from editorial.services.workspaces import Workspace, create_workspace
from measuring import Figure, milliseconds

TODAY = date(2027, 2, 10)
PERIOD = quarter_of(TODAY, Settings())
PIECES, SEGMENTS = 60, 4
TARGETS = {"pdf": 1.5, "pptx": 1.5, "html": 0.3}
"""Seconds."""


def measure() -> list[Figure]:
    """Measure in a folder that is gone afterwards; fonts are looked up once a process, before the first."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workspace = create_workspace(folder / "quarter.editorial")
        fill(workspace)
        found = [_figure(workspace, folder, ending, target) for ending, target in TARGETS.items()]
        workspace.close()
        return found


def _figure(workspace: Workspace, folder: Path, ending: str, target: float) -> Figure:
    def write() -> None:
        write_pack(pack(workspace, PERIOD, today=TODAY), folder / f"pack.{ending}")

    floor = milliseconds(lambda: pack(workspace, PERIOD, today=TODAY)) / 1000
    value = milliseconds(write) / 1000
    return Figure(f"pack of {PIECES} pieces, {ending.upper()}", value, "s", floor, target, note="floor: gathering it")


def fill(workspace: Workspace) -> None:
    """Add segments, ideas and the pieces of the quarter; those before today are published."""
    known = lists.read_lists(workspace)
    stages, formats = list(known.stages), list(known.formats)
    phases = {status.phase.value: status.id for status in known.statuses.values()}
    segments = [
        lists.add(workspace, "segment", f"Readers of kind {n}", archetype="Who they are.") for n in range(SEGMENTS)
    ]
    for n in range(PIECES):
        day = PERIOD.first + timedelta(days=n * (PERIOD.days - 1) // (PIECES - 1))
        pieces.create(
            workspace,
            f"What a payback of eleven months really assumes, part {n} – 供应链" if n % 10 == 0 else f"Plain title {n}",
            angle="Every business case quotes one number; show the assumptions behind it.",
            kind=(Kind.ASPIRATIONAL, Kind.PRACTICAL)[n % 2],
            stage_id=stages[n % len(stages)],
            format_id=formats[n % len(formats)],
            segment_ids=(segments[n % SEGMENTS], segments[(n + 1) % SEGMENTS])[: 1 + n % 2],
            planned=day,
            published_on=day if day < TODAY else None,
            status_id=phases["published" if day < TODAY else "production"],
            url=f"https://example.org/{n}",
        )
    for n in range(20):
        pieces.create(workspace, f"Idea {n}", stage_id=stages[n % len(stages)], segment_ids=(segments[n % SEGMENTS],))
