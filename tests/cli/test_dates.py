"""`editorial import calendar`."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run

TODAY = ("--today", "2027-03-10")
AS = ("--as", "dates", *TODAY)
KEYS = "read added updated unchanged refused applied created mapping ignored questions".split()


def a_calendar(*lines: str, name: str = "days.ics") -> str:
    text = "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//", *lines, "END:VCALENDAR", ""))
    Path(name).write_text(text)
    return name


def an_event(day: str, *lines: str, name: str = "Fair") -> tuple[str, ...]:
    return ("BEGIN:VEVENT", f"UID:{name}", f"SUMMARY:{name}", f"DTSTART;VALUE=DATE:{day}", *lines, "END:VEVENT")


@pytest.fixture
def plan(run: "Run") -> str:
    assert run("new", "plan.editorial").status == 0
    return "plan.editorial"


def test_dates_come_in_as_one_change_and_a_second_time_change_nothing(run: "Run", plan: str) -> None:
    file = a_calendar(*an_event("20270310"), *an_event("20200101", "RRULE:FREQ=YEARLY", name="Founded"))
    found = run("import", "calendar", file, "--into", plan, *AS, "--json").json
    assert list(found) == KEYS
    assert (found["read"], found["added"], found["applied"]) == (4, 4, True)
    assert run("history", plan).out.count("Import 4 dates from days.ics") == 1
    again = run("import", "calendar", file, "--into", plan, *AS, "--json").json
    assert (again["added"], again["unchanged"]) == (0, 4)
    assert run("history", plan).out.count("Import") == 1


def test_undo_takes_all_of_it_back(run: "Run", plan: str) -> None:
    file = a_calendar(*an_event("20270310"))
    run("import", "calendar", file, "--into", plan, *AS)
    assert run("undo", plan).status == 0
    assert run("import", "calendar", file, "--into", plan, *AS, "--json").json["added"] == 1


def test_an_event_that_grew_is_updated(run: "Run", plan: str) -> None:
    run("import", "calendar", a_calendar(*an_event("20270310")), "--into", plan, *AS)
    longer = a_calendar(*an_event("20270310", "DTEND;VALUE=DATE:20270313"))
    assert run("import", "calendar", longer, "--into", plan, *AS, "--json").json["updated"] == 1


def test_the_days_asked_for_can_be_named(run: "Run", plan: str) -> None:
    file = a_calendar(*an_event("20200101", "RRULE:FREQ=YEARLY"))
    asked = ("--from", "2030-01-01", "--to", "2031-12-31")
    assert run("import", "calendar", file, "--into", plan, *AS, *asked, "--json").json["added"] == 2


def test_a_refused_event_keeps_all_out_unless_told_otherwise(run: "Run", plan: str) -> None:
    file = a_calendar(*an_event("20270310"), *an_event("20270230", name="Never"))
    outcome = run("import", "calendar", file, "--into", plan, *AS, "--json")
    assert (outcome.status, outcome.json["applied"], outcome.json["refused"][0]["line"]) == (1, False, 12)
    assert run("import", "calendar", file, "--into", plan, *AS, "--skip-bad", "--json").json["applied"] is True


def test_a_rehearsal_changes_nothing(run: "Run", plan: str) -> None:
    file = a_calendar(*an_event("20270310"))
    assert run("import", "calendar", file, "--into", plan, *AS, "--dry-run", "--json").json["applied"] is False
    assert "Import" not in run("history", plan).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("days.ics",), "--as dates"),
        (("days.ics", "--as", "away"), "Say who is away"),
        (("broken.ics", "--as", "dates"), "broken.ics is damaged: VEVENT, which begins at line 2, has no end."),
        (("none.ics", "--as", "dates"), "There is no file none.ics"),
        (("days.ics", "--as", "dates", "--from", "2028-01-01", "--to", "2027-01-01"), "--to lies before --from"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(run: "Run", plan: str, words: tuple[str, ...], said: str) -> None:
    a_calendar(*an_event("20270310"))
    Path("broken.ics").write_text("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n")
    outcome = run("import", "calendar", *words, "--into", plan)
    assert outcome.status == 2
    assert said in outcome.err
    assert outcome.err.count("\n") == 1
