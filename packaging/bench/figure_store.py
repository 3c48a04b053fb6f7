"""The store: one edit, an import of 10,000 pieces, taking them back, search as you type, news of another window."""

import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

from sqlalchemy import text
from sqlmodel import SQLModel

from editorial.services import history
from editorial.services.feed import Feed
from editorial.services.search import find
from editorial.services.workspaces import Workspace, create_workspace, open_workspace
from editorial.store.bulk import insert_rows
from editorial.store.workspace import new_uid
from measuring import RUNS, Figure, milliseconds

ROWS = 10_000
MANY = 100_000
POLL = 0.25
WORDS = (
    "pricing tariff energy heat pump audit margin payroll hiring talent risk insurance law board agenda growth market "
    "supply chain cost carbon data privacy"
).split()
TITLES = ("pr", "an", "tar", "heat pu", "payroll", "audit margin")
TEXTS = ("insu", "insurance", "privacy board")
Rows = dict[str, list[dict[str, Any]]]


def measure() -> list[Figure]:
    """Measure everything in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return [*edits(folder), *imports(folder), *searches(folder), news(folder)]


def edits(folder: Path) -> list[Figure]:
    """Measure one edit through the store and taking it back, among 10,000 pieces."""
    workspace = furnished(folder / "edit.editorial", random_rows(ROWS))
    edit = numbered(lambda n: rename(workspace, n))
    value = milliseconds(edit, 101)
    taken_back = milliseconds(lambda: history.undo(workspace), 51, before=edit)
    with closing(sqlite3.connect(folder / "raw.db", isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("CREATE TABLE piece (id INTEGER PRIMARY KEY, title TEXT)")
        raw.executemany("INSERT INTO piece(title) VALUES (?)", [("words",)] * ROWS)
        floor = milliseconds(numbered(lambda n: raw.execute("UPDATE piece SET title = ? WHERE id = 7", (str(n),))), 101)
    workspace.close()
    told = "floor: one raw update, synchronous=FULL"
    return [
        Figure("one edit with journal and index", value, "ms", floor, 3, note=told),
        Figure("its undo", taken_back, "ms", floor, 5),
    ]


def numbered(act: Callable[[int], object]) -> Callable[[], object]:
    """Return a call that hands on another number each time."""
    numbers = iter(range(1_000_000))
    return lambda: act(next(numbers))


def rename(workspace: Workspace, number: int) -> None:
    """Make one edit that differs at each number."""
    with workspace.change("Rename") as session:
        statement = text("UPDATE piece SET title = :t, version = version + 1 WHERE id = 7")
        session.connection().execute(statement, {"t": f"Pricing {number}"})


def imports(folder: Path) -> list[Figure]:
    """Measure the change of an import with 49,000 links, its undo and its redo, each on a fresh file."""
    rows = random_rows(ROWS)
    template = folder / "lists.editorial"
    furnished(template, {}).close()
    taken: dict[str, list[float]] = {"import": [], "undo": [], "redo": [], "floor": []}
    for _run in range(RUNS):
        path = Path(shutil.copyfile(template, folder / "import.editorial"))
        workspace = open_workspace(path)
        for name, work in (
            ("import", lambda: write(workspace, rows)),  # noqa: B023 (called at once)
            ("undo", lambda: history.undo(workspace)),  # noqa: B023
            ("redo", lambda: history.redo(workspace)),  # noqa: B023
        ):
            taken[name].append(seconds(work))
        workspace.close()
        taken["floor"].append(raw_import(path))
    value = {name: statistics.median(times) for name, times in taken.items()}
    told = "floor: the same rows raw, without journal and index"
    return [
        Figure("change of an import, 10,000 pieces", value["import"], "s", value["floor"], 1.3, note=told),
        Figure("its undo", value["undo"], "s", value["floor"], 2.5),
        Figure("its redo", value["redo"], "s", value["floor"], 3),
    ]


def raw_import(path: Path) -> float:
    """Copy the imported rows into empty tables of the same shape and return the seconds it takes."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for (trigger,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {trigger}")
        read = {table: rows_of(raw, table) for table in ("piece", *LINKS)}
        for table in reversed(read):
            raw.execute(f"DELETE FROM {table}")
        raw.execute("PRAGMA foreign_keys=ON")
        return seconds(lambda: insert_raw(raw, read))


def rows_of(raw: sqlite3.Connection, table: str) -> tuple[str, list[Any]]:
    """Return a table's rows and the statement that inserts them."""
    names = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
    listed = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" for _name in names)
    found = raw.execute(f"SELECT {listed} FROM {table}").fetchall()
    return f"INSERT INTO {table}({listed}) VALUES ({marks})", found


def insert_raw(raw: sqlite3.Connection, read: dict[str, tuple[str, list[Any]]]) -> None:
    """Insert rows in one transaction."""
    raw.execute("BEGIN")
    for statement, rows in read.values():
        raw.executemany(statement, rows)
    raw.execute("COMMIT")


