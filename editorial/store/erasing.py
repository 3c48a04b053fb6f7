"""Replacing a person's name and address in every text of a workspace, its journal included."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from sqlalchemy import Column, Connection, Enum, String, Table, delete, or_, select, update

from editorial.domain.erasing import Scrub, scrub_all
from editorial.store.columns import DecimalText
from editorial.store.families import journalled, plain_columns
from editorial.store.lists import TABLES
from editorial.store.workspace import Workspace

_PERSON = TABLES["person"]
_JOURNAL, _CHANGE = TABLES["journal_row"], TABLES["change"]
_KEPT = frozenset({"id", "uid", "name"})
_OWN = ("name", "email")
_WIPING = (
    "INSERT INTO find_text(find_text) VALUES ('optimize')",
    "VACUUM",
    "PRAGMA wal_checkpoint(TRUNCATE)",
)


def forget_person(connection: Connection, person_id: int, placeholder: str) -> None:
    """Take everything that tells who a person is off their record: it keeps its id, roles and what it gave."""
    connection.execute(update(_PERSON).where(_PERSON.c.id == person_id).values(_blanks(placeholder)))
    away = TABLES["person_away"]
    connection.execute(delete(away).where(away.c.person_id == person_id))


def _blanks(placeholder: str) -> dict[str, Any]:
    blank = {column.name: None if column.nullable else "" for column in _PERSON.columns if column.name not in _KEPT}
    return {"name": placeholder, **blank}


def former(connection: Connection, person_id: int, field: str) -> set[str]:
    """Return what a field of a person held before, as far as the journal knows."""
    theirs = (_JOURNAL.c.tab == "person") & (_JOURNAL.c.record == person_id) & _JOURNAL.c.before.is_not(None)
    found = (_document(kept) for kept in connection.execute(select(_JOURNAL.c.before).where(theirs)).scalars())
    return {str(one[field]) for one in found if one.get(field)}


def _document(kept: Any) -> Any:
    return json.loads(kept) if isinstance(kept, str) else kept


def scrub_records(connection: Connection, scrub: Scrub, words: list[str]) -> None:
    """Scrub every text of every record that holds one of these words, the case of the letters A–Z aside.

    Other people keep their own names and addresses, be they the same.
    """
    for table in journalled():
        keys = list(table.primary_key.columns)
        names = [column.name for column in _texts(table) if table is not _PERSON or column.name not in _OWN]
        if not names:
            continue
        asked = select(*keys, *(table.c[name] for name in names)).where(_hold(table, names, words))
        for row in connection.execute(asked).mappings().all():
            changed = {name: scrub(row[name]) for name in names if row[name] and scrub(row[name]) != row[name]}
            if changed:
                mine = [key == row[key.name] for key in keys]
                connection.execute(update(table).where(*mine).values(**changed))


def _texts(table: Table) -> Iterator[Column[Any]]:
    keys = {column.name for column in table.primary_key.columns} | {"uid"}
    for name in plain_columns(table):
        column = table.c[name]
        kept_as = getattr(column.type, "impl_instance", column.type)
        is_text = isinstance(kept_as, String) and not isinstance(column.type, (Enum, DecimalText))
        if is_text and name not in keys:
            yield column


def _hold(table: Table, names: list[str], words: list[str]) -> Any:
    return or_(*(table.c[name].icontains(word, autoescape=True) for name in names for word in words))


def scrub_journal(connection: Connection, person_id: int, scrub: Scrub, placeholder: str) -> None:
    """Scrub what the journal keeps of every record; of the person nothing that tells who they are is left.

    What other people are called now stays theirs.
    """
    people = connection.execute(
        select(_PERSON.c.id, *(_PERSON.c[name] for name in _OWN)).where(_PERSON.c.id != person_id)
    )
    own = {id_: dict(zip(_OWN, called, strict=True)) for id_, *called in people}
    blanks = {"person": _blanks(placeholder), "person_away": {"reason": ""}}
    columns = (_JOURNAL.c[name] for name in ("id", "tab", "kind", "record", "before", "after"))
    asked = select(*columns).where(or_(_JOURNAL.c.before.is_not(None), _JOURNAL.c.after.is_not(None)))
    for id_, tab, kind, record, *kept in connection.execute(asked).all():
        theirs = kind == "person" and record == person_id
        called = own.get(record, {}) if tab == "person" else {}
        documents = [_scrubbed(one, scrub, blanks.get(tab, {}) if theirs else {}, called) for one in kept]
        if [_document(one) for one in kept] != documents:
            before, after = (_kept_as(was, one) for was, one in zip(kept, documents, strict=True))
            connection.execute(update(_JOURNAL).where(_JOURNAL.c.id == id_).values(before=before, after=after))
    for change, label, author in connection.execute(select(_CHANGE.c.id, _CHANGE.c.label, _CHANGE.c.author)).all():
        if (scrub(label), scrub(author)) != (label, author):
            values = {"label": scrub(label), "author": scrub(author)}
            connection.execute(update(_CHANGE).where(_CHANGE.c.id == change).values(**values))


def _scrubbed(kept: Any, scrub: Scrub, blank: Mapping[str, Any], own: Mapping[str, Any]) -> Any:
    document = _document(kept)
    if document is None:
        return None
    stay = {name: value for name, value in own.items() if document.get(name) == value}
    known = {**stay, **blank}
    return {name: known[name] if name in known else scrub_all(value, scrub) for name, value in document.items()}


def _kept_as(before: Any, document: Any) -> Any:
    return json.dumps(document, ensure_ascii=False) if isinstance(before, str) else document


def make_final(connection: Connection, change: int) -> None:
    """Mark a change as one that cannot be taken back."""
    connection.execute(update(_CHANGE).where(_CHANGE.c.id == change).values(final=True))


def wipe_free_space(workspace: Workspace) -> None:
    """Write the file anew, so that nothing of what was replaced is left between its pages.

    Where another program is reading just now it stays until it is overwritten.
    """
    if workspace.engine.dialect.name != "sqlite":
        return
    kept = workspace.engine.raw_connection()
    try:
        driver = kept.driver_connection
        assert driver is not None
        with suppress(sqlite3.Error):
            for statement in _WIPING:
                driver.execute(statement)
    finally:
        kept.close()
