"""Whether a workspace file is whole: pages, links between records, and the triggers that keep the journal."""

from sqlalchemy import Connection, text

from editorial.language import _, ngettext
from editorial.store.journal import trigger_statements


def problems(connection: Connection) -> list[str]:
    """Return what is wrong with the file, a sentence each; empty where it is whole."""
    return [*_pages(connection), *_links(connection), *_triggers(connection)]


def _pages(connection: Connection) -> list[str]:
    found = connection.execute(text("PRAGMA integrity_check(20)")).scalars().all()
    return [] if found == ["ok"] else [_("The file is damaged: {reason}.").format(reason=reason) for reason in found]


def _links(connection: Connection) -> list[str]:
    n = len(connection.execute(text("PRAGMA foreign_key_check")).all())
    said = ngettext("{n} record refers to one that is gone.", "{n} records refer to others that are gone.", n)
    return [said.format(n=n)] if n else []


def _triggers(connection: Connection) -> list[str]:
    there = set(connection.execute(text("SELECT sql FROM sqlite_master WHERE type = 'trigger'")).scalars())
    missing = [statement for statement in trigger_statements("sqlite") if statement not in there]
    said = ngettext(
        "{n} table does not keep its history as it should.", "{n} triggers of the history are not as they should be.",
        len(missing),
    )  # fmt: skip
    return [said.format(n=len(missing))] if missing else []
