"""“Share the calendar…”: what the view shows, previewed, ticked, ordered, saved, and kept up to date in a folder."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from editorial.domain.audience import Audience
from editorial.domain.conditions import Operator, Test
from editorial.domain.onlooker import Layout
from editorial.services.onlooker import identity
from editorial.services.pieces import edit
from editorial.services.workspaces import open_workspace, save_copy
from editorial.store.workspace import Workspace
from editorial.ui.calendar.place import CalendarPlace
from editorial.ui.desk import Notice
from editorial.ui.onlooker.dialog import ShareDialog
from editorial.ui.onlooker.keeping import Keeper, keeper_of
from editorial.ui.onlooker.opening import share_from
from editorial.ui.onlooker.wanted import Shared, kept, shared_from
from editorial.ui.window import Window
from tests.builders import a_piece
from tests.ui.conftest import TODAY
from tests.ui.scripted import ScriptedPrompts

NINTH = date(2027, 3, 9)


@pytest.fixture
def piece(workspace: Workspace) -> int:
    return a_piece(workspace, "Pricing after tariffs", planned=NINTH, status="Drafting")


@pytest.fixture
def place(window: Window) -> CalendarPlace:
    place = window.places["calendar"]
    assert isinstance(place, CalendarPlace)
    return place


@pytest.fixture
def dialog(qtbot: QtBot, piece: int, window: Window) -> ShareDialog:
    assert piece
    window.desk.preferences.put("onlooker-form", "ics")
    made = share_from(window)
    assert made is not None
    with qtbot.waitSignal(made.previewed):
        pass
    return made


@pytest.fixture
def keeper(window: Window) -> Keeper:
    return keeper_of(window.desk)


def previewed(qtbot: QtBot, dialog: ShareDialog, act: Callable[[], object]) -> str:
    with qtbot.waitSignal(dialog.previewed, timeout=20_000):
        act()
    return dialog.preview.text.toPlainText()


def saved(qtbot: QtBot, dialog: ShareDialog, prompts: ScriptedPrompts, path: Path) -> Path:
    prompts.answers["share"] = path
    with qtbot.waitSignal(dialog.written, timeout=20_000) as signal:
        dialog.save.click()
    assert signal.args is not None
    written: Path = signal.args[0]
    return written


def started(qtbot: QtBot, dialog: ShareDialog, folder: Path, *forms: str) -> None:
    dialog.show_page("folder")
    dialog.folder.folder.setText(str(folder))
    for form, box in dialog.folder.forms.items():
        box.setChecked(form in forms)
    with qtbot.waitSignal(keeper_of(dialog._desk).said, timeout=20_000):
        dialog.folder.start.click()


def test_the_command_shares_what_the_calendar_shows(window: Window, dialog: ShareDialog) -> None:
    assert dialog.what.text() == window.header.title.text()
    assert dialog.preview.text.toPlainText().startswith("9 March 2027: Pricing after tariffs")


def test_there_is_one_dialog(window: Window, dialog: ShareDialog) -> None:
    next(one for one in window.every_command() if one.word == "share").run()
    assert window.findChildren(ShareDialog) == [dialog]


def test_from_another_place_the_calendar_comes_first(window: Window, piece: int) -> None:
    window.go("coverage")
    assert piece
    assert share_from(window) is not None
    assert window.word == "calendar"


def test_it_follows_the_view(qtbot: QtBot, place: CalendarPlace, dialog: ShareDialog) -> None:
    said = previewed(qtbot, dialog, lambda: place.turn(1))
    assert dialog.what.text() == place.title()
    assert "Pricing" not in said


def test_it_follows_the_filter(qtbot: QtBot, place: CalendarPlace, dialog: ShareDialog) -> None:
    where = Test("title", Operator.CONTAINS, ("cost",))
    assert "Pricing" not in previewed(qtbot, dialog, lambda: place.filter.set_condition(where))
    assert "cost" in dialog.filtered.text()


def test_the_public_previews_no_title(qtbot: QtBot, dialog: ShareDialog) -> None:
    said = previewed(qtbot, dialog, lambda: dialog.content.audience.choose("public"))
    assert "Pricing" not in said
    assert dialog.content.told.text().startswith("No titles and no exact dates")


def test_the_text_of_the_page_is_previewed(qtbot: QtBot, dialog: ShareDialog) -> None:
    said = previewed(qtbot, dialog, lambda: dialog.content.form.choose("html"))
    assert "March 2027\n\n9 March 2027: Pricing after tariffs" in said


def test_the_pdf_is_previewed_as_a_picture(qtbot: QtBot, dialog: ShareDialog) -> None:
    previewed(qtbot, dialog, lambda: dialog.content.form.choose("pdf"))
    assert dialog.preview.stack.currentWidget() is dialog.preview.area
    assert dialog.preview.page.pixmap().width() > 300


@pytest.mark.parametrize("form", ["ics", "html", "pdf"])
def test_save_writes_the_form(
    qtbot: QtBot, dialog: ShareDialog, prompts: ScriptedPrompts, tmp_path: Path, form: str
) -> None:
    dialog.content.form.choose(form)
    written = saved(qtbot, dialog, prompts, tmp_path / "mine")
    assert written == tmp_path / f"mine.{form}"
    assert written.stat().st_size > 300
    assert dialog.state.text() == f"Written: mine.{form}"


def test_open_shows_what_was_written(
    qtbot: QtBot, dialog: ShareDialog, prompts: ScriptedPrompts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    written = saved(qtbot, dialog, prompts, tmp_path / "mine.ics")
    dialog.show_file.click()
    assert shown == [QUrl.fromLocalFile(str(written))]


def test_what_cannot_be_written_is_said(
    qtbot: QtBot, dialog: ShareDialog, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    prompts.answers["share"] = tmp_path / "gone" / "x.ics"
    dialog.save.click()
    qtbot.waitUntil(lambda: "cannot be written" in dialog.state.text())
    assert dialog.save.isEnabled()


def test_a_piece_ticked_off_is_not_told(
    qtbot: QtBot, dialog: ShareDialog, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    dialog.show_page("pieces")
    dialog.pieces.list.setFocus()
    said = previewed(qtbot, dialog, lambda: qtbot.keyClick(dialog.pieces.list, Qt.Key.Key_Space))
    assert "Pricing" not in said
    assert dialog.pieces.said.text() == "0 of 1 piece is shared."
    assert "Pricing" not in saved(qtbot, dialog, prompts, tmp_path / "x.ics").read_text()


def test_fields_are_ordered_and_ticked_by_keyboard(qtbot: QtBot, dialog: ShareDialog) -> None:
    fields = dialog.content.fields
    first, second = fields.order[:2]
    fields.setFocus()
    qtbot.keyClick(fields, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert fields.order[:2] == [second, first]
    qtbot.keyClick(fields, Qt.Key.Key_Space)
    assert first not in fields.ticked


def test_a_dragged_field_counts_where_it_was_dropped(dialog: ShareDialog) -> None:
    fields = dialog.content.fields
    model, last = fields.model(), fields.order[-1]
    assert model.moveRow(model.index(-1, -1), fields.count() - 1, model.index(-1, -1), 0)
    assert fields.order[0] == last


def test_fields_this_audience_is_not_told_are_dimmed(dialog: ShareDialog) -> None:
    fields = dialog.content.fields
    dialog.content.audience.choose("sales")
    notes = fields.item(fields.order.index("notes"))
    assert not notes.flags() & Qt.ItemFlag.ItemIsEnabled
    assert notes.toolTip() == "This audience is not told."


def test_a_field_that_is_not_told_loses_its_tick_until_it_is(dialog: ShareDialog) -> None:
    fields, audience = dialog.content.fields, dialog.content.audience
    channel = fields.item(fields.order.index("channel"))
    assert channel.checkState() == Qt.CheckState.Checked
    audience.choose("public")
    assert channel.checkState() == Qt.CheckState.Unchecked
    audience.choose("team")
    assert channel.checkState() == Qt.CheckState.Checked


def test_choices_come_back(qtbot: QtBot, window: Window, dialog: ShareDialog) -> None:
    dialog.content.audience.choose("sales")
    dialog.content.fields.move_line(1)
    order = dialog.content.fields.order
    dialog.close()
    qtbot.waitUntil(lambda: window.findChild(ShareDialog) is None)
    again = share_from(window)
    assert again is not None
    assert (again.content.audience.chosen, again.content.fields.order) == ("sales", order)


def test_what_is_shared_is_kept_and_read_back(dialog: ShareDialog) -> None:
    shared = dialog.shared()
    assert shared is not None
    where = Test("title", Operator.CONTAINS, ("x",))
    wanted = Shared(shared.period, where, Audience.SALES, ("notes",), (1,), "us-letter", Layout.LIST)
    assert shared_from(kept(wanted)) == wanted


def test_a_list_is_saved_as_one(qtbot: QtBot, dialog: ShareDialog, prompts: ScriptedPrompts, tmp_path: Path) -> None:
    dialog.content.form.choose("html")
    dialog.content.layout_.choose("list")
    assert 'class="list"' in saved(qtbot, dialog, prompts, tmp_path / "x.html").read_text()


def test_a_calendar_file_has_no_layout(dialog: ShareDialog) -> None:
    assert not dialog.content.layout_.isEnabled()


def test_cancel_leaves_no_file(qtbot: QtBot, dialog: ShareDialog, prompts: ScriptedPrompts, tmp_path: Path) -> None:
    dialog.content.form.choose("pdf")
    prompts.answers["share"] = tmp_path / "x.pdf"
    dialog.save.click()
    dialog.running.cancel.click()
    qtbot.waitUntil(dialog.save.isEnabled)
    assert dialog.state.text() == "Cancelled; nothing was written."
    assert not (tmp_path / "x.pdf").exists()


def test_the_folder_is_chosen_in_a_dialog(dialog: ShareDialog, prompts: ScriptedPrompts, tmp_path: Path) -> None:
    prompts.answers["share-folder"] = tmp_path
    dialog.show_page("folder")
    assert not dialog.folder.start.isEnabled()
    dialog.folder.choose.click()
    assert dialog.folder.folder.text() == str(tmp_path)
    assert dialog.folder.start.isEnabled()


def test_a_folder_is_written_at_once(qtbot: QtBot, dialog: ShareDialog, tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    started(qtbot, dialog, folder, "ics", "html", "pdf")
    stem = dialog._desk.workspace.path.stem  # type: ignore[union-attr]
    assert sorted(path.name for path in folder.iterdir()) == [
        f"{stem} calendar.{one}" for one in ("html", "ics", "pdf")
    ]
    assert dialog.folder.state.text().startswith("Last written")


def test_it_is_written_again_after_a_change(
    qtbot: QtBot, dialog: ShareDialog, keeper: Keeper, workspace: Workspace, piece: int, tmp_path: Path
) -> None:
    started(qtbot, dialog, tmp_path, "ics")
    (path,) = tmp_path.glob("*.ics")
    with qtbot.waitSignal(keeper.said, timeout=10_000):
        edit(workspace, piece, title="Pricing next year")
    assert "Pricing next year" in path.read_text()


def test_a_change_of_another_window_is_written_too(
    qtbot: QtBot, dialog: ShareDialog, keeper: Keeper, workspace: Workspace, piece: int, tmp_path: Path
) -> None:
    started(qtbot, dialog, tmp_path, "ics")
    other = open_workspace(workspace.path)
    with qtbot.waitSignal(keeper.said, timeout=10_000):
        edit(other, piece, title="Told from elsewhere")
    other.close()
    assert "Told from elsewhere" in next(tmp_path.glob("*.ics")).read_text()


def test_what_reads_the_same_is_not_written(
    qtbot: QtBot, dialog: ShareDialog, keeper: Keeper, workspace: Workspace, piece: int, tmp_path: Path
) -> None:
    started(qtbot, dialog, tmp_path, "ics")
    (path,) = tmp_path.glob("*.ics")
    before = path.stat().st_mtime_ns
    with qtbot.waitSignal(keeper.said, timeout=10_000):
        edit(workspace, piece, notes="Nobody is told of this")
    assert path.stat().st_mtime_ns == before


def test_trouble_is_said_once_with_a_way_on(
    qtbot: QtBot, window: Window, dialog: ShareDialog, keeper: Keeper, tmp_path: Path
) -> None:
    notices: list[Notice] = []
    window.desk.notice.connect(notices.append)
    started(qtbot, dialog, tmp_path / "gone", "ics")
    with qtbot.waitSignal(keeper.said, timeout=10_000):
        keeper.write()
    (notice,) = notices
    assert notice.text.startswith("The shared calendar is not up to date: ")
    assert notice.text.endswith("cannot be written: its folder is not there.")
    assert dialog.folder.state.objectName() == "bad"
    assert notice.act is not None
    dialog.show_page("content")
    notice.act()
    assert dialog.page.chosen == "folder"


def test_it_can_be_stopped(qtbot: QtBot, dialog: ShareDialog, keeper: Keeper, tmp_path: Path) -> None:
    started(qtbot, dialog, tmp_path, "ics")
    dialog.folder.stop.click()
    assert keeper.kept() is None
    assert dialog.folder.stop.isHidden()
    assert list(tmp_path.glob("*.ics"))


def test_it_goes_on_when_the_workspace_is_opened_again(
    qtbot: QtBot, window: Window, dialog: ShareDialog, keeper: Keeper, workspace: Workspace, piece: int, tmp_path: Path
) -> None:
    started(qtbot, dialog, tmp_path, "ics")
    window.desk.close()
    again = open_workspace(workspace.path)
    edit(again, piece, title="Changed meanwhile")
    window.desk.open(again)
    qtbot.waitUntil(lambda: "Changed meanwhile" in next(tmp_path.glob("*.ics")).read_text(), timeout=10_000)
    assert keeper.kept() is not None


def test_a_copy_of_the_workspace_does_not_write_there(
    qtbot: QtBot, window: Window, dialog: ShareDialog, keeper: Keeper, workspace: Workspace, tmp_path: Path
) -> None:
    started(qtbot, dialog, tmp_path, "ics")
    save_copy(workspace, tmp_path / "copy.editorial")
    window.desk.open(open_workspace(tmp_path / "copy.editorial"))
    assert keeper.kept() is None


def test_a_record_that_cannot_be_read_counts_as_none(window: Window, keeper: Keeper, workspace: Workspace) -> None:
    window.desk.preferences.put(
        "onlooker-folders", {identity(workspace): [{"path": str(workspace.path), "folder": "x"}]}
    )
    assert keeper.kept() is None


def test_today_is_what_the_files_say(qtbot: QtBot, dialog: ShareDialog, tmp_path: Path) -> None:
    started(qtbot, dialog, tmp_path, "html")
    assert f"as of {TODAY.day} March 2027" in next(tmp_path.glob("*.html")).read_text()
