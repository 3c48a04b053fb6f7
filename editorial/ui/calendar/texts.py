"""Text laid out once and kept by what it says and how wide it may be; painting only draws it."""

from unicodedata import bidirectional

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QStaticText, QTextLayout, QTextOption

MOST_KEPT = 6_000
LINE_SEPARATOR = "\u2028"
"""A newline is dropped in a static text of one paragraph."""


class Texts:
    """Static texts of one font."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self._kept: dict[tuple[str, int, int], tuple[QStaticText, int]] = {}

    def line(self, text: str, width: int, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> QStaticText:
        """Return one line; what does not fit ends in an ellipsis."""
        key = (text, width, -1 if align is Qt.AlignmentFlag.AlignLeft else -2)
        kept = self._kept.get(key)
        if kept is None:
            shown = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width) if width > 0 else ""
            kept = self._keep(key, self._static(shown, width, align), 1)
        return kept[0]

    def lines(self, text: str, width: int, most: int) -> tuple[QStaticText, int]:
        """Return at most so many lines and how many they are; the last ends in an ellipsis where more would follow."""
        key = (text, width, most)
        kept = self._kept.get(key)
        if kept is None:
            parts = self._broken(text, width, most)
            static = self._static(LINE_SEPARATOR.join(parts), width, Qt.AlignmentFlag.AlignLeft)
            kept = self._keep(key, static, len(parts))
        return kept

    def _broken(self, text: str, width: int, most: int) -> list[str]:
        layout = QTextLayout(text, self.font)
        layout.setTextOption(_option(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere))
        layout.beginLayout()
        parts: list[str] = []
        while len(parts) < most and (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            start = line.textStart()
            if len(parts) == most - 1:
                parts.append(self.metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width))
            else:
                parts.append(text[start : start + line.textLength()].rstrip())
        layout.endLayout()
        return parts or [""]

    def _static(self, text: str, width: int, align: Qt.AlignmentFlag) -> QStaticText:
        static = QStaticText(text)
        static.setTextFormat(Qt.TextFormat.PlainText)
        option = _option(QTextOption.WrapMode.NoWrap)
        option.setAlignment(align)
        static.setTextOption(option)
        static.setTextWidth(max(1, width))
        static.prepare(font=self.font)
        return static

    def _keep(self, key: tuple[str, int, int], static: QStaticText, count: int) -> tuple[QStaticText, int]:
        if len(self._kept) > MOST_KEPT:
            self._kept.clear()
        self._kept[key] = (static, count)
        return self._kept[key]


def is_leftwards(text: str) -> bool:
    """Tell whether a text runs from right to left, by its first letter with a direction."""
    directions = (bidirectional(letter) for letter in text)
    return next((way != "L" for way in directions if way in ("L", "R", "AL")), False)


def _option(wrap: QTextOption.WrapMode) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(wrap)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return option
