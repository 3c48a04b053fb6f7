"""My work of one person in a real workspace."""

from datetime import date, time
from decimal import Decimal

import pytest

from editorial.domain.my_work import MyWork, Owed
from editorial.domain.my_work_words import asked_words, due_words, load_words, owed_detail, owed_title, with_words
from editorial.domain.purpose import answer_words
from editorial.domain.recognition import Way
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus
from editorial.errors import RuleBroken
from editorial.services import assignments, interviews, lists, pieces, quotes, tasks
from editorial.services.my_work import my_work
from editorial.services.workspaces import Workspace
from tests.builders import a_person, named

TODAY = date(2027, 3, 10)
REVIEWER = AssignmentRole.REVIEWER


@pytest.fixture
def elena(workspace: Workspace) -> int:
    """Add Elena, who can give three interviews a month."""
    return lists.add(workspace, "person", "Elena Ruiz", interviews_a_month=3)


def of(workspace: Workspace, person: int) -> MyWork:
    return my_work(workspace, person, TODAY)


def owed(workspace: Workspace, person: int) -> list[tuple[str, str]]:
    return [(owed_title(one), due_words(one.due, one.days_late, TODAY)) for one in of(workspace, person).owed]


def test_a_person_of_whom_nothing_is_wanted(workspace: Workspace, elena: int) -> None:
    work = of(workspace, elena)
    assert (work.next, work.asked, work.owed, work.came_of_it, work.waiting) == (None, (), (), (), 0)
    assert load_words(work) == "Interviews in March: 0 of 3"


def test_the_next_interview_with_whom_and_its_questions(workspace: Workspace, elena: int) -> None:
    ana = a_person(workspace, "Ana Lind")
    asked = {"person_ids": (elena,), "interviewer_id": ana, "questions": "1. Who owns it?"}
    later = interviews.plan(workspace, "Later", today=TODAY, **asked)
    interviews.plan(workspace, "To arrange", today=TODAY, **asked)
    robots = interviews.plan(workspace, "Robots", today=TODAY, **asked)
    interviews.arrange(workspace, later, date(2027, 4, 2), time(9))
    interviews.arrange(workspace, robots, date(2027, 3, 19), time(14))
    work = of(workspace, elena)
    assert work.next
    assert (work.next.interview.questions, with_words(work.next)) == ("1. Who owns it?", "with Ana Lind")
    assert [one.interview.name for one in work.interviews] == ["Robots", "Later", "To arrange"]
    assert (work.month.interviews, work.waiting) == (1, 3)


def test_who_holds_an_interview_sees_it_too_and_answers_nothing(workspace: Workspace, elena: int) -> None:
    talk = interviews.plan(workspace, "Robots", today=TODAY, interviewer_id=elena)
    interviews.arrange(workspace, talk, TODAY)
    work = of(workspace, elena)
    assert work.next
    assert (work.next.answer, work.waiting, work.month.interviews) == (None, 0, 0)


def test_past_and_cancelled_interviews_are_not_ahead(workspace: Workspace, elena: int) -> None:
    for name, day in (("Past", date(2027, 3, 9)), ("Off", TODAY)):
        talk = interviews.plan(workspace, name, today=TODAY, person_ids=(elena,))
        interviews.arrange(workspace, talk, day)
    interviews.cancel(workspace, talk)
    assert of(workspace, elena).interviews == ()


def test_what_is_asked_waits_for_an_answer_soonest_first(workspace: Workspace, elena: int) -> None:
    for title, day in (("Talent", date(2027, 3, 24)), ("Nine proofs", date(2027, 3, 22))):
        piece = pieces.create(workspace, title, planned=date(2027, 4, 1), draft="word " * 1400)
        assignments.ask(workspace, piece, elena, REVIEWER, today=TODAY, due=day, hours=Decimal("0.5"))
    work = of(workspace, elena)
    assert [one.piece.title for one in work.asked] == ["Nine proofs", "Talent"]
    assert asked_words(work.asked[0]) == "review a draft of 1400 words · 0.5 hours · by 22 March 2027"
    assert (work.waiting, work.owed) == (2, ())


def test_what_was_accepted_is_owed_with_the_days_it_is_late(workspace: Workspace, elena: int) -> None:
    for title, day in (("Pricing", date(2027, 3, 8)), ("Talent", TODAY), ("Risk", date(2027, 3, 19))):
        piece = pieces.create(workspace, title)
        assignments.ask(workspace, piece, elena, REVIEWER, today=TODAY, due=day)
        assignments.accept(workspace, (piece, elena, REVIEWER), today=TODAY)
    assert owed(workspace, elena) == [
        ("Comments on “Pricing”", "2 days late"),
        ("Comments on “Talent”", "due today"),
        ("Comments on “Risk”", "19 March 2027"),
    ]


