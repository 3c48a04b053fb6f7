"""Field notes from tables."""

from datetime import date
from pathlib import Path

import pytest

from editorial.domain.drafts import DraftKind
from editorial.domain.imports import ImportResult
from editorial.errors import RuleBroken
from editorial.exchange import field_notes
from editorial.exchange.columns import match
from editorial.exchange.tables import read_table
from editorial.services import history, importing, lists
from editorial.services.workspaces import Workspace
from tests.builders import a_person, a_segment

TODAY = date(2027, 3, 10)


def brought(
    workspace: Workspace, folder: Path, text: str, given: dict[str, str] | None = None, *, skip_bad: bool = False
) -> ImportResult:
    path = folder / "notes.csv"
    path.write_text(text, encoding="utf-8")
    table = read_table(path)
    matching = match(table.headings, DraftKind.FIELD_NOTES, given=given)
    drafts = field_notes.drafts(table, matching, lists.read_lists(workspace).settings)
    return importing.apply(workspace, importing.preview(workspace, drafts, TODAY), skip_bad, path.name)


def test_rows_become_notes(workspace: Workspace, tmp_path: Path) -> None:
    ada, finance = a_person(workspace, "Ada"), a_segment(workspace, "Finance")
    brought(
        workspace,
        tmp_path,
        "Date,Note,Salesperson,Segment,Company\n2027-03-01,They ask for proof,ada,finance,Globex\n",
    )
    (note,) = lists.read_records(workspace, "field_note")
    assert (note.name, note.day, note.person_id, note.segment_id, note.account) == (
        "They ask for proof", date(2027, 3, 1), ada, finance, "Globex"
    )  # fmt: skip


def test_names_that_are_missing_are_added(workspace: Workspace, tmp_path: Path) -> None:
    brought(workspace, tmp_path, "note,who,topic\nProof,Ada,Cost\nPrice,Ada,Cost\n")
    assert [one.name for one in lists.read_people(workspace)] == ["Ada"]
    assert "Cost" in [one.name for one in lists.read_lists(workspace).interests.values()]


def test_it_is_one_change(workspace: Workspace, tmp_path: Path) -> None:
    brought(workspace, tmp_path, "note,who\nProof,Ada\nPrice,Bob\n")
    history.undo(workspace)
    assert not lists.read_records(workspace, "field_note")
    assert not lists.read_people(workspace)


def test_what_is_there_comes_in_no_more(workspace: Workspace, tmp_path: Path) -> None:
    text = "note,date\nProof,2027-03-01\nPrice,\nProof,2027-03-02\n"
    first, second = brought(workspace, tmp_path, text), brought(workspace, tmp_path, text)
    assert (len(first.preview.new), first.preview.unchanged) == (3, 0)
    assert (len(second.preview.new), second.preview.unchanged, second.change_id) == (0, 3, None)


def test_the_second_of_two_equal_rows_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    text = "note,date,who\nProof,2027-03-01,Ada\nPROOF ,2027-03-01,ada\n"
    done = brought(workspace, tmp_path, text, skip_bad=True)
    assert [(one.line, one.reason) for one in done.preview.refused] == [(3, "this repeats line 2")]
    assert len(lists.read_records(workspace, "field_note")) == 1


def test_two_people_may_hear_the_same_on_one_day(workspace: Workspace, tmp_path: Path) -> None:
    text = "note,date,who,company\nProof,2027-03-01,Ada,Globex\nProof,2027-03-01,Bo,Globex\n"
    first, second = brought(workspace, tmp_path, text), brought(workspace, tmp_path, text)
    assert len(first.preview.new) == 2
    assert (len(second.preview.new), second.preview.unchanged) == (0, 2)


def test_a_refused_row_keeps_everything_back(workspace: Workspace, tmp_path: Path) -> None:
    text = "note,who\nProof,Ada\n,Bob\n"
    assert not brought(workspace, tmp_path, text).applied
    done = brought(workspace, tmp_path, text, skip_bad=True)
    assert [(one.line, one.reason) for one in done.preview.refused] == [(3, "a field note needs its words")]
    assert [one.name for one in lists.read_records(workspace, "field_note")] == ["Proof"]


def test_a_name_of_two_people_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    a_person(workspace, "Ada")
    a_person(workspace, "Ada")
    done = brought(workspace, tmp_path, "note,who\nProof,Ada\n", skip_bad=True)
    assert [one.reason for one in done.preview.refused] == ["several people bear this name"]


def test_a_column_can_be_named(workspace: Workspace, tmp_path: Path) -> None:
    brought(workspace, tmp_path, "Heard,Other\nProof,x\n", {"name": "Heard"})
    assert [one.name for one in lists.read_records(workspace, "field_note")] == ["Proof"]


def test_without_the_words_it_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="what was said"):
        brought(workspace, tmp_path, "Heard,Other\nProof,x\n")


def test_a_field_that_does_not_exist_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="no field"):
        brought(workspace, tmp_path, "note\nProof\n", {"nonsense": "note"})


def test_a_day_that_cannot_be_read_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    done = brought(workspace, tmp_path, "note,date\nProof,soon\n", skip_bad=True)
    assert [one.column for one in done.preview.refused] == ["date"]
