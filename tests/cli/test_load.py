"""`editorial load`."""

from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from editorial.domain.records import Away
from editorial.domain.vocabulary import AssignmentRole, InterviewStatus
from editorial.services import assignments, lists, pieces
from editorial.services.workspaces import open_workspace

if TYPE_CHECKING:
    from tests.cli.conftest import Run

TODAY = ("--today", "2027-03-10")
DAY = date(2027, 3, 15)


def busy(path: str) -> None:
    """Ask one person, away that day, for two interviews at once, one more than they can give."""
    workspace = open_workspace(Path(path))
    person = lists.add(
        workspace, "person", "Ada Byron", interviews_a_month=1, away=(Away(first=DAY, last=DAY, reason="Leave"),)
    )
    for name, at in (("First", time(9, 0)), ("Second", time(9, 30))):
        lists.add(workspace, "interview", name, day=DAY, time=at, status=InterviewStatus.ARRANGED, person_ids=(person,))
    workspace.close()


def test_load_has_its_keys(run: "Run", sample: str) -> None:
    found = run("load", sample, "--json", *TODAY).json
    assert list(found) == ["period", "people", "conflicts"]
    assert list(found["people"][0]) == ["id", "name", "capacity", "months", "weeks"]
    assert list(found["people"][0]["months"][0]) == ["month", "interviews", "over"]
    assert list(found["people"][0]["weeks"][0]) == ["from", "open", "hours"]


def test_load_names_conflicts_of_all_three_kinds(run: "Run") -> None:
    run("new", "plan.editorial")
    busy("plan.editorial")
    found = run("load", "plan.editorial", "--json", *TODAY).json
    assert {one["kind"] for one in found["conflicts"]} == {"over", "away", "twice"}
    assert {one["person"] for one in found["conflicts"]} == {found["people"][0]["id"]}
    assert found["people"][0]["months"][2] == {"month": "2027-03", "interviews": 2, "over": True}


def test_load_for_people_says_the_conflicts(run: "Run") -> None:
    run("new", "plan.editorial")
    busy("plan.editorial")
    outcome = run("load", "plan.editorial", *TODAY)
    assert outcome.status == 0
    assert "Ada Byron is asked for 2 interviews in March 2027, and can give 1." in outcome.out


def test_load_of_nobody_says_so(run: "Run") -> None:
    run("new", "plan.editorial")
    assert "Nothing is asked of anybody." in run("load", "plan.editorial", *TODAY).out


def test_load_for_people_says_hours_against_what_can_be_given(run: "Run") -> None:
    run("new", "plan.editorial")
    workspace = open_workspace(Path("plan.editorial"))
    ada = lists.add(workspace, "person", "Ada Byron", hours_a_quarter=2)
    piece = pieces.create(workspace, "Pricing", planned=DAY)
    assignments.ask(workspace, piece, ada, AssignmentRole.REVIEWER, today=DAY, hours=Decimal("2.5"))
    workspace.close()
    outcome = run("load", "plan.editorial", *TODAY)
    assert "1 open assignment  2.5 h  2 a quarter at most" in outcome.out
    assert "Ada Byron is asked for 2.5 hours in the quarter of 15 March 2027, and can give 2." in outcome.out
