from datetime import date
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlmodel import SQLModel

from editorial.errors import RuleBroken, StaleEdit
from editorial.services import history
from editorial.services.workspaces import Changed, Workspace
from editorial.store.bulk import insert_rows
from editorial.store.families import journalled
from editorial.store.journal import trigger_statements
from editorial.store.tables import PieceRow
from tests.builders import a_person, a_piece, a_segment, value


def rows(workspace: Workspace) -> list[tuple[str, str, Any]]:
    """Return table, operation and columns before of the newest change's rows."""
    with workspace.read() as connection:
        found = connection.execute(
            text("SELECT tab, op, before FROM journal_row WHERE change_id = (SELECT max(id) FROM change) ORDER BY id")
        )
        return [(tab, op, before) for tab, op, before in found]


def run(workspace: Workspace, sql: str, **bound: object) -> None:
    with workspace.change("By hand") as session:
        session.connection().execute(text(sql), bound)


def test_insert_records_its_key_alone(workspace: Workspace) -> None:
    a_piece(workspace)
    assert rows(workspace) == [("piece", "insert", None)]


def test_update_records_what_differs(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps", kind="practical")
    run(workspace, "UPDATE piece SET title = 'Heat pumps', kind = 'practical'")
    assert rows(workspace) == [("piece", "update", '{"title":"Pumps"}')]


def test_delete_records_the_whole_row_and_its_cascades(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps", segment_ids=(a_segment(workspace),))
    run(workspace, "DELETE FROM piece")
    assert [(tab, op) for tab, op, _before in rows(workspace)] == [("piece_segment", "delete"), ("piece", "delete")]
    assert '"title":"Pumps"' in rows(workspace)[1][2]


def test_link_that_points_elsewhere_leaves_and_comes_anew(workspace: Workspace) -> None:
    first, second = a_segment(workspace, "One"), a_segment(workspace, "Two")
    a_piece(workspace, segment_ids=(first,))
    run(workspace, "UPDATE piece_segment SET segment_id = :to", to=second)
    assert [(tab, op) for tab, op, _before in rows(workspace)] == [
        ("piece_segment", "delete"),
        ("piece_segment", "insert"),
    ]


def test_edit_through_a_session_is_recorded(workspace: Workspace) -> None:
    piece = a_piece(workspace, "Pumps")
    with workspace.change("Rename") as session:
        session.get_one(PieceRow, piece).title = "Heat pumps"
    assert rows(workspace) == [("piece", "update", '{"version":1,"title":"Pumps"}')]


def test_change_that_alters_nothing_is_not_kept(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps")
    run(workspace, "UPDATE piece SET title = 'Pumps'")
    assert value(workspace, "SELECT count(*) FROM change") == 1


def test_write_outside_a_change_is_refused(workspace: Workspace) -> None:
    with workspace.engine.connect() as connection, pytest.raises(DatabaseError, match="write outside a change"):
        connection.exec_driver_sql("UPDATE workspace SET name = 'Other'")


def test_id_never_changes(workspace: Workspace) -> None:
    a_piece(workspace)
    with pytest.raises(RuleBroken, match="an id never changes"):
        run(workspace, "UPDATE piece SET id = 99")


def fail_half_way(workspace: Workspace) -> None:
    with workspace.change("Half") as session:
        session.connection().execute(text("UPDATE workspace SET name = 'Half'"))
        raise ZeroDivisionError


def test_failure_leaves_nothing_behind(workspace: Workspace) -> None:
    with pytest.raises(ZeroDivisionError):
        fail_half_way(workspace)
    assert value(workspace, "SELECT name FROM workspace") == "Test"
    assert value(workspace, "SELECT count(*) FROM change") == 0


def test_changing_links_raises_the_version_of_their_piece(workspace: Workspace) -> None:
    piece = a_piece(workspace)
    segment = a_segment(workspace)
    run(workspace, "INSERT INTO piece_segment(piece_id, segment_id) VALUES (:p, :s)", p=piece, s=segment)
    assert value(workspace, "SELECT version FROM piece") == 2


def test_version_that_the_writer_raised_is_not_raised_again(workspace: Workspace) -> None:
    a_piece(workspace)
    run(workspace, "UPDATE piece SET brief = 'x', version = version + 1")
    assert value(workspace, "SELECT version FROM piece") == 2


def rename_over_another(workspace: Workspace, piece: int) -> None:
    with workspace.change("Mine") as session:
        row = session.get_one(PieceRow, piece)
        session.connection().execute(text("UPDATE piece SET title = 'Theirs', version = version + 1"))
        row.title = "Mine"


def test_stale_edit_overwrites_nothing(workspace: Workspace) -> None:
    piece = a_piece(workspace, "Pumps")
    with pytest.raises(StaleEdit, match="since you opened it"):
        rename_over_another(workspace, piece)
    assert value(workspace, "SELECT title FROM piece") == "Pumps"


def test_typing_joins_into_one_change(workspace: Workspace) -> None:
    piece = a_piece(workspace)
    for words in ("P", "Pu", "Pum"):
        with workspace.change("Type", joins=f"brief {piece}") as session:
            session.connection().execute(text("UPDATE piece SET brief = :w"), {"w": words})
    assert value(workspace, "SELECT count(*) FROM change") == 2


def test_of_what_is_typed_the_journal_keeps_the_first_before_and_the_last_after(workspace: Workspace) -> None:
    piece = a_piece(workspace)
    for field, words in (("brief", "P"), ("draft", "D"), ("brief", "Pumps")):
        with workspace.change("Type", joins=f"text {piece}") as session:
            session.connection().execute(text(f"UPDATE piece SET {field} = :w"), {"w": words})
    kept = (
        "SELECT json_extract({side}, '$.brief') || json_extract({side}, '$.draft') FROM journal_row WHERE op = 'update'"
    )
    assert value(workspace, kept.format(side="after")) == "PumpsD"
    assert value(workspace, kept.format(side="before")) == ""
    history.undo(workspace)
    assert value(workspace, "SELECT brief || draft FROM piece") == ""
    history.redo(workspace)
    assert value(workspace, "SELECT brief || draft FROM piece") == "PumpsD"


def test_what_is_made_and_typed_in_one_change_stays_as_it_was_written(workspace: Workspace) -> None:
    for words in ("Buyers", "Founders"):
        with workspace.change("Type", joins="tip") as session:
            if words == "Buyers":
                made = {"uid": "u", "name": "", "day": date(2027, 1, 1), "situation": "", "failed": "", "proof": ""}
                insert_rows(session.connection(), SQLModel.metadata.tables["tip"], [{**made, "name": "T", "notes": ""}])
            session.connection().execute(text("UPDATE tip SET situation = :w"), {"w": words})
    assert value(workspace, "SELECT group_concat(op) FROM journal_row WHERE tab = 'tip'") == "insert,update,update"
    history.undo(workspace)
    assert value(workspace, "SELECT count(*) FROM tip") == 0


def test_typing_elsewhere_does_not_join(workspace: Workspace) -> None:
    a_piece(workspace)
    for field in ("brief", "draft"):
        with workspace.change("Type", joins=field) as session:
            session.connection().execute(text(f"UPDATE piece SET {field} = 'x'"))
    assert value(workspace, "SELECT count(*) FROM change") == 3


def test_notice_tells_what_kind_of_thing_changed(workspace: Workspace) -> None:
    told: list[Changed] = []
    leave = workspace.subscribe(told.append)
    a_person(workspace)
    leave()
    a_piece(workspace)
    assert [notice.kinds for notice in told] == [frozenset({"person"})]


def test_span_of_a_change_holds_its_rows(workspace: Workspace) -> None:
    a_piece(workspace, planned=date(2027, 1, 1), stage="Interest")
    a_person(workspace)
    outside = (
        "SELECT count(*) FROM journal_row j JOIN change c ON c.id = j.change_id "
        "WHERE NOT (j.id > c.first_row AND j.id <= c.last_row)"
    )
    assert value(workspace, outside) == 0


def test_triggers_in_a_file_are_the_generated_ones(workspace: Workspace) -> None:
    with workspace.read() as connection:
        found = connection.execute(text("SELECT sql FROM sqlite_master WHERE type = 'trigger'")).scalars()
        assert sorted(found) == sorted(trigger_statements("sqlite"))


def test_every_table_of_the_plan_is_journalled() -> None:
    kept = {table.name for table in journalled()}
    assert set(SQLModel.metadata.tables) - kept == {"change", "journal_row", "journal_open", "find_title", "find_name"}
