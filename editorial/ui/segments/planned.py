"""What is planned for a segment: the buyer's question and the cell of each stage, its silence and its next pieces."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.domain.cadence import Cadence
from editorial.domain.coverage import Coverage, CoverageCell
from editorial.domain.coverage_words import cadence_sentence, cell_sentence
from editorial.domain.records import BuyingStage, Entry, Lists, Segment
from editorial.domain.rotation import Rotation
from editorial.domain.spoken import level_word, spoken_day
from editorial.domain.vocabulary import Level
from editorial.language import _
from editorial.ui.calendar.colours import MARKS
from editorial.ui.cards import Renewed, card, heading, told
from editorial.ui.coverage.need_card import need_card
from editorial.ui.desk import Desk

CHIPS = {Level.EMPTY: "bad", Level.THIN: "warning", Level.MET: "good", Level.HEAVY: "heavy"}
NEXT = 5


class Planned(Renewed):
    """A column that is made anew for each segment."""

    cell_wanted = Signal(int, int)
    piece_wanted = Signal(int)
    interest_wanted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def show_segment(
        self,
        segment: Segment,
        coverage: Coverage,
        cadence: Cadence,
        rotation: Rotation,
        coming: Sequence[Entry],
        lists: Lists,
    ) -> None:
        """Show everything planned for a segment."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if coverage.is_unknown(segment.id):
            column.addWidget(need_card(self._desk, segment))
        column.addLayout(heading(_("What they ask, stage by stage"), coverage.period.name))
        column.addWidget(self._stages(segment, coverage))
        column.addLayout(heading(_("Cadence")))
        said = told(cadence_sentence(cadence))
        said.setObjectName("bad" if cadence.over else "muted")
        column.addWidget(said)
        column.addLayout(heading(_("Interests that come next for them")))
        column.addLayout(self._interests(rotation))
        column.addLayout(heading(_("Next pieces"), str(len(coming))))
        self._next(column, coming, lists)
        self.put(page)

    def _stages(self, segment: Segment, coverage: Coverage) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, stage in enumerate(coverage.stages):
            grid.addWidget(_name(stage), row, 0, Qt.AlignmentFlag.AlignTop)
            question = told(stage.question or _("No question written down for this stage yet."))
            grid.addWidget(question, row, 1)
            grid.addWidget(self._chip(coverage.cells[segment.id, stage.id]), row, 2, Qt.AlignmentFlag.AlignTop)
        return box

    def _chip(self, cell: CoverageCell) -> QPushButton:
        figures = level_word(cell.level)
        if cell.level is not Level.OFF:
            figures = f"{cell.planned} / {cell.target} · {figures}"
        chip = QPushButton(figures)
        chip.setObjectName("chip")
        chip.setProperty("level", CHIPS.get(cell.level, ""))
        chip.setToolTip(cell_sentence(cell))
        chip.setAccessibleName(cell_sentence(cell))
        chip.clicked.connect(lambda: self.cell_wanted.emit(*cell.key))
        return chip

    def _interests(self, rotation: Rotation) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for interest in list(dict.fromkeys(rotation.next))[:3]:
            chip = QPushButton(interest.name.replace("&", "&&"))
            chip.setObjectName("chip")
            chip.clicked.connect(lambda _c=False, i=interest.id: self.interest_wanted.emit(i))
            row.addWidget(chip)
        if not rotation.next:
            row.addWidget(told(_("There are no interests to take turns.")))
        row.addStretch(1)
        return row

    def _next(self, column: QVBoxLayout, coming: Sequence[Entry], lists: Lists) -> None:
        if not coming:
            column.addWidget(told(_("Nothing is planned for them from today on.")))
        for piece in coming[:NEXT]:
            open_ = QPushButton(_("Open"))
            open_.setAccessibleName(_("Open {title}").format(title=piece.title))
            open_.clicked.connect(lambda _c=False, p=piece.id: self.piece_wanted.emit(p))
            when = spoken_day(piece.day) if piece.day else ""
            line = f"{when} · {lists.statuses[piece.status_id].name}"
            column.addWidget(card(f"{MARKS[piece.kind]} {piece.title}", line, open_, None))


def _name(stage: BuyingStage) -> QLabel:
    mark = MARKS[stage.natural_kind] + " " if stage.natural_kind else ""
    label = QLabel(mark + stage.name)
    label.setObjectName("strong")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
