"""Field notes through the window: taken down anywhere, turned into ideas and cards, told back."""

from datetime import date
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.domain.people_records import CardSource
from editorial.services import calendar, field_notes, lists
from editorial.services.pieces import read
from editorial.services.workspaces import Workspace, open_workspace
from editorial.ui.field_notes.bulletins import choose_quarter
from editorial.ui.field_notes.capture import CaptureSheet, open_capture
from editorial.ui.field_notes.card_acts import CardActs
from editorial.ui.field_notes.heard_page import HeardPage
from editorial.ui.field_notes.note_acts import NoteActs
from editorial.ui.field_notes.place import FieldNotesPlace
from editorial.ui.fields.picker import Picker
from editorial.ui.key_sheet import KeySheet
from editorial.ui.settings.sources import SourcesEditor
from editorial.ui.window import Window
from tests.builders import a_person, a_segment
from tests.ui.scripted import ScriptedPrompts

DAY = date(2027, 3, 8)


@pytest.fixture
def place(window: Window) -> FieldNotesPlace:
    window.go("field_notes")
    found = window.place
    assert isinstance(found, FieldNotesPlace)
    return found


def note_acts(place: FieldNotesPlace, note: int) -> NoteActs:
    place.arrive(page="notes", id=note)
    acts = place.page.acts
    assert isinstance(acts, NoteActs)
    return acts


def heard_page(place: FieldNotesPlace) -> HeardPage:
    place.arrive(page="heard")
    assert isinstance(place.shown, HeardPage)
    return place.shown


def card_acts(place: FieldNotesPlace, card: int) -> CardActs:
    place.arrive(page="cards", id=card)
    acts = place.page.acts
    assert isinstance(acts, CardActs)
    return acts


def sheet_of(window: Window, qtbot: QtBot) -> CaptureSheet:
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    return window.findChildren(CaptureSheet)[0]


