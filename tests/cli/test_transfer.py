import json
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from editorial.services import importing, pieces, schedule
from editorial.services.exporting import piece_records
from editorial.services.workspaces import open_workspace
from tests.importing import DATA

if TYPE_CHECKING:
    from tests.cli.conftest import Outcome, Run

BLOG = DATA / "blog-inventory.csv"
KEYS = "read added updated unchanged refused applied created mapping ignored questions".split()
COUNTS = ("read", "added", "updated", "unchanged")


@pytest.fixture
def into(run: "Run") -> str:
    run("new", "plan.editorial")
    return "plan.editorial"


def counts(found: "Outcome") -> tuple[Any, ...]:
    return tuple(found.json[key] for key in COUNTS)


def test_an_import_with_refused_rows_applies_nothing(run: "Run", into: str) -> None:
    found = run("import", "pieces", BLOG, "--into", into, "--json")
    assert (found.status, list(found.json), found.json["applied"]) == (1, KEYS, False)
    assert [row["line"] for row in found.json["refused"]] == [44, 49, 50, 58]
    assert list(found.json["refused"][0]) == ["line", "column", "value", "reason"]
    assert run("history", into, "--json").json == {"changes": []}


def test_the_good_rows_go_on_when_the_user_says_so_and_a_second_time_changes_nothing(run: "Run", into: str) -> None:
    found = run("import", "pieces", BLOG, "--into", into, "--skip-bad", "--json", "--today", "2026-11-21")
    assert counts(found) == (62, 58, 0, 0)
    assert found.json["ignored"] == ["words", "images", "author_slugs"]
    again = run("import", "pieces", BLOG, "--into", into, "--skip-bad", "--json")
    assert counts(again) == (62, 0, 0, 58)
    assert "everything is there already" in run("import", "pieces", BLOG, "--into", into, "--skip-bad").out
    assert len(run("history", into, "--json").json["changes"]) == 1


def test_a_rehearsal_tells_the_same_and_changes_nothing(run: "Run", into: str) -> None:
    found = run("import", "pieces", BLOG, "--into", into, "--skip-bad", "--dry-run", "--json")
    assert (counts(found), found.json["applied"]) == ((62, 58, 0, 0), False)
    assert run("undo", into).status == 1


def test_a_question_is_open_until_it_is_answered(run: "Run", into: str) -> None:
    Path("a.csv").write_text("Title,Go-live\nA,05/04/2027\n")
    asked = run("import", "pieces", "a.csv", "--into", into, "--json")
    assert asked.status == 1
    assert asked.json["questions"] == [{"column": "Go-live", "readings": ["dmy", "mdy"], "examples": ["05/04/2027"]}]
    assert run("import", "pieces", "a.csv", "--into", into, "--date-order", "mdy", "--json").json["applied"]


def test_columns_can_be_given(run: "Run", into: str) -> None:
    Path("a.csv").write_text("Was,Wann\nA,2027-03-11\n")
    found = run("import", "pieces", "a.csv", "--into", into, "--map", "title=Was", "--map", "date=Wann", "--json")
    assert (found.json["mapping"], found.json["added"]) == ({"title": "Was", "date": "Wann"}, 1)


def test_people_of_an_equal_name_are_a_question(run: "Run", into: str) -> None:
    Path("a.csv").write_text("Title,Author\nA,Ann\n")
    run("import", "pieces", "a.csv", "--into", into)
    Path("p.csv").write_text("Name,Organisation\nAnn,Acme\n")
    assert run("import", "people", "p.csv", "--into", into, "--json").json["questions"][0]["readings"] == [
        "same",
        "new",
    ]
    assert run("import", "people", "p.csv", "--into", into, "--equal-names", "same", "--json").json["updated"] == 1


@pytest.mark.parametrize("kind", ["pieces", "people"])
@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_what_goes_out_comes_back_unchanged(run: "Run", sample: str, kind: str, ending: str) -> None:
    assert run("export", kind, sample, "-o", f"out.{ending}", "--json").json == {"path": f"out.{ending}"}
    found = run("import", kind, f"out.{ending}", "--into", sample, "--json")
    assert (found.status, found.json["read"]) == (0, found.json["unchanged"])