def test_declined_delivered_parked_binned_and_published_work_is_gone(workspace: Workspace, elena: int) -> None:
    made = [pieces.create(workspace, f"P{n}") for n in range(5)]
    for piece in made:
        assignments.ask(workspace, piece, elena, REVIEWER, today=TODAY, due=TODAY)
    assignments.decline(workspace, (made[0], elena, REVIEWER), "Busy", today=TODAY)
    assignments.deliver(workspace, (made[1], elena, REVIEWER), today=TODAY)
    pieces.edit(workspace, made[2], status_id=named(workspace, "status", "On hold"))
    pieces.bin(workspace, [made[3]])
    pieces.edit(workspace, made[4], published_on=TODAY)
    assert (of(workspace, elena).asked, of(workspace, elena).owed) == ((), ())


def test_who_writes_a_piece_owes_the_draft_without_being_asked(workspace: Workspace, elena: int) -> None:
    pieces.create(workspace, "Pricing", planned=date(2027, 3, 19), author_ids=(elena,))
    assert owed(workspace, elena) == [("Draft of “Pricing”", "19 March 2027")]
    assert of(workspace, elena).asked == ()


def test_tasks_that_name_a_person_are_owed_once(workspace: Workspace, elena: int) -> None:
    piece = pieces.create(workspace, "Pricing", planned=date(2027, 3, 19))
    tasks.add(workspace, piece, "Insight for the sales kit", due=date(2027, 3, 12), person_id=elena)
    tasks.add(workspace, piece, "Review", due=date(2027, 3, 11), person_id=elena, role=REVIEWER)
    assignments.ask(workspace, piece, elena, REVIEWER, today=TODAY)
    assignments.accept(workspace, (piece, elena, REVIEWER), today=TODAY)
    assert owed(workspace, elena) == [
        ("Comments on “Pricing”", "11 March 2027"),
        ("Insight for the sales kit", "12 March 2027"),
    ]
    assert owed_detail(of(workspace, elena).owed[1]) == "Pricing"


def test_quotes_to_clear_are_one_line_an_interview(workspace: Workspace, elena: int) -> None:
    talk = interviews.plan(workspace, "Robots", today=TODAY, person_ids=(elena,))
    interviews.hold(workspace, talk, today=date(2027, 3, 3))
    made = [quotes.take_down(workspace, text, person_id=None, interview_id=talk) for text in ("One", "Two", "Three")]
    quotes.ask(workspace, made[:2], today=date(2027, 3, 5))
    (line,) = of(workspace, elena).owed
    assert (line.kind, owed_title(line), line.due) == (Owed.QUOTES, "Clear 2 quotes for use", TODAY)
    assert owed_detail(line) == "interview “Robots” of 3 March 2027"
    assert of(workspace, elena).waiting == 2


def test_what_came_of_it_is_what_was_published(workspace: Workspace, elena: int) -> None:
    pieces.create(workspace, "Out", published_on=TODAY, author_ids=(elena,), given_by_id=elena)
    pieces.create(workspace, "Not yet", given_by_id=elena)
    (found,) = of(workspace, elena).came_of_it
    assert (found.piece.title, found.ways) == ("Out", (Way.IDEA, Way.AUTHOR))


def test_an_answer_that_was_given_waits_no_more(workspace: Workspace, elena: int) -> None:
    talk = interviews.plan(workspace, "Robots", today=TODAY, person_ids=(elena,))
    assert of(workspace, elena).waiting == 1
    interviews.answer(workspace, talk, elena, AssignmentStatus.ACCEPTED)
    assert of(workspace, elena).waiting == 0


def test_somebody_who_is_gone_has_no_work(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="no longer there"):
        of(workspace, 99)


def test_an_interview_one_declined_is_not_the_next(workspace: Workspace, elena: int) -> None:
    first, second = (
        interviews.plan(workspace, name, today=TODAY, person_ids=(elena,)) for name in ("Robots", "Tariffs")
    )
    interviews.arrange(workspace, first, date(2027, 3, 18), time(9))
    interviews.arrange(workspace, second, date(2027, 3, 19), time(9))
    interviews.answer(workspace, first, elena, AssignmentStatus.DECLINED, reason="away")
    work = my_work(workspace, elena, TODAY)
    assert work.next is not None
    assert work.next.interview.id == second
    assert [answer_words(one) for one in work.interviews] == ["you said no", "waits for your yes or no"]
    assert work.month.interviews == 1


def test_an_author_noted_on_an_idea_owes_nothing_before_it_is_planned(workspace: Workspace, elena: int) -> None:
    idea = pieces.create(workspace, "Robots", author_ids=(elena,))
    assert my_work(workspace, elena, TODAY).owed == ()
    pieces.edit(workspace, idea, planned=date(2027, 4, 1))
    assert [one.due for one in my_work(workspace, elena, TODAY).owed] == [date(2027, 4, 1)]
