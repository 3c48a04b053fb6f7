"""Icons: one family of single-colour SVGs, tinted from the palette and sharp at every scale."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from editorial.locations import resources

SIZES = (16, 32)
"""At the usual scale, and at 200 %."""


@lru_cache(maxsize=256)
def icon(name: str, colour: str) -> QIcon:
    """Return the icon of that name in a colour. Raises FileNotFoundError for a name the family does not have."""
    renderer = _renderer(name, colour)
    made = QIcon()
    for size in SIZES:
        made.addPixmap(_pixmap(renderer, size))
    return made


def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawn = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawn.replace("currentColor", colour).encode()))


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
