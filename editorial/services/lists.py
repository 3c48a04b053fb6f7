"""The lists and settings a team configures: reading, editing, ordering, merging and removing."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from editorial.domain.column_words import column_word
from editorial.domain.consequences import DECISIVE, consequences
from editorial.domain.folding import fold
from editorial.domain.invitations import WHEN
from editorial.domain.period import first_of_span
from editorial.domain.records import Lists, Person
from editorial.domain.settings_rules import why_not_settings
from editorial.errors import RuleBroken
from editorial.language import _, ngettext
from editorial.services.labels import shortened
from editorial.store import interviews, list_edits, lists, merging, views
from editorial.store.pieces import read_days, write_days
from editorial.store.workspace import Workspace

if TYPE_CHECKING:
    from editorial.store.importing import Connection

KINDS = tuple(lists.RECORDS)
"""The kinds of record that people add, name, edit and remove, from segment to muted rule."""
MINUTES_A_DAY = 24 * 60

SHARED_NAMES = frozenset(
    {"person", "day_note", "interview", "field_note", "request", "planning_session", "relevance_review", "mute", "slot"}
    | {"question", "transcript", "quote", "answer_card", "tip"}
)
"""Lists in which two entries may bear the same name."""


def read_lists(workspace: Workspace) -> Lists:
    """Return every list and the settings: what screens look names, colours and phases up in."""
    with workspace.read() as connection:
        return lists.read_lists(connection)


def read_people(workspace: Workspace) -> list[Person]:
    """Return every person, by name."""
    with workspace.read() as connection:
        return lists.read_people(connection)


def read_records(workspace: Workspace, kind: str) -> list[Any]:
    """Return every record of a kind, in its order."""
    with workspace.read() as connection:
        return list(lists.read_list(connection, kind).values())


def update_settings(workspace: Workspace, **fields: Any) -> None:
    """Change settings, named as in Settings. Dates coarser than a day are kept as the first day of their new span."""
    _refuse(why_not_settings(fields))
    names = ", ".join(column_word(name) for name in fields)
    with workspace.change(_("Change the settings: {names}").format(names=names)) as session:
        connection = session.connection()
        list_edits.write_settings(connection, fields)
        if fields.keys() & {"fiscal_month", "week_start"}:
            settings = lists.read_settings(connection)
            days = read_days(connection, list_edits.coarse_days(connection))
            write_days(
                connection,
                {id_: (day and first_of_span(day, word, settings), word) for id_, (day, word) in days.items()},
            )


def add(workspace: Workspace, kind: str, name: str, /, **fields: Any) -> int:
    """Add an entry at the end of a list and return its id. Raises RuleBroken for a name that is there already."""
    checked = checked_fields(kind, {"name": name, **fields})
    label = _("Add {kind} {name}").format(kind=kind_word(kind), name=shortened(checked["name"]))
    with workspace.change(label) as session:
        connection = session.connection()
        _refuse_doubled(kind, checked["name"], list_edits.names_like(connection, kind, fold(checked["name"])))
        return list_edits.insert_entry(connection, kind, checked)


def edit(workspace: Workspace, kind: str, entry_id: int, /, *, joins: str = "", **fields: Any) -> None:
    """Change fields of an entry of a list. Raises RuleBroken where it is gone, or where its new name is taken."""
    checked = checked_fields(kind, fields)
    with workspace.change(_edit_label(workspace, kind, entry_id, checked), joins=joins) as session:
        connection = session.connection()
        if "name" in checked:
            found = list_edits.names_like(connection, kind, fold(checked["name"]))
            _refuse_doubled(kind, checked["name"], [id_ for id_ in found if id_ != entry_id])
        if not write_entry(connection, kind, entry_id, checked):
            raise RuleBroken(_("This {kind} is no longer there.").format(kind=kind_word(kind)))


def write_entry(connection: "Connection", kind: str, entry_id: int, fields: Mapping[str, Any]) -> bool:
    """Give an entry these checked values, and what follows from them, in a change; False where it is gone."""
    besides: Mapping[str, Any] = {}
    if fields.keys() & DECISIVE.get(kind, frozenset()):
        before = lists.read_list(connection, kind, [entry_id]).get(entry_id)
        besides = {} if before is None else consequences(kind, before, fields)
        if (
            kind == "interview"
            and before
            and any(getattr(before, name) != fields[name] for name in WHEN & fields.keys())
        ):
            interviews.ask_anew(connection, entry_id)
    return list_edits.update_entry(connection, kind, entry_id, {**fields, **besides})


def reorder(workspace: Workspace, kind: str, ids: Sequence[int]) -> None:
    """Put the entries of a list into this order; what is not named follows in the order it had."""
    with workspace.change(_("Reorder {list}").format(list=list_word(kind))) as session:
        list_edits.reorder(session.connection(), kind, ids)


def merge(workspace: Workspace, kind: str, from_id: int, into_id: int) -> None:
    """Let everything that uses one entry use another instead, and delete the one: one change.

    Nothing is linked twice, saved views follow, the survivor keeps its own fields and targets, stage tags stay as they
    are. Of two people the survivor also takes over what was not known of it.
    """
    if from_id == into_id:
        raise RuleBroken(_("An entry cannot be merged with itself."))
    with workspace.read() as connection:
        old, new = (lists.name_of(connection, kind, id_) for id_ in (from_id, into_id))
    label = _("Merge {kind} {old} into {new}").format(kind=kind_word(kind), old=shortened(old), new=shortened(new))
    with workspace.change(label) as session:
        connection = session.connection()
        if not (old and new):
            raise RuleBroken(_("This {kind} is no longer there.").format(kind=kind_word(kind)))
        if kind == "person":
            merging.carry_person(connection, from_id, into_id)
        list_edits.move_uses(connection, kind, from_id, into_id)
        views.replace_entry(connection, kind, from_id, into_id)
        list_edits.delete_entry(connection, kind, from_id)


def remove(workspace: Workspace, kind: str, entry_id: int) -> None:
    """Delete an entry of a list. Raises RuleBroken with the count while something uses it."""
    with workspace.read() as connection:
        name = lists.name_of(connection, kind, entry_id)
    label = _("Remove {kind} {name}").format(kind=kind_word(kind), name=shortened(name))
    with workspace.change(label) as session:
        connection = session.connection()
        _refuse(_why_not_remove(kind, name, list_edits.uses(connection, kind, entry_id)))
        if kind == "status" and list_edits.count_entries(connection, kind) == 1:
            raise RuleBroken(_("A workspace needs at least one status."))
        list_edits.delete_entry(connection, kind, entry_id)


def usage(workspace: Workspace, kind: str, entry_id: int) -> int:
    """Count the pieces, people and other records that use an entry, those in the bin included."""
    with workspace.read() as connection:
        return list_edits.uses(connection, kind, entry_id).total


def usages(workspace: Workspace, kind: str) -> dict[int, int]:
    """Count what uses each entry of a list, as `usage` does; entries that nothing uses are left out."""
    with workspace.read() as connection:
        return list_edits.count_uses(connection, kind)


def usage_words(workspace: Workspace, kind: str, entry_id: int) -> str:
    """Return what uses an entry in words (“12 pieces (1 in the bin) and 2 people”), or an empty text."""
    with workspace.read() as connection:
        return _uses_words(list_edits.uses(connection, kind, entry_id))


def why_not_remove(workspace: Workspace, kind: str, entry_id: int) -> str | None:
    """Return why an entry cannot be removed now, or None."""
    with workspace.read() as connection:
        return _why_not_remove(
            kind, lists.name_of(connection, kind, entry_id), list_edits.uses(connection, kind, entry_id)
        )


def set_target(workspace: Workspace, segment_id: int, stage_id: int, n: int) -> None:
    """Set how many pieces a fiscal quarter a cell wants; 0 turns the cell off."""
    if n < 0:
        raise RuleBroken(_("A target is a whole number from 0 on."))
    with workspace.read() as connection:
        segment, stage = lists.name_of(connection, "segment", segment_id), lists.name_of(connection, "stage", stage_id)
    label = _("Set target of {segment} in {stage} to {n}").format(segment=shortened(segment), stage=stage, n=n)
    with workspace.change(label) as session:
        list_edits.write_target(session.connection(), segment_id, stage_id, n)


def checked_fields(kind: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields with a trimmed name. Raises RuleBroken for what cannot be, TypeError for an unknown field."""
    known = lists.RECORDS[kind].__dataclass_fields__.keys() - {"id", "uid"}
    if unknown := fields.keys() - known:
        raise TypeError(f"a {kind} has no field called {', '.join(sorted(unknown))}")
    checked = dict(fields)
    if "name" in checked:
        checked["name"] = str(checked["name"]).strip()
    _refuse(_why_not_fields(checked))
    return checked


