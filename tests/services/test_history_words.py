"""History calls every field as people do."""

import pytest
from sqlalchemy import Table

from editorial.domain.column_words import column_word, record_word
from editorial.domain.fields import BY_ATTRIBUTE
from editorial.services.history import UNTOLD
from editorial.store.families import family, journalled

LINKS = {"piece_link", "piece_segment", "piece_stage", "piece_interest", "assignment", "person_role"}
LINKS |= {"person_segment", "person_interest", "target", "piece_use", "interview_person", "interview_piece"}
LINKS |= {"session_person"}
RECORDS = [table for table in journalled() if table.name not in LINKS]


@pytest.mark.parametrize("table", RECORDS, ids=lambda table: table.name)
def test_every_column_has_a_word(table: Table) -> None:
    known = set(BY_ATTRIBUTE) if table.name == "piece" else set()
    told = [column.name for column in table.columns if column.name not in UNTOLD | known | {"id"}]
    assert not [name for name in told if column_word(name) == name]


@pytest.mark.parametrize("kind", sorted({family(table.name) for table in journalled()}))
def test_every_kind_of_record_has_a_word(kind: str) -> None:
    assert record_word(kind) in {kind, kind.replace("_", " ")}
