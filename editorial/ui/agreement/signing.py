"""The form that makes a new version: who agrees for marketing, who for sales, and when."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editorial.domain.agreement_words import why_not_agree
from editorial.domain.planning_records import StageAgreement
from editorial.domain.vocabulary import Precision
from editorial.language import _, ngettext
from editorial.ui.agreement.labels import EnterLine, plain
from editorial.ui.desk import Desk
from editorial.ui.fields.days import DayLine, shown_day
from editorial.ui.overriding import override


class Signing(QWidget):
    """Hidden until a version is to be made; says what is missing, and stays until nothing is."""

    signed = Signal(str, str, object)
    """The names for marketing and for sales, and the day."""
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._said = plain("muted")
        self.marketing = _line(_("For marketing"))
        self.sales = _line(_("For sales"))
        self.day = DayLine(_("Day of the agreement"), desk)
        self.day.line.setProperty("quiet", False)
        self.reason = plain("bad")
        self.reason.hide()
        self.agree = QPushButton(_("Agree"))
        self.agree.setObjectName("primary")
        self.cancel = QPushButton(_("Cancel"))
        self._arrange()
        self._connect()
        self.hide()

    def start(self, newest: StageAgreement | None) -> None:
        """Show the form with the names of the last version and the day of today."""
        lists = self._desk.lists
        n = len(lists.stages)
        said = ngettext(
            "The {n} stage is kept as it is written now.", "All {n} stages are kept as they are written now.", n
        )
        self._said.setText(said.format(n=n))
        self.marketing.setText(newest.marketing if newest else "")
        self.sales.setText(newest.sales if newest else "")
        self.day.line.setText(shown_day(self._desk.today, Precision.DAY, lists.settings))
        self.day.tell("")
        self._offer(lists.people.values())
        self.refuse("")
        self.show()
        first = self.marketing if not self.marketing.text() else self.sales if not self.sales.text() else self.agree
        first.setFocus()

    def leave(self) -> None:
        """Put the form away."""
        self.hide()
        self.left.emit()

    def refuse(self, reason: str) -> None:
        """Say why no version was made."""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def _offer(self, names: Iterable[str]) -> None:
        for box in (self.marketing, self.sales):
            completer = QCompleter(sorted(set(names)), box)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            box.setCompleter(completer)

    def _give(self) -> None:
        typed = self.day.read()
        if typed.reason:
            self.day.setFocus()
            return
        marketing, sales = self.marketing.text(), self.sales.text()
        reason = why_not_agree(self._desk.lists.stages, marketing, sales, typed.day)
        if reason:
            self.refuse(reason)
            next((box for box in (self.marketing, self.sales) if not box.text().strip()), self.day).setFocus()
            return
        self.signed.emit(marketing, sales, typed.day)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(4)
        column.addWidget(plain("strong", _("A new version")))
        column.addWidget(self._said)
        for label, box in (
            (_("For marketing"), self.marketing),
            (_("For sales"), self.sales),
            (_("Day"), self.day),
        ):
            column.addSpacing(4)
            column.addWidget(plain("small", label))
            column.addWidget(box)
        column.addWidget(self.reason)
        row = QHBoxLayout()
        row.addWidget(self.agree)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(row)

    def _connect(self) -> None:
        self.agree.clicked.connect(self._give)
        self.cancel.clicked.connect(self.leave)
        for box in (self.marketing, self.sales):
            box.returnPressed.connect(self._give)
        # Once Enter is over: what gets the focus would be pressed by it.
        self.day.line.returnPressed.connect(self._give, Qt.ConnectionType.QueuedConnection)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)


def _line(name: str) -> QLineEdit:
    box = EnterLine()
    box.setAccessibleName(name)
    box.setPlaceholderText(_("Name"))
    return box
