"""Cutting a series: nothing that is past or published changes, and a cut alone is not to be seen."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from editorial.domain import slot_series as series
from editorial.domain.planning_records import Slot, SlotException
from editorial.domain.slot_rules import rule_days
from editorial.domain.slots import Filling, Occurrence, Scope, occurrences
from editorial.domain.vocabulary import Kind

FIRST = date(2027, 1, 1)
END = FIRST + timedelta(days=500)
RULES = (
    "FREQ=WEEKLY;BYDAY=TU",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
    "FREQ=WEEKLY;INTERVAL=3;COUNT=12",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=31",
    "FREQ=DAILY;INTERVAL=10",
    "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1;COUNT=9",
)


@st.composite
def slots(draw: st.DrawFn) -> Slot:
    """Draw a slot, with some of its days moved or left out."""
    rule = draw(st.sampled_from(RULES))
    first = FIRST + timedelta(days=draw(st.integers(0, 40)))
    last = draw(st.one_of(st.none(), st.dates(first + timedelta(days=100), END)))
    named = rule_days(rule, first, first, last or END)
    chosen = draw(st.lists(st.sampled_from(named), max_size=4, unique=True)) if named else []
    moves = st.one_of(st.none(), st.integers(-3, 3).filter(bool))
    exceptions = tuple(
        SlotException(day=day, moved_to=None if (by := draw(moves)) is None else day + timedelta(days=by))
        for day in sorted(chosen)
    )
    return Slot(id=1, uid="", name="Slot", rule=rule, first=first, last=last, exceptions=exceptions)


def standing(*listed: Slot) -> list[tuple[date, date, Kind | None]]:
    found = occurrences(listed, FIRST - timedelta(days=9), END + timedelta(days=9))
    return sorted((one.day, one.original, one.slot.kind) for one in found if one.original <= END)


def cut(slot: Slot, reach: series.Reach, **fields: object) -> tuple[Slot, ...]:
    """Return what becomes of a slot that is edited."""
    if reach.start is None:
        return (slot,)
    if reach.whole:
        return (replace(slot, **fields),)  # type: ignore[arg-type]
    return replace(slot, **series.before_cut(slot, reach.start)), series.after_cut(slot, reach.start, fields)


@given(
    slot=slots(), scope=st.sampled_from((Scope.LATER, Scope.ALL)), at=st.integers(0, 30), ahead=st.integers(-50, 500)
)
def test_what_is_past_never_changes_and_all_else_that_is_meant_does(
    slot: Slot, scope: Scope, at: int, ahead: int
) -> None:
    today = FIRST + timedelta(days=ahead)
    before = standing(slot)
    original = sorted(day for _day, day, _kind in before)[at % len(before)] if before else slot.first
    reach = series.reach(slot, scope, original, today, [])
    after = standing(*cut(slot, reach, kind=Kind.PRACTICAL))
    assert [(day, named) for day, named, _kind in after] == [(day, named) for day, named, _kind in before]
    assert not [one for one in after if one[0] < today and one[2] is not None]
    touched = {one.original for one in reach.touched}
    assert {named for _day, named, kind in after if kind is not None} == {day for day in touched if day <= END}


@given(slot=slots(), ahead=st.integers(0, 300), published=st.integers(0, 20))
def test_what_was_published_never_changes(slot: Slot, ahead: int, published: int) -> None:
    today = FIRST + timedelta(days=ahead)
    listed = occurrences([slot], FIRST, END)
    out: list[Occurrence] = listed[published : published + 1]
    fillings = [Filling(1, slot.id, one.day, published=True) for one in out]
    reach = series.reach(slot, Scope.ALL, slot.first, today, fillings)
    assert not {one.original for one in out} & {one.original for one in reach.touched}


@given(slot=slots(), ahead=st.integers(-50, 300), at=st.integers(0, 30))
def test_this_one_touches_one_or_none(slot: Slot, ahead: int, at: int) -> None:
    today = FIRST + timedelta(days=ahead)
    listed = occurrences([slot], FIRST, END)
    if listed:
        chosen = listed[at % len(listed)]
        reach = series.reach(slot, Scope.THIS, chosen.original, today, [])
        assert reach.count == (chosen.day >= today)
