import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_what_is_given_goes_before_the_settings_of_the_other_workspace(run: "Run") -> None:
    run("new", "a.editorial", "--fiscal-month", "7", "--country", "de-by")
    assert run("new", "b.editorial", "--from", "a.editorial", "--fiscal-month", "4").status == 0
    run("export", "settings", "b.editorial", "-o", "b.json")
    found = json.loads(Path("b.json").read_text())["workspace"]
    assert (found["fiscal_month"], found["country"], found["subdivision"]) == (4, "DE", "BY")


def test_a_country_without_known_holidays_makes_nothing(run: "Run") -> None:
    found = run("new", "a.editorial", "--country", "ZZ")
    assert (found.status, found.err) == (2, "No holidays are known for the country “ZZ”.\n")
    assert not Path("a.editorial").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_a_name_of_invalid_bytes_is_one_sentence_and_makes_nothing(run: "Run") -> None:
    found = run("new", os.fsdecode(b"a\xff.editorial"))
    assert (found.status, found.err) == (2, "The name a? holds bytes that are no letters; choose another.\n")
    assert not list(Path().iterdir())


def test_the_sample_takes_the_country_asked_for(run: "Run") -> None:
    run("new", "a.editorial", "--sample", "--country", "us-ca")
    run("export", "settings", "a.editorial", "-o", "settings.json")
    found = json.loads(Path("settings.json").read_text())["workspace"]
    assert (found["country"], found["subdivision"]) == ("US", "CA")
