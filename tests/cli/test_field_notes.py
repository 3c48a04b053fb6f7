"""`editorial import field-notes`."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run

KEYS = "read added updated unchanged refused applied created mapping ignored questions".split()


@pytest.fixture
def plan(run: "Run") -> str:
    assert run("new", "plan.editorial").status == 0
    return "plan.editorial"


def a_table(text: str) -> str:
    Path("notes.csv").write_text(text, encoding="utf-8")
    return "notes.csv"


def test_notes_come_in_once(run: "Run", plan: str) -> None:
    asked = ("import", "field-notes", a_table("note,who,colour\nProof,Ada,red\n"), "--into", plan, "--json")
    found = run(*asked).json
    assert list(found) == KEYS
    assert (found["added"], found["applied"], found["ignored"]) == (1, True, ["colour"])
    assert run(*asked).json["unchanged"] == 1


def test_a_dry_run_writes_nothing(run: "Run", plan: str) -> None:
    asked = ("import", "field-notes", a_table("note\nProof\n"), "--into", plan, "--json")
    assert run(*asked, "--dry-run").json["applied"] is False
    assert run(*asked).json["added"] == 1


def test_a_refused_row_keeps_it_back(run: "Run", plan: str) -> None:
    asked = ("import", "field-notes", a_table("note,date\nProof,soon\nPrice,2027-03-01\n"), "--into", plan)
    assert run(*asked).status == 1
    assert run(*asked, "--skip-bad", "--json").json["added"] == 1


def test_days_of_two_readings_are_asked_about(run: "Run", plan: str) -> None:
    asked = ("import", "field-notes", a_table("note,date\nProof,01/02/2027\n"), "--into", plan)
    found = run(*asked, "--json")
    assert found.status == 1
    assert found.json["questions"][0]["column"] == "date"
    assert run(*asked, "--date-order", "dmy", "--json").json["applied"]


def test_they_go_out_with_everything_else(run: "Run", plan: str) -> None:
    refused = run("export", "field-notes", plan, "-o", "notes.csv")
    assert refused.status == 2
    assert "export all" in refused.err


def test_names_that_would_be_added_are_said(run: "Run", plan: str) -> None:
    asked = ("import", "field-notes", a_table("note,who\nProof,Ada\n"), "--into", plan, "--dry-run", "--json")
    assert run(*asked).json["created"]["people"] == ["Ada"]
