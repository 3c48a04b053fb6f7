"""`export packet` and `import answer`."""

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from editorial.domain.vocabulary import AssignmentRole
from editorial.exchange.packet_answers import checksum_of
from editorial.services import assignments, lists, pieces
from editorial.services.workspaces import open_workspace
from tests.ui.conftest import TODAY as DAY

if TYPE_CHECKING:
    from tests.cli.conftest import Run

TODAY = ("--today", DAY.isoformat())
ELENA = ("--person", "Elena Ruiz")


@pytest.fixture
def asked(run: "Run", tmp_path: Path) -> Path:
    """Make a workspace in which Elena is asked for one thing."""
    run("new", "a.editorial")
    workspace = open_workspace(tmp_path / "a.editorial")
    elena = lists.add(workspace, "person", "Elena Ruiz")
    assignments.ask(workspace, pieces.create(workspace, "Nine proofs"), elena, AssignmentRole.SOURCE, today=DAY)
    workspace.close()
    return tmp_path


def answered(folder: Path, **answer: Any) -> None:
    """Save what the page would save, from what it carries."""
    page = (folder / "elena.html").read_text(encoding="utf-8")
    ids = {name: re.search(rf'data-{name}="([^"]+)"', page) for name in ("packet", "workspace", "person")}
    document = {"editorial": "answers to a packet", "version": 1}
    document |= {name: found[1] if found else "" for name, found in ids.items()}
    given = {"number": 1, "reply": "decline", "day": "", "text": "Ask Bo", **answer}
    document |= {"name": "E. R.", "answers": [given], "ideas": [{"title": "Who pays?", "text": ""}]}
    document["checksum"] = checksum_of(document)
    (folder / "answer.json").write_text(json.dumps(document), encoding="utf-8")


def test_a_packet_is_a_page_and_a_calendar(run: "Run", asked: Path) -> None:
    told = run("export", "packet", "a.editorial", "-o", "elena.html", *ELENA, *TODAY)
    assert (told.status, told.out.splitlines()) == (0, ["Written: elena.html", "Written: elena.ics"])
    assert "Nine proofs" in (asked / "elena.html").read_text(encoding="utf-8")
    assert (asked / "elena.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_packet_says_its_path(run: "Run", asked: Path) -> None:
    assert run("export", "packet", "a.editorial", "-o", "elena.html", *ELENA, "--json").json == {"path": "elena.html"}


def test_a_packet_is_for_one_person(run: "Run", asked: Path) -> None:
    told = run("export", "packet", "a.editorial", "-o", "elena.html")
    assert (told.status, told.err) == (2, "A packet is for one person; name them with --person.\n")


def test_a_packet_is_a_page(run: "Run", asked: Path) -> None:
    assert run("export", "packet", "a.editorial", "-o", "elena.pdf", *ELENA).status == 2
    assert not (asked / "elena.pdf").exists()


def test_answers_come_in_as_one_change(run: "Run", asked: Path) -> None:
    run("export", "packet", "a.editorial", "-o", "elena.html", *ELENA, *TODAY)
    answered(asked)
    found = run("import", "answer", "answer.json", "--into", "a.editorial", "--json", *TODAY)
    assert found.status == 0
    assert list(found.json) == "read added updated unchanged refused applied created mapping ignored questions".split()
    assert [found.json[key] for key in ("read", "added", "updated", "applied")] == [2, 1, 1, True]
    assert "Take in 2 answers of Elena Ruiz" in run("undo", "a.editorial").out


def test_a_rehearsal_names_who_claims_to_answer(run: "Run", asked: Path) -> None:
    run("export", "packet", "a.editorial", "-o", "elena.html", *ELENA, *TODAY)
    answered(asked)
    told = run("import", "answer", "answer.json", "--into", "a.editorial", "--dry-run", *TODAY)
    assert "whoever answers calls themselves “E. R.”" in told.out
    assert "“Nine proofs”: declined – Ask Bo" in told.out
    assert "New idea: Who pays?" in told.out
    assert "Nothing was changed: this was a rehearsal." in told.out


def test_a_refused_answer_needs_a_person(run: "Run", asked: Path) -> None:
    run("export", "packet", "a.editorial", "-o", "elena.html", *ELENA, *TODAY)
    answered(asked, number=7)
    found = run("import", "answer", "answer.json", "--into", "a.editorial", "--json", *TODAY)
    assert (found.status, found.json["applied"]) == (1, False)
    assert found.json["refused"][0]["reason"] == "The packet did not ask this."


def test_stale_answers_are_refused_in_a_sentence(run: "Run", asked: Path) -> None:
    run("export", "packet", "a.editorial", "-o", "elena.html", *ELENA, *TODAY)
    answered(asked)
    run("export", "packet", "a.editorial", "-o", "again.html", *ELENA, *TODAY)
    told = run("import", "answer", "answer.json", "--into", "a.editorial", *TODAY)
    assert told.status == 2
    assert told.err.startswith("These answers are stale")
    assert len(told.err.splitlines()) == 1
