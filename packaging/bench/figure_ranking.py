"""Ranking 1,000 ideas after a weight moves, reading them once before, and finding near-duplicates while one types."""

import random
import tempfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from figure_coverage import fill

from editorial.domain.period import quarter_of
from editorial.domain.ranking import FactoredIdea
from editorial.services import duplicates
from editorial.services.lists import read_lists
from editorial.services.ranking import factored
from editorial.services.workspaces import Workspace, create_workspace
from measuring import Figure, milliseconds

TODAY = date(2026, 3, 16)
IDEAS = 1_000
PIECES = 10_000


def measure() -> list[Figure]:
    """Measure in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = create_workspace(Path(folder) / "ranking.editorial")
        fill(workspace, PIECES)
        write_ideas(workspace)
        figures = _figures(workspace)
        workspace.close()
    return figures


def _figures(workspace: Workspace) -> list[Figure]:
    lists = read_lists(workspace)
    period = quarter_of(TODAY, lists.settings)
    read = factored(workspace, period, today=TODAY, lists=lists)
    assert len(read.ideas) == IDEAS
    moved = iter(range(1, 1_000))
    scoring = milliseconds(lambda: read.by({"gap": Decimal(next(moved))}), runs=15)
    floor = milliseconds(lambda: _bare(read.ideas), runs=15)
    reading = milliseconds(lambda: factored(workspace, period, today=TODAY, lists=lists))
    note = "floor: summing and sorting bare numbers"
    # One more letter each time, as somebody types.
    typed = iter("Piece 4711 on what readers asked for before " * 9)
    words = [""]

    def type_on() -> None:
        words[0] += next(typed)
        duplicates.near(workspace, words[0])

    finding = milliseconds(type_on, runs=41)
    return [
        Figure("ranking 1,000 ideas after a weight moves", scoring, "ms", floor, 30, note=note),
        Figure("reading 1,000 ideas to rank, 10,000 pieces beside", reading, "ms", target=200),
        Figure("near-duplicates of a title among 10,000", finding, "ms", target=50),
    ]


def _bare(ideas: tuple[FactoredIdea, ...]) -> list[float]:
    return sorted(sum(12.5 * value for value in idea.values) for idea in ideas)


def write_ideas(workspace: Workspace) -> None:
    """Take the dates of a thousand pieces away, and let ten of a hundred go stale soon."""
    chance = random.Random(11)
    with workspace.read() as connection:
        idea = connection.exec_driver_sql("SELECT id FROM status WHERE phase = 'idea'").scalar_one()
        found = connection.exec_driver_sql("SELECT id FROM piece ORDER BY id LIMIT ?", (IDEAS,)).scalars()
    rows = [
        ((TODAY + timedelta(days=chance.randrange(90))).isoformat() if chance.random() < 0.1 else None, idea, id_)
        for id_ in found
    ]
    with workspace.change("Take the dates away") as session:
        session.connection().exec_driver_sql(
            "UPDATE piece SET planned = NULL, published_on = NULL, stale_on = ?, status_id = ? WHERE id = ?", rows
        )
