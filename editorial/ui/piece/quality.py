"""The quality of an idea as stars: clicked, or given by the digits 1 to 5 and the arrow keys; 0 takes it away."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from editorial.domain.fields import MOST_STARS, Field
from editorial.domain.records import Piece
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.editor import FieldEditor
from editorial.ui.overriding import override

PAD_X = 8
PAD_Y = 4
CLEARING = (Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}


class Stars(QWidget):
    """Five stars, of which some are full; a click on the last full one empties all."""

    given = Signal(object)

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._desk = desk
        self._name = name
        self.stars: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(_("How good the idea turned out: 1 to 5, 0 takes it away"))
        self.show_stars(None)

    def show_stars(self, stars: int | None) -> None:
        """Show so many full stars."""
        self.stars = stars
        said = _("{n} of {most}").format(n=stars, most=MOST_STARS) if stars else _("not rated")
        self.setAccessibleName(f"{self._name}: {said}")
        self.update()

    def _star(self) -> int:
        return self.fontMetrics().horizontalAdvance("★") + 5

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._star() * MOST_STARS + 2 * PAD_X, self.fontMetrics().height() + 2 * PAD_Y)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._desk.theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QColor(tokens.accent))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        for place in range(1, MOST_STARS + 1):
            full = place <= (self.stars or 0)
            painter.setPen(QColor(tokens.warning if full else tokens.muted))
            room = QRect(PAD_X + (place - 1) * self._star(), 0, self._star(), self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "★" if full else "☆")

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().x() - PAD_X) // self._star() + 1
        if self.isEnabled() and event.button() is Qt.MouseButton.LeftButton and 1 <= place <= MOST_STARS:
            self._give(None if place == self.stars else place)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep digits from the window's shortcuts: here they give the stars."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.text().isdigit():
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in CLEARING:
            self._give(None)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self._give(key - Qt.Key.Key_0)
        elif key in STEPS:
            self._give(max(1, min(MOST_STARS, (self.stars or 0) + STEPS[key])))
        else:
            super().keyPressEvent(event)

    def _give(self, stars: int | None) -> None:
        if stars != self.stars:
            self.show_stars(stars)
            self.given.emit(stars)


class QualityEditor(FieldEditor):
    """How good the idea turned out."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__(field, desk)
        self.stars = Stars(desk, field.label)
        self.stars.given.connect(self.give)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.stars)
        row.addStretch(1)
        self.setFocusProxy(self.stars)

    @override
    def show_piece(self, piece: Piece) -> None:
        self.stars.show_stars(piece.quality)
