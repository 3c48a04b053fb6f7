"""Keeping the journal of a text small while it is typed: of many saves that join into one change, one row stays."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from editorial.store.statements import sql

MOST_ROWS = 100
"""A change of more rows is no typing, and stays as it was written."""

_ROWS = """
SELECT id, tab, op, key, before, after FROM journal_row
WHERE id > (SELECT first_row FROM change WHERE id = :c) AND change_id = :c ORDER BY id LIMIT :most
"""


def squash(connection: Connection, change: int) -> None:
    """Let one row tell of all updates of a record in this change: what was before the first, what is after the last.

    It is the newest of them that stays, so that other windows notice it. Taking the change back comes to the same.
    """
    if connection.dialect.name != "sqlite":
        return
    rows = connection.execute(sql(_ROWS), {"c": change, "most": MOST_ROWS + 1}).all()
    if len(rows) > MOST_ROWS:
        return
    of_record: dict[tuple[str, str], list[Any]] = {}
    for row in rows:
        of_record.setdefault((row.tab, row.key), []).append(row)
    for same in of_record.values():
        if len(same) > 1 and all(row.op == "update" for row in same):
            _join(connection, same)


def _join(connection: Connection, rows: Sequence[Any]) -> None:
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for row in rows:
        before = {**json.loads(row.before), **before}
        after = {**after, **json.loads(row.after)}
    kept = {"id": rows[-1].id, "before": _text(before), "after": _text(after)}
    connection.execute(sql("UPDATE journal_row SET before = :before, after = :after WHERE id = :id"), kept)
    for row in rows[:-1]:
        connection.execute(sql("DELETE FROM journal_row WHERE id = :id"), {"id": row.id})


def _text(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
