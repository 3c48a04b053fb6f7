"""My work through the real window."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editorial.domain.people_records import Assignment
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus, Clearance
from editorial.services import assignments, calendar, history, interviews, pieces, quotes
from editorial.services import lists as list_service
from editorial.services.workspaces import Workspace
from editorial.ui.my_work import me
from editorial.ui.my_work.place import MyWorkPlace
from editorial.ui.my_work.row import WorkRow
from editorial.ui.my_work.who import WhoButton
from editorial.ui.window import Window
from tests.ui.scripted import ScriptedPrompts

SOURCE, REVIEWER = AssignmentRole.SOURCE, AssignmentRole.REVIEWER


def row(place: MyWorkPlace, title: str) -> WorkRow:
    rows = (*place.page.asked.rows.values(), *place.page.owed.rows.values())
    return next(one for one in rows if title in one.line.title)


def of(workspace: Workspace, person: int, role: AssignmentRole) -> list[Assignment]:
    return [one for one in assignments.of_person(workspace, person) if one.role is role]


def gone(place: MyWorkPlace, title: str) -> bool:
    rows = (*place.page.asked.rows.values(), *place.page.owed.rows.values())
    return not any(title in one.line.title for one in rows)


def choose(button: WhoButton, typed: str) -> None:
    picker = button.open_people()
    picker.line.setText(typed)
    QTest.keyClick(picker.line, Qt.Key.Key_Return)


def test_everything_wanted_is_there(place: MyWorkPlace) -> None:
    assert [one.line.title for one in place.page.asked.rows.values()] == ["Robots", "Nine proofs", "Cost programs"]
    owed = [(one.line.title, one.line.chip) for one in place.page.owed.rows.values()]
    assert owed == [("Comments on “Tariffs”", "2 days late"), ("“It never did.”", "Mon 15 Mar")]
    assert place.page.talk.questions.text() == "1. Who owns it?"
    assert place.page.load.interviews.text() == "Interviews in March: 1 of 3"


def test_it_asks_once_who_the_user_is(window: Window, elena: int) -> None:
    place = window.go("my_work")
    assert isinstance(place, MyWorkPlace)
    assert place.nobody.isVisible()
    choose(place.nobody.person, "elena")
    assert place.title() == "My work · Elena Ruiz"
    assert window.desk.workspace is not None
    assert window.desk.workspace.author == "Elena Ruiz"
    assert me.author_of(window.desk.preferences, str(window.desk.workspace.path)) == "Elena Ruiz"
    assert place.this_is_me.isHidden()


def test_somebody_elses_work_can_be_seen_before(window: Window, elena: int) -> None:
    place = window.go("my_work")
    assert isinstance(place, MyWorkPlace)
    assert place.person.person_id is None
    choose(place.person, "elena")
    assert place.title() == "My work · Elena Ruiz"
    assert place.me is None


def test_without_people_it_leads_to_them(window: Window) -> None:
    place = window.go("my_work")
    assert isinstance(place, MyWorkPlace)
    assert window.focusWidget() is place.nobody.add
    place.nobody.add.click()
    assert window.word == "experts"


def test_nobody_is_the_user_before_they_chose(window: Window, elena: int) -> None:
    place = window.go("my_work")
    assert isinstance(place, MyWorkPlace)
    assert place.nobody.person.person_id is None
    assert window.focusWidget() is place.nobody.person


def test_people_of_one_name_are_told_apart(place: MyWorkPlace, workspace: Workspace) -> None:
    for organisation in ("Acme", "Brandt"):
        list_service.add(workspace, "person", "Jo Smith", organisation=organisation)
    place.reload()
    picker = place.person.open_people()
    assert [one.name for one in picker.model.options] == ["Elena Ruiz", "Jo Smith (Acme)", "Jo Smith (Brandt)"]
    picker.close()


def test_it_says_what_is_asked_for(place: MyWorkPlace, workspace: Workspace, elena: int) -> None:
    idea = pieces.create(workspace, "Chips", planned=date(2027, 4, 2))
    assignments.ask(workspace, idea, elena, SOURCE, today=date(2027, 3, 10), note="You were there")
    place.reload()
    assert row(place, "Chips").line.why == "“You were there” · planned for 2 April 2027"


def test_in_a_narrow_window_what_is_asked_comes_before_what_is_owed(qtbot: QtBot, place: MyWorkPlace) -> None:
    page = place.page
    assert page.owed.x() < page.asked.x()
    place.window().resize(700, 700)
    qtbot.waitUntil(lambda: page.asked.x() == page.owed.x())
    assert page.talk.y() < page.asked.y() < page.owed.y() < page.load.y()


def test_accepting_moves_it_to_what_is_owed(qtbot: QtBot, place: MyWorkPlace, workspace: Workspace, elena: int) -> None:
    row(place, "Nine").buttons["accept"].click()
    qtbot.waitUntil(lambda: len(place.page.owed.rows) == 3)
    assert of(workspace, elena, SOURCE)[0].status is AssignmentStatus.ACCEPTED
    history.undo(workspace)
    qtbot.waitUntil(lambda: len(place.page.owed.rows) == 2)


def test_a_no_needs_a_reason(qtbot: QtBot, place: MyWorkPlace, workspace: Workspace, elena: int) -> None:
    no = row(place, "Nine")
    no.buttons["decline"].click()
    assert no.answering is not None
    QTest.keyClick(no.answering.text, Qt.Key.Key_Return)
    assert no.answering.wrong.isVisible()
    qtbot.keyClicks(no.answering.text, "away in March")
    QTest.keyClick(no.answering.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: gone(place, "Nine"))
    assert of(workspace, elena, SOURCE)[0].reason == "away in March"


def test_another_day_is_asked_for(qtbot: QtBot, place: MyWorkPlace, workspace: Workspace, elena: int) -> None:
    line = row(place, "Nine")
    line.buttons["wish"].click()
    assert line.answering is not None
    line.answering.day.setText("2027-03-09")
    line.answering.send.click()
    assert line.answering.wrong.isVisible()
    line.answering.day.setText("2 April 2027")
    line.answering.send.click()
    qtbot.waitUntil(lambda: "you asked for 2 April 2027" in row(place, "Nine").line.detail)
    assert of(workspace, elena, SOURCE)[0].wish == date(2027, 4, 2)


def test_what_is_delivered_is_gone_with_its_hours(
    qtbot: QtBot, place: MyWorkPlace, workspace: Workspace, elena: int
) -> None:
    line = row(place, "Tariffs")
    line.buttons["deliver"].click()
    assert line.answering is not None
    line.answering.hours.setText("2,5")
    line.answering.send.click()
    qtbot.waitUntil(lambda: gone(place, "Tariffs"))
    assert of(workspace, elena, REVIEWER)[0].hours_spent == Decimal("2.5")


def test_a_quote_is_cleared(qtbot: QtBot, place: MyWorkPlace, workspace: Workspace) -> None:
    row(place, "never").buttons["clear"].click()
    qtbot.waitUntil(lambda: gone(place, "never"))
    assert quotes.bank(workspace)[0].quote.clearance is Clearance.CLEARED


def test_an_idea_is_offered_in_their_name(qtbot: QtBot, place: MyWorkPlace, workspace: Workspace, elena: int) -> None:
    qtbot.keyClicks(place.page.idea.line, "Who pays for the pilot?")
    QTest.keyClick(place.page.idea.line, Qt.Key.Key_Return)
    assert "Who pays for the pilot?" in {entry.title for entry in calendar.ideas(workspace)}
    assert place.page.idea.line.text() == ""


def test_what_is_typed_survives_another_change(
    qtbot: QtBot, place: MyWorkPlace, workspace: Workspace, elena: int
) -> None:
    line = row(place, "Nine")
    line.buttons["decline"].click()
    assert line.answering is not None
    line.answering.text.setText("I am")
    list_service.edit(workspace, "person", elena, interviews_a_month=5)
    qtbot.waitUntil(lambda: "of 5" in place.page.load.interviews.text())
    assert row(place, "Nine") is line
    assert line.answering.text.text() == "I am"


def test_the_keyboard_stays_with_the_next_line(qtbot: QtBot, place: MyWorkPlace, window: Window) -> None:
    button = row(place, "Robots").buttons["accept"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: gone(place, "Robots"))
    assert window.focusWidget() is row(place, "Nine").buttons["accept"]


def test_escape_leaves_a_reason(place: MyWorkPlace, window: Window) -> None:
    line = row(place, "Nine")
    line.buttons["decline"].click()
    assert line.answering is not None
    text = line.answering.text
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert not text.isVisible()
    assert window.focusWidget() is line.buttons["decline"]


def test_a_calendar_file_of_what_is_wanted(place: MyWorkPlace, prompts: ScriptedPrompts, tmp_path: Path) -> None:
    prompts.answers["my-work"] = tmp_path / "elena.ics"
    place.page.talk.save.click()
    assert b"Robots" in (tmp_path / "elena.ics").read_bytes()


def test_everything_can_be_read_where_nothing_can_be_changed(place: MyWorkPlace, workspace: Workspace) -> None:
    workspace.readonly = True
    place.reload()
    words = {word for one in place.page.asked.rows.values() for word in one.buttons}
    assert words == {"open"}


def test_a_yes_to_an_interview_can_be_taken_back(qtbot: QtBot, place: MyWorkPlace, workspace: Workspace) -> None:
    talk = place.page.talk
    assert talk.cannot.isHidden()
    row(place, "Robots").buttons["accept"].click()
    qtbot.waitUntil(talk.cannot.isVisible)
    talk.cannot.click()
    assert talk.answering is not None
    qtbot.keyClicks(talk.answering.text, "ill")
    QTest.keyClick(talk.answering.text, Qt.Key.Key_Return)
    qtbot.waitUntil(talk.empty.isVisible)
    history.undo(workspace)
    qtbot.waitUntil(lambda: "you said yes" in talk.why.text())


def test_the_field_of_another_day_has_room_for_what_it_says_in_a_small_window(
    window: Window, place: MyWorkPlace, qtbot: QtBot
) -> None:
    window.resize(1024, 700)
    line = row(place, "Nine proofs")
    line.buttons["wish"].click()
    assert line.answering is not None
    day = line.answering.day
    qtbot.waitUntil(lambda: day.width() > day.fontMetrics().horizontalAdvance(day.placeholderText()) + 16)


def test_an_address_longer_than_a_line_is_broken_and_pushes_nothing_away(
    window: Window, workspace: Workspace, elena: int
) -> None:
    talk = next(iter(list_service.read_records(workspace, "interview")))
    address = "https://meet.example/" + "robots" * 30
    interviews.edit(workspace, talk.id, questions=f"1. Who reads {address}?")
    window.resize(1024, 700)
    place = window.go("my_work", person_id=elena)
    assert isinstance(place, MyWorkPlace)
    questions = place.page.talk.questions
    assert questions.text().replace("\u200b", "") == f"1. Who reads {address}?"
    assert questions.minimumSizeHint().width() < 300
