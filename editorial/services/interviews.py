"""Interviews: planning, arranging, holding and cancelling them, and what is made of what was said."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from editorial.domain.people_records import InterviewAnswer, Transcript
from editorial.domain.planning_records import Interview
from editorial.domain.records import Evidence
from editorial.domain.transcripts import title_of
from editorial.domain.vocabulary import AssignmentStatus, EvidenceKind, InterviewStatus, Phase
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services import lists as list_service
from editorial.services.labels import day_in_label, shortened
from editorial.store import interviews as stored
from editorial.store import list_edits
from editorial.store import pieces as piece_store
from editorial.store.lists import name_of, read_list, read_settings
from editorial.store.workspace import Workspace


def read(workspace: Workspace, interview_id: int) -> Interview:
    """Return one interview. Raises RuleBroken where it is gone."""
    with workspace.read() as connection:
        found = read_list(connection, "interview", [interview_id]).get(interview_id)
    if found is None:
        raise RuleBroken(_("This interview is no longer there."))
    return found  # type: ignore[no-any-return]


def to_arrange(workspace: Workspace) -> list[Interview]:
    """Return the interviews that are to be arranged, those that wait longest first."""
    with workspace.read() as connection:
        found = read_list(connection, "interview").values()
    waiting = [one for one in found if one.status is InterviewStatus.TO_ARRANGE]
    return sorted(waiting, key=lambda one: (one.asked_on or date.min, one.id))


def plan(workspace: Workspace, name: str, *, today: date, **fields: Any) -> int:
    """Add an interview that is to be arranged, named as in Interview, and return its id."""
    fields = {"asked_on": today, "status": InterviewStatus.TO_ARRANGE, **fields}
    return list_service.add(workspace, "interview", name, **fields)


def arrange(
    workspace: Workspace,
    interview_id: int,
    day: date,
    at: time | None = None,
    *,
    minutes: int | None = None,
    place: str | None = None,
) -> None:
    """Set the day and time of an interview: it is arranged, and everybody is to answer for that time."""
    fields: dict[str, Any] = {"day": day, "time": at, "status": InterviewStatus.ARRANGED}
    fields |= {} if minutes is None else {"minutes": minutes}
    fields |= {} if place is None else {"place": place}
    name = read(workspace, interview_id).name
    label = _("Arrange the interview {name} for {day}").format(name=shortened(name), day=day_in_label(day))
    _write(workspace, interview_id, label, fields)


def edit(workspace: Workspace, interview_id: int, *, joins: str = "", **fields: Any) -> None:
    """Give fields of an interview new values; another day or time asks everybody anew."""
    label = _("Edit the interview {name}").format(name=shortened(read(workspace, interview_id).name))
    _write(workspace, interview_id, label, fields, joins)


def hold(workspace: Workspace, interview_id: int, *, today: date) -> None:
    """Note that an interview was held: on its own day, or today where it has none or was held before it."""
    before = read(workspace, interview_id)
    label = _("Hold the interview {name}").format(name=shortened(before.name))
    _write(workspace, interview_id, label, {"status": InterviewStatus.HELD, "day": min(before.day or today, today)})


def cancel(workspace: Workspace, interview_id: int) -> None:
    """Call an interview off; its invitation goes out once more to say so."""
    label = _("Cancel the interview {name}").format(name=shortened(read(workspace, interview_id).name))
    _write(workspace, interview_id, label, {"status": InterviewStatus.CANCELLED})


def answer(
    workspace: Workspace,
    interview_id: int,
    person_id: int,
    said: AssignmentStatus,
    *,
    reason: str = "",
    wish: date | None = None,
) -> None:
    """Keep what a person said of an interview: accepted, declined, or proposed still with another day they would like.

    Raises RuleBroken where they are not asked for it.
    """
    with workspace.read() as connection:
        person, name = name_of(connection, "person", person_id), name_of(connection, "interview", interview_id)
    labels = {
        AssignmentStatus.ACCEPTED: _("{person} accepts the interview {name}"),
        AssignmentStatus.DECLINED: _("{person} declines the interview {name}"),
        AssignmentStatus.PROPOSED: _("{person} asks for another day for the interview {name}"),
    }
    fields = {"answer": said.value, "reason": reason.strip(), "wish": wish}
    with workspace.change(labels[said].format(person=person, name=shortened(name))) as session:
        if not stored.write_answer(session.connection(), interview_id, person_id, fields):
            raise RuleBroken(_("This person is no longer asked for that."))


def answers(workspace: Workspace, ids: Sequence[int] | None = None) -> dict[int, list[InterviewAnswer]]:
    """Return what those who are asked for these interviews said, or for all of them."""
    with workspace.read() as connection:
        return stored.answers(connection, ids)


def make_idea(
    workspace: Workspace, interview_id: int, passage: str, *, title: str = "", person_id: int | None = None
) -> int:
    """Make an idea of a passage as one change, and return it: the interview is its evidence.

    Without a title it takes the first sentence of the passage. Who gave it is the person named, else the only one
    who was asked.
    """
    interview = read(workspace, interview_id)
    text = " ".join(passage.split())
    given_by = person_id or (interview.person_ids[0] if len(interview.person_ids) == 1 else None)
    with workspace.change(
        _("Make an idea from the interview {name}").format(name=shortened(interview.name))
    ) as session:
        connection = session.connection()
        fields = {
            "title": " ".join(title.split()) or title_of(text),
            "status_id": piece_store.first_status(connection, Phase.IDEA),
            "given_by_id": given_by,
            "evidence": (Evidence(kind=EvidenceKind.INTERVIEW, text=text, interview_id=interview_id),),
        }
        if not fields["title"]:
            raise RuleBroken(_("A piece needs a title."))
        return piece_store.insert_piece(connection, fields, read_settings(connection))


def bring_transcript(workspace: Workspace, interview_id: int, name: str, text: str) -> int:
    """Keep what was said in an interview word by word, and return it. Raises RuleBroken where there is no text."""
    of = read(workspace, interview_id)
    if not text.strip():
        raise RuleBroken(_("This transcript holds no text."))
    with workspace.change(_("Bring in a transcript of {name}").format(name=shortened(of.name))) as session:
        fields = {"name": name.strip() or of.name, "interview_id": interview_id, "text": text}
        return list_edits.insert_entry(session.connection(), "transcript", fields)


def transcripts(workspace: Workspace, interview_id: int) -> list[Transcript]:
    """Return what was said in an interview word by word, in the order in which it was brought in."""
    with workspace.read() as connection:
        return stored.transcripts(connection, interview_id)


def _write(workspace: Workspace, interview_id: int, label: str, fields: dict[str, Any], joins: str = "") -> None:
    checked = list_service.checked_fields("interview", fields)
    with workspace.change(label, joins=joins) as session:
        if not list_service.write_entry(session.connection(), "interview", interview_id, checked):
            raise RuleBroken(_("This interview is no longer there."))
