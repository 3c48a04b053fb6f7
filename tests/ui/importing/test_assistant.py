"""The import assistant through the real window, on real files."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editorial.domain.imports import Preview
from editorial.services import calendar, history, lists, pieces
from editorial.services.workspaces import Workspace
from editorial.ui.importing.place import ImportPlace
from editorial.ui.importing.preview_page import CHANGED, CREATED, NEW, REFUSED
from editorial.ui.importing.steps import Step
from editorial.ui.window import Window
from tests.builders import a_person, a_piece
from tests.ui.scripted import ScriptedPrompts

Bring = Callable[[str], ImportPlace]
PLAN = "Title,Date,Topic,Author\nOne,2027-03-11,Cost,Ada Byron\nTwo,2027-04-02,Risk,Ada Byron\nThree,,Cost,\n"


@pytest.fixture
def bring(qtbot: QtBot, window: Window, tmp_path: Path) -> Bring:
    """Write a CSV, bring it to the assistant and wait until its columns are shown."""

    def make(text: str) -> ImportPlace:
        path = tmp_path / "plan.csv"
        path.write_text(text, encoding="utf-8")
        return arrive(qtbot, window, path)

    return make


def arrive(qtbot: QtBot, window: Window, path: Path) -> ImportPlace:
    place = window.go("import")
    assert isinstance(place, ImportPlace)
    with qtbot.waitSignal(place.input.was_read):
        window.go("import", path=path)
    return place


def look(qtbot: QtBot, place: ImportPlace) -> Preview:
    with qtbot.waitSignal(place.input.looked):
        qtbot.mouseClick(place.foot.next, Qt.MouseButton.LeftButton)
    assert isinstance(place.input.preview, Preview)
    return place.input.preview


def apply(qtbot: QtBot, place: ImportPlace) -> None:
    with qtbot.waitSignal(place.applying.applied):
        qtbot.mouseClick(place.foot.next, Qt.MouseButton.LeftButton)


def column(place: ImportPlace, table: int, number: int) -> list[str]:
    rows = place.preview.tables[table].rows
    return [rows.row(row)[number] for row in range(rows.rowCount())]


def test_the_columns_found_are_shown_with_examples(bring: Bring) -> None:
    place = bring(PLAN)
    assert place.step is Step.COLUMNS
    assert {h: box.value for h, box in place.columns.columns.boxes.items()} == {
        "Title": "Title",
        "Date": "Date",
        "Topic": "Interest",
        "Author": "Authors",
    }
    assert "headings are on line 1" in place.columns.summary.text()


def test_how_sure_a_reading_is_stands_beside_it(bring: Bring) -> None:
    place = bring("Headline,Generation Date,Budget\nOne,2027-03-11,4\n")
    states = place.columns.columns.states
    assert {heading: state.text() for heading, state in states.items()} == {
        "Headline": "sure",
        "Generation Date": "please check",
        "Budget": "",
    }
    place.input.correct("Budget", "notes")
    assert states["Budget"].text() == "your choice"


def test_a_column_is_corrected_by_choosing_from_a_list(qtbot: QtBot, bring: Bring) -> None:
    place = bring(PLAN)
    picker = place.columns.columns.choose("Author")
    picker.line.setText("where it came")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert place.columns.columns.boxes["Author"].value == "Where it came from"
    assert look(qtbot, place).new[0].values["origin"] == "Ada Byron"


def test_a_field_taken_for_another_column_leaves_its_own(bring: Bring) -> None:
    place = bring(PLAN)
    place.input.correct("Topic", "title")
    assert place.columns.columns.boxes["Title"].value == ""
    assert place.columns.columns.boxes["Topic"].value == "Title"


def test_corrected_columns_are_remembered_for_the_same_headings(qtbot: QtBot, bring: Bring) -> None:
    place = bring(PLAN)
    place.input.correct("Author", "")
    look(qtbot, place)
    apply(qtbot, place)
    again = bring("Author,Topic,Title,Date\nBob,Cost,Four,2027-05-01\n")
    assert again.columns.columns.boxes["Author"].value == ""


def test_without_a_title_it_does_not_go_on(bring: Bring) -> None:
    place = bring(PLAN)
    place.input.correct("Title", "")
    assert not place.foot.next.isEnabled()
    assert "No column is a title yet" in place.foot.why_not.text()


def test_what_would_be_new_is_shown_row_by_row(qtbot: QtBot, bring: Bring) -> None:
    place = bring(PLAN)
    look(qtbot, place)
    assert column(place, NEW, 0) == ["2", "3", "4"]
    assert column(place, NEW, 1) == ["One", "Two", "Three"]
    assert ("Interests", "Cost") in [place.preview.tables[CREATED].rows.row(n) for n in range(3)]


def test_what_would_change_is_shown_before_and_after(qtbot: QtBot, bring: Bring, workspace: Workspace) -> None:
    a_piece(workspace, "One", planned=date(2027, 3, 11), origin="a call")
    place = bring("Title,Date,Source\nOne,2027-03-11,an e-mail\n")
    look(qtbot, place)
    assert place.preview.tables[CHANGED].rows.row(0) == ("2", "One", "Where it came from", "a call", "→ an e-mail")


def test_refused_rows_need_a_tick_to_be_left_out(qtbot: QtBot, bring: Bring, workspace: Workspace) -> None:
    place = bring(PLAN + ",2027-04-03,Cost,\n")
    look(qtbot, place)
    assert not place.foot.next.isEnabled()
    place.preview.skip.click()
    assert place.foot.next.text() == "Import 3 pieces"
    apply(qtbot, place)
    assert len(calendar.between(workspace, date(2027, 1, 1), date(2027, 12, 31))) == 2
    assert "1 row was left out" in place.done.detail.text()


def test_a_refused_row_says_line_column_value_and_reason(qtbot: QtBot, bring: Bring) -> None:
    place = bring("Title,Date\nOne,2027-02-31\n")
    look(qtbot, place)
    assert place.preview.tables[REFUSED].rows.row(0) == ("2", "Date", "2027-02-31", "there is no such day")


def test_refused_rows_are_copied_as_a_table(qtbot: QtBot, bring: Bring, qapp: QApplication) -> None:
    place = bring("Title,Date\nOne,2027-02-31\n")
    look(qtbot, place)
    place.preview.copy.click()
    assert QGuiApplication.clipboard().text().splitlines()[1] == "2\tDate\t2027-02-31\tthere is no such day"


def test_refused_rows_are_saved_as_csv(qtbot: QtBot, bring: Bring, prompts: ScriptedPrompts, tmp_path: Path) -> None:
    place = bring("Title,Date\nOne,=2027-02-31\n")
    look(qtbot, place)
    prompts.answers["refused"] = tmp_path / "refused.csv"
    place.preview.save.click()
    saved = (tmp_path / "refused.csv").read_text(encoding="utf-8-sig").splitlines()
    assert saved[1].startswith("2,Date,'=2027-02-31,")


def test_an_open_order_of_days_is_asked_and_answered_in_place(qtbot: QtBot, bring: Bring) -> None:
    place = bring("Title,Date\nOne,03/04/2027\n")
    look(qtbot, place)
    assert not place.foot.next.isEnabled()
    assert place.preview.questions.buttons["dmy"].text() == "Day first: 3 April 2027"
    with qtbot.waitSignal(place.input.looked):
        place.preview.questions.buttons["mdy"].click()
    assert place.input.preview is not None
    assert place.preview.questions.isHidden()
    assert column(place, NEW, 2) == ["4 March 2027"]
    assert place.foot.next.isEnabled()


def test_a_question_is_answered_by_keyboard(qtbot: QtBot, bring: Bring) -> None:
    place = bring("Title,Date\nOne,03/04/2027\n")
    look(qtbot, place)
    first, second = place.preview.questions.buttons.values()
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    assert place.preview.tabs.hasFocus()
    qtbot.keyClick(place.preview.tabs, Qt.Key.Key_Backtab)
    with qtbot.waitSignal(place.input.looked):
        qtbot.keyClick(second, Qt.Key.Key_Return)
    assert place.foot.next.hasFocus()


def test_the_same_file_again_changes_nothing_and_says_so(qtbot: QtBot, bring: Bring) -> None:
    place = bring(PLAN)
    look(qtbot, place)
    apply(qtbot, place)
    again = bring(PLAN)
    look(qtbot, again)
    assert again.preview.empty.text() == "All 3 rows are there already, just so."
    again.foot.next.click()
    assert again.step is Step.CHOOSE


def test_it_says_so_beside_refused_rows_too(qtbot: QtBot, bring: Bring) -> None:
    text = PLAN + ",2027-05-01,Cost,\n"
    place = bring(text)
    look(qtbot, place)
    place.preview.skip.setChecked(True)
    apply(qtbot, place)
    look(qtbot, bring(text))
    assert place.preview.notes.text() == "Nothing would change: the other 3 rows are there already, just so."


def test_people_are_told_from_pieces_by_their_headings(qtbot: QtBot, bring: Bring, workspace: Workspace) -> None:
    place = bring("Name,E-mail,Organisation\nGrace Hopper,grace@navy.example,Navy\n")
    assert place.columns.holds.chosen == "people"
    look(qtbot, place)
    apply(qtbot, place)
    assert [person.email for person in lists.read_people(workspace)] == ["grace@navy.example"]


def test_people_of_equal_names_are_asked_about(qtbot: QtBot, bring: Bring, workspace: Workspace) -> None:
    a_person(workspace, "Grace Hopper", organisation="Navy")
    place = bring("Name,E-mail,Organisation\nGrace Hopper,grace@univac.example,Univac\n")
    look(qtbot, place)
    with qtbot.waitSignal(place.input.looked):
        place.preview.questions.buttons["new"].click()
    apply(qtbot, place)
    assert len(lists.read_people(workspace)) == 2


def test_rows_may_be_taken_for_people_after_all(bring: Bring) -> None:
    place = bring("Name,Notes\nGrace,knows ships\n")
    place.columns.holds.choose("people")
    assert place.columns.columns.boxes["Name"].value == "Name"


def test_another_sheet_can_be_chosen(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["Title"])
    book.active.append(["First sheet"])
    second = book.create_sheet("Later")
    second.append(["Title"])
    second.append(["Second sheet"])
    book.save(tmp_path / "plan.xlsx")
    place = arrive(qtbot, window, tmp_path / "plan.xlsx")
    with qtbot.waitSignal(place.input.was_read):
        place.columns.sheet_chosen.emit("Later")
    assert place.columns.sheet.value == "Later"
    assert look(qtbot, place).new[0].values["title"] == "Second sheet"


def test_titles_take_the_room_there_is(qtbot: QtBot, bring: Bring) -> None:
    place = bring(PLAN)
    look(qtbot, place)
    table = place.preview.tables[NEW]
    letter = table.fontMetrics().averageCharWidth()
    qtbot.waitUntil(lambda: table.columnWidth(1) > 42 * letter)
    assert table.horizontalScrollBar().maximum() == 0


def test_pasted_rows_open_the_same_preview(qtbot: QtBot, window: Window, qapp: QApplication) -> None:
    QGuiApplication.clipboard().setText("Title\tDate\nPasted\t2027-03-12\n")
    paste = next(command for command in window.commands if command.word == "paste")
    place = window.go("import")
    assert isinstance(place, ImportPlace)
    with qtbot.waitSignal(place.input.was_read):
        paste.run()
    assert look(qtbot, place).new[0].values["title"] == "Pasted"


def test_an_empty_clipboard_is_said(window: Window, qapp: QApplication) -> None:
    QGuiApplication.clipboard().setText("")
    place = window.go("import")
    assert isinstance(place, ImportPlace)
    place.choosing.paste.click()
    assert "no rows on the clipboard" in place.choosing.reason.text()


def test_a_file_that_is_none_is_refused_with_a_sentence(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_text("Title\nOne\n", encoding="utf-8")
    place = window.go("import")
    assert isinstance(place, ImportPlace)
    with qtbot.waitSignal(place.input.failed):
        window.go("import", path=tmp_path / "plan.xlsx")
    assert "not a spreadsheet" in place.choosing.reason.text()
    assert place.step is Step.CHOOSE


def test_a_file_dropped_on_the_window_is_read(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(PLAN, encoding="utf-8")
    window.equip()
    place = window.go("import")
    assert isinstance(place, ImportPlace)
    window.go("calendar")
    with qtbot.waitSignal(place.input.was_read):
        drop(window, path)
    assert window.word == "import"


def drop(window: Window, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(300, 300), copy, data, left, plain))
    QApplication.sendEvent(window, QDropEvent(QPoint(300, 300).toPointF(), copy, data, left, plain))


def test_a_change_elsewhere_is_looked_at_again(qtbot: QtBot, bring: Bring, workspace: Workspace) -> None:
    place = bring(PLAN)
    look(qtbot, place)
    with qtbot.waitSignal(place.input.looked):
        pieces.create(workspace, "Three")
    assert column(place, NEW, 1) == ["One", "Two"]
    assert column(place, CHANGED, 1) == ["Three"]
    apply(qtbot, place)
    assert history.next_undo(workspace) == "Import 3 pieces from plan.csv"


def test_undo_stands_beside_what_happened(qtbot: QtBot, bring: Bring, workspace: Workspace) -> None:
    place = bring(PLAN)
    look(qtbot, place)
    apply(qtbot, place)
    place.done.undo.click()
    assert "taken back" in place.done.detail.text()
    assert lists.read_lists(workspace).interests == {}


def test_undo_never_takes_back_something_newer(qtbot: QtBot, bring: Bring, workspace: Workspace) -> None:
    place = bring(PLAN)
    look(qtbot, place)
    apply(qtbot, place)
    pieces.create(workspace, "Newer")
    place.done.undo.click()
    assert history.next_undo(workspace) == "Add ‘Newer’"


def test_cancelling_leaves_nothing(qtbot: QtBot, bring: Bring, workspace: Workspace) -> None:
    place = bring(PLAN)
    look(qtbot, place)
    with qtbot.waitSignal(place.applying.cancelled), workspace.change("Let the import wait for its turn"):
        place.apply()
        place.foot.cancel.click()
    assert lists.read_lists(workspace).interests == {}
    assert place.step is Step.PREVIEW
    assert place.foot.next.isEnabled()


def test_settings_of_another_team_are_told_by_their_keys(
    qtbot: QtBot, window: Window, workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"segments": [{"name": "Founders", "weight": 3}], "mix": {"target": 0.6}}', encoding="utf-8")
    place = window.go("import")
    assert isinstance(place, ImportPlace)
    with qtbot.waitSignal(place.input.looked):
        window.go("import", path=path)
    assert place.preview.tables[CREATED].rows.row(0) == ("Segments", "Founders")
    change = place.preview.tables[CHANGED].rows.row(0)
    assert change == ("Workspace", "Test", "Aspirational share", "0.50", "→ 0.6")
    assert lists.read_lists(workspace).segments == {}
    apply(qtbot, place)
    assert [segment.name for segment in lists.read_lists(workspace).segments.values()] == ["Founders"]


def test_an_id_nobody_knows_is_shown_as_it_is_kept(qtbot: QtBot, bring: Bring) -> None:
    place = bring("Id,Title\nA-1,One\n")
    look(qtbot, place)
    assert "A-1" in place.preview.tables[NEW].rows.row(0)


def test_every_tab_has_room_for_its_count(qtbot: QtBot, bring: Bring) -> None:
    look(qtbot, bring(PLAN))
    place = bring("title\n" + "\n".join(f"Piece {n}" for n in range(2000)) + "\n,\n")
    look(qtbot, place)
    tabs = place.preview.tabs
    rooms = [tabs.tabRect(n).width() - tabs.fontMetrics().horizontalAdvance(tabs.tabText(n)) for n in range(4)]
    assert min(rooms) > 0
    assert tabs.tabRect(CREATED).right() <= tabs.width()
