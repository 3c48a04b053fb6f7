"""Colours to choose from: ten that people with any colour vision tell apart, none, or one of your own."""

import re
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from editorial.language import _
from editorial.ui.calendar.colours import contrast, mixed
from editorial.ui.desk import Desk
from editorial.ui.fields.tiny import tiny_button
from editorial.ui.flow import Flow
from editorial.ui.overriding import override
from editorial.ui.settings.declared import FormField
from editorial.ui.settings.editors import SettingEditor
from editorial.ui.tokens import LIGHT, Tokens

HEX = re.compile(r"#?([0-9a-fA-F]{6})")
VISIBLE = 3.0
"""The contrast that a mark needs against its ground (WCAG 2)."""
STEPS = 8
SIZE = 18
LINE_LETTERS = 13


def visible(colour: str, tokens: Tokens) -> QColor:
    """Return a colour people chose, moved away from the panel until it can be seen on it."""
    own, panel = QColor(colour), QColor(tokens.panel)
    towards = QColor("white" if tokens.dark else "black")
    tries = (mixed(own, towards, step / STEPS) for step in range(STEPS + 1))
    return next((tried for tried in tries if contrast(tried, panel) >= VISIBLE), towards)


def swatch(colour: str, tokens: Tokens, size: int = SIZE, *, chosen: bool = False) -> QPixmap:
    """Return a round patch; without a colour an empty ring, and with a tick where it is chosen."""
    scale = 3
    pixmap = QPixmap(size * scale, size * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    fill = visible(colour, tokens) if colour else QColor(tokens.panel)
    painter.setPen(QPen(QColor(tokens.muted), 1) if not colour else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawEllipse(QRectF(1, 1, size - 2, size - 2))
    if chosen:
        _tick(painter, size, QColor("white") if contrast(fill, QColor("white")) >= VISIBLE else QColor("black"))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _tick(painter: QPainter, size: int, colour: QColor) -> None:
    path = QPainterPath()
    path.moveTo(size * 0.28, size * 0.52)
    path.lineTo(size * 0.44, size * 0.68)
    path.lineTo(size * 0.74, size * 0.34)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def colour_names() -> dict[str, str]:
    """Return the colours offered, with their names."""
    names = (
        _("Blue"), _("Orange"), _("Green"), _("Magenta"), _("Violet"), _("Olive"), _("Red"), _("Slate"), _("Teal"),
        _("Brown"),
    )  # fmt: skip
    return {"": _("No colour of its own"), **dict(zip(LIGHT.series, names, strict=True))}


class ColourEditor(SettingEditor):
    """A row of patches, and the colour as a figure."""

    def __init__(self, field: FormField, desk: Desk) -> None:
        super().__init__(field)
        self._desk = desk
        self.patches: dict[str, QToolButton] = {}
        holder = QWidget()
        row = Flow(holder, gap=2, line_gap=2)
        row.setContentsMargins(0, 0, 0, 0)
        for colour, name in colour_names().items():
            row.addWidget(self._patch(colour, name))
        self.own = QLabel()
        self.own.setToolTip(_("The colour it has now"))
        self.own.setContentsMargins(6, 6, 6, 6)
        row.addWidget(self.own)
        self.line = QLineEdit()
        self.line.setAccessibleName(_("Colour as #rrggbb"))
        self.line.setPlaceholderText("#rrggbb")
        self.line.editingFinished.connect(self.settle)
        row.addWidget(self.line)
        self.hold(holder)
        self.setFocusProxy(self.patches[""])
        desk.theme.changed.connect(self._tint)

    @override
    def show_value(self, value: Any) -> None:
        self.value = value
        if not self.line.isModified():
            self.line.setText(value)
        self._tint()

    @override
    def forget(self) -> None:
        super().forget()
        self.line.setModified(False)

    @override
    def settle(self) -> None:
        if not self.line.isModified():
            return
        typed = self.line.text().strip()
        found = HEX.fullmatch(typed)
        if typed and found is None:
            self.refuse(_("“{typed}” is not a colour such as #0072b2.").format(typed=typed))
            return
        self.line.setModified(False)
        self.refuse("")
        if found and self.value.casefold() == f"#{found[1]}".casefold():
            self.show_value(self.value)
        else:
            self.give(f"#{found[1].lower()}" if found else "")

    def _patch(self, colour: str, name: str) -> QToolButton:
        button = tiny_button(name)
        button.setIconSize(QSize(SIZE, SIZE))
        button.clicked.connect(lambda: self._take(colour))
        self.patches[colour] = button
        return button

    def _take(self, colour: str) -> None:
        self.line.setModified(False)
        self.refuse("")
        self.give(colour)

    def _tint(self) -> None:
        self.line.setFixedWidth(self.line.fontMetrics().averageCharWidth() * LINE_LETTERS)
        now = str(self.value or "").casefold()
        names = colour_names()
        for colour, button in self.patches.items():
            chosen = colour == now
            button.setIcon(QIcon(swatch(colour, self._desk.theme.tokens, chosen=chosen)))
            name = names[colour]
            button.setAccessibleName(_("{name}, chosen").format(name=name) if chosen else name)
        self.own.setVisible(now not in names)
        if now not in names:
            self.own.setPixmap(swatch(now, self._desk.theme.tokens, chosen=True))
