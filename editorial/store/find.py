"""The search index: folded titles and names, and words of the texts, written from the journal rows of a change."""

from sqlalchemy import Connection, text

from editorial.domain.folding import fold

FIND_TEXT = "CREATE VIRTUAL TABLE find_text USING fts5(body, tokenize = 'unicode61 remove_diacritics 2')"

TEXTS = ("angle", "brief", "draft", "insight_belief", "insight_wrong", "insight_cost", "insight_new", "notes")
"""Fields of a piece that are searched as text."""

_TOUCHED = "SELECT record FROM journal_row WHERE change_id = :c AND tab = :tab"
_BODY = " || char(10) || ".join(TEXTS)
_TEXT_TOUCHED = (
    "SELECT record FROM journal_row WHERE change_id = :c AND tab = 'piece' AND (op <> 'update' OR "
    + " OR ".join(f"json_type(before, '$.{name}') IS NOT NULL" for name in TEXTS)
    + ")"
)
_TITLE_TOUCHED = (
    "SELECT record FROM journal_row WHERE change_id = :c AND tab = 'piece' "
    "AND (op <> 'update' OR json_type(before, '$.title') IS NOT NULL OR json_type(before, '$.binned') IS NOT NULL)"
)


def index_change(connection: Connection, change: int, touched: set[str]) -> None:
    """Bring the index up to date with one change; `touched` are the tables it wrote to."""
    if "piece" in touched:
        _index_titles(connection, change)
        _index_texts(connection, change)
    for tab in ("person", "campaign"):
        if tab in touched:
            _index_names(connection, change, tab)


def _index_titles(connection: Connection, change: int) -> None:
    rows = connection.execute(
        text(f"SELECT id, title FROM piece WHERE binned IS NULL AND id IN ({_TITLE_TOUCHED})"), {"c": change}
    ).all()
    connection.execute(text(f"DELETE FROM find_title WHERE id IN ({_TITLE_TOUCHED})"), {"c": change})
    if rows:
        connection.exec_driver_sql(
            "INSERT INTO find_title(id, words) VALUES (?, ?)", [(id_, fold(title)) for id_, title in rows]
        )


def _index_texts(connection: Connection, change: int) -> None:
    touched = connection.execute(text(f"SELECT EXISTS ({_TEXT_TOUCHED})"), {"c": change}).scalar()
    if not touched:
        return
    connection.execute(text(f"DELETE FROM find_text WHERE rowid IN ({_TEXT_TOUCHED})"), {"c": change})
    connection.execute(
        text(
            f"INSERT INTO find_text(rowid, body) SELECT id, {_BODY} FROM piece "
            f"WHERE id IN ({_TEXT_TOUCHED}) AND length({_BODY}) > {len(TEXTS) - 1}"
        ),
        {"c": change},
    )


def _index_names(connection: Connection, change: int, tab: str) -> None:
    bound = {"c": change, "tab": tab}
    rows = connection.execute(text(f'SELECT id, name FROM "{tab}" WHERE id IN ({_TOUCHED})'), bound).all()
    connection.execute(text(f"DELETE FROM find_name WHERE tab = :tab AND id IN ({_TOUCHED})"), bound)
    if rows:
        connection.exec_driver_sql(
            "INSERT INTO find_name(tab, id, words) VALUES (?, ?, ?)", [(tab, id_, fold(name)) for id_, name in rows]
        )
