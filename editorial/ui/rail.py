"""The rail of places on the left."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editorial.language import _
from editorial.ui.early import LEFT_TO_RIGHT, NEVER_SHOWN, NO_FOCUS, RIGHT_TO_LEFT
from editorial.ui.icons import icon
from editorial.ui.overriding import override
from editorial.ui.polish import repolish
from editorial.ui.theme import ICON, Theme

WIDTH_IN_LETTERS = 24
BRAND = "Editorial"
EDGE, NARROW_EDGE = 10, 6
"""What stays free on both sides (px)."""
MARK_ROOM = 20
"""The free space around a mark (px)."""


class Entry(NamedTuple):
    """A place as the rail lists it."""

    word: str
    label: str
    icon: str
    group: str
    shortcut: str = ""


class Rail(QFrame):
    """Lists the places in their groups; counts stand where something waits."""

    chosen = Signal(str)
    measured = Signal()
    """What stands in the rail took its size; the rail may need another width."""

    def __init__(self, theme: Theme, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName(_("Places"))
        self._theme = theme
        self._entries = tuple(entries)
        self._buttons: dict[str, QPushButton] = {}
        self._counts: dict[str, QLabel] = {}
        self._labels = {entry.word: entry.label for entry in entries}
        self._headings: list[QLabel] = []
        self._narrow = False
        self._group = QButtonGroup(self)
        self.menu_button = self._menu_button()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 12, 10, 10)
        self._column.setSpacing(2)
        self._column.addWidget(self.menu_button)
        self._list(entries)
        self._column.addStretch(1)
        theme.changed.connect(self._tint)
        self._tint()

    @override
    def sizeHint(self) -> QSize:
        own = super().sizeHint()
        if self._narrow:
            return own
        return QSize(max(own.width(), self.fontMetrics().averageCharWidth() * WIDTH_IN_LETTERS), own.height())

    @override
    def event(self, event: QEvent) -> bool:
        # What stands in the rail grew or shrank, as with another size of text.
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()
            self.measured.emit()
        return super().event(event)

    def show_place(self, word: str) -> None:
        """Mark the place that is shown."""
        self._group.setExclusive(False)
        for known, button in self._buttons.items():
            button.setChecked(known == word)
        self._group.setExclusive(True)

    def narrow(self, narrow: bool) -> None:
        """Show marks and counts only, or the names too."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        edge = NARROW_EDGE if narrow else EDGE
        self._column.setContentsMargins(edge, 12, edge, 10)
        for heading in self._headings:
            heading.setVisible(not narrow)
        for word, button in self._buttons.items():
            button.setText("" if narrow else self._labels[word])
            self._counts[word].setProperty("plain", narrow)
        self.menu_button.setText("" if narrow else BRAND)
        # With its name the mark stands behind it.
        self.menu_button.setProperty(
            "layoutDirection", RIGHT_TO_LEFT if not narrow or self.isRightToLeft() else LEFT_TO_RIGHT
        )
        self.setProperty("narrow", narrow)
        self._tint()
        for part in (self, self.menu_button, *self._buttons.values(), *self._counts.values()):
            repolish(part)
        self._make_room()

    def rest(self, rest: bool) -> None:
        """Let no place be chosen while there is no workspace."""
        for button in self._buttons.values():
            button.setEnabled(not rest)

    def show_count(self, word: str, count: int, meaning: str) -> None:
        """Show how much waits at a place; nothing for 0."""
        if word not in self._counts:
            return
        label = self._counts[word]
        label.setText(str(count) if count else "")
        label.setVisible(count > 0)
        label.setToolTip(meaning)
        name = self._labels[word]
        spoken = _("{place}, {n} {meaning}").format(place=name, n=count, meaning=meaning) if count else name
        self._buttons[word].setAccessibleName(spoken)
        self._make_room()

    def _menu_button(self) -> QPushButton:
        button = QPushButton(BRAND)
        button.setObjectName("brand")
        button.setAccessibleName(_("Workspace menu"))
        button.setToolTip(_("New, open, import, export, help (F10)"))
        button.setProperty("layoutDirection", RIGHT_TO_LEFT)
        return button

    def _list(self, entries: Sequence[Entry]) -> None:
        group = ""
        for entry in entries:
            if entry.group != group:
                group = entry.group
                self._column.addSpacing(10)
                self._headings.append(_heading(group))
                self._column.addWidget(self._headings[-1])
            self._column.addWidget(self._row(entry))

    def _row(self, entry: Entry) -> QWidget:
        button = QPushButton(entry.label)
        button.setAccessibleName(entry.label)
        button.setCheckable(True)
        button.setToolTip(f"{entry.label} ({entry.shortcut})" if entry.shortcut else entry.label)
        button.clicked.connect(lambda: self.chosen.emit(entry.word))
        self._group.addButton(button)
        self._buttons[entry.word] = button
        count = QLabel(button)
        count.setObjectName("count")
        count.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        count.hide()
        self._counts[entry.word] = count
        inside = QHBoxLayout(button)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addStretch(1)
        inside.addWidget(count)
        return button

    def _tint(self) -> None:
        tokens = self._theme.tokens
        for entry in self._entries:
            self._buttons[entry.word].setIcon(icon(entry.icon, tokens.rail_text))
        self.menu_button.setIcon(icon("menu" if self._narrow else "chevron-down", tokens.rail_strong))

    def _mark_width(self) -> int:
        return round(ICON * self._theme.zoom) + MARK_ROOM

    def _make_room(self) -> None:
        """Keep the numbers clear of the marks where there are no names between them."""
        widest = max((count.sizeHint().width() for count in self._counts.values()), default=0) if self._narrow else 0
        for button in self._buttons.values():
            button.setMinimumWidth(self._mark_width() + widest if self._narrow else 0)


def _heading(group: str) -> QLabel:
    label = QLabel(group.upper())
    label.setObjectName("group")
    label.setContentsMargins(10, 4, 0, 2)
    return label


def scrollable(rail: Rail) -> QScrollArea:
    """Return the rail in an area that scrolls where the window is low or the text large."""
    area = QScrollArea()
    area.setWidget(rail)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setProperty("horizontalScrollBarPolicy", NEVER_SHOWN)
    area.setProperty("focusPolicy", NO_FOCUS)
    return area
