"""What `alembic revision --autogenerate` compares: the tables with a new file at the newest revision."""

import subprocess
import sys
import tempfile
from pathlib import Path

from alembic import context
from sqlmodel import SQLModel

from editorial.store import tables
from editorial.store.engine import sqlite_engine

UPGRADE = (
    "import sys; from pathlib import Path; from editorial.store.upgrading import upgrade; upgrade(Path(sys.argv[1]))"
)

assert tables.__all__

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "empty.editorial"
    path.touch()
    # Alembic knows one environment a process, and this is one.
    subprocess.run([sys.executable, "-c", UPGRADE, path], check=True)
    engine = sqlite_engine(path)
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=SQLModel.metadata,
            render_as_batch=True,
            include_name=lambda name, kind, _parents: kind != "table" or not str(name).startswith("find_text"),
        )
        context.run_migrations()
    engine.dispose()
