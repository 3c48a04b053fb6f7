from datetime import date
from fractions import Fraction

from editorial.domain.drops import DropEffect, drop_effect
from editorial.domain.records import Entry
from editorial.domain.vocabulary import Kind
from editorial.domain.workdays import WorkCalendar
from tests.domain.builders import an_entry, an_interest, some_lists

LISTS = some_lists(interests=[an_interest(1, name="Cost"), an_interest(2)])
THERE = [
    an_entry(1, day=date(2027, 3, 1), kind=Kind.ASPIRATIONAL, interest_id=1, segment_ids=(1,), title="Pumps"),
    an_entry(2, day=date(2027, 3, 9), kind=Kind.ASPIRATIONAL, interest_id=2, segment_ids=(1,)),
]
IDEA = an_entry(9, day=None, kind=Kind.PRACTICAL, interest_id=1, segment_ids=(1, 2))


def dropped(*entries: Entry, on: date) -> DropEffect:
    return drop_effect(entries, on, THERE, LISTS, WorkCalendar())


def test_idea_changes_the_mix_of_the_quarter() -> None:
    found = dropped(IDEA, on=date(2027, 3, 10))
    assert (found.mix.share, found.repeats, found.not_working) == (Fraction(2, 3), (), None)
    assert found.sentences == ("Mix after: 67 % aspirational, 33 % practical.",)


def test_neighbour_on_the_same_interest_is_a_repeat() -> None:
    found = dropped(IDEA, on=date(2027, 3, 3))
    assert [repeat.neighbour.id for repeat in found.repeats] == [1]
    assert found.sentences[1] == "It repeats Cost beside “Pumps”."


def test_weekend_is_said() -> None:
    assert dropped(IDEA, on=date(2027, 3, 13)).sentences[-1] == "13 March 2027 is not a working day: weekend."


def test_piece_moved_within_the_quarter_counts_once() -> None:
    assert dropped(THERE[0], on=date(2027, 3, 10)).mix.aspirational == 2


def test_published_piece_is_refused_with_its_reason() -> None:
    published = an_entry(3, day=date(2027, 2, 1), published=True)
    found = dropped(published, on=date(2027, 3, 10))
    assert found.sentences == (found.why_not,)
