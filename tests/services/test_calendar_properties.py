"""The calendar against the rule of spans, and edits against what they should leave, on random cases."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.domain.order import order_key, precision_of
from editorial.domain.period import span_of
from editorial.domain.records import Entry, Settings
from editorial.domain.vocabulary import Precision
from editorial.services import calendar, lists, pieces
from editorial.services.workspaces import create_workspace
from editorial.store.workspace import Workspace

START = date(2026, 12, 20)


@pytest.fixture(scope="module")
def spread(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Give a workspace with pieces of every precision around two turns of a fiscal quarter, some of them published."""
    opened = create_workspace(tmp_path_factory.mktemp("spread") / "plan.editorial", author="Ada", fiscal_month=2)
    for kind, name in product(("segment", "person"), "abc"):
        lists.add(opened, kind, name)
    for step, precision in product(range(0, 110, 6), Precision):
        day = START + timedelta(days=step)
        out = day + timedelta(days=9) if step % 4 == 0 else None
        pieces.create(opened, f"{precision} {step}", planned=day, precision=precision, published_on=out)
    yield opened
    opened.close()


def touches(entry: Entry, first: date, last: date, settings: Settings) -> bool:
    assert entry.day is not None
    begin, end = span_of(entry.day, precision_of(entry), settings)
    return begin <= last and end >= first


@given(start=st.integers(-100, 150), length=st.integers(0, 120))
def test_a_range_holds_every_span_that_touches_it(spread: Workspace, start: int, length: int) -> None:
    first = START + timedelta(days=start)
    last = first + timedelta(days=length)
    settings = lists.read_lists(spread).settings
    expected = [entry for entry in calendar.everything(spread) if touches(entry, first, last, settings)]
    assert calendar.between(spread, first, last) == sorted(expected, key=order_key)
    assert calendar.count(spread, first, last) == len(expected)


SEVERAL = st.lists(st.integers(1, 3), unique=True).map(tuple)


@given(edits=st.lists(st.tuples(st.sampled_from(("segment_ids", "author_ids")), SEVERAL), max_size=4))
def test_what_is_linked_is_what_was_last_asked_for(spread: Workspace, edits: list[tuple[str, tuple[int, ...]]]) -> None:
    before = pieces.read(spread, 1)
    wanted = {"segment_ids": before.segment_ids, "author_ids": before.author_ids}
    for attribute, ids in edits:
        pieces.edit(spread, 1, seen=None, joins="", **{attribute: ids})
        wanted[attribute] = ids
    read = pieces.read(spread, 1)
    assert {"segment_ids": read.segment_ids, "author_ids": read.author_ids} == wanted
