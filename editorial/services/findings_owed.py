"""Findings of what people owe and did not give in time, beside the late tasks of the piece."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from editorial.domain.findings import Finding, Remedy, Rule
from editorial.domain.load import OpenWork
from editorial.domain.owed import holders, last_day, late_by
from editorial.domain.planning_records import Task
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.domain.workdays import WorkCalendar, work_calendar
from editorial.language import _, ngettext
from editorial.services.findings_asked import Asked
from editorial.store.entries import entries_of
from editorial.store.lists import read_people
from editorial.store.load import open_work


@dataclass(frozen=True, slots=True)
class Owed:
    """The open work of everybody, and the working days by which it is late."""

    work: Sequence[OpenWork]
    calendar: WorkCalendar
    people: Mapping[int, str]
    """Names."""

    def names(self, task: Task) -> str:
        """Return who holds a task, by name."""
        return ", ".join(dict.fromkeys(self.people[id_] for id_ in holders(task, self.work) if id_ in self.people))

    def waited_for(self, piece_id: int) -> str:
        """Return who accepted something that is due with a piece, by name."""
        theirs = (one for one in self.work if one.piece_id == piece_id and not one.proposed and not one.of_task)
        return ", ".join(dict.fromkeys(self.people[one.person_id] for one in theirs if one.person_id in self.people))


def owed_by_people(asked: Asked) -> Owed:
    """Return what is owed as it stands."""
    with asked.workspace.read() as connection:
        work = open_work(connection)
    return Owed(work, work_calendar(asked.lists.settings, asked.lists.notes), asked.lists.people)


def owed_findings(asked: Asked, owed: Owed, told: Sequence[Task]) -> Iterator[Finding]:
    """Give what is late of assignments, the latest first.

    Left out is what another finding tells already: holding a late task that is `told`, or being due with a piece whose
    own day has passed, which is listed itself.
    """
    late_pieces = {task.piece_id for task in told}
    held = {(task.piece_id, person, task.due) for task in told for person in holders(task, owed.work)}
    late = [
        (one, days)
        for one in owed.work
        if (one.piece_id, one.person_id, one.due) not in held
        and (days := late_by(one, asked.today, asked.lists.settings, owed.calendar))
    ]
    if not late:
        return
    with asked.workspace.read() as connection:
        pieces = {one.id: one for one in entries_of(connection, sorted({work.piece_id for work, _days in late}))}
        uids = {person.id: person.uid for person in read_people(connection)}
    for work, days in sorted(late, key=lambda pair: -pair[1]):
        piece = pieces[work.piece_id]
        if work.of_task or work.due != piece.day or (work.asked and work.piece_id in late_pieces):
            yield _late(asked, work, days, (piece.uid, uids[work.person_id], owed.people[work.person_id]))


def _late(asked: Asked, work: OpenWork, days: int, about: tuple[str, str, str]) -> Finding:
    piece, person, name = about
    last = last_day(work, asked.lists.settings)
    day, role = spoken_day(last) if last else "", vocabulary_word(work.role)
    said = ngettext(
        "{person} is late by {n} working day as {role} of “{title}”: due on {day}.",
        "{person} is late by {n} working days as {role} of “{title}”: due on {day}.",
        days,
    )
    detail = _("{role} of “{title}”, due on {day}").format(role=role, title=work.title, day=day)
    if work.proposed and work.asked:
        detail = _("{detail}, no yes yet").format(detail=detail)
    return Finding(
        rule=Rule.OWED,
        text=said.format(person=name, n=days, role=role, title=work.title, day=day),
        subject=name,
        detail=detail,
        remedy=Remedy("piece", {"piece_id": work.piece_id}),
        about=f"{piece}/{person}/{work.role.value}",
        piece=piece,
        person=person,
        day=work.due,
        word=ngettext("{n} day late", "{n} days late", days).format(n=days),
    )
