"""The editor of links: a title and an address each, opened by a click, added at the end."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from editorial.domain.fields import Field
from editorial.domain.records import Link, Piece
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.editor import FieldEditor
from editorial.ui.fields.texts import line
from editorial.ui.icons import icon
from editorial.ui.overriding import override

SAFE = ("http", "https", "mailto")


def open_address(address: str) -> bool:
    """Open an address of the web or a mail address outside; anything else is left alone."""
    url = QUrl.fromUserInput(address)
    return url.scheme() in SAFE and QDesktopServices.openUrl(url)


class LinkRow(QWidget):
    """One link."""

    def __init__(self, desk: Desk, link: Link) -> None:
        super().__init__()
        self.title = line(_("Title of the link"), _("Title"))
        self.address = line(_("Address of the link"), "https://")
        self.title.setText(link.title)
        self.address.setText(link.address)
        self.title.setCursorPosition(0)
        self.address.setCursorPosition(0)
        muted = desk.theme.tokens.muted
        self.go = _tool("external-link", muted, _("Open the link"))
        self.go.clicked.connect(lambda: open_address(self.address.text()))
        self.remove = _tool("x", muted, _("Remove the link"))
        fields = QVBoxLayout()
        fields.setSpacing(0)
        fields.addWidget(self.title)
        fields.addWidget(self.address)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(2)
        row.addLayout(fields, 1)
        row.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def link(self) -> Link:
        return Link(title=self.title.text().strip(), address=self.address.text().strip())

    def lines(self) -> tuple[QLineEdit, QLineEdit]:
        return self.title, self.address


def _tool(name: str, colour: str, label: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("tiny")
    button.setIcon(icon(name, colour))
    button.setAccessibleName(label)
    button.setToolTip(label)
    return button


class LinksEditor(FieldEditor):
    """The links of a piece, in order."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__(field, desk)
        self._stored: tuple[Link, ...] = ()
        self._before: tuple[Link, ...] = ()
        """What was stored before the last was handed on: handed on again where that could not be saved."""
        self._rows: list[LinkRow] = []
        self._locked = False
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.add = QPushButton(_("Add a link"))
        self.add.setObjectName("link")
        self.add.clicked.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add)

    @override
    def show_piece(self, piece: Piece) -> None:
        if self.dirty or piece.links == self._links():
            self._stored = piece.links
            return
        self._stored = piece.links
        self.forget()

    @override
    def lock(self, locked: bool) -> None:
        self._locked = locked
        self.add.setEnabled(not locked)
        for row in self._rows:
            self._lock_row(row)

    @property
    @override
    def dirty(self) -> bool:
        return self._links() != self._stored

    @override
    def forget(self) -> None:
        while self._rows:
            self._drop(self._rows[0])
        for link in self._stored:
            self._append(link)

    @override
    def settle(self) -> None:
        if self.dirty:
            # What is handed on is not typed any more: the piece as it then is must be shown, not refused.
            self._before, self._stored = self._stored, self._links()
            self.give(self._stored)

    @override
    def keep(self) -> None:
        self._stored = self._before

    def _links(self) -> tuple[Link, ...]:
        """Return the links as typed; a row without an address is not one yet."""
        return tuple(row.link for row in self._rows if row.link.address)

    def _add(self) -> None:
        self._append(Link()).title.setFocus()

    def _append(self, link: Link) -> LinkRow:
        row = LinkRow(self.desk, link)
        for box in row.lines():
            box.editingFinished.connect(self.settle)
        row.remove.clicked.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._list.addWidget(row)
        self._lock_row(row)
        return row

    def _lock_row(self, row: LinkRow) -> None:
        for box in row.lines():
            box.setReadOnly(self._locked)
        row.remove.setEnabled(not self._locked)

    def _remove(self, row: LinkRow) -> None:
        self._drop(row)
        self.settle()

    def _drop(self, row: LinkRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.blockSignals(True)
        for box in row.lines():
            box.blockSignals(True)
        row.hide()
        row.deleteLater()
