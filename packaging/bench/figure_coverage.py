"""Coverage of a quarter through the service, at 10,000 and 100,000 pieces, beside the same SQL run raw."""

import random
import sqlite3
import tempfile
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Select

from editorial.domain.period import quarter_of
from editorial.services.coverage import coverage
from editorial.services.workspaces import Workspace, create_workspace
from editorial.store import figures
from editorial.store.counting import scope_of
from editorial.store.forecast import sureness_statement
from editorial.store.lists import read_lists
from measuring import Figure, milliseconds

START = date(2024, 1, 1)
DAYS = 1_194
TODAY = date(2026, 3, 16)
SEGMENTS = 8
STATEMENTS = (
    figures.stages_statement,
    figures.stock_statement,
    figures.also_statement,
    figures.exclusive_statement,
    figures.untagged_statement,
)


def measure() -> list[Figure]:
    """Measure both sizes in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        return [_figure(Path(folder), pieces, target) for pieces, target in ((10_000, 10), (100_000, 60))]


def _figure(folder: Path, pieces: int, target: float) -> Figure:
    path = folder / f"{pieces}.editorial"
    workspace = create_workspace(path)
    fill(workspace, pieces)
    with workspace.read() as connection:
        lists = read_lists(connection)
    period = quarter_of(TODAY, lists.settings)
    with closing(sqlite3.connect(path)) as raw:
        scope = scope_of(period, lists)
        statements = [*(statement(scope) for statement in STATEMENTS), sureness_statement(scope, TODAY)]
        spoken = [written_out(workspace, statement) for statement in statements]
        floor = milliseconds(lambda: [raw.execute(sql).fetchall() for sql in spoken], runs=15)
    value = milliseconds(lambda: coverage(workspace, period, today=TODAY), runs=15)
    workspace.close()
    ratio = 1.5 if pieces > 10_000 else None
    return Figure(f"coverage of a quarter, {pieces:,} pieces", value, "ms", floor, target, ratio, "floor: the raw SQL")


def written_out(workspace: Workspace, statement: Select[Any]) -> str:
    """Return a statement of the service as the plain SQL that a person would type."""
    return str(statement.compile(workspace.engine, compile_kwargs={"literal_binds": True}))


def fill(workspace: Workspace, pieces: int) -> None:
    """Write pieces over 1,194 days: two thirds published, tags and stock spread evenly, the same at each run."""
    with workspace.read() as connection:
        lists = read_lists(connection)
    chance = random.Random(7)
    statuses, stages = list(lists.statuses), list(lists.stages)
    published = next(status.id for status in lists.statuses.values() if status.phase == "published")
    with workspace.change("Fill") as session:
        connection = session.connection()
        connection.exec_driver_sql(
            "INSERT INTO segment(id, uid, name, position, archetype, worries, why_them, weight, colour, notes) "
            "VALUES (?, ?, ?, ?, '', '', '', '1', '', '')",
            [(n, f"segment {n}", f"Segment {n}", n) for n in range(1, SEGMENTS + 1)],
        )
        connection.exec_driver_sql(
            "INSERT INTO interest(id, uid, name, position, weight, colour, retired, notes) "
            "VALUES (?, ?, ?, ?, '1', '', 0, '')",
            [(n, f"interest {n}", f"Interest {n}", n) for n in range(1, 11)],
        )
        names, rows = _rows(pieces, chance, statuses, stages, published)
        marks = ", ".join("?" * len(names))
        connection.exec_driver_sql(f"INSERT INTO piece({', '.join(names)}) VALUES ({marks})", rows)
        for table, other, most in (("segment", SEGMENTS, 2), ("stage", len(stages), 1)):
            links = [
                (piece, n, 0)
                for piece in range(1, pieces + 1)
                if table == "segment" or piece % 5 == 0
                for n in chance.sample(range(1, other + 1), chance.randint(1, most))
                if piece % 100
            ]
            connection.exec_driver_sql(f"INSERT INTO piece_{table} VALUES (?, ?, ?)", links)
    with workspace.read() as connection:
        connection.exec_driver_sql("ANALYZE")


def _rows(
    pieces: int, chance: random.Random, statuses: list[int], stages: list[int], published: int
) -> tuple[list[str], list[tuple[object, ...]]]:
    texts = ["angle", "origin", "exclusive_because", "insight_belief", "insight_wrong", "insight_cost", "insight_new"]
    texts += ["draft", "tag_reason", "notes", "url", "outside_id"]
    names = ["id", "uid", "title", "kind", "stage_id", "interest_id", "format_id", "status_id", "planned", "precision"]
    names += ["published_on", "timely", "exclusive_until", "evergreen", "lead", "tag", "created", "brief", *texts]
    rows: list[tuple[object, ...]] = []
    for number in range(1, pieces + 1):
        day = START + timedelta(days=chance.randrange(DAYS))
        past = day < TODAY
        timely = chance.random() < 0.15
        row = (
            number,
            f"piece {number}",
            f"Piece {number} on what readers asked for",
            chance.choice(("aspirational", "practical")) if number % 50 else None,
            chance.choice(stages),
            chance.randint(1, 10),
            chance.randint(1, 12),
            published if past else chance.choice(statuses),
            day.isoformat(),
            "day" if past or chance.random() < 0.9 else "month",
            day.isoformat() if past else None,
            timely,
            (day + timedelta(days=9)).isoformat() if timely else None,
            chance.random() < 0.4,
            chance.choice(("issue-led", "offering-led", None)),
            "proposed",
            "2024-01-01 00:00:00",
            "words " * 80,
        )
        rows.append((*row, *("" for _text in texts)))
    return names, rows
