"""Who could speak on an interest to a segment in a month."""

from datetime import date

from editorial.domain.experts import Candidate, could_speak
from editorial.domain.period import month_of
from editorial.services.workspaces import Workspace
from editorial.store.asking import interviews_in, last_asked, last_contact
from editorial.store.lists import read_people


def who_could(
    workspace: Workspace,
    month: date,
    *,
    today: date,
    interest_id: int | None = None,
    segment_id: int | None = None,
) -> tuple[Candidate, ...]:
    """Return who could speak in the month of a day, the best first; each carries why (domain/experts.py: chips)."""
    period = month_of(month)
    with workspace.read() as connection:
        people, asked_before = read_people(connection), last_asked(connection, today)
        asked = interviews_in(connection, period.first, period.last)
    return could_speak(people, period, asked, asked_before, interest_id=interest_id, segment_id=segment_id)


def last_contacts(workspace: Workspace, today: date) -> dict[int, date]:
    """Return when each person was last heard of: as noted, in an interview held, or by an answer or a delivery."""
    with workspace.read() as connection:
        return last_contact(connection, today)
