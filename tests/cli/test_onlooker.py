from datetime import date
from pathlib import Path

import pytest

from editorial.services import lists
from editorial.services.workspaces import create_workspace
from tests.builders import a_piece
from tests.cli.conftest import Run


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
