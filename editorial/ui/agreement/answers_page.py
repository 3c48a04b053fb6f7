"""What the answers of sales would change, before anything is done."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editorial.domain.imports import Preview
from editorial.language import _, ngettext
from editorial.ui.agreement.labels import plain
from editorial.ui.importing.foot import Foot
from editorial.ui.importing.preview_page import CREATED, NEW, PreviewPage


class AnswersPage(QWidget):
    """The preview of a file of answers, with the step that takes them in."""

    apply_wanted = Signal(bool)
    """Take the answers in; whether refused rows are left out."""
    back_wanted = Signal()
    save_wanted = Signal(object)
    """The refused rows are wanted as a file."""

    def __init__(self) -> None:
        super().__init__()
        self._preview: Preview | None = None
        self.title = plain("title")
        self.preview = PreviewPage()
        self.foot = Foot()
        self.preview.skip_changed.connect(self._offer)
        self.preview.save_wanted.connect(lambda: self.save_wanted.emit(self.preview.refused))
        self.foot.back_wanted.connect(self.back_wanted)
        self.foot.next_wanted.connect(lambda: self.apply_wanted.emit(self.preview.skips))
        self.title.setContentsMargins(20, 14, 20, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.preview, 1)
        column.addWidget(self.foot)

    def show_preview(self, preview: Preview, source: Path) -> None:
        """Show what a file would change."""
        self._preview = preview
        self.title.setText(_("Answers from {name}").format(name=source.name))
        self.preview.show_preview(preview)
        for tab in (NEW, CREATED):
            self.preview.tabs.setTabVisible(tab, False)
        self._offer()
        (self.foot.next if self.foot.next.isEnabled() else self.foot.back).setFocus()

    def _offer(self) -> None:
        preview = self._preview
        if preview is None:
            return
        n = len(preview.changed)
        label = ngettext("Take in {n} answer", "Take in {n} answers", n).format(n=n)
        why_not = ""
        if not n:
            why_not = _("There is nothing to change.")
        elif preview.refused and not self.preview.skips:
            why_not = _("Some rows are refused. Tick that the others are to be taken, or mend the file.")
        self.foot.offer(label, why_not)
