"""The gauge of the mix: a bar of the two kinds with a gap between them and a tick at the target."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from editorial.ui.overriding import override
from editorial.ui.theme import Theme

GAP = 3
"""Between the two kinds, px: they differ little in lightness."""


class Meter(QWidget):
    """Shows a share from 0 to 1, an empty track where only the target is known, and nothing before; takes no clicks."""

    def __init__(self, theme: Theme, width_in_letters: int = 30) -> None:
        super().__init__()
        self._theme = theme
        self._letters = width_in_letters
        self._share: float | None = None
        self._target: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_share(self, share: float | None, target: float | None = None) -> None:
        """Show a share of the aspirational kind, and where it should be."""
        self._share, self._target = share, target
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * self._letters, max(14, self.fontMetrics().height() - 2))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 10, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._share is None and self._target is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.height() * 0.6
        track = QRectF(0, (self.height() - height) / 2, self.width(), height)
        rounded = QPainterPath()
        rounded.addRoundedRect(track, height / 2, height / 2)
        painter.setClipPath(rounded)
        self._paint_kinds(painter, track)
        painter.setClipping(False)
        if self._target is not None:
            painter.fillRect(
                QRectF(self._place(self._target) - 1, 0, 2, self.height()), QColor(self._theme.tokens.text)
            )

    def _paint_kinds(self, painter: QPainter, track: QRectF) -> None:
        tokens = self._theme.tokens
        if self._share is None:
            painter.fillRect(track, QColor(tokens.line))
            return
        at = self._place(self._share)
        first, second = QRectF(track), QRectF(track)
        both = 0 < self._share < 1
        first.setRight(at - (GAP / 2 if both else 0))
        second.setLeft(at + (GAP / 2 if both else 0))
        kinds = [(first, tokens.aspirational), (second, tokens.practical)]
        if self.isRightToLeft():
            kinds = [(first, tokens.practical), (second, tokens.aspirational)]
        for part, colour in kinds:
            painter.fillRect(part, QColor(colour))

    def _place(self, share: float) -> float:
        mirrored = self.isRightToLeft()
        return self.width() * (1 - share if mirrored else share)
