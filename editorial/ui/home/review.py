"""The review list: every finding under its rule, what is muted folded away below."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from editorial.domain.finding_words import group_title, level_of_rule, rule_title
from editorial.domain.findings import Finding, Group, Rule, by_rule
from editorial.domain.folding import fold
from editorial.domain.home import Line
from editorial.language import _, ngettext
from editorial.ui.home.rowlist import RowList
from editorial.ui.home.rows import Row, finding_row, line_row
from editorial.ui.segmented import Segmented
from editorial.ui.theme import Theme

ALL, MUTED = "all", "muted"
FOLD_FROM = 8
"""A rule with more findings than this is folded at first."""


class Review(QWidget):
    """Findings by rule; narrowed to a list of Home, and to what holds the words typed."""

    narrowed = Signal()
    """Other findings are shown."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._findings: tuple[Finding, ...] = ()
        self._also: Mapping[Group, Sequence[Line]] = {}
        self._folded: dict[str, bool] = {}
        options = [(ALL, _("All")), *((group.value, group_title(group)) for group in Group)]
        self.groups = Segmented(options, _("Which findings"))
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Filter findings"))
        self.words.setAccessibleName(_("Filter findings"))
        self.words.setClearButtonEnabled(True)
        self.list = RowList(theme, _("Review list"))
        self.list.setObjectName("clear")
        self._empty = QLabel()
        self._empty.setObjectName("muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._arrange()
        self.groups.changed.connect(lambda _word: self._show())
        self.words.textChanged.connect(lambda _text: self._show())
        self.words.returnPressed.connect(self.list.setFocus)

    def show_findings(self, findings: Sequence[Finding], also: Mapping[Group, Sequence[Line]] | None = None) -> None:
        """Show these findings, and lines of Home's lists that are none; what was folded stays so."""
        self._findings = tuple(findings)
        self._also = also or {}
        self._show()

    @property
    def loud(self) -> int:
        """How many findings are not muted."""
        return sum(one.mute is None for one in self._findings)

    def toggle(self, row: Row) -> None:
        """Fold what stands under a heading, or unfold it."""
        self._folded[row.folds] = not row.folded
        self._show()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.groups)
        top.addStretch(1)
        top.addWidget(self.words)
        hint = QLabel(_("Enter or a click goes to what mends it; M mutes it until a day"))
        hint.setObjectName("small")
        hint.setWordWrap(True)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(hint)
        column.addWidget(self._pages, 1)
        self._measure()

    def _measure(self) -> None:
        self.words.setMinimumWidth(self.fontMetrics().averageCharWidth() * 26)

    def _show(self) -> None:
        rows = list(self._rows())
        self.list.show_rows(rows)
        if not rows:
            searched = bool(self.words.text().strip())
            self._empty.setText(
                _("No finding holds these words.")
                if searched
                else _("No rule is broken here. What is late, missing or unbalanced is listed as soon as it is.")
            )
        self._pages.setCurrentIndex(0 if rows else 1)
        self.narrowed.emit()

    def _shown(self) -> Iterator[Finding]:
        for one in self._findings:
            if self._is_wanted(one.rule.group, f"{one.text} {one.subject} {rule_title(one.rule)}"):
                yield one

    def _is_wanted(self, group: Group, text: str) -> bool:
        held = fold(text)
        chosen = self.groups.chosen in (ALL, group.value)
        return chosen and all(word in held for word in fold(self.words.text()).split())

    def _rows(self) -> Iterator[Row]:
        shown = list(self._shown())
        for rule, of in by_rule(one for one in shown if one.mute is None).items():
            yield from self._block(rule, of)
        for group, title in ((Group.LATE, _("To do today")), (Group.WAITING, _("Asked, and not done yet"))):
            yield from self._beside(group, title)
        silent = [one for one in shown if one.mute is not None]
        if silent:
            said = ngettext("{n} muted", "{n} muted", len(silent)).format(n=len(silent))
            folded = self._folded.get(MUTED, True)
            yield Row(said, "", "", heading=True, folds=MUTED, folded=folded)
            if not folded:
                yield from map(finding_row, silent)

    def _beside(self, group: Group, title: str) -> Iterator[Row]:
        """Give what is no finding, and still to be done or waited for."""
        lines = [
            one for one in self._also.get(group, ()) if self._is_wanted(group, f"{title} {one.title} {one.detail}")
        ]
        folded = self._folded.get(group.value, False)
        if lines:
            yield Row(title, "", str(len(lines)), heading=True, folds=group.value, folded=folded)
        if not folded:
            yield from map(line_row, lines)

    def _block(self, rule: Rule, of: Sequence[Finding]) -> Iterator[Row]:
        usual = len(of) > FOLD_FROM and not self.words.text().strip()
        folded = self._folded.get(rule.value, usual)
        yield Row(
            rule_title(rule), "", str(len(of)), level_of_rule(rule), heading=True, folds=rule.value, folded=folded
        )
        if not folded:
            yield from map(finding_row, of)
