"""`editorial import calendar` as pieces and as days away."""

from pathlib import Path

import pytest

from editorial.domain.records import Person
from editorial.services import lists
from editorial.services.workspaces import open_workspace
from tests.cli.conftest import Run
from tests.cli.test_dates import KEYS, a_calendar, an_event

TODAY = ("--today", "2027-03-10")
AS_PIECES = ("--as", "pieces", *TODAY, "--json")


@pytest.fixture
def plan(run: Run) -> str:
    assert run("new", "plan.editorial", "--time-zone", "Europe/Berlin").status == 0
    return "plan.editorial"


@pytest.fixture
def ada(run: Run, plan: str) -> str:
    Path("people.csv").write_text("name,email\nAda Byron,ada@example.com\nBo Lee,\nBo Lee,bo@example.com\n")
    assert run("import", "people", "people.csv", "--into", plan, "--equal-names", "new").status == 0
    return "Ada Byron"


def exported(run: Run, plan: str) -> str:
    assert run("export", "pieces", plan, "-o", "out.csv").status == 0
    return Path("out.csv").read_text("utf-8-sig")


def person(plan: str, name: str) -> Person:
    workspace = open_workspace(Path(plan))
    found = next(one for one in lists.read_people(workspace) if one.name == name)
    workspace.close()
    return found


def test_pieces_come_in_with_day_time_and_notes(run: Run, plan: str) -> None:
    timed = (
        "BEGIN:VEVENT",
        "UID:t",
        "SUMMARY:Pricing\\, again",
        "DTSTART:20270311T083000Z",
        "DESCRIPTION:Why",
        "END:VEVENT",
    )
    found = run("import", "calendar", a_calendar(*timed, *an_event("20270312")), "--into", plan, *AS_PIECES)
    assert (found.status, list(found.json)) == (0, KEYS)
    assert (found.json["read"], found.json["added"]) == (2, 2)
    assert found.json["mapping"] == {
        "title": "SUMMARY",
        "date": "DTSTART",
        "time": "DTSTART",
        "notes": "DESCRIPTION",
        "id": "UID",
    }
    out = exported(run, plan)
    assert '"Pricing, again"' in out
    assert "2027-03-11,09:30" in out


def test_a_second_time_changes_nothing_and_undo_takes_all_of_it_back(run: Run, plan: str) -> None:
    file = a_calendar(*an_event("20270301", "RRULE:FREQ=WEEKLY;COUNT=3", "URL:https://x.example/meet"))
    assert run("import", "calendar", file, "--into", plan, *AS_PIECES).json["added"] == 3
    assert run("import", "calendar", file, "--into", plan, *AS_PIECES).json["unchanged"] == 3
    assert run("undo", plan).status == 0
    assert "Fair" not in exported(run, plan)


def test_a_moved_event_moves_its_piece(run: Run, plan: str) -> None:
    run("import", "calendar", a_calendar(*an_event("20270311")), "--into", plan, *AS_PIECES)
    moved = run("import", "calendar", a_calendar(*an_event("20270318")), "--into", plan, *AS_PIECES).json
    assert (moved["added"], moved["updated"]) == (0, 1)


def test_events_that_share_an_id_by_mistake_are_pieces_all_the_same(run: Run, plan: str) -> None:
    events = [
        ("BEGIN:VEVENT", "UID:same", f"SUMMARY:{name}", f"DTSTART;VALUE=DATE:2027031{n}", "END:VEVENT")
        for n, name in enumerate("ABC")
    ]
    file = a_calendar(*(line for event in events for line in event))
    assert run("import", "calendar", file, "--into", plan, *AS_PIECES).json["added"] == 3
    assert run("import", "calendar", file, "--into", plan, *AS_PIECES).json["unchanged"] == 3


def test_what_went_out_comes_back_unchanged(run: Run, sample: str) -> None:
    period = ("--period", "FY2027Q1", *TODAY)
    assert run("export", "calendar", sample, "-o", "out.ics", *period).status == 0
    found = run("import", "calendar", "out.ics", "--into", sample, *AS_PIECES).json
    assert found["read"] == found["unchanged"] > 10


def test_what_is_wanted_of_somebody_is_no_piece(run: Run, sample: str) -> None:
    workspace = open_workspace(Path(sample))
    names = [one.name for one in lists.read_people(workspace)]
    workspace.close()
    for name in names:
        assert run("export", "calendar", sample, "-o", "out.ics", "--person", name, *TODAY).status == 0
        found = run("import", "calendar", "out.ics", "--into", sample, *AS_PIECES).json
        assert found["read"] == found["unchanged"], name


