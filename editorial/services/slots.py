"""Slots: where they stand, what fills them, and which timely ones are to be released."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from editorial.domain import slots
from editorial.domain.clock import entered_time
from editorial.domain.moves import why_not_move
from editorial.domain.planning_records import Slot
from editorial.domain.slot_room import MonthRoom, Release, month_rooms, releases
from editorial.domain.slots import Occurrence
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary import Phase, Precision
from editorial.domain.workdays import work_calendar
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services.labels import day_in_label, shortened, these_pieces
from editorial.services.tasks import following
from editorial.store.entries import entries_of
from editorial.store.list_edits import update_entry
from editorial.store.lists import read_list, read_lists, read_settings
from editorial.store.pieces import first_status, insert_piece, read_pieces, set_fields
from editorial.store.slots import fillings, read_slots
from editorial.store.workspace import Workspace

if TYPE_CHECKING:
    from editorial.store.importing import Connection


@dataclass(frozen=True, slots=True)
class Filled:
    """What a slot handed to a piece besides its day: field → value, and how many tasks stayed where they were."""

    piece_id: int
    fields: Mapping[str, Any] = field(default_factory=dict)
    kept: int = 0


def every(workspace: Workspace) -> list[Slot]:
    """Return every slot with its exceptions, in order."""
    with workspace.read() as connection:
        return read_slots(connection)


def occurrences(workspace: Workspace, first: date, last: date) -> tuple[Occurrence, ...]:
    """Return every occurrence of every slot between two days, both included, by day; filled ones name their piece."""
    with workspace.read() as connection:
        return tuple(slots.occurrences(read_slots(connection), first, last, fillings(connection, first, last)))


def fill(workspace: Workspace, piece_id: int, slot_id: int, day: date) -> Filled:
    """Put a piece into an open slot as one change: its date, and the format, channel, kind and time the slot has.

    Raises RuleBroken for a published piece, a day on which the slot does not stand, and a slot that is filled.
    """
    with workspace.read() as connection:
        name = _slot(connection, slot_id).name
    what = these_pieces(workspace, [piece_id])
    label = _("Put {what} into {slot} on {day}").format(what=what, slot=shortened(name), day=day_in_label(day))
    return fill_all(workspace, [(piece_id, slot_id, day)], label)[0]


def fill_all(workspace: Workspace, placements: Sequence[tuple[int, int, date]], label: str) -> list[Filled]:
    """Put pieces into slots as one change: (piece, slot, day) each; raises RuleBroken as `fill` does."""
    with workspace.change(label) as session:
        connection = session.connection()
        return [fill_within(connection, *one) for one in placements]


def fill_within(connection: "Connection", piece_id: int, slot_id: int, day: date) -> Filled:
    """Put a piece into an open slot inside the change that is open. Raises RuleBroken as `fill` does."""
    slot = _slot(connection, slot_id)
    found = entries_of(connection, [piece_id])
    if not found:
        raise RuleBroken(_("This piece is no longer there."))
    if why := why_not_move(found[0]) or _why_not_here(connection, slot, day, piece_id):
        raise RuleBroken(why)
    settings = read_settings(connection)
    piece = read_pieces(connection, [piece_id])[0]
    fields = _handed(slot, day, settings.time_zone)
    if slot.timely and not piece.evergreen:
        fields["timely"] = True
    given = {name: value for name, value in fields.items() if getattr(piece, name) != value}
    with following(connection, [piece_id]) as followed:
        placed = {"planned": day, "precision": Precision.DAY, "slot_id": slot_id}
        set_fields(connection, [piece_id], {**given, **placed}, settings)
    return Filled(piece_id, given, followed.kept)


def _handed(slot: Slot, day: date, zone: str) -> dict[str, Any]:
    """Return what a slot gives to the piece that fills it: only what the slot itself has."""
    own: dict[str, Any] = {"format_id": slot.format_id, "channel_id": slot.channel_id, "kind": slot.kind}
    given = {name: value for name, value in own.items() if value is not None}
    if slot.time is not None:
        given["time"] = entered_time(slot.time, day, Precision.DAY, zone)
    return given


def _why_not_here(connection: "Connection", slot: Slot, day: date, piece_id: int) -> str | None:
    there = slots.occurrences([slot], day, day, fillings(connection, day, day, slot.id))
    if not there:
        return _("{slot} does not stand on {day}.").format(slot=shortened(slot.name), day=spoken_day(day))
    if there[0].piece_id not in (None, piece_id):
        return _("{slot} on {day} is filled already.").format(slot=shortened(slot.name), day=spoken_day(day))
    return None


def _slot(connection: "Connection", slot_id: int) -> Slot:
    found: Slot | None = read_list(connection, "slot").get(slot_id)
    if found is None:
        raise RuleBroken(_("This slot is no longer there."))
    return found


def timely_months(workspace: Workspace, first: date, last: date) -> tuple[MonthRoom, ...]:
    """Return the room for timely work in each month that the days touch."""
    with workspace.read() as connection:
        share = read_settings(connection).timely_share
    return month_rooms(occurrences(workspace, first, last), first, last, share)


def to_release(workspace: Workspace, today: date) -> tuple[Release, ...]:
    """Return the timely slots that are still open five working days ahead or nearer, today's included."""
    with workspace.read() as connection:
        lists = read_lists(connection)
        calendar = work_calendar(lists.settings, lists.notes)
        return releases(
            lambda first, last: slots.occurrences(
                [slot for slot in read_slots(connection) if slot.timely], first, last, fillings(connection, first, last)
            ),
            today,
            calendar,
        )


