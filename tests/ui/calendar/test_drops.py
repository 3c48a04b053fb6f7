"""Drops on the calendar: what is said before, and what changes."""

from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from editorial.domain.vocabulary import Kind
from editorial.store.workspace import Workspace
from editorial.ui.calendar.board import Board
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.calendar.sheet import View
from tests.builders import a_piece, a_segment, an_interest, named, value
from tests.ui.calendar.conftest import Drop, hover, planned

TUESDAY, FRIDAY, SATURDAY = date(2027, 3, 16), date(2027, 3, 19), date(2027, 3, 20)


def test_an_idea_is_planned_by_a_drop(board: Board, workspace: Workspace, drop: Drop) -> None:
    idea = a_piece(workspace, "Who owns the mistakes?")
    assert drop(board, (idea,), FRIDAY)
    assert planned(workspace, idea) == FRIDAY


def test_a_move_touches_the_date_alone(board: Board, workspace: Workspace, drop: Drop) -> None:
    piece = a_piece(workspace, planned=TUESDAY, time="14:30", status="Drafting")
    drop(board, (piece,), FRIDAY)
    row = "SELECT planned || ' ' || substr(time, 1, 5) || ' ' || status_id FROM piece WHERE id = :p"
    assert value(workspace, row, p=piece) == f"2027-03-19 14:30 {named(workspace, 'status', 'Drafting')}"


def test_several_are_one_change(place: CalendarPlace, board: Board, workspace: Workspace, drop: Drop) -> None:
    ids = tuple(a_piece(workspace, f"Piece {n}", planned=TUESDAY) for n in range(5))
    drop(board, ids, FRIDAY)
    assert {planned(workspace, piece) for piece in ids} == {FRIDAY}
    place.desk.undo()
    assert {planned(workspace, piece) for piece in ids} == {TUESDAY}


def test_the_day_says_what_the_drop_would_do(board: Board, workspace: Workspace) -> None:
    segment, interest = a_segment(workspace), an_interest(workspace, "Cost")
    tags: dict[str, Any] = {"segment_ids": (segment,), "interest_id": interest, "kind": Kind.PRACTICAL}
    a_piece(workspace, "Pricing after tariffs", planned=TUESDAY, **tags)
    idea = a_piece(workspace, "More of the same", **tags)
    assert hover(board, (idea,), SATURDAY)
    said = " ".join(board.zone.effect.words)
    assert "Mix after" in said
    assert "It repeats Cost beside “Pricing after tariffs”." in said
    assert "not a working day: weekend" in said


def test_what_was_published_is_refused_with_the_reason(board: Board, workspace: Workspace, drop: Drop) -> None:
    out = a_piece(workspace, "It is out", published_on=date(2027, 3, 9), status="Published")
    assert not drop(board, (out,), FRIDAY)
    assert "what happened does not move" in board.zone.effect.words[0]


def test_the_small_calendar_takes_drops(place: CalendarPlace, workspace: Workspace, drop: Drop) -> None:
    idea = a_piece(workspace)
    drop(place.panel.mini.board, (idea,), date(2027, 4, 6))
    assert planned(workspace, idea) == date(2027, 4, 6)


@pytest.mark.parametrize(("start", "there"), [(TUESDAY, date(2027, 3, 30)), (None, date(2027, 3, 29))])
def test_a_week_of_the_quarter_keeps_the_day_of_the_week(
    place: CalendarPlace, workspace: Workspace, drop: Drop, start: date | None, there: date
) -> None:
    piece = a_piece(workspace, planned=start, stage="Interest")
    place.choose(view=View.QUARTER)
    assert isinstance(place.view, Board)
    drop(place.view, (piece,), date(2027, 3, 29))
    assert planned(workspace, piece) == there


def test_waiting_at_an_edge_turns_the_page(qtbot: QtBot, board: Board, workspace: Workspace) -> None:
    idea = a_piece(workspace)
    with qtbot.waitSignal(board.turned) as turned:
        hover(board, (idea,), date(2027, 4, 11))
    assert turned.args == [1]
    board.zone.left()


def test_a_drop_is_told_only_after_the_drag(board: Board, workspace: Workspace, drop: Drop) -> None:
    told: list[object] = []
    board.dropped.connect(lambda *_drop: told.append(1))
    board.drop_noted.connect(lambda *_drop: told.append(len(told)))
    drop(board, (a_piece(workspace),), FRIDAY)
    assert told == [0, 1]
