"""What answers to a packet change in the workspace, one by one."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from editorial.domain.packet import Asked, AskedKind, Reply
from editorial.domain.packet_answers import OfferedIdea, Standing, TakenAnswer, standing_of
from editorial.domain.people_records import Packet, Quote
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, Clearance, Phase
from editorial.services.my_work import my_work
from editorial.store import assignments, interviews, list_edits
from editorial.store import packets as stored
from editorial.store import pieces as piece_store
from editorial.store.lists import read_list, read_settings
from editorial.store.workspace import Workspace

if TYPE_CHECKING:
    from editorial.store.importing import Connection

Key = tuple[int, int, AssignmentRole]
_SAID = {
    Reply.ACCEPT: AssignmentStatus.ACCEPTED,
    Reply.DECLINE: AssignmentStatus.DECLINED,
    Reply.DAY: AssignmentStatus.PROPOSED,
}


def settled(workspace: Workspace, packet: Packet, asked: Iterable[Asked], today: date) -> Mapping[str, Standing]:
    """Return how everything stands that a packet asked and that can still be answered, by its key.

    What was declined, cleared or refused since can be answered anew, and the same answer is known again.
    """
    found = standing_of(my_work(workspace, packet.person_id, today))
    with workspace.read() as connection:
        for one in asked:
            if one.key not in found and (standing := _answered(connection, one)):
                found[one.key] = standing
    return found


def _answered(connection: "Connection", asked: Asked) -> Standing | None:
    if asked.kind is AskedKind.QUOTE:
        quote = _quote(connection, asked)
        if quote is None or quote.clearance not in (Clearance.CLEARED, Clearance.REFUSED):
            return None
        return Standing(stands=asked.stands, status=quote.clearance, text=quote.reason)
    if asked.kind is not AskedKind.ASSIGNMENT:
        return None
    key = _assignment_key(connection, asked)
    there = assignments.read_assignment(connection, key) if key else None
    if there is None or there.status is not AssignmentStatus.DECLINED:
        return None
    return Standing(stands=asked.stands, status=there.status, wish=there.wish, text=there.reason)


def take_answers(connection: "Connection", packet: Packet, taken: Iterable[TakenAnswer], today: date) -> None:
    """Write what was answered; it was judged before, in the same state of the workspace."""
    for one in taken:
        if one.asked.kind is AskedKind.QUOTE:
            _take_quote(connection, one, today)
        elif one.asked.kind is AskedKind.INTERVIEW:
            _take_interview(connection, packet, one)
        elif key := _assignment_key(connection, one.asked):
            assignments.write_assignment(connection, key, _assignment_fields(one, today))


def take_ideas(connection: "Connection", packet: Packet, ideas: Iterable[OfferedIdea]) -> None:
    """Add what was offered to the ideas, as given by the person."""
    for idea in ideas:
        fields = {
            "title": " ".join(idea.title.split()),
            "angle": idea.text.strip(),
            "status_id": piece_store.first_status(connection, Phase.IDEA),
            "given_by_id": packet.person_id,
        }
        piece_store.insert_piece(connection, fields, read_settings(connection))


def _assignment_fields(one: TakenAnswer, today: date) -> dict[str, Any]:
    reply, text = one.answer.reply, one.answer.text.strip()
    if reply is Reply.COMMENT:
        return {"comment": text}
    if reply is Reply.DAY:
        return {"wish": one.answer.day, "reason": text, "answered_on": today}
    fields: dict[str, Any] = {"status": _SAID[reply], "answered_on": today, "wish": None, "reason": ""}
    if reply is Reply.DECLINE:
        return fields | {"reason": text}
    return fields | ({"comment": text} if text else {})


def _take_interview(connection: "Connection", packet: Packet, one: TakenAnswer) -> None:
    id_ = stored.id_of(connection, "interview", one.asked.key.split(":")[1])
    if id_ is None:
        return
    reply, text = one.answer.reply, one.answer.text.strip()
    fields: dict[str, Any] = {"reason": text}
    if reply is not Reply.COMMENT:
        fields |= {"answer": _SAID[reply].value, "wish": one.answer.day if reply is Reply.DAY else None}
    interviews.write_answer(connection, id_, packet.person_id, fields)


def _take_quote(connection: "Connection", one: TakenAnswer, today: date) -> None:
    if quote := _quote(connection, one.asked):
        cleared = one.answer.reply is Reply.CLEAR
        fields = {
            "clearance": Clearance.CLEARED if cleared else Clearance.REFUSED,
            "answered_on": today,
            "answered_by": "",
            "reason": "" if cleared else one.answer.text.strip(),
        }
        list_edits.update_entry(connection, "quote", quote.id, fields)


def _quote(connection: "Connection", asked: Asked) -> Quote | None:
    id_ = stored.id_of(connection, "quote", asked.key.split(":")[1])
    if id_ is None:
        return None
    found: Quote | None = read_list(connection, "quote", [id_]).get(id_)
    return found


def _assignment_key(connection: "Connection", asked: Asked) -> Key | None:
    _kind, piece_uid, person_uid, role = asked.key.split(":")
    piece, person = stored.id_of(connection, "piece", piece_uid), stored.id_of(connection, "person", person_uid)
    return (piece, person, AssignmentRole(role)) if piece is not None and person is not None else None
