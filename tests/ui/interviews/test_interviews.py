"""Interviews through the window: arranged, talked through, and what was said used."""

from datetime import date, time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editorial.domain.vocabulary import AssignmentStatus, Clearance, InterviewStatus
from editorial.services import calendar, interviews, lists, questions, quotes
from editorial.services.pieces import read
from editorial.services.workspaces import Workspace
from editorial.ui.interviews.place import InterviewsPlace
from editorial.ui.interviews.question_acts import QuestionActs
from editorial.ui.interviews.quote_acts import QuoteActs
from editorial.ui.interviews.talk import TalkPlace
from editorial.ui.window import Window
from tests.builders import a_person, a_piece
from tests.ui.interviews.acts import shown
from tests.ui.scripted import ScriptedPrompts

DAY = date(2027, 3, 22)


def talk(window: Window, interview: int, **wanted: int) -> TalkPlace:
    window.visit("interview", interview_id=interview, **wanted)
    found = window.place
    assert isinstance(found, TalkPlace)
    return found


def an_interview(workspace: Workspace, name: str = "Pricing", **fields: object) -> int:
    return interviews.plan(workspace, name, today=date(2027, 3, 1), **fields)


def test_what_waits_longest_comes_first(place: InterviewsPlace, workspace: Workspace) -> None:
    interviews.plan(workspace, "New", today=date(2027, 3, 9))
    held = interviews.plan(workspace, "Held", today=date(2027, 1, 9))
    interviews.hold(workspace, held, today=DAY)
    interviews.plan(workspace, "Old", today=date(2027, 2, 1))
    assert [row.name for row in place.page.model.rows] == ["Old", "New", "Held"]


def test_a_state_alone_is_shown(place: InterviewsPlace, workspace: Workspace) -> None:
    an_interview(workspace, "To arrange")
    interviews.cancel(workspace, an_interview(workspace, "Cancelled"))
    assert place.page.parts is not None
    place.page.parts.choose("cancelled")
    assert [row.name for row in place.page.model.rows] == ["Cancelled"]


def test_an_interview_is_followed_into_its_new_state(place: InterviewsPlace, workspace: Workspace) -> None:
    one, _other = an_interview(workspace, "One"), an_interview(workspace, "Other")
    assert place.page.parts is not None
    place.page.parts.choose("to arrange")
    shown(place, one).held.click()
    assert place.page.parts.chosen == "held"
    assert place.page.entry == one


def test_a_time_is_found_and_taken(place: InterviewsPlace, workspace: Workspace) -> None:
    ada, bob = a_person(workspace, "Ada"), a_person(workspace, "Bob")
    one = an_interview(workspace, person_ids=(ada,), interviewer_id=bob)
    acts = shown(place, one)
    acts.find_time.click()
    assert len(acts.time.buttons) == 5
    acts.time.buttons[0].click()
    assert interviews.read(workspace, one).status is InterviewStatus.ARRANGED


def test_without_people_no_time_is_offered(place: InterviewsPlace, workspace: Workspace) -> None:
    acts = shown(place, an_interview(workspace))
    acts.find_time.click()
    assert not acts.time.buttons
    assert acts.time.isVisible()


