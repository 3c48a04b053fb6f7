"""Beginning a drag: pieces leave their view with a small picture of what is dragged."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from editorial.language import ngettext
from editorial.ui.calendar.dragging import PieceDrag
from editorial.ui.tokens import LIGHT, Tokens

WIDEST = 260


def lift(source: QWidget, ids: Sequence[int], title: str = "", tokens: Tokens = LIGHT) -> bool:
    """Drag pieces from a widget until they are dropped; True where somebody took them."""
    if not ids:
        return False
    count = ngettext("{n} piece", "{n} pieces", len(ids)).format(n=len(ids))
    drag = QDrag(source)
    drag.setMimeData(PieceDrag(tuple(ids)).to_mime())
    drag.setPixmap(picture_of(source, title if title and len(ids) == 1 else count, tokens))
    drag.setHotSpot(QPoint(-8, -8))
    return drag.exec(Qt.DropAction.MoveAction) is not Qt.DropAction.IgnoreAction


def picture_of(source: QWidget, words: str, tokens: Tokens) -> QPixmap:
    """Return the small picture of what is dragged: its title, or how many they are."""
    metrics = source.fontMetrics()
    words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, WIDEST)
    size = metrics.boundingRect(words).size()
    scale = source.devicePixelRatioF()
    width, height = size.width() + 20, metrics.height() + 10
    picture = QPixmap(round(width * scale), round(height * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(QColor(tokens.selection))
    painter = QPainter(picture)
    painter.setFont(source.font())
    painter.setPen(QColor(tokens.accent))
    painter.drawRect(QRect(0, 0, width - 1, height - 1))
    painter.setPen(QColor(tokens.text))
    painter.drawText(QRect(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return picture
