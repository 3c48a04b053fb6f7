"""Kill a writer over and over: run as a program, it prints what was found as JSON.

Each victim is forked from this process, which has imported the store and has no file open: that takes a few
milliseconds, starting Python anew half a second.
"""

import json
import os
import random
import select
import shutil
import signal
import sqlite3
import struct
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from sqlalchemy import text

from editorial.services.workspaces import Changed, open_workspace
from editorial.store.bulk import insert_rows
from editorial.store.tables import PieceRow
from editorial.store.workspace import new_uid

ROWS = 400
FRESH_AFTER = 10
TABLE = PieceRow.__table__  # type: ignore[attr-defined]


def write(path: Path, acknowledge: int) -> NoReturn:
    """Edit and import until killed; each change that was committed is told through the pipe."""
    workspace = open_workspace(path, author="Victim")
    chance = random.Random()

    def tell(changed: Changed) -> None:
        os.write(acknowledge, struct.pack("q", changed.change_id))

    workspace.subscribe(tell)
    while True:
        with workspace.change("Write") as session:
            connection = session.connection()
            if chance.random() < 0.2:
                insert_rows(connection, TABLE, [a_row() for _n in range(ROWS)])
            else:
                connection.execute(text("UPDATE workspace SET name = :n"), {"n": str(chance.random())})


def a_row() -> dict[str, object]:
    return {"uid": new_uid(), "title": "Piece", "brief": "words " * 20, "status_id": 1, "created": datetime.now(UTC)}


def kill_one(path: Path, chance: random.Random) -> set[int]:
    """Let one victim write, kill it and return the changes it said were committed."""
    told, tell = os.pipe()
    if (victim := os.fork()) == 0:
        os.close(told)
        write(path, tell)
    os.close(tell)
    select.select([told], [], [], 5)
    time.sleep(chance.uniform(0, 0.02))
    os.kill(victim, signal.SIGKILL)
    os.waitpid(victim, 0)
    with os.fdopen(told, "rb") as pipe:
        said = pipe.read()
    return {change for (change,) in struct.iter_unpack("q", said)}


def problems(path: Path, acknowledged: set[int]) -> list[str]:
    """Return what is wrong with the file; a commit that stands without its acknowledgement is right."""
    with closing(sqlite3.connect(path)) as file:
        found = [row[0] for row in file.execute("PRAGMA integrity_check") if row[0] != "ok"]
        found += [f"dangling: {row}" for row in file.execute("PRAGMA foreign_key_check")]
        there = {row[0] for row in file.execute("SELECT id FROM change")}
        found += [f"lost: {change}" for change in acknowledged - there]
        half = "SELECT count(*) FROM journal_row WHERE tab = 'piece' GROUP BY change_id"
        found += [f"half an import: {row[0]}" for row in file.execute(half) if row[0] != ROWS]
        unlike = (
            "SELECT (SELECT count(*) FROM piece), (SELECT count(*) FROM find_title), (SELECT count(*) FROM find_text)"
        )
        pieces, titles, texts = file.execute(unlike).fetchone()
        if not pieces == titles == texts:
            found.append(f"index: {pieces} pieces, {titles} titles, {texts} texts")
        if file.execute("SELECT count(*) FROM journal_open").fetchone()[0]:
            found.append("a change stands open")
    return found


def warm_up(path: Path) -> None:
    """Write once and close, so that victims inherit what the libraries keep; none inherits an open file."""
    workspace = open_workspace(path)
    with workspace.change("Warm up") as session:
        insert_rows(session.connection(), TABLE, [a_row()])
    workspace.close()


def main(template: Path, folder: Path, kills: int) -> None:
    """Kill so many victims and print what was acknowledged and what went wrong."""
    warm_up(Path(shutil.copyfile(template, folder / "warm.editorial")))
    chance = random.Random(7)
    acknowledged: set[int] = set()
    total, wrong = 0, []
    for number in range(kills):
        path = folder / f"{number // FRESH_AFTER}.editorial"
        if number % FRESH_AFTER == 0:
            shutil.copyfile(template, path)
            acknowledged = set()
        said = kill_one(path, chance)
        total += len(said)
        acknowledged |= said
        wrong += problems(path, acknowledged)
    sys.stdout.write(json.dumps({"acknowledged": total, "wrong": wrong}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
