from datetime import date
from pathlib import Path

import pytest

from editorial.domain.vocabulary import AssignmentRole
from editorial.services import assignments, interviews, lists
from editorial.services.workspaces import create_workspace, open_workspace
from tests.builders import a_piece
from tests.cli.conftest import Run

TODAY = date(2027, 3, 10)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Give a workspace with two pieces in March, one of them Ada's."""
    path = tmp_path / "plan.editorial"
    workspace = create_workspace(path)
    ada = lists.add(workspace, "person", "Ada Byron")
    a_piece(workspace, "Hers", planned=date(2027, 3, 9), owner_id=ada)
    a_piece(workspace, "Nobody’s", planned=date(2027, 3, 10))
    workspace.close()
    return path


@pytest.mark.parametrize(("name", "begins"), [("c.ics", b"BEGIN:VCALENDAR"), ("c.html", b"<!DOC"), ("c.pdf", b"%PDF-")])
def test_a_calendar_is_written_by_its_ending(run: Run, plan: Path, tmp_path: Path, name: str, begins: bytes) -> None:
    done = run("export", "calendar", plan, "-o", tmp_path / name, "--period", "2027-03")
    assert done.status == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_another_ending_is_refused(run: Run, plan: Path, tmp_path: Path) -> None:
    done = run("export", "calendar", plan, "-o", tmp_path / "c.docx")
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert not (tmp_path / "c.docx").exists()


def test_one_person_gets_what_is_hers(run: Run, plan: Path, tmp_path: Path) -> None:
    run("export", "calendar", plan, "-o", tmp_path / "c.html", "--period", "2027-03", "--person", "ada byron")
    page = (tmp_path / "c.html").read_text("utf-8")
    assert "Hers" in page
    assert "Nobody’s" not in page


def test_nobody_of_that_name_is_said(run: Run, plan: Path, tmp_path: Path) -> None:
    done = run("export", "calendar", plan, "-o", tmp_path / "c.html", "--person", "Grace")
    assert (done.status, "nobody called “Grace”" in done.err) == (2, True)


def test_the_public_gets_no_titles(run: Run, plan: Path, tmp_path: Path) -> None:
    run("export", "calendar", plan, "-o", tmp_path / "c.ics", "--period", "2027-03", "--audience", "public")
    assert b"Hers" not in (tmp_path / "c.ics").read_bytes()


def test_an_audience_nobody_knows_is_refused(run: Run, plan: Path, tmp_path: Path) -> None:
    done = run("export", "calendar", plan, "-o", tmp_path / "c.ics", "--audience", "press")
    assert done.status == 2


def test_a_year_is_written_as_a_list(run: Run, plan: Path, tmp_path: Path) -> None:
    to = tmp_path / "c.html"
    assert run("export", "calendar", plan, "-o", to, "--period", "FY2027", "--layout", "list").status == 0
    assert "Tue 9" in to.read_text("utf-8")


def test_a_layout_there_is_not_is_one_sentence(run: Run, plan: Path, tmp_path: Path) -> None:
    done = run("export", "calendar", plan, "-o", tmp_path / "c.html", "--layout", "weeks")
    assert (done.status, done.err) == (2, "“weeks” is not a layout; choose months or list.\n")


@pytest.fixture
def asked(plan: Path) -> Path:
    """Give the same workspace with something due of Ada in April, and an interview of hers in March."""
    workspace = open_workspace(plan)
    (ada,) = (one.id for one in lists.read_people(workspace))
    piece = a_piece(workspace, "Later", planned=date(2027, 5, 3))
    assignments.ask(workspace, piece, ada, AssignmentRole.REVIEWER, today=TODAY, due=date(2027, 4, 20))
    talk = interviews.plan(workspace, "Robots", today=TODAY, person_ids=(ada,))
    interviews.arrange(workspace, talk, date(2027, 3, 19))
    workspace.close()
    return plan


def titles(run: Run, plan: Path, path: Path, *words: str) -> list[str]:
    done = run("export", "calendar", plan, "-o", path, "--person", "ada byron", "--today", str(TODAY), *words)
    assert done.status == 0
    return [line.partition(":")[2] for line in path.read_text("utf-8").splitlines() if line.startswith("SUMMARY:")]


def test_what_is_wanted_of_a_person_is_in_her_calendar(run: Run, asked: Path, tmp_path: Path) -> None:
    everything = ["Hers", "Interview: Robots", "Asked of you: “Later”"]
    assert titles(run, asked, tmp_path / "c.ics") == everything
    assert titles(run, asked, tmp_path / "c.ics", "--period", "2027-03") == everything[:2]
    assert titles(run, asked, tmp_path / "c.ics", "--audience", "sales") == everything[:1]


def test_her_calendar_is_the_same_bytes_until_something_changes(run: Run, asked: Path, tmp_path: Path) -> None:
    files = [tmp_path / "a.ics", tmp_path / "b.ics"]
    for file in files:
        titles(run, asked, file)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_without_a_period_her_pieces_of_three_years_are_told(run: Run, asked: Path, tmp_path: Path) -> None:
    workspace = open_workspace(asked)
    ada = next(one.id for one in lists.read_people(workspace))
    a_piece(workspace, "Far ahead", planned=date(2028, 11, 9), owner_id=ada)
    workspace.close()
    assert "Far ahead" in titles(run, asked, tmp_path / "c.ics")
    assert "Far ahead" not in titles(run, asked, tmp_path / "c.ics", "--period", "FY2027")
