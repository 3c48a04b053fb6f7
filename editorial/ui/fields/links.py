"""The editor of links: a title and an address each, opened by a click, added at the end."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from editorial.domain.fields import Field
from editorial.domain.records import Link
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.rows import RowsEditor, ValueRow
from editorial.ui.fields.texts import line
from editorial.ui.overriding import override

SAFE = ("http", "https", "mailto")


def open_address(address: str) -> bool:
    """Open an address of the web or a mail address outside; anything else is left alone."""
    url = QUrl.fromUserInput(address)
    return url.scheme() in SAFE and QDesktopServices.openUrl(url)


class LinkRow(ValueRow):
    """One link."""

    def __init__(self, desk: Desk, link: Link) -> None:
        super().__init__(desk, _("Remove the link"))
        self.title = line(_("Title of the link"), _("Title"))
        self.address = line(_("Address of the link"), "https://")
        self._type_in(self.title, link.title)
        self._type_in(self.address, link.address)
        self.go = self._tool("external-link", _("Open the link"))
        self.go.clicked.connect(lambda: open_address(self.address.text()))
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

    @override
    def value(self) -> Link | None:
        """Return the link as typed; without an address it is not one yet."""
        address = self.address.text().strip()
        return Link(title=self.title.text().strip(), address=address) if address else None

    @override
    def lines(self) -> tuple[QLineEdit, ...]:
        return self.title, self.address


class LinksEditor(RowsEditor[LinkRow]):
    """The links of a piece, in order."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__(field, desk, _("Add a link"))

    @override
    def make_row(self, value: Link | None) -> LinkRow:
        return LinkRow(self.desk, value or Link())
