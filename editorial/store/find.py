"""The search index: folded titles and names, and words of the texts, written from the journal rows of a change."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from editorial.domain.folding import fold
from editorial.store.statements import sql

FIND_TEXT = "CREATE VIRTUAL TABLE find_text USING fts5(body, tokenize = 'unicode61 remove_diacritics 2')"

TEXTS = ("angle", "brief", "draft", "insight_belief", "insight_wrong", "insight_cost", "insight_new", "notes")
"""Fields of a piece that are searched as text."""

NAMED = ("person", "campaign", "interview", "quote", "question", "answer_card", "field_note", "tip")
"""Tables whose names are searched; the name of a quote is its words."""

_WRITTEN = "id > :after AND change_id = :c"
_TOUCHED = f"SELECT record FROM journal_row WHERE {_WRITTEN} AND tab = :tab"
_BODY = " || char(10) || ".join(TEXTS)
_TEXT_TOUCHED = f"SELECT record FROM journal_row WHERE {_WRITTEN} AND tab = 'piece' AND (op <> 'update' OR " + (
    " OR ".join(f"json_type(before, '$.{name}') IS NOT NULL" for name in (*TEXTS, "binned")) + ")"
)
_TITLE_TOUCHED = (
    f"SELECT record FROM journal_row WHERE {_WRITTEN} AND tab = 'piece' "
    "AND (op <> 'update' OR json_type(before, '$.title') IS NOT NULL OR json_type(before, '$.binned') IS NOT NULL)"
)

Written = dict[str, int]
"""Binds `c`, the change, and `after`, the last journal row before what is to be indexed."""


def index_change(connection: Connection, written: Written, touched: set[str]) -> None:
    """Bring the index up to date with what a change has written; `touched` are the tables it wrote to."""
    if connection.dialect.name != "sqlite":
        return
    if "piece" in touched:
        _index_titles(connection, written)
        _index_texts(connection, written)
    for tab in touched.intersection(NAMED):
        _index_names(connection, written, tab)


def unindexed(connection: Connection) -> list[str]:
    """Return the tables whose names are not all indexed: an earlier version of the program did not index them."""
    asked = "SELECT (SELECT count(*) FROM find_name WHERE tab = '{tab}') <> (SELECT count(*) FROM \"{tab}\")"
    return [tab for tab in NAMED if connection.exec_driver_sql(asked.format(tab=tab)).scalar()]


def index_names(connection: Connection, tabs: Sequence[str]) -> None:
    """Index the names of these tables anew."""
    for tab in tabs:
        connection.execute(sql("DELETE FROM find_name WHERE tab = :tab"), {"tab": tab})
        _add_names(connection, tab, connection.execute(sql(f'SELECT id, name FROM "{tab}"')).all())


def rebuild_index(connection: Connection) -> None:
    """Write the whole index anew; migrations do so where what is indexed has changed."""
    for table in ("find_title", "find_text"):
        connection.exec_driver_sql(f"DELETE FROM {table}")
    _add_titles(connection, connection.execute(sql("SELECT id, title FROM piece WHERE binned IS NULL")).all())
    connection.execute(sql(_ADD_TEXTS.format(which="")))
    index_names(connection, NAMED)


def folded(words: str) -> str:
    """Return words as the index keeps them: a blank before each of them, so that the beginning of a word is found."""
    return " " + " ".join(fold(words).split())


def _index_titles(connection: Connection, written: Written) -> None:
    rows = connection.execute(
        sql(f"SELECT id, title FROM piece WHERE binned IS NULL AND id IN ({_TITLE_TOUCHED})"), written
    ).all()
    connection.execute(sql(f"DELETE FROM find_title WHERE id IN ({_TITLE_TOUCHED})"), written)
    _add_titles(connection, rows)


def _add_titles(connection: Connection, rows: Sequence[Any]) -> None:
    if rows:
        listed = [(id_, folded(title)) for id_, title in rows]
        connection.exec_driver_sql("INSERT INTO find_title(id, words) VALUES (?, ?)", listed)


_ADD_TEXTS = (
    f"INSERT INTO find_text(rowid, body) SELECT id, {_BODY} FROM piece "
    f"WHERE binned IS NULL AND length({_BODY}) > {len(TEXTS) - 1} {{which}}"
)
"""A body of nothing but the line breaks between the texts is none."""


def _index_texts(connection: Connection, written: Written) -> None:
    touched = connection.execute(sql(f"SELECT EXISTS ({_TEXT_TOUCHED})"), written).scalar()
    if touched:
        connection.execute(sql(f"DELETE FROM find_text WHERE rowid IN ({_TEXT_TOUCHED})"), written)
        connection.execute(sql(_ADD_TEXTS.format(which=f"AND id IN ({_TEXT_TOUCHED})")), written)


def _index_names(connection: Connection, written: Written, tab: str) -> None:
    bound = {**written, "tab": tab}
    rows = connection.execute(sql(f'SELECT id, name FROM "{tab}" WHERE id IN ({_TOUCHED})'), bound).all()
    connection.execute(sql(f"DELETE FROM find_name WHERE tab = :tab AND id IN ({_TOUCHED})"), bound)
    _add_names(connection, tab, rows)


def _add_names(connection: Connection, tab: str, rows: Sequence[Any]) -> None:
    if rows:
        listed = [(tab, id_, folded(name)) for id_, name in rows]
        connection.exec_driver_sql("INSERT INTO find_name(tab, id, words) VALUES (?, ?, ?)", listed)
