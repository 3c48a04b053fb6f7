"""A notice finds its place anew when the window is another width."""

from pytestqt.qtbot import QtBot

from editorial.ui.desk import Notice
from editorial.ui.window import Window

SENTENCE = "Nothing was changed, because every row of the file is here already, word for word."


def test_a_notice_leaves_the_status_bar_that_becomes_too_narrow(window: Window, qtbot: QtBot) -> None:
    window.desk.notice.emit(Notice(SENTENCE))
    assert not window.notices.brief.isHidden()
    window.resize(700, 800)
    qtbot.waitUntil(window.notices.brief.isHidden)
    assert not window.notices.isHidden()
    window.resize(1440, 900)
    qtbot.waitUntil(window.notices.isHidden)


def test_a_notice_that_is_over_stays_away(window: Window, qtbot: QtBot) -> None:
    window.desk.notice.emit(Notice(SENTENCE))
    window.notices.end()
    with qtbot.waitSignal(window.notices._status.resized):
        window.resize(700, 800)
    assert window.notices.isHidden()
    assert window.notices.brief.isHidden()
