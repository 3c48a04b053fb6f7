"""What pieces are coloured by: an edge, a ground and a sign for every value, readable on both themes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor

from editorial.domain.legend import Attribute, LegendItem, Value, legend, value_of
from editorial.domain.records import Entry, Lists
from editorial.domain.vocabulary import Kind
from editorial.ui.tokens import Tokens

MARKS: dict[Value, str] = {Kind.ASPIRATIONAL: "✦", Kind.PRACTICAL: "▪", None: "○"}
READABLE = 4.5
STEPS = 10
GROUND_SHARE = {False: 0.13, True: 0.24}


@dataclass(frozen=True, slots=True)
class Swatch:
    """The look of one value; the sign stands beside the colour, which never speaks alone."""

    edge: QColor
    ground: QColor
    sign: str


class Colours:
    """The swatches of an attribute's values in one theme."""

    def __init__(self, lists: Lists, by: Attribute, tokens: Tokens) -> None:
        self.by = by
        self.items = legend(lists, by)
        self._tokens = tokens
        signs = _signs(self.items, by)
        self._swatches = {item.value: self._swatch(item, sign) for item, sign in zip(self.items, signs, strict=True)}
        self._other = self._plain("·")

    def swatch(self, value: Value) -> Swatch:
        """Return the look of a value; of one the legend does not list, a plain one."""
        return self._swatches.get(value, self._other)

    def of(self, entry: Entry) -> Swatch:
        return self.swatch(value_of(entry, self.by))

    def mark(self, entry: Entry) -> str:
        """Return the signs before a title: that of the colour and, where it is another, that of the kind."""
        kind = MARKS[entry.kind]
        return kind if self.by is Attribute.KIND else f"{self.of(entry).sign}{kind}"

    def _swatch(self, item: LegendItem, sign: str) -> Swatch:
        tokens = self._tokens
        if item.value is None:
            return self._plain(sign)
        if self.by is Attribute.KIND:
            pair = {
                Kind.ASPIRATIONAL: (tokens.aspirational, tokens.aspirational_ground),
                Kind.PRACTICAL: (tokens.practical, tokens.practical_ground),
            }[Kind(str(item.value))]
            return Swatch(QColor(pair[0]), QColor(pair[1]), sign)
        if item.slot is not None:
            place = item.slot % len(tokens.series)
            ground = QColor(tokens.series_grounds[place])
            return Swatch(_readable(QColor(tokens.series[place]), ground, tokens), ground, sign)
        return own_swatch(QColor(item.colour), tokens, sign)

    def _plain(self, sign: str) -> Swatch:
        return Swatch(QColor(self._tokens.muted), QColor(self._tokens.hover), sign)


def own_swatch(colour: QColor, tokens: Tokens, sign: str) -> Swatch:
    """Return a swatch of a colour people chose."""
    if not colour.isValid():
        colour = QColor(tokens.muted)
    ground = mixed(QColor(tokens.panel), colour, GROUND_SHARE[tokens.dark])
    return Swatch(_readable(colour, ground, tokens), ground, sign)


def _readable(colour: QColor, ground: QColor, tokens: Tokens) -> QColor:
    """Return a colour, moved away from its ground until it can be read on it."""
    towards = QColor("white" if tokens.dark else "black")
    tries = (mixed(colour, towards, step / STEPS) for step in range(STEPS + 1))
    return next((edge for edge in tries if contrast(edge, ground) >= READABLE), towards)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return one colour with a share (0…1) of another in it."""
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * share) for a, b in pairs))


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1…21 (WCAG 2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _signs(items: Sequence[LegendItem], by: Attribute) -> list[str]:
    """Return a short sign for every value: kinds have their marks, the others letters that differ."""
    if by is Attribute.KIND:
        return [MARKS[item.value] for item in items]
    taken: set[str] = set()
    return [_sign(item.label, taken) if item.value is not None else "–" for item in items]


def _sign(label: str, taken: set[str]) -> str:
    words = label.split() or ["?"]
    first = words[0]
    initials = "".join(word[0] for word in words[:2])
    tries = [first[:1].upper(), initials.upper(), first[:2].capitalize(), first[:1].upper() + first[-1:].lower()]
    tries += [f"{first[:1].upper()}{n}" for n in range(2, 100)]
    sign = next((sign for sign in tries if sign not in taken), "?")
    taken.add(sign)
    return sign
