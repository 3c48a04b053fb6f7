"""The list of what cannot be: each sentence in full over as many lines as it needs."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget

from editorial.ui.overriding import override
from editorial.ui.theme import Theme
from editorial.ui.wrapping import Index, Part, WrappedItems

PAD = 2
"""What stays free above and below a sentence (px)."""
MOST_LINES = 12
SHOWN = 4
"""So many conflicts are seen at once."""


class _Sentences(WrappedItems):
    @override
    def parts(self, index: Index) -> Sequence[Part]:
        return [Part(str(index.data()), MOST_LINES, self.theme.tokens.text)]


class ConflictList(QListWidget):
    """Is as high as its first sentences where there is room, and scrolls for the rest."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._most = 0
        self.setItemDelegate(_Sentences(theme, self, PAD))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def leave_room(self, most: int) -> None:
        """Take no more height than this (px), but for the first sentence."""
        self._most = most
        self.fit()

    def fit(self) -> None:
        """Take the height of the first conflicts at this width."""
        rows = [self.sizeHintForRow(row) for row in range(min(self.count(), SHOWN))] or [self.fontMetrics().height()]
        self.setFixedHeight(max(rows[0], min(sum(rows), self._most)) + 2 * self.frameWidth())
