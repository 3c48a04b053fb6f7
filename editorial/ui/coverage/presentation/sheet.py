"""One screen of a presentation, laid out: texts that fit their boxes, grounds, and what a click leads to."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen

from editorial.ui.coverage.presentation.walk import Where
from editorial.ui.tokens import Tokens

LEFT, RIGHT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
LEAST = 0.62
"""How far a text shrinks before it is shortened."""
STEP = 0.94


@dataclass(frozen=True, slots=True)
class Text:
    box: QRect
    text: str
    font: QFont
    ink: str
    flags: int


@dataclass(frozen=True, slots=True)
class Ground:
    box: QRect
    colour: str
    edge: str = ""
    hatched: str = ""


class Sheet:
    """What is painted; `told` is the same for a screen reader."""

    def __init__(self, font: QFont, tokens: Tokens, unit: float) -> None:
        self.font, self.tokens, self.unit = font, tokens, unit
        self.grounds: list[Ground] = []
        self.texts: list[Text] = []
        self.hits: list[tuple[QRect, Where]] = []
        self.told: list[str] = []
        self.title = ""

    def write(
        self,
        box: QRect,
        text: str,
        size: float = 1.0,
        *,
        ink: str = "text",
        bold: bool = False,
        align: Qt.AlignmentFlag = LEFT,
        top: bool = True,
    ) -> int:
        """Write a text into a box, `size` units high or as small as it takes, and return its height (px)."""
        if not text or box.height() <= 0 or box.width() <= 0:
            return 0
        flags = align | (Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter) | Qt.TextFlag.TextWordWrap
        font, shown, high = fitted(text, box, _sized(self.font, size * self.unit, bold=bold), int(flags))
        self.texts.append(Text(box, shown, font, getattr(self.tokens, ink), int(flags)))
        self.told.append(text)
        return high

    def lines(self, size: float) -> int:
        """Return the height (px) of a line of a size."""
        return QFontMetrics(_sized(self.font, size * self.unit, bold=True)).lineSpacing()

    def width(self, text: str, size: float, *, bold: bool = False) -> int:
        return QFontMetrics(_sized(self.font, size * self.unit, bold=bold)).horizontalAdvance(text)

    def height(self, text: str, size: float, wide: int, *, bold: bool = False) -> int:
        """Return the height (px) of a text in lines so wide."""
        metrics = QFontMetrics(_sized(self.font, size * self.unit, bold=bold))
        return metrics.boundingRect(QRect(0, 0, wide, 10_000), int(LEFT | Qt.TextFlag.TextWordWrap), text).height()

    def ground(self, box: QRect, colour: str, *, edge: str = "", hatched: str = "") -> None:
        self.grounds.append(Ground(box, colour, edge, hatched))

    def hit(self, box: QRect, where: Where) -> None:
        """Let a click on a box lead somewhere."""
        self.hits.append((box, where))

    def at(self, point: QPoint) -> Where | None:
        return next((where for box, where in reversed(self.hits) if box.contains(point)), None)

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = self.unit * 0.3
        for ground in self.grounds:
            box = QRectF(ground.box)
            painter.setPen(QPen(QColor(ground.edge), self.unit * 0.14) if ground.edge else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground.colour))
            painter.drawRoundedRect(box, corner, corner)
            if ground.hatched:
                painter.setBrush(QBrush(QColor(ground.hatched), Qt.BrushStyle.BDiagPattern))
                painter.drawRoundedRect(box, corner, corner)
        for text in self.texts:
            painter.setFont(text.font)
            painter.setPen(QColor(text.ink))
            painter.drawText(text.box, text.flags, text.text)


def fitted(text: str, box: QRect, font: QFont, flags: int) -> tuple[QFont, str, int]:
    """Return the largest font in which a text fits its box, the text (shortened where none does), and its height."""
    least = font.pixelSize() * LEAST
    while True:
        found = QFontMetrics(font).boundingRect(box, flags, text)
        if found.height() <= box.height() and found.width() <= box.width():
            return font, text, found.height()
        smaller = int(font.pixelSize() * STEP)
        if smaller < least:
            return font, *_shortened(text, box, font, flags)
        font = QFont(font)
        font.setPixelSize(smaller)


def _shortened(text: str, box: QRect, font: QFont, flags: int) -> tuple[str, int]:
    """Return as much of a text as fits with an ellipsis."""
    metrics = QFontMetrics(font)
    if box.height() < 2 * metrics.lineSpacing() or " " not in text.strip():
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width()), metrics.height()
    few, many = 0, len(text)
    while few < many:
        middle = (few + many + 1) // 2
        found = metrics.boundingRect(box, flags, text[:middle].rstrip() + "…")
        fits = found.height() <= box.height() and found.width() <= box.width()
        few, many = (middle, many) if fits else (few, middle - 1)
    return text[:few].rstrip() + "…", metrics.boundingRect(box, flags, text[:few] + "…").height()


def _sized(font: QFont, pixels: float, *, bold: bool) -> QFont:
    made = QFont(font)
    made.setPixelSize(max(9, round(pixels)))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made
