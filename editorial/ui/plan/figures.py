"""The figures of a plan's period side by side: before and after, for mix, coverage and rotation."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from editorial.domain.plan_effect import Figures, PlanEffect
from editorial.domain.spoken import percent
from editorial.domain.vocabulary import Level
from editorial.language import _


class FigureRow(NamedTuple):
    """A figure without and with the plan, and what is written beside."""

    name: str
    before: str
    after: str
    note: str = ""


class FiguresTable(QWidget):
    """Three columns of words."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._cells: list[list[QLabel]] = []
        self._put(0, [_("Figure"), _("Before"), _("After")], "small")

    def show_effect(self, effect: PlanEffect) -> None:
        """Write the figures."""
        for number, row in enumerate(figure_rows(effect), 1):
            self._put(number, [row.name, row.before, row.after], "")
            said = _("{name}: {before} before, {after} after").format(**row._asdict())
            self._cells[number][2].setAccessibleName(said)
            for label in self._cells[number]:
                label.setToolTip(row.note)

    def words(self) -> list[list[str]]:
        """Return what is written, row by row."""
        return [[label.text() for label in row] for row in self._cells]

    def _put(self, number: int, texts: list[str], look: str) -> None:
        if number == len(self._cells):
            self._cells.append([self._label(number, column, look) for column in range(3)])
        for label, text in zip(self._cells[number], texts, strict=True):
            label.setText(text)

    def _label(self, row: int, column: int, look: str) -> QLabel:
        label = QLabel()
        label.setObjectName(look or ("muted" if column == 0 else "strong" if column == 2 else ""))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(column == 0)
        side = Qt.AlignmentFlag.AlignLeading if column == 0 else Qt.AlignmentFlag.AlignTrailing
        # The label fills its cell: one that is only aligned in it would not be as high as its wrapped words.
        label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label, row, column)
        return label


def figure_rows(effect: PlanEffect) -> list[FigureRow]:
    """Return what changes and what it is measured by."""
    return list(_rows(effect.before, effect.after))


def _rows(before: Figures, after: Figures) -> Iterator[FigureRow]:
    yield FigureRow(_("Aspirational"), _share(before), _share(after), _target(after))
    for level, name in (
        (Level.EMPTY, _("Empty cells")),
        (Level.THIN, _("Thin cells")),
        (Level.HEAVY, _("Heavy cells")),
    ):
        yield FigureRow(name, str(before.coverage.count(level)), str(after.coverage.count(level)))
    repeats = len(before.rotation.repeats), len(after.rotation.repeats)
    yield FigureRow(_("Repeats"), str(repeats[0]), str(repeats[1]), _("Neighbours on one interest for one segment"))
    yield FigureRow(_("Interests overdue"), _overdue(before), _overdue(after))
    yield FigureRow(_("Furthest behind"), _behind(before), _behind(after), _behind_tip(after))


def _share(figures: Figures) -> str:
    mix = figures.mix
    if mix.share is None:
        return "–"
    # A sign besides the number: whether the mix is within tolerance.
    return f"{percent(mix.share)} {'✓' if mix.balanced else '✗'}"


def _target(figures: Figures) -> str:
    mix = figures.mix
    return _("The target is {target} ± {tolerance}").format(
        target=percent(mix.target), tolerance=percent(mix.tolerance)
    )


def _overdue(figures: Figures) -> str:
    return str(sum(turn.overdue for turn in figures.rotation.interests))


def _behind(figures: Figures) -> str:
    most = max((turn.deficit for turn in figures.rotation.interests), default=None)
    return "–" if most is None else f"{float(most):.1f}"


def _behind_tip(figures: Figures) -> str:
    turns = figures.rotation.interests
    if not turns:
        return ""
    name = max(turns, key=lambda turn: turn.deficit).interest.name
    return _("Pieces that an interest lacks to its fair share; with the plan it is {interest}").format(interest=name)
