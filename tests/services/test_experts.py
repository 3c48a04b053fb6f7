"""Who could speak, in a real workspace."""

from datetime import date

from sqlalchemy import insert

from editorial.domain.vocabulary import InterviewStatus, PersonRole
from editorial.services import lists, pieces
from editorial.services.experts import who_could
from editorial.services.workspaces import Workspace
from editorial.store.asking import contributions, last_contact
from editorial.store.lists import TABLES
from tests.builders import an_interest

TODAY, MARCH = date(2027, 2, 20), date(2027, 3, 9)


def an_expert(workspace: Workspace, name: str, **fields: object) -> int:
    return lists.add(workspace, "person", name, roles=(PersonRole.SME,), **fields)


def test_interviews_of_the_month_take_of_their_room(workspace: Workspace) -> None:
    risk = an_interest(workspace, "Risk")
    busy, free = (an_expert(workspace, name, interest_ids=(risk,), interviews_a_month=1) for name in ("Ada", "Bo"))
    talk = {"day": MARCH, "person_ids": (busy,), "status": InterviewStatus.ARRANGED}
    lists.add(workspace, "interview", "Talk", **talk)
    found = who_could(workspace, MARCH, today=TODAY, interest_id=risk)
    assert [(one.person.id, one.free) for one in found] == [(free, 1), (busy, 0)]


def test_who_was_asked_longest_ago_comes_first(workspace: Workspace) -> None:
    ada, bo = an_expert(workspace, "Ada"), an_expert(workspace, "Bo")
    lists.add(workspace, "interview", "Talk", asked_on=date(2027, 1, 5), person_ids=(ada,))
    piece = pieces.create(workspace, "Pricing")
    with workspace.change("Ask") as session:
        row = {"piece_id": piece, "person_id": bo, "role": "source", "asked_on": date(2027, 1, 4)}
        session.execute(insert(TABLES["assignment"]).values(row))
    found = who_could(workspace, MARCH, today=TODAY)
    assert [(one.person.id, one.last_asked) for one in found] == [(bo, date(2027, 1, 4)), (ada, date(2027, 1, 5))]


def test_an_interview_ahead_counts_as_asked_for_today(workspace: Workspace) -> None:
    ada = an_expert(workspace, "Ada")
    lists.add(workspace, "interview", "Talk", day=MARCH, person_ids=(ada,), status=InterviewStatus.ARRANGED)
    assert who_could(workspace, MARCH, today=TODAY)[0].last_asked == TODAY


def test_the_last_contact_is_what_was_noted_or_happened_last(workspace: Workspace) -> None:
    ada = an_expert(workspace, "Ada", last_contact=date(2026, 12, 1))
    lists.add(workspace, "interview", "Talk", day=date(2027, 1, 9), person_ids=(ada,), status=InterviewStatus.HELD)
    with workspace.read() as connection:
        assert last_contact(connection, TODAY) == {ada: date(2027, 1, 9)}


def test_contributions_are_published_pieces(workspace: Workspace) -> None:
    ada = an_expert(workspace, "Ada")
    pieces.create(workspace, "Out", published_on=TODAY, author_ids=(ada,))
    pieces.create(workspace, "Ahead", author_ids=(ada,))
    with workspace.read() as connection:
        assert contributions(connection) == {ada: 1}
