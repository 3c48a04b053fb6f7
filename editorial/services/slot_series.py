"""Adding slots, and editing and removing this one, this and later ones, or all; what is past or published stays."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from editorial.domain import slot_series as series
from editorial.domain.planning_records import Slot
from editorial.domain.slot_series import Reach
from editorial.domain.slots import Occurrence, Scope, slot_days, why_not_slot, with_exception
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary import Precision
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services.labels import day_in_label, shortened
from editorial.services.tasks import following
from editorial.store.list_edits import delete_entry, insert_entry, update_entry
from editorial.store.lists import read_list
from editorial.store.pieces import write_days
from editorial.store.slots import fillings, hand_over
from editorial.store.workspace import Workspace

if TYPE_CHECKING:
    from editorial.store.importing import Connection

_FIELDS = Slot.__dataclass_fields__.keys() - {"id", "uid"}


def preview(workspace: Workspace, slot_id: int, original: date, scope: Scope, *, today: date) -> Reach:
    """Return what an edit or a removal would touch, before it is made; `original` is the day that the rule names."""
    with workspace.read() as connection:
        return _reach(connection, _slot(connection, slot_id), scope, original, today)


def add(workspace: Workspace, name: str, *, rule: str, first: date, last: date | None = None, **fields: Any) -> int:
    """Add a slot and return its id. Raises RuleBroken for a rule that cannot be used."""
    slot = Slot(id=0, uid="", name=name.strip(), rule=rule, first=first, last=last, **fields)
    _refuse(_why_not(slot))
    with workspace.change(_("Add slot {name}").format(name=shortened(slot.name))) as session:
        values = _values(slot)
        if "position" not in fields:
            del values["position"]
        return insert_entry(session.connection(), "slot", values)


def edit(workspace: Workspace, slot_id: int, original: date, scope: Scope, *, today: date, **fields: Any) -> int:
    """Give fields of a slot new values for this one, this and later ones, or all; return the slot that has them now.

    Past and published occurrences stay as they are: the series is cut before the first that may change, and goes on as
    a slot of its own. Pieces keep their dates and stay in the slot. Raises RuleBroken where nothing is left to change.
    """
    checked = _checked(fields)
    with workspace.change(_label(workspace, slot_id, original, scope, _EDITS)) as session:
        connection = session.connection()
        slot = _slot(connection, slot_id)
        if scope is Scope.ALL and checked.keys() <= series.LABELS:
            return _in_place(connection, slot, checked)
        reach = _left(_reach(connection, slot, scope, original, today), slot)
        if reach.whole:
            return _in_place(connection, slot, checked)
        if scope is Scope.THIS:
            return _apart(connection, reach.touched[0], checked)
        return _cut(connection, slot, reach, checked)


def move(workspace: Workspace, slot_id: int, original: date, day: date, *, today: date) -> None:
    """Move one occurrence to another day; a piece that fills it moves with it, its tasks by the rule.

    Raises RuleBroken for what is past or published, a day before today, and a day on which the slot stands already.
    """
    label = _("Move {slot} to {day}")
    with workspace.change(_label(workspace, slot_id, day, Scope.THIS, {Scope.THIS: label})) as session:
        connection = session.connection()
        slot = _slot(connection, slot_id)
        there = _left(_reach(connection, slot, Scope.THIS, original, today), slot).touched[0]
        _refuse(_why_not_move(there, day, today))
        exceptions = with_exception(slot.exceptions, original, day)
        update_entry(connection, "slot", slot_id, {"exceptions": exceptions})
        if there.piece_id is not None:
            with following(connection, [there.piece_id]):
                write_days(connection, {there.piece_id: (day, Precision.DAY)})


def remove(workspace: Workspace, slot_id: int, original: date, scope: Scope, *, today: date) -> None:
    """Remove this occurrence, this and later ones, or all that may change; pieces keep their dates.

    Raises RuleBroken where nothing is left to remove.
    """
    with workspace.change(_label(workspace, slot_id, original, scope, _REMOVALS)) as session:
        connection = session.connection()
        slot = _slot(connection, slot_id)
        reach = _left(_reach(connection, slot, scope, original, today), slot)
        hand_over(connection, slot_id, None, [one.day for one in reach.touched])
        if reach.whole:
            delete_entry(connection, "slot", slot_id)
        elif scope is Scope.THIS:
            update_entry(connection, "slot", slot_id, {"exceptions": with_exception(slot.exceptions, original, None)})
        elif reach.start is not None:
            update_entry(connection, "slot", slot_id, series.before_cut(slot, reach.start))


def _in_place(connection: "Connection", slot: Slot, fields: Mapping[str, Any]) -> int:
    after = series.changed(slot, fields)
    _refuse(_why_not(after))
    update_entry(connection, "slot", slot.id, {**fields, "exceptions": after.exceptions})
    return slot.id


def _apart(connection: "Connection", occurrence: Occurrence, fields: Mapping[str, Any]) -> int:
    """Give one occurrence fields of its own: it becomes a slot of its own."""
    alone = series.one_off(occurrence, fields)
    _refuse(_why_not(alone))
    slot = occurrence.slot
    left = with_exception(slot.exceptions, occurrence.original, None)
    update_entry(connection, "slot", slot.id, {"exceptions": left})
    return _handed(connection, slot, alone, [occurrence.day])


def _cut(connection: "Connection", slot: Slot, reach: Reach, fields: Mapping[str, Any]) -> int:
    assert reach.start is not None
    after = series.after_cut(slot, reach.start, fields)
    _refuse(_why_not(after))
    update_entry(connection, "slot", slot.id, series.before_cut(slot, reach.start))
    return _handed(connection, slot, after, [one.day for one in reach.touched])


def _handed(connection: "Connection", slot: Slot, after: Slot, days: list[date]) -> int:
    """Add a slot that goes on for another, and let the pieces of these days stand in it."""
    made = insert_entry(connection, "slot", _values(after))
    hand_over(connection, slot.id, made, days)
    return made


def _values(slot: Slot) -> dict[str, Any]:
    return {name: getattr(slot, name) for name in _FIELDS}


def _reach(connection: "Connection", slot: Slot, scope: Scope, original: date, today: date) -> Reach:
    return series.reach(slot, scope, original, today, fillings(connection, date.min, date.max, slot.id))


def _left(reach: Reach, slot: Slot) -> Reach:
    """Return what an edit touches. Raises RuleBroken where that is nothing."""
    if reach.start is None:
        raise RuleBroken(
            _("Nothing of {slot} is left to change: what is past or published stays as it is.").format(
                slot=shortened(slot.name)
            )
        )
    return reach


def _why_not_move(there: Occurrence, day: date, today: date) -> str | None:
    said = {"slot": shortened(there.slot.name), "day": spoken_day(day)}
    if day < today:
        return _("{slot} does not move into the past.").format(**said)
    if any(original != there.original for _day, original in slot_days(there.slot, day, day)):
        return _("{slot} stands on {day} already.").format(**said)
    return None


def _why_not(slot: Slot) -> str | None:
    if not slot.name:
        return _("A name is needed.")
    return why_not_slot(slot.rule, slot.first, slot.last)


def _checked(fields: Mapping[str, Any]) -> dict[str, Any]:
    if unknown := fields.keys() - _FIELDS:
        raise TypeError(f"a slot has no field called {', '.join(sorted(unknown))}")
    checked = dict(fields)
    if "name" in checked:
        checked["name"] = str(checked["name"]).strip()
    return checked


def _refuse(reason: str | None) -> None:
    if reason:
        raise RuleBroken(reason)


def _slot(connection: "Connection", slot_id: int) -> Slot:
    found: Slot | None = read_list(connection, "slot").get(slot_id)
    if found is None:
        raise RuleBroken(_("This slot is no longer there."))
    return found


_EDITS = {
    Scope.THIS: _("Edit {slot} on {day}"),
    Scope.LATER: _("Edit {slot} from {day} on"),
    Scope.ALL: _("Edit slot {slot}"),
}
_REMOVALS = {
    Scope.THIS: _("Remove {slot} on {day}"),
    Scope.LATER: _("Remove {slot} from {day} on"),
    Scope.ALL: _("Remove slot {slot}"),
}


def _label(workspace: Workspace, slot_id: int, day: date, scope: Scope, labels: Mapping[Scope, str]) -> str:
    with workspace.read() as connection:
        name = _slot(connection, slot_id).name
    return labels[scope].format(slot=shortened(name), day=day_in_label(day))
