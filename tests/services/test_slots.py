"""Slots: filled, released, and edited by scope without touching what is past or published."""

from datetime import date, time
from typing import Any

import pytest

from editorial.domain.slot_words import reach_words
from editorial.domain.slots import Scope
from editorial.domain.vocabulary import Kind, NoteKind, Precision
from editorial.errors import RuleBroken
from editorial.services import history, lists, pieces, schedule, slot_series, slots
from editorial.services.workspaces import Workspace
from tests.builders import a_piece, named

FIRST, LAST = date(2027, 3, 1), date(2027, 3, 31)
TUESDAY = date(2027, 3, 9)
TODAY = date(2027, 3, 8)


def a_slot(workspace: Workspace, name: str = "Briefing", **fields: Any) -> int:
    return slot_series.add(workspace, name, **{"rule": "FREQ=WEEKLY;BYDAY=TU", "first": FIRST, **fields})


def standing(workspace: Workspace, slot_id: int | None = None) -> list[int]:
    found = slots.occurrences(workspace, FIRST, LAST)
    return [one.day.day for one in found if slot_id in (None, one.slot.id)]


def opened(workspace: Workspace) -> list[int]:
    return [one.day.day for one in slots.occurrences(workspace, FIRST, LAST) if one.open]


def test_filling_hands_date_format_channel_kind_and_time(workspace: Workspace) -> None:
    article, blog = named(workspace, "format", "Article"), lists.add(workspace, "channel", "Digest")
    slot = a_slot(workspace, format_id=article, channel_id=blog, kind=Kind.PRACTICAL, time=time(9, 0))
    piece = pieces.create(workspace, "Pricing", kind=Kind.ASPIRATIONAL)
    filled = slots.fill(workspace, piece, slot, TUESDAY)
    after = pieces.read(workspace, piece)
    assert (after.planned, after.precision, after.slot_id) == (TUESDAY, Precision.DAY, slot)
    assert (after.format_id, after.channel_id, after.kind, after.time) == (article, blog, Kind.PRACTICAL, time(9, 0))
    assert filled.fields == {
        "format_id": article, "channel_id": blog, "kind": Kind.PRACTICAL, "time": time(9, 0),
    }  # fmt: skip


def test_a_slot_without_a_format_leaves_that_of_the_piece(workspace: Workspace) -> None:
    article = named(workspace, "format", "Article")
    piece = pieces.create(workspace, "Pricing", format_id=article)
    assert slots.fill(workspace, piece, a_slot(workspace), TUESDAY).fields == {}
    assert pieces.read(workspace, piece).format_id == article


def test_filling_is_one_change(workspace: Workspace) -> None:
    piece, slot = a_piece(workspace, "Pricing"), a_slot(workspace)
    slots.fill(workspace, piece, slot, TUESDAY)
    assert history.undo(workspace) == "Put ‘Pricing’ into ‘Briefing’ on 9 March"
    assert pieces.read(workspace, piece).planned is None
    assert opened(workspace) == [2, 9, 16, 23, 30]


def test_a_filled_slot_takes_no_second_piece(workspace: Workspace) -> None:
    slot = a_slot(workspace)
    slots.fill(workspace, a_piece(workspace, "One"), slot, TUESDAY)
    with pytest.raises(RuleBroken, match="is filled already"):
        slots.fill(workspace, a_piece(workspace, "Two"), slot, TUESDAY)


def test_a_slot_is_filled_only_where_it_stands(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="does not stand on 10 March 2027"):
        slots.fill(workspace, a_piece(workspace), a_slot(workspace), date(2027, 3, 10))


def test_a_published_piece_fills_nothing_anew(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="was published"):
        slots.fill(workspace, a_piece(workspace, published_on=FIRST), a_slot(workspace), TUESDAY)


def test_a_piece_that_moves_away_leaves_its_slot_open(workspace: Workspace) -> None:
    piece, slot = a_piece(workspace), a_slot(workspace)
    slots.fill(workspace, piece, slot, TUESDAY)
    schedule.move(workspace, {piece: date(2027, 3, 10)})
    assert opened(workspace) == [2, 9, 16, 23, 30]
    schedule.move(workspace, {piece: date(2027, 3, 16)})
    assert opened(workspace) == [2, 9, 23, 30]


def test_parked_pieces_and_coarse_dates_fill_nothing(workspace: Workspace) -> None:
    slot = a_slot(workspace)
    slots.fill(workspace, parked := a_piece(workspace), slot, TUESDAY)
    slots.fill(workspace, coarse := a_piece(workspace), slot, date(2027, 3, 16))
    pieces.edit(workspace, parked, status_id=named(workspace, "status", "On hold"))
    pieces.edit(workspace, coarse, precision=Precision.WEEK)
    assert opened(workspace) == [2, 9, 16, 23, 30]


def test_a_released_slot_is_gone_and_offered_no_more(workspace: Workspace) -> None:
    slot = a_slot(workspace, timely=True)
    assert [one.occurrence.day for one in slots.to_release(workspace, TODAY)] == [TUESDAY]
    slots.release(workspace, slot, TUESDAY)
    assert slots.to_release(workspace, TODAY) == ()
    assert standing(workspace) == [2, 16, 23, 30]


