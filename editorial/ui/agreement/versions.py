"""The versions that were agreed on: who, when, and the way to make the next or to compare two."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editorial.domain.agreement import Agreement, StageState
from editorial.domain.agreement_words import signed_words, version_word
from editorial.domain.planning_records import StageAgreement
from editorial.language import _, ngettext
from editorial.ui.agreement.labels import plain
from editorial.ui.agreement.signing import Signing
from editorial.ui.cards import card
from editorial.ui.desk import Desk


class Versions(QWidget):
    """A column beside the stages."""

    compare_wanted = Signal(int)
    """A version is to be seen beside what the stages say now, or beside the one after it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._newest: StageAgreement | None = None
        self._said = plain("muted")
        self.agree = QPushButton(_("Agree on a new version…"))
        self.agree.clicked.connect(self.start)
        self.signing = Signing(desk)
        self.signing.left.connect(self._left)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._cards: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(plain("section", _("Agreement with sales")))
        column.addWidget(self._said)
        column.addWidget(self.agree, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.signing)
        column.addSpacing(8)
        self._heading = plain("section", _("Versions"))
        column.addWidget(self._heading)
        column.addLayout(self._list)
        column.addStretch(1)

    def start(self) -> None:
        """Open the form for a new version."""
        if self._desk.readonly:
            self._desk.say(_("This workspace was opened for reading only."))
            return
        self.agree.hide()
        self.signing.start(self._newest)

    def show_versions(self, agreement: Agreement, versions: Sequence[StageAgreement]) -> None:
        """Show what was agreed, newest first."""
        self._newest = agreement.newest
        self._said.setText(_whole(agreement))
        lacking = any(stage.state is not StageState.AGREED for stage in agreement.stages)
        self.agree.setObjectName("primary" if lacking else "")
        self.agree.style().polish(self.agree)
        self.agree.setEnabled(bool(agreement.stages) and not self._desk.readonly)
        for old in self._cards:
            old.hide()
            self._list.removeWidget(old)
            old.deleteLater()
        self._cards = [self._card(version) for version in versions]
        for made in self._cards:
            self._list.addWidget(made)
        self._heading.setVisible(bool(self._cards))

    def _card(self, version: StageAgreement) -> QWidget:
        compare = QPushButton(_("Compare"))
        compare.setAccessibleName(_("Compare {version}").format(version=version_word(version)))
        compare.clicked.connect(lambda: self.compare_wanted.emit(version.version))
        n = len(version.stages)
        stages = ngettext("{n} stage", "{n} stages", n).format(n=n)
        return card(version_word(version), f"{signed_words(version)} · {stages}", compare, None)

    def _left(self) -> None:
        self.agree.show()
        self.agree.setFocus()


def _whole(agreement: Agreement) -> str:
    """Say in a sentence how the stages stand."""
    if agreement.newest is None:
        return _("Nothing is agreed yet. Write down what each stage means, then agree on it with sales.")
    counts = {state: sum(stage.state is state for stage in agreement.stages) for state in StageState}
    parts = [
        ngettext("{n} stage agreed", "{n} stages agreed", counts[StageState.AGREED]).format(n=counts[StageState.AGREED])
    ]
    if n := counts[StageState.REOPENED]:
        parts.append(ngettext("{n} reopened by an edit", "{n} reopened by edits", n).format(n=n))
    if n := counts[StageState.NONE]:
        parts.append(ngettext("{n} in no version", "{n} in no version", n).format(n=n))
    return _("{parts}.").format(parts=" · ".join(parts))
