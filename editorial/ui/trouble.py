"""What stands in the work area when a workspace could not be opened: one clear sentence and the ways on."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.flow import Flow
from editorial.ui.icons import icon
from editorial.ui.moments import short_moment
from editorial.ui.opening import Refusal

if TYPE_CHECKING:
    from editorial.services.backups import Backup

LISTED = 8
"""Copies offered; older ones are in their folder."""
WIDTH = 640


class TroublePage(QWidget):
    """Says why, that nothing was changed, and offers reading it, its backups, another one, the sample."""

    read_wanted = Signal(Path)
    restore_wanted = Signal(Path, Path)
    """A copy, and the workspace in whose place it is put."""
    open_wanted = Signal()
    sample_wanted = Signal()
    again_wanted = Signal(Path)
    back_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._path = Path()
        self.sentence = _text("section")
        self._where = _text("small")
        self._kept = _text("muted", _("Nothing in the file was changed."))
        self._none = _text("muted", _("No backup of this file was found on this computer."))
        self._icon = QLabel()
        self._backups = QVBoxLayout()
        self._backups.setSpacing(6)
        self.again = self._way(_("Try again"), lambda: self.again_wanted.emit(self._path))
        self.read = self._way(_("Open for reading"), lambda: self.read_wanted.emit(self._path))
        self.another = self._way(_("Open another…"), self.open_wanted.emit)
        self.sample = self._way(_("Open the sample"), self.sample_wanted.emit)
        self.back = self._way("", self.back_wanted.emit)
        self._arrange()
        desk.theme.changed.connect(self._tint)
        self._tint()

    def show_refusal(self, refusal: Refusal, backups: "list[Backup]") -> None:
        """Show what went wrong with which file."""
        self._path = refusal.path
        self.sentence.setText(refusal.sentence)
        self._where.setText(str(refusal.path))
        self._kept.setVisible(refusal.path.exists())
        self.read.setVisible(refusal.readable)
        self.back.setVisible(self._desk.workspace is not None)
        self.back.setText(_("Back to {name}").format(name=self._desk.lists.settings.name).replace("&", "&&"))
        self._list(backups)
        self._none.setVisible(not backups and refusal.path.exists() and not refusal.readable)
        first = self.read if refusal.readable else self.another
        first.setFocus()

    def _arrange(self) -> None:
        ways = Flow()
        for button in (self.back, self.read, self.again, self.another, self.sample):
            ways.addWidget(button)
        heading = QHBoxLayout()
        heading.setSpacing(12)
        heading.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        heading.addWidget(self.sentence, 1)
        card = QFrame()
        card.setObjectName("card")
        card.setMaximumWidth(WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addLayout(heading)
        column.addWidget(self._where)
        column.addWidget(self._kept)
        column.addWidget(self._none)
        column.addLayout(ways)
        column.addLayout(self._backups)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 8)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 40, 16, 16)
        whole.addLayout(row)
        whole.addStretch(1)

    def _way(self, label: str, act: object) -> QPushButton:
        button = QPushButton(label)
        button.clicked.connect(act)
        return button

    def _list(self, backups: "list[Backup]") -> None:
        while (item := self._backups.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if not backups:
            return
        heading = _text("strong", _("Backups of this workspace"))
        self._backups.addWidget(heading)
        for backup in backups[:LISTED]:
            self._backups.addWidget(self._backup(backup))
        self._backups.addWidget(
            _text("small", _("Restoring puts the copy in its place; what is there now is kept beside it."))
        )

    def _backup(self, backup: "Backup") -> QWidget:
        label = backup_label(backup)
        button = QPushButton(_("Restore the copy of {when}").format(when=label))
        button.setObjectName("link")
        button.clicked.connect(lambda: self.restore_wanted.emit(backup.path, self._path))
        return button

    def _tint(self) -> None:
        self._icon.setPixmap(icon("triangle-alert", self._desk.theme.tokens.warning).pixmap(20, 20))


def backup_label(backup: "Backup") -> str:
    """Return when a copy was made, in this computer's time, and its size."""
    return _("{when} ({size})").format(when=short_moment(backup.at), size=QLocale().formattedDataSize(backup.size, 1))


def _text(role: str, text: str = "") -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(role)
    label.setWordWrap(True)
    label.setText(text)
    return label
