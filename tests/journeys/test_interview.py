"""From an interview that is to be arranged to a cleared quote in a piece, and from a note to the letter back."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.domain.vocabulary import InterviewStatus
from editorial.services import calendar, interviews, lists, quotes
from editorial.store.workspace import Workspace
from editorial.ui.field_notes.capture import CaptureSheet
from editorial.ui.field_notes.note_acts import NoteActs
from editorial.ui.field_notes.place import FieldNotesPlace
from editorial.ui.interviews.interview_acts import InterviewActs
from editorial.ui.interviews.place import InterviewsPlace
from editorial.ui.interviews.quote_acts import QuoteActs
from editorial.ui.interviews.talk import TalkPlace
from editorial.ui.window import Window
from tests.builders import a_person

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_an_interview_becomes_a_quote_in_a_piece(qtbot: QtBot, window: Window, workspace: Workspace) -> None:
    ada, bob = a_person(workspace, "Ada"), a_person(workspace, "Bob")
    place = window.go("interviews")
    assert isinstance(place, InterviewsPlace)
    qtbot.keyClicks(place.page.adding.line, "Pricing")
    qtbot.keyClick(place.page.adding.line, Qt.Key.Key_Return)
    (planned,) = interviews.to_arrange(workspace)
    place.page.editor.editors["person_ids"].give((ada,))
    place.page.editor.editors["interviewer_id"].give(bob)

    acts = place.page.acts
    assert isinstance(acts, InterviewActs)
    acts.find_time.click()
    qtbot.keyClick(acts.time.buttons[0], Qt.Key.Key_Space)
    assert interviews.read(workspace, planned.id).status is InterviewStatus.ARRANGED

    acts.talk.click()
    talk = window.place
    assert isinstance(talk, TalkPlace)
    qtbot.keyClicks(talk.text, "We pay for time.")
    qtbot.keyClick(talk.text, Qt.Key.Key_F8)
    qtbot.keyClick(talk.text, Qt.Key.Key_F9)
    talk.done.click()
    held = interviews.read(workspace, planned.id)
    assert (held.status, held.notes) == (InterviewStatus.HELD, "We pay for time.")

    place.arrive(page="quotes")
    bank = place.page.acts
    assert isinstance(bank, QuoteActs)
    bank.ask.click()
    bank.clear.click()
    (idea,) = calendar.ideas(workspace)
    bank.used.give((idea.id,))
    qtbot.waitUntil(lambda: dict(quotes.bank(workspace)[0].used_in) == {idea.id: "We pay for time."})


def test_a_note_becomes_an_idea_and_is_told_back(qtbot: QtBot, window: Window, workspace: Workspace) -> None:
    a_person(workspace, "Ada")
    qtbot.keyClick(window, Qt.Key.Key_N, BOTH)
    (sheet,) = window.findChildren(CaptureSheet)
    sheet.person.put_named("Ada")
    qtbot.keyClicks(sheet.line, "They ask for proof")
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)

    place = window.go("field_notes")
    assert isinstance(place, FieldNotesPlace)
    acts = place.page.acts
    assert isinstance(acts, NoteActs)
    acts.button.click()
    assert [idea.title for idea in calendar.ideas(workspace)] == ["They ask for proof"]
    assert acts.reply.toPlainText().startswith("Hello Ada,")
    acts.tell.click()
    assert lists.read_records(workspace, "field_note")[0].told_back_on == window.desk.today
