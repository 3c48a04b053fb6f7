"""Light and dark: the look in force, and how the application is dressed in it."""

from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from editorial.ui.style import style_sheet
from editorial.ui.tokens import DARK, LIGHT, Tokens

Choice = Literal["system", "light", "dark"]
MIDDLE = 128
"""A window ground darker than this is the dark one of the system."""


ICON = 16
"""The side of an icon beside text of the system's own size (px)."""


class Theme(QObject):
    """The look in force; widgets that paint themselves read `tokens` and repaint on `changed`."""

    changed = Signal()

    def __init__(self, choice: Choice = "system") -> None:
        super().__init__()
        self.choice: Choice = choice
        self.zoom = 1.0
        self._base_size = QApplication.font().pointSizeF()
        self._system_dark = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < MIDDLE
        self.tokens = self._resolved()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def choose(self, choice: Choice) -> None:
        """Follow the system, or be light or dark whatever the system says."""
        self.choice = choice
        self.apply()

    def enlarge(self, zoom: float) -> None:
        """Scale all text; 1.0 is the system's own size."""
        self.zoom = min(2.0, max(0.7, round(zoom, 2)))
        self.apply()

    def apply(self) -> None:
        """Dress the application."""
        self.tokens = self._resolved()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        font = application.font()
        font.setPointSizeF(self._base_size * self.zoom)
        application.setFont(font)
        application.setPalette(palette(self.tokens))
        application.setStyleSheet(style_sheet(self.tokens, font.pointSizeF(), round(ICON * self.zoom)))
        self.changed.emit()

    def _resolved(self) -> Tokens:
        if self.choice == "system":
            return DARK if self._system_dark else LIGHT
        return DARK if self.choice == "dark" else LIGHT

    def _system_changed(self) -> None:
        from PySide6.QtCore import Qt

        self._system_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        if self.choice == "system":
            self.apply()


def palette(tokens: Tokens) -> QPalette:
    """Return Qt's palette for these colours, for what the style sheet does not reach."""
    roles = {
        QPalette.ColorRole.Window: tokens.window,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.panel,
        QPalette.ColorRole.AlternateBase: tokens.quiet,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.panel,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.ToolTipBase: tokens.panel,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.Highlight: tokens.selection,
        QPalette.ColorRole.HighlightedText: tokens.text,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.Accent: tokens.accent,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    return made
