"""The proposed plan on real workspaces: what it reads, what it says, and what applying it writes."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from editorial.domain.period import Period
from editorial.domain.plan import Proposal
from editorial.domain.records import Away, Step
from editorial.domain.vocabulary import AssignmentRole, Kind, PersonRole
from editorial.errors import RuleBroken
from editorial.services import history, lists, pieces, plan, rotation, slots
from editorial.services.workspaces import Workspace
from tests.builders import a_piece, a_segment, an_interest, named

TODAY = date(2026, 12, 1)
QUARTER = Period("FY2027 Q1", date(2027, 1, 1), date(2027, 3, 31))
MONDAY = date(2027, 3, 15)


def a_slot(workspace: Workspace, *, weeks: int = 1, **fields: Any) -> int:
    """Add a slot that stands on so many Mondays of March."""
    fields = {"first": MONDAY, "rule": f"FREQ=WEEKLY;COUNT={weeks}"} | fields
    return lists.add(workspace, "slot", "Monday post", **fields)


def propose(workspace: Workspace, **fields: Any) -> Proposal:
    return plan.propose(workspace, QUARTER, today=TODAY, **fields)


def placed(workspace: Workspace) -> list[int]:
    return [each.idea.id for each in propose(workspace).placements]


def test_an_open_slot_gets_an_idea(workspace: Workspace) -> None:
    a_slot(workspace)
    idea = a_piece(workspace, "An idea")
    found = propose(workspace)
    assert [(each.idea.id, each.opening.day) for each in found.placements] == [(idea, MONDAY)]
    assert "No other idea was left." in found.placements[0].reason


def test_slots_that_are_filled_timely_or_past_take_nothing(workspace: Workspace) -> None:
    filled = a_slot(workspace)
    slots.fill(workspace, a_piece(workspace, "In the slot"), filled, MONDAY)
    lists.add(workspace, "slot", "News", first=MONDAY, rule="FREQ=DAILY", timely=True)
    lists.add(workspace, "slot", "Past", first=date(2026, 10, 5), last=date(2026, 11, 30), rule="FREQ=WEEKLY")
    a_piece(workspace, "An idea")
    assert placed(workspace) == []


def test_parked_ideas_and_pieces_with_a_date_are_not_placed(workspace: Workspace) -> None:
    a_slot(workspace, weeks=3)
    a_piece(workspace, "Dropped", status="Dropped")
    a_piece(workspace, "Later", parked_until=date(2027, 1, 1))
    a_piece(workspace, "Dated", planned=date(2027, 2, 1))
    assert placed(workspace) == []


def test_the_worst_gap_is_filled_first(workspace: Workspace) -> None:
    heavy = a_segment(workspace, "Heavy", weight=Decimal(3))
    light = a_segment(workspace, "Light", weight=Decimal(1))
    a_slot(workspace)
    a_piece(workspace, "For light", stage="Epiphany", segment_ids=(light,))
    worst = a_piece(workspace, "For heavy", stage="Epiphany", segment_ids=(heavy,))
    found = propose(workspace)
    assert [each.idea.id for each in found.placements] == [worst]
    assert found.objective == pytest.approx(found.placements[0].idea.score + 100)
    assert "Heavy × Epiphany: 1 of 1, with nothing in stock" in found.placements[0].reason
    assert "“For light”" in found.placements[0].reason


def test_applying_is_one_change_that_hands_over_what_the_slot_has(workspace: Workspace) -> None:
    format_id = named(workspace, "format", "Blog post")
    slot = a_slot(workspace, weeks=2, kind=Kind.PRACTICAL, format_id=format_id)
    ideas = [a_piece(workspace, f"Idea {n}") for n in range(2)]
    assert plan.apply(workspace, propose(workspace)) == 2
    found = [pieces.read(workspace, idea) for idea in ideas]
    assert {(one.slot_id, one.kind, one.format_id) for one in found} == {(slot, Kind.PRACTICAL, format_id)}
    assert {one.planned for one in found} == {MONDAY, date(2027, 3, 22)}
    assert history.undo(workspace) == "Plan 2 pieces for FY2027 Q1"
    assert [pieces.read(workspace, idea).planned for idea in ideas] == [None, None]


def test_chosen_placements_alone_are_applied(workspace: Workspace) -> None:
    a_slot(workspace, weeks=2)
    ideas = [a_piece(workspace, f"Idea {n}") for n in range(2)]
    plan.apply(workspace, propose(workspace), chosen={ideas[0]})
    assert pieces.read(workspace, ideas[1]).planned is None


def test_an_idea_that_got_a_date_meanwhile_is_not_moved(workspace: Workspace) -> None:
    a_slot(workspace)
    idea = a_piece(workspace, "An idea")
    found = propose(workspace)
    pieces.edit(workspace, idea, planned=date(2027, 2, 1))
    with pytest.raises(RuleBroken, match="no longer an idea"):
        plan.apply(workspace, found)
    assert pieces.read(workspace, idea).planned == date(2027, 2, 1)


def test_nothing_is_applied_where_a_place_was_filled_meanwhile(workspace: Workspace) -> None:
    slot = a_slot(workspace, weeks=2)
    ideas = [a_piece(workspace, f"Idea {n}") for n in range(2)]
    found = propose(workspace)
    slots.fill(workspace, a_piece(workspace, "Quicker"), slot, found.placements[1].opening.day)
    with pytest.raises(RuleBroken, match="filled already"):
        plan.apply(workspace, found)
    assert [pieces.read(workspace, idea).planned for idea in ideas] == [None, None]


def test_applying_nothing_is_refused(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="nothing to apply"):
        plan.apply(workspace, propose(workspace))


def test_the_figures_before_and_after(workspace: Workspace) -> None:
    segment, interest = a_segment(workspace), an_interest(workspace)
    a_slot(workspace)
    a_piece(workspace, "There", planned=date(2027, 2, 1), kind=Kind.ASPIRATIONAL)
    fields: dict[str, Any] = {"kind": Kind.PRACTICAL, "interest_id": interest}
    a_piece(workspace, "Idea", stage="Epiphany", segment_ids=(segment,), **fields)
    found = plan.effect(workspace, propose(workspace))
    assert (found.before.mix.practical, found.after.mix.practical) == (0, 1)
    assert (found.before.rotation.pieces, found.after.rotation.pieces, found.gaps_closed) == (0, 1, 1)


def test_the_figures_after_are_those_of_the_applied_plan(workspace: Workspace) -> None:
    segment, interest = a_segment(workspace), an_interest(workspace)
    a_slot(workspace, weeks=2)
    for n, kind in enumerate(Kind):
        a_piece(workspace, f"Idea {n}", stage="Epiphany", segment_ids=(segment,), kind=kind, interest_id=interest)
    found = propose(workspace)
    promised = plan.effect(workspace, found).after
    plan.apply(workspace, found)
    assert plan.ground(workspace, QUARTER).effect(()).before == promised


def test_neighbours_outside_the_period_are_not_repeated(workspace: Workspace) -> None:
    segment, interest = a_segment(workspace), an_interest(workspace)
    lists.add(workspace, "slot", "First", first=date(2027, 1, 4), rule="FREQ=DAILY;COUNT=1")
    same: dict[str, Any] = {"segment_ids": (segment,), "interest_id": interest}
    a_piece(workspace, "Before", planned=date(2026, 12, 29), **same)
    a_piece(workspace, "The same again", **same)
    found = propose(workspace)
    assert found.placements == ()
    assert "would repeat the interest of “Before”" in found.open[0].why


def an_expert(workspace: Workspace, **fields: Any) -> int:
    return lists.add(workspace, "person", "Ada", roles=(PersonRole.SME,), **fields)


def with_expert(workspace: Workspace, title: str, person: int, **fields: Any) -> int:
    from sqlalchemy import text

    piece = a_piece(workspace, title, **fields)
    with workspace.change("Ask") as session:
        session.connection().execute(
            text("INSERT INTO assignment(piece_id, person_id, role) VALUES (:piece, :person, :role)"),
            {"piece": piece, "person": person, "role": AssignmentRole.SOURCE.value},
        )
    return piece


def test_an_expert_gives_so_many_interviews_a_month(workspace: Workspace) -> None:
    a_slot(workspace, weeks=3)
    ada = an_expert(workspace, interviews_a_month=2)
    lists.add(workspace, "interview", "Talk", day=date(2027, 3, 2), person_ids=(ada,))
    for n in range(3):
        with_expert(workspace, f"Idea {n}", ada)
    found = propose(workspace)
    assert len(found.placements) == 1
    assert "Ada gives 2 interviews a month, and March is full." in found.open[0].why


def test_a_planned_piece_still_needs_its_interview(workspace: Workspace) -> None:
    a_slot(workspace)
    ada = an_expert(workspace, interviews_a_month=1)
    with_expert(workspace, "Planned", ada, planned=date(2027, 3, 3), status="Briefed")
    with_expert(workspace, "Idea", ada)
    assert placed(workspace) == []


def test_an_expert_who_is_away_is_not_asked(workspace: Workspace) -> None:
    a_slot(workspace)
    ada = an_expert(workspace, away=(Away(first=MONDAY, last=MONDAY),))
    with_expert(workspace, "Idea", ada)
    assert placed(workspace) == []


def test_the_first_task_falls_on_today_at_the_earliest(workspace: Workspace) -> None:
    made_as = named(workspace, "format", "Blog post")
    lists.edit(workspace, "format", made_as, steps=(Step(name="Brief", offset=-80),))
    a_slot(workspace, format_id=made_as)
    a_piece(workspace, "Idea")
    assert "first task would have been due before today" in propose(workspace).open[0].why


def test_a_pin_holds(workspace: Workspace) -> None:
    a_slot(workspace, weeks=2)
    a_piece(workspace, "Better", interest_id=an_interest(workspace))
    pinned = a_piece(workspace, "Pinned")
    found = propose(workspace, pins={pinned: MONDAY})
    assert found.placements[0].idea.id == pinned
    assert found.placements[0].reason.startswith("Pinned to this day.")


def test_progress_is_told(workspace: Workspace) -> None:
    a_slot(workspace)
    a_piece(workspace, "Idea")
    told: list[tuple[str, float]] = []
    propose(workspace, progress=lambda text, share: told.append((text, share)))
    assert told[0][0] == "Looking for the best plan"
    assert all(0 <= share <= 1 for _text, share in told)


def test_no_placement_of_the_sample_repeats_an_interest(workspace: Workspace) -> None:
    from editorial.services.sample import make_sample

    make_sample(workspace, date(2027, 1, 10))
    lists.add(workspace, "slot", "Daily", first=date(2027, 1, 11), rule="FREQ=WEEKLY;BYDAY=MO,WE,FR")
    known = {(one.first_id, one.second_id) for one in rotation.rotation(workspace, QUARTER).repeats}
    found = plan.propose(workspace, QUARTER, today=date(2027, 1, 10))
    plan.apply(workspace, found)
    placed = {each.idea.id for each in found.placements}
    repeats = [
        one for one in rotation.rotation(workspace, QUARTER).repeats if (one.first_id, one.second_id) not in known
    ]
    assert [one for one in repeats if placed & {one.first_id, one.second_id}] == []
    assert all(first.reason != second.reason for first, second in pairwise(found.placements))
