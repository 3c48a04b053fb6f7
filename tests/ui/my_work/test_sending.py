"""Packets, mails and answers through the real window."""

import json
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from editorial.domain.mail_texts import Occasion
from editorial.domain.packet import Reply
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus
from editorial.exchange.packet_answers import checksum_of
from editorial.exchange.packet_mail import answer_link
from editorial.services import assignments, history, packets, pieces
from editorial.services.workspaces import Workspace
from editorial.ui.my_work.place import MyWorkPlace
from editorial.ui.my_work.sending import LONGEST_LINK
from editorial.ui.window import Window
from tests.ui.conftest import TODAY
from tests.ui.scripted import ScriptedPrompts


def listening(place: MyWorkPlace) -> list[QUrl]:
    """Hear which links the mail program would open."""
    heard: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        heard.append(url)
        return True

    place.sending.open_url = open_url
    return heard


def make(place: MyWorkPlace, prompts: ScriptedPrompts, folder: Path) -> str:
    """Make a packet in the window and return its page."""
    prompts.answers["packet"] = folder / "elena.html"
    place.sending.make_packet()
    return (folder / "elena.html").read_text(encoding="utf-8")


def answer_file(page: str, folder: Path, title: str) -> Path:
    """Save what the page would save: a no to what has that title."""
    ids = {
        name: page.split(f'data-{name}="')[1].split('"', maxsplit=1)[0] for name in ("packet", "workspace", "person")
    }
    number = int(page.split(title)[1].split('data-number="')[1].split('"', maxsplit=1)[0])
    answers = [{"number": number, "reply": "decline", "day": "", "text": "Ask Bo"}]
    document = {
        "editorial": "answers to a packet",
        "version": 1,
        **ids,
        "name": "E. R.",
        "answers": answers,
        "ideas": [],
    }
    document["checksum"] = checksum_of(document)
    path = folder / "answer.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_a_packet_and_its_calendar_are_written(place: MyWorkPlace, prompts: ScriptedPrompts, tmp_path: Path) -> None:
    assert "Nine proofs" in make(place, prompts, tmp_path)
    assert (tmp_path / "elena.ics").exists()


def test_answers_are_shown_then_taken_in_as_one_change(
    qtbot: QtBot, place: MyWorkPlace, prompts: ScriptedPrompts, tmp_path: Path, workspace: Workspace, elena: int
) -> None:
    prompts.answers["answers"] = answer_file(make(place, prompts, tmp_path), tmp_path, "Nine proofs")
    sheet = place.sending.take_in()
    assert sheet is not None
    assert "“E. R.”" in sheet.said.text()
    assert [text for text, _role in sheet.lines] == ["“Nine proofs”: declined – Ask Bo"]
    sheet.act.click()
    assert AssignmentStatus.DECLINED in {one.status for one in assignments.of_person(workspace, elena)}
    assert history.undo(workspace) == "Take in 1 answer of Elena Ruiz"


def test_the_same_answers_again_offer_nothing(place: MyWorkPlace, prompts: ScriptedPrompts, tmp_path: Path) -> None:
    prompts.answers["answers"] = answer_file(make(place, prompts, tmp_path), tmp_path, "Nine proofs")
    first = place.sending.take_in()
    assert first is not None
    first.act.click()
    sheet = place.sending.take_in()
    assert sheet is not None
    assert [text for text, _role in sheet.lines] == ["1 answer is known already."]
    assert sheet.act.text() == "Close"


def test_the_keyboard_goes_back_to_the_page_and_not_to_the_file_dialog(
    qtbot: QtBot, window: Window, place: MyWorkPlace, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    prompts.answers["answers"] = answer_file(make(place, prompts, tmp_path), tmp_path, "Nine proofs")
    place.sending.button.setFocus()
    dialog = QLineEdit()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.hasFocus)
    sheet = place.sending.take_in()
    assert sheet is not None
    sheet.close()
    assert window.focusWidget() is place.sending.button


def test_a_mail_text_is_taken_from_the_clipboard(place: MyWorkPlace, workspace: Workspace, elena: int) -> None:
    page = packets.prepare(workspace, elena, today=TODAY, made=datetime(2027, 3, 10, 9, tzinfo=UTC))
    packets.sent(workspace, page)
    link = answer_link(page, 1, Reply.ACCEPT, page.asked[0].title)
    QGuiApplication.clipboard().setText(parse_qs(urlsplit(link).query)["body"][0])
    sheet = place.sending.take_in_pasted()
    assert sheet is not None
    assert [text for text, _role in sheet.lines] == ["“Robots”: accepted"]
    sheet.close()


def test_rubbish_is_refused_in_a_sentence(place: MyWorkPlace, window: Window) -> None:
    QGuiApplication.clipboard().setText("Dear all, lunch is at noon.")
    assert place.sending.take_in_pasted() is None


def test_a_mail_asks_and_names_the_files(place: MyWorkPlace, prompts: ScriptedPrompts, tmp_path: Path) -> None:
    make(place, prompts, tmp_path)
    heard = listening(place)
    place.sending.write(Occasion.ASK)
    mail = urlsplit(heard[0].toString(QUrl.ComponentFormattingOption.FullyEncoded))
    body = parse_qs(mail.query)["body"][0]
    assert (mail.scheme, mail.path) == ("mailto", "elena@example.org")
    assert "“Nine proofs”: be its source · by 22 March 2027" in body
    assert "Attached: elena.html, elena.ics." in body


def test_without_a_mail_program_the_text_is_on_the_clipboard(place: MyWorkPlace) -> None:
    place.sending.open_url = lambda _url: False
    place.sending.write(Occasion.REMIND)
    assert "Comments on “Tariffs” – 2 days late" in QGuiApplication.clipboard().text()


def test_the_menu_holds_every_command(place: MyWorkPlace) -> None:
    menu = place.sending.open_menu()
    labels = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert labels == [command.label for command in place.sending.commands()]
    menu.close()


def said_in(url: QUrl) -> str:
    return parse_qs(urlsplit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded)).query)["body"][0]


def test_a_reminder_names_what_is_late_and_what_is_not_answered(place: MyWorkPlace) -> None:
    heard = listening(place)
    place.sending.write(Occasion.REMIND)
    lines = [line for line in said_in(heard[0]).splitlines() if line.startswith("–")]
    assert lines[0] == "– Comments on “Tariffs” – 2 days late"
    assert any("Nine proofs" in line for line in lines)


@pytest.mark.parametrize("title", ["供应链中断之后" * 30, "كيف أثبت مصنع للأسمنت " * 12, "Why " * 100])
def test_a_mail_stays_short_enough_for_every_mail_program(
    place: MyWorkPlace, workspace: Workspace, elena: int, title: str
) -> None:
    for n in range(12):
        piece = pieces.create(workspace, f"{n} {title}")
        assignments.ask(workspace, piece, elena, AssignmentRole.SPEAKER, today=TODAY)
    place.reload()
    heard = listening(place)
    place.sending.write(Occasion.ASK)
    assert len(heard[0].toEncoded().data()) <= LONGEST_LINK
    assert "more" in said_in(heard[0])


def test_a_mail_is_signed_by_who_said_who_they_are(place: MyWorkPlace) -> None:
    heard = listening(place)
    place.sending.write(Occasion.THANK)
    place.this_is_me.click()
    place.sending.write(Occasion.THANK)
    assert [said_in(one).splitlines()[-1] for one in heard] == ["Best wishes", "Elena Ruiz"]
