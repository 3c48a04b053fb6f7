"""The editor of evidence: what an idea rests on besides its author, and that it is a focus group of one without any."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from editorial.domain.fields import Field, FieldType
from editorial.domain.records import Evidence, Piece
from editorial.domain.vocabulary import EvidenceKind
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.editor import FieldEditor
from editorial.ui.fields.links import open_address
from editorial.ui.fields.options import capital
from editorial.ui.fields.texts import line
from editorial.ui.icons import icon
from editorial.ui.overriding import override

EVIDENCE = Field("evidence", _("Evidence"), FieldType.CHOICES, "evidence")


class EvidenceRow(QWidget):
    """One piece of evidence: its kind, what it says, and where it is."""

    def __init__(self, desk: Desk, evidence: Evidence, named: str = "") -> None:
        super().__init__()
        self._evidence = evidence
        self.kind = QComboBox()
        self.kind.setProperty("quiet", True)
        self.kind.setAccessibleName(_("Kind of evidence"))
        for word in EvidenceKind:
            self.kind.addItem(capital(vocabulary_word(word)), word)
        self.kind.setCurrentIndex(list(EvidenceKind).index(evidence.kind))
        self.text = line(_("What it says"), " ".join(named.split()) or _("What it says"))
        self.text.setToolTip(named)
        self.address = line(_("Address of the evidence"), "https://")
        for box, words in ((self.text, evidence.text), (self.address, evidence.address)):
            box.setText(words)
            box.setCursorPosition(0)
        muted = desk.theme.tokens.muted
        self.go = _tool("external-link", muted, _("Open the address"))
        self.go.clicked.connect(lambda: open_address(self.address.text()))
        self.remove = _tool("x", muted, _("Remove the evidence"))
        top, below = QHBoxLayout(), QHBoxLayout()
        for row, wide, tool in ((top, self.kind, self.remove), (below, self.address, self.go)):
            row.setSpacing(2)
            row.addWidget(wide, 1)
            row.addWidget(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.text)
        column.addLayout(below)

    @property
    def evidence(self) -> Evidence:
        """What is typed; an interview or field note it names stays named."""
        before = self._evidence
        return Evidence(
            kind=self.kind.currentData(),
            text=self.text.text().strip(),
            address=self.address.text().strip(),
            interview_id=before.interview_id,
            field_note_id=before.field_note_id,
        )

    @property
    def says_something(self) -> bool:
        """Whether it is evidence yet: a kind alone is none."""
        now = self.evidence
        return bool(now.text or now.address or now.interview_id or now.field_note_id)

    def lines(self) -> tuple[QLineEdit, QLineEdit]:
        return self.text, self.address

    def lock(self, locked: bool) -> None:
        """Let it be read only."""
        for box in self.lines():
            box.setReadOnly(locked)
        self.kind.setEnabled(not locked)
        self.remove.setEnabled(not locked)


def _tool(name: str, colour: str, label: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("tiny")
    button.setIcon(icon(name, colour))
    button.setAccessibleName(label)
    button.setToolTip(label)
    return button


class EvidenceEditor(FieldEditor):
    """The evidence of a piece, in order; a sentence where it rests on its author alone."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__(field, desk)
        self._stored: tuple[Evidence, ...] = ()
        self._before: tuple[Evidence, ...] = ()
        """What was stored before the last was handed on: handed on again where that could not be saved."""
        self._rows: list[EvidenceRow] = []
        self._locked = False
        self.alone = QLabel(_("Focus group of one: nothing but its author vouches for it."))
        self.alone.setObjectName("warning")
        self.alone.setWordWrap(True)
        self.alone.setContentsMargins(8, 5, 0, 0)
        self.alone.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.add = QPushButton(_("Add evidence"))
        self.add.setObjectName("link")
        self.add.clicked.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.alone)
        column.addLayout(self._list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add)

    @override
    def show_piece(self, piece: Piece) -> None:
        self._say_alone(piece)
        if self.dirty or piece.evidence == self._typed():
            self._stored = piece.evidence
            return
        self._stored = piece.evidence
        self.forget()

    def _say_alone(self, piece: Piece) -> None:
        from editorial.services import loose_ends

        known = piece.evidence or piece.published_on
        asked = None if known else self.desk.ask(lambda w: loose_ends.is_alone(w, piece.id))
        self.alone.setVisible(bool(asked))

    @override
    def lock(self, locked: bool) -> None:
        self._locked = locked
        self.add.setEnabled(not locked)
        for row in self._rows:
            row.lock(locked)

    @property
    @override
    def dirty(self) -> bool:
        return self._typed() != self._stored

    @override
    def forget(self) -> None:
        while self._rows:
            self._drop(self._rows[0])
        for evidence in self._stored:
            self._append(evidence)

    @override
    def settle(self) -> None:
        if self.dirty:
            self._before, self._stored = self._stored, self._typed()
            self.give(self._stored)

    @override
    def keep(self) -> None:
        self._stored = self._before

    def _typed(self) -> tuple[Evidence, ...]:
        return tuple(row.evidence for row in self._rows if row.says_something)

    def _add(self) -> None:
        self._append(Evidence(kind=EvidenceKind.SURVEY)).kind.setFocus()

    def _append(self, evidence: Evidence) -> EvidenceRow:
        row = EvidenceRow(self.desk, evidence, self._name(evidence))
        for box in row.lines():
            box.editingFinished.connect(self.settle)
        row.kind.activated.connect(lambda _at: self.settle())
        row.remove.clicked.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._list.addWidget(row)
        row.lock(self._locked)
        return row

    def _name(self, evidence: Evidence) -> str:
        """Return the name of the interview or note that the evidence names, if it names one."""
        from editorial.services import loose_ends

        if evidence.interview_id is None and evidence.field_note_id is None:
            return ""
        return self.desk.ask(lambda w: loose_ends.evidence_name(w, evidence)) or ""

    def _remove(self, row: EvidenceRow) -> None:
        self._drop(row)
        self.settle()

    def _drop(self, row: EvidenceRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        for part in (row, row.kind, *row.lines()):
            part.blockSignals(True)
        row.hide()
        row.deleteLater()
