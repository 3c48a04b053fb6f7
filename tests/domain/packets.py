"""My work of Elena for tests of packets: an interview, two wishes, a draft she owes, and two quotes."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from editorial.domain.load import MonthLoad, QuarterLoad
from editorial.domain.my_work import AskedOfMe, MyInterview, MyWork, Owed, OwedByMe
from editorial.domain.packet import PacketPage, packet_page
from editorial.domain.people_records import Assignment, InterviewAnswer, Quote
from editorial.domain.period import Period
from editorial.domain.planning_records import Interview, Task
from editorial.domain.recognition import Contribution, Way
from editorial.domain.records import Person
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, Clearance, InterviewStatus
from tests.domain.builders import an_entry

TODAY = date(2027, 3, 10)
WORKSPACE, PACKET, ELENA = "0195-workspace", "0195c0de-1111-7222-8333-444455556666", "0195-elena"
QUESTIONS = """1. What do operations leaders believe about automation that you no longer do?
2. Where did it go wrong first, and who **noticed**?
3. What would you tell a peer to do on Monday?
"""
TALK, NINE, COST, PRICING, FIRST_QUOTE, SECOND_QUOTE = range(1, 7)
"""The numbers under which the packet asks."""


def some_work(**fields: Any) -> MyWork:
    elena = Person(id=1, uid=ELENA, name="Elena Ruiz", interviews_a_month=3)
    march = Period("2027-03", date(2027, 3, 1), date(2027, 3, 31))
    quarter = Period("FY2027 Q1", date(2027, 1, 1), date(2027, 3, 31))
    talk = MyInterview(_talk(), ("Ana Lind",), InterviewAnswer(interview_id=1, person_id=1))
    came = an_entry(9, date(2027, 2, 2), title="The end of the annual plan", published=True)
    work = MyWork(
        person=elena,
        today=TODAY,
        next=talk,
        interviews=(talk,),
        asked=(
            _wish(2, "Nine proofs a buyer needs", AssignmentRole.SOURCE, date(2027, 3, 22), hours=Decimal("0.5")),
            _wish(3, "Why cost programs rebound", AssignmentRole.REVIEWER, date(2027, 3, 24), words=1400),
        ),
        owed=_owed(),
        month=MonthLoad(march, 2, over=False),
        quarter=QuarterLoad(quarter, Decimal(0), over=False),
        came_of_it=(Contribution(came, "", (Way.INTERVIEW, Way.QUOTE)),),
    )
    return replace(work, **fields)


def _talk() -> Interview:
    return Interview(
        id=1,
        uid="0195-talk",
        name="Who owns the robot’s mistakes?",
        day=date(2027, 3, 19),
        time=time(14),
        place="https://meet.example/robots",
        status=InterviewStatus.ARRANGED,
        questions=QUESTIONS,
    )


def _wish(piece: int, title: str, role: AssignmentRole, due: date, *, words: int = 0, **fields: Any) -> AskedOfMe:
    job = Assignment(piece_id=piece, person_id=1, role=role, due=due, asked_on=TODAY, **fields)
    return AskedOfMe(job, an_entry(piece, title=title), due, words)


def _owed() -> tuple[OwedByMe, ...]:
    draft = Assignment(piece_id=4, person_id=1, role=AssignmentRole.REVIEWER, status=AssignmentStatus.ACCEPTED)
    quotes = tuple(
        Quote(id=n, uid=f"0195-quote-{n}", name=text, person_id=1, interview_id=2, mark=mark, clearance=Clearance.ASKED)
        for n, (text, mark) in enumerate((("Nobody owned it.", "00:12:03"), ("The robot was right.", "")), start=1)
    )
    held = Interview(id=2, uid="0195-held", name="Robots", day=date(2027, 3, 3), status=InterviewStatus.HELD)
    step = Task(id=1, uid="0195-task", piece_id=6, name="One-line insight for the sales kit", due=date(2027, 3, 19))
    return (
        OwedByMe(
            Owed.ASSIGNMENT, date(2027, 3, 8), 2, an_entry(4, title="Pricing after tariffs"), draft, draft_words=9
        ),
        OwedByMe(Owed.QUOTES, TODAY, quotes=quotes, interview=held),
        OwedByMe(Owed.TASK, date(2027, 3, 19), piece=an_entry(6, title="Talent is the new inventory"), task=step),
    )


def a_page(work: MyWork | None = None, **fields: Any) -> PacketPage:
    told: dict[str, Any] = {"packet_uid": PACKET, "workspace_uid": WORKSPACE, "workspace": "Halyard"}
    told |= {"made": datetime(2027, 3, 10, 9, 30, tzinfo=UTC), "zone": "Europe/Berlin"}
    told |= {"answers_to": "ana@halyard.example", "drafts": {4: "Prices rose.\n\nThen they stayed."}}
    return packet_page(work or some_work(), **told | fields)
