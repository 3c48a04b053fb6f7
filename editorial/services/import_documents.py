"""Bringing in settings and whole workspaces: one change, looked at by doing it and taking it back."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from editorial.domain.drafts import Drafts, Refusal
from editorial.domain.matching import match_people, match_pieces, title_key
from editorial.domain.period import first_of_span
from editorial.domain.records import Lists, Settings
from editorial.domain.settings_documents import LISTED_KINDS, MAPPINGS, EntryDraft, SettingsDraft, TargetDraft
from editorial.language import _
from editorial.services.import_people import preview_people
from editorial.services.import_pieces import preview_pieces
from editorial.services.import_planning import bring_planning
from editorial.services.import_results import DocumentChange, DocumentResult
from editorial.services.tasks import following_import
from editorial.services.workspaces import Workspace
from editorial.store import list_edits
from editorial.store.importing import (
    Connection,
    known_people,
    known_pieces,
    newest_change,
    write_people,
    write_pieces,
)
from editorial.store.lists import read_lists
from editorial.store.pieces import read_days, write_days

DraftsFor = Callable[[Settings], Drafts]
"""Reads drafts once the settings they depend on (time zone, first day of the week) are known."""


class _TakenBack(Exception):
    """Ends a change that was only made to see what it would do."""


def import_document(
    workspace: Workspace,
    settings: SettingsDraft | None,
    people: DraftsFor | None,
    pieces: DraftsFor | None,
    today: date,
    *,
    planning: Any = None,
    skip_bad: bool = False,
    dry_run: bool = False,
    source: str = "",
) -> DocumentResult:
    """Bring in settings, then people, then pieces, then the records of planning, as one change.

    Refused rows keep everything from being applied unless `skip_bad`; open questions always do.
    """
    result, brought = DocumentResult(), dict[str, Drafts]()
    try:
        with workspace.change(_label(source, whole=pieces is not None)) as session:
            connection = session.connection()
            if settings is not None:
                _Writing(connection, result).write(settings)
            if people is not None:
                brought["person"] = _bring(connection, people, today, result, preview_people, write_people)
            if pieces is not None:
                brought["piece"] = _bring(connection, pieces, today, result, preview_pieces, write_pieces)
            if settings is not None:
                _give_owners(connection, settings)
            if planning is not None:
                bring_planning(connection, planning, result, _called(connection, brought))
            if dry_run or result.why_not_apply(skip_bad=skip_bad):
                raise _TakenBack
    except _TakenBack:
        return result
    result.applied = True
    return result


def _label(source: str, *, whole: bool) -> str:
    what = _("Import a workspace") if whole else _("Import settings")
    return _("{what} from {source}").format(what=what, source=source) if source else what


def _called(connection: Connection, brought: Mapping[str, Drafts]) -> dict[str, dict[str, int]]:
    """Return the keys of what was just brought by the ids its file gives it; a workspace may keep another for it."""
    found = {}
    for table, drafts in brought.items():
        matches = (
            match_people(drafts.rows, known_people(connection))
            if table == "person"
            else match_pieces(drafts.rows, known_pieces(connection))
        )
        ids = {row: draft.values["id"] for row, draft in enumerate(drafts.rows) if draft.values.get("id")}
        keys = matches.same_name | matches.found
        found[table] = {name: keys[row] for row, name in ids.items() if row in keys}
    return found


def _bring(
    connection: Connection, read: DraftsFor, today: date, result: DocumentResult, look: Any, write: Any
) -> Drafts:
    lists = read_lists(connection)
    drafts = read(lists.settings)
    preview = look(connection, lists, drafts, today, newest_change(connection))
    if preview.new or preview.changed:
        with following_import(connection, [] if write is write_people else preview.changed_ids, today):
            write(connection, lists, preview)
    result.read += preview.read
    result.added += len(preview.new)
    result.updated += len(preview.changed)
    result.unchanged += preview.unchanged
    result.refused += [replace(one, column=f"{preview.kind}.{one.column}") for one in preview.refused]
    result.changes += [
        DocumentChange(preview.kind, record.title, change.field, change.before, change.after)
        for record in preview.changed
        for change in record.fields
    ]
    result.questions += preview.questions
    result.notes += preview.notes
    result.ignored += [f"{preview.kind}.{name}" for name in preview.ignored]
    for kind, names in preview.created.items():
        result.created.setdefault(kind, []).extend(names)
    return drafts


def _give_owners(connection: Connection, draft: SettingsDraft) -> None:
    """Set the owners of segments and channels once the people are there; a name that is not known is left alone."""
    lists = read_lists(connection)
    people = {title_key(name): key for key, name in sorted(lists.people.items(), reverse=True)}
    for entry in draft.entries:
        key = people.get(title_key(entry.owner)) if entry.owner else None
        record = _by_name(lists, entry.kind).get(title_key(entry.name))
        if key is not None and record is not None and getattr(record, "owner_id", key) != key:
            list_edits.update_entry(connection, entry.kind, record.id, {"owner_id": key})


def _by_name(lists: Lists, kind: str) -> dict[str, Any]:
    attribute = next(name for name, (own, _record) in LISTED_KINDS.items() if own == kind)
    records = lists.notes if kind == "day_note" else getattr(lists, attribute).values()
    return {title_key(record.name): record for record in records}


@dataclass(slots=True)
class _Writing:
    """Writes a settings document, counting what it does."""

    connection: Connection
    result: DocumentResult
    same: set[tuple[str, int]] = field(default_factory=set)
    """List and id of the entries that were found as the document has them, but for their place."""

    def write(self, draft: SettingsDraft) -> None:
        """Write settings, lists in the order of the document, and targets."""
        self.result.read += draft.read
        self.result.refused += draft.refused
        self.result.ignored += draft.ignored
        lists = read_lists(self.connection)
        if draft.settings:
            wanted = dict(draft.settings)
            for name in MAPPINGS & wanted.keys():
                wanted[name] = {**getattr(lists.settings, name), **wanted[name]}
            changed = {name: value for name, value in wanted.items() if getattr(lists.settings, name) != value}
            if changed:
                list_edits.write_settings(self.connection, changed)
                self._anchor(changed)
            self._count(changed)
            self._tell("workspace", lists.settings.name, lists.settings, changed)
        for entry in draft.entries:
            self._entry(lists, entry)
        self._order(draft)
        for target in draft.targets:
            self._target(target)

    def _anchor(self, changed: Mapping[str, Any]) -> None:
        """Keep days coarser than a day as the first of their new span."""
        if not changed.keys() & {"fiscal_month", "week_start"}:
            return
        settings = read_lists(self.connection).settings
        days = read_days(self.connection, list_edits.coarse_days(self.connection))
        first = {key: (day and first_of_span(day, word, settings), word) for key, (day, word) in days.items()}
        write_days(self.connection, first)

    def _count(self, changed: Mapping[str, Any]) -> None:
        self.result.updated += bool(changed)
        self.result.unchanged += not changed

    def _tell(self, of: str, name: str, record: Any, changed: Mapping[str, Any]) -> None:
        self.result.changes += [
            DocumentChange(of, name, field, getattr(record, field), value) for field, value in changed.items()
        ]

    def _entry(self, lists: Lists, entry: EntryDraft) -> None:
        record = _same_note(lists, entry) if entry.kind == "day_note" else _by_name(lists, entry.kind).get(
            title_key(entry.name)
        )  # fmt: skip
        if record is None:
            list_edits.insert_entry(self.connection, entry.kind, dict(entry.values))
            self.result.added += 1
            self.result.created.setdefault(_attribute(entry.kind), []).append(entry.name)
            return
        changed = {name: value for name, value in entry.values.items() if getattr(record, name) != value}
        if changed:
            list_edits.update_entry(self.connection, entry.kind, record.id, changed)
        else:
            self.same.add((entry.kind, record.id))
        self._count(changed)
        self._tell(_attribute(entry.kind), record.name, record, changed)

    def _order(self, draft: SettingsDraft) -> None:
        """Bring each list into the order of the document; what it does not name follows."""
        kinds = Counter(entry.kind for entry in draft.entries if entry.kind != "day_note")
        lists = read_lists(self.connection)
        for kind in kinds:
            records = _by_name(lists, kind)
            named = [records[title_key(entry.name)].id for entry in draft.entries if entry.kind == kind]
            now = [record.id for record in records.values()]
            wanted = [*named, *(key for key in now if key not in set(named))]
            if now != wanted:
                list_edits.reorder(self.connection, kind, named)
                moved = sum((kind, two) in self.same for one, two in zip(now, wanted, strict=True) if one != two)
                self.result.updated += moved
                self.result.unchanged -= moved

    def _target(self, target: TargetDraft) -> None:
        lists = read_lists(self.connection)
        segment = _by_name(lists, "segment").get(title_key(target.segment))
        stage = _by_name(lists, "stage").get(title_key(target.stage))
        if segment is None or stage is None:
            missing = target.stage if segment else target.segment
            reason = _("there is no segment or stage of that name")
            self.result.refused.append(Refusal(target.item, "targets", missing, reason))
            return
        before = lists.targets.get((segment.id, stage.id), 1)
        if before != target.target:
            list_edits.write_target(self.connection, segment.id, stage.id, target.target)
            cell = f"{segment.name} × {stage.name}"
            self.result.changes.append(DocumentChange("targets", cell, "target", before, target.target))
        self._count({"target": target.target} if before != target.target else {})


def _same_note(lists: Lists, entry: EntryDraft) -> Any:
    """A note of the same name and first day is the same; a yearly event is several."""
    return next(
        (n for n in lists.notes if title_key(n.name) == title_key(entry.name) and n.first == entry.values.get("first")),
        None,
    )


def _attribute(kind: str) -> str:
    return next(name for name, (own, _record) in LISTED_KINDS.items() if own == kind)
