"""What working with people needs: questions, quotes, transcripts, answer cards, tips, packets, and more of a person."""

from pathlib import Path

from alembic import op

from editorial.store.rebuilding import rebuild

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

GREW = ("person", "assignment", "interview", "interview_person", "field_note", "workspace", "change")
"""Tables with new columns: SQLite makes them anew, so that a file brought up equals a new one."""


def upgrade() -> None:
    connection = op.get_bind()
    statements = Path(__file__).with_name(f"{revision}.{connection.dialect.name}.sql").read_text("utf-8").split(";\n")
    for statement in filter(str.strip, statements):
        if connection.dialect.name == "sqlite" and (table := _grew(statement)):
            rebuild(connection, table, statement)
        else:
            connection.exec_driver_sql(statement)


def _grew(statement: str) -> str | None:
    return next((table for table in GREW if statement.strip().startswith(f"CREATE TABLE {table} (")), None)
