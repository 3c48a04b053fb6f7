"""The history place: the changes of the workspace or of one piece, and going back."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from editorial.domain.records import ChangeLine
from editorial.errors import Trouble
from editorial.language import _, ngettext
from editorial.services import history, pieces
from editorial.ui.desk import Desk
from editorial.ui.flow import Flow
from editorial.ui.history.changes import PAGE, WHAT, ChangeTable
from editorial.ui.history.details import Details
from editorial.ui.overriding import override
from editorial.ui.place import Place

TYPING_MS = 150
STEP_IN_LETTERS = 52


class HistoryPlace(Place):
    """Filter by author and words; a change shows at the side what it did."""

    plans = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._piece: int | None = None
        self._piece_title = ""
        self._stale = True
        self.model = ChangeTable(self)
        self.table = QTableView()
        self.details = Details()
        self.nothing = QLabel(_("Nothing was changed yet. Everything you do from now on is written down here."))
        self.nothing.setObjectName("muted")
        self.nothing.setContentsMargins(16, 16, 16, 16)
        self._make_controls()
        self._dress()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._steps())
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        self._connect()

    @override
    def title(self) -> str:
        return _("History of “{title}”").format(title=self._piece_title) if self._piece is not None else _("History")

    @override
    def controls(self) -> list[QWidget]:
        return [self.words, self.author, self.whole]

    @override
    def side(self) -> QWidget | None:
        return self.details

    @override
    def status(self) -> str:
        n = len(self.model.lines)
        more = "+" if self.model.canFetchMore(QModelIndex()) else ""
        return ngettext("{n} change", "{n} changes", n).format(n=f"{n}{more}")

    @override
    def arrive(self, **wanted: Any) -> None:
        piece = wanted.get("piece_id")
        if piece != self._piece or wanted:
            self._show_of(piece if isinstance(piece, int) else None)
        elif self._stale:
            self.reload()
        if self.model.lines and self._chosen() is None:
            self.table.selectRow(0)
        self.table.setFocus()

    def reload(self) -> None:
        """Ask again; the change that is chosen stays chosen where it is still listed."""
        self._stale = False
        chosen = self._chosen()
        self._list_authors()
        self.model.show_changes(self._page)
        self._name_buttons()
        empty = not self.model.lines
        self.table.setVisible(not empty)
        self.nothing.setVisible(empty)
        row = self.model.row_of(chosen.id) if chosen is not None else -1
        if row >= 0:
            self.table.selectRow(row)
        else:
            self.details.show_nothing()
        self.retitled.emit()

    def _make_controls(self) -> None:
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Words in what was done"))
        self.words.setAccessibleName(_("Words in what was done"))
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(self.fontMetrics().averageCharWidth() * 26)
        self.author = QComboBox()
        self.author.setAccessibleName(_("Author"))
        self.whole = QPushButton(_("Whole workspace"))
        self.whole.hide()
        self.undo = QPushButton(_("Undo"))
        self.redo = QPushButton(_("Redo"))
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)

    def _steps(self) -> Flow:
        steps = Flow()
        steps.setContentsMargins(16, 8, 16, 8)
        steps.addWidget(self.undo)
        steps.addWidget(self.redo)
        return steps

    def _dress(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(_("Changes"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        heading = table.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in ((0, 22), (1, 20), (3, 9)):
            table.setColumnWidth(column, letter * letters)

    def _connect(self) -> None:
        desk = self.desk
        self.words.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self.reload)
        self.author.activated.connect(self.reload)
        self.whole.clicked.connect(lambda: self._show_of(None))
        self.undo.clicked.connect(desk.undo)
        self.redo.clicked.connect(desk.redo)
        self.details.back_wanted.connect(self._back_to)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        desk.changed.connect(self._changed)
        desk.opened.connect(self._opened)

    def _page(self, before: int | None) -> Sequence[ChangeLine]:
        author, words, piece = str(self.author.currentData() or ""), self.words.text().strip(), self._piece
        found = self.desk.ask(
            lambda w: history.changes(w, author=author, words=words, piece_id=piece, limit=PAGE, before=before)
        )
        return found or ()

    def _list_authors(self) -> None:
        kept = self.author.currentData()
        self.author.clear()
        self.author.addItem(_("Everybody"), "")
        for name in self.desk.ask(history.authors) or ():
            self.author.addItem(name, name)
        self.author.setCurrentIndex(max(0, self.author.findData(kept)))

    def _name_buttons(self) -> None:
        undo, redo = self.desk.ask(history.next_undo), self.desk.ask(history.next_redo)
        self._name(self.undo, _("Undo “{what}”").format(what=undo) if undo else "", _("Nothing to undo"))
        self._name(self.redo, _("Redo “{what}”").format(what=redo) if redo else "", _("Nothing to redo"))

    def _name(self, button: QPushButton, said: str, nothing: str) -> None:
        room = self.fontMetrics().averageCharWidth() * STEP_IN_LETTERS
        shown = self.fontMetrics().elidedText(said or nothing, Qt.TextElideMode.ElideRight, room)
        button.setEnabled(bool(said))
        button.setText(shown.replace("&", "&&"))
        button.setToolTip(said)
        button.setAccessibleName(said or nothing)

    def _chosen(self) -> ChangeLine | None:
        row = self.table.currentIndex().row()
        return self.model.lines[row] if 0 <= row < len(self.model.lines) else None

    def _show_chosen(self) -> None:
        line = self._chosen()
        if line is None:
            self.details.show_nothing()
            return
        rows = self.desk.ask(lambda w: history.details(w, line.id, self._piece)) or []
        newest = not self.model.lines or line.id == self.model.lines[0].id
        self.details.show_change(line, rows, _("Nothing was changed after it.") if newest else "")

    def _show_of(self, piece_id: int | None) -> None:
        self._piece = piece_id
        self.whole.setVisible(piece_id is not None)
        if piece_id is not None:
            try:
                self._piece_title = self.desk.ask(lambda w: pieces.read(w, piece_id).title) or ""
            except Trouble as trouble:
                self.desk.tell(trouble)
        self.reload()

    def _back_to(self, change_id: int) -> None:
        def go(workspace: Any) -> bool:
            history.back_to(workspace, change_id)
            return True

        if self.desk.ask(go):
            self.desk.say(_("Everything is as it was after that change."), _("Undo"), self.desk.undo)

    def _changed(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def _opened(self) -> None:
        self._piece = None
        self._changed()
