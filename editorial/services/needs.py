"""Segments whose need is unknown: whom to ask, and the interview that would tell."""

from editorial.domain.needs import Need
from editorial.domain.vocabulary import InterviewStatus
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.services import lists as list_service
from editorial.services.labels import shortened
from editorial.store import interviews
from editorial.store.list_edits import insert_entry
from editorial.store.lists import name_of
from editorial.store.workspace import Workspace


def need(workspace: Workspace, segment_id: int) -> Need:
    """Return the customers known of a segment, and the interviews with them that are ahead."""
    with workspace.read() as connection:
        known = interviews.customers(connection, segment_id)
        topic = _topic(name_of(connection, "segment", segment_id))
        ahead = [
            interview
            for interview in interviews.ahead(connection)
            if interview.name == topic or known.keys() & set(interview.person_ids)
        ]
        return Need(known, tuple(ahead))


def plan_interview(workspace: Workspace, segment_id: int, customer_id: int | None = None) -> int:
    """Add an interview that is to be arranged, about what a segment needs; one change. Return its id.

    Raises RuleBroken where the segment is gone.
    """
    with workspace.read() as connection:
        segment = name_of(connection, "segment", segment_id)
    if not segment:
        raise RuleBroken(_("This {kind} is no longer there.").format(kind=list_service.kind_word("segment")))
    label = _("Plan an interview for {segment}").format(segment=shortened(segment))
    fields = {
        "name": _topic(segment),
        "status": InterviewStatus.TO_ARRANGE,
        "person_ids": (customer_id,) if customer_id is not None else (),
    }
    with workspace.change(label) as session:
        return insert_entry(session.connection(), "interview", fields)


def _topic(segment: str) -> str:
    return _("What {segment} need").format(segment=segment)
