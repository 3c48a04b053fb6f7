"""Two records of one person become one."""

from datetime import date

import pytest

from editorial.domain.records import Away
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, PersonRole
from editorial.services import assignments, history, interviews, lists, pieces, quotes
from editorial.services.workspaces import Workspace
from tests.builders import an_interest

TODAY = date(2027, 3, 9)
REVIEWER = AssignmentRole.REVIEWER


@pytest.fixture
def two(workspace: Workspace) -> tuple[int, int]:
    """Add two records of Ada."""
    cost = an_interest(workspace)
    known = {"email": "ada@x.example", "roles": (PersonRole.SME,), "interest_ids": (cost,), "notes": "Old"}
    away = (Away(first=TODAY, last=TODAY),)
    old = lists.add(workspace, "person", "A. Byron", away=away, last_contact=TODAY, **known)
    new = lists.add(workspace, "person", "Ada Byron", email="a@y.example", organisation="Wye", notes="New")
    return old, new


def test_the_survivor_takes_over_what_was_not_known(workspace: Workspace, two: tuple[int, int]) -> None:
    lists.edit(workspace, "person", two[1], email="")
    lists.merge(workspace, "person", *two)
    (found,) = lists.read_people(workspace)
    assert (found.name, found.email, found.organisation) == ("Ada Byron", "ada@x.example", "Wye")
    assert (found.roles, len(found.interest_ids), len(found.away)) == ((PersonRole.SME,), 1, 1)
    assert (found.notes, found.last_contact) == ("New\n\nOld", TODAY)


def test_the_survivor_keeps_its_own(workspace: Workspace, two: tuple[int, int]) -> None:
    lists.merge(workspace, "person", *two)
    assert lists.read_people(workspace)[0].email == "a@y.example"


def test_everything_that_names_one_names_the_other(workspace: Workspace, two: tuple[int, int]) -> None:
    old, new = two
    talk = interviews.plan(workspace, "Talk", today=TODAY, person_ids=(old,))
    quotes.take_down(workspace, "Proof", person_id=old)
    blog = lists.add(workspace, "person", "Bo", successor_id=old)
    lists.merge(workspace, "person", old, new)
    assert interviews.read(workspace, talk).person_ids == (new,)
    assert quotes.bank(workspace)[0].quote.person_id == new
    assert {one.id: one.successor_id for one in lists.read_people(workspace)}[blog] == new


def test_what_is_further_along_stays(workspace: Workspace, two: tuple[int, int]) -> None:
    old, new = two
    piece = pieces.create(workspace, "Pricing")
    for person in two:
        assignments.ask(workspace, piece, person, REVIEWER, today=TODAY)
    assignments.accept(workspace, (piece, old, REVIEWER), today=TODAY)
    lists.merge(workspace, "person", old, new)
    (found,) = assignments.of_piece(workspace, piece)
    assert (found.person_id, found.status) == (new, AssignmentStatus.ACCEPTED)


def test_it_is_one_change_that_can_be_undone(workspace: Workspace, two: tuple[int, int]) -> None:
    before = lists.read_people(workspace)
    lists.merge(workspace, "person", *two)
    history.undo(workspace)
    assert lists.read_people(workspace) == before
