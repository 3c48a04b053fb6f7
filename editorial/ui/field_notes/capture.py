"""Taking down what was heard, from anywhere in the program: one line, and by whom and about what if that is known."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editorial.language import _
from editorial.services import field_notes
from editorial.ui.desk import Desk
from editorial.ui.settings.making import add_row, form_grid

LETTERS = 60


class CaptureSheet(QDialog):
    """A small window: Enter keeps the note, Escape lets it go."""

    def __init__(self, desk: Desk, above: QWidget) -> None:
        super().__init__(above)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Field note"))
        self._desk = desk
        lists = desk.lists
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("What was said, in their words"))
        self.line.setAccessibleName(_("What was said"))
        self.line.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        by_name = dict(sorted(lists.people.items(), key=lambda one: one[1].casefold()))
        self.person = _choice(_("Heard by"), _("Nobody"), by_name)
        self.segment = _choice(_("Segment"), _("None"), {id_: one.name for id_, one in lists.segments.items()})
        alive = {id_: one.name for id_, one in lists.interests.items() if not one.retired}
        self.interest = _choice(_("Interest"), _("None"), alive)
        self.account = QLineEdit()
        self.account.setAccessibleName(_("Account"))
        self.reason = QLabel()
        self.reason.setObjectName("bad")
        self.reason.setWordWrap(True)
        self.reason.hide()
        self.keep = QPushButton(_("Keep the note"))
        self.keep.setObjectName("primary")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.take)
        self._begin_with_me()
        self._arrange()

    def take(self) -> None:
        """Keep the note and close."""
        desk, text = self._desk, self.line.text()
        fields = {
            "person_id": self.person.currentData(),
            "segment_id": self.segment.currentData(),
            "interest_id": self.interest.currentData(),
            "account": self.account.text().strip(),
        }
        if desk.did(lambda w: field_notes.capture(w, text, today=desk.today, **fields), self._refuse):
            self.close()
            desk.say(_("Noted."), _("Undo"), desk.undo)

    def _refuse(self, reason: str) -> None:
        self.reason.setText(reason)
        self.reason.show()
        self.line.setFocus()

    def _begin_with_me(self) -> None:
        """Choose whoever sits here, where the list of people has their name once."""
        author = self._desk.workspace.author if self._desk.workspace is not None else ""
        mine = [id_ for id_, name in self._desk.lists.people.items() if name.casefold() == author.casefold()]
        if len(mine) == 1:
            self.person.setCurrentIndex(self.person.findData(mine[0]))

    def _arrange(self) -> None:
        rest = QWidget()
        grid = form_grid(rest)
        for box in (self.person, self.account, self.segment, self.interest):
            add_row(grid, box.accessibleName(), box)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addWidget(self.line)
        column.addWidget(rest)
        column.addWidget(self.reason)
        column.addLayout(acts)


def open_capture(desk: Desk, above: QWidget) -> CaptureSheet:
    """Open the sheet, or come back to the one that is open already."""
    open_ = [sheet for sheet in above.findChildren(CaptureSheet) if sheet.isVisible()]
    sheet = open_[0] if open_ else CaptureSheet(desk, above)
    sheet.show()
    sheet.raise_()
    sheet.activateWindow()
    sheet.line.setFocus()
    return sheet


def _choice(name: str, nothing: str, options: Mapping[int, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.addItem(nothing, None)
    for id_, said in options.items():
        box.addItem(said, id_)
    return box
