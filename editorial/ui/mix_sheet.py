"""The mix of a quarter in words: shares, both remedies, and the mix of each stage and segment."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from editorial.domain.mix import Mix, MixRow
from editorial.domain.mix_words import mix_sentence
from editorial.domain.period import Period
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.elide import ElidedLabel
from editorial.ui.meter import Meter
from editorial.ui.popover import Popover

WIDTH_IN_LETTERS = 62


class MixSheet(Popover):
    """Opened from the gauge of the balance bar."""

    def __init__(self, desk: Desk, mix: Mix, period: Period, above: QWidget) -> None:
        super().__init__(above)
        self._desk = desk
        self.setAccessibleName(_("Mix of {period}").format(period=period.name))
        self.column.addWidget(_label("section", _("Mix of {period}").format(period=period.name)))
        self.sentence = _label("", mix_sentence(mix))
        self.sentence.setFixedWidth(self.fontMetrics().averageCharWidth() * WIDTH_IN_LETTERS)
        self.sentence.setWordWrap(True)
        self.column.addWidget(self.sentence)
        self.column.addLayout(self._rows(mix))
        button = QPushButton(_("Show the quarter"))
        button.clicked.connect(self._show_quarter)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _rows(self, mix: Mix) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for heading, rows in ((_("By stage"), mix.by_stage), (_("By segment"), mix.by_segment)):
            self._add_rows(grid, heading, rows, float(mix.target))
        return grid

    def _add_rows(self, grid: QGridLayout, heading: str, rows: Sequence[MixRow], target: float) -> None:
        shown = [row for row in rows if row.aspirational or row.practical or row.untagged]
        if shown:
            grid.addWidget(_label("small", heading), grid.rowCount(), 0, 1, 3)
        for row in shown:
            line = grid.rowCount()
            meter = Meter(self._desk.theme, 20)
            meter.show_share(None if row.share is None else float(row.share), target)
            name = ElidedLabel("", row.of.name if row.of else _("none"))
            name.setFixedWidth(self.fontMetrics().averageCharWidth() * 22)
            grid.addWidget(name, line, 0)
            grid.addWidget(meter, line, 1)
            grid.addWidget(_label("small", f"✦ {row.aspirational}   ▪ {row.practical}"), line, 2)

    def _show_quarter(self) -> None:
        self.close()
        self._desk.place_wanted.emit("calendar", {"view": "quarter", "lanes": "kind"})


def _label(role: str, text: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(role)
    label.setText(text)
    return label
