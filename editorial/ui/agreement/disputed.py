"""The stage tags that sales disputes, each with its reason."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editorial.domain.agreement import TaggedPiece
from editorial.domain.records import Lists
from editorial.language import _
from editorial.ui.cards import SHOWN, Renewed, card, heading, rest, told


class Disputed(Renewed):
    """A column that is made anew whenever the tags are others."""

    review_wanted = Signal(int)

    def show_pieces(self, pieces: Sequence[TaggedPiece], lists: Lists) -> None:
        """Show what is disputed, in order."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(heading(_("Disputed"), str(len(pieces)) if pieces else ""))
        for piece in pieces[:SHOWN]:
            review = QPushButton(_("Review"))
            review.setAccessibleName(_("Review {title}").format(title=piece.title))
            review.clicked.connect(lambda _c=False, p=piece.id: self.review_wanted.emit(p))
            line = " · ".join(part for part in (lists.stages[piece.stage_id].name, piece.reason) if part)
            column.addWidget(card(piece.title, line, review, None))
        rest(column, len(pieces))
        if not pieces:
            column.addWidget(told(_("No stage tag of this period is disputed.")))
        self.put(page)
