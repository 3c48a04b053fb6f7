"""The mail of an invitation."""

from datetime import date, time
from typing import Any

from editorial.domain.invitation_mail import invitation_mail
from editorial.domain.planning_records import Interview
from editorial.domain.records import Settings
from editorial.domain.vocabulary import InterviewStatus

LONDON = Settings(time_zone="Europe/London")


def an_interview(**fields: Any) -> Interview:
    known = {"day": date(2027, 3, 22), "time": time(14), "status": InterviewStatus.ARRANGED}
    return Interview(**{"id": 1, "uid": "i", "name": "Risk", **known, **fields})


def test_it_says_what_when_and_where() -> None:
    mail = invitation_mail(
        an_interview(place="Room 4"), LONDON, ["a@x.example", "b@x.example"], file="inv.ics", sender="Nora"
    )
    assert (mail.to, mail.subject) == ("a@x.example,b@x.example", "Interview “Risk”")
    assert "When: 22 March 2027, 14:00–14:45 (Europe/London)\nWhere: Room 4" in mail.body
    assert "Attached: inv.ics." in mail.body
    assert mail.body.endswith("Best wishes\nNora")


def test_a_cancellation_says_so() -> None:
    mail = invitation_mail(an_interview(status=InterviewStatus.CANCELLED), LONDON, ["a@x.example"], file="off.ics")
    assert mail.subject == "Cancelled: interview “Risk”"
    assert "does not take place" in mail.body