def _why_not_fields(fields: Mapping[str, Any]) -> str | None:
    if fields.get("name") == "":
        return _("A name is needed.")
    if fields.get("weight", Decimal(0)) < 0:
        return _("A weight is 0 or more.")
    floor = fields.get("floor")
    if floor is not None and not 0 <= floor <= 1:
        return _("A share lies between 0 and 1.")
    minutes = fields.get("minutes")
    if minutes is not None and not 1 <= minutes <= MINUTES_A_DAY:
        return _("An interview lasts from 1 minute to 24 hours.")
    for start, end in (("starts", "ends"), ("first", "last")):
        if fields.get(start) and fields.get(end) and fields[start] > fields[end]:
            return _("The end lies before the start.")
    return None


def _refuse(reason: str | None) -> None:
    if reason:
        raise RuleBroken(reason)


def _refuse_doubled(kind: str, name: str, found: Sequence[int]) -> None:
    if found and kind not in SHARED_NAMES:
        raise RuleBroken(_("{name} is already among the {list}.").format(name=shortened(name), list=list_word(kind)))


def _edit_label(workspace: Workspace, kind: str, entry_id: int, fields: Mapping[str, Any]) -> str:
    with workspace.read() as connection:
        name = lists.name_of(connection, kind, entry_id)
    said = {"kind": kind_word(kind), "name": shortened(name)}
    if fields.keys() == {"name"}:
        return _("Rename {kind} {name} to {new}").format(**said, new=shortened(fields["name"]))
    return _("Edit {kind} {name}").format(**said)


