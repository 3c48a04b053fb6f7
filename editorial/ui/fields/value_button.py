"""A value that is chosen, not typed: shown like text, pressed to choose another."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from editorial.ui.overriding import override
from editorial.ui.theme import Theme

PAD_X = 8
PAD_Y = 4
MOST_LINES = 4


class ValueButton(QAbstractButton):
    """Shows a value over as many lines as it needs; a click, Enter, Down or a letter opens what chooses."""

    wanted = Signal(str)
    """Choosing is wanted; with the letter that was typed, if one was."""

    def __init__(self, theme: Theme, name: str, placeholder: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._placeholder = placeholder
        self._value = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: self.wanted.emit(""))
        self.show_value("")

    def show_value(self, value: str) -> None:
        """Show a value in words; nothing shows the placeholder."""
        self._value = value
        self.setText(value.replace("&", "&&"))
        self.setAccessibleName(f"{self._name}: {value or self._placeholder}")
        self.setToolTip(value if len(value) > MOST_LINES * 20 else "")
        self.updateGeometry()
        self.update()

    @property
    def value(self) -> str:
        """The value in words, as it is shown."""
        return self._value

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._needed(width)

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * 16
        return QSize(width, self._needed(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 8, self.fontMetrics().height() + 2 * PAD_Y)

    def _needed(self, width: int) -> int:
        metrics = self.fontMetrics()
        room = QRect(0, 0, max(1, width - 2 * PAD_X), 10_000)
        text = self._value or self._placeholder or " "
        height = metrics.boundingRect(room, int(_WRAPPED), text).height()
        return min(max(height, metrics.height()), metrics.height() * MOST_LINES) + 2 * PAD_Y

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().adjusted(0, 0, -1, -1)
        if self.isEnabled() and (self.hasFocus() or self.underMouse()):
            painter.setPen(QColor(tokens.accent if self.hasFocus() else tokens.line))
            painter.setBrush(QColor(tokens.panel))
            painter.drawRoundedRect(frame.toRectF().adjusted(0.5, 0.5, 0.5, 0.5), 6, 6)
        painter.setPen(QColor(tokens.text if self._value else tokens.muted))
        room = self.rect().adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        painter.drawText(room, int(_WRAPPED), self._value or self._placeholder)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep letters from the window's shortcuts: here they begin to choose."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _begins(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.wanted.emit("")
        elif _begins(event):
            self.wanted.emit(event.text())
        else:
            super().keyPressEvent(event)


_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _begins(event: QKeyEvent) -> bool:
    """Tell whether a key is a letter or digit by itself."""
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    return plain and len(event.text()) == 1 and event.text().isalnum()
