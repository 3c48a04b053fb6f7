"""Words with what can be done about them: side by side where there is room, else one below the other."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QFrame, QLayout, QLayoutItem, QWidget

from editorial.ui.flow import Flow
from editorial.ui.items_layout import ItemsLayout
from editorial.ui.overriding import override

LEAST_LETTERS = 36
"""How wide the words stay beside the buttons."""
GAP = 12
BELOW = 6


class BesideLayout(ItemsLayout):
    """Lays out the words, perhaps a sign, and last the buttons; the height follows from the width alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in hints) + GAP * (len(hints) - 1)
        return QSize(width, max(size.height() for size in hints))

    @override
    def minimumSize(self) -> QSize:
        words, *rest = [item.minimumSize() for item in self._shown()]
        sign = sum(size.width() + GAP for size in rest[:-1])
        return QSize(max([words.width() + sign, *(size.width() for size in rest)]), words.height())

    def fits(self, width: int) -> bool:
        """Tell whether the buttons stand beside the words in a width."""
        widget = self.parentWidget()
        letter = widget.fontMetrics().averageCharWidth() if widget is not None else 0
        return self._room(width) >= letter * LEAST_LETTERS

    def _room(self, width: int) -> int:
        """Return what is left for the words where everything stands beside them."""
        return width - sum(item.sizeHint().width() + GAP for item in self._shown()[1:])

    @override
    def _place(self, rect: QRect, *, move: bool) -> int:
        shown = self._shown()
        if self._items[-1].isEmpty() or self.fits(rect.width()):
            return self._line(shown, rect, move=move)
        height = self._line(shown[:-1], rect, move=move)
        wide = min(shown[-1].sizeHint().width(), rect.width())
        deep = _height(shown[-1], wide)
        if move:
            top = rect.top() + height + BELOW
            self._put(shown[-1], QRect(rect.right() + 1 - wide, top, wide, deep), rect)
        return height + BELOW + deep

    def _line(self, items: list[QLayoutItem], rect: QRect, *, move: bool) -> int:
        """Lay items out side by side, the first as wide as the others leave it."""
        wide = [item.sizeHint().width() for item in items]
        wide[0] = max(items[0].minimumSize().width(), rect.width() - sum(each + GAP for each in wide[1:]))
        deep = [_height(item, width) for item, width in zip(items, wide, strict=True)]
        height, left = max(deep), rect.left()
        for item, width, own in zip(items, wide, deep, strict=True):
            if move:
                self._put(item, QRect(left, rect.top() + (height - own) // 2, width, own), rect)
            left += width + GAP
        return height

    def _put(self, item: QLayoutItem, place: QRect, within: QRect) -> None:
        parent = self.parentWidget()
        if parent is not None and parent.isRightToLeft():
            place.moveLeft(within.left() + within.right() - place.right())
        item.setGeometry(place)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class Beside(QFrame):
    """Holds words, perhaps a sign at their end, and buttons."""

    def __init__(self, words: QLayout, sign: QWidget | None, buttons: list[QWidget]) -> None:
        super().__init__()
        told, held = QFrame(), QFrame()
        words.setContentsMargins(0, 0, 0, 0)
        told.setLayout(words)
        flow = Flow(held)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in buttons:
            flow.addWidget(button)
        held.setVisible(bool(buttons))
        laid = BesideLayout(self)
        for part in (told, sign, held):
            if part is not None:
                laid.addWidget(part)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
