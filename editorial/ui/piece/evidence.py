"""The editor of evidence: what an idea rests on besides its author, and that it is a focus group of one without any."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

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
from editorial.ui.piece.grounds import LISTED, NamedGround

STEPS = {"Alt+Up": -1, "Alt+Down": 1}


class EvidenceRow(ValueRow):
    """One piece of evidence: its kind, what it says, and the record or the address where it is."""

    moved = Signal(int)
    """It is to stand so many places further down, or up."""

    def __init__(self, desk: Desk, evidence: Evidence) -> None:
        super().__init__(desk, _("Remove the evidence"))
        self._named = {
            EvidenceKind.INTERVIEW: evidence.interview_id,
            EvidenceKind.FIELD_NOTE: evidence.field_note_id,
        }
        """What was named under each kind, for a kind that is chosen again."""
        self._evidence = evidence
        self.kind = QComboBox()
        self.kind.setProperty("quiet", True)
        self.kind.setAccessibleName(_("Kind of evidence"))
        for word in EvidenceKind:
            self.kind.addItem(capital(vocabulary_word(word)), word)
        self.kind.setCurrentIndex(list(EvidenceKind).index(evidence.kind))
        self.kind.activated.connect(self._turn)
        self.ground = NamedGround(desk)
        self.ground.chosen.connect(self._name)
        self.text = line(_("What it says"), _("What it says"))
        self.address = line(_("Address of the evidence"), "https://")
        self._type_in(self.text, evidence.text)
        self._type_in(self.address, evidence.address)
        self.go = self._tool("external-link", _("Open the address"))
        self.go.clicked.connect(lambda: open_address(self.address.text()))
        self.up = self._tool("arrow-up", _("Move the evidence up (Alt+Up)"))
        self.down = self._tool("arrow-down", _("Move the evidence down (Alt+Down)"))
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        for keys, step in STEPS.items():
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._step, step))
        self._arrange()
        self._fit()

    @override
    def value(self) -> Evidence | None:
        """Return what is typed and named; a kind alone is no evidence yet."""
        kind = EvidenceKind(self.kind.currentData())
        # Of another kind than before it names no more what it named.
        named = {one: id_ for one, id_ in self._named.items() if kind in (one, self._evidence.kind)}
        now = Evidence(
            kind=kind,
            text=self.text.text().strip(),
            address=self.address.text().strip(),
            interview_id=named.get(EvidenceKind.INTERVIEW),
            field_note_id=named.get(EvidenceKind.FIELD_NOTE),
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
        self.ground.lock(locked)
        self.kind.setEnabled(not locked)

    def place(self, at: int, of: int) -> None:
        """Offer to move it where it is not alone, up and down as far as there is room."""
        for button in (self.up, self.down):
            button.setVisible(of > 1)
        free = self.kind.isEnabled()
        self.up.setEnabled(free and at > 0)
        self.down.setEnabled(free and at < of - 1)

    def _step(self, by: int) -> None:
        if self.kind.isEnabled():
            self.moved.emit(by)

    def _turn(self, _at: int) -> None:
        self._fit()
        self.changed.emit()

    def _name(self) -> None:
        self._named[self.ground.kind] = self.ground.value
        self.changed.emit()

    def _fit(self) -> None:
        """Show the record where this kind names one, else the address; an address that is there is always shown."""
        kind = EvidenceKind(self.kind.currentData())
        self.ground.show_ground(kind, self._named.get(kind))
        wanted = kind not in LISTED or bool(self.address.text())
        self._where.setVisible(wanted)

    def _arrange(self) -> None:
        self._where = QWidget()
        top, below = QHBoxLayout(), QHBoxLayout(self._where)
        top.addWidget(self.kind, 1)
        for tool in (self.up, self.down, self.remove):
            top.addWidget(tool)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.address, 1)
        below.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        for row in (top, below):
            row.setSpacing(2)
        column.addLayout(top)
        for part in (self.ground, self.text, self._where):
            column.addWidget(part)
        # What is filled in comes before what moves it.
        order = (self.kind, *self.ground.parts, self.text, self.address, self.go, self.up, self.down, self.remove)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)


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
    def forget(self) -> None:
        super().forget()
        self._place()

    @override
    def lock(self, locked: bool) -> None:
        super().lock(locked)
        self._place()

    @override
    def make_row(self, value: Evidence | None) -> EvidenceRow:
        row = EvidenceRow(self.desk, value or Evidence(kind=EvidenceKind.SURVEY))
        row.moved.connect(lambda by: self._move(row, by))
        return row

    @override
    def _append(self, value: Evidence | None) -> EvidenceRow:
        row = super()._append(value)
        self._place()
        return row

    @override
    def _remove(self, row: EvidenceRow) -> None:
        super()._remove(row)
        self._place()

    def _move(self, row: EvidenceRow, by: int) -> None:
        """Let a row stand further down, or up; the order is saved at once, and what had the keyboard keeps it."""
        self._list.shift(row, by)
        self._place()
        self.settle()

    def _place(self) -> None:
        for at, row in enumerate(self.rows):
            row.place(at, len(self.rows))

    def _say_alone(self, piece: Piece) -> None:
        from editorial.services import loose_ends

        known = piece.evidence or piece.published_on
        asked = None if known else self.desk.ask(lambda w: loose_ends.is_alone(w, piece.id))
        self.alone.setVisible(bool(asked))
