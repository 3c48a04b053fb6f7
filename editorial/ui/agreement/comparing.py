"""Two versions of the stages side by side, with the words that are others."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editorial.domain.agreement import frozen_stage
from editorial.domain.agreement_comparison import Run, StageChange, TextChange, compare_versions
from editorial.domain.agreement_words import signed_words, text_word, version_word
from editorial.domain.planning_records import AgreedStage, StageAgreement
from editorial.language import _, ngettext
from editorial.ui.agreement.labels import plain
from editorial.ui.desk import Desk
from editorial.ui.safe_text import SafeText

NOW = 0
"""What the stages say now, among the versions."""


class Comparing(QWidget):
    """Two versions chosen from lists; what was struck is struck through, what is new is underlined."""

    back_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._versions: dict[int, StageAgreement] = {}
        self.older = QComboBox()
        self.older.setAccessibleName(_("The version before"))
        self.newer = QComboBox()
        self.newer.setAccessibleName(_("The version after"))
        for box in (self.older, self.newer):
            box.activated.connect(lambda _at: self._show())
        self.back = QPushButton(_("‹ Stages"))
        self.back.setObjectName("link")
        self.back.clicked.connect(self.back_wanted)
        self.said = plain("muted")
        self.text = SafeText(desk.theme)
        self.text.setAccessibleName(_("The two versions"))
        top = QHBoxLayout()
        top.setContentsMargins(16, 10, 16, 0)
        top.setSpacing(8)
        top.addWidget(self.back)
        top.addWidget(self.older)
        top.addWidget(plain("muted", "→", wraps=False))
        top.addWidget(self.newer)
        top.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.text, 1)

    def show_versions(self, versions: Sequence[StageAgreement]) -> None:
        """Offer the versions; the two that are compared stay."""
        chosen = (self.older.currentData(), self.newer.currentData())
        self._versions = {version.version: version for version in versions}
        self._fill(self.older, with_now=False)
        self._fill(self.newer, with_now=True)
        if None not in chosen:
            self.compare(*chosen)

    def compare(self, older: int, newer: int = NOW) -> None:
        """Show two versions."""
        for box, version in ((self.older, older), (self.newer, newer)):
            box.setCurrentIndex(max(0, box.findData(version)))
        self._show()

    def _fill(self, box: QComboBox, *, with_now: bool) -> None:
        box.clear()
        if with_now:
            box.addItem(_("Now"), NOW)
        for number, version in self._versions.items():
            box.addItem(version_word(version), number)

    def _show(self) -> None:
        older, newer = self.older.currentData(), self.newer.currentData()
        if older is None or newer is None:
            return
        changes = compare_versions(self._stages(older), self._stages(newer))
        changed = [change for change in changes if change.is_changed]
        n = len(changed)
        said = ngettext("{n} stage is different.", "{n} stages are different.", n).format(n=n)
        self.said.setText(said if n else _("Both say the same."))
        heads = (self._head(older), self._head(newer))
        unchanged = [change for change in changes if not change.is_changed]
        parts = [_stage_html(change, heads) for change in (*changed, *unchanged)]
        self.text.show_html("".join(parts))

    def _stages(self, version: int) -> Sequence[AgreedStage]:
        if version == NOW:
            return [frozen_stage(stage) for stage in self._desk.lists.stages.values()]
        return self._versions[version].stages

    def _head(self, version: int) -> str:
        if version == NOW:
            return f"<b>{escape(_('Now'))}</b>"
        of = self._versions[version]
        signed = f'<span class="quiet">{escape(signed_words(of))}</span>'
        return f"<b>{escape(version_word(of))}</b><br>{signed}"


def _stage_html(change: StageChange, heads: tuple[str, str]) -> str:
    name = escape(change.name)
    if change.was_called:
        name += " " + escape(_("(was {name})").format(name=change.was_called))
    if change.before is None:
        name += " · " + escape(_("new"))
    elif change.after is None:
        name += " · " + escape(_("no longer there"))
    if not change.is_changed:
        return f'<h3 dir="auto">{name}</h3><p class="quiet">{escape(_("The same in both."))}</p>'
    rows = "".join(_text_html(text) for text in change.texts if text.before or text.after)
    head = f'<tr><td width="16%"></td><td width="42%">{heads[0]}</td><td width="42%">{heads[1]}</td></tr>'
    return f'<h3 dir="auto">{name}</h3><table width="100%">{head}{rows}</table>'


def _text_html(text: TextChange) -> str:
    before, after = _runs_html(text.before, "removed"), _runs_html(text.after, "added")
    return f'<tr><td class="quiet">{escape(text_word(text.name))}</td><td>{before}</td><td>{after}</td></tr>'


def _runs_html(runs: Sequence[Run], class_: str) -> str:
    parts = (_marked(run.text, class_) if run.changed else _lines(run.text) for run in runs)
    return f'<p dir="auto">{"".join(parts) or "–"}</p>'


def _marked(text: str, class_: str) -> str:
    """Return a stretch of text with its words marked and the space around them not."""
    words = text.strip()
    before, _words, after = text.partition(words) if words else (text, "", "")
    return f'{_lines(before)}<span class="{class_}">{_lines(words)}</span>{_lines(after)}'


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
