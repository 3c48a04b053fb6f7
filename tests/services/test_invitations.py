"""Invitations and what is wanted of one person, from a real workspace to a file that others read."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from editorial.domain.appointments import Certainty, Method
from editorial.domain.period import parse_period
from editorial.domain.records import Settings
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus
from editorial.errors import RuleBroken
from editorial.exchange.ics_writing import calendar_bytes
from editorial.services import assignments, interviews, lists, pieces, tasks
from editorial.services.invitations import invitation, wanted, wanted_calendar
from editorial.services.workspaces import Workspace
from tests.builders import a_person

TODAY, DAY = date(2027, 3, 10), date(2027, 3, 19)
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def elena(workspace: Workspace) -> int:
    lists.update_settings(workspace, time_zone="Europe/Berlin")
    return lists.add(workspace, "person", "Elena Ruiz", email="elena@example.com")


@pytest.fixture
def talk(workspace: Workspace, elena: int) -> int:
    """Arrange an interview of Elena by Ana, who has no address."""
    ana = a_person(workspace, "Ana Lind")
    talk = interviews.plan(workspace, "Robots", today=TODAY, person_ids=(elena,), interviewer_id=ana)
    interviews.edit(workspace, talk, questions="1. Who owns it?", notes="She is sceptical.")
    interviews.arrange(workspace, talk, DAY, time(14), minutes=45, place="Room 4")
    return talk


def sent(workspace: Workspace, talk: int) -> tuple[Any, Any]:
    """Return the calendar and the one event of an invitation as another program reads them."""
    calendar = Calendar.from_ical(calendar_bytes(invitation(workspace, talk)))
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def test_an_invitation_names_who_when_and_where(workspace: Workspace, talk: int) -> None:
    calendar, event = sent(workspace, talk)
    assert (str(calendar["METHOD"]), str(event["SUMMARY"]), str(event["LOCATION"])) == (
        "REQUEST",
        "Interview: Robots",
        "Room 4",
    )
    assert event.decoded("DTSTART") == datetime(2027, 3, 19, 14, 0, tzinfo=BERLIN)
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(minutes=45)
    assert str(event["ATTENDEE"]) == "mailto:elena@example.com"
    assert event["ATTENDEE"].params["PARTSTAT"] == "NEEDS-ACTION"
    assert (str(event["ORGANIZER"]).partition(":")[0], event["ORGANIZER"].params["CN"]) == ("urn", "Ana Lind")


def test_an_invitation_tells_the_questions_and_never_the_notes(workspace: Workspace, talk: int) -> None:
    text = calendar_bytes(invitation(workspace, talk)).decode()
    assert "Who owns it?" in text
    assert "sceptical" not in text


def test_a_change_raises_the_sequence_of_the_same_uid(workspace: Workspace, talk: int) -> None:
    before = sent(workspace, talk)[1]
    interviews.edit(workspace, talk, time=time(15))
    after = sent(workspace, talk)[1]
    assert after["UID"] == before["UID"]
    assert (int(before["SEQUENCE"]), int(after["SEQUENCE"])) == (0, 1)


def test_one_that_is_called_off_is_a_cancellation(workspace: Workspace, talk: int) -> None:
    uid = sent(workspace, talk)[1]["UID"]
    interviews.cancel(workspace, talk)
    calendar, event = sent(workspace, talk)
    assert (str(calendar["METHOD"]), str(event["STATUS"]), event["UID"]) == ("CANCEL", "CANCELLED", uid)
    assert int(event["SEQUENCE"]) == 1
    assert not event.walk("VALARM")


def test_without_a_time_it_is_a_whole_day(workspace: Workspace, talk: int) -> None:
    interviews.edit(workspace, talk, time=None)
    event = sent(workspace, talk)[1]
    assert (event.decoded("DTSTART"), event["DTSTART"].params["VALUE"]) == (DAY, "DATE")
    assert event.decoded("DTEND") == DAY + timedelta(days=1)


def test_the_answer_of_who_is_asked_goes_along(workspace: Workspace, talk: int, elena: int) -> None:
    interviews.answer(workspace, talk, elena, AssignmentStatus.ACCEPTED)
    assert sent(workspace, talk)[1]["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"


def test_reminders_come_a_working_day_and_a_quarter_of_an_hour_before(workspace: Workspace, talk: int) -> None:
    event = sent(workspace, talk)[1]
    triggers = [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")]
    assert triggers == [-timedelta(days=1, hours=5), -timedelta(minutes=15)]


def test_there_is_no_invitation_to_what_has_no_day_nobody_or_is_over(workspace: Workspace, elena: int) -> None:
    talk = interviews.plan(workspace, "Later", today=TODAY, person_ids=(elena,))
    alone = interviews.plan(workspace, "Alone", today=TODAY, day=DAY)
    with pytest.raises(RuleBroken, match="no day yet"):
        invitation(workspace, talk)
    with pytest.raises(RuleBroken, match="Nobody is asked"):
        invitation(workspace, alone)
    interviews.hold(workspace, talk, today=TODAY)
    with pytest.raises(RuleBroken, match="was held already"):
        invitation(workspace, talk)


def test_the_same_invitation_is_the_same_bytes(workspace: Workspace, talk: int) -> None:
    assert calendar_bytes(invitation(workspace, talk)) == calendar_bytes(invitation(workspace, talk))


@pytest.fixture
def piece(workspace: Workspace, elena: int) -> int:
    """Ask Elena to review a piece, which also has a task of hers."""
    piece = pieces.create(workspace, "Cost of robots", planned=date(2027, 3, 30))
    assignments.ask(workspace, piece, elena, AssignmentRole.REVIEWER, today=TODAY, due=date(2027, 3, 24))
    tasks.add(workspace, piece, "Send the figures", person_id=elena, due=date(2027, 3, 22))
    return piece


def told(workspace: Workspace, person: int, period: str = "") -> list[tuple[str, date, Certainty | None]]:
    asked = parse_period(period, Settings()) if period else None
    return [(one.title, one.first, one.certainty) for one in wanted(workspace, person, today=TODAY, period=asked)]


def test_what_is_asked_and_owed_stands_on_the_day_it_is_due(workspace: Workspace, piece: int, elena: int) -> None:
    assert told(workspace, elena) == [
        ("Asked of you: “Cost of robots”", date(2027, 3, 24), Certainty.TENTATIVE),
        ("Due: Send the figures", date(2027, 3, 22), Certainty.CONFIRMED),
    ]


def test_what_is_asked_keeps_its_uid_when_it_is_accepted(workspace: Workspace, piece: int, elena: int) -> None:
    before = {one.uid for one in wanted(workspace, elena, today=TODAY)}
    assignments.accept(workspace, (piece, elena, AssignmentRole.REVIEWER), today=TODAY)
    assert {one.uid for one in wanted(workspace, elena, today=TODAY)} == before
    assert ("Due: Comments on “Cost of robots”", date(2027, 3, 24), Certainty.CONFIRMED) in told(workspace, elena)


def test_interviews_are_shown_without_inviting_anybody(workspace: Workspace, talk: int, elena: int) -> None:
    calendar = wanted_calendar(workspace, elena, today=TODAY)
    (found,) = calendar.appointments
    assert (calendar.method, found.title, found.participants, found.organiser) == (
        Method.PUBLISH,
        "Interview: Robots",
        (),
        None,
    )
    assert found.uid == invitation(workspace, talk).appointments[0].uid


def test_a_period_keeps_to_what_is_due_in_it(workspace: Workspace, piece: int, talk: int, elena: int) -> None:
    assert len(told(workspace, elena)) == 3
    assert [title for title, *_ in told(workspace, elena, "2027-03-20..2027-03-23")] == ["Due: Send the figures"]
    assert told(workspace, elena, "2027-04") == []


def test_of_somebody_of_whom_nothing_is_wanted_nothing_is_told(workspace: Workspace, elena: int) -> None:
    assert wanted_calendar(workspace, elena, today=TODAY).appointments == ()
