"""Whom to ask what a segment needs, and the interview that is planned for it."""

from datetime import date

import pytest

from editorial.domain.period import quarter_of
from editorial.domain.planning_records import Interview
from editorial.domain.vocabulary import InterviewStatus, PersonRole
from editorial.errors import RuleBroken
from editorial.services import coverage, history, lists, needs
from editorial.services.workspaces import Workspace

TODAY = date(2027, 3, 10)


def segment_in(workspace: Workspace) -> int:
    return lists.add(workspace, "segment", "Finance leaders")


def customer_of(workspace: Workspace, segment: int, name: str = "Anna Ruiz") -> int:
    return lists.add(workspace, "person", name, roles=(PersonRole.CUSTOMER,), segment_ids=(segment,))


def ahead(workspace: Workspace, segment: int) -> tuple[Interview, ...]:
    return needs.need(workspace, segment).ahead


def test_customers_of_the_segment_are_offered(workspace: Workspace) -> None:
    segment = segment_in(workspace)
    anna = customer_of(workspace, segment)
    lists.add(workspace, "person", "An editor", roles=(PersonRole.EDITOR,), segment_ids=(segment,))
    assert needs.need(workspace, segment).customers == {anna: "Anna Ruiz"}


def test_an_interview_is_added_to_be_arranged(workspace: Workspace) -> None:
    segment = segment_in(workspace)
    anna = customer_of(workspace, segment)
    needs.plan_interview(workspace, segment, anna)
    (made,) = ahead(workspace, segment)
    assert (made.name, made.status, made.person_ids) == (
        "What Finance leaders need",
        InterviewStatus.TO_ARRANGE,
        (anna,),
    )


def test_an_interview_with_nobody_known_yet_belongs_to_its_segment(workspace: Workspace) -> None:
    segment = segment_in(workspace)
    needs.plan_interview(workspace, segment)
    assert [made.person_ids for made in ahead(workspace, segment)] == [()]


def test_planning_an_interview_is_one_change(workspace: Workspace) -> None:
    segment = segment_in(workspace)
    needs.plan_interview(workspace, segment, customer_of(workspace, segment))
    assert history.undo(workspace) == "Plan an interview for ‘Finance leaders’"
    assert ahead(workspace, segment) == ()


def test_a_segment_that_is_gone_is_refused(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="no longer there"):
        needs.plan_interview(workspace, 99)


def test_a_held_interview_makes_the_need_known(workspace: Workspace) -> None:
    segment = segment_in(workspace)
    made = needs.plan_interview(workspace, segment, customer_of(workspace, segment))
    period = quarter_of(TODAY, lists.read_lists(workspace).settings)
    before = coverage.coverage(workspace, period, today=TODAY)
    lists.edit(workspace, "interview", made, status=InterviewStatus.HELD, day=TODAY)
    after = coverage.coverage(workspace, period, today=TODAY)
    assert {cell.need_unknown for cell in before.cells.values()} == {True}
    assert {cell.need_unknown for cell in after.cells.values()} == {False}


def test_exclusives_are_told_with_until_when_and_why(workspace: Workspace) -> None:
    from editorial.services import pieces

    stage = next(iter(lists.read_lists(workspace).stages))
    period = quarter_of(TODAY, lists.read_lists(workspace).settings)
    fields = {"timely": True, "exclusive_until": date(2027, 4, 1), "exclusive_because": "Our survey"}
    made = pieces.create(workspace, "Ours", planned=TODAY, stage_id=stage, **fields)
    pieces.create(workspace, "Not timely", planned=TODAY, stage_id=stage, exclusive_until=date(2027, 4, 1))
    (ours,) = coverage.exclusives(workspace, period)[stage]
    assert (ours.id, ours.title, ours.until, ours.because) == (made, "Ours", date(2027, 4, 1), "Our survey")
