import re
import shutil
import sqlite3
from contextlib import closing
from datetime import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import DDLElement, make_url, text
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

from editorial.errors import RuleBroken, StoreUnavailable
from editorial.services import history, lists
from editorial.services.backups import list_backups
from editorial.services.workspaces import Workspace, open_workspace
from editorial.store import opening, upgrading
from editorial.store.engine import sqlite_engine
from editorial.store.journal import trigger_statements
from editorial.store.schema import REVISION
from editorial.store.upgrading import MIGRATIONS, upgrade
from tests.builders import a_piece, a_segment, value

OLD = sorted((Path(__file__).parent.parent / "old_workspaces").glob("*.editorial"))

NEXT = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "0004", "0003", None, None

def upgrade():
    with op.batch_alter_table("segment", recreate="always") as batch:
        batch.add_column(sa.Column("motto", sa.Text, nullable=False, server_default=""))
"""

BROKEN = NEXT + '    op.execute("INSERT INTO nowhere VALUES (1)")\n'


def schema(path: Path) -> dict[str, str]:
    """Return every object of a file with its definition, whatever its white space."""
    engine = sqlite_engine(path)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT name, coalesce(sql, '') AS sql FROM sqlite_master")).all()
    engine.dispose()
    return {row.name: without_white_space(row.sql) for row in found}


def without_white_space(sql: str) -> str:
    """Return SQL without white space and quotes: a table that was made anew is stored with its name in quotes."""
    return re.sub(r'[\s"]+', "", sql)


@pytest.fixture
def upgraded(tmp_path: Path) -> Path:
    """Bring an empty file to the newest schema."""
    path = tmp_path / "upgraded.editorial"
    path.touch()
    upgrade(path)
    return path


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    """Return a copy of the migrations that goes one revision further."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder)
    (folder / "versions" / "r0004_next.py").write_text(NEXT, "utf-8")
    return folder


def test_new_file_equals_a_migrated_one(workspace_path: Path, upgraded: Path) -> None:
    assert schema(workspace_path) == schema(upgraded)


def test_migrations_build_exactly_the_tables(upgraded: Path) -> None:
    engine = sqlite_engine(upgraded)
    with engine.connect() as connection:
        own = {"include_name": lambda name, kind, _parents: kind != "table" or not name.startswith("find_text")}
        context = MigrationContext.configure(connection, opts={"compare_type": True, **own})
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_schema_is_written_for_both_databases(database: str) -> None:
    dialect = make_url(f"{database}://").get_dialect()()
    frozen = "".join(file.read_text("utf-8") for file in sorted((MIGRATIONS / "versions").glob(f"*.{database}.sql")))
    written = without_white_space(frozen)
    for table in SQLModel.metadata.sorted_tables:
        added = re.findall(rf"ALTER TABLE {table.name} ADD COLUMN ([^;]+);", frozen)
        made = re.sub(r"\s+", " ", str(CreateTable(table).compile(dialect=dialect)))
        assert all(re.sub(r"\s+", " ", column) in made for column in added)
        definitions: list[DDLElement] = [CreateTable(table), *map(CreateIndex, table.indexes)]
        for definition in definitions[1:] if added else definitions:
            assert without_white_space(str(definition.compile(dialect=dialect))) in written


def test_newest_revision_is_the_one_the_program_knows() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == REVISION


def test_migration_keeps_rows_and_makes_the_triggers_anew(workspace: Workspace, migrations: Path) -> None:
    a_piece(workspace, "Pumps", segment_ids=(a_segment(workspace),))
    workspace.close()
    upgrade(workspace.path, migrations)
    engine = sqlite_engine(workspace.path)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT motto FROM segment JOIN piece_segment")).scalar_one() == ""
        made = connection.execute(text("SELECT sql FROM sqlite_master WHERE type = 'trigger'")).scalars()
        assert sorted(made) == sorted(trigger_statements("sqlite"))
    engine.dispose()


