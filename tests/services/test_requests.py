"""Requests from outside: the swap rule, what becomes of them, and the reply."""

from datetime import date

import pytest

from editorial.domain.vocabulary import Kind, RequestOutcome
from editorial.errors import RuleBroken
from editorial.services import lists, requests
from editorial.services.history import undo
from editorial.services.pieces import read
from editorial.services.workspaces import Workspace
from tests.builders import a_piece, a_segment, named

DAY = date(2027, 3, 9)
TODAY = date(2027, 3, 1)


def a_request(workspace: Workspace, **fields: object) -> int:
    return lists.add(workspace, "request", "A launch post", day=TODAY, asked_by="Sales", **fields)


def a_timely_slot(workspace: Workspace) -> int:
    return lists.add(workspace, "slot", "News", rule="FREQ=WEEKLY", first=DAY, timely=True)


def test_a_request_must_say_what_leaves(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="Say what leaves the plan"):
        requests.accept(workspace, a_request(workspace), DAY, today=TODAY)


def test_an_open_timely_slot_is_room_enough(workspace: Workspace) -> None:
    slot = a_timely_slot(workspace)
    piece = read(workspace, requests.accept(workspace, a_request(workspace), DAY, today=TODAY))
    assert (piece.planned, piece.slot_id, piece.timely, piece.title) == (DAY, slot, True, "A launch post")


def test_what_leaves_goes_back_to_the_ideas(workspace: Workspace) -> None:
    leaving = a_piece(workspace, "Old", planned=DAY)
    made = requests.accept(workspace, a_request(workspace), DAY, leaves_id=leaving, today=TODAY)
    assert (read(workspace, leaving).planned, read(workspace, made).planned) == (None, DAY)
    answered = requests.read_requests(workspace)[0]
    assert (answered.outcome, answered.leaves_id, answered.answered_on) == (RequestOutcome.ACCEPTED, leaving, TODAY)


def test_one_undo_takes_all_of_it_back(workspace: Workspace) -> None:
    leaving = a_piece(workspace, "Old", planned=DAY)
    requests.accept(workspace, a_request(workspace), DAY, leaves_id=leaving, today=TODAY)
    undo(workspace)
    assert read(workspace, leaving).planned == DAY
    assert requests.read_requests(workspace)[0].outcome is RequestOutcome.OPEN


def test_the_piece_gets_the_tags_of_the_request(workspace: Workspace) -> None:
    segment, stage = a_segment(workspace), named(workspace, "stage", "Interest")
    a_timely_slot(workspace)
    made = requests.accept(workspace, a_request(workspace, segment_id=segment, stage_id=stage), DAY, today=TODAY)
    piece = read(workspace, made)
    assert (piece.segment_ids, piece.stage_id, piece.origin) == ((segment,), stage, "Sales")


def test_a_piece_that_is_linked_comes_in_itself(workspace: Workspace) -> None:
    idea = a_piece(workspace, "Waiting")
    a_timely_slot(workspace)
    assert requests.accept(workspace, a_request(workspace, piece_id=idea), DAY, today=TODAY) == idea
    assert read(workspace, idea).planned == DAY


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"planned": date(2027, 5, 4)}, "must be planned in FY2027 Q1"),
        ({}, "must be planned in FY2027 Q1"),
        ({"published_on": DAY, "status": "Published"}, "was published"),
    ],
)
def test_what_cannot_leave_is_refused(workspace: Workspace, fields: dict[str, object], why: str) -> None:
    leaving = a_piece(workspace, "Old", **fields)  # type: ignore[arg-type]
    assert why in (requests.why_not_accept(workspace, a_request(workspace), DAY, leaving) or "")


def test_an_answered_request_is_not_answered_again(workspace: Workspace) -> None:
    asked = a_request(workspace)
    requests.decline(workspace, asked, reply="No.", today=TODAY)
    with pytest.raises(RuleBroken, match="answered already"):
        requests.decline(workspace, asked, today=TODAY)
    assert requests.why_not_accept(workspace, asked, DAY, None) == "This request has been answered already."


def test_a_reopened_request_can_be_answered(workspace: Workspace) -> None:
    asked = a_request(workspace)
    requests.decline(workspace, asked, today=TODAY)
    requests.reopen(workspace, asked)
    requests.decline(workspace, asked, today=TODAY)
    assert requests.read_requests(workspace)[0].outcome is RequestOutcome.DECLINED


def test_pieces_of_a_heavy_cell_are_missed_least(workspace: Workspace) -> None:
    segment = a_segment(workspace)
    alone = a_piece(workspace, "Alone", planned=DAY, stage="Loyalty", segment_ids=(segment,))
    crowd = [a_piece(workspace, f"{n}", planned=DAY, stage="Interest", segment_ids=(segment,)) for n in range(3)]
    a_piece(workspace, "Ready", planned=DAY, status="Ready", stage="Interest", segment_ids=(segment,))
    found = requests.leavings(workspace, a_request(workspace), DAY, today=TODAY)
    assert [one.entry.id for one in found] == [*reversed(crowd), alone]
    assert found[0].reason == "its cell has more than it needs"


def test_the_reply_explains_the_swap(workspace: Workspace) -> None:
    stage = named(workspace, "stage", "Interest")
    lists.edit(workspace, "stage", stage, question="What does it cost?")
    leaving = a_piece(workspace, "Old", planned=DAY)
    a_piece(workspace, "Neighbour", planned=DAY)
    said = requests.reply_text(workspace, a_request(workspace, stage_id=stage), day=DAY, leaves_id=leaving)
    assert "comes into the plan on 9 March 2027. For it “Old” leaves the plan" in said
    assert "Their question there: What does it cost?" in said
    assert "also has “Neighbour”" in said


def test_the_reply_quotes_the_mix_as_it_is_after_the_swap(workspace: Workspace) -> None:
    leaving = a_piece(workspace, "Old", planned=DAY, kind=Kind.ASPIRATIONAL)
    coming = a_piece(workspace, "New", kind=Kind.PRACTICAL)
    said = requests.reply_text(workspace, a_request(workspace, piece_id=coming), day=DAY, leaves_id=leaving)
    assert "The mix of FY2027 Q1 with it: 0\N{NO-BREAK SPACE}% aspirational" in said


def test_the_reply_to_a_declined_request_names_what_stands_there(workspace: Workspace) -> None:
    a_piece(workspace, "Neighbour", planned=DAY)
    said = requests.reply_text(workspace, a_request(workspace, wanted_on=DAY), day=None)
    assert "does not come into the plan now" in said
    assert "“Neighbour”" in said
