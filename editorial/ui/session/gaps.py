"""What a session looks at: the gaps of the quarter, its mix and the interests that are due."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.domain.coverage_words import cell_name, gap_reason
from editorial.domain.mix_words import mix_sentence
from editorial.domain.period import Period
from editorial.language import _
from editorial.services.coverage import coverage
from editorial.services.mix import mix
from editorial.services.rotation import rotation
from editorial.ui.cards import CardPanel, card, heading, told
from editorial.ui.desk import Desk

SHOWN = 12
DUE = 5


class Gaps(CardPanel):
    """Gaps by severity under the mix and the next interests; a gap opens its cell."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def show_period(self, period: Period) -> None:
        """Show what a period lacks."""
        desk, lists = self._desk, self._desk.lists
        column = self.start()
        column.addLayout(heading(_("Mix")))
        found_mix = desk.ask(lambda w: mix(w, period, lists=lists))
        if found_mix is not None:
            column.addWidget(told(mix_sentence(found_mix)))
        column.addLayout(heading(_("Next interests")))
        turning = desk.ask(lambda w: rotation(w, period, lists=lists))
        # One that is far behind has several turns in a row; here it is named once, as in the balance bar.
        due = list(dict.fromkeys(one.name for one in turning.next)) if turning else []
        column.addWidget(told(", ".join(due[:DUE]) or _("No interests yet.")))
        self._list_gaps(column, period)
        column.addStretch(1)

    def _list_gaps(self, column: QVBoxLayout, period: Period) -> None:
        lists = self._desk.lists
        matrix = self._desk.ask(lambda w: coverage(w, period, lists=lists))
        gaps = matrix.gaps if matrix else ()
        column.addLayout(heading(_("Gaps by severity"), str(len(gaps))))
        if not lists.segments:
            column.addWidget(told(_("Gaps are found once there are segments: the groups of readers you write for.")))
        elif not gaps:
            column.addWidget(told(_("Nothing is missing in this quarter.")))
        for gap in gaps[:SHOWN]:
            column.addWidget(self._card(cell_name(gap), gap_reason(gap), gap.key))

    def _card(self, name: str, reason: str, key: tuple[int, int]) -> QWidget:
        wanted = {"segment_id": key[0], "stage_id": key[1]}
        show = QPushButton(_("Show"))
        show.setAccessibleName(_("Show {gap}").format(gap=name))
        show.clicked.connect(lambda: self._desk.place_wanted.emit("coverage", wanted))
        return card(name, reason, show, None)


def muted(text: str) -> QLabel:
    """Return a quiet label of plain text."""
    label = QLabel(text)
    label.setObjectName("muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