@pytest.mark.parametrize(("closed", "offered"), [(date(2027, 3, 8), []), (date(2027, 3, 10), [TUESDAY])])
def test_timely_slots_are_offered_up_to_the_last_working_day(
    workspace: Workspace, closed: date, offered: list[date]
) -> None:
    a_slot(workspace, timely=True)
    lists.add(workspace, "day_note", "Shut", first=closed, last=date(2035, 1, 1), kind=NoteKind.CLOSED)
    assert [one.occurrence.day for one in slots.to_release(workspace, TODAY)] == offered


def test_a_fallback_without_a_date_takes_the_slot_itself(workspace: Workspace) -> None:
    fallback = a_piece(workspace, "Evergreen", evergreen=True)
    slot = a_slot(workspace, timely=True, fallback_id=fallback)
    assert slots.use_fallback(workspace, slot, TUESDAY) == fallback
    assert pieces.read(workspace, fallback).planned == TUESDAY


def test_a_published_fallback_runs_again_as_a_new_piece(workspace: Workspace) -> None:
    fallback = a_piece(workspace, "Evergreen", evergreen=True, published_on=date(2026, 5, 5))
    slot = a_slot(workspace, timely=True, fallback_id=fallback)
    again = pieces.read(workspace, slots.use_fallback(workspace, slot, TUESDAY))
    assert (again.title, again.made_from_id, again.planned) == ("Evergreen (again)", fallback, TUESDAY)
    assert pieces.read(workspace, fallback).published_on == date(2026, 5, 5)


def test_a_timely_slot_makes_its_piece_timely_but_no_evergreen(workspace: Workspace) -> None:
    slot = a_slot(workspace, timely=True)
    news, evergreen = a_piece(workspace, "News"), a_piece(workspace, "Old", evergreen=True)
    slots.fill(workspace, news, slot, TUESDAY)
    slots.fill(workspace, evergreen, slot, date(2027, 3, 16))
    assert [pieces.read(workspace, id_).timely for id_ in (news, evergreen)] == [True, False]


def test_a_time_that_does_not_exist_on_its_day_moves_forward(workspace: Workspace) -> None:
    lists.update_settings(workspace, time_zone="Europe/Berlin")
    slot = a_slot(workspace, rule="FREQ=WEEKLY;BYDAY=SU", time=time(2, 30))
    slots.fill(workspace, piece := a_piece(workspace), slot, date(2027, 3, 28))
    assert pieces.read(workspace, piece).time == time(3, 30)


def test_a_slot_without_fallback_says_so(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="no piece to fall back to"):
        slots.use_fallback(workspace, a_slot(workspace), TUESDAY)