def test_migration_that_fails_leaves_the_file_as_it_was(workspace_path: Path, migrations: Path) -> None:
    (migrations / "versions" / "r0004_next.py").write_text(BROKEN, "utf-8")
    before = schema(workspace_path)
    with pytest.raises(Exception, match="nowhere"):
        upgrade(workspace_path, migrations)
    assert schema(workspace_path) == before


def test_workspace_of_a_newer_program_is_refused(workspace_path: Path, migrations: Path) -> None:
    upgrade(workspace_path, migrations)
    with pytest.raises(StoreUnavailable, match="written by a newer version of Editorial"):
        open_workspace(workspace_path)


@pytest.fixture
def next_program(migrations: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be the program that goes one revision further."""
    monkeypatch.setattr(upgrading, "MIGRATIONS", migrations)
    monkeypatch.setattr(opening, "REVISION", "0004")


@pytest.mark.usefixtures("next_program")
def test_older_workspace_is_brought_up_after_a_copy_is_kept(workspace_path: Path) -> None:
    opened = open_workspace(workspace_path)
    assert value(opened, "SELECT version_num FROM alembic_version") == "0004"
    assert [copy.path.stem[-11:] for copy in list_backups(workspace_path)] == ["before 0003"]
    opened.close()


@pytest.mark.usefixtures("next_program")
def test_older_workspace_is_not_brought_up_for_reading(workspace_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="must be opened for writing once"):
        open_workspace(workspace_path, readonly=True)


def test_change_from_before_a_migration_is_not_undone(workspace: Workspace, next_program: None) -> None:
    a_piece(workspace, "Pumps")
    workspace.close()
    opened = open_workspace(workspace.path, author="Ada")
    with pytest.raises(RuleBroken, match="before the workspace was brought to a newer version"):
        history.undo(opened)
    opened.close()


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_old_workspace_opens_with_everything_in_it(old: Path, tmp_path: Path) -> None:
    opened = open_workspace(Path(shutil.copyfile(old, tmp_path / "old.editorial")), author="Ada")
    assert value(opened, "SELECT group_concat(title) FROM piece") == "Pricing after tariffs,关税后的定价"
    assert value(opened, "SELECT group_concat(name) FROM segment") == "Founders"
    assert value(opened, "SELECT count(*) FROM journal_row") == 4
    opened.close()


def test_there_is_an_old_workspace_of_each_revision() -> None:
    assert OLD[-1].stem == REVISION


BEFORE_PEOPLE = """
INSERT INTO journal_open(id) VALUES (1);
INSERT INTO person(uid, name, outside_id, email, organisation, notes) VALUES ('p1', 'Elena', '', 'e@x.org', 'Wye', '');
INSERT INTO interview(uid, name, day, time, minutes, place, status, questions, notes)
    VALUES ('i1', 'Robots', '2027-03-19', '14:00', 45, '', 'arranged', '1. Why?', '');
INSERT INTO interview_person(interview_id, person_id) VALUES (1, 1);
INSERT INTO assignment(piece_id, person_id, role, status, hours) VALUES (1, 1, 'reviewer', 'accepted', '2.5');
INSERT INTO field_note(uid, name, day, person_id, done, notes) VALUES ('n1', 'They ask', '2027-03-01', 1, '', '');
DELETE FROM journal_open;
"""


def test_people_of_an_older_workspace_keep_what_they_had(tmp_path: Path) -> None:
    old = Path(shutil.copyfile(OLD[0].with_name("0002.editorial"), tmp_path / "old.editorial"))
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript(BEFORE_PEOPLE)
    with closing(open_workspace(old)) as opened:
        (person,) = lists.read_people(opened)
        (interview,) = lists.read_records(opened, "interview")
        (note,) = lists.read_records(opened, "field_note")
        assert (person.email, person.time_zone, person.weekdays) == ("e@x.org", "", frozenset())
        assert (interview.person_ids, interview.time, interview.sequence) == ((person.id,), time(14), 0)
        assert (note.person_id, note.account) == (person.id, "")
        assert value(opened, "SELECT status || hours || comment FROM assignment") == "accepted2.5"