@pytest.mark.parametrize("kind", ["settings", "all"])
def test_documents_come_back_unchanged(run: "Run", sample: str, kind: str) -> None:
    run("export", kind, sample, "-o", "out.json")
    found = run("import", kind, "out.json", "--into", sample, "--json")
    assert (found.status, found.json["read"]) == (0, found.json["unchanged"])
    assert list(found.json) == KEYS


def test_a_whole_workspace_arrives_in_a_new_one_and_one_undo_takes_it_back(run: "Run", sample: str, into: str) -> None:
    run("export", "all", sample, "-o", "all.json")
    assert run("import", "all", "all.json", "--into", into, "--json").json["applied"]
    mixes = [run("mix", one, "--period", "FY2027Q1", "--json").json for one in (sample, into)]
    assert mixes[0] == mixes[1]
    assert run("undo", into).status == 0
    assert run("mix", into, "--period", "FY2027Q1", "--json").json["share"] is None


def test_pieces_of_a_period_alone_can_be_exported(run: "Run", sample: str) -> None:
    run("export", "pieces", sample, "-o", "march.json", "--period", "2027-03")
    days = {piece["published_on"] or piece["date"] for piece in json.loads(Path("march.json").read_text())}
    assert days
    assert all(day.startswith("2027-0") for day in days)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "pieces", "gone.csv", "--into", "plan.editorial"), "There is no file gone.csv."),
        (("import", "pieces", "bad.xlsx", "--into", "plan.editorial"), "not a spreadsheet"),
        (("import", "settings", "bad.json", "--into", "plan.editorial"), "not JSON"),
        (("import", "settings", "a.csv", "--into", "plan.editorial"), "another ending"),
        (("import", "pieces", "bad.xlsx", "--into", "gone.editorial"), "There is no workspace gone.editorial."),
        (("import", "pieces", "a.csv", "--into", "plan.editorial", "--map", "x"), "--map wants"),
        (("import", "pieces", "a.csv", "--into", "plan.editorial", "--date-order", "dym"), "date-order"),
        (("import", "songs", "a.csv", "--into", "plan.editorial"), "songs"),
        (("export", "pieces", "plan.editorial", "-o", "a.docx"), "ending"),
        (("export", "pieces", "plan.editorial", "-o", "plan.editorial"), "workspace"),
        (("export", "pieces", "plan.editorial"), "-o"),
    ],
)
def test_what_cannot_be_done_ends_with_2_and_one_sentence(
    run: "Run", into: str, words: tuple[str, ...], said: str
) -> None:
    for name in ("bad.xlsx", "bad.json", "a.csv"):
        Path(name).write_text("Title\nA\n")
    found = run(*words)
    assert (found.status, found.out, found.err.count("\n")) == (2, "", 1)
    assert said in found.err


@pytest.mark.parametrize("text", ["[]", '{"pieces": []}'])
def test_a_list_of_nothing_changes_nothing(run: "Run", into: str, text: str) -> None:
    Path("none.json").write_text(text)
    found = run("import", "pieces", "none.json", "--into", into, "--json")
    assert (found.status, counts(found), found.json["applied"]) == (0, (0, 0, 0, 0), True)
    assert "holds no rows" in run("import", "pieces", "none.json", "--into", into).out


def test_records_that_are_none_are_refused_one_by_one(run: "Run", into: str) -> None:
    Path("odd.json").write_text('[1, {"title": {"en": "A"}}, {"title": ["A", "B"]}]')
    found = run("import", "pieces", "odd.json", "--into", into, "--skip-bad", "--json")
    assert [row["line"] for row in found.json["refused"]] == [1, 2, 3]
    assert "no row can be taken" in run("import", "pieces", "odd.json", "--into", into, "--skip-bad").out


def test_a_list_of_a_workspace_that_is_no_list_is_one_sentence(run: "Run", into: str) -> None:
    Path("all.json").write_text('{"pieces": {}}')
    found = run("import", "all", "all.json", "--into", into)
    assert (found.status, found.err) == (2, "The file should hold a list of records.\n")


