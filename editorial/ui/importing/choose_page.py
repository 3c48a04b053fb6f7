"""The first step: a file, or rows from a spreadsheet, and what they hold."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.icons import icon
from editorial.ui.importing.looking import Holds
from editorial.ui.segmented import Segmented

UNTOLD = "any"
WIDEST_LETTERS = 84


class ChoosePage(QWidget):
    """Offers the ways in; dropping a file anywhere on the window is another."""

    file_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.choose = QPushButton(_("Choose a file…"))
        self.choose.setObjectName("primary")
        self.choose.clicked.connect(self.file_wanted)
        self.paste = QPushButton(_("Paste copied rows"))
        self.paste.clicked.connect(self.paste_wanted)
        self.holds = Segmented(
            [
                (UNTOLD, _("Find out")),
                (Holds.PIECES, _("Pieces")),
                (Holds.PEOPLE, _("People")),
                (Holds.FIELD_NOTES, _("Field notes")),
                (Holds.SETTINGS, _("Settings")),
                (Holds.ALL, _("A whole workspace")),
            ],
            _("What it holds"),
        )
        self.reason = QLabel()
        self.reason.setObjectName("bad")
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setWordWrap(True)
        self.reason.hide()
        self._picture = QLabel()
        card = QWidget()
        card.setObjectName("card")
        card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        card.setMaximumWidth(self.fontMetrics().averageCharWidth() * WIDEST_LETTERS)
        self._fill(card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 20)
        whole.addWidget(card)
        whole.addStretch(1)
        desk.theme.changed.connect(self._tint)
        self._tint()

    @property
    def told(self) -> Holds | None:
        """What the user says it holds, or None: find out."""
        return None if self.holds.chosen == UNTOLD else Holds(self.holds.chosen)

    def refuse(self, reason: str) -> None:
        """Say why a file was not read, or nothing."""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def _fill(self, card: QWidget) -> None:
        column = QVBoxLayout(card)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(12)
        column.addWidget(self._picture)
        column.addWidget(_text("section", _("Drop a table or a calendar here, or choose one")))
        column.addWidget(_text("muted", _(
            "CSV, Excel (.xlsx) or JSON, as it is: delimiter, encoding and the row of headings are found. "
            "The events of a calendar file (.ics) become pieces, dates or days away. "
            "Nothing is changed before you have seen what would happen."
        )))  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choose)
        row.addWidget(self.paste)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.reason)
        column.addSpacing(8)
        column.addWidget(_text("muted", _("What it holds")))
        column.addWidget(self.holds, 0, Qt.AlignmentFlag.AlignLeft)

    def _tint(self) -> None:
        self._picture.setPixmap(icon("import", self._desk.theme.tokens.muted).pixmap(QSize(32, 32)))


def _text(role: str, text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(role)
    label.setWordWrap(True)
    return label
