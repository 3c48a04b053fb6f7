"""The coverage place: which cells of the plan are filled, which are not, and what would fill them."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editorial.domain.comparison import Comparison
from editorial.domain.coverage import Coverage
from editorial.domain.coverage_words import cell_name, drop_words
from editorial.domain.ideas import Candidate
from editorial.domain.period import Period, quarter_of, shifted_period
from editorial.domain.spoken import level_word
from editorial.domain.vocabulary import Level
from editorial.language import _, ngettext
from editorial.services import coverage as service
from editorial.services import lists as list_service
from editorial.services import planning
from editorial.services.pieces import read_entries
from editorial.ui.commands import Command
from editorial.ui.coverage.beside import Beside
from editorial.ui.coverage.besides import Besides, read_besides
from editorial.ui.coverage.controls import Controls, compare_menu, length_menu
from editorial.ui.coverage.grid import coverage_grid, format_grid
from editorial.ui.coverage.looking import Looking
from editorial.ui.coverage.matrix import Matrix
from editorial.ui.coverage.since_line import SinceLine
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.pack.opening import open_pack
from editorial.ui.period_place import PeriodPlace

Key = tuple[int | None, int | None]


class CoveragePlace(PeriodPlace):
    """Segment × stage (or format × stage) of a period, with its gaps beside it."""

    kinds = frozenset("piece segment stage status format workspace day_note interview person stage_agreement".split())

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Period before"), _("Next period"))
        self.compared: Period | None = None
        self.coverage: Coverage | None = None
        self._comparison: Comparison | None = None
        self.besides = Besides()
        self.looking = Looking(desk)
        self.since_line = SinceLine()
        self.matrix = Matrix(desk.theme)
        self.beside = Beside(desk)
        self.panel = self.beside.cards
        self._buttons()
        self._set_length(self.period, _("Quarter"))
        self._arrange()
        self._connect()

    @override
    def title(self) -> str:
        return _("Coverage · {period}").format(period=self.period.name)

    @override
    def controls(self) -> list[QWidget]:
        return [self.turning, *self._made.widgets()]

    @override
    def side(self) -> QWidget | None:
        return self.beside

    @override
    def status(self) -> str:
        if self.coverage is None:
            return self.period.name
        n = self.coverage.totals.pieces
        return ngettext("{period} · {n} piece", "{period} · {n} pieces", n).format(period=self.period.name, n=n)

    @override
    def arrive(self, **wanted: Any) -> None:
        super().arrive(**wanted)
        if "segment_id" in wanted and "stage_id" in wanted:
            self._rows.choose("segments")
            self.matrix.choose((wanted["segment_id"], wanted["stage_id"]))
            self._show_cell(self.matrix.chosen)

    @override
    def commands(self) -> list[Command]:
        return [
            Command("present", _("Present the coverage"), self.present, "F5", "presentation", self._why_not_present),
            Command("likely", _("Coverage: planned or likely"), self._likely.toggle, "", "grid-3x3"),
            Command("mark-seen", _("Coverage: mark as seen"), self.mark_seen, "", "check"),
        ]

    @override
    def leave(self) -> None:
        self.looking.leave()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # The window itself may be out of sight for a while.
            self.looking.leave()
            self._stale = True

    def mark_seen(self) -> None:
        """Let what is shown be the last look."""
        self.looking.mark_seen()
        self.reload()

    def present(self) -> None:
        """Show the period on the whole screen, for a room."""
        from editorial.ui.coverage.presentation.opening import present

        if reason := self._why_not_present():
            self.desk.say(reason)
            return
        present(self.desk, self.window(), self.period)

    def _why_not_present(self) -> str | None:
        if self.coverage is None:
            return _("No workspace is open yet.")
        return None if self.coverage.cells else _("There is nothing to present yet: add a segment first.")

    def choose_rows(self, word: str) -> None:
        """Show `segments` or `formats` against stages."""
        self._rows.choose(word)

    @override
    def reload(self) -> None:
        """Ask again and show what came; the chosen cell stays chosen."""
        self._stale = False
        lists = self.desk.lists
        on = self._looked_at()
        today = self.desk.today
        self.coverage = self.desk.ask(lambda w: service.coverage(w, self.period, on=on, today=today, lists=lists))
        other = self.compared
        self._comparison = (
            self.desk.ask(lambda w: service.comparison(w, self.period, other, lists=lists)) if other else None
        )
        if self.coverage is None:
            return
        found = self.desk.ask(lambda w: read_besides(w, self.period, lists, today)) or Besides()
        since = self.looking.look(self.coverage)
        self.besides = replace(found, likely=self._likely.isChecked(), since=since)
        self.since_line.show_since(since if self._rows.chosen == "segments" else None, today)
        if self._rows.chosen == "formats":
            formats = self.desk.ask(lambda w: service.format_coverage(w, self.period, lists=lists))
            if formats is not None:
                self.matrix.show_grid(format_grid(formats))
        else:
            self.matrix.show_grid(coverage_grid(self.coverage, lists.targets, self._comparison, self.besides))
        self._show_chosen()
        self._legend.setText(self._legend_words())
        self.retitled.emit()

    def _looked_at(self) -> date | None:
        if not self._on.isChecked():
            return None
        day = self._day.date()
        return date(day.year(), day.month(), day.day())

    def _buttons(self) -> None:
        made = self._made = Controls(self.period)
        self._length, self._rows, self._compare = made.length, made.rows, made.compare
        self._likely, self._on, self._day = made.likely, made.on, made.day
        QShortcut(QKeySequence("F5"), self).activated.connect(self.present)

    def _arrange(self) -> None:
        self._legend = QLabel()
        self._legend.setObjectName("small")
        self._legend.setTextFormat(Qt.TextFormat.PlainText)
        self._hint = QLabel(_hint())
        self._hint.setObjectName("small")
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        top = QHBoxLayout()
        top.addWidget(self._legend)
        top.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.since_line)
        column.addWidget(self.matrix, 1)

    def _connect(self) -> None:
        self._length.clicked.connect(self._length_menu)
        self._compare.clicked.connect(self._compare_menu)
        self._rows.changed.connect(self._rows_changed)
        self._made.pack.clicked.connect(lambda: open_pack(self.desk, self.window(), self.period))
        self._made.present.clicked.connect(self.present)
        self._likely.toggled.connect(self.reload)
        self.since_line.list_wanted.connect(self._show_since)
        self.since_line.seen.connect(self.mark_seen)
        self._on.toggled.connect(self._on_toggled)
        self._day.dateChanged.connect(self.reload)
        self.matrix.cell_chosen.connect(lambda _key: self._show_chosen())
        self.matrix.clicked.connect(self._clicked)
        self.matrix.cells.target_edited.connect(self._set_target)
        self.matrix.dropped.connect(self._dropped)
        self.matrix.held.connect(self._held)
        self.panel.gap_chosen.connect(self._choose)
        self.panel.back_wanted.connect(self._leave_cell)
        self.panel.plan_wanted.connect(self._plan)
        self.panel.tag_wanted.connect(self._tag)

    @override
    def _opened(self) -> None:
        self._name_compared(None)
        super()._opened()

    @override
    def _show_quarter(self, day: date) -> None:
        quarter = quarter_of(day, self.desk.lists.settings)
        if quarter != self.period:
            self._set_length(quarter, _("Quarter"))

    @override
    def _turn(self, steps: int) -> None:
        if self.compared is not None:
            self._name_compared(shifted_period(self.compared, steps, self.desk.lists.settings))
        super()._turn(steps)

    def _length_menu(self) -> None:
        menu = length_menu(self, self.desk.lists.settings, self.desk.day, self._set_length)
        menu.popup(self._length.mapToGlobal(self._length.rect().bottomLeft()))

    def _set_length(self, period: Period, label: str) -> None:
        self._length.setText(f"{label} ▾")
        self._name_compared(None)
        self.show_period(period)

    def _compare_menu(self) -> None:
        menu = compare_menu(self, self.desk.lists.settings, self.period, self._compare_with)
        menu.popup(self._compare.mapToGlobal(self._compare.rect().bottomLeft()))

    def _compare_with(self, other: Period | None) -> None:
        self._name_compared(other)
        if other is not None and self._on.isChecked():
            self._on.setChecked(False)  # The cells have one line for either.
            return
        self.reload()

    def _name_compared(self, other: Period | None) -> None:
        self.compared = other
        self._compare.setText(_("With {period} ▾").format(period=other.name) if other else _("Compare ▾"))

    def _rows_changed(self) -> None:
        for widget in (self._hint, self._likely, self._on, self._day, self._compare):
            widget.setEnabled(self._rows.chosen == "segments")
        self._hint.setVisible(self._rows.chosen == "segments")
        self.reload()
        self._leave_cell()

    def _on_toggled(self, on: bool) -> None:
        self._day.setVisible(on)
        if on:
            self._name_compared(None)
        self.reload()

    def _legend_words(self) -> str:
        if self.coverage is None or self._rows.chosen == "formats":
            return _("Pieces planned")
        listed = (Level.EMPTY, Level.THIN, Level.MET, Level.HEAVY, Level.OFF)
        likely = self._likely.isChecked()
        return "   ".join(f"{self.coverage.count(level, likely=likely)} {level_word(level)}" for level in listed)

    def _choose(self, key: Key) -> None:
        self._rows.choose("segments")
        self.matrix.choose(key)
        self._show_cell(key)

    def _leave_cell(self) -> None:
        self.matrix.setCurrentIndex(self.matrix.cells.index(-1, -1))
        self._show_cell(None)

    def _show_since(self) -> None:
        if self.besides.since is not None:
            self._leave_cell()
            self.panel.show_since(self.besides.since, self.desk.today)
            self.beside.show_cards()

    def _show_chosen(self) -> None:
        """Show what the framed cell holds: its pieces, or the exclusives of its stage."""
        face = self.matrix.chosen_face
        stage = self.desk.lists.stages.get(face.stage) if face is not None and face.stage is not None else None
        if stage is not None:
            self.panel.show_exclusives(stage, self.besides.exclusives.get(stage.id, ()))
        else:
            self._show_cell(self.matrix.chosen)

    def _show_cell(self, key: Key | None) -> None:
        """Show what stands in a cell; the gaps for one that lists nothing, where the keyboard may well stand."""
        if self.coverage is None:
            return
        if key is None:
            self.panel.show_gaps(self.coverage, self._comparison)
        elif self._rows.chosen == "formats":
            self._show_format(*key)
        else:
            self._show_segment(self.coverage, *key)

    def _show_format(self, made_as: int | None, stage: int | None) -> None:
        lists = self.desk.lists
        pieces = self.desk.ask(lambda w: service.format_cell(w, made_as, stage, self.period)) or []
        row = _("Untagged") if made_as is None else lists.formats[made_as].name
        column = _("Untagged") if stage is None else lists.stages[stage].name
        name = _("{name} × {stage}").format(name=row, stage=column)
        self.panel.show_cell(name, None, pieces, [], None, lists)

    def _show_segment(self, coverage: Coverage, segment: int | None, stage: int | None) -> None:
        pieces = self.desk.ask(lambda w: service.cell(w, segment, stage, self.period)) or []
        cell = coverage.cells.get((segment, stage)) if segment is not None and stage is not None else None
        ideas: list[Candidate] = []
        day: date | None = None
        if cell is not None:
            today = self.desk.today
            ideas = self.desk.ask(lambda w: planning.ideas_for(w, *cell.key, today=today)) or []
            day = self.desk.ask(lambda w: planning.suggested_day(w, self.period, self.desk.today))
        name = cell_name(cell) if cell else self._untagged_name(segment, stage)
        self.panel.show_cell(name, cell, pieces, ideas, day, self.desk.lists)

    def _untagged_name(self, segment: int | None, stage: int | None) -> str:
        lists = self.desk.lists
        if segment is not None:
            return _("{segment}, without a stage").format(segment=lists.segments[segment].name)
        if stage is not None:
            return _("{stage}, without a segment").format(stage=lists.stages[stage].name)
        return _("Without segment and stage")

    def _set_target(self, key: tuple[int, int], target: int) -> None:
        self.desk.ask(lambda w: list_service.set_target(w, *key, target))

    def _clicked(self) -> None:
        self._show_chosen()
        self.beside.show_cards()

    def _held(self, ids: tuple[int, ...], key: tuple[int, int] | None) -> None:
        """Say what dropping the pieces on the cell would do to their tags."""
        if key is None or self.coverage is None:
            self._hint.setText(_hint())
            return
        entries = self.desk.ask(lambda w: read_entries(w, ids)) or []
        self._hint.setText(drop_words(entries, self.coverage.cells[key]))

    def _dropped(self, ids: tuple[int, ...], key: tuple[int, int]) -> None:
        segment, stage = key
        self.desk.ask(lambda w: planning.fill_tags(w, ids, segment, stage))
        self._choose(key)

    def _tag(self, idea: int) -> None:
        segment, stage = self.matrix.chosen or (None, None)
        if segment is not None and stage is not None:
            self._dropped((idea,), (segment, stage))

    def _plan(self, idea: int, day: date) -> None:
        segment, stage = self.matrix.chosen or (None, None)
        if segment is not None and stage is not None:
            self.desk.ask(lambda w: planning.plan_into(w, idea, segment, stage, day))


def _hint() -> str:
    return _("Click a cell to see its pieces, type a number to set its target, drop an idea to tag it for the cell")
