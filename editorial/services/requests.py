"""Requests from outside the plan: taken in against something that leaves, or declined, each with a reply."""

from datetime import date
from typing import TYPE_CHECKING, Any

from editorial.domain import requests as rules
from editorial.domain.counting import counting, kind_counts, unparked
from editorial.domain.mix import mix_of
from editorial.domain.mix_words import shares_sentence
from editorial.domain.period import Period, quarter_of
from editorial.domain.planning_records import Request
from editorial.domain.records import Entry, Lists
from editorial.domain.requests import Leaving
from editorial.domain.slots import Occurrence
from editorial.domain.vocabulary import Level, Phase, Precision, RequestOutcome
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services.coverage import coverage
from editorial.services.labels import day_in_label, shortened
from editorial.services.slots import fill_within, occurrences
from editorial.services.tasks import following
from editorial.store import list_edits
from editorial.store import pieces as stored
from editorial.store.entries import entries_between, entries_of
from editorial.store.lists import read_list, read_lists
from editorial.store.workspace import Workspace

if TYPE_CHECKING:
    from editorial.store.importing import Connection


def read_requests(workspace: Workspace) -> list[Request]:
    """Return every request, open ones first, then the newest first."""
    with workspace.read() as connection:
        found: list[Request] = list(read_list(connection, "request").values())
    return sorted(found, key=lambda one: (one.outcome is not RequestOutcome.OPEN, -one.day.toordinal(), -one.id))


def leavings(workspace: Workspace, request_id: int, day: date, *, today: date) -> tuple[Leaving, ...]:
    """Return what could leave the quarter of a day for a request, the least missed first."""
    with workspace.read() as connection:
        lists = read_lists(connection)
        request = _request(connection, request_id)
        period = quarter_of(day, lists.settings)
        entries = entries_between(connection, period.first, period.last)
    matrix = coverage(workspace, period, lists=lists)
    heavy = {key for key, cell in matrix.cells.items() if cell.level is Level.HEAVY}
    planned = [one for one in entries if lists.phase(one.status_id) is not Phase.PARKED and one.id != request.piece_id]
    return rules.leavings(request, planned, lists, heavy=heavy, today=today)


def open_room(workspace: Workspace, day: date) -> Occurrence | None:
    """Return the timely slot that is open on a day, or None."""
    return next((one for one in occurrences(workspace, day, day) if one.slot.timely and one.open), None)


def why_not_accept(workspace: Workspace, request_id: int, day: date, leaves_id: int | None) -> str | None:
    """Return why a request cannot come in on a day, or None."""
    with workspace.read() as connection:
        request, lists = _request(connection, request_id), read_lists(connection)
        leaves = _entry(connection, leaves_id)
    if request.outcome is not RequestOutcome.OPEN:
        return _("This request has been answered already.")
    room = open_room(workspace, day) is not None
    return rules.why_not_accept(quarter_of(day, lists.settings), leaves, room=room)


def accept(
    workspace: Workspace, request_id: int, day: date, *, leaves_id: int | None = None, reply: str = "", today: date
) -> int:
    """Take a request into the plan as one change and return its piece.

    The piece that was linked to the request, or a new one with its tags, goes on the day, into an open timely slot
    where nothing leaves; what leaves goes back to the ideas. Raises RuleBroken with the reason of `why_not_accept`.
    """
    if why := why_not_accept(workspace, request_id, day, leaves_id):
        raise RuleBroken(why)
    room = open_room(workspace, day) if leaves_id is None else None
    with workspace.read() as connection:
        name = _request(connection, request_id).name
    label = _("Take the request {name} in on {day}").format(name=shortened(name), day=day_in_label(day))
    with workspace.change(label) as session:
        connection = session.connection()
        request, lists = _request(connection, request_id), read_lists(connection)
        piece_id = request.piece_id or _made(connection, request, lists)
        _place(connection, piece_id, day, room, lists)
        if leaves_id is not None:
            with following(connection, [leaves_id]):
                stored.write_days(connection, {leaves_id: (None, Precision.DAY)})
        answer = {"outcome": RequestOutcome.ACCEPTED, "piece_id": piece_id, "leaves_id": leaves_id}
        _answer(connection, request, answer, reply, today)
    return piece_id


