"""The bar above the work area: the place's title and controls, search, and a new piece."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QWidget

from editorial.language import _
from editorial.ui.elide import ElidedLabel
from editorial.ui.icons import icon
from editorial.ui.overriding import override
from editorial.ui.theme import Theme


class CurrentOnly(QStackedWidget):
    """A stack that is only as wide as what it shows."""

    @override
    def sizeHint(self) -> QSize:
        current = self.currentWidget()
        return current.sizeHint() if current else QSize(0, 0)

    @override
    def minimumSizeHint(self) -> QSize:
        current = self.currentWidget()
        return current.minimumSizeHint() if current else QSize(0, 0)


class Header(QWidget):
    """Title, the controls of the place that is shown, the search box and the button for a new piece."""

    search_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.title = ElidedLabel("title")
        self._controls = CurrentOnly()
        self.search = self._search_button()
        self.new = QPushButton(_("New piece"))
        self.new.setObjectName("primary")
        self.new.setToolTip(_("Write down an idea (N)"))
        self.new.clicked.connect(self.new_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self._controls, 1)
        row.addWidget(self.search)
        row.addWidget(self.new)
        theme.changed.connect(self._tint)
        self._tint()

    def add(self, controls: list[QWidget]) -> QWidget:
        """Make a row of a place's controls and return it."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for control in controls:
            row.addWidget(control)
        row.addStretch(1)
        self._controls.addWidget(holder)
        return holder

    def show_place(self, title: str, controls: QWidget | None) -> None:
        """Show a place's title and controls, or a title alone."""
        self.title.setText(title)
        self._controls.setVisible(controls is not None)
        if controls is not None:
            self._controls.setCurrentWidget(controls)
        self._controls.updateGeometry()

    def narrow(self, narrow: bool) -> None:
        """Keep only marks of the search box and the button where the window is narrow."""
        self.search.setText("" if narrow else _("Search or command"))
        self.new.setText("" if narrow else _("New piece"))

    def _search_button(self) -> QPushButton:
        button = QPushButton(_("Search or command"))
        button.setAccessibleName(_("Search or command"))
        button.setToolTip(_("Find pieces, people, campaigns, places and commands (Ctrl+K)"))
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self.search_wanted)
        return button

    def _tint(self) -> None:
        self.search.setIcon(icon("search", self._theme.tokens.muted))
        self.new.setIcon(icon("plus", self._theme.tokens.on_accent))
        self.new.setAccessibleName(_("New piece"))
