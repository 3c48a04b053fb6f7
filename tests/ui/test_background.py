"""Work off the GUI thread: only the newest answer is delivered, and faults are told."""

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from editorial.errors import RuleBroken
from editorial.ui.background import Background, Progress


@pytest.fixture
def bugs() -> list[BaseException]:
    return []


@pytest.fixture
def background(qtbot: QtBot, bugs: list[BaseException]) -> Background:
    return Background(bugs.append)


def test_only_the_newest_answer_is_delivered(background: Background, qtbot: QtBot) -> None:
    gate, told = Event(), list[str]()

    def slow(_report: Progress) -> str:
        gate.wait(5)
        return "old"

    background.run("words", slow, told.append, lambda trouble: told.append(str(trouble)))
    background.run("words", lambda _report: "new", told.append, lambda trouble: told.append(str(trouble)))
    qtbot.waitUntil(lambda: told == ["new"])
    gate.set()
    background.wait()
    assert told == ["new"]


def test_trouble_is_told_to_whoever_asked(background: Background, qtbot: QtBot) -> None:
    told = list[str]()

    def work(_report: Progress) -> None:
        raise RuleBroken("It is refused.")

    background.run("words", work, lambda _answer: None, lambda trouble: told.append(str(trouble)))
    qtbot.waitUntil(lambda: told == ["It is refused."])


@pytest.mark.expects_log("work in the background failed")
def test_a_fault_goes_to_the_report(background: Background, bugs: list[BaseException], qtbot: QtBot) -> None:
    background.run("words", lambda _report: 1 // 0, lambda _answer: None, lambda _trouble: None)
    qtbot.waitUntil(lambda: len(bugs) == 1)
    assert isinstance(bugs[0], ZeroDivisionError)


def test_progress_arrives_and_cancelling_ends_the_work(background: Background, qtbot: QtBot) -> None:
    seen, ended = list[float](), Event()

    def work(report: Progress) -> None:
        for step in range(10_000):
            report("working", step / 10_000)
            ended.wait(0.001)

    def progress(_text: str, fraction: float) -> None:
        seen.append(fraction)

    stopped = list[bool]()
    job = background.run(
        "words", work, lambda _answer: None, lambda _trouble: None, progress, lambda: stopped.append(True)
    )
    qtbot.waitUntil(lambda: len(seen) > 2)
    job.cancel()
    qtbot.waitUntil(lambda: stopped == [True])


def test_patient_work_lets_the_rest_go_first(background: Background, qtbot: QtBot) -> None:
    told = list[str]()
    background.run("later", lambda _report: "later", told.append, lambda _trouble: None, patient=True)
    background.run("now", lambda _report: "now", told.append, lambda _trouble: None)
    qtbot.waitUntil(lambda: told == ["now", "later"])


def test_patient_work_is_not_begun_after_the_end(background: Background, qtbot: QtBot) -> None:
    begun, told = list[str](), list[str]()
    background.run("later", lambda _report: begun.append("later"), lambda _answer: None, lambda _t: None, patient=True)
    background.wait()
    background.run("last", lambda _report: "last", told.append, lambda _trouble: None, patient=True)
    qtbot.waitUntil(lambda: told == ["last"])
    assert begun == []
