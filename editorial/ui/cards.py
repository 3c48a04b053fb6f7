"""Cards in a side panel: a title, a line that says why, and the next step."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editorial.domain.spoken import spoken_day
from editorial.language import ngettext
from editorial.ui.overriding import override
from editorial.ui.turns import next_turn

SHOWN = 40
"""Cards shown of a long list; the rest is counted."""


TAB = Qt.FocusPolicy.TabFocus


class CardPanel(QWidget):
    """A side panel that holds a scrolling column; `start()` gives an empty one in place of the last."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._area = QScrollArea()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def start(self) -> QVBoxLayout:
        """Return an empty column."""
        page = QWidget()
        page.setObjectName("panel")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(8)
        self._area.setWidget(page)
        next_turn(self._chain, self)
        return column

    def _chain(self) -> None:
        """Let Tab reach the cards where the panel stands in the order; Qt puts what is new at its end."""
        before: QWidget | None = self.previousInFocusChain()
        while before is not None and before is not self and not self._leads_here(before):
            before = before.previousInFocusChain()
        if before is None or before is self:
            return
        for button in self._area.findChildren(QPushButton):
            self.setTabOrder(before, button)
            before = button

    def _leads_here(self, widget: QWidget) -> bool:
        return bool(widget.focusPolicy() & TAB) and not self.isAncestorOf(widget)


class Renewed(QWidget):
    """Holds one page, which is made anew whenever what it shows is another."""

    def __init__(self) -> None:
        super().__init__()
        self._held = QVBoxLayout(self)
        self._held.setContentsMargins(0, 0, 0, 0)
        self._page: QWidget | None = None

    def put(self, page: QWidget) -> None:
        """Show a page in place of the last."""
        if self._page is not None:
            self._page.hide()
            self._held.removeWidget(self._page)
            self._page.deleteLater()
        self._page = page
        self._held.addWidget(page)


def back_link(column: QVBoxLayout, text: str, back: Callable[[], None]) -> None:
    """Add a way back to what was shown before."""
    link = QPushButton(text)
    link.setObjectName("link")
    link.clicked.connect(back)
    column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)


def short_day(day: date) -> str:
    """Return a day for a button: 9 Mar."""
    return f"{day.day} {spoken_day(day).split()[1][:3]}"


def heading(text: str, count: str = "") -> QHBoxLayout:
    """Return a section's heading with how many follow."""
    row = QHBoxLayout()
    label = QLabel(text)
    label.setObjectName("section")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    row.addWidget(label, 1)
    small = QLabel(count)
    small.setObjectName("small")
    row.addWidget(small)
    return row


def told(text: str) -> QLabel:
    """Return a quiet sentence."""
    label = QLabel(text)
    label.setObjectName("muted")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def rest(column: QVBoxLayout, n: int) -> None:
    """Say how many cards were left out of a long list."""
    if n > SHOWN:
        left = n - SHOWN
        column.addWidget(told(ngettext("and {n} more", "and {n} more", left).format(n=left)))


class Card(QWidget):
    """The ground of a card; where it can be lifted, a drag that begins on it lifts it."""

    def __init__(self) -> None:
        super().__init__()
        self.lift: Callable[[], object] | None = None
        self._pressed: QPoint | None = None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.lift is None or self._pressed is None:
            return
        way = event.position().toPoint() - self._pressed
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.lift()


def card(title: str, line: str, corner: QPushButton | None, chosen: Callable[[], None] | None) -> Card:
    """Return a card; the button in its corner does by keyboard what a click on the title does."""
    made = Card()
    made.setObjectName("card")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(made)
    column.setContentsMargins(10, 8, 10, 8)
    column.setSpacing(2)
    top = QHBoxLayout()
    top.addWidget(_title(title, chosen), 1)
    if corner is not None:
        top.addWidget(corner, 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(top)
    small = QLabel(line)
    small.setObjectName("small")
    small.setTextFormat(Qt.TextFormat.PlainText)
    small.setWordWrap(True)
    column.addWidget(small)
    return made


def _title(title: str, chosen: Callable[[], None] | None) -> QLabel:
    label = ClickLabel(title, chosen)
    label.setObjectName("strong")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class ClickLabel(QLabel):
    """A title that can be clicked; the button beside it does the same by keyboard."""

    def __init__(self, text: str, chosen: Callable[[], None] | None) -> None:
        super().__init__(text)
        self._chosen = chosen
        if chosen is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._chosen is not None and self.rect().contains(event.position().toPoint()):
            self._chosen()
