"""Every screen of the presentation fits its window, in words a room may see."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from editorial.domain.period import quarter_of
from editorial.services import lists, pieces
from editorial.ui.coverage.presentation.opening import present
from editorial.ui.coverage.presentation.screen import Presentation
from editorial.ui.coverage.presentation.walk import Page, Where
from editorial.ui.window import Window
from tests.ui.conftest import TODAY

SIZES = [(1024, 700), (1440, 900), (1920, 1080), (1080, 1920)]
LONG = "A title that goes on and on about the price of waiting for a perfect moment that never comes to anybody at all"


def started(qtbot: QtBot, window: Window) -> Presentation:
    made = present(window.desk, window, quarter_of(window.desk.day, window.desk.lists.settings))
    qtbot.addWidget(made)
    return made


@pytest.fixture
def screen(qtbot: QtBot, on_sample: None, window: Window) -> Presentation:
    workspace = window.desk.workspace
    assert workspace is not None
    segment, stage = next(iter(window.desk.lists.segments)), next(iter(window.desk.lists.stages))
    for n, title in enumerate([LONG, "谁来为机器人的错误负责?", "من يدفع ثمن أخطاء الروبوت؟", *["Short"] * 12]):
        day = TODAY + timedelta(days=n)
        pieces.create(workspace, title, planned=day, segment_ids=(segment,), stage_id=stage, notes="Not for the room")
    return started(qtbot, window)


def every_page(screen: Presentation) -> list[Where]:
    assert screen.deck is not None
    segments, stages = range(len(screen.deck.segments)), range(len(screen.deck.stages))
    found = [Where(), *(Where(Page.SEGMENT, n) for n in segments), *(Where(Page.STAGE, stage=n) for n in stages)]
    return [*found, *(Where(Page.CELL, n, m) for n in segments for m in stages)]


@pytest.mark.parametrize("size", SIZES)
def test_no_text_leaves_its_box_or_the_screen(screen: Presentation, size: tuple[int, int]) -> None:
    screen.resize(*size)
    for where in every_page(screen):
        screen.show_page(where)
        assert screen.sheet is not None
        for text in screen.sheet.texts:
            shown = QFontMetrics(text.font).boundingRect(text.box, text.flags, text.text)
            assert screen.rect().contains(text.box), (where, text.text)
            assert shown.width() <= text.box.width() + 2, (where, text.text)
            assert shown.height() <= max(text.box.height(), QFontMetrics(text.font).height()) + 2, (where, text.text)


@pytest.mark.parametrize("size", SIZES)
def test_type_is_large(screen: Presentation, size: tuple[int, int]) -> None:
    screen.resize(*size)
    for where in every_page(screen):
        screen.show_page(where)
        assert screen.sheet is not None
        assert min(text.font.pixelSize() for text in screen.sheet.texts) >= 9


def test_nothing_is_said_that_is_not_for_the_room(screen: Presentation) -> None:
    for where in every_page(screen):
        screen.show_page(where)
        assert "Not for the room" not in screen.accessibleDescription()


def test_a_click_on_a_cell_drills_into_it(qtbot: QtBot, screen: Presentation) -> None:
    screen.resize(1440, 900)
    assert screen.sheet is not None
    box, where = next(hit for hit in screen.sheet.hits if hit[1].page is Page.CELL)
    qtbot.mouseClick(screen, Qt.MouseButton.LeftButton, pos=box.center())
    assert screen.where == where


def test_a_change_elsewhere_is_shown(screen: Presentation) -> None:
    workspace = screen.desk.workspace
    assert workspace is not None
    assert screen.deck is not None
    before = screen.deck.coverage.totals.pieces
    pieces.create(workspace, "New", planned=TODAY)
    assert screen.deck.coverage.totals.pieces == before + 1


def test_a_screen_reader_hears_the_page(screen: Presentation) -> None:
    screen.show_page(Where(Page.STAGE, stage=1))
    assert screen.deck is not None
    assert screen.deck.stages[1].name in screen.accessibleName()
    assert screen.deck.stages[1].question in screen.accessibleDescription()


def test_dark_is_dark(screen: Presentation) -> None:
    screen.desk.theme.choose("dark")
    screen.resize(600, 400)
    ground = screen.grab().toImage().pixelColor(QPoint(2, 2))
    screen.desk.theme.choose("light")
    assert ground.lightness() < 60


def test_many_segments_still_fit(qtbot: QtBot, window: Window) -> None:
    workspace = window.desk.workspace
    assert workspace is not None
    for n in range(18):
        lists.add(workspace, "segment", f"A group of readers with number {n}")
    made = started(qtbot, window)
    made.resize(1024, 700)
    assert made.sheet is not None
    inside: Callable[[QRect], bool] = made.rect().contains
    assert all(inside(ground.box) for ground in made.sheet.grounds)


def test_days_are_those_of_the_period(screen: Presentation) -> None:
    assert screen.deck is not None
    days = [entry.day for found in screen.deck.pieces.values() for entry in found]
    assert all(day is not None and date(2027, 1, 1) <= day <= date(2027, 3, 31) for day in days)
