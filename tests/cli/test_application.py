import sys
from typing import TYPE_CHECKING

import pytest

from editorial.cli import application, making

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def broken(text: str) -> None:
    raise LookupError(text)


def test_a_fault_of_the_program_reaches_the_hook_that_says_it_in_one_sentence(
    run: "Run", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "path_of", broken)
    with pytest.raises(LookupError):
        run("new", "plan.editorial")
    assert sys.excepthook is application.say_unexpected


def test_debug_leaves_the_traceback_alone(run: "Run", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "path_of", broken)
    with pytest.raises(LookupError):
        run("new", "plan.editorial", "--debug")
    assert sys.excepthook is sys.__excepthook__


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_beyond_every_calendar_is_one_sentence(run: "Run", day: str) -> None:
    found = run("new", "plan.editorial", "--sample", "--today", day)
    assert (found.status, found.err) == (2, f"--today wants a day from 1900 to 2999, not “{day}”.\n")
