from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run

TODAY = ("--today", "2027-03-10")
PERIOD = {"name": "FY2027 Q1", "from": "2027-01-01", "to": "2027-03-31"}


def test_mix_has_its_keys(run: "Run", sample: str) -> None:
    found = run("mix", sample, "--json", *TODAY).json
    assert list(found) == (
        "period aspirational practical untagged share target tolerance balanced add turn by_stage by_segment".split()
    )
    assert (found["period"], found["target"], found["balanced"]) == (PERIOD, 0.5, False)
    assert found["share"] == pytest.approx(found["aspirational"] / (found["aspirational"] + found["practical"]))
    assert set(found["add"]) == {"kind", "n"}
    assert list(found["by_stage"][0]) == ["stage", "aspirational", "practical", "share"]
    assert list(found["by_segment"][0]) == ["segment", "aspirational", "practical", "share"]


def test_coverage_has_its_keys(run: "Run", sample: str) -> None:
    found = run("coverage", sample, "--json", *TODAY).json
    assert list(found) == (
        "period segments stages cells gaps exclusive untagged totals floors cadence offering_led".split()
    )
    assert list(found["cells"][0]) == (
        "segment stage planned in_stock target level severity also_served likely live need_unknown".split()
    )
    assert len(found["cells"]) == len(found["segments"]) * len(found["stages"])
    assert set(found["exclusive"]) == set(found["stages"])
    assert list(found["untagged"][0]) == ["id", "title", "missing"]
    assert list(found["totals"]) == ["segments", "stages", "pieces"]
    assert list(found["cadence"][0]) == ["segment", "longest", "limit", "from"]
    assert list(found["offering_led"][0]) == ["stage", "share", "flagged"]


def test_coverage_on_a_day_says_what_is_live(run: "Run", sample: str) -> None:
    plain = run("coverage", sample, "--json", *TODAY).json
    on_a_day = run("coverage", sample, "--json", "--on", "2027-03-10", *TODAY).json
    assert {cell["live"] for cell in plain["cells"]} == {None}
    assert all(isinstance(cell["live"], int) for cell in on_a_day["cells"])


def test_rotation_has_its_keys(run: "Run", sample: str) -> None:
    found = run("rotation", sample, "--json", *TODAY).json
    assert list(found) == ["period", "interests", "next", "repeats"]
    assert list(found["interests"][0]) == "name weight count fair_share deficit last overdue".split()
    assert len(found["next"]) == 10
    assert list(found["repeats"][0]) == ["first", "second", "interest"]


def test_rotation_can_be_narrowed_to_a_segment(run: "Run", sample: str) -> None:
    segment = run("coverage", sample, "--json", *TODAY).json["segments"][0]
    assert run("rotation", sample, "--segment", segment.upper(), "--json", *TODAY).status == 0
    assert "no segment" in run("rotation", sample, "--segment", "Nobody").err


def test_variety_has_its_keys(run: "Run", sample: str) -> None:
    found = run("variety", sample, "--json", *TODAY).json
    assert list(found) == ["period", "pieces", "length", "medium"]
    assert list(found["length"]) == ["classes", "evenness", "over"]
    assert sum(one["share"] for one in found["length"]["classes"]) == pytest.approx(1)


@pytest.mark.parametrize("command", ["mix", "coverage", "rotation", "variety"])
def test_figures_read_well_without_json_and_always_end_with_0(run: "Run", sample: str, command: str) -> None:
    found = run(command, sample, *TODAY)
    assert (found.status, found.err) == (0, "")
    assert found.out.startswith("FY2027 Q1 (2027-01-01 to 2027-03-31): ")
    assert not any(line != line.rstrip() for line in found.out.splitlines())


@pytest.mark.parametrize("period", ["FY2027Q1", "FY2027 Q1", "2027-01-01..2027-03-31", "FY2027", "2027-03"])
def test_every_form_of_a_period_is_taken(run: "Run", sample: str, period: str) -> None:
    assert run("mix", sample, "--period", period, "--json").json["period"]["name"].startswith(("FY2027", "2027-0"))


def test_check_lists_what_is_broken(run: "Run", sample: str) -> None:
    found = run("check", sample, "--json", *TODAY)
    assert (found.status, found.json["file"]) == (1, {"whole": True, "problems": []})
    assert list(found.json["findings"][0]) == ["rule", "text", "piece", "person", "muted_until"]
    assert run("check", sample, *TODAY).out.startswith("The file is whole.")


def test_check_without_findings_ends_with_0(run: "Run") -> None:
    run("new", "a.editorial")
    assert run("check", "a.editorial").status == 0


def test_coverage_on_a_day_says_what_is_live_in_words_too(run: "Run", sample: str) -> None:
    assert "Live on" not in run("coverage", sample, *TODAY).out
    assert "Live on 2027-03-10" in run("coverage", sample, "--on", "2027-03-10", *TODAY).out


def test_coverage_tells_its_flags_in_words(run: "Run", sample: str) -> None:
    found = run("coverage", sample, "--json", *TODAY).json
    exclusive = [stage for stage, has in found["exclusive"].items() if has]
    assert f"Exclusive: {', '.join(exclusive)}." in run("coverage", sample, *TODAY).out


def test_rotation_says_which_pieces_it_speaks_of(run: "Run", sample: str) -> None:
    assert "pieces with an interest" in run("rotation", sample, *TODAY).out
