"""The third page of sharing: a folder into which the calendar is written again whenever something changes."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editorial.domain.audience import audience_word
from editorial.domain.onlooker import period_words
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.folders import show_folder
from editorial.ui.labels import plain_label, say_on, side_by_side
from editorial.ui.moments import short_moment
from editorial.ui.onlooker.keeping import Keeper, Kept
from editorial.ui.onlooker.wanted import FORMS, Shared


class FolderPage(QWidget):
    """Writes what the other pages say; it goes on with that until it is told otherwise."""

    def __init__(self, desk: Desk, keeper: Keeper, shared: Callable[[], Shared | None]) -> None:
        super().__init__()
        self._desk, self._keeper, self._shared = desk, keeper, shared
        self.about = plain_label("muted")
        self.about.setText(
            _("Written again a moment after something changes, by you or by others, while Editorial is open.")
        )
        self.folder = QLineEdit()
        self.folder.setAccessibleName(_("Folder"))
        self.choose = QPushButton(_("Choose…"))
        self.forms = {form: QCheckBox(form.upper()) for form in FORMS}
        self.start = QPushButton()
        self.stop = QPushButton(_("Stop"))
        self.now = QPushButton(_("Write now"))
        self.show_it = QPushButton(_("Show the folder"))
        self.what = plain_label("small")
        self.state = plain_label("small")
        self._arrange()
        self._connect()
        self.come_back()

    def come_back(self) -> None:
        """Show what is kept for the workspace, or nothing yet."""
        kept = self._keeper.kept()
        self.folder.setText(str(kept.folder) if kept else "")
        for form, box in self.forms.items():
            box.setChecked(form in kept.forms if kept else form == "ics")
        self.show_state()

    def show_state(self) -> None:
        """Say what is written, when it last was, or why it could not be."""
        kept = self._keeper.kept()
        for button in (self.stop, self.now, self.show_it):
            button.setVisible(kept is not None)
        self.start.setText(_("Write this instead") if kept else _("Start"))
        chosen = self._chosen()
        self.start.setEnabled(chosen is not None and not _same(kept, chosen))
        say_on(self.what, _what(kept) if kept else "")
        if self._keeper.trouble and kept:
            say_on(self.state, self._keeper.trouble, "bad")
        elif kept:
            when = short_moment(datetime.fromisoformat(kept.written)) if kept.written else ""
            say_on(self.state, _("Last written {when}.").format(when=when) if when else "", "good")
        else:
            say_on(self.state, self._lacking())

    def _arrange(self) -> None:
        rows = QFormLayout()
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(10)
        rows.addRow(_("Folder"), side_by_side(self.folder, self.choose))
        rows.addRow(_("Forms"), side_by_side(*self.forms.values(), None))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.about)
        column.addLayout(rows)
        column.addLayout(side_by_side(self.start, self.stop, self.now, None))
        column.addWidget(self.what)
        column.addWidget(self.state)
        column.addLayout(side_by_side(self.show_it, None))
        column.addStretch(1)

    def _connect(self) -> None:
        self._keeper.said.connect(self.show_state)
        self.choose.clicked.connect(self._choose)
        self.folder.textChanged.connect(lambda _text: self.show_state())
        for box in self.forms.values():
            box.toggled.connect(lambda _on: self.show_state())
        self.start.clicked.connect(self._start)
        self.stop.clicked.connect(self._stop)
        self.now.clicked.connect(self._keeper.write)
        self.show_it.clicked.connect(self._show_folder)

    def _chosen(self) -> tuple[Path, tuple[str, ...], Shared] | None:
        forms = tuple(form for form, box in self.forms.items() if box.isChecked())
        typed, shared = self.folder.text().strip(), self._shared()
        return (Path(typed).expanduser(), forms, shared) if typed and forms and shared else None

    def _lacking(self) -> str:
        if not self.folder.text().strip():
            return _("Choose a folder, one that is shared with others for instance.")
        return "" if self._chosen() else _("Tick at least one form.")

    def _choose(self) -> None:
        path = self._desk.prompts.open_folder("share-folder", _("Folder for the calendar"))
        if path is not None:
            self.folder.setText(str(path))
            self.show_state()

    def _start(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._keeper.start(*chosen)
            self.show_state()

    def _stop(self) -> None:
        self._keeper.stop()

    def _show_folder(self) -> None:
        kept = self._keeper.kept()
        if kept is not None:
            show_folder(self._desk, kept.folder)


def _same(kept: Kept | None, chosen: tuple[Path, tuple[str, ...], Shared]) -> bool:
    return kept is not None and (kept.folder, kept.forms, kept.shared) == chosen


def _what(kept: Kept) -> str:
    said = _("{period}, for: {audience}. Files: {files}.")
    files = ", ".join(path.name for path in kept.paths)
    return said.format(
        period=period_words(kept.shared.period), audience=audience_word(kept.shared.audience), files=files
    )
