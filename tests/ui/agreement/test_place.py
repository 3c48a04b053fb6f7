"""The agreement place through the real window."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editorial.domain.vocabulary import Tag
from editorial.services import agreement, history, lists, pieces
from editorial.store.workspace import Workspace
from editorial.ui.agreement.place import AgreementPlace
from editorial.ui.window import Window
from tests.builders import named
from tests.ui.conftest import TODAY
from tests.ui.scripted import ScriptedPrompts


@pytest.fixture
def place(on_sample: None, window: Window) -> AgreementPlace:
    shown = window.go("agreement")
    assert isinstance(shown, AgreementPlace)
    return shown


@pytest.fixture
def tags(place: AgreementPlace) -> AgreementPlace:
    """The place with its tags under review."""
    place.arrive(page="tags")
    return place


def listed(place: AgreementPlace) -> list[str]:
    return [place.stages.list.item(row).text() for row in range(place.stages.list.count())]


def current(place: AgreementPlace) -> int:
    piece = place.tags.queue.current
    assert piece is not None
    return piece.id


def press(qtbot: QtBot, widget: QWidget, text: str) -> None:
    button = next(b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_stage_is_listed_with_its_state(place: AgreementPlace) -> None:
    assert [line.split("\n")[0] for line in listed(place)][3] == "Confidence"
    assert "↺ reopened" in listed(place)[3]
    assert sum("✓ agreed" in line for line in listed(place)) == 4


def test_typing_reopens_the_stage_and_undo_closes_it(qtbot: QtBot, place: AgreementPlace, workspace: Workspace) -> None:
    box = place.stages.form.texts["signal"]
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "Reads on")
    place.desk.settle.emit()
    assert "↺ reopened" in listed(place)[0]
    assert "Signal to sales" in place.stages.form.said.text()
    history.undo(workspace)
    assert "✓ agreed" in listed(place)[0]


def test_a_new_version_is_agreed_with_both_names(qtbot: QtBot, place: AgreementPlace, workspace: Workspace) -> None:
    press(qtbot, place, "Agree on a new version…")
    form = place.stages.versions.signing
    assert (form.marketing.text(), form.sales.text()) == ("Nora Whitfield", "Marcus Bell")
    form.sales.setText("")
    qtbot.keyClick(form.sales, Qt.Key.Key_Return)
    assert "sales is missing" in form.reason.text()
    qtbot.keyClicks(form.sales, "Sofia Lindqvist")
    press(qtbot, form, "Agree")
    assert agreement.versions(workspace)[0].sales == "Sofia Lindqvist"
    assert agreement.versions(workspace)[0].day == TODAY
    assert all("✓ agreed" in line for line in listed(place))
    assert form.isHidden()


def test_enter_in_any_line_agrees_once(qtbot: QtBot, place: AgreementPlace, workspace: Workspace) -> None:
    form = place.stages.versions.signing
    for n, box in enumerate((form.marketing, form.sales, form.day.line), start=2):
        place.stages.versions.start()
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Return)
        qtbot.waitUntil(form.isHidden)
        assert agreement.versions(workspace)[0].version == n


def test_a_day_that_is_none_is_said(qtbot: QtBot, place: AgreementPlace, workspace: Workspace) -> None:
    press(qtbot, place, "Agree on a new version…")
    form = place.stages.versions.signing
    form.day.line.setText("soon-ish")
    press(qtbot, form, "Agree")
    assert "is not a day" in form.day.wrong.text()
    assert len(agreement.versions(workspace)) == 1


def test_what_is_different_is_shown_side_by_side(qtbot: QtBot, place: AgreementPlace) -> None:
    place.arrive(stage_id=place.stages.list.item(3).data(Qt.ItemDataRole.UserRole))
    press(qtbot, place, "See what is different")
    shown = place.stages.comparing
    assert shown.isVisible()
    assert shown.said.text() == "1 stage is different."
    assert "from peers" in shown.text.toPlainText()
    press(qtbot, shown, "‹ Stages")
    assert place.stages.form.isVisible()


def test_the_newest_version_is_compared_with_the_one_before(window: Window, workspace: Workspace) -> None:
    for marketing in ("Nora", "Ada"):
        agreement.agree(workspace, marketing, "Marcus", TODAY)
    shown = window.go("agreement")
    assert isinstance(shown, AgreementPlace)
    shown.stages.versions.compare_wanted.emit(2)
    comparing = shown.stages.comparing
    assert (comparing.older.currentData(), comparing.newer.currentData()) == (1, 2)


def test_the_newest_version_is_compared_with_edits_since(window: Window, workspace: Workspace) -> None:
    for marketing in ("Nora", "Ada"):
        agreement.agree(workspace, marketing, "Marcus", TODAY)
    lists.edit(workspace, "stage", named(workspace, "stage", "Interest"), definition="Edited")
    shown = window.go("agreement")
    assert isinstance(shown, AgreementPlace)
    shown.stages.versions.compare_wanted.emit(2)
    comparing = shown.stages.comparing
    assert (comparing.older.currentData(), comparing.newer.currentData()) == (2, 0)


def test_undoing_the_only_version_leaves_the_comparison(window: Window, workspace: Workspace) -> None:
    agreement.agree(workspace, "Nora", "Marcus", TODAY)
    shown = window.go("agreement")
    assert isinstance(shown, AgreementPlace)
    shown.stages.compare(1, 0)
    history.undo(workspace)
    assert shown.stages.form.isVisible()
    assert "Nothing is agreed yet" in " ".join(label.text() for label in shown.stages.versions.findChildren(QLabel))


def test_a_workspace_for_reading_only_is_only_read(on_sample: None, window: Window, workspace: Workspace) -> None:
    workspace.readonly = True
    shown = window.go("agreement", page="tags")
    assert isinstance(shown, AgreementPlace)
    assert not shown.tags.agree.isEnabled()
    assert shown.stages.form.texts["signal"].isReadOnly()
    assert not shown.stages.versions.agree.isEnabled()
    assert all(c.why_not() for c in shown.commands() if c.word in {"agree", "import-tags", "tag-agree"})


def test_tags_are_agreed_by_keyboard(qtbot: QtBot, tags: AgreementPlace, workspace: Workspace) -> None:
    first = current(tags)
    assert tags.tags.progress.text() == "1 of 7"
    qtbot.keyClick(tags.tags.agree, Qt.Key.Key_A)
    assert pieces.read(workspace, first).tag is Tag.AGREED
    assert tags.tags.progress.text() == "2 of 7"
    qtbot.keyClick(tags.tags.agree, Qt.Key.Key_Left)
    assert current(tags) == first
    assert "agreed" in tags.tags.card.chip.text()


def test_a_dispute_asks_for_its_reason(qtbot: QtBot, tags: AgreementPlace, workspace: Workspace) -> None:
    qtbot.keyClick(tags.tags.agree, Qt.Key.Key_S)
    qtbot.keyClick(tags.tags.agree, Qt.Key.Key_S)
    qtbot.keyClick(tags.tags.agree, Qt.Key.Key_S)
    piece = current(tags)
    qtbot.keyClick(tags.tags.agree, Qt.Key.Key_D)
    line = tags.tags.line.line
    assert line.hasFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert pieces.read(workspace, piece).tag is Tag.PROPOSED
    qtbot.keyClicks(line, "Sad and dated: A, D and S are letters here")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert pieces.read(workspace, current(tags)).tag is Tag.PROPOSED, "Enter does not answer for the next one too"
    read = pieces.read(workspace, piece)
    assert (read.tag, read.tag_reason) == (Tag.DISPUTED, "Sad and dated: A, D and S are letters here")
    assert any("Sad and dated" in label.text() for label in tags.tags.disputed.findChildren(QLabel))


def test_escape_leaves_a_dispute_as_it_was(qtbot: QtBot, tags: AgreementPlace, workspace: Workspace) -> None:
    qtbot.keyClick(tags.tags.agree, Qt.Key.Key_D)
    qtbot.keyClick(tags.tags.line.line, Qt.Key.Key_Escape)
    assert tags.tags.line.isHidden()
    assert tags.tags.dispute.hasFocus()
    assert history.next_undo(workspace) == "Sample workspace"


def test_a_reason_stays_while_something_else_changes(qtbot: QtBot, tags: AgreementPlace, workspace: Workspace) -> None:
    qtbot.keyClick(tags.tags.agree, Qt.Key.Key_D)
    tags.tags.line.line.clear()
    qtbot.keyClicks(tags.tags.line.line, "Half a rea")
    pieces.edit(workspace, current(tags), title="Another title")
    assert tags.tags.card.title.text() == "Another title"
    assert tags.tags.line.isVisible()
    assert tags.tags.line.line.text() == "Half a rea"


def test_the_keys_are_listed_while_tags_are_reviewed(place: AgreementPlace) -> None:
    assert not any(command.shortcuts for command in place.commands())
    place.arrive(page="tags")
    assert {"A", "D", "S", "Left", "Right"} <= {keys for c in place.commands() for keys in c.shortcuts}


def test_an_undone_answer_is_open_again(qtbot: QtBot, tags: AgreementPlace, workspace: Workspace) -> None:
    qtbot.keyClick(tags.tags.agree, Qt.Key.Key_A)
    history.undo(workspace)
    qtbot.keyClick(tags.tags.agree, Qt.Key.Key_Left)
    assert "disputed" in tags.tags.card.chip.text()


def test_the_end_says_what_was_reviewed(qtbot: QtBot, tags: AgreementPlace) -> None:
    for _n in range(7):
        qtbot.keyClick(tags.tags.agree, Qt.Key.Key_S)
    assert tags.tags.done.text() == "7 tags reviewed: 0 agreed, 3 disputed, 4 left open."
    press(qtbot, tags, "Review what is open")
    assert tags.tags.progress.text() == "1 of 7"


def test_a_disputed_piece_is_one_click_away(qtbot: QtBot, tags: AgreementPlace) -> None:
    reviews = [b for b in tags.tags.disputed.findChildren(QPushButton) if b.text() == "Review"]
    qtbot.mouseClick(reviews[-1], Qt.MouseButton.LeftButton)
    assert tags.tags.card.title.text() == "Stop forecasting, start rehearsing"


def test_open_tags_go_out_and_answers_come_in(
    qtbot: QtBot, tags: AgreementPlace, workspace: Workspace, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    path = tmp_path / "tags.xlsx"
    prompts.answers |= {"export agreement": str(path), "import agreement": str(path)}
    with qtbot.waitSignal(tags.desk.notice):
        press(qtbot, tags, "Send open tags to sales…")
    book = openpyxl.load_workbook(path)
    for line in range(2, 9):
        book["Tags"][f"J{line}"] = "agreed"
    book.save(path)
    with qtbot.waitSignal(tags.files.looked):
        press(qtbot, tags, "Take in answers…")
    assert tags.answers.isVisible()
    assert tags.answers.foot.next.text() == "Take in 7 answers"
    press(qtbot, tags.answers, "Take in 7 answers")
    assert agreement.tags(workspace, tags.period).share == 1
    assert tags.tags.isVisible()
    assert history.next_undo(workspace) == "Take in 7 answers on stage tags from tags.xlsx"


def test_refused_answers_are_shown_before_anything_is_done(
    qtbot: QtBot, tags: AgreementPlace, workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("Id,Answer\nnobody,agreed\n", encoding="utf-8")
    with qtbot.waitSignal(tags.files.looked):
        tags.files.look(path)
    assert not tags.answers.foot.next.isEnabled()
    assert tags.answers.preview.tables[2].rows.row(0)[3] == "there is no piece with this id"
    press(qtbot, tags.answers, "Back")
    assert tags.tags.isVisible()


def test_the_chip_of_the_balance_bar_opens_the_tags(qtbot: QtBot, place: AgreementPlace, window: Window) -> None:
    window.go("coverage")
    qtbot.waitUntil(window.balance.agreed.isVisible)
    assert window.balance.agreed.text() == "77 % of tags"
    qtbot.mouseClick(window.balance.agreed, Qt.MouseButton.LeftButton)
    assert window.word == "agreement"
    assert place.tags.isVisible()


def test_without_a_piece_it_says_so(window: Window) -> None:
    shown = window.go("agreement", page="tags")
    assert isinstance(shown, AgreementPlace)
    assert "nothing to agree on" in shown.tags.share.text()
    assert shown.tags.card.isHidden()
