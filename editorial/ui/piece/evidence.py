"""The editor of evidence: what an idea rests on besides its author, and that it is a focus group of one without any."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from editorial.domain.fields import Field
from editorial.domain.records import Evidence, Piece
from editorial.domain.vocabulary import EvidenceKind
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.links import open_address
from editorial.ui.fields.options import capital
from editorial.ui.fields.rows import RowsEditor, ValueRow
from editorial.ui.fields.texts import line
from editorial.ui.overriding import override


class EvidenceRow(ValueRow):
    """One piece of evidence: its kind, what it says, and where it is."""

    def __init__(self, desk: Desk, evidence: Evidence, named: str = "") -> None:
        super().__init__(desk, _("Remove the evidence"))
        self._evidence = evidence
        self.kind = QComboBox()
        self.kind.setProperty("quiet", True)
        self.kind.setAccessibleName(_("Kind of evidence"))
        for word in EvidenceKind:
            self.kind.addItem(capital(vocabulary_word(word)), word)
        self.kind.setCurrentIndex(list(EvidenceKind).index(evidence.kind))
        self.kind.activated.connect(lambda _at: self.changed.emit())
        self.text = line(_("What it says"), " ".join(named.split()) or _("What it says"))
        self.text.setToolTip(named)
        self.address = line(_("Address of the evidence"), "https://")
        self._type_in(self.text, evidence.text)
        self._type_in(self.address, evidence.address)
        self.go = self._tool("external-link", _("Open the address"))
        self.go.clicked.connect(lambda: open_address(self.address.text()))
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

    @override
    def value(self) -> Evidence | None:
        """Return what is typed; an interview or field note it names stays named, a kind alone is no evidence yet."""
        before = self._evidence
        now = Evidence(
            kind=self.kind.currentData(),
            text=self.text.text().strip(),
            address=self.address.text().strip(),
            interview_id=before.interview_id,
            field_note_id=before.field_note_id,
        )
        return now if now.text or now.address or now.interview_id or now.field_note_id else None

    @override
    def lines(self) -> tuple[QLineEdit, ...]:
        return self.text, self.address

    @override
    def begin(self) -> None:
        self.kind.setFocus()

    @override
    def lock(self, locked: bool) -> None:
        super().lock(locked)
        self.kind.setEnabled(not locked)


class EvidenceEditor(RowsEditor[EvidenceRow]):
    """The evidence of a piece, in order; a sentence where it rests on its author alone."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__(field, desk, _("Add evidence"))
        self.alone = QLabel(_("Focus group of one: nothing but its author vouches for it."))
        self.alone.setObjectName("warning")
        self.alone.setWordWrap(True)
        self.alone.setContentsMargins(8, 5, 0, 0)
        self.alone.hide()
        self._column.insertWidget(0, self.alone)

    @override
    def show_piece(self, piece: Piece) -> None:
        self._say_alone(piece)
        super().show_piece(piece)

    @override
    def make_row(self, value: Evidence | None) -> EvidenceRow:
        evidence = value or Evidence(kind=EvidenceKind.SURVEY)
        return EvidenceRow(self.desk, evidence, self._name(evidence))

    def _say_alone(self, piece: Piece) -> None:
        from editorial.services import loose_ends

        known = piece.evidence or piece.published_on
        asked = None if known else self.desk.ask(lambda w: loose_ends.is_alone(w, piece.id))
        self.alone.setVisible(bool(asked))

    def _name(self, evidence: Evidence) -> str:
        """Return the name of the interview or note that the evidence names, if it names one."""
        from editorial.services import loose_ends

        if evidence.interview_id is None and evidence.field_note_id is None:
            return ""
        return self.desk.ask(lambda w: loose_ends.evidence_name(w, evidence)) or ""