def release(workspace: Workspace, slot_id: int, original: date) -> None:
    """Leave one occurrence of a slot out: nothing needs to be found for it any more."""
    with workspace.read() as connection:
        slot = _slot(connection, slot_id)
    label = _("Release {slot} on {day}").format(slot=shortened(slot.name), day=day_in_label(original))
    with workspace.change(label) as session:
        slot = _slot(session.connection(), slot_id)
        left = slots.with_exception(slot.exceptions, original, None)
        update_entry(session.connection(), "slot", slot_id, {"exceptions": left})


def use_fallback(workspace: Workspace, slot_id: int, day: date) -> int:
    """Fill an open slot with its fallback piece and return the id of the piece that stands there now.

    A fallback that was published already is not moved: a new piece made from it takes the place.
    """
    with workspace.read() as connection:
        slot = _slot(connection, slot_id)
    if slot.fallback_id is None:
        raise RuleBroken(_("{slot} has no piece to fall back to.").format(slot=shortened(slot.name)))
    what = these_pieces(workspace, [slot.fallback_id])
    label = _("Fall back to {what} in {slot} on {day}").format(
        what=what, slot=shortened(slot.name), day=day_in_label(day)
    )
    with workspace.change(label) as session:
        connection = session.connection()
        piece_id = _unpublished(connection, slot.fallback_id)
        return fill_within(connection, piece_id, slot_id, day).piece_id


_RERUN = (
    "angle kind stage_id further_stage_ids segment_ids interest_id further_interest_ids format_id channel_id owner_id "
    "author_ids lead evergreen brief links insight_belief insight_wrong insight_cost insight_new"
).split()
"""What a piece that runs again keeps of the one it is made from."""


def _unpublished(connection: "Connection", piece_id: int) -> int:
    """Return the piece itself while it has neither date nor publication, else a new piece made from it."""
    piece = next(iter(read_pieces(connection, [piece_id])), None)
    if piece is None or piece.binned:
        raise RuleBroken(_("The piece to fall back to is no longer there."))
    if piece.publish_date is None:
        return piece_id
    fields = {name: getattr(piece, name) for name in _RERUN}
    fields |= {"title": _("{title} (again)").format(title=piece.title), "made_from_id": piece.id}
    fields["status_id"] = first_status(connection, Phase.PRODUCTION)
    return insert_piece(connection, fields, read_settings(connection))
