"""“Kickoff pack…”: one click from coverage, ordered by keyboard, written in the background, opened afterwards."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from editorial.domain.audience import Audience
from editorial.domain.pack import Section, usual_sections
from editorial.services.sample import make_sample
from editorial.store.workspace import Workspace
from editorial.ui.pack.dialog import PackDialog
from editorial.ui.pack.export import with_ending
from editorial.ui.pack.opening import open_pack
from editorial.ui.window import Window
from tests.ui.conftest import TODAY
from tests.ui.scripted import ScriptedPrompts


@pytest.fixture
def sample(workspace: Workspace) -> Workspace:
    make_sample(workspace, TODAY)
    return workspace


@pytest.fixture
def dialog(qtbot: QtBot, window: Window) -> PackDialog:
    made = open_pack(window.desk, window)
    qtbot.waitExposed(made)
    return made


def exported(qtbot: QtBot, dialog: PackDialog) -> Path:
    with qtbot.waitSignal(dialog.written, timeout=20_000):
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    return dialog.wanted().path


def test_coverage_opens_it_for_its_own_period(qtbot: QtBot, window: Window) -> None:
    window.go("coverage")
    place = window.places["coverage"]
    place.turning.turned.emit(1)  # type: ignore[attr-defined]
    button = next(one for one in window.header.findChildren(QPushButton) if one.text() == "Pack…")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(PackDialog)
    assert dialog is not None
    assert dialog.wanted().period == place.period  # type: ignore[attr-defined]


def test_the_command_opens_one_and_the_same(window: Window) -> None:
    command = next(one for one in window.every_command() if one.word == "pack")
    command.run()
    command.run()
    assert len(window.findChildren(PackDialog)) == 1


@pytest.mark.parametrize("form", ["pdf", "pptx", "html"])
def test_export_writes_the_file_beside_the_workspace(
    qtbot: QtBot, sample: Workspace, dialog: PackDialog, form: str
) -> None:
    dialog.form.choose(form)
    written = exported(qtbot, dialog)
    assert written.parent == sample.path.parent
    assert written.suffix == f".{form}"
    assert written.stat().st_size > 1000
    assert dialog.state.text() == f"Written: {written.name}"
    assert dialog.show_file.isVisible()


def test_open_shows_what_was_written(
    qtbot: QtBot, dialog: PackDialog, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    dialog.form.choose("html")
    written = exported(qtbot, dialog)
    qtbot.mouseClick(dialog.show_file, Qt.MouseButton.LeftButton)
    assert shown == [QUrl.fromLocalFile(str(written))]


def test_sections_are_moved_and_ticked_by_keyboard(qtbot: QtBot, dialog: PackDialog) -> None:
    sections = dialog.sections
    sections.setFocus()
    qtbot.keyClick(sections, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.wanted().sections[:2] == (Section.MATRIX, Section.STAGES)
    qtbot.keyClick(sections, Qt.Key.Key_Space)
    assert Section.STAGES not in dialog.wanted().sections
    qtbot.keyClick(sections, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert sections.order[0] is Section.STAGES


def test_arrow_buttons_move_the_section_too(qtbot: QtBot, dialog: PackDialog) -> None:
    dialog.sections.setCurrentRow(2)
    up = next(one for one in dialog.findChildren(QToolButton) if one.accessibleName().startswith("Move the section up"))
    qtbot.mouseClick(up, Qt.MouseButton.LeftButton)
    assert dialog.sections.order[1] is Section.MIX


def test_a_dragged_section_counts_where_it_was_dropped(dialog: PackDialog) -> None:
    model = dialog.sections.model()
    assert model.moveRow(model.index(-1, -1), 6, model.index(-1, -1), 0)
    assert dialog.wanted().sections[0] is Section.EXCLUSIVES


def test_without_a_section_nothing_can_be_exported(dialog: PackDialog) -> None:
    dialog.sections.show_sections([])
    assert not dialog.export.isEnabled()
    assert dialog.state.text() == "Tick at least one section."


def test_the_audience_ticks_what_it_is_usually_told(dialog: PackDialog) -> None:
    dialog.audience.choose("public")
    assert dialog.wanted().sections == usual_sections(Audience.PUBLIC)
    assert dialog.wanted().path.name.endswith("public.pdf")


def test_a_named_file_stays_and_only_its_ending_follows(
    dialog: PackDialog, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    prompts.answers["pack"] = tmp_path / "mine"
    dialog.choose.click()
    dialog.form.choose("html")
    dialog.audience.choose("sales")
    assert dialog.wanted().path == tmp_path / "mine.html"


def test_a_file_that_is_there_is_named_before_it_is_replaced(dialog: PackDialog, tmp_path: Path) -> None:
    (tmp_path / "old.pdf").write_bytes(b"")
    dialog.file.setText("")
    dialog.file.insert(str(tmp_path / "old.pdf"))
    assert dialog.state.text() == "old.pdf is there already and will be replaced."
    assert dialog.export.isEnabled()


def test_what_goes_wrong_is_said_where_it_was_asked(qtbot: QtBot, dialog: PackDialog, tmp_path: Path) -> None:
    dialog.form.choose("html")
    dialog.file.setText("")
    dialog.file.insert(str(tmp_path / "gone" / "pack.html"))
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "cannot be written" in dialog.state.text())
    assert dialog.export.isEnabled()
    assert not dialog.show_file.isVisible()


@pytest.mark.parametrize("leave", ["close", "reject"])
def test_closing_while_it_is_written_lets_the_window_say_so(
    qtbot: QtBot, window: Window, dialog: PackDialog, leave: str
) -> None:
    target = dialog.wanted().path
    with qtbot.waitSignal(window.desk.notice, timeout=20_000) as told:
        dialog.export.click()
        getattr(dialog, leave)()
    assert told.args is not None
    assert told.args[0].text == f"Written: {target.name}"
    assert target.is_file()


def test_cancel_leaves_no_file(qtbot: QtBot, sample: Workspace, dialog: PackDialog) -> None:
    dialog.export.click()
    dialog.running.cancel.click()
    qtbot.waitUntil(dialog.export.isEnabled)
    assert dialog.state.text() == "Cancelled; nothing was written."
    assert not dialog.wanted().path.exists()
    exported(qtbot, dialog)


def test_work_of_a_moment_shows_no_bar(qtbot: QtBot, dialog: PackDialog) -> None:
    dialog.form.choose("html")
    exported(qtbot, dialog)
    assert dialog.running.isHidden()


def test_what_was_chosen_comes_back(qtbot: QtBot, window: Window, dialog: PackDialog) -> None:
    dialog.form.choose("html")
    dialog.audience.choose("sales")
    dialog.sections.move_line(1)
    exported(qtbot, dialog)
    again = PackDialog(window.desk, dialog.wanted().period, window)
    qtbot.addWidget(again)
    assert again.wanted().sections == dialog.wanted().sections
    assert (again.form.chosen, again.audience.chosen) == ("html", "sales")


def test_another_workspace_closes_it(qtbot: QtBot, dialog: PackDialog, window: Window) -> None:
    with qtbot.waitSignal(dialog.destroyed):
        window.desk.opened.emit()


@pytest.mark.parametrize(
    ("name", "ending", "then"),
    [("a.pdf", "html", "a.html"), ("a", "pdf", "a.pdf"), ("v1.2", "pptx", "v1.2.pptx"), ("a.PDF", "pdf", "a.pdf")],
)
def test_endings_follow_the_form(name: str, ending: str, then: str) -> None:
    assert with_ending(Path(name), ending) == Path(then)
