"""The first look at a file answers as the store does."""

from datetime import date, time
from pathlib import Path

import pytest

from editorial.domain.vocabulary import Kind, NoteKind, Precision
from editorial.services.calendar import between
from editorial.services.glance import glance
from editorial.services.lists import read_lists
from editorial.services.sample import make_sample
from editorial.store.workspace import Workspace
from tests.builders import a_piece, a_record, a_segment

TODAY = date(2027, 3, 10)
RANGES = [
    (date(2027, 3, 1), date(2027, 3, 31)),
    (date(2027, 3, 10), date(2027, 3, 10)),
    (date(2027, 2, 22), date(2027, 4, 4)),
    (date(2026, 1, 1), date(2027, 12, 31)),
]


@pytest.mark.parametrize(("first", "last"), RANGES)
def test_sample_is_seen_alike(workspace: Workspace, first: date, last: date) -> None:
    make_sample(workspace, TODAY)
    seen = glance(workspace.path)
    assert seen is not None
    assert seen.lists == read_lists(workspace)
    assert seen.between(first, last) == between(workspace, first, last)


@pytest.mark.parametrize("precision", list(Precision))
@pytest.mark.parametrize(("first", "last"), RANGES)
def test_coarse_dates_are_seen_alike(workspace: Workspace, precision: Precision, first: date, last: date) -> None:
    a_piece(workspace, planned=date(2027, 3, 1), precision=precision, time="09:05", kind=Kind.PRACTICAL)
    a_piece(workspace, planned=date(2027, 1, 1), precision=precision, published_on=date(2027, 3, 9))
    seen = glance(workspace.path)
    assert seen is not None
    assert seen.between(first, last) == between(workspace, first, last)


def test_entries_carry_times_and_segments_in_their_order(workspace: Workspace) -> None:
    first, second = a_segment(workspace, "Founders"), a_segment(workspace, "Buyers")
    a_piece(workspace, planned=TODAY, time="07:30", segment_ids=(second, first))
    a_record(workspace, "day_note", name="Closed", first=TODAY, last=TODAY, kind=NoteKind.CLOSED)
    seen = glance(workspace.path)
    assert seen is not None
    entry = seen.between(TODAY, TODAY)[0]
    assert (entry.time, entry.segment_ids) == (time(7, 30), (second, first))
    assert seen.lists.notes[0].kind is NoteKind.CLOSED


def test_what_is_no_workspace_gives_nothing(tmp_path: Path) -> None:
    other = tmp_path / "other.editorial"
    other.write_bytes(b"not a database at all" * 100)
    assert glance(other) is None
    assert glance(tmp_path / "absent.editorial") is None


def test_a_file_that_goes_away_shows_nothing(workspace: Workspace) -> None:
    a_piece(workspace, planned=TODAY)
    seen = glance(workspace.path)
    workspace.close()
    workspace.path.rename(workspace.path.with_suffix(".gone"))
    assert seen is not None
    assert seen.between(TODAY, TODAY) == []
