"""Writing what an import found: set-based, a handful of statements whatever the number of rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, select, update

from editorial.domain.drafts import Draft
from editorial.domain.imports import ChangedRecord, Preview
from editorial.domain.matching import KnownPerson, KnownPiece, title_key
from editorial.domain.records import Lists
from editorial.domain.vocabulary import AssignmentRole
from editorial.store.agreement import follow_tags
from editorial.store.bulk import insert_rows
from editorial.store.exporting import (
    LISTED,
    NAMED,
    PERSON,
    PERSON_LISTED,
    PIECE,
    REFERENCES,
    chunks,
    column_of,
    names_of,
    person_values,
    piece_values,
)
from editorial.store.lists import TABLES
from editorial.store.workspace import new_uid

__all__ = [
    "Connection",
    "known_people",
    "known_pieces",
    "newest_change",
    "person_values",
    "piece_values",
    "write_people",
    "write_pieces",
]

Keys = dict[str, dict[str, int]]
"""List → key of a name → id."""
Report = Callable[[float], None]
_AT_ONCE = 2_000
_INSERTED, _LINKED = 0.4, 0.7
"""How far an import is (the rest is the search index) when its pieces, and what they list, are in."""


def unheard(_fraction: float) -> None:
    """Report to nobody."""


_APART = frozenset({*LISTED, *REFERENCES, "links"})
"""Fields that are not columns to be written with the others."""
_ENTRY_TABLES = {"segments": "segment", "interests": "interest", "channels": "channel", "campaigns": "campaign"}


def newest_change(connection: Connection, before: int | None = None) -> int:
    """Return the key of the newest change, or of the newest before this one; 0 where there is none."""
    table = TABLES["change"]
    reading = select(func.max(table.c.id))
    found = connection.execute(reading if before is None else reading.where(table.c.id < before)).scalar()
    return int(found or 0)


def known_pieces(connection: Connection) -> list[KnownPiece]:
    """Return what identifies every piece that is not in the bin, in order of creation."""
    names = ("id", "uid", "outside_id", "url", "title", "planned", "published_on")
    reading = select(*(PIECE.c[name] for name in names)).where(PIECE.c.binned.is_(None)).order_by(PIECE.c.id)
    return [KnownPiece(*row) for row in connection.execute(reading).all()]


def known_people(connection: Connection) -> list[KnownPerson]:
    """Return what identifies every person, in order of creation."""
    reading = select(*(PERSON.c[name] for name in ("id", "uid", "outside_id", "email", "name"))).order_by(PERSON.c.id)
    return [KnownPerson(*row) for row in connection.execute(reading).all()]


def write_pieces(connection: Connection, lists: Lists, preview: Preview, report: Report = unheard) -> None:
    """Write new and changed pieces with everything they name, inside the change that is open.

    `report` hears how far it is (0…1); what it raises takes all of it back.
    """
    keys = _entries(connection, lists, preview.created)
    ids = _insert_pieces(connection, preview.new, keys, report)
    lines = {f"line {draft.line}": key for draft, key in zip(preview.new, ids, strict=True)}
    made = list(zip(ids, preview.new, strict=True))
    for place, field in enumerate(LISTED, start=1):
        report(_INSERTED + (_LINKED - _INSERTED) * place / len(LISTED))
        _insert_listed(connection, field, [(k, new.values[field]) for k, new in made if field in new.values], keys)
    _insert_links(connection, [(k, new.values["links"]) for k, new in made if "links" in new.values])
    _update_pieces(connection, preview.changed, keys)
    _refer(connection, preview, ids, lines)
    retagged = [record.id for record in preview.changed if any(change.field == "tag" for change in record.fields)]
    follow_tags(connection, retagged)


def _entries(connection: Connection, lists: Lists, created: Mapping[str, Sequence[str]]) -> Keys:
    """Make the entries that are new to their lists and return the ids of all."""
    kinds = ("segments", "stages", "interests", "formats", "channels", "campaigns", "statuses", "people")
    keys = {kind: _keyed(names_of(lists, kind)) for kind in kinds}
    for kind, names in created.items():
        if not names:
            continue
        table = PERSON if kind == "people" else TABLES[_ENTRY_TABLES[kind]]
        start = connection.execute(select(func.max(table.c.position))).scalar() if "position" in table.c else None
        rows: list[dict[str, Any]] = [{"uid": new_uid(), "name": name} for name in names]
        if "position" in table.c:
            for place, row in enumerate(rows, start=0 if start is None else start + 1):
                row["position"] = place
        insert_rows(connection, table, rows)
        keys[kind] = _keyed(dict(connection.execute(select(table.c.id, table.c.name)).all()))
    return keys


def _keyed(names: Mapping[int, str]) -> dict[str, int]:
    """Return ids by name, the oldest of equal names; every spelling that occurs is a key as well."""
    found: dict[str, int] = {}
    for key, name in sorted(names.items()):
        found.setdefault(name, found.setdefault(title_key(name), key))
    return found


def _insert_pieces(connection: Connection, drafts: Sequence[Draft], keys: Keys, report: Report) -> list[int]:
    """Insert pieces and return their ids in the order given."""
    if not drafts:
        return []
    present = {name for draft in drafts for name in draft.values} - _APART
    blank = {name: _blank(PIECE, column_of(name)) for name in present}
    columns = [(name, column_of(name), keys.get(NAMED.get(name, ""))) for name in sorted(present)]
    created = datetime.now(UTC)
    rows = []
    for draft in drafts:
        values = draft.values
        row: dict[str, Any] = {"uid": new_uid(), "created": created}
        for name, column, names in columns:
            value = values.get(name)
            if value is None:
                value = blank[name]
            elif names is not None:
                value = _key(names, value)
            row[column] = value
        rows.append(row)
    return _insert_records(connection, PIECE, rows, report)


def _insert_records(
    connection: Connection, table: Table, rows: list[dict[str, Any]], report: Report = unheard
) -> list[int]:
    before = connection.execute(select(func.max(table.c.id))).scalar() or 0
    for start in range(0, len(rows), _AT_ONCE):
        report(_INSERTED * start / len(rows))
        insert_rows(connection, table, rows[start : start + _AT_ONCE])
    made = dict(connection.execute(select(table.c.uid, table.c.id).where(table.c.id > before)).all())
    return [made[row["uid"]] for row in rows]


def _blank(table: Table, column: str) -> Any:
    default = table.c[column].default
    return None if default is None else default.arg  # type: ignore[attr-defined]


def _key(names: Mapping[str, int], name: str) -> int:
    found = names.get(name)
    return names[title_key(name)] if found is None else found


def _insert_listed(connection: Connection, field: str, listed: Iterable[tuple[int, Sequence[str]]], keys: Keys) -> None:
    """Insert what pieces list, each in the order given."""
    table, column, kind = LISTED[field]
    names = keys[kind]
    extra = {"role": AssignmentRole.AUTHOR.value} if table.name == "assignment" else {}
    rows = [
        {"piece_id": piece, column: key, "position": place, **extra}
        for piece, of in listed
        for place, key in enumerate(dict.fromkeys(_key(names, name) for name in of))
    ]
    insert_rows(connection, table, rows)


def _insert_links(connection: Connection, listed: Iterable[tuple[int, Sequence[tuple[str, str]]]]) -> None:
    rows = [
        {"piece_id": piece, "position": place, "title": title, "address": address}
        for piece, links in listed
        for place, (title, address) in enumerate(links)
    ]
    insert_rows(connection, TABLES["piece_link"], rows)


def _update_pieces(connection: Connection, changed: Sequence[ChangedRecord], keys: Keys) -> None:
    """Write changed fields, grouped so that each set of columns is one statement."""
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for record in changed:
        single = [change for change in record.fields if change.field not in _APART]
        values = {f"new_{column_of(c.field)}": _stored(c.field, c.after, keys) for c in single}
        groups.setdefault(tuple(sorted(values)), []).append({"key": record.id, **values})
    for names, rows in groups.items():
        columns: dict[str, Any] = {name.removeprefix("new_"): bindparam(name) for name in names}
        writing = update(PIECE).where(PIECE.c.id == bindparam("key"))
        if names:
            connection.execute(writing.values(columns), rows)
    for field, (table, _column, _kind) in LISTED.items():
        listed = [(record.id, c.after) for record in changed for c in record.fields if c.field == field]
        _clear(connection, table, [key for key, _names in listed])
        _insert_listed(connection, field, listed, keys)
    links = [(record.id, c.after) for record in changed for c in record.fields if c.field == "links"]
    _clear(connection, TABLES["piece_link"], [key for key, _links in links])
    _insert_links(connection, links)


def _stored(field: str, value: Any, keys: Keys) -> Any:
    if value is None:
        return _blank(PIECE, column_of(field))
    names = keys.get(NAMED.get(field, ""))
    return value if names is None else _key(names, value)


def _clear(connection: Connection, table: Table, pieces: Sequence[int]) -> None:
    """Take away what pieces list; of their assignments only the authors."""
    deleting = table.delete().where(table.c.piece_id.in_(bindparam("ids", expanding=True)))
    if table.name == "assignment":
        deleting = deleting.where(table.c.role == AssignmentRole.AUTHOR.value)
    for chunk in chunks(pieces):
        connection.execute(deleting, {"ids": list(chunk)})


def _refer(connection: Connection, preview: Preview, ids: Sequence[int], lines: Mapping[str, int]) -> None:
    """Point pieces at each other once all of them exist."""
    wanted = [
        (key, name, draft.values[name])
        for key, draft in zip(ids, preview.new, strict=True)
        for name in REFERENCES
        if name in draft.values
    ]
    changes = [(record.id, change) for record in preview.changed for change in record.fields]
    wanted += [(key, change.field, change.after) for key, change in changes if change.field in REFERENCES]
    for field in REFERENCES:
        rows = [
            {"key": key, "other": lines[target] if isinstance(target, str) else target}
            for key, name, value in wanted
            if name == field
            for target in (preview.references[value],)
        ]
        if rows:
            column = PIECE.c[column_of(field)]
            connection.execute(
                update(PIECE).where(PIECE.c.id == bindparam("key")).values({column: bindparam("other")}), rows
            )


def write_people(connection: Connection, lists: Lists, preview: Preview, report: Report = unheard) -> None:
    """Write new and changed people with everything they name, inside the change that is open."""
    keys = _entries(connection, lists, preview.created)
    ids = _insert_people(connection, preview.new)
    made = list(zip(ids, preview.new, strict=True))
    for field in PERSON_LISTED:
        listed = [(key, new.values[field]) for key, new in made if field in new.values]
        listed += [(record.id, c.after) for record in preview.changed for c in record.fields if c.field == field]
        _set_person_listed(connection, field, listed, keys)
    for record in preview.changed:
        values = {column_of(c.field): c.after for c in record.fields if c.field not in PERSON_LISTED}
        if values:
            connection.execute(update(PERSON).where(PERSON.c.id == record.id).values(values))


def _insert_people(connection: Connection, drafts: Sequence[Draft]) -> list[int]:
    if not drafts:
        return []
    present = sorted({name for draft in drafts for name in draft.values} - set(PERSON_LISTED))
    rows = [
        {
            "uid": new_uid(),
            **{
                column_of(name): _blank(PERSON, column_of(name)) if (v := draft.values.get(name)) is None else v
                for name in present
            },
        }
        for draft in drafts
    ]
    return _insert_records(connection, PERSON, rows)


def _set_person_listed(
    connection: Connection, field: str, listed: Sequence[tuple[int, Sequence[str]]], keys: Keys
) -> None:
    table, column, kind = PERSON_LISTED[field]
    for chunk in chunks([key for key, _names in listed]):
        connection.execute(
            table.delete().where(table.c.person_id.in_(bindparam("ids", expanding=True))), {"ids": list(chunk)}
        )
    rows = [
        {"person_id": person, column: _key(keys[kind], name) if kind else str(name)}
        for person, names in listed
        for name in dict.fromkeys(names)
    ]
    insert_rows(connection, table, rows)
