"""The load of 200 people over 26 weeks, and My work of one of them, 10,000 pieces beside."""

import random
import tempfile
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

from figure_coverage import fill
from sqlalchemy import insert, select

from editorial.domain.period import between
from editorial.domain.records import Away, Person
from editorial.domain.vocabulary import InterviewStatus, PersonRole
from editorial.services.load import load
from editorial.services.my_work import my_work
from editorial.services.workspaces import Workspace, create_workspace
from editorial.store.list_edits import insert_entry
from editorial.store.lists import TABLES, read_people
from editorial.store.workspace import new_uid
from measuring import Figure, milliseconds

TODAY = date(2026, 3, 16)
WEEKS = 26
PEOPLE, INTERVIEWS, ASSIGNMENTS = 200, 1_000, 3_000
PIECES = 10_000
_DAY = timedelta(days=1)


def measure() -> list[Figure]:
    """Measure in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = create_workspace(Path(folder) / "people.editorial")
        fill(workspace, PIECES)
        people = write_people(workspace)
        period = between(TODAY, TODAY + timedelta(weeks=WEEKS) - _DAY)
        found = load(workspace, period)
        assert sum(week.open for one in found.people for week in one.weeks) > 0
        loading = milliseconds(lambda: load(workspace, period), runs=15)
        busiest = max(people, key=lambda one: len(my_work(workspace, one, TODAY).owed))
        working = milliseconds(lambda: my_work(workspace, busiest, TODAY), runs=15)
        workspace.close()
    return [
        Figure("load of 200 people × 26 weeks, 10,000 pieces beside", loading, "ms", target=100),
        Figure("My work of one person among 10,000 pieces", working, "ms", target=50),
    ]


def write_people(workspace: Workspace) -> list[int]:
    """Add people who can give so much, interviews with them, and what they owe for pieces ahead."""
    chosen = random.Random(1)
    with workspace.change("People") as session:
        connection = session.connection()
        ids = [insert_entry(connection, "person", _person(number, chosen)) for number in range(PEOPLE)]
        for number in range(INTERVIEWS):
            talk = {"name": f"Talk {number}", "day": TODAY + chosen.randrange(182) * _DAY, "time": time(9 + number % 8)}
            talk |= {"status": InterviewStatus.ARRANGED, "person_ids": (chosen.choice(ids),)}
            insert_entry(connection, "interview", talk)
        pieces = list(connection.execute(select(TABLES["piece"].c.id)).scalars())
        rows = [_assignment(piece, chosen.choice(ids), chosen) for piece in chosen.sample(pieces, ASSIGNMENTS)]
        connection.execute(insert(TABLES["assignment"]), rows)
        tasks = [
            {"uid": new_uid(), "piece_id": row["piece_id"], "position": place, "name": f"Step {place}", "pinned": False}
            for row in rows
            for place in range(4)
        ]
        connection.execute(insert(TABLES["task"]), tasks)
    assert len(read_everybody(workspace)) >= PEOPLE
    return ids


def read_everybody(workspace: Workspace) -> list[Person]:
    """Return everybody in the workspace."""
    with workspace.read() as connection:
        return read_people(connection)


def _person(number: int, chosen: random.Random) -> dict[str, object]:
    first = TODAY + chosen.randrange(150) * _DAY
    away = (Away(first=first, last=first + 9 * _DAY),)
    known = {"roles": (PersonRole.SME,), "interviews_a_month": 3, "hours_a_quarter": 40, "away": away}
    return {"name": f"Person {number}", **known}


def _assignment(piece: int, person: int, chosen: random.Random) -> dict[str, object]:
    due = TODAY + chosen.randrange(-10, 170) * _DAY
    told = {"role": "reviewer", "status": "accepted", "due": due, "hours": Decimal(2)}
    return {"piece_id": piece, "person_id": person, **told}
