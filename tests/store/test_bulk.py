from datetime import date

from sqlalchemy import insert, text
from sqlmodel import SQLModel

from editorial.services.workspaces import Workspace
from editorial.store.bulk import insert_rows
from tests.builders import CREATED

PIECE = SQLModel.metadata.tables["piece"]
ROW = {"title": "Pumps", "status_id": 1, "created": CREATED, "planned": date(2027, 3, 4), "kind": "practical"}


def stored(workspace: Workspace) -> list[tuple[object, ...]]:
    """Return the rows as the file has them, without what differs in any case."""
    with workspace.read() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM piece ORDER BY id").mappings()
        return [tuple(value for name, value in row.items() if name not in ("id", "uid")) for row in rows]


def test_many_rows_are_stored_as_one_statement_would_store_them(workspace: Workspace) -> None:
    with workspace.change("Both ways") as session:
        insert_rows(session.connection(), PIECE, [{**ROW, "uid": "one"}])
        session.connection().execute(insert(PIECE).values(**ROW, uid="two"))
    first, second = stored(workspace)
    assert first == second


def test_no_rows_insert_nothing(workspace: Workspace) -> None:
    with workspace.change("Nothing") as session:
        insert_rows(session.connection(), PIECE, [])
    assert stored(workspace) == []


def test_large_change_tells_the_planner_how_large_tables_are(workspace: Workspace) -> None:
    with workspace.change("Many") as session:
        insert_rows(session.connection(), PIECE, [{**ROW, "uid": f"uid {n}"} for n in range(2_500)])
    with workspace.read() as connection:
        counted = connection.execute(text("SELECT stat FROM sqlite_stat1 WHERE idx = 'piece_range'")).scalar_one()
    assert int(counted.split()[0]) >= 2_000