def away(run: Run, plan: str, file: str, who: str, *words: str) -> tuple[int, int, int]:
    found = run("import", "calendar", file, "--into", plan, "--as", "away", "--person", who, *TODAY, "--json", *words)
    assert found.status == 0
    return found.json["added"], found.json["updated"], found.json["unchanged"]


def test_days_away_come_in_as_one_change(run: Run, plan: str, ada: str) -> None:
    file = a_calendar(
        *an_event("20270401", "DTEND;VALUE=DATE:20270410", name="Holiday"), *an_event("20270501", name="Off")
    )
    assert away(run, plan, file, ada) == (2, 0, 0)
    assert [(str(one.first), str(one.last), one.reason) for one in person(plan, ada).away] == [
        ("2027-04-01", "2027-04-09", "Holiday"),
        ("2027-05-01", "2027-05-01", "Off"),
    ]
    assert "Import 2 stretches of days away of ‘Ada Byron’ from days.ics" in run("history", plan).out
    assert away(run, plan, file, ada) == (0, 0, 2)
    run("undo", plan)
    assert person(plan, ada).away == ()


def test_a_holiday_that_grew_is_longer(run: Run, plan: str, ada: str) -> None:
    away(run, plan, a_calendar(*an_event("20270401")), ada)
    assert away(run, plan, a_calendar(*an_event("20270401", "DTEND;VALUE=DATE:20270405")), ada) == (0, 1, 0)


def test_a_meeting_is_no_absence_and_is_told(run: Run, plan: str, ada: str) -> None:
    meeting = ("BEGIN:VEVENT", "UID:m", "SUMMARY:Standup", "DTSTART:20270311T083000Z", "DURATION:PT1H", "END:VEVENT")
    trip = ("BEGIN:VEVENT", "UID:t", "DTSTART:20270315T060000Z", "DTEND:20270317T120000Z", "END:VEVENT")
    found = run(
        "import", "calendar", a_calendar(*meeting, *trip), "--into", plan, "--as", "away", "--person", ada, *TODAY
    )
    assert "1 event is no absence of a whole day and was left out." in found.out
    assert [(str(one.first), str(one.last)) for one in person(plan, ada).away] == [("2027-03-15", "2027-03-16")]


def test_where_absences_are_marked_only_they_count(run: Run, plan: str, ada: str) -> None:
    out = an_event("20270401", "X-MICROSOFT-CDO-BUSYSTATUS:OOF", name="Away")
    birthday = an_event("20270402", "X-MICROSOFT-CDO-BUSYSTATUS:FREE", name="Bo’s birthday")
    assert away(run, plan, a_calendar(*out, *birthday), ada) == (1, 0, 0)


def test_a_rehearsal_changes_nothing(run: Run, plan: str, ada: str) -> None:
    assert away(run, plan, a_calendar(*an_event("20270401")), ada, "--dry-run") == (1, 0, 0)
    assert person(plan, ada).away == ()


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("Grace", "There is nobody called “Grace”."),
        ("bo lee", "2 people are called “bo lee”: name one by e-mail address or id."),
        ("", "Say who is away"),
    ],
)
def test_who_it_is_must_be_plain(run: Run, plan: str, ada: str, who: str, said: str) -> None:
    found = run(
        "import", "calendar", a_calendar(*an_event("20270401")), "--into", plan, "--as", "away", "--person", who
    )
    assert (found.status, found.err.count("\n")) == (2, 1)
    assert said in found.err


def test_an_address_names_one_of_two(run: Run, plan: str, ada: str) -> None:
    assert away(run, plan, a_calendar(*an_event("20270401")), "BO@example.com") == (1, 0, 0)


def test_what_a_calendar_holds_must_be_said(run: Run, plan: str) -> None:
    found = run("import", "calendar", a_calendar(*an_event("20270401")), "--into", plan, "--as", "tasks")
    assert (found.status, "--as pieces, --as dates or --as away" in found.err) == (2, True)


def away_untold(run: Run, plan: str, file: str) -> tuple[int, int]:
    found = run("import", "calendar", file, "--into", plan, "--as", "away", *TODAY, "--json")
    return found.json["added"], len(found.json["refused"])


def test_a_calendar_may_tell_whose_it_is(run: Run, plan: str, ada: str) -> None:
    file = a_calendar("X-WR-CALNAME:Ada Byron - time off", *an_event("20270401"))
    assert away_untold(run, plan, file) == (1, 0)
    assert [str(one.first) for one in person(plan, ada).away] == ["2027-04-01"]


def test_each_event_may_tell_who_is_away(run: Run, plan: str, ada: str) -> None:
    events = (*an_event("20270401", name="Ada Byron (Vacation)"), *an_event("20270501", name="Bo Lee (Vacation)"))
    assert away_untold(run, plan, a_calendar(*events)) == (1, 1), "two people are called Bo Lee"
