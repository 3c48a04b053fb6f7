"""The legend: what the colours mean, always in sight below the calendar."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from editorial.language import _
from editorial.ui.calendar.colours import Colours, Swatch
from editorial.ui.calendar.sheet import attribute_name
from editorial.ui.flow import Flow

LONGEST = 28


class LegendBar(QWidget):
    """One entry a value: a swatch with its sign, and its name; it takes as many lines as it needs."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("legend")
        self.setAccessibleName(_("Legend"))
        self._flow = Flow(self, gap=14, line_gap=2)
        self._flow.setContentsMargins(12, 4, 12, 4)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._shown: tuple[object, ...] = ()

    def show_colours(self, colours: Colours) -> None:
        """Explain these colours; those that are explained already keep their place."""
        wanted = (colours.by, *((item.label, colours.swatch(item.value)) for item in colours.items), self.font())
        if wanted == self._shown:
            return
        self._shown = wanted
        while (gone := self._flow.takeAt(0)) is not None:
            if (widget := gone.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        head = QLabel(_("Colour: {attribute}").format(attribute=attribute_name(colours.by)))
        head.setObjectName("small")
        self._flow.addWidget(head)
        for item in colours.items:
            self._flow.addWidget(self._entry(colours.swatch(item.value), item.label))
        self.setAccessibleDescription(", ".join(item.label for item in colours.items))
        self.updateGeometry()

    def _entry(self, swatch: Swatch, label: str) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        picture = QLabel()
        picture.setPixmap(_swatch(self, swatch))
        name = QLabel(label if len(label) <= LONGEST else f"{label[: LONGEST - 1]}…")
        name.setObjectName("small")
        name.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(picture)
        row.addWidget(name)
        return entry


def _swatch(widget: QWidget, swatch: Swatch) -> QPixmap:
    """Draw a little tile: edge, ground and sign."""
    metrics, scale = widget.fontMetrics(), widget.devicePixelRatioF()
    size = QSize(metrics.horizontalAdvance(swatch.sign) + 12, metrics.height())
    picture = QPixmap(size * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(swatch.ground)
    painter = QPainter(picture)
    painter.setFont(widget.font())
    painter.fillRect(0, 0, 3, size.height(), swatch.edge)
    painter.setPen(QColor(swatch.edge))
    painter.drawText(7, metrics.ascent(), swatch.sign)
    painter.end()
    return picture
