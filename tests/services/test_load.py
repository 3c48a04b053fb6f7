"""The load of people in a workspace."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

from sqlalchemy import insert

from editorial.domain.period import between
from editorial.domain.planning_records import Interview
from editorial.domain.records import Away, Step
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, InterviewStatus
from editorial.services import interviews, lists, pieces, spans, tasks
from editorial.services.load import conflicts_of, load
from editorial.services.workspaces import Workspace
from editorial.store.lists import TABLES, read_list
from tests.builders import a_person, named

MARCH = between(date(2027, 3, 1), date(2027, 3, 31))
DAY = date(2027, 3, 10)


def assign(workspace: Workspace, piece: int, person: int, **fields: object) -> None:
    values = {"piece_id": piece, "person_id": person, "role": "author", "status": "accepted", **fields}
    with workspace.change("Assign") as session:
        session.execute(insert(TABLES["assignment"]).values(values))


def due(workspace: Workspace) -> list[tuple[int, Decimal]]:
    return [(week.open, week.hours) for week in load(workspace, MARCH).people[0].weeks]


def test_work_without_a_day_of_its_own_is_due_with_its_piece(workspace: Workspace) -> None:
    person, piece = a_person(workspace), pieces.create(workspace, "Pricing", planned=DAY)
    assign(workspace, piece, person, hours=Decimal(3))
    assert due(workspace)[1] == (1, Decimal(3))


def test_hours_that_nobody_gave_are_those_of_the_tasks_of_its_role(workspace: Workspace) -> None:
    video = lists.add(
        workspace, "format", "Explainer", steps=(Step(name="Draft", role=AssignmentRole.AUTHOR, hours=Decimal(4)),)
    )
    person, piece = a_person(workspace), pieces.create(workspace, "Pricing", planned=DAY, format_id=video)
    assign(workspace, piece, person)
    assert due(workspace)[1] == (1, Decimal(4))
    tasks.done(workspace, tasks.of_piece(workspace, piece)[0].id, DAY)
    assert due(workspace)[1] == (1, Decimal(0))


def test_declined_delivered_parked_and_published_work_is_not_open(workspace: Workspace) -> None:
    person = a_person(workspace)
    for status, fields in (("declined", {}), ("delivered", {}), ("accepted", {"published_on": DAY})):
        assign(workspace, pieces.create(workspace, "Pricing", planned=DAY, **fields), person, status=status)
    parked = pieces.create(workspace, "Parked", planned=DAY, status_id=named(workspace, "status", "On hold"))
    assign(workspace, parked, person)
    assert {n for n, _hours in due(workspace)} == {0}


def test_an_interview_being_entered_says_what_is_wrong_with_it(workspace: Workspace) -> None:
    away = (Away(first=DAY, last=DAY),)
    person = lists.add(workspace, "person", "Ada", interviews_a_month=0, away=away)
    entered = Interview(id=0, uid="", name="New", day=DAY, status=InterviewStatus.ARRANGED, person_ids=(person,))
    assert {one.kind for one in conflicts_of(workspace, entered)} == {"over", "away"}


def test_an_interview_that_is_moved_does_not_clash_with_itself(workspace: Workspace) -> None:
    person = a_person(workspace)
    fields = {"day": DAY, "time": time(9, 0), "status": InterviewStatus.ARRANGED, "person_ids": (person,)}
    made = lists.add(workspace, "interview", "Talk", **fields)
    with workspace.read() as connection:
        entered = read_list(connection, "interview")[made]
    assert conflicts_of(workspace, entered) == []


def test_work_without_a_day_of_its_own_is_due_with_the_tasks_of_its_role(workspace: Workspace) -> None:
    step = Step(name="Draft", role=AssignmentRole.AUTHOR, offset=-5)
    video = lists.add(workspace, "format", "Explainer", steps=(step,))
    person, piece = a_person(workspace), pieces.create(workspace, "Pricing", planned=DAY, format_id=video)
    assign(workspace, piece, person)
    assert [n for n, _hours in due(workspace)][:2] == [1, 0]
    tasks.done(workspace, tasks.of_piece(workspace, piece)[0].id, DAY)
    assert [n for n, _hours in due(workspace)][:2] == [0, 1]


def test_an_interview_that_was_declined_takes_nothing_of_what_a_person_can_give(workspace: Workspace) -> None:
    person = lists.add(workspace, "person", "Ada", interviews_a_month=1)
    for name in ("First", "Second"):
        id_ = interviews.plan(workspace, name, today=DAY, person_ids=(person,), minutes=60)
        interviews.arrange(workspace, id_, DAY, time(10))
    kinds = [one.kind for one in load(workspace, MARCH).conflicts]
    interviews.answer(workspace, id_, person, AssignmentStatus.DECLINED, reason="Travelling")
    assert sorted(kinds) == ["over", "twice"]
    found = load(workspace, MARCH)
    assert (found.conflicts, found.people[0].months[0].interviews) == ((), 1)
    assert not conflicts_of(workspace, interviews.read(workspace, id_))


def test_the_time_of_an_interview_that_was_declined_is_offered_again(workspace: Workspace) -> None:
    person = lists.add(workspace, "person", "Ada", works_from=time(10), works_until=time(11))
    id_ = interviews.plan(workspace, "Pricing", today=DAY, person_ids=(person,), minutes=60)
    interviews.arrange(workspace, id_, DAY, time(10))
    since = datetime(2027, 3, 10, tzinfo=UTC)
    taken = spans.offer(workspace, (person,), 60, since=since, count=1)
    interviews.answer(workspace, id_, person, AssignmentStatus.DECLINED, reason="Travelling")
    assert [one.day for one in taken] != [DAY]
    assert [one.day for one in spans.offer(workspace, (person,), 60, since=since, count=1)] == [DAY]
