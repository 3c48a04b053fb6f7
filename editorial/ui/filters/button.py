"""The button of the filter in a place's header; where the window is narrow only its mark is left."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton

from editorial.language import _, ngettext
from editorial.ui.desk import Desk
from editorial.ui.icons import icon
from editorial.ui.overriding import override

NARROW = 1_300
"""Below this width (px) of the window the words are left out."""


class FilterButton(QPushButton):
    """Says how many conditions there are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._count = 0
        self._watched: QObject | None = None
        self.setToolTip(_("Show only some pieces; keep a view under a name (F)"))
        desk.theme.changed.connect(self._dress)
        self._dress()

    def show_count(self, n: int) -> None:
        """Say how many conditions there are."""
        self._count = n
        self._dress()

    def _dress(self) -> None:
        n, tokens = self._count, self._desk.theme.tokens
        narrow = self._watched is not None and self.window().width() < NARROW
        words = "" if narrow else _("Filter")
        self.setText(" · ".join(part for part in (words, str(n) if n else "") if part))
        self.setIcon(icon("filter", tokens.accent if n else tokens.muted))
        said = ngettext("{n} condition", "{n} conditions", n).format(n=n)
        self.setAccessibleName(_("Filter and saved views, {conditions}").format(conditions=said))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._watched is not self.window():
            self._watched = self.window()
            self._watched.installEventFilter(self)
        self._dress()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._watched and event.type() is QEvent.Type.Resize:
            self._dress()
        return super().eventFilter(watched, event)
