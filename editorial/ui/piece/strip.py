"""A strip that keeps an edit that was refused, and offers to make it after all."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from editorial.language import _
from editorial.ui.piece.editing import Editing, Refused, refused_words

MOST_SHOWN = 400


class RefusedStrip(QFrame):
    """Hidden until an edit is refused; then shows what was typed until it is applied or let go."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._editing = editing
        self._refused: Refused | None = None
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.reason = QLabel()
        self.reason.setObjectName("warning")
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setWordWrap(True)
        self.apply = QPushButton(_("Use mine"))
        self.apply.setToolTip(_("Write what you gave over what is there now; this can be undone"))
        self.apply.clicked.connect(self._apply)
        self.copy = QPushButton(_("Copy"))
        self.copy.clicked.connect(self._copy)
        self.drop = QPushButton(_("Let go"))
        self.drop.clicked.connect(self.clear)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.apply, self.copy, self.drop):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(self.reason)
        column.addWidget(self.words)
        column.addLayout(row)
        editing.refused.connect(self.keep)
        editing.shown.connect(lambda _piece: self._shown())
        self.hide()

    def keep(self, refused: Refused) -> None:
        """Show an edit that was refused."""
        self._refused = refused
        self.reason.setText(refused.sentence)
        typed = refused_words(refused)
        self.words.setVisible(bool(typed))
        self.copy.setVisible(bool(typed))
        self._say(refused)
        self.show()

    def _say(self, refused: Refused) -> None:
        """Show what was typed; beside another piece, for which one."""
        shown, typed = self._editing.piece, refused_words(refused)
        words = typed if len(typed) <= MOST_SHOWN else typed[:MOST_SHOWN] + "…"
        if shown is None or shown.id == refused.piece.id:
            self.words.setText(_("You typed: “{words}”").format(words=words))
        else:
            said = _("You typed for “{title}”: “{words}”")
            self.words.setText(said.format(title=refused.piece.title, words=words))

    def _shown(self) -> None:
        if self._refused is not None:
            self._say(self._refused)

    def clear(self) -> None:
        """Let go of it."""
        self._refused = None
        self.hide()

    def _apply(self) -> None:
        refused = self._refused
        self.clear()
        if refused is not None:
            self._editing.apply(refused)

    def _copy(self) -> None:
        if self._refused is not None:
            QGuiApplication.clipboard().setText(refused_words(self._refused))
