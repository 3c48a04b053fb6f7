"""Ranked ideas as cards: place and score, a bar for each factor, and the reason in words."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem

from editorial.domain.ranking import RankedIdea, Ranking
from editorial.domain.ranking_words import factor_word
from editorial.domain.records import Entry
from editorial.domain.settings_rules import FACTORS
from editorial.language import _
from editorial.ui.calendar.colours import MARKS
from editorial.ui.calendar.texts import Texts
from editorial.ui.desk import Desk
from editorial.ui.ideas.cards import GAP, PAD, CardDelegate, IdeaModel, spoken_idea, tag_line
from editorial.ui.ideas.noted import NotedList, kind_colour
from editorial.ui.overriding import override

RANKED = Qt.ItemDataRole.UserRole + 2
BAR = 5
CELL_GAP = 14
ROW_GAP = 5
WIDE_LETTERS = 118
"""From so many letters on all factors stand in one row."""


def alone_words() -> str:
    """Return what is said of an idea that rests on its author alone."""
    return _("focus group of one")


class RankedModel(IdeaModel):
    """The ranked ideas; which place each has is its place in the whole ranking."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(desk, parent)
        self.ranked: list[tuple[int, RankedIdea]] = []
        self.coming: list[tuple[int, RankedIdea]] = []
        """What is shown next: rows and what they say change places at once."""
        self.weightless: frozenset[str] = frozenset()

    @override
    def show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.ranked, self.entries = self.coming, list(entries)
        self.endResetModel()

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place, idea = self.ranked[index.row()]
        if role == RANKED:
            return place, idea
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(place, idea)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{idea.entry.title}\n{idea.reason}"
        return super().data(index, role)

    def _spoken(self, place: int, idea: RankedIdea) -> str:
        parts = [
            _("Place {n}").format(n=place),
            spoken_idea(idea.entry, self._desk.lists),
            _("score {n:.1f}").format(n=idea.score),
            *(f"{factor_word(name)} {points:.1f}" for name, points in zip(FACTORS, idea.points, strict=True)),
        ]
        if idea.alone:
            parts.append(alone_words())
        return ", ".join([*parts, idea.reason])


