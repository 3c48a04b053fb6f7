"""The statements behind the calendar use the index of the range."""

from datetime import date
from typing import Any

from sqlalchemy import event

from editorial.domain.records import Entry
from editorial.services import calendar, pieces
from editorial.store.workspace import Workspace
from tests.builders import a_piece

FIRST, LAST = date(2027, 3, 1), date(2027, 4, 11)


def plan(workspace: Workspace, statement: str, parameters: Any) -> str:
    with workspace.read() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
    return "\n".join(row[-1] for row in rows)


def asked(workspace: Workspace) -> list[tuple[str, Any]]:
    """Collect the statements that are executed from now on."""
    found: list[tuple[str, Any]] = []

    @event.listens_for(workspace.engine, "before_cursor_execute")
    def _keep(_c: object, _cursor: object, statement: str, parameters: Any, *_rest: object) -> None:
        if "FROM piece" in statement:
            found.append((statement, parameters))

    return found


def test_a_range_is_one_statement_over_its_index(workspace: Workspace) -> None:
    found = asked(workspace)
    calendar.between(workspace, FIRST, LAST)
    assert len(found) == 1
    assert "USING INDEX piece_range (publish_date>? AND publish_date<?)" in plan(workspace, *found[0])


def test_ideas_are_found_by_the_index_too(workspace: Workspace) -> None:
    found = asked(workspace)
    calendar.ideas(workspace)
    assert "piece_range (publish_date=?)" in plan(workspace, *found[0])


def test_more_pieces_than_one_statement_names(workspace: Workspace) -> None:
    kept = a_piece(workspace, "Kept")
    found: list[Entry] = pieces.read_entries(workspace, [*range(2, 12_000), kept])
    assert [entry.id for entry in found] == [kept]
