"""What lies between two days, and what waits beside the calendar."""

from datetime import date, time

import pytest

from editorial.domain.conditions import UNTAGGED, Operator, Test
from editorial.domain.order import order_key
from editorial.domain.vocabulary import Kind, NoteKind, Precision
from editorial.services import calendar, lists, pieces
from editorial.store.workspace import Workspace
from tests.builders import a_piece, a_segment, an_interest

FIRST, LAST = date(2027, 3, 1), date(2027, 3, 31)


def titles(workspace: Workspace, first: date = FIRST, last: date = LAST) -> list[str]:
    return [entry.title for entry in calendar.between(workspace, first, last)]


def test_both_ends_are_included(workspace: Workspace) -> None:
    for day in (date(2027, 2, 28), FIRST, LAST, date(2027, 4, 1)):
        a_piece(workspace, f"{day:%d}", planned=day)
    assert titles(workspace) == ["01", "31"]


def test_what_really_happened_goes_before_the_plan(workspace: Workspace) -> None:
    a_piece(workspace, "Late", planned=date(2027, 2, 1), published_on=date(2027, 3, 5))
    entry = calendar.between(workspace, FIRST, LAST)[0]
    assert (entry.day, entry.published) == (date(2027, 3, 5), True)


def test_parked_pieces_are_there_and_binned_ones_are_not(workspace: Workspace) -> None:
    a_piece(workspace, "Parked", planned=FIRST, status="Dropped")
    pieces.bin(workspace, [a_piece(workspace, "Binned", planned=FIRST)])
    assert titles(workspace) == ["Parked"]


@pytest.mark.parametrize(("precision", "day"), [(Precision.QUARTER, date(2027, 1, 1)), (Precision.WEEK, FIRST)])
def test_a_span_that_reaches_into_the_days_is_there(workspace: Workspace, precision: Precision, day: date) -> None:
    pieces.create(workspace, "Span", planned=day, precision=precision)
    assert titles(workspace, date(2027, 3, 7), date(2027, 3, 9)) == ["Span"]
    assert titles(workspace, date(2027, 4, 1), date(2027, 4, 9)) == []


def test_a_published_piece_lies_on_its_day_alone(workspace: Workspace) -> None:
    pieces.create(workspace, "Out", planned=FIRST, precision=Precision.MONTH, published_on=date(2027, 3, 2))
    assert titles(workspace, date(2027, 3, 3), LAST) == []


def test_entries_come_in_the_order_of_the_domain(workspace: Workspace) -> None:
    for clock in (time(9, 0), None, time(8, 30), None):
        pieces.create(workspace, str(clock), planned=FIRST, time=clock)
    entries = calendar.between(workspace, FIRST, LAST)
    assert entries == sorted(entries, key=order_key)
    assert [entry.title for entry in entries] == ["None", "None", "08:30:00", "09:00:00"]


def test_segments_keep_the_order_of_the_piece(workspace: Workspace) -> None:
    a, b, c = (a_segment(workspace, name) for name in "abc")
    a_piece(workspace, planned=FIRST, segment_ids=(c, a, b))
    assert calendar.between(workspace, FIRST, LAST)[0].segment_ids == (c, a, b)


def test_an_entry_tells_what_its_piece_tells(workspace: Workspace) -> None:
    piece_id = pieces.create(workspace, "All", planned=FIRST, kind=Kind.PRACTICAL, timely=True, time=time(7, 5))
    entry, piece = calendar.between(workspace, FIRST, LAST)[0], pieces.read(workspace, piece_id)
    shared = ("id", "uid", "version", "title", "kind", "time", "precision", "status_id", "timely", "evergreen")
    assert {name: getattr(entry, name) for name in shared} == {name: getattr(piece, name) for name in shared}


def test_ideas_have_no_date_whatever_their_status(workspace: Workspace) -> None:
    a_piece(workspace, "Idea")
    a_piece(workspace, "Drafted", status="Drafting")
    a_piece(workspace, "Planned", planned=FIRST)
    pieces.bin(workspace, [a_piece(workspace, "Binned")])
    assert [entry.title for entry in calendar.ideas(workspace)] == ["Idea", "Drafted"]


def test_what_a_filter_hides_is_counted(workspace: Workspace) -> None:
    for kind in (Kind.PRACTICAL, Kind.PRACTICAL, None):
        a_piece(workspace, planned=FIRST, kind=kind)
        a_piece(workspace, kind=kind)
    shown = Test("kind", Operator.EMPTY)
    assert len(calendar.between(workspace, FIRST, LAST, shown)) == 1
    assert calendar.count_hidden(workspace, FIRST, LAST, shown) == 2
    assert calendar.count_hidden_ideas(workspace, shown) == 2
    assert calendar.count_hidden(workspace, FIRST, LAST, None) == 0


def test_everything_is_what_is_dated_and_then_the_ideas(workspace: Workspace) -> None:
    a_piece(workspace, "Idea")
    a_piece(workspace, "Planned", planned=FIRST)
    assert [entry.title for entry in calendar.everything(workspace)] == ["Planned", "Idea"]


def test_untagged_pieces_are_found_by_a_filter(workspace: Workspace) -> None:
    a_piece(workspace, "Bare")
    tags = {"kind": Kind.PRACTICAL, "interest_id": an_interest(workspace), "stage_id": 1}
    pieces.create(workspace, "Full", segment_ids=(a_segment(workspace),), **tags)
    assert [entry.title for entry in calendar.ideas(workspace, UNTAGGED)] == ["Bare"]


def test_notes_that_touch_the_days(workspace: Workspace) -> None:
    for name, first, last in (("In", date(2027, 2, 20), FIRST), ("Out", date(2027, 4, 1), date(2027, 4, 2))):
        lists.add(workspace, "day_note", name, first=first, last=last, kind=NoteKind.THEME)
    assert [note.name for note in calendar.day_notes(workspace, FIRST, LAST)] == ["In"]


def test_extent_is_from_the_first_publish_date_to_the_last(workspace: Workspace) -> None:
    assert calendar.extent(workspace) is None
    for day in (FIRST, LAST, None):
        a_piece(workspace, planned=day)
    pieces.bin(workspace, [a_piece(workspace, planned=date(2030, 1, 1))])
    assert calendar.extent(workspace) == (FIRST, LAST)


def test_nearest_looks_back_first(workspace: Workspace) -> None:
    assert calendar.nearest(workspace, FIRST, LAST) is None
    a_piece(workspace, planned=date(2027, 4, 2))
    assert calendar.nearest(workspace, FIRST, LAST) == date(2027, 4, 2)
    a_piece(workspace, published_on=date(2026, 1, 1))
    assert calendar.nearest(workspace, FIRST, LAST) == date(2026, 1, 1)
