"""The sample has something to show on every screen that plans, whatever day it is."""

from datetime import date, timedelta

import pytest

from editorial.domain.period import between
from editorial.domain.planning_records import FieldNote, Interview, Request
from editorial.services import load, pieces, slots, tasks
from editorial.services.sample import make_sample
from editorial.services.workspaces import Workspace
from editorial.store.lists import read_list

DAYS = [date(2026, 11, 21), date(2027, 3, 10), date(2024, 1, 1), date(2027, 12, 31), date(2028, 2, 29)]


@pytest.fixture(params=DAYS, ids=str)
def today(request: pytest.FixtureRequest) -> date:
    return date.fromisoformat(str(request.param))


@pytest.fixture
def sample(workspace: Workspace, today: date) -> Workspace:
    make_sample(workspace, today)
    return workspace


def test_slots_are_filled_and_open(sample: Workspace, today: date) -> None:
    found = slots.occurrences(sample, today, today + timedelta(days=60))
    assert len({one.slot.id for one in found}) == 5
    assert {one.open for one in found} == {True, False}


def test_a_timely_slot_is_to_be_released_and_can_fall_back(sample: Workspace, today: date) -> None:
    (offered,) = [one for one in slots.to_release(sample, today) if one.occurrence.slot.fallback_id]
    made = slots.use_fallback(sample, offered.occurrence.slot.id, offered.occurrence.day)
    assert pieces.read(sample, made).planned == offered.occurrence.day


def test_some_tasks_are_late_and_most_are_not(sample: Workspace, today: date) -> None:
    late = tasks.late(sample, today + timedelta(days=3))
    assert 1 <= len(late) <= 12
    assert len(tasks.between(sample, today, today + timedelta(days=30))) > 20


def test_every_kind_of_conflict_is_there(sample: Workspace, today: date) -> None:
    found = load.load(sample, between(today - timedelta(days=31), today + timedelta(days=40)))
    assert {one.kind.value for one in found.conflicts} == {"over", "away", "twice"}


def test_interviews_field_notes_and_requests_name_ideas(sample: Workspace) -> None:
    with sample.read() as connection:
        interviews: list[Interview] = list(read_list(connection, "interview").values())
        notes: list[FieldNote] = list(read_list(connection, "field_note").values())
        requests: list[Request] = list(read_list(connection, "request").values())
    assert {one.status.value for one in interviews} == {"to arrange", "arranged", "held", "cancelled"}
    assert all(one.piece_ids for one in interviews)
    assert all(one.asked_on and one.asked_on < (one.day or date.max) for one in interviews)
    assert sum(one.piece_id is not None for one in notes) == 4
    assert {one.outcome.value for one in requests} == {"open", "declined"}
