"""The page of a talk: what is meant by a passage, its keys, the timer and the transcripts."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from editorial.services import calendar, history, interviews, quotes
from editorial.services.workspaces import Workspace
from editorial.ui.fields import editor
from editorial.ui.interviews.talk import TalkPlace
from editorial.ui.window import Window
from tests.builders import a_person
from tests.full_disk import PLENTY, room
from tests.ui.scripted import ScriptedPrompts

DAY = date(2027, 3, 22)
SAID = "[00:00:04] Bo Stone: Who owns it? 🙂\n\n[00:01:10] ADA: Nobody does. \n\n[00:02:00] Ada: That is the point."


@pytest.fixture
def talk(workspace: Workspace) -> int:
    people = a_person(workspace, "Ada Byron"), a_person(workspace, "Cem Demir")
    return interviews.plan(workspace, "Pricing", today=DAY, person_ids=people, notes="Why now? They pay for time.")


@pytest.fixture
def page(window: Window, talk: int) -> TalkPlace:
    return visit(window, talk)


def visit(window: Window, talk: int, **wanted: int) -> TalkPlace:
    window.visit("interview", interview_id=talk, **wanted)
    found = window.place
    assert isinstance(found, TalkPlace)
    return found


def transcript(window: Window, workspace: Workspace, talk: int, text: str = SAID) -> TalkPlace:
    return visit(window, talk, transcript_id=interviews.bring_transcript(workspace, talk, "said", text))


def put_cursor(page: TalkPlace, words: str) -> None:
    cursor = page.text.document().find(words)
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    page.text.setTextCursor(cursor)


def taken(workspace: Workspace) -> list[tuple[str, str, str]]:
    return [(one.quote.name, one.person, one.quote.mark) for one in quotes.bank(workspace)]


def test_a_quote_is_of_whom_the_transcript_names(window: Window, workspace: Workspace, talk: int) -> None:
    page = transcript(window, workspace, talk)
    put_cursor(page, "Nobody")
    page.take_quote()
    assert taken(workspace) == [("Nobody does.", "Ada Byron", "00:01:10")]


def test_a_selection_lies_under_the_mark_before_it(window: Window, workspace: Workspace, talk: int) -> None:
    page = transcript(window, workspace, talk)
    page.text.setTextCursor(page.text.document().find("the point"))
    page.take_quote()
    assert taken(workspace) == [("the point", "Ada Byron", "00:02:00")]


def test_somebody_unknown_who_speaks_once_stays_in_the_words(window: Window, workspace: Workspace, talk: int) -> None:
    page = transcript(window, workspace, talk)
    put_cursor(page, "Who owns")
    page.take_quote()
    assert taken(workspace) == [("Bo Stone: Who owns it? 🙂", "", "00:00:04")]


def test_a_colon_in_the_notes_is_no_speaker(window: Window, workspace: Workspace, talk: int) -> None:
    interviews.edit(workspace, talk, notes="Problem: nobody owns it.")
    visit(window, talk).take_quote()
    assert taken(workspace) == [("Problem: nobody owns it.", "", "")]


def test_a_long_passage_becomes_an_idea_with_a_short_title(workspace: Workspace, page: TalkPlace) -> None:
    interviews.edit(workspace, page.interview.id, notes="Nobody owned it. " + "It went on and on. " * 9)  # type: ignore[union-attr]
    page.take_idea()
    assert [idea.title for idea in calendar.ideas(workspace)] == ["Nobody owned it."]


def test_the_keys_work_wherever_the_keyboard_is(
    window: Window, page: TalkPlace, workspace: Workspace, qtbot: QtBot
) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    page.questions.setFocus()
    qtbot.keyClick(page.questions, Qt.Key.Key_F8)
    assert len(quotes.bank(workspace)) == 1
    page.back.setFocus()
    qtbot.keyClick(page.back, Qt.Key.Key_F7)
    assert page.watch.mark


def test_the_timer_goes_on_while_one_looks_elsewhere(window: Window, page: TalkPlace, talk: int) -> None:
    page.watch.run()
    window.go("ideas")
    visit(window, talk)
    assert page.watch.mark


def test_a_quote_of_notes_after_the_talk_has_no_mark(page: TalkPlace, workspace: Workspace) -> None:
    page.watch.run()
    page.take_quote()
    page.watch.stop()
    page.take_quote()
    assert [mark for _text, _person, mark in taken(workspace)] == ["", "00:00:00"]


def test_a_transcript_is_brought_in_where_one_took_notes(
    window: Window, page: TalkPlace, workspace: Workspace, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    assert page.bring.isHidden()
    page.done.click()
    path = tmp_path / "said.txt"
    path.write_text(SAID, encoding="utf-8")
    prompts.answers["transcript"] = path
    with qtbot.waitSignal(window.arrived):
        page.bring.click()
    assert page.spoken.source.currentText() == "Transcript: said"


def test_a_transcript_is_removed_and_comes_back(window: Window, workspace: Workspace, talk: int) -> None:
    page = transcript(window, workspace, talk)
    page.spoken.remove.click()
    assert (page.spoken.source.count(), page.spoken.transcript) == (1, None)
    assert page.text.toPlainText() == "Why now? They pay for time."
    history.undo(workspace)
    assert page.spoken.source.count() == 2


def test_the_quotes_of_an_interview_are_one_click_away(window: Window, page: TalkPlace) -> None:
    page.take_quote()
    assert page.spoken.taken.text() == "1 quote from this interview"
    page.spoken.taken.click()
    place = window.place
    assert [row.name for row in place.page.model.rows] == ["Why now? They pay for time."]  # type: ignore[union-attr]


def test_a_quote_leads_to_where_it_was_said(window: Window, workspace: Workspace, talk: int) -> None:
    long = "[00:00:01] Ada: Well.\n\n" * 300
    page = transcript(window, workspace, talk, f"{long}[00:45:10] Ada: That is the point.")
    put_cursor(page, "the point")
    page.take_quote()
    assert visit(window, talk).spoken.source.currentText() == "Notes"
    place = window.go("interviews", page="quotes")
    place.page.acts.open.click()  # type: ignore[attr-defined]
    assert page.spoken.source.currentText() == "Transcript: said"
    assert page.text.mark == "00:45:10"
    assert page.text.cursorRect().top() > 0
    assert [each.cursor.selectedText() for each in page.text.extraSelections()] == [
        "[00:45:10] Ada: That is the point."
    ]
    page.text.moveCursor(QTextCursor.MoveOperation.Start)
    assert not page.text.extraSelections()


def test_a_quote_of_the_notes_is_found_by_its_words(window: Window, page: TalkPlace) -> None:
    page.take_quote()
    page.text.moveCursor(QTextCursor.MoveOperation.End)
    place = window.go("interviews", page="quotes")
    place.page.acts.open.click()  # type: ignore[attr-defined]
    assert page.text.textCursor().position() == 0


def test_typing_without_a_pause_is_saved_too(
    page: TalkPlace, workspace: Workspace, talk: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editor, "LONGEST_S", 0.0)
    page.text.selectAll()
    qtbot.keyClicks(page.text, "New")
    assert interviews.read(workspace, talk).notes == "New"


def test_a_full_disk_is_told_and_no_word_is_lost(
    window: Window, page: TalkPlace, workspace: Workspace, talk: int, qtbot: QtBot
) -> None:
    said: list[str] = []
    window.desk.notice.connect(lambda notice: said.append(notice.text))
    room(workspace, 1)
    long = "They pay for time. " * 2_000
    page.text.setPlainText(long)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["The disk is full. Nothing was changed; make room and try again."]
    assert page.text.toPlainText() == long
    room(workspace, PLENTY)
    qtbot.keyClicks(page.text, "!")
    qtbot.waitUntil(lambda: interviews.read(workspace, talk).notes == "!" + long)
