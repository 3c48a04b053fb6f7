"""The tab of a piece's links and of the chain it stands in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editorial.domain.conditions import Group, Mode, Operator, Test
from editorial.domain.fields import BY_NAME
from editorial.domain.records import Entry, Piece
from editorial.domain.spoken import spoken_day
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.making import make_editor
from editorial.ui.overriding import override
from editorial.ui.piece.form import PieceForm

FIELDS = ("url", "links", "made_from", "companion", "next_piece", "outside_id")
POINTING = ("made_from", "companion", "next_piece")
MOST_SHOWN = 30


class ChainTab(QScrollArea):
    """Links and the pieces around this one: those it names, and those that name it."""

    def __init__(self, desk: Desk, form: PieceForm) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._desk = desk
        page = QWidget()
        page.setObjectName("panel")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page.setMaximumWidth(self.fontMetrics().averageCharWidth() * 110)
        grid = QGridLayout(page)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(FIELDS):
            field = BY_NAME[name]
            label = QLabel(field.label)
            label.setObjectName("muted")
            label.setContentsMargins(0, 5, 0, 0)
            editor = form.add_editor(make_editor(field, desk))
            label.setBuddy(editor)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(editor, row, 1, Qt.AlignmentFlag.AlignTop)
        self._naming = QVBoxLayout()
        self._naming.setSpacing(2)
        grid.addLayout(self._naming, len(FIELDS), 0, 1, 2)
        grid.setRowStretch(len(FIELDS) + 1, 1)
        self.setWidget(page)
        self._piece: Piece | None = None
        form.editing.shown.connect(self._take)

    def _take(self, piece: Piece) -> None:
        self._piece = piece
        if self.isVisible():
            self._show(piece)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._piece is not None:
            self._show(self._piece)

    def _show(self, piece: Piece) -> None:
        """List the pieces that name this one; asked only while it is in sight."""
        from editorial.services import calendar

        where = Group(Mode.ANY, tuple(Test(name, Operator.IS, (piece.id,)) for name in POINTING))
        found = self._desk.ask(lambda w: calendar.everything(w, where)) or []
        while (item := self._naming.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if found:
            heading = QLabel(_("Pieces that name this one"))
            heading.setObjectName("section")
            self._naming.addWidget(heading)
        for entry in found[:MOST_SHOWN]:
            self._naming.addWidget(self._link(entry), 0, Qt.AlignmentFlag.AlignLeft)

    def _link(self, entry: Entry) -> QPushButton:
        day = spoken_day(entry.day) if entry.day else _("no date")
        link = QPushButton(f"{entry.title} · {day}".replace("&", "&&"))
        link.setObjectName("link")
        link.clicked.connect(lambda: self._desk.piece_opened.emit(entry.id))
        return link