def _why_not_remove(kind: str, name: str, used: list_edits.Uses) -> str | None:
    if not used.total:
        return None
    return _("{name} is used by {uses}. Merge it into another one, or change these first.").format(
        name=shortened(name), uses=_uses_words(used)
    )


def _uses_words(used: list_edits.Uses) -> str:
    parts = []
    if used.pieces:
        said = ngettext("{n} piece", "{n} pieces", used.pieces).format(n=used.pieces)
        parts.append(_("{pieces} ({n} in the bin)").format(pieces=said, n=used.binned) if used.binned else said)
    parts += [_counted(other, n) for other, n in used.others.items()]
    if len(parts) < 2:
        return "".join(parts)
    return _("{some} and {last}").format(some=", ".join(parts[:-1]), last=parts[-1])


def _counted(kind: str, n: int) -> str:
    said = {
        "person": ngettext("{n} person", "{n} people", n),
        "segment": ngettext("{n} segment", "{n} segments", n),
        "channel": ngettext("{n} channel", "{n} channels", n),
        "slot": ngettext("{n} slot", "{n} slots", n),
        "interview": ngettext("{n} interview", "{n} interviews", n),
        "field_note": ngettext("{n} field note", "{n} field notes", n),
        "request": ngettext("{n} request", "{n} requests", n),
        "planning_session": ngettext("{n} planning session", "{n} planning sessions", n),
        "question": ngettext("{n} question", "{n} questions", n),
        "transcript": ngettext("{n} transcript", "{n} transcripts", n),
        "quote": ngettext("{n} quote", "{n} quotes", n),
        "answer_card": ngettext("{n} answer card", "{n} answer cards", n),
        "tip": ngettext("{n} tip", "{n} tips", n),
    }
    return said[kind].format(n=n)


def kind_word(kind: str) -> str:
    """Return what one entry of a list is called."""
    return {
        "segment": _("segment"),
        "stage": _("stage"),
        "status": _("status"),
        "interest": _("interest"),
        "format": _("format"),
        "channel": _("channel"),
        "campaign": _("campaign"),
        "day_note": _("day note"),
        "person": _("person"),
        "slot": _("slot"),
        "interview": _("interview"),
        "field_note": _("field note"),
        "request": _("request"),
        "planning_session": _("planning session"),
        "relevance_review": _("relevance review"),
        "weight_set": _("set of weights"),
        "mute": _("muted rule"),
        "question_template": _("question template"),
        "question": _("question"),
        "transcript": _("transcript"),
        "quote": _("quote"),
        "answer_card": _("answer card"),
        "tip": _("tip"),
    }[kind]


def list_word(kind: str) -> str:
    """Return what a list is called."""
    return {
        "segment": _("segments"),
        "stage": _("stages"),
        "status": _("statuses"),
        "interest": _("interests"),
        "format": _("formats"),
        "channel": _("channels"),
        "campaign": _("campaigns"),
        "day_note": _("day notes"),
        "person": _("people"),
        "slot": _("slots"),
        "interview": _("interviews"),
        "field_note": _("field notes"),
        "request": _("requests"),
        "planning_session": _("planning sessions"),
        "relevance_review": _("relevance reviews"),
        "weight_set": _("sets of weights"),
        "mute": _("muted rules"),
        "question_template": _("question templates"),
        "question": _("questions"),
        "transcript": _("transcripts"),
        "quote": _("quotes"),
        "answer_card": _("answer cards"),
        "tip": _("tips"),
    }[kind]