def test_a_bad_rule_is_refused(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="no day at all"):
        a_slot(workspace, rule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")


def test_this_one_gets_fields_of_its_own(workspace: Workspace) -> None:
    article, slot = named(workspace, "format", "Article"), a_slot(workspace)
    slots.fill(workspace, piece := a_piece(workspace), slot, TUESDAY)
    alone = slot_series.edit(workspace, slot, TUESDAY, Scope.THIS, today=TODAY, format_id=article)
    assert (standing(workspace, alone), standing(workspace, slot)) == ([9], [2, 16, 23, 30])
    assert pieces.read(workspace, piece).slot_id == alone


def test_this_and_later_ones_go_on_as_a_slot_of_their_own(workspace: Workspace) -> None:
    slot = a_slot(workspace)
    slots.fill(workspace, piece := a_piece(workspace), slot, date(2027, 3, 23))
    after = slot_series.edit(workspace, slot, date(2027, 3, 16), Scope.LATER, today=TODAY, kind=Kind.PRACTICAL)
    assert (standing(workspace, slot), standing(workspace, after)) == ([2, 9], [16, 23, 30])
    assert pieces.read(workspace, piece).slot_id == after


def test_all_from_today_on_leaves_what_is_past(workspace: Workspace) -> None:
    slot = a_slot(workspace)
    after = slot_series.edit(workspace, slot, TUESDAY, Scope.ALL, today=TODAY, rule="FREQ=WEEKLY;BYDAY=TH")
    assert (standing(workspace, slot), standing(workspace, after)) == ([2], [11, 18, 25])


def test_all_leaves_what_was_published_today(workspace: Workspace) -> None:
    slot = a_slot(workspace)
    slots.fill(workspace, piece := a_piece(workspace), slot, TUESDAY)
    pieces.edit(workspace, piece, published_on=TUESDAY)
    after = slot_series.edit(workspace, slot, TUESDAY, Scope.ALL, today=TUESDAY, kind=Kind.PRACTICAL)
    assert (standing(workspace, slot), standing(workspace, after)) == ([2, 9], [16, 23, 30])
    assert pieces.read(workspace, piece).slot_id == slot


def test_all_of_a_series_that_lies_ahead_is_edited_in_place(workspace: Workspace) -> None:
    slot = a_slot(workspace)
    assert slot_series.edit(workspace, slot, TUESDAY, Scope.ALL, today=FIRST, last=date(2027, 3, 16)) == slot
    assert standing(workspace) == [2, 9, 16]


def test_a_new_name_cuts_nothing(workspace: Workspace) -> None:
    slot = a_slot(workspace)
    assert slot_series.edit(workspace, slot, TUESDAY, Scope.ALL, today=TODAY, name="Digest") == slot


def test_a_number_of_times_counts_on_after_a_cut(workspace: Workspace) -> None:
    slot = a_slot(workspace, rule="FREQ=WEEKLY;BYDAY=TU;COUNT=4")
    after = slot_series.edit(workspace, slot, date(2027, 3, 16), Scope.LATER, today=TODAY, timely=True)
    assert standing(workspace, after) == [16, 23]


def test_every_second_week_keeps_its_rhythm_after_a_cut(workspace: Workspace) -> None:
    slot = a_slot(workspace, rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
    before = standing(workspace)
    slot_series.edit(workspace, slot, date(2027, 3, 16), Scope.LATER, today=TODAY, timely=True)
    assert standing(workspace) == before


def test_what_is_past_is_refused(workspace: Workspace) -> None:
    slot = a_slot(workspace)
    with pytest.raises(RuleBroken, match="what is past or published stays"):
        slot_series.edit(workspace, slot, date(2027, 3, 2), Scope.THIS, today=TODAY, kind=Kind.PRACTICAL)


def test_the_preview_tells_how_many_are_touched(workspace: Workspace) -> None:
    slot = a_slot(workspace, last=LAST)
    slots.fill(workspace, a_piece(workspace), slot, TUESDAY)
    reach = slot_series.preview(workspace, slot, TUESDAY, Scope.ALL, today=TODAY)
    assert (reach.count, reach.filled, reach.kept, reach.endless) == (4, 1, 1, False)
    assert reach_words(reach) == (
        "This touches 4 days. 1 of them holds a piece, which keeps its own date and fields. "
        "1 that is past or published stays as it is."
    )


def test_the_preview_of_an_endless_series_names_its_first_day(workspace: Workspace) -> None:
    reach = slot_series.preview(workspace, a_slot(workspace), TUESDAY, Scope.LATER, today=TODAY)
    assert reach_words(reach) == "This touches every one from 9 March 2027 on."


def test_removing_this_one_leaves_the_piece_its_date(workspace: Workspace) -> None:
    slot = a_slot(workspace)
    slots.fill(workspace, piece := a_piece(workspace), slot, TUESDAY)
    slot_series.remove(workspace, slot, TUESDAY, Scope.THIS, today=TODAY)
    assert standing(workspace) == [2, 16, 23, 30]
    assert (pieces.read(workspace, piece).planned, pieces.read(workspace, piece).slot_id) == (TUESDAY, None)


def test_removing_all_keeps_what_is_past(workspace: Workspace) -> None:
    slot = a_slot(workspace)
    slot_series.remove(workspace, slot, TUESDAY, Scope.ALL, today=TODAY)
    assert standing(workspace) == [2]


def test_removing_a_series_that_lies_ahead_removes_the_slot(workspace: Workspace) -> None:
    slot = a_slot(workspace)
    slot_series.remove(workspace, slot, TUESDAY, Scope.ALL, today=FIRST)
    assert slots.occurrences(workspace, FIRST, LAST) == ()
    assert history.undo(workspace) == "Remove slot ‘Briefing’"
    assert standing(workspace) == [2, 9, 16, 23, 30]


def test_moving_one_occurrence_takes_its_piece_along(workspace: Workspace) -> None:
    slot = a_slot(workspace)
    slots.fill(workspace, piece := a_piece(workspace), slot, TUESDAY)
    slot_series.move(workspace, slot, TUESDAY, date(2027, 3, 11), today=TODAY)
    assert standing(workspace) == [2, 11, 16, 23, 30]
    assert opened(workspace) == [2, 16, 23, 30]
    assert pieces.read(workspace, piece).planned == date(2027, 3, 11)


def test_an_occurrence_moves_neither_into_the_past_nor_onto_another(workspace: Workspace) -> None:
    slot = a_slot(workspace)
    with pytest.raises(RuleBroken, match="into the past"):
        slot_series.move(workspace, slot, TUESDAY, date(2027, 3, 5), today=TODAY)
    with pytest.raises(RuleBroken, match="stands on 16 March 2027 already"):
        slot_series.move(workspace, slot, TUESDAY, date(2027, 3, 16), today=TODAY)


def test_an_edit_by_scope_is_one_change(workspace: Workspace) -> None:
    slot = a_slot(workspace)
    slot_series.edit(workspace, slot, TUESDAY, Scope.ALL, today=TODAY, rule="FREQ=WEEKLY;BYDAY=TH")
    history.undo(workspace)
    assert standing(workspace, slot) == [2, 9, 16, 23, 30]