def decline(workspace: Workspace, request_id: int, *, reply: str = "", today: date) -> None:
    """Decline a request as one change. Raises RuleBroken where it has been answered."""
    with workspace.read() as connection:
        name = _request(connection, request_id).name
    with workspace.change(_("Decline the request {name}").format(name=shortened(name))) as session:
        connection = session.connection()
        request = _request(connection, request_id)
        if request.outcome is not RequestOutcome.OPEN:
            raise RuleBroken(_("This request has been answered already."))
        _answer(connection, request, {"outcome": RequestOutcome.DECLINED}, reply, today)


def reopen(workspace: Workspace, request_id: int) -> None:
    """Take the answer to a request back, as one change; what it did to the plan stays."""
    with workspace.read() as connection:
        name = _request(connection, request_id).name
    with workspace.change(_("Reopen the request {name}").format(name=shortened(name))) as session:
        connection = session.connection()
        fields = {"outcome": RequestOutcome.OPEN, "answered_on": None}
        list_edits.update_entry(connection, "request", request_id, fields)


def reply_text(workspace: Workspace, request_id: int, *, day: date | None, leaves_id: int | None = None) -> str:
    """Return a reply to who asked, as a text to be edited; without a day the request is declined.

    The mix it quotes is that of the quarter with what comes in and without what leaves.
    """
    with workspace.read() as connection:
        request, lists = _request(connection, request_id), read_lists(connection)
        leaves = _entry(connection, leaves_id)
        on = day or request.wanted_on
        others = entries_between(connection, on, on) if on else []
        ids = [one for one in (leaves_id, request.piece_id) if one is not None]
        titles = stored.titles(connection, ids)
        said = _mix_said(connection, request, quarter_of(on or request.day, lists.settings), lists, day, leaves_id)
    planned = [
        one
        for one in others
        if one.precision is Precision.DAY
        and lists.phase(one.status_id) is not Phase.PARKED
        and one.id not in (leaves_id, request.piece_id)
    ]
    return rules.reply_text(request, lists, day=day, leaves=leaves, others=planned, mix=said, titles=titles)


def _mix_said(
    connection: "Connection", request: Request, period: Period, lists: Lists, day: date | None, leaves_id: int | None
) -> str:
    entries = entries_between(connection, period.first, period.last)
    if day is None:
        return shares_sentence(mix_of(kind_counts(counting(entries, lists, period)), lists.settings))
    staying = [one for one in entries if one.id not in (leaves_id, request.piece_id)]
    # A piece that is only made when the request is taken in has no kind yet: it leaves the shares as they are.
    coming = entries_of(connection, [request.piece_id]) if request.piece_id else []
    found = mix_of(kind_counts([*counting(staying, lists, period), *unparked(coming, lists)]), lists.settings)
    if found.share is None:
        return ""
    return _("The mix of {period} with it: {mix}").format(period=period.name, mix=shares_sentence(found))


def _made(connection: "Connection", request: Request, lists: Lists) -> int:
    fields: dict[str, Any] = {
        "title": request.name,
        "status_id": stored.first_status(connection, Phase.IDEA),
        "stage_id": request.stage_id,
        "interest_id": request.interest_id,
        "segment_ids": (request.segment_id,) if request.segment_id else (),
        "origin": lists.people.get(request.person_id or 0) or request.asked_by,
        "notes": request.notes,
    }
    return stored.insert_piece(connection, fields, lists.settings)


def _place(connection: "Connection", piece_id: int, day: date, room: Occurrence | None, lists: Lists) -> None:
    if room is not None:
        fill_within(connection, piece_id, room.slot.id, day)
        return
    with following(connection, [piece_id]):
        stored.set_fields(connection, [piece_id], {"planned": day, "precision": Precision.DAY}, lists.settings)


def _answer(connection: "Connection", request: Request, fields: dict[str, Any], reply: str, today: date) -> None:
    written = {**fields, "answered_on": today, "reply": reply or request.reply}
    list_edits.update_entry(connection, "request", request.id, written)


def _request(connection: "Connection", request_id: int) -> Request:
    found: Request | None = read_list(connection, "request").get(request_id)
    if found is None:
        raise RuleBroken(_("This request is no longer there."))
    return found


def _entry(connection: "Connection", piece_id: int | None) -> Entry | None:
    if piece_id is None:
        return None
    found = entries_of(connection, [piece_id])
    if not found:
        raise RuleBroken(_("This piece is no longer there."))
    return found[0]