class RankedDelegate(CardDelegate):
    """Paints a ranked idea; a factor's bar is as long as its value, its figure what it adds to the score."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(desk, parent)
        self.width = 600
        self._scores: Texts | None = None

    @override
    def forget(self) -> None:
        super().forget()
        self._scores = None

    @property
    def columns(self) -> int:
        """How many factors stand side by side."""
        lines = self._lines
        letter = lines.metrics.averageCharWidth() if lines is not None else 7
        return len(FACTORS) if self.width >= WIDE_LETTERS * letter else len(FACTORS) // 2

    @property
    def reason_lines(self) -> int:
        """How many lines there are for the reason."""
        return 1 if self.columns == len(FACTORS) else 2

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        titles, lines = self._texts(option)
        rows = len(FACTORS) // self.columns
        factors = rows * (lines.metrics.height() + BAR + ROW_GAP)
        height = titles.metrics.height() + (1 + self.reason_lines) * lines.metrics.height() + factors + 12
        return QSize(120, height + 2 * PAD + GAP)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        place, idea = index.data(RANKED)
        titles, lines = self._texts(option)
        tokens = self._desk.theme.tokens
        room: QRect = option.rect.adjusted(0, 0, -1, -GAP)
        self._ground(painter, option, room)
        painter.fillRect(
            QRect(room.left(), room.top() + 6, 3, room.height() - 12), QColor(kind_colour(idea.entry, tokens))
        )
        inner = room.adjusted(PAD + 4, PAD, -PAD, -PAD)
        left = self._score(painter, inner, place, idea)
        inner.setLeft(left)
        self._title(painter, inner, idea, titles, lines)
        top = inner.top() + titles.metrics.height() + lines.metrics.height() + 6
        top = self._factors(painter, QRect(left, top, inner.width(), 0), idea, index.model(), lines)
        painter.setFont(lines.font)
        painter.setPen(QColor(tokens.muted))
        painter.drawStaticText(left, top + 2, lines.lines(idea.reason, inner.width(), self.reason_lines)[0])

    def _score(self, painter: QPainter, inner: QRect, place: int, idea: RankedIdea) -> int:
        """Paint place and score; return where the rest begins."""
        tokens = self._desk.theme.tokens
        scores, lines = self._score_texts(), self._lines
        assert lines is not None
        width = scores.metrics.horizontalAdvance("100.0") + 4
        right = Qt.AlignmentFlag.AlignRight
        painter.setFont(scores.font)
        painter.setPen(QColor(tokens.text))
        painter.drawStaticText(inner.topLeft(), scores.line(f"{idea.score:.1f}", width, right))
        painter.setFont(lines.font)
        painter.setPen(QColor(tokens.muted))
        below = QPoint(inner.left(), inner.top() + scores.metrics.height() + 2)
        painter.drawStaticText(below, lines.line(_("no. {n}").format(n=place), width, right))
        return inner.left() + width + 14

    def _score_texts(self) -> Texts:
        if self._scores is None:
            assert self._titles is not None
            font = QFont(self._titles.font)
            font.setPointSizeF(font.pointSizeF() * 1.25)
            font.setWeight(QFont.Weight.DemiBold)
            self._scores = Texts(font)
        return self._scores

    def _title(self, painter: QPainter, inner: QRect, idea: RankedIdea, titles: Texts, lines: Texts) -> None:
        tokens, entry = self._desk.theme.tokens, idea.entry
        indent = titles.metrics.horizontalAdvance("✦ ") + 2
        painter.setFont(titles.font)
        painter.setPen(QColor(kind_colour(entry, tokens)))
        painter.drawStaticText(inner.topLeft(), titles.line(MARKS[entry.kind], indent))
        painter.setPen(QColor(tokens.text))
        painter.drawStaticText(inner.left() + indent, inner.top(), titles.line(entry.title, inner.width() - indent))
        top = inner.top() + titles.metrics.height() + 1
        painter.setFont(lines.font)
        width = inner.width()
        if idea.alone:
            said = alone_words()
            taken = lines.metrics.horizontalAdvance(said) + 2
            painter.setPen(QColor(tokens.warning))
            painter.drawStaticText(inner.right() - taken, top, lines.line(said, taken))
            width -= taken + CELL_GAP
        painter.setPen(QColor(tokens.muted))
        painter.drawStaticText(inner.left(), top, lines.line(tag_line(entry, self._desk.lists), width))

    def _factors(self, painter: QPainter, room: QRect, idea: RankedIdea, model: Any, lines: Texts) -> int:
        """Paint the factors from the top of the room on; return where they end."""
        columns, height = self.columns, lines.metrics.height() + BAR + ROW_GAP
        width = (room.width() - (columns - 1) * CELL_GAP) // columns
        painter.setFont(lines.font)
        for at, name in enumerate(FACTORS):
            left = room.left() + (at % columns) * (width + CELL_GAP)
            cell = QRect(left, room.top() + (at // columns) * height, width, height)
            self._factor(painter, cell, name, idea.idea.values[at], idea.points[at], lines, name in model.weightless)
        return room.top() + len(FACTORS) // columns * height

    def _factor(
        self, painter: QPainter, cell: QRect, name: str, value: float, points: float, lines: Texts, off: bool
    ) -> None:
        tokens = self._desk.theme.tokens
        figure = "–" if off else f"{points:.1f}"
        taken = lines.metrics.horizontalAdvance(figure) + 4
        painter.setPen(QColor(tokens.muted))
        painter.drawStaticText(cell.topLeft(), lines.line(factor_word(name), cell.width() - taken - 4))
        painter.setPen(QColor(tokens.text if points > 0 else tokens.muted))
        painter.drawStaticText(
            cell.left() + cell.width() - taken,
            cell.top(),
            lines.line(figure, taken, Qt.AlignmentFlag.AlignRight),
        )
        track = QRect(cell.left(), cell.top() + lines.metrics.height(), cell.width(), BAR)
        painter.fillRect(track, QColor(tokens.line))
        if value > 0:
            filled = QRect(track.left(), track.top(), max(2, round(track.width() * value)), BAR)
            painter.fillRect(filled, QColor(tokens.faint if off else tokens.accent))


class RankedList(NotedList):
    """The ranked ideas."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Ranked ideas"))
        self.use(RankedModel(desk, self), RankedDelegate(desk, self))

    def show_ranking(self, ranking: Ranking, only: Sequence[int] | None = None) -> None:
        """Show a ranking, or those of its ideas that a filter leaves; what was selected stays so."""
        model = self.ideas
        assert isinstance(model, RankedModel)
        kept = None if only is None else set(only)
        placed = [
            (place, idea) for place, idea in enumerate(ranking.ideas, start=1) if kept is None or idea.entry.id in kept
        ]
        model.weightless = frozenset(name for name, weight in ranking.weights.items() if weight == 0)
        model.coming = placed
        self.show_ideas([idea.entry for _place, idea in placed])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        delegate = self._cards
        assert isinstance(delegate, RankedDelegate)
        before, delegate.width = delegate.columns, self.viewport().width()
        if delegate.columns != before:
            self.scheduleDelayedItemsLayout()
