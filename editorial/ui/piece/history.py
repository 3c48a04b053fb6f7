"""Who changed what in one piece, newest first; each change opens to show its fields before and after."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.history.changes import cells
from editorial.ui.history.details import said

CHANGE = Qt.ItemDataRole.UserRole


class PieceHistory(QTreeWidget):
    """The changes that touched a piece or what belongs to it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._piece: int | None = None
        self.setHeaderLabels([_("What was done"), _("When"), _("Who")])
        self.setAccessibleName(_("History of the piece"))
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.itemExpanded.connect(self._tell)

    def show_piece(self, piece_id: int) -> None:
        """Read and list the changes of a piece."""
        from editorial.services import history

        self._piece = piece_id
        self.clear()
        for line in self._desk.ask(lambda w: history.piece_history(w, piece_id)) or []:
            when, who, done, _rows = cells(line)
            item = QTreeWidgetItem(self, [done, when, who])
            item.setData(0, CHANGE, line.id)
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
            if line.undone:
                item.setForeground(0, self.palette().placeholderText())

    def _tell(self, item: QTreeWidgetItem) -> None:
        """List the fields of a change the first time it is opened."""
        from editorial.services import history

        change = item.data(0, CHANGE)
        if change is None or item.childCount():
            return
        for row in self._desk.ask(lambda w: history.details(w, change, self._piece)) or []:
            told = " ".join(said(row).split()) if row.field else row.title
            QTreeWidgetItem(item, [told]).setFirstColumnSpanned(True)
        if not item.childCount():
            QTreeWidgetItem(item, [_("Nothing of this piece is different.")]).setFirstColumnSpanned(True)
