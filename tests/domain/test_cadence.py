from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.cadence import cadence, longest_silence, publish_days
from editorial.domain.coverage_words import cadence_sentence
from editorial.domain.period import between, month_of
from tests.domain.builders import a_segment, an_entry, some_lists

MARCH = month_of(date(2027, 3, 1))


def test_first_and_fifth_of_march_leave_three_days() -> None:
    assert longest_silence([date(2027, 3, 1), date(2027, 3, 5)], between(date(2027, 3, 1), date(2027, 3, 5))) == (
        3,
        date(2027, 3, 2),
    )


def test_ends_of_the_period_act_as_ends() -> None:
    assert longest_silence([date(2027, 3, 10)], MARCH) == (21, date(2027, 3, 11))
    assert longest_silence([date(2027, 3, 25)], MARCH) == (24, date(2027, 3, 1))


def test_nothing_published_is_silence_throughout() -> None:
    assert longest_silence([], MARCH) == (31, date(2027, 3, 1))


def test_every_day_published_is_no_silence() -> None:
    days = [MARCH.first + timedelta(n) for n in range(31)]
    assert longest_silence(days, MARCH) == (0, None)


def test_silence_is_held_against_the_limit_of_each_segment() -> None:
    segments = [a_segment(1, longest_silence=20), a_segment(2, longest_silence=31), a_segment(3)]
    found = cadence(MARCH, some_lists(segments=segments), {1: [date(2027, 3, 10)]})
    assert [(each.longest, each.over) for each in found] == [(21, True), (31, False), (31, False)]


def test_sentence_names_the_first_silent_day_and_the_limit() -> None:
    (found,) = cadence(MARCH, some_lists(segments=[a_segment(1, longest_silence=1)]), {})
    assert cadence_sentence(found) == "Segment 1: 31 silent days from 1 March 2027. At most 1 is wanted."


def test_publish_days_are_distinct_by_segment() -> None:
    entries = [an_entry(1, segment_ids=(1, 2)), an_entry(2, segment_ids=(1,)), an_entry(3)]
    assert publish_days(entries) == {1: {date(2027, 2, 10)}, 2: {date(2027, 2, 10)}}


@given(st.sets(st.dates(MARCH.first, MARCH.last)), st.dates(MARCH.first, MARCH.last))
def test_publishing_once_more_never_makes_a_longer_silence(days: set[date], another: date) -> None:
    assert longest_silence(days | {another}, MARCH)[0] <= longest_silence(days, MARCH)[0]
