"""How much of a series an edit means: this one, this and later, or all, with what that touches said before."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
)

from editorial.domain.slot_series import Reach
from editorial.domain.slot_words import reach_words, scope_word
from editorial.domain.slots import Occurrence, Scope
from editorial.language import _
from editorial.ui.calendar.words import long_day
from editorial.ui.fields.options import capital
from editorial.ui.overriding import override

Preview = Callable[[Occurrence, Scope], Reach | None]


class ScopeBar(QFrame):
    """Asks inline; nothing is written before its button is pressed."""

    agreed = Signal(object, object)
    """The occurrence and the `Scope` that are meant."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._preview: Preview = lambda _occurrence, _scope: None
        self._standing: Sequence[Occurrence] = ()
        self.heading = QLabel()
        self.heading.setObjectName("strong")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.day = QComboBox()
        self.day.setAccessibleName(_("Which one"))
        self.scopes = {scope: QRadioButton(capital(scope_word(scope))) for scope in Scope}
        self.told = QLabel()
        self.told.setObjectName("small")
        self.told.setWordWrap(True)
        self.act = QPushButton()
        self.act.setObjectName("primary")
        self.cancel = QPushButton(_("Cancel"))
        self._arrange()
        self.day.currentIndexChanged.connect(self._tell)
        self.act.clicked.connect(self._agree)
        self.cancel.clicked.connect(self.left)
        self.hide()

    def ask(
        self, heading: str, act: str, standing: Sequence[Occurrence], preview: Preview, day: Occurrence | None = None
    ) -> None:
        """Ask how much of a series is meant; `standing` are the occurrences to choose from."""
        self._preview, self._standing = preview, standing
        self.heading.setText(heading)
        self.act.setText(act)
        self.day.blockSignals(True)
        self.day.clear()
        for one in standing:
            self.day.addItem(long_day(one.day))
        self.day.setCurrentIndex(standing.index(day) if day in standing else 0)
        self.day.blockSignals(False)
        self.show()
        self._tell()

    def choose(self, scope: Scope) -> None:
        """Choose a scope."""
        self.scopes[scope].setChecked(True)

    @property
    def scope(self) -> Scope:
        return next(scope for scope, button in self.scopes.items() if button.isChecked())

    @property
    def occurrence(self) -> Occurrence | None:
        row = self.day.currentIndex()
        return self._standing[row] if 0 <= row < len(self._standing) else None

    def _tell(self, *_news: object) -> None:
        """Say what the edit would touch."""
        one = self.occurrence
        self.day.setVisible(self.scope is not Scope.ALL)
        reach = self._preview(one, self.scope) if one is not None else None
        self.told.setText(reach_words(reach) if reach is not None else _("This slot has no day left to change."))
        self.act.setEnabled(reach is not None and reach.start is not None)

    def _agree(self) -> None:
        if self.occurrence is not None:
            self.agreed.emit(self.occurrence, self.scope)

    def _arrange(self) -> None:
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self.heading)
        choices = QHBoxLayout()
        choices.setSpacing(14)
        for scope, button in self.scopes.items():
            group.addButton(button)
            choices.addWidget(button)
            button.setChecked(scope is Scope.LATER)
            button.toggled.connect(self._tell)
        choices.addStretch(1)
        column.addLayout(choices)
        column.addWidget(self.day)
        column.addWidget(self.told)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.act)
        column.addLayout(buttons)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
