"""What a calendar shows besides publish days, asked once for a range."""

from datetime import date

from editorial.domain.conditions import Operator, Test
from editorial.domain.layers import Layer
from editorial.domain.records import Step
from editorial.domain.vocabulary import InterviewStatus
from editorial.services import layers, lists, pieces, slot_series
from editorial.store.workspace import Workspace
from tests.builders import a_piece, named

FIRST, LAST = date(2027, 3, 1), date(2027, 3, 31)
ALL = frozenset(Layer)
STEPS = (Step(name="Draft", offset=-3), Step(name="Publish"))


def a_planned_piece(workspace: Workspace, title: str = "Pricing") -> int:
    made_as = named(workspace, "format", "Blog post")
    lists.edit(workspace, "format", made_as, steps=STEPS)
    return pieces.create(workspace, title, planned=date(2027, 3, 18), format_id=made_as)


def test_slots_are_always_there(workspace: Workspace) -> None:
    slot_series.add(workspace, "Post", rule="FREQ=WEEKLY;BYDAY=TU", first=FIRST)
    found = layers.between(workspace, FIRST, LAST, ())
    assert [one.day.day for one in found.occurrences] == [2, 9, 16, 23, 30]


def test_only_the_layers_asked_for_are_read(workspace: Workspace) -> None:
    a_planned_piece(workspace)
    assert layers.between(workspace, FIRST, LAST, {Layer.REVIEW}).tasks == ()
    assert [one.task.name for one in layers.between(workspace, FIRST, LAST, ALL).tasks] == ["Draft", "Publish"]


def test_reviews_of_parked_pieces_are_left_out(workspace: Workspace) -> None:
    day = date(2027, 3, 9)
    kept = a_piece(workspace, "Kept", review_date=day, published_on=FIRST, status="Published")
    a_piece(workspace, "Dropped", review_date=day, status="Dropped")
    found = layers.between(workspace, FIRST, LAST, ALL).reviews
    assert [(one.day, one.piece.id) for one in found] == [(day, kept)]


def test_cancelled_interviews_are_left_out(workspace: Workspace) -> None:
    lists.add(workspace, "interview", "Held", day=FIRST, status=InterviewStatus.HELD)
    lists.add(workspace, "interview", "Off", day=FIRST, status=InterviewStatus.CANCELLED)
    assert [one.name for one in layers.between(workspace, FIRST, LAST, ALL).interviews] == ["Held"]


def test_a_filter_leaves_out_what_belongs_to_other_pieces(workspace: Workspace) -> None:
    a_planned_piece(workspace, "Pricing")
    where = Test("title", Operator.CONTAINS, ("risk",))
    assert layers.between(workspace, FIRST, LAST, ALL, where).tasks == ()


def test_deadlines_run_from_the_first_open_task_to_the_publish_day(workspace: Workspace) -> None:
    entry = pieces.read_entries(workspace, [a_planned_piece(workspace)])[0]
    (one,) = layers.deadlines_of(workspace, [entry])
    assert (one.first, one.last, one.lane) == (date(2027, 3, 15), date(2027, 3, 18), 0)


def test_a_piece_without_open_tasks_has_no_deadlines(workspace: Workspace) -> None:
    entry = pieces.read_entries(workspace, [a_piece(workspace, planned=FIRST)])[0]
    assert layers.deadlines_of(workspace, [entry]) == ()
