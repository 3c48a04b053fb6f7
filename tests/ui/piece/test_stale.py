"""Two windows on one piece: nothing is overwritten and nothing typed is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editorial.services import pieces
from editorial.services.workspaces import open_workspace
from editorial.store.workspace import Workspace
from editorial.ui.desk import Desk
from editorial.ui.fields.days import DayEditor
from editorial.ui.fields.texts import TextEditor
from editorial.ui.piece.panel import PiecePanel
from tests.builders import a_piece
from tests.full_disk import PLENTY, room


@pytest.fixture
def elsewhere(workspace: Workspace, workspace_path: Path) -> Iterator[Workspace]:
    """The same file, opened by somebody else."""
    opened = open_workspace(workspace_path, author="Bo")
    yield opened
    opened.close()


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> PiecePanel:
    made = PiecePanel(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def editor(panel: PiecePanel, name: str) -> TextEditor:
    found = panel.form.editors[name]
    assert isinstance(found, TextEditor)
    return found


def test_a_stale_edit_is_refused_and_kept(
    qtbot: QtBot, panel: PiecePanel, workspace: Workspace, elsewhere: Workspace
) -> None:
    piece = a_piece(workspace, notes="before")
    panel.show_selected(piece)
    qtbot.keyClicks(editor(panel, "notes").box, "mine ")
    pieces.edit(elsewhere, piece, notes="theirs")
    panel.form.settle()
    assert pieces.read(workspace, piece).notes == "theirs"
    assert panel.form.strip.isVisible()
    assert "mine" in panel.form.strip.words.text()
    assert "changed since you opened it" in panel.form.strip.reason.text()


def test_what_was_refused_can_be_applied_after_all(
    qtbot: QtBot, panel: PiecePanel, workspace: Workspace, elsewhere: Workspace
) -> None:
    piece = a_piece(workspace, notes="")
    panel.show_selected(piece)
    qtbot.keyClicks(editor(panel, "notes").box, "mine")
    pieces.edit(elsewhere, piece, notes="theirs")
    panel.form.settle()
    panel.form.strip.apply.click()
    assert pieces.read(workspace, piece).notes == "mine"
    assert panel.form.strip.isHidden()


def test_news_of_the_other_window_does_not_take_what_is_being_typed(
    qtbot: QtBot, panel: PiecePanel, desk: Desk, workspace: Workspace, elsewhere: Workspace
) -> None:
    piece = a_piece(workspace, notes="")
    panel.show_selected(piece)
    qtbot.keyClicks(editor(panel, "notes").box, "mine")
    with qtbot.waitSignal(desk.changed):
        pieces.edit(elsewhere, piece, notes="theirs")
    panel.form.settle()
    assert pieces.read(workspace, piece).notes == "theirs"
    assert "mine" in panel.form.strip.words.text()


def test_another_field_changed_elsewhere_does_not_get_in_the_way(
    qtbot: QtBot, panel: PiecePanel, workspace: Workspace, elsewhere: Workspace
) -> None:
    piece = a_piece(workspace, "Old")
    panel.show_selected(piece)
    qtbot.keyClicks(editor(panel, "notes").box, "mine")
    pieces.edit(elsewhere, piece, title="Theirs")
    panel.form.settle()
    read = pieces.read(workspace, piece)
    assert (read.title, read.notes) == ("Theirs", "mine")
    assert panel.form.strip.isHidden()


def test_a_read_only_workspace_locks_every_editor(
    qtbot: QtBot, bare_desk: Desk, workspace: Workspace, workspace_path: Path
) -> None:
    piece = a_piece(workspace, "Kept")
    bare_desk.open(open_workspace(workspace_path, readonly=True))
    panel = PiecePanel(bare_desk)
    qtbot.addWidget(panel)
    panel.show_selected(piece)
    assert editor(panel, "title").box.isReadOnly()
    assert not panel.form.editors["stage"].button.isEnabled()  # type: ignore[attr-defined]


def test_what_a_full_disk_did_not_take_stays_and_is_saved_later(
    qtbot: QtBot, panel: PiecePanel, workspace: Workspace
) -> None:
    piece = a_piece(workspace, notes="")
    panel.show_selected(piece)
    room(workspace, 1)
    written = "x" * 100_000
    editor(panel, "notes").box.setPlainText(written)
    panel.form.settle()
    assert editor(panel, "notes").text == written
    room(workspace, PLENTY)
    panel.form.settle()
    assert pieces.read(workspace, piece).notes == written


def test_what_could_not_be_saved_is_kept_beside_the_next_piece(
    qtbot: QtBot, panel: PiecePanel, workspace: Workspace
) -> None:
    piece, other = a_piece(workspace, "One", notes=""), a_piece(workspace, "Two", notes="two")
    panel.show_selected(piece)
    room(workspace, 1)
    editor(panel, "notes").box.setPlainText("x" * 100_000)
    panel.show_selected(other)
    assert editor(panel, "notes").text == "two"
    assert panel.form.strip.words.text().startswith("You typed for “One”: “xxx")
    room(workspace, PLENTY)
    panel.form.strip.apply.click()
    assert len(pieces.read(workspace, piece).notes) == 100_000
    assert pieces.read(workspace, other).notes == "two"


def test_a_wrong_day_does_not_go_along_to_the_next_piece(panel: PiecePanel, workspace: Workspace) -> None:
    panel.show_selected(a_piece(workspace, "One"))
    date = panel.form.editors["date"]
    assert isinstance(date, DayEditor)
    date.box.line.setText("someday")
    date.box.line.setModified(True)
    panel.show_selected(a_piece(workspace, "Two"))
    assert date.box.line.text() == ""
