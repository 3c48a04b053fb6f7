"""Asking, answering and delivering in a real workspace."""

from datetime import date
from decimal import Decimal

import pytest

from editorial.domain.people_records import Assignment
from editorial.domain.records import Away, Step
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, PersonRole
from editorial.errors import RuleBroken
from editorial.services import assignments, history, lists, pieces
from editorial.services.asking import before_asking, before_handing, next_best
from editorial.services.assignments import Key
from editorial.services.workspaces import Workspace
from tests.builders import a_person, a_segment, an_interest

TODAY, DAY = date(2027, 3, 1), date(2027, 3, 11)
REVIEWER = AssignmentRole.REVIEWER


@pytest.fixture
def key(workspace: Workspace) -> Key:
    """Ask Ada to review a piece."""
    person, piece = a_person(workspace), pieces.create(workspace, "Pricing", planned=DAY)
    assignments.ask(workspace, piece, person, REVIEWER, today=TODAY, due=date(2027, 3, 8), hours=Decimal("1.5"))
    return piece, person, REVIEWER


def owed(workspace: Workspace, key: Key) -> Assignment:
    (found,) = assignments.of_piece(workspace, key[0])
    return found


def test_what_is_asked_is_proposed(workspace: Workspace, key: Key) -> None:
    found = owed(workspace, key)
    assert (found.status, found.asked_on, found.hours) == (AssignmentStatus.PROPOSED, TODAY, Decimal("1.5"))
    assert history.next_undo(workspace) == "Ask Ada Byron for ‘Pricing’ (reviewer)"


def test_nobody_is_asked_twice_for_the_same(workspace: Workspace, key: Key) -> None:
    with pytest.raises(RuleBroken, match="has that role"):
        assignments.ask(workspace, *key, today=TODAY)


def test_accepting_and_delivering_keep_their_days(workspace: Workspace, key: Key) -> None:
    assignments.accept(workspace, key, today=date(2027, 3, 2))
    assignments.deliver(workspace, key, today=date(2027, 3, 5), hours_spent=Decimal(2))
    found = owed(workspace, key)
    assert (found.status, found.answered_on, found.delivered_on, found.hours_spent) == (
        AssignmentStatus.DELIVERED,
        date(2027, 3, 2),
        date(2027, 3, 5),
        Decimal(2),
    )


def test_declining_needs_a_reason_and_can_be_asked_again(workspace: Workspace, key: Key) -> None:
    with pytest.raises(RuleBroken, match="Say why"):
        assignments.decline(workspace, key, "  ", today=TODAY)
    assignments.decline(workspace, key, "Out for the launch", today=TODAY)
    assert owed(workspace, key).reason == "Out for the launch"
    assignments.ask(workspace, *key, today=DAY)
    assert (owed(workspace, key).status, owed(workspace, key).reason) == (AssignmentStatus.PROPOSED, "")


def test_another_day_waits_until_it_is_granted(workspace: Workspace, key: Key) -> None:
    assignments.wish(workspace, key, DAY, "After the fair", today=TODAY)
    assert (owed(workspace, key).status, owed(workspace, key).wish) == (AssignmentStatus.PROPOSED, DAY)
    assignments.grant(workspace, key, today=TODAY)
    found = owed(workspace, key)
    assert (found.status, found.due, found.wish) == (AssignmentStatus.ACCEPTED, DAY, None)


def test_a_delivery_can_be_taken_back(workspace: Workspace, key: Key) -> None:
    assignments.deliver(workspace, key, today=TODAY)
    assignments.reopen(workspace, key)
    assert (owed(workspace, key).status, owed(workspace, key).delivered_on) == (AssignmentStatus.ACCEPTED, None)


def test_it_is_handed_on_with_its_day_and_asked_anew(workspace: Workspace, key: Key) -> None:
    assignments.accept(workspace, key, today=TODAY)
    other = a_person(workspace, "Bo Li")
    assignments.hand_on(workspace, key, other, today=DAY)
    found = owed(workspace, key)
    assert (found.person_id, found.status, found.asked_on) == (other, AssignmentStatus.PROPOSED, DAY)
    assert (found.due, found.hours) == (date(2027, 3, 8), Decimal("1.5"))
    history.undo(workspace)
    assert (owed(workspace, key).person_id, owed(workspace, key).status) == (key[1], AssignmentStatus.ACCEPTED)


def test_who_has_the_role_already_takes_nothing_over(workspace: Workspace, key: Key) -> None:
    other = a_person(workspace, "Bo Li")
    assignments.ask(workspace, key[0], other, REVIEWER, today=TODAY)
    with pytest.raises(RuleBroken, match="has that role"):
        assignments.hand_on(workspace, key, other, today=TODAY)


def test_what_is_withdrawn_is_gone(workspace: Workspace, key: Key) -> None:
    assignments.withdraw(workspace, key)
    assert assignments.of_piece(workspace, key[0]) == []
    with pytest.raises(RuleBroken, match="no longer asked"):
        assignments.accept(workspace, key, today=TODAY)


