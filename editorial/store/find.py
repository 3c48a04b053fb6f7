"""The search index: folded titles and names, and words of the texts, written from the journal rows of a change."""

from sqlalchemy import Connection, text

from editorial.domain.folding import fold

FIND_TEXT = "CREATE VIRTUAL TABLE find_text USING fts5(body, tokenize = 'unicode61 remove_diacritics 2')"

TEXTS = ("angle", "brief", "draft", "insight_belief", "insight_wrong", "insight_cost", "insight_new", "notes")
"""Fields of a piece that are searched as text."""

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
    for tab in ("person", "campaign"):
        if tab in touched:
            _index_names(connection, written, tab)


def _index_titles(connection: Connection, written: Written) -> None:
    rows = connection.execute(
        text(f"SELECT id, title FROM piece WHERE binned IS NULL AND id IN ({_TITLE_TOUCHED})"), written
    ).all()
    connection.execute(text(f"DELETE FROM find_title WHERE id IN ({_TITLE_TOUCHED})"), written)
    if rows:
        connection.exec_driver_sql(
            "INSERT INTO find_title(id, words) VALUES (?, ?)", [(id_, fold(title)) for id_, title in rows]
        )


def _index_texts(connection: Connection, written: Written) -> None:
    touched = connection.execute(text(f"SELECT EXISTS ({_TEXT_TOUCHED})"), written).scalar()
    if not touched:
        return
    connection.execute(text(f"DELETE FROM find_text WHERE rowid IN ({_TEXT_TOUCHED})"), written)
    connection.execute(
        text(
            f"INSERT INTO find_text(rowid, body) SELECT id, {_BODY} FROM piece "
            f"WHERE binned IS NULL AND id IN ({_TEXT_TOUCHED}) AND length({_BODY}) > {len(TEXTS) - 1}"
        ),
        written,
    )


def _index_names(connection: Connection, written: Written, tab: str) -> None:
    bound = {**written, "tab": tab}
    rows = connection.execute(text(f'SELECT id, name FROM "{tab}" WHERE id IN ({_TOUCHED})'), bound).all()
    connection.execute(text(f"DELETE FROM find_name WHERE tab = :tab AND id IN ({_TOUCHED})"), bound)
    if rows:
        connection.exec_driver_sql(
            "INSERT INTO find_name(tab, id, words) VALUES (?, ?, ?)", [(tab, id_, fold(name)) for id_, name in rows]
        )
