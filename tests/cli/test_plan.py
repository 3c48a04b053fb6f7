"""`editorial plan`: its keys, its exit statuses, pins and --apply."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editorial.services import lists
from editorial.services.workspaces import open_workspace

if TYPE_CHECKING:
    from tests.cli.conftest import Run

TODAY = ("--today", "2027-03-10")
NEXT = ("--period", "FY2027Q2")


@pytest.fixture
def slotted(sample: str, tmp_path: Path) -> str:
    """Make the sample with a slot of its own: every second Friday of the quarter after."""
    workspace = open_workspace(tmp_path / sample)
    lists.add(
        workspace,
        "slot",
        "Friday letter",
        first=date(2027, 4, 2),
        last=date(2027, 6, 30),
        rule="FREQ=WEEKLY;INTERVAL=2",
    )
    workspace.close()
    return sample


def test_plan_has_its_keys(run: "Run", slotted: str) -> None:
    done = run("plan", slotted, "--json", *TODAY, *NEXT)
    found = done.json
    assert done.status == 0
    assert list(found) == "period placements open objective optimality_gap seconds broken".split()
    assert list(found["placements"][0]) == "slot date piece title reason".split()
    assert found["period"]["name"] == "FY2027 Q2"
    assert found["optimality_gap"] <= 0.01


def test_apply_is_one_change_and_leaves_nothing_to_plan_again(run: "Run", slotted: str) -> None:
    first = run("plan", slotted, "--json", "--apply", *TODAY, *NEXT).json
    assert {each["slot"] for each in first["placements"]} >= {"Friday letter"}
    again = run("plan", slotted, "--json", *TODAY, *NEXT).json
    assert not {each["piece"] for each in first["placements"]} & {each["piece"] for each in again["placements"]}
    assert "pieces for FY2027 Q2" in run("undo", slotted).out


def test_a_pinned_piece_stands_on_its_day(run: "Run", slotted: str) -> None:
    found = run("plan", slotted, "--json", *TODAY, *NEXT).json
    piece = next(each["piece"] for each in found["placements"] if each["slot"] == "Friday letter")
    pinned = run("plan", slotted, "--json", "--pin", f"{piece[-6:]}=2027-06-25", *TODAY, *NEXT).json
    assert {each["date"] for each in pinned["placements"] if each["piece"] == piece} == {"2027-06-25"}
    assert pinned["broken"] == []


def test_a_plan_that_places_nothing_needs_a_person(run: "Run", slotted: str) -> None:
    done = run("plan", slotted, "--period", "2020-01", *TODAY)
    assert (done.status, "No place is open" in done.out) == (1, True)


@pytest.mark.parametrize("pin", ["x", "=2027-03-15", "nobody=2027-03-15"])
def test_a_bad_pin_is_one_sentence(run: "Run", slotted: str, pin: str) -> None:
    done = run("plan", slotted, "--pin", pin)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("seconds", ["0", "-3", "nan", "inf", "soon", "4000"])
def test_a_time_limit_out_of_range_is_one_sentence_of_ours(run: "Run", slotted: str, seconds: str) -> None:
    done = run("plan", slotted, f"--time-limit={seconds}")
    assert (done.status, done.err) == (2, f"--time-limit wants 0.1 to 3600 seconds, not “{seconds}”.\n")


def test_people_read_where_what_stands_and_why(run: "Run", slotted: str) -> None:
    said = run("plan", slotted, *TODAY, *NEXT).out
    assert "Friday letter" in said
    assert "No plan scores higher" in said


def test_a_terminal_is_shown_how_far_the_search_is(run: "Run", slotted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    done = run("plan", slotted, *TODAY, *NEXT)
    assert "Looking for the best plan" in done.err
    assert done.err.rstrip("\x1b[?25h\n").endswith("100%")


def test_nothing_but_the_plan_is_said_where_nobody_watches(run: "Run", slotted: str) -> None:
    assert run("plan", slotted, *TODAY, *NEXT).err == ""
