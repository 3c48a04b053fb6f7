from datetime import date

import pytest

from editorial.errors import RuleBroken
from editorial.services import history, parking, pieces
from editorial.services.workspaces import Workspace
from tests.builders import a_piece, named

TODAY = date(2027, 3, 10)
LATER = date(2027, 5, 1)


def test_a_parked_idea_is_left_out_until_its_day(workspace: Workspace) -> None:
    idea = a_piece(workspace, "Energy")
    parking.park(workspace, [idea], LATER, " after the law ", today=TODAY)
    (found,) = parking.parked(workspace, TODAY)
    assert (found.entry.id, found.until, found.because) == (idea, LATER, "after the law")
    assert parking.parked_ids(workspace, TODAY) == {idea}
    assert (parking.parked(workspace, LATER), parking.parked_ids(workspace, LATER)) == ([], frozenset())


def test_the_next_to_come_back_is_listed_first(workspace: Workspace) -> None:
    held, late, soon = a_piece(workspace, status="On hold"), a_piece(workspace), a_piece(workspace)
    parking.park(workspace, [late], LATER, "", today=TODAY)
    parking.park(workspace, [soon], date(2027, 4, 1), "", today=TODAY)
    assert [one.entry.id for one in parking.parked(workspace, TODAY)] == [soon, late, held]


def test_waking_gives_day_reason_and_parked_status_up(workspace: Workspace) -> None:
    held = a_piece(workspace, status="On hold")
    parking.park(workspace, [held], LATER, "why", today=TODAY)
    parking.wake(workspace, [held])
    piece = pieces.read(workspace, held)
    assert (piece.parked_until, piece.parked_because) == (None, "")
    assert piece.status_id == named(workspace, "status", "Idea")
    assert history.undo(workspace) == "Wake ‘A piece’"


def test_an_idea_is_parked_for_days_to_come(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="10 March 2027 is not"):
        parking.park(workspace, [a_piece(workspace)], TODAY, "", today=TODAY)
