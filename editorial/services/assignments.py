"""What people owe for pieces: asking, answering, delivering, and handing on to somebody else."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from editorial.domain.assignments import due_day, why_not_answer, why_not_ask
from editorial.domain.people_records import Assignment
from editorial.domain.period import span_of
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.errors import RuleBroken
from editorial.language import _, ngettext
from editorial.services.labels import shortened
from editorial.store import assignments as stored
from editorial.store.assignments import Key
from editorial.store.lists import name_of, read_settings
from editorial.store.pieces import read_pieces, titles
from editorial.store.tasks import tasks_of
from editorial.store.workspace import Workspace

if TYPE_CHECKING:
    from editorial.store.importing import Connection

__all__ = ["Key"]


def of_piece(workspace: Workspace, piece_id: int) -> list[Assignment]:
    """Return what is owed for a piece and by whom, in the order in which it was asked."""
    return of_pieces(workspace, [piece_id]).get(piece_id, [])


def of_pieces(workspace: Workspace, ids: Sequence[int]) -> dict[int, list[Assignment]]:
    """Return what is owed for several pieces; those for which nothing is are left out."""
    with workspace.read() as connection:
        return stored.of_pieces(connection, ids)


def of_person(workspace: Workspace, person_id: int) -> list[Assignment]:
    """Return everything a person was ever asked for."""
    with workspace.read() as connection:
        return stored.of_person(connection, person_id)


def due_days(workspace: Workspace, piece_id: int) -> dict[Key, date | None]:
    """Return when each assignment of a piece is due, by its key; with a piece of a month by the end of that month."""
    with workspace.read() as connection:
        pieces, settings = read_pieces(connection, [piece_id]), read_settings(connection)
        tasks = tasks_of(connection, [piece_id]).get(piece_id, [])
        found = stored.of_pieces(connection, [piece_id]).get(piece_id, [])
    piece = pieces[0] if pieces else None
    planned = span_of(piece.planned, piece.precision, settings)[1] if piece and piece.planned else None
    return {(one.piece_id, one.person_id, one.role): due_day(one, tasks, planned) for one in found}


def ask(
    workspace: Workspace,
    piece_id: int,
    person_id: int,
    role: AssignmentRole,
    *,
    today: date,
    due: date | None = None,
    hours: Decimal | None = None,
    note: str = "",
) -> None:
    """Ask a person for something; one who declined is asked anew. Raises RuleBroken where they have the role already.

    Who can give no more, or is away, can be asked all the same: services/asking.py and the review list say so.
    """
    key = (piece_id, person_id, role)
    fields: dict[str, Any] = {"due": due, "hours": hours, "note": note, "asked_on": today}
    fields |= {"status": AssignmentStatus.PROPOSED, "reason": "", "answered_on": None, "wish": None}
    with workspace.change(_label(workspace, _("Ask {person} for {piece} ({role})"), key)) as session:
        connection = session.connection()
        there = stored.read_assignment(connection, key)
        _refuse(why_not_ask(there))
        if not titles(connection, [piece_id]):
            raise RuleBroken(_("This piece is no longer there."))
        if there is None:
            stored.insert_assignment(connection, key, fields)
        else:
            stored.write_assignment(connection, key, fields)


def edit(workspace: Workspace, key: Key, *, joins: str = "", **fields: Any) -> None:
    """Give fields of an assignment new values: due, hours, note, hours_spent and the like."""
    if unknown := fields.keys() - stored.WRITABLE:
        raise TypeError(f"an assignment has no field to write called {', '.join(sorted(unknown))}")
    _write(workspace, key, _("Change what {person} owes for {piece} ({role})"), fields, joins=joins)


def accept(workspace: Workspace, key: Key, *, today: date, comment: str | None = None) -> None:
    """Say yes for a person."""
    fields = {"status": AssignmentStatus.ACCEPTED, "answered_on": today, "reason": "", "wish": None}
    fields |= {} if comment is None else {"comment": comment}
    _write(workspace, key, _("{person} accepts {piece} ({role})"), fields)


def decline(workspace: Workspace, key: Key, reason: str, *, today: date) -> None:
    """Say no for a person, with the reason. Raises RuleBroken without one."""
    fields = {"status": AssignmentStatus.DECLINED, "answered_on": today, "reason": reason.strip(), "wish": None}
    _write(workspace, key, _("{person} declines {piece} ({role})"), fields)


def wish(workspace: Workspace, key: Key, day: date, reason: str = "", *, today: date) -> None:
    """Note that a person would rather give it on another day; it waits for `grant`, or for another answer."""
    fields = {"wish": day, "reason": reason.strip(), "answered_on": today}
    _write(workspace, key, _("{person} asks for another day for {piece} ({role})"), fields)


def grant(workspace: Workspace, key: Key, *, today: date) -> None:
    """Agree to the other day a person asked for: it is due then, and accepted. Raises RuleBroken where none was."""
    with workspace.read() as connection:
        there = stored.read_assignment(connection, key)
    if there is None or there.wish is None:
        raise RuleBroken(_("No other day was asked for."))
    fields = {"due": there.wish, "wish": None, "reason": "", "status": AssignmentStatus.ACCEPTED, "answered_on": today}
    _write(workspace, key, _("Give {person} another day for {piece} ({role})"), fields)


def deliver(workspace: Workspace, key: Key, *, today: date, hours_spent: Decimal | None = None) -> None:
    """Note that a person has given what they owed."""
    fields: dict[str, Any] = {"status": AssignmentStatus.DELIVERED, "delivered_on": today}
    fields |= {} if hours_spent is None else {"hours_spent": hours_spent}
    _write(workspace, key, _("{person} delivers {piece} ({role})"), fields)


def reopen(workspace: Workspace, key: Key) -> None:
    """Take a delivery back: the person owes it still."""
    fields = {"status": AssignmentStatus.ACCEPTED, "delivered_on": None}
    with workspace.change(_label(workspace, _("{person} owes {piece} again ({role})"), key)) as session:
        _there(stored.read_assignment(session.connection(), key))
        stored.write_assignment(session.connection(), key, fields)


def withdraw(workspace: Workspace, key: Key) -> None:
    """Ask a person no longer; nothing of it stays but the history."""
    with workspace.change(_label(workspace, _("Ask {person} no longer for {piece} ({role})"), key)) as session:
        stored.delete_assignment(session.connection(), key)


def hand_on(workspace: Workspace, key: Key, person_id: int, *, today: date) -> None:
    """Ask another person in place of this one, for the same day, hours and note; one change.

    Raises RuleBroken where the other has that role already, or it is delivered.
    """
    hand_on_all(workspace, [key], person_id, today=today)


def hand_on_all(workspace: Workspace, keys: Sequence[Key], person_id: int, *, today: date) -> None:
    """Hand on everything that somebody owes of these as one change; where one of them is refused, none is."""
    with workspace.change(_handing_label(workspace, keys, person_id)) as session:
        for key in keys:
            _hand(session.connection(), key, person_id, today)


def _handing_label(workspace: Workspace, keys: Sequence[Key], person_id: int) -> str:
    with workspace.read() as connection:
        other = name_of(connection, "person", person_id)
        old = name_of(connection, "person", keys[0][1])
    if len(keys) == 1:
        return _label(workspace, _("Hand {piece} ({role}) from {person} on to {other}"), keys[0], other=other)
    said = ngettext(
        "Hand {n} thing from {person} on to {other}", "Hand {n} things from {person} on to {other}", len(keys)
    )
    return said.format(n=len(keys), person=old, other=other)


def _hand(connection: "Connection", key: Key, person_id: int, today: date) -> None:
    piece_id, old, role = key
    there = _there(stored.read_assignment(connection, key))
    _refuse(why_not_answer(there, AssignmentStatus.ACCEPTED))
    if person_id == old:
        return
    before = stored.read_assignment(connection, (piece_id, person_id, role))
    _refuse(why_not_ask(before))
    kept = {"due": there.due, "hours": there.hours, "note": there.note, "asked_on": today}
    stored.delete_assignment(connection, key)
    if before is not None:
        stored.delete_assignment(connection, (piece_id, person_id, role))
    stored.insert_assignment(connection, (piece_id, person_id, role), kept)


def _write(workspace: Workspace, key: Key, label: str, fields: Mapping[str, Any], joins: str = "") -> None:
    with workspace.change(_label(workspace, label, key), joins=joins) as session:
        connection = session.connection()
        there = _there(stored.read_assignment(connection, key))
        if "status" in fields:
            _refuse(why_not_answer(there, fields["status"], fields.get("reason", "")))
        stored.write_assignment(connection, key, fields)


def _there(found: Assignment | None) -> Assignment:
    if found is None:
        raise RuleBroken(_("This person is no longer asked for that."))
    return found


def _refuse(reason: str | None) -> None:
    if reason:
        raise RuleBroken(reason)


def _label(workspace: Workspace, label: str, key: Key, **more: str) -> str:
    piece_id, person_id, role = key
    with workspace.read() as connection:
        person, found = name_of(connection, "person", person_id), titles(connection, [piece_id])
    return label.format(person=person, piece=shortened(found.get(piece_id, "?")), role=vocabulary_word(role), **more)
