"""An expert sees what is wanted, answers by keyboard; another answers outside the program, and it is taken in."""

from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editorial.domain.packet import Reply
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus
from editorial.exchange.packet_mail import answer_link
from editorial.services import assignments, history, lists, packets, pieces
from editorial.services.workspaces import Workspace
from editorial.ui.my_work.place import MyWorkPlace
from editorial.ui.window import Window
from tests.ui.conftest import TODAY
from tests.ui.scripted import ScriptedPrompts


def press(window: Window, key: Qt.Key) -> None:
    focused: QWidget | None = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def standing(workspace: Workspace, person: int) -> set[AssignmentStatus]:
    return {one.status for one in assignments.of_person(workspace, person)}


def test_asked_answered_by_keyboard_and_by_packet(
    window: Window, workspace: Workspace, prompts: ScriptedPrompts, qtbot: QtBot, tmp_path: Path
) -> None:
    elena, bo = (lists.add(workspace, "person", name) for name in ("Elena Ruiz", "Bo"))
    for title, person in (("Nine proofs", elena), ("Cost programs", elena), ("Robots", bo)):
        piece = pieces.create(workspace, title)
        assignments.ask(workspace, piece, person, AssignmentRole.SOURCE, today=TODAY, due=date(2027, 3, 22))

    place = window.go("my_work")
    assert isinstance(place, MyWorkPlace)
    place.nobody.person.chosen.emit(elena)
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(place.page.asked.rows) == 1)
    assert history.changes(workspace)[0].author == "Elena Ruiz"
    press(window, Qt.Key.Key_Backtab)
    press(window, Qt.Key.Key_Space)
    qtbot.keyClicks(window.focusWidget(), "away")
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not place.page.asked.rows)
    assert standing(workspace, elena) == {AssignmentStatus.ACCEPTED, AssignmentStatus.DECLINED}

    place.arrive(person_id=bo)
    prompts.answers["packet"] = tmp_path / "bo.html"
    place.sending.make_packet()
    page = packets.prepare(workspace, bo, today=TODAY, made=datetime(2027, 3, 10, tzinfo=UTC))
    packets.sent(workspace, page)
    link = answer_link(page, 1, Reply.ACCEPT, "Robots")
    QGuiApplication.clipboard().setText(mail_text(link))
    sheet = place.sending.take_in_pasted()
    assert sheet is not None
    sheet.act.click()
    assert standing(workspace, bo) == {AssignmentStatus.ACCEPTED}
    window.desk.undo()
    assert standing(workspace, bo) == {AssignmentStatus.PROPOSED}


def mail_text(link: str) -> str:
    """Return what the mail program would send."""
    return parse_qs(urlsplit(link).query)["body"][0]
