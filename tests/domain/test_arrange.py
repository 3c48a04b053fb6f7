from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.arrange import (
    by_day,
    entry_span,
    month_layout,
    month_range,
    notes_by_day,
    pack_lanes,
    room,
    themes_of,
    week_layout,
    year_layout,
)
from editorial.domain.period import first_of_span, year_of
from editorial.domain.records import DayNote, Entry, Settings
from editorial.domain.vocabulary import Kind, NoteKind, Precision
from tests.domain.builders import an_entry

SETTINGS = Settings()
MARCH = date(2027, 3, 10)


@st.composite
def entries(draw: st.DrawFn, first: date = date(2026, 12, 1), last: date = date(2027, 5, 31)) -> list[Entry]:
    ids = draw(st.lists(st.integers(1, 999), unique=True, max_size=15))
    return [draw(an_entry_between(number, first, last)) for number in ids]


@st.composite
def an_entry_between(draw: st.DrawFn, number: int, first: date, last: date) -> Entry:
    precision = draw(st.sampled_from(Precision))
    day = first_of_span(draw(st.dates(first, last)), precision, SETTINGS)
    segments = tuple(draw(st.sets(st.integers(1, 3))))
    kind = draw(st.none() | st.sampled_from(Kind))
    return an_entry(
        number, day=day, precision=precision, published=draw(st.booleans()), segment_ids=segments, kind=kind
    )


def test_month_of_six_weeks_from_the_first_day_of_the_week() -> None:
    assert month_range(MARCH, SETTINGS).first == date(2027, 3, 1)
    assert month_range(MARCH, Settings(week_start=6)).first == date(2027, 2, 28)
    assert month_range(MARCH, SETTINGS).days == 42


def test_days_outside_the_month_are_told_apart() -> None:
    cells = [cell for row in month_layout([], MARCH, SETTINGS).rows for cell in row.days]
    assert (sum(cell.inside for cell in cells), cells[31].day, cells[31].inside) == (31, date(2027, 4, 1), False)


def test_week_is_a_band_over_its_row() -> None:
    week = an_entry(day=date(2027, 3, 8), precision=Precision.WEEK)
    (band,) = month_layout([week], MARCH, SETTINGS).rows[1].bands
    assert (band.start, band.end, band.begins, band.ends) == (0, 6, True, True)


def test_month_is_a_band_over_all_its_weeks() -> None:
    month = an_entry(day=date(2027, 4, 1), precision=Precision.MONTH)
    rows = month_layout([month], MARCH, SETTINGS).rows
    assert [len(row.bands) for row in rows] == [0, 0, 0, 0, 1, 1]
    assert (rows[4].bands[0].start, rows[4].bands[0].begins, rows[4].bands[0].ends) == (3, True, False)


def test_published_piece_stands_on_its_day() -> None:
    entry = an_entry(day=MARCH, precision=Precision.MONTH, published=True)
    row = week_layout([entry], MARCH, SETTINGS)
    assert (row.days[2].entries, row.bands, row.lanes) == ((entry,), (), 0)


@given(entries())
def test_month_shows_exactly_what_touches_it(shown: list[Entry]) -> None:
    layout, span = month_layout(shown, MARCH, SETTINGS), month_range(MARCH, SETTINGS)
    standing = Counter(entry.id for row in layout.rows for cell in row.days for entry in cell.entries)
    banded = {band.entry.id for row in layout.rows for band in row.bands}
    spans = {entry.id: entry_span(entry, SETTINGS) for entry in shown}
    touching = {key for key, s in spans.items() if s and s[0] <= span.last and s[1] >= span.first}
    assert standing.keys() | banded == touching
    assert not standing.keys() & banded
    assert set(standing.values()) <= {1}


@given(entries())
def test_no_two_bands_of_a_lane_share_a_day(shown: list[Entry]) -> None:
    for row in month_layout(shown, MARCH, SETTINGS).rows:
        taken = Counter((band.lane, column) for band in row.bands for column in range(band.start, band.end + 1))
        assert set(taken.values()) <= {1}


@given(entries(date(2026, 10, 1), date(2028, 3, 1)))
def test_year_shows_each_piece_of_it_once(shown: list[Entry]) -> None:
    year = year_of(MARCH, SETTINGS)
    inside = [entry for entry in shown if entry.day and entry.day in year]
    layout = year_layout(inside, year, SETTINGS)
    ids = [entry.id for week in layout.weeks for entry in week.entries] + [band.entry.id for band in layout.bands]
    assert sorted(ids) == sorted(entry.id for entry in inside)


def test_heat_counts_kinds_by_week() -> None:
    layout = year_layout([an_entry(day=MARCH, kind=Kind.PRACTICAL)], year_of(MARCH, SETTINGS), SETTINGS)
    week = next(week for week in layout.weeks if week.first == date(2027, 3, 8))
    assert (week.counts.practical, len(layout.weeks)) == (1, 53)


SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 5)).map(lambda s: (s[0], s[0] + s[1])), max_size=12)


@given(SPANS)
def test_lanes_are_the_fewest(spans: list[tuple[int, int]]) -> None:
    lanes = pack_lanes(spans)
    busiest = max((sum(start <= column <= end for start, end in spans) for column in range(18)), default=0)
    assert len(set(lanes)) == busiest


@pytest.mark.parametrize(
    ("count", "places", "shown"),
    [(0, 0, (0, 0)), (3, 3, (3, 0)), (4, 3, (2, 2)), (4, 1, (0, 4)), (4, 0, (0, 4))],
)
def test_room_for_more(count: int, places: int, shown: tuple[int, int]) -> None:
    assert room(count, places) == shown


@given(st.integers(0, 50), st.integers(0, 20))
def test_shown_and_more_are_all(count: int, places: int) -> None:
    assert sum(room(count, places)) == count


def test_ideas_stand_on_no_day() -> None:
    assert by_day([an_entry(day=None)]) == {}


def a_note(kind: NoteKind, first: date, last: date) -> DayNote:
    return DayNote(id=1, uid="n", name="Note", first=first, last=last, kind=kind)


def test_notes_are_clipped_to_the_days_asked_for() -> None:
    note = a_note(NoteKind.EVENT, MARCH - timedelta(1), MARCH + timedelta(9))
    assert list(notes_by_day([note], MARCH, MARCH + timedelta(1))) == [MARCH, MARCH + timedelta(1)]
    assert notes_by_day([note], MARCH + timedelta(20), MARCH + timedelta(30)) == {}


def test_themes_belong_to_headings() -> None:
    theme = a_note(NoteKind.THEME, MARCH, MARCH)
    assert notes_by_day([theme], MARCH, MARCH) == {}
    assert themes_of([theme], date(2027, 3, 1), date(2027, 3, 31)) == (theme,)
    assert themes_of([theme], date(2027, 4, 1), date(2027, 4, 30)) == ()
