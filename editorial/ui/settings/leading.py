"""A page of the settings that leads to the place where its list is kept."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout

from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.settings.page import SettingsPage


class LeadingPage(SettingsPage):
    """People are kept among the experts; a visit that wants one of them goes there at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        said = QLabel(_("Everybody who contributes is kept in one place, with all that is known of them."))
        said.setObjectName("muted")
        said.setWordWrap(True)
        self.go = QPushButton(_("Open Experts"))
        self.go.clicked.connect(lambda: desk.place_wanted.emit("experts", {}))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(said)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    @override
    def arrive(self, **wanted: Any) -> None:
        self.desk.place_wanted.emit("experts", {key: value for key, value in wanted.items() if key != "kind"})
