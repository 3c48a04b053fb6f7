"""The gauge of the mix with its caption, as one button."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout

from editorial.language import _
from editorial.ui.early import STRONG_FOCUS
from editorial.ui.elide import ElidedLabel
from editorial.ui.meter import Meter
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

if TYPE_CHECKING:
    from editorial.domain.mix import Mix
    from editorial.domain.period import Period


class MixButton(QAbstractButton):
    """Shows the mix of a period; a press opens it in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("focusPolicy", STRONG_FOCUS)
        self.caption = ElidedLabel("small")
        self._meter = Meter(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 2, 4, 2)
        self._column.setSpacing(3)
        self._column.addWidget(self.caption)
        self._column.addWidget(self._meter)

    def show_mix(self, mix: "Mix", period: "Period") -> None:
        """Show the mix of a period."""
        from editorial.domain.mix_words import mix_sentence
        from editorial.domain.spoken import percent, rest_percent

        self._meter.show_share(None if mix.share is None else float(mix.share), float(mix.target))
        if mix.share is None:
            self._say(_("Mix {period} · no piece with a kind yet").format(period=period.name), mix_sentence(mix))
            return
        said = _("Mix {period} · aspirational {a} / practical {p}")
        self._say(said.format(period=period.name, a=percent(mix.share), p=rest_percent(mix.share)), mix_sentence(mix))

    def show_nothing(self) -> None:
        """Show that the figures are not there yet."""
        self._meter.show_share(None)
        self._say(_("Mix"), "")

    def _say(self, caption: str, sentence: str) -> None:
        self.caption.setText(caption)
        self.setAccessibleName(caption)
        self.setAccessibleDescription(sentence)
        self.setToolTip(sentence)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSize()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or self.underMouse():
            tokens = self._theme.tokens
            painter = QPainter(self)
            painter.setPen(QColor(tokens.accent if self.hasFocus() else tokens.line))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 5, 5)
