"""Figures aggregated in the database equal figures computed in plain Python over every record."""

import random
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from editorial.domain.cadence import publish_days
from editorial.domain.counting import counting, counts_by_format, kinds_by_segment, kinds_by_stage, planned_counts
from editorial.domain.period import Period, between, month_of, quarter_of, year_of
from editorial.domain.records import Entry, Lists, Piece
from editorial.domain.rotation import uses
from editorial.domain.stock import in_stock, is_exclusive, is_live
from editorial.domain.untagged import untagged
from editorial.domain.vocabulary import Audit, Kind, Lead, Phase, Precision, Tag
from editorial.services.workspaces import open_workspace
from editorial.store import figures
from editorial.store.counting import Scope, scope_of
from editorial.store.entries import all_entries
from editorial.store.lists import read_lists
from editorial.store.pieces import insert_piece, read_pieces, throw_away
from editorial.store.seeding import set_settings
from tests.builders import a_segment, an_interest

EARLIEST = date(2026, 5, 1)
DAYS = 450
days = st.integers(0, DAYS).map(lambda n: EARLIEST + timedelta(days=n))
lengths = st.sampled_from(("week", "month", "quarter", "year", "any"))


class Filled:
    """A workspace of many different pieces, and all of them as records."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.lists: Lists = read_lists(connection)
        self.entries: list[Entry] = all_entries(connection)
        pieces = read_pieces(connection, [entry.id for entry in self.entries])
        self.pieces: Mapping[int, Piece] = {piece.id: piece for piece in pieces}

    def period(self, day: date, length: str, n: int) -> Period:
        if length in ("quarter", "year"):
            return (quarter_of if length == "quarter" else year_of)(day, self.lists.settings)
        if length == "month":
            return month_of(day)
        return between(day, day + timedelta(days=6 if length == "week" else n))

    def scope(self, period: Period) -> Scope:
        return scope_of(period, self.lists)

    def counting(self, period: Period) -> list[Entry]:
        return counting(self.entries, self.lists, period)


@pytest.fixture(scope="module", params=[1, 7])
def filled(request: pytest.FixtureRequest, workspace_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("figures") / "filled.editorial"
    yield from fill(Path(shutil.copyfile(workspace_template, path)), request.param)


def fill(path: Path, fiscal_month: int) -> Iterator[Filled]:
    workspace = open_workspace(path)
    for number in range(3):
        a_segment(workspace, f"Segment {number}")
        an_interest(workspace, f"Interest {number}", retired=number == 2)
    with workspace.change("Fill") as session:
        connection = session.connection()
        set_settings(connection, fiscal_month=fiscal_month)
        lists = read_lists(connection)
        chance = random.Random(fiscal_month)
        ids = [insert_piece(connection, any_piece(chance, lists), lists.settings) for _piece in range(400)]
        throw_away(connection, ids[::20])
    with workspace.read() as connection:
        yield Filled(connection)
    workspace.close()


def any_piece(chance: random.Random, lists: Lists) -> dict[str, Any]:
    def day(often: float) -> date | None:
        return EARLIEST + timedelta(days=chance.randrange(DAYS)) if chance.random() < often else None

    def one(listed: Any, often: float) -> Any:
        return chance.choice(list(listed)) if chance.random() < often else None

    def some(listed: Any) -> tuple[int, ...]:
        return tuple(chance.sample(list(listed), chance.randint(0, 2)))

    return {
        "title": "A piece",
        "kind": one(Kind, 0.9),
        "stage_id": one(lists.stages, 0.9),
        "further_stage_ids": some(lists.stages),
        "segment_ids": some(lists.segments),
        "interest_id": one(lists.interests, 0.9),
        "format_id": one(lists.formats, 0.9),
        "status_id": one(lists.statuses, 1),
        "planned": day(0.8),
        "precision": one(Precision, 1),
        "published_on": day(0.5),
        "time": None,
        "lead": one(Lead, 0.7),
        "timely": chance.random() < 0.5,
        "exclusive_until": day(0.6),
        "evergreen": chance.random() < 0.6,
        "review_date": day(0.5),
        "audit": one(Audit, 0.5),
        "tag": one(Tag, 1),
    }


@given(day=days, length=lengths, n=st.integers(0, 400))
def test_planned_pieces(filled: Filled, day: date, length: str, n: int) -> None:
    period = filled.period(day, length, n)
    assert figures.planned(filled.connection, filled.scope(period)) == planned_counts(filled.counting(period))


@given(day=days, length=lengths, n=st.integers(0, 400))
def test_kinds(filled: Filled, day: date, length: str, n: int) -> None:
    period = filled.period(day, length, n)
    entries = filled.counting(period)
    assert figures.kinds(filled.connection, filled.scope(period)) == kinds_by_stage(entries)
    assert figures.kinds_by_segment(filled.connection, filled.scope(period)) == kinds_by_segment(entries)


@given(day=days, length=lengths, n=st.integers(0, 400))
def test_stock(filled: Filled, day: date, length: str, n: int) -> None:
    period = filled.period(day, length, n)
    found = (p for p in filled.pieces.values() if in_stock(p, filled.lists.phase(p.status_id), period))
    assert figures.stock(filled.connection, filled.scope(period)) == by_cell(found)


@given(day=days)
def test_what_is_live_on_a_day(filled: Filled, day: date) -> None:
    found = [p for p in filled.pieces.values() if is_live(p, filled.lists.phase(p.status_id), day)]
    live = figures.live(filled.connection, day, filled.scope(month_of(day)))
    assert live.pieces == by_cell(found)
    assert +Counter(live.agreed) == by_cell(p for p in found if p.tag is Tag.AGREED)


@given(day=days, length=lengths, n=st.integers(0, 400))
def test_further_stages(filled: Filled, day: date, length: str, n: int) -> None:
    period = filled.period(day, length, n)
    pieces = [filled.pieces[entry.id] for entry in filled.counting(period)]
    wanted = Counter(cell for p in pieces for cell in product(p.segment_ids, p.further_stage_ids))
    assert figures.also_served(filled.connection, filled.scope(period)) == wanted


@given(day=days, length=lengths, n=st.integers(0, 400))
def test_exclusive_stages(filled: Filled, day: date, length: str, n: int) -> None:
    period = filled.period(day, length, n)
    pieces = (filled.pieces[entry.id] for entry in filled.counting(period))
    wanted = {p.stage_id for p in pieces if is_exclusive(p) and p.stage_id}
    assert figures.exclusive(filled.connection, filled.scope(period)) == wanted


@given(day=days, length=lengths, n=st.integers(0, 400))
def test_untagged_pieces_in_order(filled: Filled, day: date, length: str, n: int) -> None:
    period = filled.period(day, length, n)
    assert figures.untagged(filled.connection, filled.scope(period)) == untagged(filled.counting(period))


@given(day=days, length=lengths, n=st.integers(0, 400))
def test_formats_leads_and_days(filled: Filled, day: date, length: str, n: int) -> None:
    period = filled.period(day, length, n)
    entries = filled.counting(period)
    leads = Counter((entry.stage_id, filled.pieces[entry.id].lead) for entry in entries)
    assert figures.formats(filled.connection, filled.scope(period)) == counts_by_format(entries)
    assert figures.leads(filled.connection, filled.scope(period)) == leads
    assert figures.publish_days(filled.connection, filled.scope(period)) == publish_days(entries)


@given(day=days, length=lengths, n=st.integers(0, 400), segment=st.sampled_from((None, 1, 2)))
def test_uses_of_interests(filled: Filled, day: date, length: str, n: int, segment: int | None) -> None:
    period = filled.period(day, length, n)
    wanted = uses(filled.counting(period), filled.lists.interests, segment)
    found = figures.interest_uses(filled.connection, filled.scope(period), segment)
    assert [use for use in found if not filled.lists.interests[use.interest_id].retired] == wanted


@given(day=days, segment=st.sampled_from((None, 1, 2)))
def test_last_uses_before(filled: Filled, day: date, segment: int | None) -> None:
    earlier: dict[int, date] = {}
    for entry in filled.entries:
        counts = filled.lists.phase(entry.status_id) is not Phase.PARKED and (
            not segment or segment in entry.segment_ids
        )
        if counts and entry.interest_id and entry.day and entry.day < day:
            earlier[entry.interest_id] = max(entry.day, earlier.get(entry.interest_id, entry.day))
    assert figures.last_uses(filled.connection, filled.scope(between(day, day)), segment) == earlier


@given(day=days, segment=st.sampled_from((None, 1, 2)), stage=st.sampled_from((None, 1, 3)))
def test_pieces_of_a_cell(filled: Filled, day: date, segment: int | None, stage: int | None) -> None:
    period = quarter_of(day, filled.lists.settings)
    wanted = [
        entry.id
        for entry in filled.counting(period)
        if entry.stage_id == stage and (segment in entry.segment_ids if segment else not entry.segment_ids)
    ]
    assert figures.cell_pieces(filled.connection, filled.scope(period), segment, stage) == wanted


@given(day=days, made_as=st.sampled_from((None, 1, 2)), stage=st.sampled_from((None, 1, 3)))
def test_pieces_of_a_format(filled: Filled, day: date, made_as: int | None, stage: int | None) -> None:
    period = quarter_of(day, filled.lists.settings)
    counting = filled.counting(period)
    wanted = [entry.id for entry in counting if (entry.format_id, entry.stage_id) == (made_as, stage)]
    assert figures.format_pieces(filled.connection, filled.scope(period), made_as, stage) == wanted


def by_cell(pieces: Any) -> Counter[tuple[int, int]]:
    return Counter((segment, p.stage_id) for p in pieces if p.stage_id for segment in p.segment_ids)


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (figures.cells_statement, "piece_range"),
        (figures.stages_statement, "piece_range"),
        (figures.untagged_statement, "piece_range"),
        (figures.also_statement, "piece_range"),
        (figures.stock_statement, "piece_stock"),
        (figures.exclusive_statement, "piece_timely"),
    ],
)
def test_the_planner_takes_the_index_made_for_it(filled: Filled, statement: Any, index: str) -> None:
    scope = filled.scope(quarter_of(date(2027, 2, 10), filled.lists.settings))
    spoken = statement(scope).compile(filled.connection.engine, compile_kwargs={"literal_binds": True})
    plan = filled.connection.execute(text(f"EXPLAIN QUERY PLAN {spoken}")).all()
    assert any(f"piece USING INDEX {index} " in row.detail for row in plan), plan