def test_a_change_of_another_program_in_between_is_looked_at_again(
    run: "Run", into: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.csv").write_text("Title\nA\n")
    real, other = importing.preview, open_workspace(Path(into), author="Bob")

    def preview(*words: Any) -> importing.Preview:
        looked = real(*words)
        if not piece_records(other):
            pieces.create(other, "B")
        return looked

    monkeypatch.setattr(importing, "preview", preview)
    assert run("import", "pieces", "a.csv", "--into", into).status == 0
    assert {record["title"] for record in piece_records(other)} == {"A", "B"}
    other.close()


def test_a_choice_that_is_none_is_one_plain_sentence(run: "Run", into: str) -> None:
    found = run("import", "pieces", "a.csv", "--into", into, "--date-order", "xyz")
    assert found.err == "Invalid value for '--date-order': 'xyz' is not one of 'dmy', 'mdy', 'ymd'.\n"


@pytest.fixture
def berlin(run: "Run") -> str:
    run("new", "berlin.editorial", "--time-zone", "Europe/Berlin")
    return "berlin.editorial"


def times(run: "Run", workspace: str) -> list[str]:
    run("export", "pieces", workspace, "-o", "times.json")
    return [piece["time"] for piece in json.loads(Path("times.json").read_text())]


def test_a_time_that_does_not_exist_moves_by_the_gap_and_a_second_import_changes_nothing(
    run: "Run", berlin: str
) -> None:
    Path("a.csv").write_text("Title,Date,Time\nA,2027-03-28,02:30\n")
    run("import", "pieces", "a.csv", "--into", berlin)
    assert times(run, berlin) == ["03:30"]
    assert counts(run("import", "pieces", "a.csv", "--into", berlin, "--json")) == (1, 0, 0, 1)


def test_a_changed_time_that_does_not_exist_moves_by_the_gap(run: "Run", berlin: str) -> None:
    for at in ("09:00", "02:30"):
        Path("a.csv").write_text(f"Title,Date,Time\nA,2027-03-28,{at}\n")
        run("import", "pieces", "a.csv", "--into", berlin)
    assert times(run, berlin) == ["03:30"]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_a_time_that_survived_a_move_comes_back_unchanged(run: "Run", berlin: str, ending: str) -> None:
    workspace = open_workspace(Path(berlin))
    piece_id = pieces.create(workspace, "A", planned=date(2027, 3, 29), time=time(2, 30))
    schedule.move(workspace, {piece_id: date(2027, 3, 28)})
    workspace.close()
    assert times(run, berlin) == ["02:30"]
    run("export", "pieces", berlin, "-o", f"out.{ending}")
    assert counts(run("import", "pieces", f"out.{ending}", "--into", berlin, "--json")) == (1, 0, 0, 1)


def test_formulas_without_a_result_are_told_once(run: "Run", into: str) -> None:
    book = openpyxl.Workbook()
    for row in (["Title", "Date", "Brief"], ["A", "=TODAY()", "=1+1"]):
        book.worksheets[0].append(row)
    book.save("a.xlsx")
    said = run("import", "pieces", "a.xlsx", "--into", into).out
    assert said.count("2 formulas have no stored result and were read as blank") == 1


@pytest.mark.parametrize(
    ("command", "absent"), [("export", ("answer", "field-notes")), ("import", ("packet",))], ids=("export", "import")
)
def test_help_lists_only_what_goes_that_way(run: "Run", command: str, absent: tuple[str, ...]) -> None:
    listed = run(command, "--help").out.partition("KIND <")[2].partition("[required]")[0]
    kinds = {word.strip(",") for word in listed.split()}
    assert {"pieces", "calendar"} <= kinds
    assert not kinds & set(absent)


def test_an_unknown_kind_is_answered_with_those_there_are(run: "Run", into: str) -> None:
    found = run("export", "bogus", into, "-o", "a.csv")
    assert found.status == 2
    assert found.err == (
        "“bogus” is none of these kinds: pieces, people, settings, all, agreement, calendar, packet.\n"
    )


def test_a_packet_does_not_come_in(run: "Run", into: str) -> None:
    assert "“import answer”" in run("import", "packet", "a.json", "--into", into).err
