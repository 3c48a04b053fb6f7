"""The bar above the work area: the place's title and controls, search, and a new piece."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from editorial.language import _
from editorial.ui.elide import ElidedLabel
from editorial.ui.icons import icon
from editorial.ui.overriding import override
from editorial.ui.theme import Theme

EDGES = (16, 9, 16, 9)
GAP = 12
LEAST_IN_LETTERS = 60
ROUNDED = 3
"""What a label may take (px) beyond the width of its words."""
OF_TITLE = "of_title"
"""The property of a control that a click on the title presses."""
BARE_IN_LETTERS = 7
"""A button with its mark alone."""


class CurrentOnly(QStackedWidget):
    """A stack that is only as wide as what it shows."""

    @override
    def sizeHint(self) -> QSize:
        current = self.currentWidget()
        return current.sizeHint() if current else QSize(0, 0)

    @override
    def minimumSizeHint(self) -> QSize:
        current = self.currentWidget()
        return current.minimumSizeHint() if current else QSize(0, 0)


class Header(QFrame):
    """Title, the controls of the place that is shown, the search box and the button for a new piece."""

    search_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("header")
        self._theme = theme
        self.title = ElidedLabel("title")
        self._controls = CurrentOnly()
        self.search = self._search_button()
        self.new = QPushButton(_("New piece"))
        self.new.setObjectName("primary")
        self.new.setToolTip(_("Write down an idea (N)"))
        self.new.clicked.connect(self.new_wanted)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(*EDGES)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.title, 0, 0)
        self._grid.addWidget(self._controls, 0, 1)
        self._grid.addWidget(self.search, 0, 2)
        self._grid.addWidget(self.new, 0, 3)
        self._below = False
        self._measured = (0, 0, 0)
        self._titles: tuple[str, ...] = ()
        theme.changed.connect(self._tint)
        self._tint()

    def add(self, controls: list[QWidget]) -> QWidget:
        """Make a row of a place's controls and return it."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for control in controls:
            row.addWidget(control)
        row.addStretch(1)
        self._controls.addWidget(holder)
        return holder

    def show_place(self, title: str, controls: QWidget | None, titles: Sequence[str] = ()) -> None:
        """Show a place's title and controls, or a title alone; `titles` are those it may be turned to."""
        self.title.setText(title)
        self._titles = tuple(titles)
        self._controls.setVisible(controls is not None)
        if controls is not None:
            self._controls.setCurrentWidget(controls)
        self.fit()
        self._controls.updateGeometry()

    def fit(self) -> None:
        """Keep title and controls whole: buttons give up their words first, then the controls take a line below."""
        self._hold_title()
        measured = (self._needed(words=True), self._needed(words=False), self.width())
        if measured == self._measured:
            return
        self._measured = measured
        inline_words = measured[0] <= self.width()
        below = not inline_words and measured[1] > self.width()
        self._say_words(inline_words or below)
        if below != self._below:
            self._below = below
            self._grid.removeWidget(self._controls)
            place = (1, 0, 1, 4) if below else (0, 1, 1, 1)
            self._grid.addWidget(self._controls, *place)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        from PySide6.QtCore import Qt

        button = self._of_title()
        left = event.button() is Qt.MouseButton.LeftButton
        if left and button is not None and self.title.geometry().contains(event.position().toPoint()):
            button.click()
            event.accept()
        else:
            super().mousePressEvent(event)

    def _of_title(self) -> QAbstractButton | None:
        """Return the control that turns what the title names, where the place has one."""
        shown = None if self._controls.isHidden() else self._controls.currentWidget()
        buttons = shown.findChildren(QAbstractButton) if shown is not None else []
        return next((button for button in buttons if button.property(OF_TITLE)), None)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        from PySide6.QtCore import Qt

        super().enterEvent(event)
        if self._of_title() is not None:
            self.title.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.title.unsetCursor()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)

    @override
    def minimumSizeHint(self) -> QSize:
        # Its parts must not hold the window wide: it arranges them by the width there is.
        return QSize(self.fontMetrics().averageCharWidth() * LEAST_IN_LETTERS, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _needed(self, *, words: bool) -> int:
        """Return the width (px) that everything takes in one line, the buttons with or without their words."""
        widths = [self.title.sizeHint().width()]
        if not self._controls.isHidden():
            widths.append(self._controls.sizeHint().width())
        for button, text in self._words():
            letters = button.fontMetrics().averageCharWidth()
            widths.append(letters * BARE_IN_LETTERS + (button.fontMetrics().horizontalAdvance(text) if words else 0))
        return sum(widths) + GAP * len(widths) + EDGES[0] + EDGES[2]

    def _hold_title(self) -> None:
        """Keep room for the widest title one turns to, as far as there is any: buttons stay below the mouse."""
        letters = self.title.fontMetrics()
        widest = max(map(letters.horizontalAdvance, self._titles), default=0)
        text = self.title.sizeHint().width()
        spare = self.width() - self._needed(words=bool(self.search.text()))
        held = min(widest + ROUNDED, text + max(0, spare)) if widest else 0
        if held != self._grid.columnMinimumWidth(0):
            self._grid.setColumnMinimumWidth(0, held)

    def _say_words(self, words: bool) -> None:
        for button, text in self._words():
            if button.text() != (text if words else ""):
                button.setText(text if words else "")

    def _words(self) -> tuple[tuple[QPushButton, str], ...]:
        return (self.search, _("Search or command")), (self.new, _("New piece"))

    def _search_button(self) -> QPushButton:
        button = QPushButton(_("Search or command"))
        button.setAccessibleName(_("Search or command"))
        button.setToolTip(_("Find pieces, people, campaigns, places and commands (Ctrl+K)"))
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self.search_wanted)
        return button

    def _tint(self) -> None:
        self.search.setIcon(icon("search", self._theme.tokens.muted))
        self.new.setIcon(icon("plus", self._theme.tokens.on_accent))
        self.new.setAccessibleName(_("New piece"))
