"""Moving pieces about in time."""

from datetime import date, time, timedelta

import pytest

from editorial.domain.vocabulary import Precision
from editorial.errors import RuleBroken
from editorial.services import pieces, schedule
from editorial.store import undo
from editorial.store.workspace import Workspace
from tests.builders import a_piece, named

MARCH_11 = date(2027, 3, 11)


def last_label(workspace: Workspace) -> str | None:
    newest = undo.next_undo(workspace)
    return None if newest is None else newest.label


def test_a_move_touches_the_date_alone(workspace: Workspace) -> None:
    piece_id = pieces.create(workspace, "Pricing", time=time(9, 30), planned=date(2027, 3, 4))
    before = pieces.read(workspace, piece_id)
    schedule.move(workspace, {piece_id: MARCH_11})
    after = pieces.read(workspace, piece_id)
    assert (after.planned, after.time, after.status_id) == (MARCH_11, time(9, 30), before.status_id)


def test_a_move_names_the_piece_and_the_day(workspace: Workspace) -> None:
    piece_id = a_piece(workspace, "Pricing after tariffs")
    schedule.move(workspace, {piece_id: MARCH_11})
    assert last_label(workspace) == "Move ‘Pricing after tariffs’ to 11 March"


def test_a_move_of_several_says_how_many(workspace: Workspace) -> None:
    ids = [a_piece(workspace, f"Piece {n}") for n in range(5)]
    schedule.move(workspace, {id_: MARCH_11 + timedelta(days=id_) for id_ in ids})
    assert last_label(workspace) == "Move 5 pieces"


def test_a_move_to_where_it_is_leaves_no_change(workspace: Workspace) -> None:
    piece_id = a_piece(workspace, "Pricing", planned=MARCH_11)
    before = last_label(workspace)
    schedule.move(workspace, {piece_id: MARCH_11})
    assert last_label(workspace) == before


def test_a_piece_dropped_on_a_day_is_planned_to_the_day(workspace: Workspace) -> None:
    piece_id = pieces.create(workspace, "Pricing", planned=date(2027, 3, 11), precision=Precision.MONTH)
    schedule.move(workspace, {piece_id: date(2027, 3, 1)})
    assert pieces.read(workspace, piece_id).precision is Precision.DAY


def test_a_published_piece_does_not_move_nor_what_moves_with_it(workspace: Workspace) -> None:
    published = a_piece(workspace, "Out", published_on=date(2027, 3, 1))
    other = a_piece(workspace, "Other", planned=date(2027, 3, 2))
    with pytest.raises(RuleBroken, match="was published on 1 March 2027"):
        schedule.move(workspace, {other: MARCH_11, published: MARCH_11})
    assert pieces.read(workspace, other).planned == date(2027, 3, 2)


def test_a_move_raises_the_version(workspace: Workspace) -> None:
    piece_id = a_piece(workspace)
    schedule.move(workspace, {piece_id: MARCH_11})
    assert pieces.read(workspace, piece_id).version == 2


def test_unscheduled_pieces_are_ideas_again(workspace: Workspace) -> None:
    piece_id = pieces.create(workspace, "Pricing", planned=MARCH_11, precision=Precision.WEEK, time=time(8, 0))
    schedule.unschedule(workspace, [piece_id])
    after = pieces.read(workspace, piece_id)
    assert (after.planned, after.precision, after.time) == (None, Precision.DAY, time(8, 0))


def test_a_shift_by_working_days_skips_the_weekend(workspace: Workspace) -> None:
    friday = a_piece(workspace, planned=date(2027, 3, 12))
    schedule.shift(workspace, [friday], 1, working=True)
    assert pieces.read(workspace, friday).planned == date(2027, 3, 15)
    assert last_label(workspace) == "Move ‘A piece’ by 1 working day"


def test_a_shift_leaves_published_pieces_and_ideas_and_says_why(workspace: Workspace) -> None:
    out = a_piece(workspace, "Out", published_on=MARCH_11)
    idea = a_piece(workspace, "Idea")
    planned = a_piece(workspace, "Planned", planned=MARCH_11)
    plan = schedule.shift(workspace, [out, idea, planned], 7)
    assert {stay.id for stay in plan.stays} == {out, idea}
    assert pieces.read(workspace, planned).planned == date(2027, 3, 18)


def test_a_shifted_month_stays_a_month(workspace: Workspace) -> None:
    piece_id = pieces.create(workspace, "Spring", planned=date(2027, 3, 9), precision=Precision.MONTH)
    schedule.shift(workspace, [piece_id], 31)
    after = pieces.read(workspace, piece_id)
    assert (after.planned, after.precision) == (date(2027, 4, 1), Precision.MONTH)


def test_insert_and_push_is_one_change(workspace: Workspace) -> None:
    here = a_piece(workspace, "Here", planned=MARCH_11)
    later = a_piece(workspace, "Later", planned=date(2027, 3, 12))
    new = a_piece(workspace, "New")
    schedule.insert_and_push(workspace, [new], MARCH_11, date(2027, 3, 31))
    days = [pieces.read(workspace, id_).planned for id_ in (new, here, later)]
    assert days == [MARCH_11, date(2027, 3, 12), date(2027, 3, 15)]
    undo.undo(workspace)
    assert [pieces.read(workspace, id_).planned for id_ in (new, here)] == [None, MARCH_11]


def test_insert_and_push_reaches_only_to_the_last_day(workspace: Workspace) -> None:
    beyond = a_piece(workspace, "Beyond", planned=date(2027, 4, 1))
    schedule.insert_and_push(workspace, [a_piece(workspace, "New")], MARCH_11, date(2027, 3, 31))
    assert pieces.read(workspace, beyond).planned == date(2027, 4, 1)


def test_status_never_changes_by_a_move(workspace: Workspace) -> None:
    piece_id = a_piece(workspace, status="Drafting")
    schedule.move(workspace, {piece_id: MARCH_11})
    assert pieces.read(workspace, piece_id).status_id == named(workspace, "status", "Drafting")