def test_a_note_is_taken_down_anywhere(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    ada, finance = a_person(workspace, "Ada"), a_segment(workspace, "Finance")
    sheet = sheet_of(window, qtbot)
    qtbot.keyClicks(sheet.line, "They ask for proof")
    sheet.person.put_named("Ada")
    sheet.segment.put_named("Finance")
    qtbot.keyClicks(sheet.account, "Globex")
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    (note,) = lists.read_records(workspace, "field_note")
    assert (note.name, note.person_id, note.segment_id, note.account) == ("They ask for proof", ada, finance, "Globex")


def test_an_empty_note_is_refused_where_it_is_typed(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    sheet = sheet_of(window, qtbot)
    sheet.take()
    assert sheet.reason.text() == "A field note needs its words."
    assert not lists.read_records(workspace, "field_note")


def test_who_is_not_in_the_list_comes_with_the_note(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    sheet = sheet_of(window, qtbot)
    qtbot.keyClicks(sheet.line, "They ask for proof")
    sheet.person.put_named("Zoë Marsh")
    sheet.take()
    (note,) = lists.read_records(workspace, "field_note")
    assert [(one.id, one.name) for one in lists.read_people(workspace)] == [(note.person_id, "Zoë Marsh")]
    window.desk.undo()
    assert not lists.read_people(workspace)


def test_people_of_equal_names_are_told_apart(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    for organisation in ("Globex", "Initech"):
        lists.add(workspace, "person", "Ada", organisation=organisation)
    sheet = sheet_of(window, qtbot)
    assert [one.name for one in sheet.person.options()] == ["Ada (Globex)", "Ada (Initech)"]
    sheet.person.put(sheet.person.options()[1].value)
    assert sheet.person.value == "Ada (Initech)"


def test_escape_keeps_what_is_typed(window: Window, qtbot: QtBot) -> None:
    sheet = sheet_of(window, qtbot)
    qtbot.keyClicks(sheet.line, "They ask for")
    qtbot.keyClick(sheet.line, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert window.desk.has_unsaved
    assert sheet_of(window, qtbot).line.text() == "They ask for"
    sheet.line.clear()


def test_a_kept_note_leaves_an_empty_sheet(window: Window, qtbot: QtBot) -> None:
    sheet = sheet_of(window, qtbot)
    qtbot.keyClicks(sheet.line, "They ask for proof")
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    assert sheet_of(window, qtbot).line.text() == ""


def test_a_note_is_taken_down_from_a_dialog(window: Window, qtbot: QtBot) -> None:
    window.show_keys()
    (keys,) = window.findChildren(KeySheet)
    with qtbot.waitActive(keys):
        keys.activateWindow()
    qtbot.keyClick(keys, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.findChildren(CaptureSheet)[0].isVisible()


def test_there_is_one_sheet_at_a_time(window: Window, qtbot: QtBot) -> None:
    assert sheet_of(window, qtbot) is sheet_of(window, qtbot)


def test_a_field_note_becomes_an_idea(place: FieldNotesPlace, workspace: Workspace) -> None:
    note = field_notes.capture(workspace, "They ask for proof", today=DAY)
    acts = note_acts(place, note)
    acts.button.click()
    made = lists.read_records(workspace, "field_note")[0].piece_id
    assert read(workspace, made).title == "They ask for proof"
    assert acts.button.text() == "Open the idea"


def test_what_came_of_a_note_is_told_back(place: FieldNotesPlace, workspace: Workspace) -> None:
    note = field_notes.capture(workspace, "They ask for proof", today=DAY, person_id=a_person(workspace, "Ada"))
    field_notes.make_idea(workspace, note)
    acts = note_acts(place, note)
    assert "Hello Ada," in acts.reply.toPlainText()
    assert "It became the idea “They ask for proof”." in acts.reply.toPlainText()
    acts.tell.click()
    assert lists.read_records(workspace, "field_note")[0].told_back_on == place.desk.today


def test_notes_to_tell_back_are_a_list(place: FieldNotesPlace, workspace: Workspace) -> None:
    field_notes.capture(workspace, "Nothing yet", today=DAY)
    field_notes.make_idea(workspace, field_notes.capture(workspace, "An idea", today=DAY))
    assert place.page.parts is not None
    place.page.parts.choose("to tell")
    assert [row.name for row in place.page.model.rows] == ["An idea"]


def test_a_card_is_made_of_a_note(place: FieldNotesPlace, workspace: Workspace) -> None:
    note = field_notes.capture(workspace, "They ask for proof", today=DAY, account="Globex")
    note_acts(place, note).card.click()
    (card,) = lists.read_records(workspace, "answer_card")
    assert place.page.entry == card.id
    assert [(source.account, source.field_note_id) for source in card.sources] == [("Globex", note)]


def test_two_sources_of_one_account_are_warned_of(place: FieldNotesPlace, workspace: Workspace) -> None:
    same = (CardSource(text="Ada", account="Globex"), CardSource(text="Bob", account="globex"))
    card = lists.add(workspace, "answer_card", "Proof wins", day=DAY, sources=same)
    acts = card_acts(place, card)
    assert "one source alone" in acts.standing.text()
    lists.edit(workspace, "answer_card", card, sources=(*same, CardSource(text="Eve", account="Initech")))
    assert acts.standing.text() == "It rests on two independent sources or more."


def test_a_source_is_kept_once_it_says_something(place: FieldNotesPlace, workspace: Workspace, qtbot: QtBot) -> None:
    card = lists.add(workspace, "answer_card", "Proof wins", day=DAY)
    card_acts(place, card)
    sources = place.page.editor.editors["sources"]
    assert isinstance(sources, SourcesEditor)
    sources.add.click()
    assert lists.read_records(workspace, "answer_card")[0].sources == ()
    qtbot.keyClicks(sources.rows[0].text, "Ada said so")
    sources.settle()
    assert [one.text for one in lists.read_records(workspace, "answer_card")[0].sources] == ["Ada said so"]


def test_lapsed_cards_are_a_list(place: FieldNotesPlace, workspace: Workspace) -> None:
    lists.add(workspace, "answer_card", "Old", day=DAY, expires=DAY)
    lists.add(workspace, "answer_card", "New", day=DAY)
    place.arrive(page="cards")
    assert place.page.parts is not None
    place.page.parts.choose("lapsed")
    assert [row.name for row in place.page.model.rows] == ["Old"]


def test_what_a_card_claims_is_its_first_column(place: FieldNotesPlace) -> None:
    place.arrive(page="cards")
    assert place.page.model.headings[0] == "Claim"
    assert place.page.adding.line.placeholderText() == "New answer card: Claim"


def test_cards_of_few_sources_and_past_their_time_are_marked(place: FieldNotesPlace, workspace: Workspace) -> None:
    sources = (CardSource(text="Ada", account="Globex"), CardSource(text="Eve", account="Initech"))
    lists.add(workspace, "answer_card", "Old", day=DAY, expires=DAY)
    lists.add(workspace, "answer_card", "New", day=DAY, sources=sources)
    place.arrive(page="cards")
    model = place.page.model
    shown = {model.index(row, 0).data(): [model.index(row, column).data() for column in (1, 3)] for row in (0, 1)}
    assert shown == {"New": ["2", ""], "Old": ["⚠ 0", "lapsed 8 Mar 2027"]}


def test_cards_are_found_by_their_segment(place: FieldNotesPlace, workspace: Workspace, qtbot: QtBot) -> None:
    lists.add(workspace, "answer_card", "Proof wins", day=DAY, segment_id=a_segment(workspace, "Finance"))
    lists.add(workspace, "answer_card", "Price wins", day=DAY)
    place.arrive(page="cards")
    place.page.search.setText("finance")
    assert [row.name for row in place.page.model.rows] == ["Proof wins"]


def test_notes_and_tips_are_found_by_who_gave_them(place: FieldNotesPlace, workspace: Workspace) -> None:
    ada = a_person(workspace, "Ada")
    field_notes.capture(workspace, "Proof wins", today=DAY, person_id=ada)
    field_notes.capture(workspace, "Price wins", today=DAY)
    lists.add(workspace, "tip", "Send a case first", day=DAY, person_id=ada)
    for page, found in (("notes", ["Proof wins"]), ("tips", ["Send a case first"])):
        place.arrive(page=page)
        place.page.search.setText("ada")
        assert [row.name for row in place.page.model.rows] == found


@pytest.mark.parametrize("ending", ["html", "pdf"])
def test_the_bulletin_of_a_quarter_before_is_saved(
    place: FieldNotesPlace, workspace: Workspace, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot, ending: str
) -> None:
    lists.add(workspace, "answer_card", "Price wins", day=DAY)
    lists.add(workspace, "answer_card", "Proof wins", day=date(DAY.year - 1, 12, 1))
    prompts.answers["bulletin"] = path = tmp_path / f"bulletin.{ending}"
    picker = choose_quarter(place.desk, place.bulletin)
    assert picker is not None
    assert [one.name for one in picker.model.options] == ["FY2027 Q1 · 1 card", "FY2026 Q4 · 1 card"]
    with qtbot.waitSignal(place.desk.notice):
        picker.view.clicked.emit(picker.model.index(1, 0))
    page = path.read_text(encoding="utf-8") if ending == "html" else pypdfium2.PdfDocument(path)[0]
    said = page if isinstance(page, str) else page.get_textpage().get_text_range()
    assert "Proof wins" in said
    assert "Price wins" not in said


def test_the_command_of_the_bulletin_leads_to_the_cards(place: FieldNotesPlace, qtbot: QtBot) -> None:
    next(one for one in place.commands() if one.word == "bulletin").run()
    assert place.choice.chosen == "cards"
    place.bulletin.findChildren(Picker)[0].close()


def test_notes_of_an_interest_become_one_idea_and_one_card(
    place: FieldNotesPlace, workspace: Workspace, qtbot: QtBot
) -> None:
    cost = lists.add(workspace, "interest", "Cost")
    for words, account in (("Proof first", "Globex"), ("Proof, please", "Initech")):
        field_notes.capture(workspace, words, today=DAY, interest_id=cost, account=account)
    field_notes.capture(workspace, "Of nothing", today=DAY)
    page = heard_page(place)
    assert page.head.text() == "Cost"
    assert page.idea.text() == "Make an idea of 2 notes"
    assert page.rests.text() == "2 independent sources for a card."
    qtbot.keyClicks(page.called, "Why proof wins")
    page.idea.click()
    assert [idea.title for idea in calendar.ideas(workspace)] == ["Why proof wins"]
    assert not page.idea.isEnabled()
    page.ticks.tick_all(True)
    page.card.click()
    assert place.choice.chosen == "cards"
    assert len(lists.read_records(workspace, "answer_card")[0].sources) == 2


def test_one_account_alone_is_warned_of_before_a_card_is_made(place: FieldNotesPlace, workspace: Workspace) -> None:
    for words in ("Proof first", "Proof, please"):
        field_notes.capture(workspace, words, today=DAY, account="Globex")
    assert heard_page(place).rests.text() == "⚠ This rests on one source alone."


def test_notes_of_one_source_count_once_before_a_card_is_made_as_after(
    place: FieldNotesPlace, workspace: Workspace
) -> None:
    for words in ("Proof first", "Proof, please"):
        field_notes.capture(workspace, words, today=DAY, source="Spring fair")
    assert heard_page(place).rests.text() == "⚠ This rests on one source alone."


def test_what_was_heard_leads_to_the_note(place: FieldNotesPlace, workspace: Workspace) -> None:
    note = field_notes.capture(workspace, "Proof first", today=DAY)
    page = heard_page(place)
    page.ticks.itemActivated.emit(page.ticks.item(0))
    assert (place.choice.chosen, place.page.entry) == ("notes", note)


def test_of_many_notes_none_is_ticked_at_first(place: FieldNotesPlace, workspace: Workspace) -> None:
    for n in range(13):
        field_notes.capture(workspace, f"Proof {n}", today=DAY)
    page = heard_page(place)
    assert (page.ticks.ticked, page.idea.isEnabled()) == ([], False)
    page.every.click()
    assert (len(page.ticks.ticked), page.every.text()) == (13, "Tick none")


def test_nothing_heard_says_how_to_begin(place: FieldNotesPlace) -> None:
    assert "Ctrl+Shift+N" in heard_page(place).empty.text()


def test_a_tip_is_added_by_typing(place: FieldNotesPlace, workspace: Workspace, qtbot: QtBot) -> None:
    place.arrive(page="tips")
    qtbot.keyClicks(place.page.adding.line, "Send a case first")
    qtbot.keyClick(place.page.adding.line, Qt.Key.Key_Return)
    assert [(tip.name, tip.day) for tip in lists.read_records(workspace, "tip")] == [
        ("Send a case first", place.desk.today)
    ]


def test_nothing_is_taken_down_in_what_is_only_read(window: Window, workspace: Workspace, workspace_path: Path) -> None:
    field_notes.capture(workspace, "They ask for proof", today=DAY)
    window.desk.open(open_workspace(workspace_path, readonly=True))
    place = window.go("field_notes")
    assert isinstance(place, FieldNotesPlace)
    assert not place.note.isEnabled()
    assert not place.bring.isEnabled()
    assert open_capture(window.desk, window) is None
    assert all(command.why_not() for command in place.commands() if command.word != "bulletin")
    window.desk.close()


@pytest.mark.parametrize("word", ["heard", "cards", "tips"])
def test_each_page_is_a_command_wherever_one_is(window: Window, word: str) -> None:
    commands = {one.word: one for one in window.every_command()}
    commands[f"notes-{word}"].run()
    place = window.place
    assert isinstance(place, FieldNotesPlace)
    assert place.choice.chosen == word


def test_a_title_with_a_full_stop_ends_the_sentence_once(place: FieldNotesPlace, workspace: Workspace) -> None:
    note = field_notes.capture(workspace, "The bearing rang.", today=DAY, person_id=a_person(workspace, "Ada"))
    field_notes.make_idea(workspace, note)
    said = note_acts(place, note).reply.toPlainText()
    assert "It became the idea “The bearing rang”." in said


def test_looking_at_a_source_changes_nothing(window: Window, workspace: Workspace) -> None:
    source = CardSource(text="Two lines\nand a space ", account="Acme ")
    card = lists.add(workspace, "answer_card", "Late", day=date(2027, 3, 1), sources=(source,))
    window.go("field_notes", page="cards", id=card)
    window.desk.settle.emit()
    assert lists.read_records(workspace, "answer_card")[0].sources == (source,)
