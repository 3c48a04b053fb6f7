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
