"""The strip that says what a merge would do, and does it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.language import _


class MergeStrip(QWidget):
    """Hidden until a merge is proposed; nothing is changed before its button is pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.merge = QPushButton(_("Merge"))
        self.merge.setObjectName("primary")
        self.cancel = QPushButton(_("Cancel"))
        self._act: Callable[[], None] = lambda: None
        self.merge.clicked.connect(self._do)
        self.cancel.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.addWidget(self.merge)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(self.text)
        column.addLayout(row)
        self.hide()

    def propose(self, new: str, uses: str, stays: str, act: Callable[[], None]) -> None:
        """Say what merging an entry into another does: what uses it, in words, and a sentence of what stays."""
        self._act = act
        moves = _("{uses} would move to “{new}”.").format(uses=uses, new=new) if uses else _("Nothing uses it.")
        self.text.setText(" ".join((moves, stays, _("One undo takes it back."))))
        self.show()
        self.merge.setFocus()

    def _do(self) -> None:
        self.hide()
        self._act()
