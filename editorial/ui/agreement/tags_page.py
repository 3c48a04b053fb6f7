"""Stage tags reviewed one after the other by keyboard, and the list of what is disputed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editorial.domain.agreement import Agreement, StageStanding, TaggedPiece
from editorial.domain.agreement_words import share_sentence
from editorial.domain.vocabulary import Tag
from editorial.language import _, ngettext
from editorial.ui.agreement.disputed import Disputed
from editorial.ui.agreement.labels import plain
from editorial.ui.agreement.queue import Queue
from editorial.ui.agreement.tag_card import DisputeLine, TagCard
from editorial.ui.commands import Command
from editorial.ui.desk import Desk
from editorial.ui.overriding import override

BESIDE = 120
"""Letters from which the list of the disputed stands beside the card."""


class TagsPage(QWidget):
    """A agrees, D disputes, S skips, ← and → turn; what is answered stays in its place until a new round."""

    answered = Signal(int, object, str)
    """A piece, its tag, and the reason."""
    piece_wanted = Signal(int)
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._standings: dict[int, StageStanding] = {}
        self.queue = Queue()
        self._begun = False
        self._disputing = 0
        """The piece whose dispute is being written: what is typed stays while other things change."""
        self.share = plain("muted")
        self.export = QPushButton(_("Send open tags to sales…"))
        self.take_in = QPushButton(_("Take in answers…"))
        self.progress = plain("section")
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.card = TagCard()
        self.done = plain("section")
        self.agree = _button(_("Agree (A)"), "primary")
        self.dispute = _button(_("Dispute… (D)"))
        self.skip = _button(_("Skip (S)"))
        self.back = _button(_("← Back"))
        self.forth = _button(_("Next →"))
        self.open = _button(_("Open the piece"), "link")
        self.again = _button(_("Review what is open"), "primary")
        self.line = DisputeLine()
        self.disputed = Disputed()
        self._arrange()
        self._connect()

    def show_tags(self, agreement: Agreement, pieces: Sequence[TaggedPiece]) -> None:
        """Show the tags of the period; the piece under review stays."""
        self._standings = {one.stage.id: one for one in agreement.stages}
        self.share.setText(share_sentence(agreement.tags))
        if self._begun:
            self.queue.update(pieces)
        else:
            self.queue.begin(pieces)
            self._begun = True
        self.disputed.show_pieces(agreement.disputed, self._desk.lists)
        self._show()

    def begin(self) -> None:
        """Let the next tags that are shown be a new round."""
        self._begun = False

    def take_focus(self) -> None:
        """Let the keys act here."""
        usable = (b for b in (self.agree, self.again, self.skip, self.back) if b.isVisibleTo(self) and b.isEnabled())
        next(usable, self.export).setFocus()

    def _show(self) -> None:
        piece = self.queue.current
        if piece is None or piece.id != self._disputing:
            self._put_line_away()
        for widget in (self.card, self.open, self.progress):
            widget.setVisible(piece is not None)
        self._offer_answers()
        self.done.setVisible(piece is None)
        self.again.setVisible(piece is None and any(one.tag is not Tag.AGREED for one in self.queue.pieces))
        self.meter.setVisible(len(self.queue) > 0)
        self.back.setVisible(len(self.queue) > 0)
        self.forth.setVisible(len(self.queue) > 0)
        self.back.setEnabled(self.queue.at > 0)
        self.forth.setEnabled(piece is not None)
        locked = self._desk.readonly
        for button in (self.agree, self.dispute, self.take_in):
            button.setEnabled(not locked)
        self.meter.setRange(0, max(1, len(self.queue)))
        self.meter.setValue(self.queue.at)
        if piece is None:
            self.done.setText(self._end_words())
            return
        at = _("{n} of {all}").format(n=self.queue.at + 1, all=len(self.queue))
        self.progress.setText(at)
        self.meter.setAccessibleName(at)
        self.card.show_piece(piece, self._standings[piece.stage_id], self._desk.lists)

    def _end_words(self) -> str:
        if not len(self.queue):
            return _("Every stage tag of this period is agreed, or no piece has a stage yet.")
        counts = {tag: sum(piece.tag is tag for piece in self.queue.pieces) for tag in Tag}
        said = ngettext(
            "{n} tag reviewed: {agreed} agreed, {disputed} disputed, {open} left open.",
            "{n} tags reviewed: {agreed} agreed, {disputed} disputed, {open} left open.",
            len(self.queue),
        )
        return said.format(
            n=len(self.queue), agreed=counts[Tag.AGREED], disputed=counts[Tag.DISPUTED], open=counts[Tag.PROPOSED]
        )

    def _answer(self, tag: Tag, reason: str = "") -> None:
        piece = self.queue.current
        if piece is None or self._desk.readonly:
            return
        self._put_line_away()
        self.queue.step(1)
        self.answered.emit(piece.id, tag, reason)
        self._show()
        self.take_focus()

    def _start_dispute(self) -> None:
        piece = self.queue.current
        if piece is not None and not self._desk.readonly:
            self._disputing = piece.id
            self.line.start(piece.reason if piece.tag is Tag.DISPUTED else "")
            self._offer_answers()

    def _leave_dispute(self) -> None:
        self._put_line_away()
        self._offer_answers()
        self.dispute.setFocus()

    def _offer_answers(self) -> None:
        """Show the buttons that answer; while a dispute is written, its own stand in their place."""
        for button in (self.agree, self.dispute, self.skip):
            button.setVisible(self.queue.current is not None and not self._disputing)

    def _put_line_away(self) -> None:
        self._disputing = 0
        self.line.hide()

    def _turn(self, by: int) -> None:
        self.queue.step(by)
        self._show()
        self.take_focus()

    def review(self, piece_id: int) -> None:
        """Show a piece for review."""
        self.queue.go_to(piece_id)
        self._show()
        self.take_focus()

    def _restart(self) -> None:
        self.queue.begin(self.queue.pieces)
        self._show()
        self.take_focus()

    def _open(self) -> None:
        if self.queue.current is not None:
            self.piece_wanted.emit(self.queue.current.id)

    def _connect(self) -> None:
        self.agree.clicked.connect(lambda: self._answer(Tag.AGREED))
        self.dispute.clicked.connect(self._start_dispute)
        self.skip.clicked.connect(lambda: self._turn(1))
        self.back.clicked.connect(lambda: self._turn(-1))
        self.forth.clicked.connect(lambda: self._turn(1))
        self.open.clicked.connect(self._open)
        self.again.clicked.connect(self._restart)
        self.line.given.connect(lambda reason: self._answer(Tag.DISPUTED, reason))
        self.line.left.connect(self._leave_dispute)
        self.disputed.review_wanted.connect(self.review)
        self.export.clicked.connect(self.export_wanted)
        self.take_in.clicked.connect(self.import_wanted)
        for command in self.commands():
            for keys in command.shortcuts:
                QShortcut(QKeySequence(keys), self, command.run)

    def commands(self) -> list[Command]:
        """Return what can be done with the piece under review; the keys act while this page is shown."""

        def why_not() -> str | None:
            if self._desk.readonly:
                return _("This workspace was opened for reading only.")
            return None if self.queue.current else _("There is no stage tag to review.")

        return [
            Command("tag-agree", _("Agree to the stage tag"), lambda: self._answer(Tag.AGREED), "A", "check", why_not),
            Command("tag-dispute", _("Dispute the stage tag…"), self._start_dispute, "D", "x", why_not),
            Command("tag-skip", _("Skip, next stage tag"), lambda: self._turn(1), "S", also=("Right",)),
            Command("tag-back", _("Stage tag before"), lambda: self._turn(-1), "Left"),
        ]

    def _arrange(self) -> None:
        top = QWidget()
        bar = QHBoxLayout(top)
        bar.setContentsMargins(20, 12, 20, 4)
        bar.setSpacing(8)
        bar.addWidget(self.share, 1)
        bar.addWidget(self.export)
        bar.addWidget(self.take_in)
        inside = QWidget()
        inside.setObjectName("work")
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._halves.setContentsMargins(20, 8, 20, 16)
        self._halves.setSpacing(24)
        self._halves.addLayout(self._review_column(), 3)
        self._halves.addWidget(self.disputed, 2, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setObjectName("clear")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(area, 1)

    def _review_column(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.progress)
        head.addWidget(self.meter, 1)
        head.addWidget(self.back)
        head.addWidget(self.forth)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        for button in (self.agree, self.dispute, self.skip):
            answers.addWidget(button)
        answers.addStretch(1)
        answers.addWidget(self.open)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.done)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.card)
        column.addWidget(self.line)
        column.addLayout(answers)
        column.addStretch(1)
        return column

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width() >= self.fontMetrics().averageCharWidth() * BESIDE
        self._halves.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)


def _button(label: str, role: str = "") -> QPushButton:
    button = QPushButton(label)
    button.setObjectName(role)
    return button
