"""Reading and writing saved views."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from editorial.domain.condition_words import from_json, to_json
from editorial.domain.conditions import with_replaced
from editorial.domain.records import SavedView
from editorial.errors import RuleBroken
from editorial.store.lists import TABLES
from editorial.store.workspace import new_uid

_VIEW = TABLES["saved_view"]
_READ = select(*_VIEW.c["id", "uid", "place", "name", "position", "view"]).order_by(_VIEW.c.position, _VIEW.c.id)


def read_views(connection: Connection, place: str = "") -> list[SavedView]:
    """Return the saved views of a place, or of every place, in order."""
    rows = connection.execute(_READ.where(_VIEW.c.place == place) if place else _READ)
    return [SavedView(**{**row._mapping, "view": json.loads(row.view)}) for row in rows]


def insert_view(connection: Connection, place: str, name: str, view: Mapping[str, Any]) -> int:
    """Add a view at the end of its place and return its id."""
    last = connection.execute(select(func.max(_VIEW.c.position)).where(_VIEW.c.place == place)).scalar_one()
    values = {"place": place, "name": name, "view": json.dumps(view), "position": 0 if last is None else last + 1}
    return int(connection.execute(insert(_VIEW).values(uid=new_uid(), **values).returning(_VIEW.c.id)).scalar_one())


def update_view(connection: Connection, view_id: int, **values: Any) -> None:
    """Give a view a new name, position or content (as JSON text)."""
    connection.execute(update(_VIEW).where(_VIEW.c.id == view_id).values(**values))


def delete_view(connection: Connection, view_id: int) -> None:
    """Delete a view."""
    connection.execute(delete(_VIEW).where(_VIEW.c.id == view_id))


def replace_entry(connection: Connection, kind: str, old: int, new: int) -> None:
    """Let the filters of saved views ask for one entry of a list where they asked for another."""
    for saved in read_views(connection):
        filters = saved.view.get("where")
        if filters:
            try:
                followed = to_json(with_replaced(from_json(filters), kind, old, new))
            except RuleBroken:  # a filter this version cannot read stays as it is
                continue
            if followed != filters:
                update_view(connection, saved.id, view=json.dumps({**saved.view, "where": followed}))
