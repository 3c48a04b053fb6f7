"""The chips of a filter: one a condition, to change or to take away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from editorial.domain.condition_words import sentence
from editorial.domain.conditions import Condition, Group, Test
from editorial.domain.fields import BY_NAME, FieldType
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.tiny import tiny_button
from editorial.ui.icons import icon
from editorial.ui.overriding import override

MOST_LETTERS = 60


def chip_words(condition: Condition, desk: Desk) -> str:
    """Return a condition in words, other pieces by their titles."""
    if isinstance(condition, Group) or BY_NAME[condition.field].type is not FieldType.PIECE or not condition.value:
        return sentence(condition, desk.lists)
    from editorial.ui.fields.pieces import piece_title

    titles = _(" or ").join(piece_title(desk, int(str(value))) for value in condition.value)
    named = sentence(Test(condition.field, condition.operator, (0,)), desk.lists)
    return named.removesuffix("0") + f"“{titles}”"


class Chip(QWidget):
    """One condition; Delete takes it away, Enter changes it."""

    edit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, desk: Desk, condition: Condition) -> None:
        super().__init__()
        self.setObjectName("filterchip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = chip_words(condition, desk)
        shown = words if len(words) <= MOST_LETTERS else f"{words[: MOST_LETTERS - 1]}…"
        self.words = QPushButton(shown.replace("&", "&&"))
        self.words.setObjectName("chipwords")
        self.words.setAccessibleName(_("Filter: {words}").format(words=words))
        self.words.setToolTip(words if shown != words else _("Change this filter"))
        self.words.clicked.connect(self.edit_wanted)
        name, hint = _("Remove filter: {words}").format(words=words), _("Remove this filter (Del)")
        self.remove = tiny_button(name, hint, icon("x", desk.theme.tokens.accent))
        self.remove.clicked.connect(self.remove_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 4, 0)
        row.setSpacing(0)
        row.addWidget(self.words)
        row.addWidget(self.remove)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)
