"""Bringing a table of 10,000 rows in: read, match and write as one change; the same again; undo and redo."""

import csv
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from editorial.domain.drafts import DraftKind
from editorial.exchange import pieces
from editorial.exchange.columns import match
from editorial.exchange.tables import read_table
from editorial.services import history, importing
from editorial.services.lists import read_lists
from editorial.services.workspaces import Workspace, create_workspace
from measuring import RUNS, Figure

ROWS = 10_000
TODAY = date(2026, 11, 21)
WORDS = (
    "pricing tariff energy heat pump audit margin payroll hiring talent risk insurance law board agenda growth market "
    "supply chain cost carbon data privacy"
).split()
HEADINGS = "title date kind stage segments interest authors format channel brief url".split()


def measure() -> list[Figure]:
    """Measure in a folder that is gone afterwards; each run starts with a new workspace."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table = folder / "pieces.csv"
        write_table(table)
        runs = [one_run(folder / f"run{number}.editorial", table) for number in range(RUNS)]
        floor = statistics.median(floor_run(folder / f"floor{number}.db", table) for number in range(RUNS))
    first, again, undone, redone = (statistics.median(times) for times in zip(*runs, strict=True))
    note = "500 characters of text a row"
    return [
        Figure(f"import of {ROWS:,} rows of CSV", first, "s", floor, 1.5, note=note),
        Figure("the same file again, nothing changes", again, "s", floor, 0.5),
        Figure("undo of the import", undone, "s", floor, 2.5),
        Figure("redo of the import", redone, "s", floor, 3.0),
    ]


def write_table(path: Path) -> None:
    """Write the rows, the same in every run."""
    chance = random.Random(1)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        writer.writerows(row(chance, number) for number in range(ROWS))


def row(chance: random.Random, number: int) -> list[str]:
    """Return one row with a title, a day, tags, people and a text."""
    return [
        f"{number} {' '.join(chance.choices(WORDS, k=4))}",
        (date(2025, 1, 1) + timedelta(days=number % 900)).isoformat(),
        chance.choice(("aspirational", "practical")),
        chance.choice(("Epiphany", "Awareness", "Interest")),
        ";".join(chance.sample(("Banks", "Insurers", "Makers"), 2)),
        ";".join(chance.sample(WORDS, 2)),
        f"Author {number % 60};Author {(number + 7) % 60}",
        "Blog post",
        "Newsletter",
        " ".join(chance.choices(WORDS, k=90))[:500],
        f"/posts/{number}/",
    ]


def one_run(path: Path, table: Path) -> tuple[float, float, float, float]:
    """Return the seconds of an import, of the same again, of undo and of redo."""
    workspace = create_workspace(path)
    try:
        first = seconds(lambda: bring(workspace, table))
        again = seconds(lambda: bring(workspace, table))
        return first, again, seconds(lambda: history.undo(workspace)), seconds(lambda: history.redo(workspace))
    finally:
        workspace.close()


def bring(workspace: Workspace, table: Path) -> None:
    """Bring the table in, from the file to the commit."""
    read = read_table(table)
    matching = match(read.headings, DraftKind.PIECES)
    drafts = pieces.drafts(read, matching, read_lists(workspace).settings)
    result = importing.apply(workspace, importing.preview(workspace, drafts, TODAY))
    assert result.applied


def floor_run(path: Path, table: Path) -> float:
    """Return the seconds of the least there is: the csv module into one plain table."""

    def load() -> None:
        with closing(sqlite3.connect(path)) as raw, table.open(newline="", encoding="utf-8") as file:
            raw.execute("PRAGMA synchronous=FULL")
            raw.execute(f"CREATE TABLE piece (id INTEGER PRIMARY KEY, {', '.join(HEADINGS)})")
            marks = ", ".join("?" for _heading in HEADINGS)
            rows = list(csv.reader(file))[1:]
            raw.executemany(f"INSERT INTO piece({', '.join(HEADINGS)}) VALUES ({marks})", rows)
            raw.commit()

    return seconds(load)


def seconds(work: Callable[[], object]) -> float:
    """Return how long a call takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
