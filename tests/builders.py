"""Builders of records in a real workspace: a test says only what matters to it, and gets the id back."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Table, insert, text
from sqlmodel import SQLModel

from editorial.domain.vocabulary import AssignmentRole
from editorial.store.workspace import Workspace, new_uid

CREATED = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def a_piece(
    workspace: Workspace,
    title: str = "A piece",
    *,
    planned: date | None = None,
    status: str = "Idea",
    stage: str | None = None,
    segment_ids: tuple[int, ...] = (),
    further_stage_ids: tuple[int, ...] = (),
    further_interest_ids: tuple[int, ...] = (),
    author_ids: tuple[int, ...] = (),
    **fields: Any,
) -> int:
    """Add a piece; `status` and `stage` are names, everything else is named as in the table."""
    fields.setdefault("status_id", named(workspace, "status", status))
    if stage is not None:
        fields["stage_id"] = named(workspace, "stage", stage)
    fields.setdefault("created", CREATED)
    with workspace.change(f"Add “{title}”") as session:
        piece_id = _insert(session, "piece", title=title, planned=planned, **fields)
        for other, ids in (("segment", segment_ids), ("stage", further_stage_ids), ("interest", further_interest_ids)):
            for position, id_ in enumerate(ids):
                values: dict[str, Any] = {"piece_id": piece_id, f"{other}_id": id_, "position": position}
                session.execute(insert(_table(f"piece_{other}")).values(**values))
        for position, id_ in enumerate(author_ids):
            values = {"piece_id": piece_id, "person_id": id_, "role": AssignmentRole.AUTHOR.value, "position": position}
            session.execute(insert(_table("assignment")).values(**values))
    return piece_id


def a_segment(workspace: Workspace, name: str = "Founders", **fields: Any) -> int:
    return a_record(workspace, "segment", name=name, **fields)


def an_interest(workspace: Workspace, name: str = "Cost", **fields: Any) -> int:
    return a_record(workspace, "interest", name=name, **fields)


def a_person(workspace: Workspace, name: str = "Ada Byron", **fields: Any) -> int:
    return a_record(workspace, "person", name=name, **fields)


def a_campaign(workspace: Workspace, name: str = "Spring", **fields: Any) -> int:
    return a_record(workspace, "campaign", name=name, **fields)


def a_record(workspace: Workspace, table: str, **fields: Any) -> int:
    """Add a row to any table that has an id of its own."""
    with workspace.change(f"Add {table} {fields.get('name', '')}") as session:
        return _insert(session, table, **fields)


def named(workspace: Workspace, table: str, name: str) -> int:
    """Return the id of the entry of a list that bears this name."""
    with workspace.read() as connection:
        return int(connection.execute(text(f'SELECT id FROM "{table}" WHERE name = :n'), {"n": name}).scalar_one())


def value(workspace: Workspace, sql: str, **bound: Any) -> Any:
    """Return the one value that a query gives."""
    with workspace.read() as connection:
        return connection.execute(text(sql), bound).scalar_one()


def _insert(session: Any, table: str, **fields: Any) -> int:
    done = session.execute(insert(_table(table)).values(uid=new_uid(), **fields))
    return int(done.inserted_primary_key[0])


def _table(name: str) -> Table:
    return SQLModel.metadata.tables[name]
