"""A line of My work: what it is, when it is due, and its answers as buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.ui.desk import Desk
from editorial.ui.labels import breakable
from editorial.ui.my_work.answering import Answering
from editorial.ui.my_work.beside import Beside
from editorial.ui.my_work.lines import Form, Given, Line


class WorkRow(QFrame):
    """Shows one line; what an answer needs is asked below it."""

    def __init__(self, desk: Desk, line: Line) -> None:
        super().__init__()
        self._desk = desk
        self.line = line
        self.buttons = {act.word: self._button(act.word) for act in line.acts}
        self.answering: Answering | None = None
        self.pressed = ""
        """The answer that was pressed last."""
        self.rule = QFrame()
        self.rule.setObjectName("line")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(wrapped(line.title, "strong"))
        for text in (line.detail, line.why):
            if text:
                words.addWidget(wrapped(text, "small"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.rule)
        self._column.addWidget(Beside(words, _chip(line) if line.chip else None, list(self.buttons.values())))

    def _button(self, word: str) -> QPushButton:
        act = self.line.act(word)
        assert act is not None
        button = QPushButton(act.label)
        button.setObjectName("primary" if act.primary else "quiet" if act.quiet else "")
        button.setAccessibleName(f"{act.label}: {self.line.title}")
        button.clicked.connect(lambda: self.press(word))
        return button

    def press(self, word: str) -> None:
        """Give an answer, or ask for what it needs."""
        act = self.line.act(word)
        if act is None:
            return
        self.pressed = word
        if act.form is Form.NOTHING:
            act.give(Given())
            return
        self.put_away()
        self.answering = Answering(self._desk, act, self.line.title)
        self.answering.given.connect(lambda given: self._give(word, given))
        self.answering.left.connect(lambda: self._back(word))
        self._column.addWidget(self.answering)
        self.answering.show()
        fields = self.answering
        before: QWidget = list(self.buttons.values())[-1]
        for field in (fields.day, fields.hours, fields.text, fields.back, fields.send):
            self.setTabOrder(before, field)
            before = field
        self.updateGeometry()
        fields.first.setFocus()

    def put_away(self) -> None:
        """Ask for nothing any more."""
        if self.answering is not None:
            self.answering.hide()
            self.answering.deleteLater()
            self.answering = None

    def _give(self, word: str, given: Given) -> None:
        # Another change may have renewed what the line can do meanwhile.
        if act := self.line.act(word):
            act.give(given)

    def _back(self, word: str) -> None:
        self.put_away()
        self.buttons[word].setFocus()


def wrapped(text: str, role: str) -> QLabel:
    """Return plain text in as many lines as it needs."""
    label = QLabel(breakable(text))
    label.setObjectName(role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(label.fontMetrics().averageCharWidth() * 8)
    return label


def _chip(line: Line) -> QLabel:
    chip = QLabel(line.chip)
    chip.setObjectName("chip")
    chip.setProperty("level", line.level)
    chip.setTextFormat(Qt.TextFormat.PlainText)
    return chip
