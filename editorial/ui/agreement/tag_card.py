"""One piece as its stage tag is reviewed: what it is about, what the stage means, and what was said so far."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.domain.agreement import StageStanding, StageState, TaggedPiece
from editorial.domain.agreement_words import state_word, tag_words
from editorial.domain.records import Lists
from editorial.domain.vocabulary import Tag
from editorial.language import _
from editorial.ui.agreement.labels import STATE_MARKS, STATE_TONES, TAG_MARKS, TAG_TONES, Chip, EnterLine, plain
from editorial.ui.fields.days import shown_day
from editorial.ui.overriding import override


class TagCard(QWidget):
    """Shows a piece and its stage; nothing here writes."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.chip = Chip()
        self._line = plain("small")
        self.title = plain("title")
        self._insight = plain()
        self._reason = plain("bad")
        self._stage = plain("strong")
        self._state = Chip()
        self._definition = plain()
        self._question = plain("muted")
        top = QHBoxLayout()
        top.addWidget(self._line, 1)
        top.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 18)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.title)
        column.addWidget(self._insight)
        column.addWidget(self._reason)
        column.addSpacing(8)
        column.addWidget(self._meaning())

    def show_piece(self, piece: TaggedPiece, standing: StageStanding, lists: Lists) -> None:
        """Show a piece with the stage it is tagged for."""
        segments = ", ".join(lists.segments[key].name for key in piece.segment_ids if key in lists.segments)
        day = shown_day(piece.day, piece.precision, lists.settings)
        self._line.setText(" · ".join(part for part in (day, segments) if part))
        self.title.setText(piece.title)
        _say(self._insight, piece.insight)
        _say(self._reason, piece.reason if piece.tag is Tag.DISPUTED else "")
        tag = tag_words(piece.tag, piece.version, standing)
        self.chip.show_word(f"{TAG_MARKS[piece.tag]} {tag}", TAG_TONES[piece.tag])
        self._stage.setText(_("Stage: {name}").format(name=standing.stage.name))
        self._state.show_word(
            f"{STATE_MARKS[standing.state]} {state_word(standing.state)}", STATE_TONES[standing.state]
        )
        self._state.setVisible(standing.state is not StageState.AGREED)
        _say(self._definition, standing.stage.definition or _("Nothing is written down yet of what this stage means."))
        question = standing.stage.question
        _say(self._question, _("The buyer asks: {question}").format(question=question) if question else "")
        self.setAccessibleName(f"{piece.title}. {self._stage.text()}. {tag}. {self._definition.text()}")

    def _meaning(self) -> QWidget:
        ground = QWidget()
        ground.setObjectName("ground")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QHBoxLayout()
        head.addWidget(self._stage)
        head.addWidget(self._state)
        head.addStretch(1)
        column = QVBoxLayout(ground)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._definition)
        column.addWidget(self._question)
        return ground


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


class DisputeLine(QWidget):
    """Takes the reason of a dispute: Enter disputes, Escape puts the line away."""

    given = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = EnterLine()
        self.line.setAccessibleName(_("Reason for the dispute"))
        self.line.setPlaceholderText(_("Why does it not fit this stage?"))
        self.line.returnPressed.connect(self._give)
        self.button = QPushButton(_("Dispute"))
        self.button.setObjectName("primary")
        self.button.clicked.connect(self._give)
        self.cancel = QPushButton(_("Cancel"))
        self.cancel.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        row.addWidget(self.cancel)
        self.hide()

    def start(self, reason: str) -> None:
        """Show the line with the reason there is, ready to type."""
        self.line.setText(reason)
        self._mark(False)
        self.show()
        self.line.setFocus()
        self.line.selectAll()

    def _give(self) -> None:
        reason = self.line.text().strip()
        self._mark(not reason)
        if reason:
            self.given.emit(reason)
        else:
            self.line.setFocus()

    def _mark(self, wrong: bool) -> None:
        self.line.setProperty("wrong", wrong)
        self.line.style().polish(self.line)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
