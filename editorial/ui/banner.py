"""The calm line of a first start: this is a sample, and how to begin with one's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from editorial.language import _
from editorial.ui.desk import Desk


class SampleBanner(QFrame):
    """Shown while the workspace is the sample of a first start, until it is put away."""

    empty_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._away = False
        self._built = False
        self.setObjectName("banner")
        desk.opened.connect(self._fit)
        desk.lists_changed.connect(self._fit)
        self.hide()

    def put_away(self) -> None:
        """Hide the line for this start."""
        self._away = True
        self._fit()

    def _build(self) -> None:
        """Write the line when it is first needed: the first paint comes before."""
        self._built = True
        text = QLabel(_("This is a sample workspace. Try anything: all of it can be undone."))
        text.setWordWrap(True)
        self.empty = self._button(_("Start empty"), self.empty_wanted.emit)
        self.importing = self._button(_("Import a spreadsheet"), self.import_wanted.emit)
        self.close_button = self._button(_("Keep the sample"), self.put_away)
        self.close_button.setObjectName("quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 12, 5)
        row.setSpacing(8)
        row.addWidget(text, 1)
        for button in (self.empty, self.importing, self.close_button):
            row.addWidget(button)

    def _fit(self) -> None:
        wanted = self._desk.lists.settings.sample and not self._away
        if wanted and not self._built:
            self._build()
        self.setVisible(wanted)

    def _button(self, label: str, act: object) -> QPushButton:
        button = QPushButton(label)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(act)
        return button