def test_an_invitation_is_saved_and_says_whom_it_is_for(
    place: InterviewsPlace, workspace: Workspace, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    ada = lists.add(workspace, "person", "Ada", email="ada@example.com")
    one = an_interview(workspace, person_ids=(ada,))
    interviews.arrange(workspace, one, DAY, time(10))
    acts, path = shown(place, one), tmp_path / "invitation.ics"
    prompts.answers["invitation"] = path
    said: list[str] = []
    place.desk.notice.connect(lambda notice: said.append(notice.text))
    acts.invite.click()
    assert b"METHOD:REQUEST" in path.read_bytes()
    assert "Ada (ada@example.com)" in said[-1]


def test_a_template_adds_its_questions(place: InterviewsPlace, workspace: Workspace) -> None:
    one = an_interview(workspace, questions="Why?")
    shown(place, one)._take_questions("1. What next?")
    assert interviews.read(workspace, one).questions == "Why?\n\n1. What next?"


def test_a_transcript_comes_in(
    place: InterviewsPlace,
    window: Window,
    workspace: Workspace,
    prompts: ScriptedPrompts,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    one = an_interview(workspace)
    interviews.hold(workspace, one, today=DAY)
    path = tmp_path / "said.txt"
    path.write_text("[00:01:02] Ada: We pay for time.", encoding="utf-8")
    prompts.answers["transcript"] = path
    bring = shown(place, one).bring
    with qtbot.waitSignal(window.arrived):
        bring.click()
    page = window.place
    assert isinstance(page, TalkPlace)
    assert page.spoken.transcript is not None
    assert "We pay for time." in page.text.toPlainText()


def test_notes_are_saved_while_they_are_typed(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    one = an_interview(workspace)
    page = talk(window, one)
    qtbot.keyClicks(page.text, "They pay for time")
    qtbot.waitUntil(lambda: interviews.read(workspace, one).notes == "They pay for time")


def test_one_key_makes_a_quote_of_the_paragraph(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    ada = a_person(workspace, "Ada")
    page = talk(window, an_interview(workspace, person_ids=(ada,), notes="First\nWe pay for time."))
    page.text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(page.text, Qt.Key.Key_F8)
    (one,) = quotes.bank(workspace)
    assert (one.quote.name, one.person) == ("We pay for time.", "Ada")


def test_one_key_makes_an_idea_of_what_is_selected(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    one = an_interview(workspace, notes="We pay for time.")
    page = talk(window, one)
    page.text.selectAll()
    qtbot.keyClick(page.text, Qt.Key.Key_F9)
    (idea,) = calendar.ideas(workspace)
    assert [each.interview_id for each in read(workspace, idea.id).evidence] == [one]


def test_a_quote_of_a_transcript_keeps_its_mark(window: Window, workspace: Workspace) -> None:
    one = an_interview(workspace)
    made = interviews.bring_transcript(workspace, one, "said", "[00:00:01] Hello\n\n[00:01:02] We pay for time.")
    page = talk(window, one, transcript_id=made)
    page.text.moveCursor(QTextCursor.MoveOperation.End)
    page.take_quote()
    assert [(each.quote.name, each.quote.mark) for each in quotes.bank(workspace)] == [("We pay for time.", "00:01:02")]


def test_a_cleared_quote_can_be_used(place: InterviewsPlace, workspace: Workspace, qtbot: QtBot) -> None:
    quotes.take_down(workspace, "We pay for time.", person_id=None)
    piece = a_piece(workspace, "Time is money")
    place.arrive(page="quotes")
    acts = place.page.acts
    assert isinstance(acts, QuoteActs)
    assert not acts.used.add.isEnabled()
    acts.clear.click()
    acts.used.give((piece,))
    qtbot.waitUntil(lambda: dict(quotes.bank(workspace)[0].used_in) == {piece: "Time is money"})
    assert quotes.bank(workspace)[0].quote.clearance is Clearance.CLEARED


def test_quotes_are_found_by_the_piece_that_uses_them(place: InterviewsPlace, workspace: Workspace) -> None:
    used = quotes.take_down(workspace, "We pay for time.", person_id=None)
    quotes.take_down(workspace, "Never again.", person_id=None)
    quotes.clear(workspace, [used], today=DAY)
    quotes.use(workspace, used, a_piece(workspace, "Tariffs"))
    place.arrive(page="quotes")
    place.page.search.setText("tariffs")
    assert [row.name for row in place.page.model.rows] == ["We pay for time."]


def test_a_question_is_asked_once_more(place: InterviewsPlace, workspace: Workspace) -> None:
    questions.collect(workspace, "What does it cost?", day=DAY)
    place.arrive(page="questions")
    acts = place.page.acts
    assert isinstance(acts, QuestionActs)
    acts.vote.click()
    assert questions.bank(workspace)[0].question.votes == 1
    assert acts.standing.text() == "Unanswered; asked 1 time"


def test_a_reply_is_a_field_note(place: InterviewsPlace, workspace: Workspace, prompts: ScriptedPrompts) -> None:
    asked = questions.collect(workspace, "What does it cost?", day=DAY)
    place.arrive(page="questions")
    acts = place.page.acts
    assert isinstance(acts, QuestionActs)
    prompts.answers["reply"] = "Twice as much"
    acts.reply.click()
    assert [note.name for note in questions.replies(workspace, asked)] == ["Twice as much"]
    assert "Twice as much" in acts.replies.text()


def test_the_usual_templates_come_back(place: InterviewsPlace, workspace: Workspace) -> None:
    for one in lists.read_records(workspace, "question_template"):
        lists.remove(workspace, "question_template", one.id)
    place._add_usual()
    assert place.page.model.total == 6


def test_the_timer_runs_and_stops(window: Window, workspace: Workspace) -> None:
    page = talk(window, an_interview(workspace))
    page.watch.click()
    assert page.watch.text().endswith("of 45 min")
    page.watch.click()
    assert page.watch.text().endswith("stopped")


def test_the_rail_marks_the_interviews_during_a_talk(window: Window, workspace: Workspace) -> None:
    talk(window, an_interview(workspace))
    marked = [button.accessibleName() for button in window.rail.findChildren(QPushButton) if button.isChecked()]
    assert marked == ["Interviews"]


def test_a_no_is_told_as_a_warning_and_not_among_the_answers(place: InterviewsPlace, workspace: Workspace) -> None:
    ada, bo = a_person(workspace, "Ada"), a_person(workspace, "Bo")
    id_ = interviews.plan(workspace, "Pricing", today=DAY, person_ids=(ada, bo))
    interviews.answer(workspace, id_, ada, AssignmentStatus.ACCEPTED)
    interviews.answer(workspace, id_, bo, AssignmentStatus.DECLINED, reason="Away")
    acts = shown(place, id_)
    assert "Ada" in acts.answers.text()
    assert "Bo" not in acts.answers.text()
    assert acts.warnings.text() == "Bo declines: Away"
