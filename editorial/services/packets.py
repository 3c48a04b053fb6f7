"""Packets: making one for a person, and taking in what they answered as one change."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from editorial.domain.packet import PacketPage, asked_from, packet_page, waits_for_word
from editorial.domain.packet_answers import GivenAnswers, Judged, SentPacket, judge
from editorial.domain.people_records import Packet
from editorial.domain.records import Person
from editorial.errors import RuleBroken, StaleEdit
from editorial.language import _, ngettext
from editorial.services.my_work import my_work
from editorial.services.packet_changes import settled, take_answers, take_ideas
from editorial.store import packets as stored
from editorial.store.importing import newest_change
from editorial.store.lists import read_list, read_people, read_settings, workspace_uid
from editorial.store.pieces import read_pieces
from editorial.store.workspace import Workspace, new_uid


@dataclass(frozen=True, slots=True)
class PacketPreview:
    """What taking answers in would do; nothing is written yet."""

    judged: Judged
    packet: Packet | None
    as_of: int
    """The newest change when this was found out."""

    @property
    def read(self) -> int:
        """How many answers and ideas came back."""
        return self.judged.changes + len(self.judged.refused) + self.judged.unchanged


def prepare(workspace: Workspace, person_id: int, *, today: date, made: datetime) -> PacketPage:
    """Return a packet for a person, for the front end to write to a file; `sent` remembers it once that is done.

    Raises RuleBroken where the person is gone.
    """
    work = my_work(workspace, person_id, today)
    of_pieces = (one.piece for listed in (work.asked, work.owed) for one in listed)
    wanted = {piece.id for piece in of_pieces if piece is not None and waits_for_word(work, piece.id)}
    with workspace.read() as connection:
        settings, people = read_settings(connection), read_people(connection)
        drafts = {piece.id: piece.draft for piece in read_pieces(connection, sorted(wanted)) if piece.draft.strip()}
        uid = workspace_uid(connection)
    return packet_page(
        work,
        packet_uid=new_uid(),
        workspace_uid=uid,
        workspace=settings.name,
        made=made,
        zone=settings.time_zone,
        answers_to=_address(people, workspace.author),
        drafts=drafts,
    )


def _address(people: Iterable[Person], author: str) -> str:
    """Return where answers go: the e-mail address of whoever makes the packet, where it is known."""
    found = [one.email for one in people if one.name == author and one.email]
    return found[0] if len(found) == 1 else ""


def sent(workspace: Workspace, page: PacketPage) -> None:
    """Remember a packet that was written: from now on its answers are taken, and those of an earlier one are stale."""
    person = page.work.person
    with workspace.change(_("Make a packet for {person}").format(person=person.name)) as session:
        asked = [one.document() for one in page.asked]
        stored.insert_packet(session.connection(), page.packet_uid, person.id, page.made, asked)


def preview(workspace: Workspace, given: GivenAnswers, *, today: date) -> PacketPreview:
    """Find out who claims to answer, and what their answers would change; nothing is written.

    Raises RuleBroken where none of it can be taken.
    """
    with workspace.read() as connection:
        as_of, uid = newest_change(connection), workspace_uid(connection)
        packet = stored.packet_named(connection, given.packet_uid)
        sent_packet, known = None, list[str]()
        if packet is not None:
            people: dict[int, Person] = read_list(connection, "person", [packet.person_id])
            sent_packet = _sent(packet, people[packet.person_id], stored.replaced_at(connection, packet))
            known = stored.titles_given_by(connection, packet.person_id)
    now = settled(workspace, packet, sent_packet.asked, today) if packet and sent_packet else {}
    judged = judge(given, sent_packet, workspace_uid=uid, today=today, now=now, known_ideas=known)
    if judged.refusal:
        raise RuleBroken(judged.refusal)
    return PacketPreview(judged, packet, as_of)


def _sent(packet: Packet, person: Person, replaced: datetime | None) -> SentPacket:
    return SentPacket(
        uid=packet.uid,
        person_uid=person.uid,
        person=person.name,
        made=packet.made,
        asked=tuple(asked_from(one) for one in packet.asked),
        replaced_on=replaced.date() if replaced else None,
    )


def why_not_apply(found: PacketPreview, *, skip_bad: bool) -> str | None:
    """Return why answers cannot be taken in as they are, or None."""
    n = len(found.judged.refused)
    if skip_bad or not n:
        return None
    said = ngettext("{n} answer cannot be taken.", "{n} answers cannot be taken.", n)
    return said.format(n=n)


def apply(
    workspace: Workspace, found: PacketPreview, *, today: date, now: datetime, skip_bad: bool = False
) -> int | None:
    """Take the answers in as one change and return it; None where nothing would change.

    Raises StaleEdit where the workspace has changed since the preview, and RuleBroken where something is refused and
    `skip_bad` does not leave it out.
    """
    if reason := why_not_apply(found, skip_bad=skip_bad):
        raise RuleBroken(reason)
    judged, packet = found.judged, found.packet
    if packet is None or not judged.changes:
        return None
    label = ngettext("Take in {n} answer of {person}", "Take in {n} answers of {person}", judged.changes).format(
        n=judged.changes, person=judged.person
    )
    with workspace.change(label) as session:
        connection = session.connection()
        if newest_change(connection, workspace.open_change) != found.as_of:
            raise StaleEdit(_("The workspace has changed since you looked; look again before importing."))
        take_answers(connection, packet, judged.taken, today)
        take_ideas(connection, packet, judged.ideas)
        stored.note_answered(connection, packet.id, now)
        return workspace.open_change
