"""From the coverage place into the presentation, through it, and out again: by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editorial.ui.coverage.presentation.screen import Presentation
from editorial.ui.coverage.presentation.walk import Page
from editorial.ui.window import Window


def presentation(qtbot: QtBot, window: Window) -> Presentation:
    qtbot.waitUntil(lambda: window.findChild(Presentation) is not None)
    found = window.findChild(Presentation)
    assert isinstance(found, Presentation)
    return found


def shown_page(screen: Presentation) -> Page:
    return screen.where.page


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(widget, key)


def test_coverage_is_presented_drilled_into_and_left(qtbot: QtBot, on_sample: None, window: Window) -> None:
    place = window.go("coverage")
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(place, Qt.Key.Key_F5)
    screen = presentation(qtbot, window)
    assert screen.isFullScreen()
    assert shown_page(screen) is Page.OVERVIEW

    press(qtbot, screen, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert screen.deck is not None
    assert screen.deck.segments[1].name in screen.accessibleName()
    press(qtbot, screen, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return)
    cell = screen.deck.cell(screen.where.segment, screen.where.stage)
    assert shown_page(screen) is Page.CELL
    titles = [piece.title for piece in screen.deck.pieces.get(cell.key, ())]
    assert all(title in screen.accessibleDescription() for title in titles)

    press(qtbot, screen, Qt.Key.Key_Escape)
    assert shown_page(screen) is Page.STAGE
    press(qtbot, screen, Qt.Key.Key_Escape)
    assert shown_page(screen) is Page.OVERVIEW
    press(qtbot, screen, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(Presentation) is None)
    assert window.place is place
