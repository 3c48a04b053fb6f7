"""What sales does with a piece: one tick a use."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from editorial.domain.fields import Field
from editorial.domain.records import Piece
from editorial.domain.vocabulary import SalesUse
from editorial.domain.vocabulary_words import vocabulary_word
from editorial.ui.desk import Desk
from editorial.ui.fields.editor import FieldEditor
from editorial.ui.fields.options import capital
from editorial.ui.overriding import override


class SalesUsesEditor(FieldEditor):
    """Ticks the uses of a piece; each tick is saved at once."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__(field, desk)
        self.boxes: dict[SalesUse, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 0, 4)
        column.setSpacing(4)
        for use in SalesUse:
            box = QCheckBox(capital(vocabulary_word(use)))
            box.clicked.connect(self._give)
            column.addWidget(box)
            self.boxes[use] = box
        self.setFocusProxy(self.boxes[SalesUse.COLD])

    @override
    def show_piece(self, piece: Piece) -> None:
        for use, box in self.boxes.items():
            box.setChecked(use in piece.sales_uses)

    @override
    def lock(self, locked: bool) -> None:
        for box in self.boxes.values():
            box.setEnabled(not locked)

    def _give(self) -> None:
        self.give(tuple(use for use, box in self.boxes.items() if box.isChecked()))
