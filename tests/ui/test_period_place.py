"""Places of one period: they go along with the day in view, and keep their own length."""

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editorial.domain.period import month_of
from editorial.services import pieces
from editorial.ui.coverage.place import CoveragePlace
from editorial.ui.period_place import PeriodPlace
from editorial.ui.window import Window
from tests.ui.conftest import TODAY

WORDS = ("coverage", "interests", "segments")


def visit(window: Window, word: str) -> PeriodPlace:
    return cast(PeriodPlace, window.go(word))


@pytest.mark.parametrize("word", WORDS)
def test_it_goes_along_with_the_day_in_view(window: Window, word: str) -> None:
    place = visit(window, word)
    window.go("calendar")
    window.desk.look_at(date(2027, 8, 2))
    assert "FY2027 Q3" in visit(window, word).title()
    assert place.period.name == "FY2027 Q3"


@pytest.mark.parametrize("word", WORDS)
def test_turning_takes_the_day_in_view_along(qtbot: QtBot, window: Window, word: str) -> None:
    qtbot.mouseClick(visit(window, word).turning.before, Qt.MouseButton.LeftButton)
    assert window.desk.day == date(2026, 10, 1)


def test_a_month_stays_a_month(window: Window) -> None:
    place = visit(window, "coverage")
    place.show_period(month_of(TODAY))
    window.desk.look_at(date(2027, 8, 2))
    assert place.period == month_of(date(2027, 8, 2))


def test_who_comes_for_a_quarter_sees_the_quarter(window: Window) -> None:
    place = cast(CoveragePlace, window.go("coverage"))
    place._set_length(month_of(TODAY), "Month")
    window.go("coverage", day=TODAY)
    assert (place.period.name, place._length.text()) == ("FY2027 Q1", "Quarter ▾")


def test_a_change_unseen_shows_on_arrival(window: Window) -> None:
    place = cast(CoveragePlace, window.go("coverage"))
    window.go("calendar")
    assert window.desk.workspace is not None
    pieces.create(window.desk.workspace, "New", planned=TODAY)
    window.go("coverage")
    assert place.coverage is not None
    assert place.coverage.totals.pieces == 1


def test_the_header_keeps_its_height(window: Window, qtbot: QtBot) -> None:
    heights = set()
    for word in WORDS:
        window.go(word)
        qtbot.waitUntil(window.header.isVisible)
        heights.add(window.header.sizeHint().height())
    place = cast(CoveragePlace, window.go("coverage"))
    place._on.setChecked(True)
    heights.add(window.header.sizeHint().height())
    assert len(heights) == 1
