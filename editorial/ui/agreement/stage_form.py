"""What a stage means, in the texts that marketing and sales agree on; edited in place and saved at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editorial.domain.agreement import TEXTS, StageStanding, StageState
from editorial.domain.agreement_words import state_sentence, state_word, text_word
from editorial.language import _
from editorial.ui.agreement.labels import STATE_MARKS, STATE_TONES, Chip, plain
from editorial.ui.desk import Desk
from editorial.ui.segments.profile import SavedText


class StageForm(QWidget):
    """The texts of one stage, and how it stands to the agreement."""

    edited = Signal(str, str, str)
    """A text, its new words, and the key under which they join with earlier ones."""
    compare_wanted = Signal()
    """What is agreed is to be seen beside what the stage says now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.standing: StageStanding | None = None
        self.name = plain("title")
        self.chip = Chip()
        self.said = plain("muted")
        self.compare = QPushButton(_("See what is different"))
        self.compare.setObjectName("link")
        self.compare.clicked.connect(self.compare_wanted)
        self.texts = {name: SavedText(text_word(name), desk) for name in TEXTS}
        for name, box in self.texts.items():
            box.saved.connect(lambda text, key, n=name: self.edited.emit(n, text, key))
        self._arrange()

    def show_stage(self, standing: StageStanding) -> None:
        """Show a stage; what is being typed stays."""
        if self.standing is not None and self.standing.stage.id != standing.stage.id:
            self._desk.settle.emit()
        self.standing = standing
        self.name.setText(standing.stage.name)
        word = f"{STATE_MARKS[standing.state]} {state_word(standing.state)}"
        self.chip.show_word(word, STATE_TONES[standing.state])
        self.said.setText(state_sentence(standing))
        self.compare.setVisible(standing.state is StageState.REOPENED)
        for name, box in self.texts.items():
            box.show_text(getattr(standing.stage, name))
            box.setReadOnly(self._desk.readonly)

    def keep(self, name: str) -> None:
        """Let stay what is typed and could not be saved."""
        self.texts[name].keep()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.name)
        head.addWidget(self.chip)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        line = QHBoxLayout()
        line.addWidget(self.said, 1)
        line.addWidget(self.compare)
        column.addLayout(line)
        for name, box in self.texts.items():
            column.addSpacing(6)
            column.addWidget(plain("muted", text_word(name)))
            column.addWidget(box)
        column.addStretch(1)
