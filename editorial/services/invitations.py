"""Invitations to interviews, and what is wanted of one person, as appointments for calendar programs."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from editorial.domain.appointments import Appointment, AppointmentCalendar, Method, Participant
from editorial.domain.people_records import InterviewAnswer
from editorial.domain.period import Period
from editorial.domain.planning_records import Interview
from editorial.domain.records import Lists, Person
from editorial.domain.vocabulary import InterviewStatus
from editorial.domain.wanted import Surroundings, due_appointments, interview_appointment, within
from editorial.domain.workdays import work_calendar
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services.interviews import read
from editorial.services.my_work import my_work
from editorial.store import interviews
from editorial.store.entries import standing_entries
from editorial.store.history import changed_at
from editorial.store.lists import read_list, read_lists, workspace_uid
from editorial.store.workspace import Workspace

if TYPE_CHECKING:
    from editorial.store.importing import Connection

_FIRST = datetime(2000, 1, 1, tzinfo=UTC)
"""When a workspace last changed that never did."""


def invitation(workspace: Workspace, interview_id: int) -> AppointmentCalendar:
    """Return the invitation to an interview as it is now: a request, or its cancellation once it is called off.

    Every version has the same UID and a higher SEQUENCE. Raises RuleBroken where there is nothing to invite to.
    """
    interview = read(workspace, interview_id)
    if interview.day is None:
        raise RuleBroken(_("This interview has no day yet, so nobody can be invited to it."))
    if interview.status is InterviewStatus.HELD:
        raise RuleBroken(_("This interview was held already."))
    if not interview.person_ids:
        raise RuleBroken(_("Nobody is asked for this interview yet."))
    with workspace.read() as connection:
        found = _appointments(connection, [interview], _people(connection, [interview]))
    cancelled = interview.status is InterviewStatus.CANCELLED
    return AppointmentCalendar(
        appointments=tuple(found),
        stamp=changed_at(workspace) or _FIRST,
        method=Method.CANCEL if cancelled else Method.REQUEST,
    )


def wanted(workspace: Workspace, person_id: int, *, today: date, period: Period | None = None) -> list[Appointment]:
    """Return what is wanted of a person as appointments: interviews ahead, what is asked, what is owed.

    Raises RuleBroken where the person is gone.
    """
    work = my_work(workspace, person_id, today)
    talks = [one.interview for one in work.interviews]
    with workspace.read() as connection:
        found = _appointments(connection, talks, _people(connection, talks))
        around = _surroundings(connection, read_lists(connection))
    # A calendar that is only shown invites nobody (RFC 5546, 3.2.1).
    shown = [replace(one, organiser=None, participants=()) for one in found]
    return within((*shown, *due_appointments(work, around)), period)


def wanted_calendar(workspace: Workspace, person_id: int, *, today: date) -> AppointmentCalendar:
    """Return everything that is wanted of a person as a calendar of its own."""
    with workspace.read() as connection:
        person: Person | None = read_list(connection, "person", [person_id]).get(person_id)
        name = read_lists(connection).settings.name
    if person is None:
        raise RuleBroken(_("This person is no longer there."))
    return AppointmentCalendar(
        appointments=tuple(wanted(workspace, person_id, today=today)),
        stamp=changed_at(workspace) or _FIRST,
        name=f"{name} – {person.name}",
    )


def _people(connection: "Connection", talks: Iterable[Interview]) -> Mapping[int, Person]:
    ids = {id_ for one in talks for id_ in (*one.person_ids, one.interviewer_id) if id_ is not None}
    found: Mapping[int, Person] = read_list(connection, "person", sorted(ids)) if ids else {}
    return found


def _appointments(connection: "Connection", talks: list[Interview], people: Mapping[int, Person]) -> list[Appointment]:
    around = _surroundings(connection, read_lists(connection))
    titles = {one.id: one.title for one in standing_entries(connection, _served(talks))}
    answers: Mapping[int, list[InterviewAnswer]] = interviews.answers(connection, [one.id for one in talks])
    made = (
        interview_appointment(
            one, people, answers.get(one.id, ()), [titles[id_] for id_ in one.piece_ids if id_ in titles], around
        )
        for one in talks
    )
    return [one for one in made if one is not None]


def _served(talks: Iterable[Interview]) -> list[int]:
    return sorted({id_ for one in talks for id_ in one.piece_ids})


def _surroundings(connection: "Connection", lists: Lists) -> Surroundings:
    home = Participant(lists.settings.name or _("Editorial"), uid=workspace_uid(connection))
    return Surroundings(lists.settings, work_calendar(lists.settings, lists.notes), home)
