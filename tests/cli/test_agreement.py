"""`agreement`, and stage tags out and in."""

from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl

if TYPE_CHECKING:
    from tests.cli.conftest import Run

TODAY = ("--today", "2027-03-10")


def test_agreement_has_its_keys(run: "Run", sample: str) -> None:
    found = run("agreement", sample, "--json", *TODAY).json
    assert list(found) == "period stages tags share disputed".split()
    assert found["period"]["name"] == "FY2027 Q1"
    assert list(found["stages"][0]) == "stage state version marketing sales date".split()
    assert [stage["state"] for stage in found["stages"]] == ["agreed", "agreed", "agreed", "reopened", "agreed"]
    assert list(found["tags"]) == ["proposed", "agreed", "disputed"]
    assert found["share"] == found["tags"]["agreed"] / sum(found["tags"].values())
    assert list(found["disputed"][0]) == "id title stage reason".split()
    assert len(found["disputed"]) == found["tags"]["disputed"] == 3


def test_without_a_version_everything_is_none(run: "Run") -> None:
    run("new", "a.editorial")
    found = run("agreement", "a.editorial", "--json").json
    nobody = {"state": "none", "version": None, "marketing": None, "sales": None, "date": None}
    assert found["stages"][0] == {"stage": "Epiphany", **nobody}
    assert (found["share"], found["disputed"]) == (None, [])


def test_agreement_reads_well(run: "Run", sample: str) -> None:
    told = run("agreement", sample, *TODAY)
    assert told.status == 0
    assert "Marcus Bell for sales" in told.out
    assert "3 disputed" in told.out


def test_tags_go_out_and_answers_come_in(run: "Run", sample: str) -> None:
    assert run("export", "agreement", sample, "-o", "tags.xlsx", *TODAY).status == 0
    book = openpyxl.load_workbook("tags.xlsx")
    for line in range(2, book["Tags"].max_row + 1):
        book["Tags"][f"J{line}"] = "agreed"
    book.save("tags.xlsx")
    found = run("import", "agreement", "tags.xlsx", "--into", sample, "--json")
    assert (found.status, found.json["updated"], found.json["applied"]) == (0, 7, True)
    assert list(found.json) == "read added updated unchanged refused applied created mapping ignored questions".split()
    assert run("agreement", sample, "--json", *TODAY).json["share"] == 1
    assert run("import", "agreement", "tags.xlsx", "--into", sample, "--json").json["updated"] == 0


def test_refused_answers_need_a_person(run: "Run", sample: str) -> None:
    run("export", "agreement", sample, "-o", "tags.xlsx", *TODAY)
    book = openpyxl.load_workbook("tags.xlsx")
    book["Tags"]["J2"], book["Tags"]["J3"] = "agreed", "perhaps"
    book.save("tags.xlsx")
    refused = run("import", "agreement", "tags.xlsx", "--into", sample, "--json")
    assert (refused.status, refused.json["applied"]) == (1, False)
    assert refused.json["refused"][0] == {
        "line": 3,
        "column": "Answer",
        "value": "perhaps",
        "reason": "write agreed or disputed, or leave it blank",
    }
    skipped = run("import", "agreement", "tags.xlsx", "--into", sample, "--skip-bad", "--json")
    assert (skipped.status, skipped.json["applied"]) == (1, True)


def test_a_rehearsal_changes_nothing(run: "Run", sample: str) -> None:
    before = run("agreement", sample, "--json", *TODAY).json
    run("export", "agreement", sample, "-o", "tags.xlsx", *TODAY)
    run("import", "agreement", "tags.xlsx", "--into", sample, "--dry-run")
    assert run("agreement", sample, "--json", *TODAY).json == before


def test_tags_go_out_as_a_page(run: "Run", sample: str) -> None:
    assert run("export", "agreement", sample, "-o", "tags.html", *TODAY).status == 0
    assert Path("tags.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_file_without_answers_is_refused_in_a_sentence(run: "Run", sample: str) -> None:
    Path("other.csv").write_text("Title\nA\n", encoding="utf-8")
    found = run("import", "agreement", "other.csv", "--into", sample)
    assert (found.status, found.err.count("\n")) == (2, 1)
    assert "holds no answers" in found.err
    assert run("export", "agreement", sample, "-o", "tags.csv").status == 2
