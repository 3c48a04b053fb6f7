"""Beside the matrix: the gaps by severity, or what stands in the chosen cell and what would fill it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editorial.domain.comparison import Comparison
from editorial.domain.coverage import Coverage, CoverageCell, Exclusive
from editorial.domain.coverage_words import alone_words, cell_name, gap_reason, was_words
from editorial.domain.ideas import Candidate
from editorial.domain.records import BuyingStage, Entry, Lists
from editorial.domain.since import CellSince, Since, Turn
from editorial.domain.since_words import by_words, cell_since, change_words, since_sentence, turn_word
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary import Level
from editorial.language import _, ngettext
from editorial.ui.calendar.lifting import lift
from editorial.ui.cards import SHOWN, CardPanel, back_link, card, heading, rest, short_day, told
from editorial.ui.coverage.faces import KIND_MARKS
from editorial.ui.coverage.need_card import need_card
from editorial.ui.desk import Desk

CHIPS = {Turn.BETTER: "good", Turn.WORSE: "bad", Turn.OTHER: ""}
MARKS = {None: "○", **KIND_MARKS}


class CoverageSide(CardPanel):
    """A column of cards; every card says why it stands there and offers the next step."""

    gap_chosen = Signal(object)
    """The key of a gap's cell."""
    back_wanted = Signal()
    tag_wanted = Signal(int)
    """An idea's id, to be tagged for the cell without a day."""
    plan_wanted = Signal(int, object)
    """An idea's id and the day it would go on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def show_gaps(self, coverage: Coverage, comparison: Comparison | None) -> None:
        """List the gaps by severity."""
        column = self.start()
        n = len(coverage.gaps)
        column.addLayout(heading(_("Gaps by severity"), str(n)))
        if not coverage.cells:
            column.addWidget(
                told(_("The matrix needs at least one segment of readers. Add one to see what is missing."))
            )
            add = QPushButton(_("Add a segment"))
            add.clicked.connect(lambda: self._desk.place_wanted.emit("settings", {"kind": "segment"}))
            column.addWidget(add)
        elif not n:
            column.addWidget(told(_("Every cell meets its target. Nothing is missing in this period.")))
        for gap in coverage.gaps[:SHOWN]:
            column.addWidget(self._gap_card(gap, comparison))
        rest(column, n)
        column.addStretch(1)

    def show_since(self, since: Since, today: date) -> None:
        """List the cells that changed since the last look."""
        column = self.start()
        back_link(column, _("‹ Gaps"), self.back_wanted.emit)
        column.addLayout(heading(since_sentence(since, today)))
        for changed in since.cells.values():
            column.addWidget(self._change_card(changed))
        history = QPushButton(_("Show the history"))
        history.setObjectName("link")
        history.setToolTip(_("Who changed what, and when"))
        history.clicked.connect(lambda: self._desk.place_wanted.emit("history", {}))
        column.addWidget(history, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_exclusives(self, stage: BuyingStage, pieces: Sequence[Exclusive]) -> None:
        """List what nobody else has at a stage, until when, and why."""
        column = self.start()
        back_link(column, _("‹ Gaps"), self.back_wanted.emit)
        column.addLayout(heading(_("Exclusive at {stage}").format(stage=stage.name), str(len(pieces))))
        for piece in pieces:
            until = alone_words(spoken_day(piece.until), past=piece.until < self._desk.today)
            line = f"{until} · {piece.because}" if piece.because else until
            column.addWidget(self._open_card(piece.title, line, piece.id, piece.title))
        column.addStretch(1)

    def _change_card(self, changed: CellSince) -> QWidget:
        chip = QPushButton(by_words(changed))
        chip.setObjectName("chip")
        chip.setProperty("level", CHIPS[changed.turn])
        chip.setAccessibleName(cell_since(changed))
        chip.setToolTip(_("Show the cell"))
        chip.clicked.connect(lambda: self.gap_chosen.emit(changed.now.key))
        line = f"{turn_word(changed)}: {change_words(changed)}"
        return card(cell_name(changed.now), line, chip, lambda: self.gap_chosen.emit(changed.now.key))

    def show_cell(
        self,
        name: str,
        cell: CoverageCell | None,
        pieces: Sequence[Entry],
        ideas: Sequence[Candidate],
        day: date | None,
        lists: Lists,
    ) -> None:
        """List the pieces of a cell and the ideas that would fill it."""
        column = self.start()
        back_link(column, _("‹ Gaps"), self.back_wanted.emit)
        column.addLayout(heading(name, ""))
        if cell is not None and cell.is_gap:
            column.addWidget(told(gap_reason(cell)))
        if cell is not None and cell.need_unknown and cell.level is not Level.OFF:
            column.addWidget(need_card(self._desk, cell.segment))
        self._list_pieces(column, pieces, lists)
        if cell is not None and cell.level is not Level.OFF:
            self._list_ideas(column, ideas, day, lists)
        column.addStretch(1)

    def _list_pieces(self, column: QVBoxLayout, pieces: Sequence[Entry], lists: Lists) -> None:
        column.addLayout(heading(_("Planned in this period"), str(len(pieces))))
        if not pieces:
            column.addWidget(told(_("No piece yet.")))
        for piece in pieces[:SHOWN]:
            column.addWidget(self._piece_card(piece, lists))
        rest(column, len(pieces))

    def _list_ideas(self, column: QVBoxLayout, ideas: Sequence[Candidate], day: date | None, lists: Lists) -> None:
        column.addLayout(heading(_("Ideas that would fill it"), str(len(ideas))))
        if not ideas:
            column.addWidget(told(_("No idea fits this cell yet. Write one down with the button New piece.")))
        for candidate in ideas[:SHOWN]:
            column.addWidget(self._idea_card(candidate, day, lists))
        rest(column, len(ideas))

    def _gap_card(self, gap: CoverageCell, comparison: Comparison | None) -> QWidget:
        reason = gap_reason(gap)
        if comparison is not None and gap.key in comparison.cells:
            reason = f"{reason} · {was_words(comparison.cells[gap.key])}"
        chip = QPushButton(f"{float(gap.severity):.1f}")
        chip.setObjectName("chip")
        chip.setProperty("level", "bad" if gap.level is Level.EMPTY else "warning")
        chip.setAccessibleName(_("{gap}, severity {n}").format(gap=cell_name(gap), n=chip.text()))
        chip.setToolTip(_("Show what would fill it"))
        chip.clicked.connect(lambda: self.gap_chosen.emit(gap.key))
        return card(cell_name(gap), reason, chip, lambda: self.gap_chosen.emit(gap.key))

    def _piece_card(self, piece: Entry, lists: Lists) -> QWidget:
        status = lists.statuses[piece.status_id].name
        day = spoken_day(piece.day) if piece.day else _("no day")
        return self._open_card(f"{MARKS[piece.kind]} {piece.title}", f"{day} · {status}", piece.id, piece.title)

    def _open_card(self, name: str, line: str, piece: int, title: str) -> QWidget:
        open_ = QPushButton(_("Open"))
        open_.setAccessibleName(_("Open {title}").format(title=title))
        open_.clicked.connect(lambda: self._desk.piece_opened.emit(piece))
        return card(name, line, open_, lambda: self._desk.piece_selected.emit(piece))

    def _idea_card(self, candidate: Candidate, day: date | None, lists: Lists) -> QWidget:
        idea = candidate.idea
        missing = candidate.filling.tags
        tags = ngettext("sets {n} tag", "sets {n} tags", missing).format(n=missing) if missing else _("fits as it is")
        interest = lists.interests[idea.interest_id].name if idea.interest_id else _("no interest")
        made = card(f"{MARKS[idea.kind]} {idea.title}", f"{interest} · {tags}", None, None)
        made.lift = lambda: lift(self, [idea.id], idea.title, self._desk.theme.tokens)
        made.setCursor(Qt.CursorShape.OpenHandCursor)
        row = QHBoxLayout()
        if day is not None:
            plan = QPushButton(_("Plan it: {day}").format(day=short_day(day)))
            plan.setObjectName("primary")
            plan.setAccessibleName(_("Plan {title} on {day}").format(title=idea.title, day=spoken_day(day)))
            plan.clicked.connect(lambda: self.plan_wanted.emit(idea.id, day))
            row.addWidget(plan)
        if missing:
            tag = QPushButton(_("Tag it"))
            tag.setToolTip(_("Sets the tags that it lacks for this cell, and no day"))
            tag.setAccessibleName(_("Tag {title} for this cell").format(title=idea.title))
            tag.clicked.connect(lambda: self.tag_wanted.emit(idea.id))
            row.addWidget(tag)
        open_ = QPushButton(_("Open"))
        open_.setAccessibleName(_("Open {title}").format(title=idea.title))
        open_.clicked.connect(lambda: self._desk.piece_opened.emit(idea.id))
        row.addWidget(open_)
        row.addStretch(1)
        layout = made.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addLayout(row)
        return made
