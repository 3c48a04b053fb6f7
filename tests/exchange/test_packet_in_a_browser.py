"""Packets in a real browser: answered, saved and read back; without scripts; with titles that mean harm."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from editorial.domain.packet import PacketPage, Reply
from editorial.domain.packet_answers import GivenAnswer, OfferedIdea
from editorial.domain.people_records import InterviewAnswer
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus
from editorial.exchange.packet_answers import answers_of_text, read_packet_answers
from editorial.exchange.packet_html import write_packet
from editorial.services import assignments, history, interviews, packets
from editorial.services.workspaces import Workspace
from tests.builders import a_person, a_piece
from tests.chromium import ABSENT, PROGRAM, Browser, chromium
from tests.domain.packets import COST, ELENA, FIRST_QUOTE, NINE, PACKET, TALK, TODAY, WORKSPACE, a_page, some_work

pytestmark = pytest.mark.skipif(PROGRAM is None, reason=ABSENT)

HOSTILE = (
    "<script>document.title='taken'</script>",
    '"><img src=x onerror="document.title=\'taken\'">',
    "' onmouseover='alert(1)",
    "</style></script><svg onload=alert(1)>",
    "line\u2028separator\u2029and \\u2028",
    "اختبار الروبوت \u202e بالعكس",
    "数字的价值：采访 𠮷",
    "x" * 300,
)
IN_FULL = (
    "Who owns the robot’s mistakes?",
    "What would you tell a peer",
    "Nine proofs a buyer needs",
    "2 days late",
    "Nobody owned it.",
    "Interviews in March: 2 of 3",
    "The end of the annual plan",
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("profile")) as running:
        yield running


def shown(browser: Browser, folder: Path, page: PacketPage | None = None, *, scripts: bool = True) -> Browser:
    path = folder / "packet.html"
    write_packet(page or a_page(), path)
    return browser.open(path, scripts=scripts)


def choose(browser: Browser, number: int, reply: Reply) -> None:
    browser.press(f'.reply[data-number="{number}"] input[value="{reply}"]')


def write(browser: Browser, number: int, field: str, text: str) -> None:
    browser.press(f'.reply[data-number="{number}"] {field}')
    browser.type(text)


def test_what_is_pressed_in_the_page_is_what_is_read(browser: Browser, tmp_path: Path) -> None:
    shown(browser, tmp_path)
    choose(browser, TALK, Reply.ACCEPT)
    choose(browser, NINE, Reply.DECLINE)
    write(browser, NINE, "textarea", "Not my field – “ask Bo”.\n<b>\u2028数")
    choose(browser, FIRST_QUOTE, Reply.CLEAR)
    browser.press(".idea input")
    browser.type("Robots at night")
    found = read_packet_answers(browser.saved(tmp_path, ".bar button"))
    assert (found.packet_uid, found.workspace_uid, found.person_uid) == (PACKET, WORKSPACE, ELENA)
    assert (found.claimed, found.ideas) == ("Elena Ruiz", (OfferedIdea(title="Robots at night"),))
    assert found.answers == (
        GivenAnswer(number=TALK, reply=Reply.ACCEPT),
        GivenAnswer(number=NINE, reply=Reply.DECLINE, text="Not my field – “ask Bo”.\n<b>\u2028数"),
        GivenAnswer(number=FIRST_QUOTE, reply=Reply.CLEAR),
    )
    assert browser.complaints() == []


def test_a_no_without_a_reason_is_not_saved_and_says_so(browser: Browser, tmp_path: Path) -> None:
    shown(browser, tmp_path)
    choose(browser, COST, Reply.DECLINE)
    browser.press(".bar button")
    assert browser.value("document.querySelector('.bar p').textContent").startswith("A no needs a reason")
    assert browser.value("document.activeElement.closest('.reply').dataset.number") == str(COST)


def test_another_day_is_answered_by_keyboard_alone(browser: Browser, tmp_path: Path) -> None:
    shown(browser, tmp_path)
    browser.value(f"document.querySelector('.reply[data-number=\"{COST}\"] input').focus()")
    browser.key(" ", 32, " ")
    for _press in range(2):
        browser.key("ArrowRight", 39)
    browser.key("Tab", 9)
    for digit in "04022027":
        browser.key(digit, ord(digit), digit)
    found = read_packet_answers(browser.saved(tmp_path, ".bar button"))
    assert found.answers == (GivenAnswer(number=COST, reply=Reply.DAY, day=date(2027, 4, 2)),)


def test_an_answer_can_be_taken_back(browser: Browser, tmp_path: Path) -> None:
    shown(browser, tmp_path)
    choose(browser, TALK, Reply.ACCEPT)
    browser.press(f'.reply[data-number="{TALK}"] .undo')
    browser.press(".bar button")
    assert browser.value("document.querySelector('.bar p').textContent") == "Nothing is answered yet."


def test_leaving_with_unsaved_answers_asks_first(browser: Browser, tmp_path: Path) -> None:
    shown(browser, tmp_path)
    choose(browser, TALK, Reply.ACCEPT)
    browser.value("void setTimeout(() => location.reload())")
    assert browser.wait_for("Page.javascriptDialogOpening")["type"] == "beforeunload"
    browser.page("Page.handleJavaScriptDialog", accept=True)


def test_several_ideas_are_offered(browser: Browser, tmp_path: Path) -> None:
    shown(browser, tmp_path)
    browser.press(".idea input")
    browser.type("One")
    browser.press(".another")
    browser.type("Two")
    found = read_packet_answers(browser.saved(tmp_path, ".bar button"))
    assert [idea.title for idea in found.ideas] == ["One", "Two"]


def test_the_page_asks_for_nothing_but_itself(browser: Browser, tmp_path: Path) -> None:
    shown(browser, tmp_path)
    assert browser.fetched() == [(tmp_path / "packet.html").as_uri()]
    assert browser.complaints() == []


def told(browser: Browser) -> str:
    return str(browser.value("document.querySelector('.bar p').textContent"))


def test_it_counts_what_waits_and_not_what_is_owed(browser: Browser, tmp_path: Path) -> None:
    page = a_page()
    shown(browser, tmp_path, page)
    waiting = sum(Reply.ACCEPT in one.replies or Reply.CLEAR in one.replies for one in page.asked)
    assert 0 < waiting < len(page.asked)
    choose(browser, NINE, Reply.ACCEPT)
    assert told(browser) == f"1 of {waiting} answered"


def test_an_interview_that_was_answered_already_is_not_counted_as_waiting(browser: Browser, tmp_path: Path) -> None:
    work = some_work()
    said = InterviewAnswer(interview_id=1, person_id=1, answer=AssignmentStatus.ACCEPTED)
    talk = replace(work.interviews[0], answer=said)
    shown(browser, tmp_path)
    before = told(browser)
    shown(browser, tmp_path, a_page(replace(work, interviews=(talk,), next=talk)))
    assert (before, told(browser)) == ("0 of 5 answered", "0 of 4 answered")


def test_somebody_of_whom_nothing_is_asked_can_offer_an_idea(browser: Browser, tmp_path: Path) -> None:
    work = replace(some_work(), asked=(), owed=(), interviews=(), next=None)
    shown(browser, tmp_path, a_page(work))
    assert told(browser) == "Nothing waits for an answer; an idea is welcome."
    browser.press(".idea input")
    browser.type("Who pays?")
    assert read_packet_answers(browser.saved(tmp_path, ".bar button")).ideas == (OfferedIdea(title="Who pays?"),)


def test_it_says_what_is_asked_for_and_by_whose_clock(browser: Browser, tmp_path: Path) -> None:
    work = some_work()
    asked = tuple(replace(one, readers=("Finance leaders",)) for one in work.asked)
    shown(browser, tmp_path, a_page(replace(work, asked=asked, person=replace(work.person, time_zone="Asia/Dubai"))))
    text = browser.value("document.body.innerText")
    assert "for Finance leaders" in text
    assert " in Asia/Dubai" in text


def test_without_scripts_it_reads_in_full_and_answers_are_mails(browser: Browser, tmp_path: Path) -> None:
    shown(browser, tmp_path, scripts=False)
    text = browser.value("document.body.innerText")
    for said in IN_FULL:
        assert said in text
    assert "Save my answers" not in text
    assert browser.value("document.querySelectorAll('fieldset').length > 0")
    assert not browser.value("[...document.querySelectorAll('fieldset')].some(one => one.offsetParent)")
    links = browser.value("[...document.querySelectorAll('.mail a')].map(one => [one.textContent, one.href])")
    mails = [parse_qs(urlsplit(href).query)["body"][0] for word, href in links if word in ("Accept", "You may use it")]
    found = [answers_of_text(mail).answers[0] for mail in mails]
    assert [(one.number, one.reply) for one in found][:2] == [(TALK, Reply.ACCEPT), (FIRST_QUOTE, Reply.CLEAR)]


def test_an_answer_from_the_page_reaches_the_workspace_as_one_change(
    browser: Browser, workspace: Workspace, tmp_path: Path
) -> None:
    elena, piece = a_person(workspace, "Elena Ruiz"), a_piece(workspace, "Nine proofs", planned=date(2027, 4, 1))
    talk = interviews.plan(workspace, "Robots", today=TODAY, person_ids=(elena,))
    interviews.arrange(workspace, talk, date(2027, 3, 19), time(14))
    assignments.ask(workspace, piece, elena, AssignmentRole.SOURCE, today=TODAY)
    page = packets.prepare(workspace, elena, today=TODAY, made=a_page().made)
    packets.sent(workspace, page)
    shown(browser, tmp_path, page)
    choose(browser, 1, Reply.ACCEPT)
    choose(browser, 2, Reply.DECLINE)
    write(browser, 2, "textarea", "Not my field.")
    given = read_packet_answers(browser.saved(tmp_path, ".bar button"))
    packets.apply(workspace, packets.preview(workspace, given, today=TODAY), today=TODAY, now=page.made)
    said, [wish] = interviews.answers(workspace)[talk][0].answer, assignments.of_piece(workspace, piece)
    assert (said, wish.status, wish.reason) == (AssignmentStatus.ACCEPTED, AssignmentStatus.DECLINED, "Not my field.")
    assert history.undo(workspace) == "Take in 2 answers of Elena Ruiz"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("title", HOSTILE)
def test_titles_that_mean_harm_are_text(browser: Browser, tmp_path: Path, title: str, scripts: bool) -> None:
    work = some_work()
    asked = tuple(
        replace(one, piece=replace(one.piece, title=title), assignment=replace(one.assignment, note=title))
        for one in work.asked
    )
    talk = replace(work.interviews[0], interview=replace(work.interviews[0].interview, name=title, place=title))
    person = replace(work.person, name=title)
    page = a_page(replace(work, asked=asked, interviews=(talk,), next=talk, person=person), workspace=title)
    shown(browser, tmp_path, page, scripts=scripts)
    assert browser.value("document.querySelector('h1').textContent") == title
    assert browser.value("document.querySelectorAll('img, svg, section script, header script').length") == 0
    assert browser.value("document.title").startswith(title[:9].strip())
    assert browser.complaints() == []
    if scripts:
        choose(browser, NINE, Reply.ACCEPT)
        assert read_packet_answers(browser.saved(tmp_path, ".bar button")).claimed[:5] == title[:5]


@pytest.mark.parametrize("width", [360, 820, 1024, 1600])
def test_no_width_makes_it_wider_than_the_window(browser: Browser, tmp_path: Path, width: int) -> None:
    work = some_work()
    asked = tuple(replace(one, piece=replace(one.piece, title="W" * 400)) for one in work.asked)
    shown(browser, tmp_path, a_page(replace(work, asked=asked)))
    browser.page(
        "Emulation.setDeviceMetricsOverride", width=width, height=700, deviceScaleFactor=1, mobile=False
    )  # fmt: skip
    assert browser.value("document.documentElement.scrollWidth") <= width
    browser.page("Emulation.clearDeviceMetricsOverride")
