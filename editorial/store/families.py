"""Which record the rows of each table belong to, and which tables the journal records."""

from sqlalchemy import Table
from sqlmodel import SQLModel

from editorial.store import tables

UNJOURNALLED = frozenset(
    {"change", "journal_row", "journal_open", "find_title", "find_name", "alembic_version", "find_text"}
)

FAMILY = {
    "piece_segment": "piece",
    "piece_stage": "piece",
    "piece_interest": "piece",
    "piece_link": "piece",
    "assignment": "piece",
    "piece_use": "piece",
    "evidence": "piece",
    "task": "piece",
    "person_role": "person",
    "person_segment": "person",
    "person_interest": "person",
    "person_away": "person",
    "format_step": "format",
    "slot_exception": "slot",
    "interview_person": "interview",
    "interview_piece": "interview",
    "session_person": "planning_session",
    "quote_piece": "quote",
    "question_piece": "question",
    "card_source": "answer_card",
    "agreed_stage": "stage_agreement",
    "target": "segment",
}
"""Which record a table's rows belong to; a table that is not named belongs to itself."""


def family(table: str) -> str:
    """Return the kind of record that rows of this table belong to."""
    return FAMILY.get(table, table)


def journalled() -> list[Table]:
    """Return the journalled tables, parents before children."""
    assert tables.__all__
    return [table for table in SQLModel.metadata.sorted_tables if table.name not in UNJOURNALLED]


def owner_column(table: Table) -> str:
    """Return the column that holds the id of the owning record."""
    return f"{family(table.name)}_id" if table.name in FAMILY else "id"


def key_columns(table: Table) -> list[str]:
    """Return the columns of the primary key, in the order in which the journal keeps them."""
    return [column.name for column in table.primary_key.columns]


def plain_columns(table: Table) -> list[str]:
    """Return the columns that can be written: generated ones are not."""
    return [column.name for column in table.columns if column.computed is None]


def compared_columns(table: Table) -> list[str]:
    """Return the columns whose change is worth a journal row; a version alone is not."""
    return [name for name in plain_columns(table) if name != "version"]


def family_tables(record: str) -> list[str]:
    """Return every table whose rows belong to this kind of record."""
    return [record, *(table for table, kind in FAMILY.items() if kind == record)]
