"""Which ideas fit a slot, and what a slot gives."""

from dataclasses import replace
from datetime import date

from editorial.domain.planning_records import Slot
from editorial.domain.records import Entry
from editorial.domain.slot_fit import fits, fitting
from editorial.domain.vocabulary import Kind, Precision

SLOT = Slot(id=1, uid="s", name="Post", first=date(2027, 3, 2), format_id=3, kind=Kind.PRACTICAL)
IDEA = Entry(
    1, "u", 1, "Idea", None, None, None, Precision.DAY, False, 1, None, None, None, None, None, None, False, False, ()
)


def test_an_idea_without_tags_fits_every_slot() -> None:
    assert fits(IDEA, SLOT)


def test_another_kind_or_format_does_not_fit() -> None:
    assert not fits(replace(IDEA, kind=Kind.ASPIRATIONAL), SLOT)
    assert not fits(replace(IDEA, format_id=4), SLOT)


def test_a_slot_that_asks_for_nothing_takes_all() -> None:
    plain = Slot(id=1, uid="s", name="Post", first=date(2027, 3, 2))
    ideas = [IDEA, replace(IDEA, kind=Kind.ASPIRATIONAL)]
    assert fitting(ideas, plain) == ideas
