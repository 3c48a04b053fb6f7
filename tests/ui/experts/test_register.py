"""The register of experts through the window."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from editorial.domain.records import Away, Person
from editorial.domain.vocabulary import AssignmentRole, BlogPlace, PersonRole
from editorial.services import assignments, history, interviews, lists
from editorial.services.workspaces import Workspace, create_workspace
from editorial.ui.experts.page import RegisterPage
from editorial.ui.experts.place import ExpertsPlace
from editorial.ui.interviews.place import InterviewsPlace
from editorial.ui.window import Window
from tests.builders import a_person, a_piece, a_segment, an_interest
from tests.ui.scripted import ScriptedPrompts


@pytest.fixture
def ada(workspace: Workspace) -> int:
    return lists.add(workspace, "person", "Ada Byron", roles=(PersonRole.SME,))


def shown(window: Window, **wanted: object) -> RegisterPage:
    window.go("experts", **wanted)
    place = window.place
    assert isinstance(place, ExpertsPlace)
    return place.page


def person(workspace: Workspace, id_: int) -> Person:
    return next(one for one in lists.read_people(workspace) if one.id == id_)


def test_the_settings_lead_to_the_register(window: Window, ada: int) -> None:
    window.go("settings", kind="person", id=ada)
    assert isinstance(window.place, ExpertsPlace)
    assert window.place.page.editor.record.id == ada


def test_weekdays_are_kept_as_days(window: Window, workspace: Workspace, ada: int) -> None:
    page = shown(window, id=ada)
    page.editor.editors["weekdays"].give((0, 2))
    assert person(workspace, ada).weekdays == frozenset({0, 2})


def test_no_zone_is_that_of_the_workspace(window: Window, workspace: Workspace, ada: int) -> None:
    page = shown(window, id=ada)
    page.editor.editors["time_zone"].give("Europe/Berlin")
    assert person(workspace, ada).time_zone == "Europe/Berlin"
    page.editor.editors["time_zone"].give(None)
    assert person(workspace, ada).time_zone == ""


def test_a_dormant_blog_is_said(window: Window, workspace: Workspace, ada: int) -> None:
    lists.edit(workspace, "person", ada, blog=BlogPlace.ONSITE, blog_last_post=date(2027, 1, 1))
    page = shown(window, id=ada)
    assert "Dormant" in page.blog.text()
    assert not page.blog.isHidden()


def test_an_interview_is_planned_with_whom_the_answer_names(window: Window, workspace: Workspace, ada: int) -> None:
    risk = an_interest(workspace, "Risk")
    page = shown(window, interest_id=risk, day=date(2027, 4, 1))
    page.interview.click()
    (planned,) = interviews.to_arrange(workspace)
    assert (planned.name, planned.person_ids) == ("Risk", (ada,))
    assert isinstance(window.place, InterviewsPlace)
    assert window.place.page.editor.record.id == planned.id
    assert history.undo(workspace)
    assert not interviews.to_arrange(workspace)


def test_a_question_lists_the_best_first(window: Window, workspace: Workspace, ada: int) -> None:
    risk, founders = an_interest(workspace, "Risk"), a_segment(workspace)
    grace = lists.add(workspace, "person", "Grace Hopper", interest_ids=(risk,), segment_ids=(founders,))
    page = shown(window, interest_id=risk, segment_id=founders, day=date(2027, 4, 1))
    names = [page.candidates.item(row).text() for row in range(page.candidates.count())]
    assert names == ["Grace Hopper", "Ada Byron"]
    assert page.editor.record.id == grace
    spoken = page.candidates.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "knows Risk" in spoken
    assert "any number in April" in spoken


def test_everybody_is_one_click_from_an_answer(window: Window, ada: int, qtbot: QtBot) -> None:
    page = shown(window)
    qtbot.mouseClick(page.question.ask, Qt.MouseButton.LeftButton)
    assert page.table.isHidden()
    qtbot.mouseClick(page.question.clear, Qt.MouseButton.LeftButton)
    assert page.table.isVisible()
    assert page.candidates.isHidden()


def test_what_came_of_it_names_the_piece(window: Window, workspace: Workspace, ada: int) -> None:
    piece = a_piece(workspace, "Pricing", planned=date(2027, 4, 1))
    assignments.ask(workspace, piece, ada, AssignmentRole.AUTHOR, today=date(2027, 3, 1))
    page = shown(window, id=ada)
    assert page.came.sums.text() == "1 on its way"


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_a_letter_of_thanks_is_written(
    window: Window, workspace: Workspace, ada: int, prompts: ScriptedPrompts, tmp_path: Path, ending: str, qtbot: QtBot
) -> None:
    piece = a_piece(workspace, "Pricing", planned=date(2027, 4, 1))
    assignments.ask(workspace, piece, ada, AssignmentRole.AUTHOR, today=date(2027, 3, 1))
    path = prompts.answers["letter"] = tmp_path / f"thanks.{ending}"
    page = shown(window, id=ada)
    with qtbot.waitSignal(window.desk.notice):
        page.came.letter.click()
    assert path.stat().st_size > 1000


def test_who_gave_nothing_yet_gets_no_letter(window: Window, ada: int) -> None:
    assert shown(window, id=ada).came.letter.isHidden()


def test_erasing_says_what_it_means_and_is_final(
    window: Window, workspace: Workspace, ada: int, prompts: ScriptedPrompts
) -> None:
    page = shown(window, id=ada)
    prompts.answers["erase"] = False
    page.erase_person()
    assert person(workspace, ada).name == "Ada Byron"
    prompts.answers["erase"] = True
    page.search.setText("byron")
    page.erase_person()
    assert page.editor.record.name == "Erased person"
    assert page.table.currentIndex().data() == "Erased person"
    assert "Ada Byron" not in {one.name for one in lists.read_people(workspace)}


def test_days_away_come_from_a_calendar_and_can_be_undone(
    window: Window, workspace: Workspace, ada: int, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "away.ics"
    event = "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Holiday\r\nDTSTART;VALUE=DATE:20270405\r\nDTEND;VALUE=DATE:20270410\r\n"
    path.write_bytes(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{event}END:VEVENT\r\nEND:VCALENDAR\r\n".encode())
    prompts.answers["away"] = path
    page = shown(window, id=ada)
    page.from_calendar.click()
    qtbot.waitUntil(lambda: not page.away_file.isHidden())
    assert "1 new stretch of days" in page.away_file.text.text()
    assert person(workspace, ada).away == ()
    qtbot.mouseClick(page.away_file.bring, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is page.from_calendar
    assert person(workspace, ada).away == (Away(first=date(2027, 4, 5), last=date(2027, 4, 9), reason="Holiday"),)
    window.desk.undo()
    assert person(workspace, ada).away == ()


def test_two_that_are_one_are_merged_and_parted_again(window: Window, workspace: Workspace, ada: int) -> None:
    other = a_person(workspace, "A. Byron")
    page = shown(window, id=other)
    page.editor.propose(ada)
    page.editor.strip.merge.click()
    assert page.editor.record.id == ada
    window.desk.undo()
    assert len(lists.read_people(workspace)) == 2


def test_equal_names_are_told_apart(window: Window, workspace: Workspace) -> None:
    for slug in ("jacqueline-snee", "jsnee"):
        lists.add(workspace, "person", "Jacqueline Snee", outside_id=slug, roles=(PersonRole.SME,))
    page = shown(window)
    names = ["Jacqueline Snee (jacqueline-snee)", "Jacqueline Snee (jsnee)"]
    assert [page.model.index(row, 0).data() for row in range(2)] == names
    picker = page.editor.choose_other()
    assert picker.model.options[0].name == names[1]
    picker.close()
    window.go("experts", ask=True)
    page.question.ask.click()
    assert [page.candidates.item(row).text() for row in range(2)] == names


def test_letters_find_an_entry_of_the_question(window: Window, workspace: Workspace, ada: int, qtbot: QtBot) -> None:
    an_interest(workspace, "Notes")
    page = shown(window, ask=True)
    assert page.question.interest.hasFocus()
    handle = window.windowHandle()
    qtbot.keyClick(handle, Qt.Key.Key_N)
    assert page.question.interest.currentText() == "Notes"
    assert window.place is window.places["experts"]


def test_tab_goes_from_the_question_to_the_answer(window: Window, ada: int, qtbot: QtBot) -> None:
    page = shown(window, ask=True)
    page.question.ask.click()
    assert page.candidates.hasFocus()
    page.question.clear.setFocus()
    qtbot.keyClick(page.question.clear, Qt.Key.Key_Tab)
    assert page.candidates.hasFocus()


def test_an_empty_register_leads_to_the_import(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    page = shown(window)
    assert page.adding.isVisible()
    qtbot.mouseClick(page.import_table, Qt.MouseButton.LeftButton)
    assert window.place is window.places["import"]
    a_person(workspace, "Ada Byron")
    page = shown(window)
    assert page.adding.isHidden()
    assert page.import_table.isHidden()


def test_the_first_person_may_be_followed_by_the_next(window: Window, qtbot: QtBot) -> None:
    page = shown(window)
    qtbot.keyClicks(page.adding.line, "Ada Byron")
    qtbot.keyClick(page.adding.line, Qt.Key.Key_Return)
    assert page.model.total == 1
    assert page.adding.line.hasFocus()


def test_the_button_that_clears_the_search_is_in_the_middle(window: Window, ada: int) -> None:
    search = shown(window).search
    button = search.findChild(QToolButton)
    assert button is not None
    assert abs(button.geometry().center().y() - search.rect().center().y()) <= 1


def test_an_interview_held_is_the_last_contact(window: Window, workspace: Workspace, ada: int) -> None:
    page = shown(window, id=ada)
    assert page.contact.isHidden()
    talk = interviews.plan(workspace, "On pricing", today=date(2027, 1, 4), person_ids=(ada,))
    interviews.arrange(workspace, talk, date(2027, 1, 11), time(10))
    interviews.hold(workspace, talk, today=date(2027, 1, 11))
    assert page.model.index(0, 3).data() == "11 January 2027"
    assert page.contact.text() == "Last heard of on 11 January 2027."
    assert page.contact.isVisible()


@pytest.mark.parametrize("words", ["dormant", "risk", "sme", "ada"])
def test_the_search_looks_through_what_people_know(
    window: Window, workspace: Workspace, ada: int, words: str, qtbot: QtBot
) -> None:
    a_person(workspace, "Grace Hopper")
    risk = an_interest(workspace, "Risk")
    lists.edit(workspace, "person", ada, blog=BlogPlace.ONSITE, blog_last_post=date(2026, 1, 1), interest_ids=(risk,))
    page = shown(window)
    qtbot.keyClicks(page.search, words)
    assert [one.name for one in page.model.rows] == ["Ada Byron"]


def test_a_merge_says_that_blanks_are_filled(window: Window, workspace: Workspace, ada: int) -> None:
    page = shown(window, id=a_person(workspace, "A. Byron"))
    page.editor.propose(ada)
    assert "what is not known of “Ada Byron” yet is taken from there. One undo takes it back." in (
        page.editor.strip.text.text()
    )


def test_who_comes_in_begins_in_the_search(window: Window, workspace: Workspace, ada: int) -> None:
    window.go("calendar").setFocus()
    page = shown(window)
    assert page.search.hasFocus()
    page.table.setFocus()
    window.go("calendar").setFocus()
    shown(window)
    assert page.table.hasFocus()


def test_asking_stays_where_it_is_once_the_answer_is_there(window: Window, workspace: Workspace, ada: int) -> None:
    page = shown(window)
    before = page.question.ask.geometry()
    page.question.put()
    layout = page.question.layout()
    assert layout is not None
    layout.activate()
    assert page.question.is_asked
    assert page.question.ask.geometry() == before


def test_people_stand_by_name_whatever_its_letters(window: Window, workspace: Workspace, ada: int) -> None:
    for name in ("AIDS.gov", "Émile", "zoë", "Finn"):
        lists.add(workspace, "person", name)
    page = shown(window)
    assert [one.name for one in page._read()] == ["Ada Byron", "AIDS.gov", "Émile", "Finn", "zoë"]


def test_the_whole_register_keeps_whom_the_answer_showed(window: Window, workspace: Workspace, ada: int) -> None:
    lists.add(workspace, "person", "Grace Hopper", roles=(PersonRole.SME,))
    page = shown(window, interest_id=an_interest(workspace, "Risk"), day=date(2027, 4, 1))
    page.candidates.setCurrentRow(1)
    chosen = page.editor.record.id
    page.question.clear.click()
    assert page.editor.record.id == chosen


def test_another_workspace_asks_nothing_of_those_answered(window: Window, workspace: Workspace, tmp_path: Path) -> None:
    lists.add(workspace, "person", "Grace Hopper", roles=(PersonRole.SME,))
    lists.add(workspace, "person", "Ada Byron", roles=(PersonRole.SME,))
    shown(window, interest_id=an_interest(workspace, "Risk"), day=date(2027, 4, 1))
    troubles: list[object] = []
    window.desk.notice.connect(troubles.append)
    window.desk.open(create_workspace(tmp_path / "other.editorial"))
    assert not troubles
