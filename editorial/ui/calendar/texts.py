"""Text laid out once and kept by what it says and how wide it may be; painting only draws it."""

from unicodedata import bidirectional

from PySide6.QtCore import Qt, QTextBoundaryFinder
from PySide6.QtGui import QFont, QFontMetrics, QStaticText, QTextLayout, QTextOption

MOST_KEPT = 6_000
LINE_SEPARATOR = "\u2028"
"""A newline is dropped in a static text of one paragraph."""
LONGEST_CUT = 2
"""Lines that a word may need to be cut; longer ones, and scripts without spaces, go on over the next lines."""


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
        parts: list[str] = []
        rest = text
        while rest and len(parts) < most - 1:
            line, rest = self._first_line(rest, max(1, width))
            parts.append(line)
        if rest:
            parts.append(self.metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
        return parts or [""]

    def _first_line(self, text: str, width: int) -> tuple[str, str]:
        """Return what fits the first line, and the rest; a word cut in an ellipsis is not gone on with."""
        units = text.encode("utf-16-le", "surrogatepass")
        ends = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
        ends.setPosition(end := self._fitting(text, width))
        if ends.isAtBoundary():
            return _part(units, 0, end).rstrip(), _part(units, end)
        start, end_of_word = max(0, ends.toPreviousBoundary()), ends.toNextBoundary()
        word = _part(units, start, end_of_word).rstrip()
        if self.metrics.horizontalAdvance(word) > LONGEST_CUT * width:
            return _part(units, 0, end), _part(units, end)
        shown = self.metrics.elidedText(_part(units, 0, end_of_word).rstrip(), Qt.TextElideMode.ElideRight, width)
        return shown, _part(units, end_of_word)

    def _fitting(self, text: str, width: int) -> int:
        """Return how much of a text (UTF-16 units) its first line takes."""
        layout = QTextLayout(text, self.font)
        layout.setTextOption(_option(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        layout.endLayout()
        return line.textLength()

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


def _part(units: bytes, start: int, end: int | None = None) -> str:
    """Return a stretch of a text in UTF-16; Qt counts in its units."""
    return units[2 * start : None if end is None else 2 * end].decode("utf-16-le", "surrogatepass")


def _option(wrap: QTextOption.WrapMode) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(wrap)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return option
