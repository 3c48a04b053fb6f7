"""The segments place through the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editorial.services import history
from editorial.ui.segments.place import SegmentsPlace
from editorial.ui.window import Window
from tests.full_disk import PLENTY, room


@pytest.fixture
def place(on_sample: None, window: Window) -> SegmentsPlace:
    shown = window.go("segments")
    assert isinstance(shown, SegmentsPlace)
    return shown


def test_every_segment_is_listed_with_its_gaps(place: SegmentsPlace) -> None:
    texts = [place.list.item(row).text() for row in range(place.list.count())]
    assert len(texts) == 4
    assert sum("gap" in text and "no gap" not in text for text in texts) >= 2


def test_each_stage_says_its_question_and_its_level(place: SegmentsPlace) -> None:
    chips = [b for b in place.planned.findChildren(QPushButton) if b.objectName() == "chip" and " / " in b.text()]
    assert len(chips) >= 4


def test_typing_joins_into_one_change(qtbot: QtBot, place: SegmentsPlace) -> None:
    assert place.desk.workspace is not None
    assert place.segment is not None
    box = place.profile._texts["why_them"]
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "They sign")
    box._typing.settle()
    qtbot.keyClicks(box, " the order")
    place.desk.settle.emit()
    assert place.segment.why_them == "They sign the order"
    history.undo(place.desk.workspace)
    assert place.segment.why_them != "They sign"


def test_a_wrong_silence_is_refused_and_what_was_typed_stays(qtbot: QtBot, place: SegmentsPlace) -> None:
    box = place.profile._silence
    box.setText("a fortnight")
    with qtbot.waitSignal(place.profile.refused):
        box.editingFinished.emit()
    assert box.text() == "a fortnight"


def test_a_stage_leads_to_its_cell(qtbot: QtBot, place: SegmentsPlace, window: Window) -> None:
    chip = next(b for b in place.planned.findChildren(QPushButton) if " / " in b.text())
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert window.word == "coverage"


def test_an_empty_workspace_offers_the_first_step(window: Window) -> None:
    shown = window.go("segments")
    assert any(b.isVisible() and b.text() == "Add a segment" for b in shown.findChildren(QPushButton))


def test_what_a_full_disk_did_not_take_stays_and_is_saved_later(place: SegmentsPlace) -> None:
    workspace = place.desk.workspace
    assert workspace is not None
    room(workspace, 1)
    written = "x" * 100_000
    place.profile._texts["worries"].setPlainText(written)
    place.desk.settle.emit()
    assert place.profile._texts["worries"].toPlainText() == written
    room(workspace, PLENTY)
    place.desk.settle.emit()
    assert place.segment is not None
    assert place.segment.worries == written


def test_an_unknown_need_stands_in_the_list_with_its_offer(place: SegmentsPlace) -> None:
    rows = [place.list.item(row).text() for row in range(place.list.count())]
    row = next(n for n, text in enumerate(rows) if "need unknown" in text)
    place.list.setCurrentRow(row)
    texts = [button.text() for button in place.planned.findChildren(QPushButton)]
    assert any(text.startswith("Plan an") for text in texts)
