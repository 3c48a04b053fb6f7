"""Bringing a workspace file to the newest schema, all of it or nothing."""

from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from editorial.errors import StoreUnavailable
from editorial.language import _
from editorial.store.engine import WRITING, sqlite_engine
from editorial.store.failures import said_clearly
from editorial.store.journal import drop_triggers, make_triggers
from editorial.store.schema import APPLICATION_ID

MIGRATIONS = Path(__file__).with_name("migrations")


def upgrade(path: Path, migrations: Path | None = None) -> None:
    """Bring the file to the newest schema, its journal triggers made anew. Raises StoreUnavailable.

    Rebuilding a table drops its triggers without a word, and a dropped column breaks those that name it: so all of them
    go first and come last.
    """
    engine = sqlite_engine(path, shared=True)
    try:
        with said_clearly(), engine.connect().execution_options(**{WRITING: True}) as connection:
            # Rebuilding a table must not run the cascades of those that point to it; in a transaction it is too late.
            _outside_transaction(connection, "PRAGMA foreign_keys=OFF")
            with connection.begin():
                drop_triggers(connection)
                run_migrations(connection, migrations or MIGRATIONS)
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                make_triggers(connection)
                _refuse_dangling(connection)
    finally:
        engine.dispose()


def run_migrations(connection: Connection, migrations: Path) -> None:
    """Run the steps from the revision of the database to the newest, in the transaction of the connection."""
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)

    def steps(revision: Any, _context: Any) -> Any:
        return script._upgrade_revs("head", revision)

    with EnvironmentContext(config, script, fn=steps) as environment:
        environment.configure(connection=connection, render_as_batch=True)
        environment.run_migrations()


def _outside_transaction(connection: Connection, statement: str) -> None:
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute(statement)


def _refuse_dangling(connection: Connection) -> None:
    if connection.execute(text("PRAGMA foreign_key_check")).first() is not None:
        raise StoreUnavailable(_("The workspace could not be brought to the newest version. It is as it was."))
