from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editorial.domain.settings_rules import FACTORS

if TYPE_CHECKING:
    from tests.cli.conftest import Run

TODAY = ("--today", "2027-03-10")


def test_rank_has_its_keys(run: "Run", sample: str) -> None:
    found = run("rank", sample, "--json", *TODAY).json
    assert list(found) == ["period", "weights", "ideas"]
    assert list(found["weights"]) == list(FACTORS)
    assert list(found["ideas"][0]) == ["id", "title", "score", "factors"]
    assert list(found["ideas"][0]["factors"]) == list(FACTORS)


def test_the_best_idea_comes_first_and_adds_up(run: "Run", sample: str) -> None:
    found = run("rank", sample, "--json", *TODAY).json
    scores = [idea["score"] for idea in found["ideas"]]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == pytest.approx(100 * sum(found["ideas"][0]["factors"].values()) / len(FACTORS))


def test_people_are_told_why(run: "Run", sample: str) -> None:
    said = run("rank", sample, *TODAY).out
    assert all(words in said for words in ("FY2027 Q1: ", "Before “", "The last one."))


def test_without_weights_it_is_said_that_nothing_is_ranked(run: "Run", sample: str, tmp_path: Path) -> None:
    weights = ", ".join(f'"{name}": 0' for name in FACTORS)
    (tmp_path / "none.json").write_text(f'{{"ranking_weights": {{{weights}}}}}', encoding="utf-8")
    assert run("import", "settings", "none.json", "--into", sample).status == 0
    assert "Every weight is 0" in run("rank", sample, *TODAY).out
    assert run("rank", sample, "--json", *TODAY).json["ideas"] == []
