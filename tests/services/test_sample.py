"""The sample workspace shows every level and every warning on its first day, whatever day that is."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editorial.domain.period import Period, quarter_of
from editorial.domain.records import Lists
from editorial.domain.vocabulary import Level, Phase
from editorial.errors import RuleBroken
from editorial.services.coverage import coverage
from editorial.services.mix import mix
from editorial.services.rotation import rotation
from editorial.services.sample import make_sample
from editorial.services.workspaces import Workspace, open_workspace
from editorial.store.entries import all_entries
from editorial.store.lists import read_lists
from editorial.store.undo import undo

TODAY = date(2026, 11, 21)
days = st.dates(date(2020, 1, 1), date(2045, 12, 31))


@pytest.fixture
def sample(workspace: Workspace) -> Workspace:
    make_sample(workspace, TODAY)
    return workspace


@contextmanager
def sample_on(template: Path, today: date) -> Iterator[Workspace]:
    with tempfile.TemporaryDirectory() as folder:
        workspace = open_workspace(Path(shutil.copyfile(template, Path(folder) / "sample.editorial")))
        make_sample(workspace, today)
        yield workspace
        workspace.close()


def lists_of(workspace: Workspace) -> Lists:
    with workspace.read() as connection:
        return read_lists(connection)


def this_quarter(workspace: Workspace, today: date = TODAY) -> Period:
    return quarter_of(today, lists_of(workspace).settings)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(today=days)
def test_it_shows_every_level_and_warning_on_any_day(workspace_template: Path, today: date) -> None:
    with sample_on(workspace_template, today) as workspace:
        quarter = this_quarter(workspace, today)
        matrix = coverage(workspace, quarter)
        turns = rotation(workspace, quarter)
        assert (matrix.count(Level.EMPTY), matrix.count(Level.THIN)) == (3, 2)
        assert (matrix.count(Level.HEAVY), matrix.count(Level.OFF)) == (1, 1)
        assert len(matrix.untagged) == 2
        assert mix(workspace, quarter).balanced is False
        assert len(turns.repeats) == 1
        assert sum(turn.overdue for turn in turns.interests) == 1


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(today=days)
def test_every_status_is_used_on_any_day(workspace_template: Path, today: date) -> None:
    with sample_on(workspace_template, today) as workspace:
        with workspace.read() as connection:
            used = {entry.status_id for entry in all_entries(connection)}
        assert used == set(lists_of(workspace).statuses)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(today=days)
def test_pieces_are_published_exactly_when_their_day_is_past(workspace_template: Path, today: date) -> None:
    with sample_on(workspace_template, today) as workspace:
        lists = lists_of(workspace)
        with workspace.read() as connection:
            dated = [entry for entry in all_entries(connection) if entry.day]
        for entry in dated:
            if lists.phase(entry.status_id) is not Phase.PARKED:
                assert entry.published == (entry.day is not None and entry.day < today)


def test_it_holds_a_quarter_and_a_half_and_a_stock_of_ideas(sample: Workspace) -> None:
    with sample.read() as connection:
        entries = all_entries(connection)
    dated = [entry.day for entry in entries if entry.day]
    assert 55 <= len(dated) <= 65
    assert 35 <= len(entries) - len(dated) <= 45
    assert 120 <= (max(dated) - min(dated)).days <= 160


def test_its_lists_are_as_long_as_promised(sample: Workspace) -> None:
    lists = lists_of(sample)
    assert (len(lists.segments), len(lists.stages), len(lists.interests)) == (4, 5, 8)
    assert (len(lists.people), len(lists.campaigns)) == (12, 2)


def test_titles_try_what_titles_can_be(sample: Workspace) -> None:
    with sample.read() as connection:
        titles = [entry.title for entry in all_entries(connection)]
    assert any("\u4e00" <= title[0] <= "\u9fff" for title in titles)
    assert any("\u0600" <= title[0] <= "\u06ff" for title in titles)
    assert [len(title) for title in titles if len(title) > 100] == [150]


def test_no_two_pieces_share_a_day_or_a_title(sample: Workspace) -> None:
    with sample.read() as connection:
        entries = all_entries(connection)
    assert max(Counter(entry.day for entry in entries if entry.day).values()) == 1
    assert max(Counter(entry.title for entry in entries).values()) == 1


def test_it_says_that_it_is_a_sample(sample: Workspace) -> None:
    assert lists_of(sample).settings.sample


def test_it_is_one_change(sample: Workspace) -> None:
    assert undo(sample) == "Sample workspace"
    assert lists_of(sample).segments == {}


def test_a_workspace_in_use_is_left_alone(sample: Workspace) -> None:
    with pytest.raises(RuleBroken, match="in use"):
        make_sample(sample, TODAY)


def test_two_samples_of_one_day_hold_the_same(sample: Workspace, workspace_template: Path) -> None:
    with sample.read() as connection:
        first = [(entry.title, entry.day, entry.status_id) for entry in all_entries(connection)]
    with sample_on(workspace_template, TODAY) as other, other.read() as connection:
        assert [(entry.title, entry.day, entry.status_id) for entry in all_entries(connection)] == first
