"""What Home says of pieces, tasks and interviews that are no findings: a line each."""

from editorial.domain.agreement import Tags
from editorial.domain.findings import Remedy
from editorial.domain.home import Line
from editorial.domain.load import OpenWork
from editorial.domain.owed import last_day
from editorial.domain.planning_records import Interview
from editorial.domain.records import Entry, Lists
from editorial.domain.spoken import spoken_day
from editorial.domain.tasks import DueTask
from editorial.domain.vocabulary import AssignmentRole
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.language import _, ngettext


def piece_line(entry: Entry, lists: Lists, word: str = "", level: str = "") -> Line:
    """Return a piece with its status."""
    return Line(
        title=entry.title or _("Untitled"),
        detail=lists.statuses[entry.status_id].name,
        word=word,
        level=level,
        remedy=Remedy("piece", {"piece_id": entry.id}),
    )


def task_line(due: DueTask, who: str, word: str = "", level: str = "") -> Line:
    """Return a task, with its piece and who does it."""
    return Line(
        title=due.task.name,
        detail=" · ".join(part for part in (due.piece.title, who) if part),
        word=word,
        level=level,
        remedy=Remedy("piece", {"piece_id": due.piece.id}),
    )


def interview_line(one: Interview, lists: Lists, word: str = "", level: str = "") -> Line:
    """Return an interview, with whom and when."""
    people = ", ".join(lists.people[id_] for id_ in one.person_ids if id_ in lists.people)
    at = f"{one.time:%H:%M}" if one.time else ""
    said = [part for part in (at, _("with {people}").format(people=people) if people else "", one.place) if part]
    return Line(
        title=one.name,
        detail=" · ".join(said) or _("interview"),
        word=word,
        level=level,
        remedy=Remedy("interviews", {"id": one.id}),
    )


def asked_line(person: str, role: AssignmentRole, piece_id: int, title: str) -> Line:
    """Return somebody who was asked for something and has not said yes or no."""
    return Line(
        title=person,
        detail=_("{role} · “{title}”").format(role=vocabulary_word(role), title=title),
        word=_("no answer"),
        remedy=Remedy("piece", {"piece_id": piece_id}),
    )


def declined_line(person: str, role: AssignmentRole, piece_id: int, title: str, reason: str) -> Line:
    """Return somebody who said no where nobody else was asked since."""
    detail = _("{role} · “{title}”").format(role=vocabulary_word(role), title=title)
    return Line(
        title=person,
        detail=_("{what}: {reason}").format(what=detail, reason=reason) if reason else detail,
        word=_("said no"),
        level="warning",
        remedy=Remedy("piece", {"piece_id": piece_id}),
    )


def declined_interview_line(person: str, interview_id: int, title: str, reason: str) -> Line:
    """Return somebody who said no to an interview that is ahead."""
    detail = _("{role} · “{title}”").format(role=_("interview"), title=title)
    return Line(
        title=person,
        detail=_("{what}: {reason}").format(what=detail, reason=reason) if reason else detail,
        word=_("said no"),
        level="warning",
        remedy=Remedy("interviews", {"id": interview_id}),
    )


def owed_line(one: OpenWork, lists: Lists, word: str = "", level: str = "", *, dated: bool = False) -> Line:
    """Return something a person owes for a piece, with its day where it is not today's."""
    role, last = vocabulary_word(one.role), last_day(one, lists.settings)
    detail = _("{role} · “{title}”").format(role=role, title=one.title)
    if dated and last:
        said = _("{role} of “{title}”, due on {day}")
        detail = said.format(role=role, title=one.title, day=spoken_day(last))
    return Line(
        title=lists.people.get(one.person_id, "?"),
        detail=detail,
        word=word,
        level=level,
        remedy=Remedy("piece", {"piece_id": one.piece_id}),
    )


def tags_line(tags: Tags, remedy: Remedy) -> Line:
    """Return how many stage tags sales has not answered."""
    said = ngettext("{n} stage tag", "{n} stage tags", tags.proposed).format(n=tags.proposed)
    return Line(
        title=said,
        detail=_("not answered by sales yet, of {n} in this quarter").format(n=tags.pieces),
        word=_("proposed"),
        remedy=remedy,
    )