def test_authors_of_a_piece_are_assignments(workspace: Workspace) -> None:
    person = a_person(workspace)
    piece = pieces.create(workspace, "Pricing", author_ids=(person,))
    assert [(one.person_id, one.role) for one in assignments.of_piece(workspace, piece)] == [
        (person, AssignmentRole.AUTHOR)
    ]
    assert len(assignments.of_person(workspace, person)) == 1


def test_due_days_come_from_the_tasks_where_there_is_none(workspace: Workspace) -> None:
    step = Step(name="Review", role=REVIEWER, offset=-3)
    video = lists.add(workspace, "format", "Explainer", steps=(step,))
    person, piece = a_person(workspace), pieces.create(workspace, "Pricing", planned=DAY, format_id=video)
    assignments.ask(workspace, piece, person, REVIEWER, today=TODAY)
    assert assignments.due_days(workspace, piece) == {(piece, person, REVIEWER): date(2027, 3, 8)}


def test_before_asking_tells_the_load_with_it_and_what_cannot_be(workspace: Workspace, key: Key) -> None:
    away = (Away(first=DAY, last=DAY),)
    lists.edit(workspace, "person", key[1], hours_a_quarter=4, away=away)
    other = pieces.create(workspace, "Talent", planned=DAY)
    found = before_asking(workspace, other, key[1], REVIEWER, today=TODAY, hours=Decimal(3))
    assert (found.due, found.week.open, found.quarter.hours, found.quarter.over) == (DAY, 2, Decimal("4.5"), True)
    assert {one.kind for one in found.conflicts} == {"over", "away"}
    assert [one.title for one in found.owes] == ["Pricing"]


def test_before_asking_for_another_role_on_a_day_away_says_so_too(workspace: Workspace, key: Key) -> None:
    lists.edit(workspace, "person", key[1], away=(Away(first=DAY, last=DAY),))
    assignments.edit(workspace, key, due=DAY)
    found = before_asking(workspace, key[0], key[1], AssignmentRole.SOURCE, today=TODAY, due=DAY)
    assert [one.kind for one in found.conflicts] == ["away"]


def test_before_asking_for_what_fits_says_nothing_is_wrong(workspace: Workspace, key: Key) -> None:
    lists.edit(workspace, "person", key[1], hours_a_quarter=5)
    other = pieces.create(workspace, "Talent")
    found = before_asking(workspace, other, key[1], REVIEWER, today=TODAY, hours=Decimal(3))
    assert (found.due, found.conflicts) == (None, ())


def test_after_a_decline_the_next_best_are_named(workspace: Workspace) -> None:
    risk, segment = an_interest(workspace, "Risk"), a_segment(workspace)
    sme = {"roles": (PersonRole.SME,)}
    knows = lists.add(workspace, "person", "Ada", interest_ids=(risk,), **sme)
    nearly = lists.add(workspace, "person", "Bo", segment_ids=(segment,), **sme)
    other = lists.add(workspace, "person", "Cy", **sme)
    piece = pieces.create(workspace, "Pricing", planned=DAY, interest_id=risk, segment_ids=(segment,))
    assignments.ask(workspace, piece, knows, AssignmentRole.SOURCE, today=TODAY)
    assignments.decline(workspace, (piece, knows, AssignmentRole.SOURCE), "Busy", today=TODAY)
    assert [one.person.id for one in next_best(workspace, piece, today=TODAY)] == [nearly, other]


def test_handing_on_is_weighed_before_it_is_done(workspace: Workspace, key: Key) -> None:
    other = lists.add(workspace, "person", "Grace Hopper", hours_a_quarter=1, away=(Away(first=DAY, last=DAY),))
    found = before_handing(workspace, [key], other, today=TODAY)
    assert (found.person.name, found.week.open, found.week.hours) == ("Grace Hopper", 1, Decimal("1.5"))
    assert [one.kind.value for one in found.conflicts] == ["over"]
    assert assignments.of_piece(workspace, key[0])[0].person_id == key[1]


def test_handing_on_to_who_has_the_role_is_refused_before(workspace: Workspace, key: Key) -> None:
    other = a_person(workspace, "Grace Hopper")
    assignments.ask(workspace, key[0], other, REVIEWER, today=TODAY)
    with pytest.raises(RuleBroken, match="has that role"):
        before_handing(workspace, [key], other, today=TODAY)


def test_several_are_handed_on_in_one_change_or_not_at_all(workspace: Workspace, key: Key) -> None:
    second, other = pieces.create(workspace, "Pumps", planned=DAY), a_person(workspace, "Grace Hopper")
    keys = [key, (second, key[1], REVIEWER)]
    assignments.ask(workspace, *keys[1], today=TODAY)
    assert before_handing(workspace, keys, other, today=TODAY).week.open == 2
    assignments.hand_on_all(workspace, keys, other, today=TODAY)
    assert {one.person_id for each in keys for one in assignments.of_piece(workspace, each[0])} == {other}
    assert history.undo(workspace) == "Hand 2 things from Ada Byron on to Grace Hopper"
    assignments.deliver(workspace, keys[1], today=TODAY)
    with pytest.raises(RuleBroken, match="delivered already"):
        assignments.hand_on_all(workspace, keys, other, today=TODAY)
    assert owed(workspace, key).person_id == key[1]
