"""`editorial check`."""

from pathlib import Path
from typing import TYPE_CHECKING

from editorial.cli.options import day_of
from editorial.domain.findings import Rule
from editorial.services import mutes
from editorial.services.workspaces import open_workspace

if TYPE_CHECKING:
    from tests.cli.conftest import Run

TODAY = ("--today", "2027-03-10")


def mute_everything(path: str) -> None:
    workspace = open_workspace(Path(path))
    for rule in Rule:
        mutes.mute(workspace, rule, until=day_of("2027-04-01"), today=day_of("2027-03-10"))
    workspace.close()


def test_check_has_its_keys(run: "Run", sample: str) -> None:
    outcome = run("check", sample, "--json", *TODAY)
    assert outcome.status == 1
    assert outcome.json["file"] == {"whole": True, "problems": []}
    assert all(list(one) == ["rule", "text", "piece", "person", "muted_until"] for one in outcome.json["findings"])


def test_check_prints_findings_by_list_and_rule(run: "Run", sample: str) -> None:
    out = run("check", sample, *TODAY).out
    assert out.index("Gaps and imbalances") < out.index("Empty cells (3) [empty]") < out.index("Waiting for others")
    assert "    Finance leaders × Loyalty wants 1 more piece: nothing in stock." in out


def test_what_is_muted_is_listed_and_no_failure(run: "Run", sample: str) -> None:
    mute_everything(sample)
    outcome = run("check", sample, "--json", *TODAY)
    assert outcome.status == 0
    assert {one["muted_until"] for one in outcome.json["findings"]} == {"2027-04-01"}
    assert "(muted until 2027-04-01)" in run("check", sample, *TODAY).out


def test_a_mute_is_over_on_its_day(run: "Run", sample: str) -> None:
    mute_everything(sample)
    assert run("check", sample, "--today", "2027-04-01").status == 1


def test_a_new_workspace_has_no_findings(run: "Run") -> None:
    run("new", "plan.editorial")
    outcome = run("check", "plan.editorial", *TODAY)
    assert outcome.status == 0
    assert "no findings" in outcome.out
