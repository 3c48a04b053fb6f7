"""Tasks follow their piece wherever its date or format is written, in the same change."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import insert

from editorial.domain.records import Step
from editorial.domain.vocabulary import AssignmentRole, Precision
from editorial.errors import RuleBroken
from editorial.services import history, lists, pieces, planning, schedule, slot_series, slots, tasks
from editorial.services.workspaces import Workspace
from editorial.store.lists import TABLES
from tests.builders import a_person, a_piece, a_segment, named

TUESDAY, NEXT = date(2027, 3, 9), date(2027, 3, 16)
STEPS = (
    Step(name="Draft", role=AssignmentRole.AUTHOR, offset=-5, hours=Decimal(4)),
    Step(name="Post", offset=0),
)


@pytest.fixture
def video(workspace: Workspace) -> int:
    return lists.add(workspace, "format", "Explainer", steps=STEPS)


def due(workspace: Workspace, piece: int) -> dict[str, date | None]:
    return {task.name: task.due for task in tasks.of_piece(workspace, piece)}


def accept(workspace: Workspace, piece: int, role: str = "author") -> int:
    """Let somebody accept an assignment of a piece."""
    person = a_person(workspace)
    with workspace.change("Accept") as session:
        session.execute(
            insert(TABLES["assignment"]).values(piece_id=piece, person_id=person, role=role, status="accepted")
        )
    return person


def test_a_piece_made_with_a_date_has_tasks(workspace: Workspace, video: int) -> None:
    piece = pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY)
    assert due(workspace, piece) == {"Draft": date(2027, 3, 2), "Post": TUESDAY}
    assert tasks.of_piece(workspace, piece)[0].hours == Decimal(4)


def test_an_idea_and_a_month_have_none(workspace: Workspace, video: int) -> None:
    assert due(workspace, pieces.create(workspace, "Idea", format_id=video)) == {}
    month = pieces.create(workspace, "Month", format_id=video, planned=TUESDAY, precision=Precision.MONTH)
    assert due(workspace, month) == {}


def test_a_drop_gives_tasks_and_undo_takes_them_back(workspace: Workspace, video: int) -> None:
    piece = pieces.create(workspace, "Pricing", format_id=video)
    schedule.move(workspace, {piece: TUESDAY})
    assert len(due(workspace, piece)) == 2
    history.undo(workspace)
    assert due(workspace, piece) == {}


def test_tasks_move_with_the_piece_in_one_change(workspace: Workspace, video: int) -> None:
    piece = pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY)
    assert schedule.move(workspace, {piece: NEXT}) == 0
    assert due(workspace, piece) == {"Draft": TUESDAY, "Post": NEXT}
    history.undo(workspace)
    assert due(workspace, piece) == {"Draft": date(2027, 3, 2), "Post": TUESDAY}


def test_what_was_accepted_stays_is_told_and_can_be_moved_too(workspace: Workspace, video: int) -> None:
    piece = pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY)
    accept(workspace, piece)
    assert schedule.move(workspace, {piece: NEXT}) == 1
    assert due(workspace, piece) == {"Draft": date(2027, 3, 2), "Post": NEXT}
    assert tasks.count_kept(workspace, [piece]) == 1
    assert tasks.move_kept(workspace, [piece]) == 1
    assert due(workspace, piece)["Draft"] == TUESDAY
    assert history.undo(workspace) == "Move 1 task of ‘Pricing’ too"


def test_a_proposed_assignment_holds_nothing(workspace: Workspace, video: int) -> None:
    piece = pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY, author_ids=(a_person(workspace),))
    assert schedule.move(workspace, {piece: NEXT}) == 0


def test_done_and_pinned_tasks_never_move(workspace: Workspace, video: int) -> None:
    piece = pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY)
    draft, post = tasks.of_piece(workspace, piece)
    tasks.done(workspace, draft.id, date(2027, 3, 1))
    tasks.edit(workspace, post.id, pinned=True)
    schedule.move(workspace, {piece: NEXT})
    assert due(workspace, piece) == {"Draft": date(2027, 3, 2), "Post": TUESDAY}


def test_a_shift_and_a_push_take_tasks_along(workspace: Workspace, video: int) -> None:
    piece = pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY)
    accept(workspace, piece)
    assert schedule.shift(workspace, [piece], 7).kept == 1
    assert due(workspace, piece)["Post"] == NEXT
    pushed = schedule.insert_and_push(workspace, [a_piece(workspace)], NEXT, date(2027, 3, 31))
    assert pushed.kept == 1
    assert due(workspace, piece)["Post"] == date(2027, 3, 17)


def test_an_edit_of_the_date_moves_tasks(workspace: Workspace, video: int) -> None:
    piece = pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY)
    pieces.edit(workspace, piece, planned=NEXT)
    assert due(workspace, piece)["Draft"] == TUESDAY


def test_another_format_replaces_untouched_tasks(workspace: Workspace, video: int) -> None:
    talk = lists.add(workspace, "format", "Fireside", steps=(Step(name="Rehearse", offset=-1),))
    piece = pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY)
    pieces.edit_many(workspace, [piece], set={"format_id": talk})
    assert due(workspace, piece) == {"Rehearse": date(2027, 3, 8)}


def test_another_format_leaves_tasks_somebody_worked_on(workspace: Workspace, video: int) -> None:
    talk = lists.add(workspace, "format", "Fireside", steps=(Step(name="Rehearse", offset=-1),))
    piece = pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY)
    tasks.done(workspace, tasks.of_piece(workspace, piece)[0].id, TUESDAY)
    pieces.edit(workspace, piece, format_id=talk)
    assert set(due(workspace, piece)) == {"Draft", "Post"}


def test_back_among_the_ideas_open_tasks_go(workspace: Workspace, video: int) -> None:
    piece = pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY)
    tasks.done(workspace, tasks.of_piece(workspace, piece)[0].id, TUESDAY)
    schedule.unschedule(workspace, [piece])
    assert set(due(workspace, piece)) == {"Draft"}


def test_planning_into_a_cell_gives_tasks(workspace: Workspace, video: int) -> None:
    piece = pieces.create(workspace, "Pricing", format_id=video)
    stage = named(workspace, "stage", "Epiphany")
    planning.plan_into(workspace, piece, a_segment(workspace), stage, TUESDAY)
    assert due(workspace, piece)["Post"] == TUESDAY


def test_a_slot_hands_a_format_and_with_it_tasks(workspace: Workspace, video: int) -> None:
    slot = slot_series.add(workspace, "Film", rule="FREQ=WEEKLY;BYDAY=TU", first=TUESDAY, format_id=video)
    piece = pieces.create(workspace, "Pricing")
    slots.fill(workspace, piece, slot, NEXT)
    assert due(workspace, piece) == {"Draft": TUESDAY, "Post": NEXT}


def test_taken_off_the_shelf_a_piece_gets_its_tasks(workspace: Workspace, video: int) -> None:
    parked = named(workspace, "status", "On hold")
    piece = pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY, status_id=parked)
    assert due(workspace, piece) == {}
    pieces.edit(workspace, piece, status_id=named(workspace, "status", "Drafting"))
    assert len(due(workspace, piece)) == 2


def test_a_copy_has_tasks_of_its_own(workspace: Workspace, video: int) -> None:
    piece = pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY)
    (copy,) = pieces.duplicate(workspace, [piece])
    assert due(workspace, copy) == due(workspace, piece)


def test_a_day_set_by_hand_stays_and_a_new_offset_brings_the_rule_back(workspace: Workspace, video: int) -> None:
    piece = pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY)
    draft = tasks.of_piece(workspace, piece)[0]
    tasks.edit(workspace, draft.id, due=date(2027, 3, 1))
    schedule.move(workspace, {piece: NEXT})
    assert due(workspace, piece)["Draft"] == date(2027, 3, 1)
    tasks.edit(workspace, draft.id, offset=-2)
    assert due(workspace, piece)["Draft"] == date(2027, 3, 12)


def test_a_task_whose_pin_is_taken_away_stands_where_the_rule_puts_it(workspace: Workspace, video: int) -> None:
    piece = pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY)
    post = tasks.of_piece(workspace, piece)[1]
    tasks.edit(workspace, post.id, pinned=True)
    schedule.move(workspace, {piece: NEXT})
    tasks.edit(workspace, post.id, pinned=False)
    assert due(workspace, piece)["Post"] == NEXT


def test_a_task_opened_again_stands_where_the_rule_puts_it(workspace: Workspace, video: int) -> None:
    piece = pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY)
    post = tasks.of_piece(workspace, piece)[1]
    tasks.done(workspace, post.id, TUESDAY)
    schedule.move(workspace, {piece: NEXT})
    tasks.done(workspace, post.id, None)
    assert due(workspace, piece)["Post"] == NEXT


def test_tasks_are_added_by_offset_or_day_and_removed(workspace: Workspace) -> None:
    piece = a_piece(workspace, planned=TUESDAY)
    call = tasks.add(workspace, piece, "Call Ada", offset=-1)
    tasks.add(workspace, piece, "Thank Ada", due=NEXT)
    assert due(workspace, piece) == {"Call Ada": date(2027, 3, 8), "Thank Ada": NEXT}
    tasks.remove(workspace, call)
    assert set(due(workspace, piece)) == {"Thank Ada"}


def test_a_task_needs_a_name(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="needs a name"):
        tasks.add(workspace, a_piece(workspace), " ")


def test_lateness_is_counted_over_open_tasks(workspace: Workspace, video: int) -> None:
    piece = pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY)
    assert tasks.late(workspace, date(2027, 3, 2)) == {}
    assert tasks.late(workspace, date(2027, 3, 8)) == {piece: 4}
    assert [(one.task.name, days) for one, days in tasks.late_tasks(workspace, date(2027, 3, 8))] == [("Draft", 4)]


def test_parked_published_and_binned_pieces_are_not_late(workspace: Workspace, video: int) -> None:
    ids = [pieces.create(workspace, f"Piece {n}", format_id=video, planned=TUESDAY) for n in range(3)]
    pieces.edit(workspace, ids[0], status_id=named(workspace, "status", "On hold"))
    pieces.edit(workspace, ids[1], published_on=TUESDAY)
    pieces.bin(workspace, [ids[2]])
    assert tasks.late(workspace, date(2027, 3, 20)) == {}


def test_tasks_between_two_days_name_their_piece(workspace: Workspace, video: int) -> None:
    piece = pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY)
    found = tasks.between(workspace, date(2027, 3, 8), TUESDAY)
    assert [(one.task.name, one.piece.id) for one in found] == [("Post", piece)]


def test_work_on_a_task_raises_the_version_of_its_piece(workspace: Workspace, video: int) -> None:
    piece = pieces.create(workspace, "Pricing", format_id=video, planned=TUESDAY)
    before = pieces.read(workspace, piece).version
    tasks.done(workspace, tasks.of_piece(workspace, piece)[0].id, TUESDAY)
    assert pieces.read(workspace, piece).version == before + 1


def test_the_slip_of_a_publication(workspace: Workspace) -> None:
    late = a_piece(workspace, planned=date(2027, 3, 12), published_on=date(2027, 3, 16))
    early = a_piece(workspace, planned=TUESDAY, published_on=date(2027, 3, 5))
    within = a_piece(workspace, planned=date(2027, 3, 1), precision="month", published_on=NEXT)
    found = schedule.slips(workspace, [late, early, within, a_piece(workspace, planned=TUESDAY)])
    assert {id_: (one.days, one.working_days) for id_, one in found.items()} == {
        late: (4, 2),
        early: (-4, -2),
        within: (0, 0),
    }
