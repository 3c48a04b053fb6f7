"""Taking down what was heard, from anywhere in the program: one line, and by whom and about what if that is known."""

from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editorial.language import _
from editorial.services import field_notes
from editorial.ui.desk import Desk
from editorial.ui.field_notes.name_choice import NameChoice
from editorial.ui.overriding import override
from editorial.ui.settings.making import add_row, form_grid

LETTERS = 60


class CaptureSheet(QDialog):
    """A small window: Enter keeps the note, Escape puts it away with what is typed in it."""

    def __init__(self, desk: Desk, above: QWidget) -> None:
        super().__init__(above)
        self.setModal(False)
        self.setWindowTitle(_("Field note"))
        self._desk = desk
        self._before: QWidget | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("What was said, in their words"))
        self.line.setAccessibleName(_("What was said"))
        self.line.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        self.person = NameChoice(desk, "person", _("Heard by"), _("Nobody"))
        self.segment = NameChoice(desk, "segment", _("Segment"), _("None"))
        self.interest = NameChoice(desk, "interest", _("Interest"), _("None"))
        self.account = QLineEdit()
        self.account.setAccessibleName(_("Account"))
        self.reason = QLabel()
        self.reason.setObjectName("bad")
        self.reason.setWordWrap(True)
        self.keep = QPushButton(_("Keep the note"))
        self.keep.setObjectName("primary")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.take)
        desk.opened.connect(self._begin)
        desk.unsaved_asked.connect(self._tell_unsaved)
        self._begin()
        self._arrange()

    @property
    def holds_words(self) -> bool:
        """Whether something is typed that was not kept yet."""
        return bool(self.line.text().strip())

    def come(self) -> None:
        """Show the sheet, ready to type; what was typed before is still there."""
        front = QApplication.activeWindow()
        self._before = front if front is not self else self._before
        self.show()
        self.raise_()
        self.activateWindow()
        self.line.setFocus()

    def take(self) -> None:
        """Keep the note and close."""
        desk, text = self._desk, self.line.text()
        choices = (self.person, self.segment, self.interest)
        chosen = {f"{one.kind}_id": one.id for one in choices}
        new = {one.kind: one.new for one in choices if one.new}
        fields = {**chosen, "account": self.account.text().strip()}
        if desk.did(lambda w: field_notes.capture(w, text, today=desk.today, new=new, **fields), self._refuse):
            self._begin()
            self.close()
            desk.say(_("Noted."), _("Undo"), desk.undo)

    @override
    def reject(self) -> None:
        super().reject()
        self._go_back()

    def _go_back(self) -> None:
        """Let typing go on where it was."""
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.activateWindow()

    def _tell_unsaved(self, holders: list[object]) -> None:
        if self.holds_words:
            holders.append(self)

    def _refuse(self, reason: str) -> None:
        self.reason.setText(reason)
        self.reason.show()
        self.line.setFocus()

    def _begin(self) -> None:
        """Begin a new note; it was heard by whoever sits here, where the list of people has their name once."""
        for line in (self.line, self.account):
            line.clear()
        for choice in (self.person, self.segment, self.interest):
            choice.put(None)
        self.reason.hide()
        author = self._desk.workspace.author if self._desk.workspace is not None else ""
        mine = [id_ for id_, name in self._desk.lists.people.items() if name.casefold() == author.casefold()]
        if len(mine) == 1:
            self.person.put(mine[0])

    def _arrange(self) -> None:
        rest = QWidget()
        grid = form_grid(rest)
        for label, box in (
            (_("Heard by"), self.person),
            (_("Account"), self.account),
            (_("Segment"), self.segment),
            (_("Interest"), self.interest),
        ):
            add_row(grid, label, box)
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


def open_capture(desk: Desk, above: QWidget) -> CaptureSheet | None:
    """Open the sheet of a window, whatever is open in front of it; None where nothing can be written."""
    if desk.workspace is None or desk.readonly:
        desk.say(_("This workspace was opened for reading only.") if desk.workspace else _("No workspace is open yet."))
        return None
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
    sheets = above.findChildren(CaptureSheet)
    sheet = sheets[0] if sheets else CaptureSheet(desk, above)
    sheet.come()
    return sheet
