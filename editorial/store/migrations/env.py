"""What `alembic revision --autogenerate` compares: the tables with a new file at the newest revision."""

import tempfile
from pathlib import Path

from alembic import context
from sqlmodel import SQLModel

from editorial.store import tables
from editorial.store.engine import sqlite_engine
from editorial.store.upgrading import upgrade

assert tables.__all__

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "empty.editorial"
    path.touch()
    upgrade(path)
    engine = sqlite_engine(path)
    with engine.connect() as connection:
        context.configure(connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True)
        context.run_migrations()
    engine.dispose()
