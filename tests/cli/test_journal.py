import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editorial.cli.application import main

if TYPE_CHECKING:
    from tests.cli.conftest import Run


@pytest.fixture
def plan(run: "Run") -> str:
    run("new", "plan.editorial", "--fiscal-month", "7", "--time-zone", "Europe/Berlin", "--country", "de-by")
    Path("a.csv").write_text("id,Title\nT-7,A\n")
    run("import", "pieces", "a.csv", "--into", "plan.editorial")
    return "plan.editorial"


def test_history_undo_and_redo(run: "Run", plan: str) -> None:
    (change,) = run("history", plan, "--json").json["changes"]
    assert list(change) == ["id", "when", "who", "what", "undone", "rows"]
    what = "Import 1 piece from a.csv"
    assert run("undo", plan, "--json").json == {"what": what}
    assert [one["undone"] for one in run("history", plan, "--json").json["changes"]] == [False, True]
    assert run("redo", plan).out == f"Done again: {what}\n"
    assert run("redo", plan).status == 1


def test_the_history_of_one_piece(run: "Run", plan: str) -> None:
    Path("b.csv").write_text("Title\nB\n")
    run("import", "pieces", "b.csv", "--into", plan)
    assert [one["what"] for one in run("history", plan, "--piece", "T-7", "--json").json["changes"]] == [
        "Import 1 piece from a.csv"
    ]
    assert run("history", plan, "--piece", "zzzzzzz").status == 2
    assert "Import 1 piece from b.csv" in run("history", plan).out


def test_nothing_left_to_undo_needs_a_person(run: "Run", plan: str) -> None:
    run("undo", plan)
    assert (run("undo", plan).status, run("undo", plan, "--json").json) == (1, {"what": None})


def test_backup_and_restore_never_overwrite(run: "Run", plan: str) -> None:
    assert run("backup", plan, "-o", "copy.editorial", "--json").json == {"path": "copy.editorial"}
    assert run("backup", plan, "-o", "copy.editorial").status == 2
    assert run("restore", "copy.editorial", "-o", plan).status == 2
    assert run("restore", "copy.editorial", "-o", "again.editorial").status == 0
    assert len(run("history", "again.editorial", "--json").json["changes"]) == 1


def test_new_refuses_what_exists_and_what_cannot_be(run: "Run", plan: str) -> None:
    for words in (
        (plan,), ("b.editorial", "--fiscal-month", "13"), ("b.editorial", "--time-zone", "Moon"),
        ("b.editorial", "--country", "XX"), ("b.editorial", "--sample", "--from", plan), ("gone/b.editorial",),
    ):  # fmt: skip
        found = run("new", *words)
        assert (found.status, found.err.count("\n")) == (2, 1)


def test_new_from_another_takes_its_lists_and_none_of_its_pieces(run: "Run", sample: str) -> None:
    run("new", "next.editorial", "--from", sample)
    found = run("coverage", "next.editorial", "--json", "--today", "2027-03-10").json
    assert (len(found["segments"]), found["totals"]["pieces"]) == (4, 0)


def test_a_damaged_file_ends_with_2_and_one_sentence(run: "Run", plan: str) -> None:
    Path(plan).write_bytes(b"SQLite format 3\x00" + bytes(5000))
    for command in ("check", "mix", "history", "undo"):
        found = run(command, plan)
        assert (found.status, found.err.count("\n")) == (2, 1)


def test_a_write_protected_file_still_gives_its_figures(run: "Run", plan: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editorial.store.opening.os.access", lambda _path, mode: mode != os.W_OK)
    assert run("mix", plan).status == 0
    assert "write-protected" in run("undo", plan).err


def test_a_team_database_is_said_to_be_for_later(run: "Run") -> None:
    assert "files only" in run("mix", "postgresql://localhost/plan").err


def test_usage_is_one_sentence_and_debug_shows_where(run: "Run") -> None:
    found = run("bogus")
    assert (found.status, found.err) == (2, "No such command 'bogus'.\n")
    with pytest.raises(Exception, match="no workspace"):
        main(["mix", "gone.editorial", "--debug"])


def test_help_needs_no_database() -> None:
    code = (
        "import sys; from editorial.cli.application import main; main(['--help']);"
        "assert not {'sqlmodel', 'sqlalchemy', 'openpyxl', 'PySide6'} & set(sys.modules), sorted(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert all(name in done.stdout for name in ("import", "coverage", "restore"))


def test_the_window_without_a_screen_ends_with_2_and_one_sentence(tmp_path: Path) -> None:
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, "-m", "editorial", "open"], env=bare, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
