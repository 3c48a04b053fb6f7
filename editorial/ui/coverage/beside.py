"""What stands beside the matrix: its gaps and cells as cards, or the ideas that can be dragged onto a cell."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from editorial.language import _
from editorial.ui.coverage.side import CoverageSide
from editorial.ui.desk import Desk
from editorial.ui.ideas.panel import IdeasPanel
from editorial.ui.segmented import Segmented


class Beside(QWidget):
    """The coverage place's side panel: two pages, of which one is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.cards = CoverageSide(desk)
        self.ideas = IdeasPanel(desk, _("drag onto a cell"))
        self.pages = Segmented([("gaps", _("Gaps")), ("ideas", _("Ideas"))], _("What is shown beside the matrix"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.cards)
        self._stack.addWidget(self._with_margins(self.ideas))
        self.pages.changed.connect(lambda word: self._stack.setCurrentIndex(0 if word == "gaps" else 1))
        row = QHBoxLayout()
        row.setContentsMargins(14, 14, 14, 0)
        row.addWidget(self.pages)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def show_cards(self) -> None:
        """Show the gaps, or the cell that was chosen."""
        self.pages.choose("gaps")

    def show_ideas(self) -> None:
        """Show the ideas, to be dragged onto cells."""
        self.pages.choose("ideas")

    def _with_margins(self, panel: QWidget) -> QWidget:
        page = QWidget()
        page.setObjectName("panel")
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 14, 14, 10)
        column.addWidget(panel)
        return page