def searches(folder: Path) -> list[Figure]:
    """Measure the worst of several searches among 100,000 pieces, in titles alone and with texts."""
    workspace = furnished(folder / "search.editorial", random_rows(MANY))
    with closing(sqlite3.connect(folder / "search.editorial")) as raw:
        floor = milliseconds(lambda: raw.execute("SELECT count(*) FROM find_title WHERE instr(words, 'pr')").fetchone())
    titles = max(milliseconds(lambda words=words: find(workspace, words)) for words in TITLES)  # type: ignore[misc]
    hide_titles(workspace)
    texts = max(milliseconds(lambda words=words: find(workspace, words)) for words in TEXTS)  # type: ignore[misc]
    workspace.close()
    told = "worst of several; floor: one scan of the titles"
    return [
        Figure("search in titles, 100,000 pieces", titles, "ms", floor, 30, note=told),
        Figure("search in titles, then texts", texts, "ms", floor, 40),
    ]


def hide_titles(workspace: Workspace) -> None:
    """Call most pieces something else, so that titles do not suffice and the texts are searched."""
    with workspace.change("Rename") as session:
        session.connection().execute(text("UPDATE piece SET title = 'Piece ' || id WHERE id % 5000"))


def news(folder: Path) -> Figure:
    """Measure the longest time until what another program writes is seen, asking every quarter of a second."""
    path = folder / "news.editorial"
    workspace = create_workspace(path)
    feed, clock, seen = Feed(workspace), Event(), list[float]()
    with subprocess.Popen([sys.executable, "-c", WRITER, path]) as writer:
        while writer.poll() is None:
            clock.wait(POLL)
            seen += [time.time() - float(changed.label) for changed in feed.poll()]
    workspace.close()
    return Figure("a change in another window is seen", max(seen), "s", POLL, 0.6, note="floor: how often it is asked")


WRITER = """
import sys, time
from pathlib import Path
from threading import Event
from sqlalchemy import text
from editorial.services.workspaces import open_workspace
workspace = open_workspace(Path(sys.argv[1]))
for number in range(20):
    Event().wait(0.17)
    with workspace.change(str(time.time())) as session:
        session.connection().execute(text("UPDATE workspace SET name = :n"), {"n": str(number)})
Event().wait(0.5)
workspace.close()
"""

LINKS = ("piece_segment", "piece_stage", "piece_interest", "assignment")


def furnished(path: Path, rows: Rows) -> Workspace:
    """Make a workspace with the lists that the rows need, and with the rows."""
    workspace = create_workspace(path)
    lists = {"segment": 4, "interest": 8, "person": 60}
    with workspace.change("Lists") as session:
        for table, count in lists.items():
            entries = [{"uid": new_uid(), "name": f"{table} {n}"} for n in range(count)]
            insert_rows(session.connection(), SQLModel.metadata.tables[table], entries)
    if rows:
        write(workspace, rows)
    return workspace


def write(workspace: Workspace, rows: Rows) -> None:
    """Insert rows as one change."""
    with workspace.change("Import") as session:
        for table, listed in rows.items():
            insert_rows(session.connection(), SQLModel.metadata.tables[table], listed)


def random_rows(count: int) -> Rows:
    """Return pieces with texts of 500 characters and nearly five links each, the same at each run."""
    chance = random.Random(4)
    ids = range(1, count + 1)
    return {
        "piece": [a_piece(chance, number) for number in ids],
        "piece_segment": [
            {"piece_id": id_, "segment_id": n, "position": at}
            for id_ in ids
            for at, n in enumerate(chance.sample(range(1, 5), 2))
        ],
        "piece_stage": [{"piece_id": id_, "stage_id": chance.randint(1, 5)} for id_ in ids],
        "piece_interest": [{"piece_id": id_, "interest_id": chance.randint(1, 8)} for id_ in ids],
        "assignment": [
            {"piece_id": id_, "person_id": chance.randint(1, 60), "role": "author", "position": 0, "status": "proposed"}
            for id_ in ids
            if id_ % 10
        ],
    }


def a_piece(chance: random.Random, number: int) -> dict[str, Any]:
    """Return a piece with everyday fields."""
    return {
        "uid": new_uid(),
        "title": f"{' '.join(chance.sample(WORDS, 6))} {number}",
        "kind": chance.choice(("aspirational", "practical")),
        "stage_id": chance.randint(1, 5),
        "interest_id": chance.randint(1, 8),
        "format_id": chance.randint(1, 10),
        "channel_id": chance.randint(1, 5),
        "status_id": chance.randint(1, 10),
        "planned": date(2025, 1, 1) + timedelta(days=chance.randrange(1000)),
        "brief": " ".join(chance.choices(WORDS, k=75))[:500],
        "url": f"https://example.com/{number}",
        "evergreen": chance.random() < 0.3,
        "created": datetime.now(UTC),
    }


def seconds(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
