"""The headings of the matrix: a name that carries weight, and a quiet line below it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from editorial.ui.coverage.faces import Head
from editorial.ui.overriding import override
from editorial.ui.style import SMALL
from editorial.ui.theme import Theme

PAD, EDGE = 8, 2
"""What stays free at the left and the right of a heading (px)."""


class Heads(QHeaderView):
    """Paints the `Head`s of one side; the model's texts still speak to screen readers."""

    def __init__(self, orientation: Qt.Orientation, theme: Theme, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        self.heads: tuple[Head, ...] = ()
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if logicalIndex >= len(self.heads):
            return
        head = self.heads[logicalIndex]
        tokens = self._theme.tokens
        strong, small = QFont(self.font()), QFont(self.font())
        strong.setPointSizeF(self._points())
        strong.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(self._points() * SMALL)
        room = rect.adjusted(PAD, 2, -EDGE, -2)
        if self._tight():
            room = rect.adjusted(PAD // 2, 2, 0, -2)
            strong.setPointSizeF(self._points() * SMALL)
        name = self._lines(head, QFontMetrics(strong), room)
        high, low = QFontMetrics(strong).height(), QFontMetrics(small).height()
        room_below = (room.height() - len(name) * high) // low
        below = _below(head)[: max(0, room_below)]
        top = room.center().y() - (len(name) * high + len(below) * low) // 2
        painter.save()
        painter.setFont(strong)
        painter.setPen(QColor(tokens.text))
        for line in name:
            painter.drawText(QRect(room.left(), top, room.width(), high), 0, line)
            top += high
        painter.setFont(small)
        for n, (tone, line) in enumerate(below):
            painter.setPen(QColor(getattr(tokens, tone)))
            said = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room.width())
            if n or not head.line:
                said = _whole_words(line, painter.fontMetrics(), room.width())
            painter.drawText(QRect(room.left(), top, room.width(), low), 0, said)
            top += low
        painter.restore()

    def tall(self) -> int:
        """Return the height (px) in which headings across show everything they say."""
        most = max((len(_below(head)) for head in self.heads), default=0)
        name, low = self._metrics(1.0).height(), self._metrics(SMALL).height()
        return max(int(self.fontMetrics().height() * 2.2), name + (name if self._broken() else 0) + low * most + 8)

    def _broken(self) -> bool:
        """Tell whether a name across takes two lines."""
        return any(self.room_for(head) > self.sectionSize(n) for n, head in enumerate(self.heads[: self.count()]))

    def _points(self) -> float:
        parent = self.parentWidget()
        return parent.font().pointSizeF() if parent is not None else self.font().pointSizeF()

    def room_for(self, head: Head) -> int:
        """Return the width (px) in which a heading stands in one line, at its full size."""
        return self._metrics(1.0).horizontalAdvance(_whole(head)) + PAD + EDGE + 1

    def least_for(self, head: Head) -> int:
        """Return the width (px) in which every word of a heading stands whole, small and in two lines."""
        return max(map(self._metrics(SMALL).horizontalAdvance, head.name.split(" "))) + PAD // 2 + 1

    def _metrics(self, factor: float) -> QFontMetrics:
        font = QFont(self.font())
        font.setPointSizeF(self._points() * factor)
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font)

    def _tight(self) -> bool:
        """Tell whether a heading across is wider than its column: then all of them are small, one like the other."""
        across = self.orientation() == Qt.Orientation.Horizontal
        return across and self._broken()

    def _marks_above(self, metrics: QFontMetrics) -> bool:
        """Tell whether a mark would stand alone above its word: then each one does, and the names stay level."""
        if not self._tight():
            return False
        shown = [(head, self.sectionSize(n)) for n, head in enumerate(self.heads[: self.count()]) if head.mark]
        return any(
            metrics.horizontalAdvance(f"{head.mark} {head.name.split(' ')[0]}") >= wide - PAD // 2
            for head, wide in shown
        )

    def _lines(self, head: Head, metrics: QFontMetrics, room: QRect) -> list[str]:
        """Return the name in one line, or broken at a space into two where there is height for it."""
        elide = Qt.TextElideMode.ElideRight
        above = head.mark and self._marks_above(metrics)
        if above and " " not in head.name:
            return [head.mark, metrics.elidedText(head.name, elide, room.width())]
        # A name that needs both lines for itself goes without its mark.
        name = head.name if above else _whole(head)
        if metrics.horizontalAdvance(name) < room.width() or room.height() < metrics.height() * 2 or " " not in name:
            return [metrics.elidedText(name, elide, room.width())]
        words = name.split(" ")
        first = words.pop(0)
        while words and metrics.horizontalAdvance(f"{first} {words[0]}") < room.width():
            first = f"{first} {words.pop(0)}"
        second = metrics.elidedText(" ".join(words), elide, room.width())
        return [metrics.elidedText(first, elide, room.width()), *([second] if second else [])]


def _below(head: Head) -> list[tuple[str, str]]:
    """Return the quiet lines below a name: a tone and a text each."""
    return [*([("muted", head.line)] if head.line else []), *head.more]


def _whole_words(line: str, metrics: QFontMetrics, wide: int) -> str:
    """Return as many words of a line as fit, the last of two shortened; all of it stands in the tool tip."""
    while metrics.horizontalAdvance(line) > wide and line.count(" ") > 1:
        line = line.rpartition(" ")[0]
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, wide)


def _whole(head: Head) -> str:
    return f"{head.mark} {head.name}" if head.mark else head.name
