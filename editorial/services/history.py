"""The history of a workspace: what was done, by whom, and taking it back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from editorial.domain.column_words import column_word
from editorial.domain.fields import BY_ATTRIBUTE
from editorial.domain.history import RowChange
from editorial.domain.records import ChangeLine
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus
from editorial.domain.vocabulary_words import stored_word
from editorial.language import _
from editorial.store import history as stored
from editorial.store import undo as taking_back
from editorial.store.history import JournalRow, authors
from editorial.store.undo import redo, undo
from editorial.store.workspace import Workspace

__all__ = [
    "authors",
    "back_to",
    "changes",
    "details",
    "next_redo",
    "next_undo",
    "piece_history",
    "redo",
    "undo",
]

SHOWN = 500
"""The greatest number of lines that tell what one change did."""

PARTS = ("task", "slot_exception")
"""Tables whose new rows are told by what stands in them."""

UNTOLD = frozenset({"version", "uid", "created"})


def next_undo(workspace: Workspace) -> str | None:
    """Return the label of the change that undo would take back, or None."""
    found = taking_back.next_undo(workspace)
    return None if found is None else found.label


def next_redo(workspace: Workspace) -> str | None:
    """Return the label of the change that redo would make again, or None."""
    found = taking_back.next_redo(workspace)
    return None if found is None else taking_back.label_of(workspace, found)


def changes(
    workspace: Workspace,
    *,
    author: str = "",
    words: str = "",
    piece_id: int | None = None,
    limit: int = 200,
    before: int | None = None,
) -> list[ChangeLine]:
    """Return changes, newest first: of one author, with these words in what was done, of one piece, before a change."""
    record = None if piece_id is None else ("piece", piece_id)
    return stored.change_lines(workspace, author=author, words=words, record=record, limit=limit, before=before)


def piece_history(workspace: Workspace, piece_id: int, limit: int = 200) -> list[ChangeLine]:
    """Return the changes that touched a piece or what belongs to it, newest first."""
    return changes(workspace, piece_id=piece_id, limit=limit)


def back_to(workspace: Workspace, change_id: int) -> None:
    """Put everything back to how it was right after a change, as one change that can itself be undone.

    Raises RuleBroken where the workspace was brought to a newer schema in between.
    """
    with workspace.read() as connection:
        label = stored.label(connection, change_id)
    taking_back.back_to(workspace, change_id, _("Back to “{what}”").format(what=label))


def details(workspace: Workspace, change_id: int, piece_id: int | None = None) -> list[RowChange]:
    """Return what a change did, a field a line and at most 500 lines; to one piece alone where it is given."""
    with workspace.read() as connection:
        record = None if piece_id is None else ("piece", piece_id)
        rows = stored.with_what_is_there(connection, stored.journal_rows(connection, change_id, record), PARTS)
        names = _Names({kind: stored.names_of(connection, kind, ids) for kind, ids in _mentioned(rows).items()}, rows)
    whole = {(row.kind, row.record) for row in rows if row.tab == row.kind and row.op != "update"}
    told: list[RowChange] = []
    for row in rows:
        if row.tab == row.kind:
            told += _record_lines(row, names)
    told += _link_lines([row for row in rows if row.tab != row.kind and (row.kind, row.record) not in whole], names)
    return told[:SHOWN]


class _Names:
    """What records are called, those that are gone included where the journal still knows."""

    def __init__(self, now: dict[str, dict[int, str]], rows: Iterable[JournalRow]) -> None:
        self._known = now
        for row in rows:
            name = next((str(n) for n in map(row.before.get, ("title", "name", "version")) if n), "")
            if row.tab == row.kind and row.op == "delete" and name:
                self._known.setdefault(row.kind, {}).setdefault(row.record, name)

    def of(self, kind: str, id_: int) -> str:
        return self._known.get(kind, {}).get(id_, _("(gone)"))


def _mentioned(rows: Iterable[JournalRow]) -> dict[str, set[int]]:
    ids: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        ids[row.kind].add(row.record)
        if row.tab == "task":
            ids["task"].add(int(row.key[0]))
        for column, value in (*row.before.items(), *row.after.items(), *_keyed(row)):
            kind = stored.referred(row.tab, column)
            if kind and isinstance(value, int):
                ids[kind].add(value)
    return ids


def _keyed(row: JournalRow) -> Iterator[tuple[str, object]]:
    return zip(stored.key_names(row.tab), row.key, strict=False)


def _record_lines(row: JournalRow, names: _Names) -> list[RowChange]:
    title = names.of(row.kind, row.record)
    if row.op != "update":
        before, after = ("", title) if row.op == "insert" else (title, "")
        return [RowChange(row.kind, row.record, title, row.op, "", before, after)]
    return [
        RowChange(
            row.kind,
            row.record,
            title,
            "update",
            field_label(row.kind, column),
            _said(row.tab, column, was, names),
            _said(row.tab, column, row.after.get(column), names),
        )
        for column, was in row.before.items()
        if column not in UNTOLD
    ]


def _link_lines(rows: Iterable[JournalRow], names: _Names) -> list[RowChange]:
    """Tell links as what went and what came, one line a record and kind of link."""
    went: dict[tuple[str, int, str], list[str]] = defaultdict(list)
    came: dict[tuple[str, int, str], list[str]] = defaultdict(list)
    for row in rows:
        at = (row.kind, row.record, row.tab)
        if row.op == "update" and set(row.before) <= {"position"}:
            continue
        if row.op != "insert":
            went[at].append(_link_said(row, row.before, names))
        if row.op != "delete":
            came[at].append(_link_said(row, row.after, names))
    return [
        RowChange(
            kind,
            id_,
            names.of(kind, id_),
            "update",
            LINK_LABELS[tab],
            ", ".join(went[at]),
            ", ".join(came[at]),
        )
        for at in dict.fromkeys((*went, *came))
        for kind, id_, tab in (at,)
    ]


LINK_LABELS = {
    "piece_segment": _("Segments"),
    "piece_stage": _("Further stages"),
    "piece_interest": _("Further interests"),
    "piece_link": _("Links"),
    "assignment": _("Who owes what"),
    "person_role": _("Roles"),
    "person_segment": _("Segments"),
    "person_interest": _("Expertise"),
    "target": _("Targets"),
    "agreed_stage": _("Stages"),
    "evidence": _("Evidence"),
    "format_step": _("Task template"),
    "interview_person": _("People"),
    "interview_piece": _("Pieces"),
    "person_away": _("Away"),
    "piece_use": _("Sales uses"),
    "session_person": _("People"),
    "quote_piece": _("Pieces"),
    "question_piece": _("Pieces"),
    "card_source": _("Sources"),
    "slot_exception": _("Exceptions"),
    "task": _("Tasks"),
}


def _link_said(row: JournalRow, values: dict[str, object], names: _Names) -> str:
    if row.tab == "task":
        return _task_said(row, values, names)
    if row.tab == "slot_exception":
        return _exception_said(values)
    if row.tab == "assignment":
        return _assignment_said(row, values, names)
    own = f"{row.kind}_id"
    told = [_said(row.tab, column, value, names) for column, value in _keyed(row) if column not in (own, "id")]
    told += [
        str(values[name])
        for name in ("title", "address", "target", "name", "text", "day")
        if values.get(name) not in (None, "")
    ]
    return " ".join(word for word in told if word != "author")


def _task_said(row: JournalRow, values: dict[str, object], names: _Names) -> str:
    """Return what a task is called, and of when it is due and whether it is done what the row tells."""
    told = [str(values.get("name") or names.of("task", int(row.key[0])))]
    if values.get("due"):
        told.append(_("due {day}").format(day=_day(values["due"])))
    if "done_on" in values and row.op == "update":
        done = values["done_on"]
        told.append(_("done on {day}").format(day=_day(done)) if done else _("open"))
    if "pinned" in values and row.op == "update":
        told.append(_("pinned") if values["pinned"] else _("not pinned"))
    return " ".join(told)


def _assignment_said(row: JournalRow, values: dict[str, object], names: _Names) -> str:
    """Return who has which role, and of what they owe what the row tells."""
    _piece, person, role = row.key
    told = [names.of("person", int(person))]
    if role != AssignmentRole.AUTHOR:
        told.append(f"({stored_word(str(role))})")
    if row.op == "update" or values.get("status") not in (None, AssignmentStatus.PROPOSED):
        told.append(stored_word(str(values.get("status") or "")))
    if values.get("due"):
        told.append(_("due {day}").format(day=_day(values["due"])))
    if row.op == "update":
        told += [f"“{values[name]}”" for name in ("reason", "note", "comment") if values.get(name)]
    return " ".join(filter(None, told))


def _exception_said(values: dict[str, object]) -> str:
    day, moved = _day(values.get("day")), values.get("moved_to")
    return (
        _("{day} moved to {other}").format(day=day, other=_day(moved)) if moved else _("{day} left out").format(day=day)
    )


def field_label(kind: str, column: str) -> str:
    """Return what people call a column."""
    declared = BY_ATTRIBUTE.get(column) if kind == "piece" else None
    if declared is not None:
        return declared.label
    return column_word(column)


def _said(tab: str, column: str, value: object, names: _Names) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, int) and (kind := stored.referred(tab, column)):
        return names.of(kind, value)
    if stored.is_flag(tab, column):
        return _("yes") if value else _("no")
    if stored.is_word(tab, column):
        return stored_word(str(value))
    return _day(value) if stored.is_day(tab, column) else str(value)


def _day(value: object) -> str:
    try:
        return spoken_day(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)
