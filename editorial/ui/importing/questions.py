"""Questions that only a person can answer, each with its answers as buttons."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.domain.drafts import Question
from editorial.exchange.days import ORDERS
from editorial.language import _
from editorial.services.import_people import EQUAL_NAMES
from editorial.ui.flow import Flow


class QuestionStrip(QWidget):
    """Shows the open questions; an answer is told, and the strip is filled anew with what is still open."""

    answered = Signal(str, str)
    """What was asked about (`date_order`, `equal_names` or `sheet`), and the answer."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.buttons: dict[str, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 10)
        self._column.setSpacing(8)
        self.hide()

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Ask these; one answer about the order of days settles all columns."""
        self.buttons = {}
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for topic, asked in _by_topic(questions).items():
            self._column.addWidget(self._asked(topic, asked))
        self.setVisible(bool(questions))
        self._stand_in_line()

    def _stand_in_line(self) -> None:
        """Let Tab come to the answers where they stand, though they are made after what is below them."""
        before = self.previousInFocusChain()
        while before is not None and before is not self and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before = before.previousInFocusChain()
        for button in self.buttons.values():
            if before is not None:
                QWidget.setTabOrder(before, button)
            before = button

    def _asked(self, topic: str, asked: Question) -> QWidget:
        holder = QWidget()
        label = QLabel(_sentence(topic, asked))
        label.setObjectName("strong")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        answers = QWidget()
        row = Flow(answers, gap=8)
        row.setContentsMargins(0, 0, 0, 0)
        for reading in asked.readings:
            button = QPushButton(_reading(topic, reading, asked.examples).replace("&", "&&"))
            button.clicked.connect(self._answer(topic, reading))
            self.buttons[reading] = button
            row.addWidget(button)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label)
        column.addWidget(answers)
        return holder

    def _answer(self, topic: str, reading: str) -> Callable[[], None]:
        return lambda: self.answered.emit(topic, reading)


def topic_of(question: Question) -> str:
    """Return what a question is about."""
    if set(question.readings) <= set(ORDERS):
        return "date_order"
    return "equal_names" if set(question.readings) == set(EQUAL_NAMES) else "sheet"


def _by_topic(questions: Sequence[Question]) -> dict[str, Question]:
    found: dict[str, Question] = {}
    for question in questions:
        found.setdefault(topic_of(question), question)
    return found


def _sentence(topic: str, asked: Question) -> str:
    shown = ", ".join(f"“{value}”" for value in asked.examples)
    if topic == "date_order":
        return _("How are the days in “{column}” written? For example {values}.").format(
            column=asked.column, values=shown
        )
    if topic == "equal_names":
        return _("Some names are known already: {values}. Are they the same people?").format(values=shown)
    return _("Several sheets look like a table. Which one is meant?")


def _reading(topic: str, reading: str, examples: Sequence[str]) -> str:
    if topic == "equal_names":
        return _("The same people") if reading == "same" else _("Other people")
    words = {"dmy": _("Day first"), "mdy": _("Month first"), "ymd": _("Year first")}
    said = words.get(reading, reading)
    day = _read(examples[0], reading) if topic == "date_order" and examples else ""
    return f"{said}: {day}" if day else said


def _read(example: str, order: str) -> str:
    """Return an example as it reads in this order, in words."""
    from datetime import UTC

    from editorial.domain.records import Settings
    from editorial.domain.spoken import spoken_day
    from editorial.exchange.days import Numbers, read_day

    found = read_day(example, Settings(), UTC)
    day = found.read(order) if isinstance(found, Numbers) else None
    return spoken_day(day) if day is not None else ""
