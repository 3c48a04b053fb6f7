"""The presentation's own window: one screen after the other, large, by keyboard or by click."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from editorial.domain.period import Period
from editorial.language import _
from editorial.ui.coverage.presentation.cell_page import cell_page
from editorial.ui.coverage.presentation.deck import Deck, read_deck
from editorial.ui.coverage.presentation.overview import overview
from editorial.ui.coverage.presentation.pages import segment_page, stage_page
from editorial.ui.coverage.presentation.sheet import RIGHT, Sheet
from editorial.ui.coverage.presentation.walk import Page, Way, Where, go
from editorial.ui.desk import Desk
from editorial.ui.overriding import override

K = Qt.Key
KEYS = {
    K.Key_Left: Way.LEFT, K.Key_Right: Way.RIGHT, K.Key_Up: Way.UP, K.Key_Down: Way.DOWN,
    K.Key_Return: Way.INTO, K.Key_Enter: Way.INTO, K.Key_Escape: Way.BACK, K.Key_Home: Way.HOME,
    K.Key_PageDown: Way.NEXT, K.Key_Space: Way.NEXT, K.Key_PageUp: Way.BEFORE, K.Key_Backspace: Way.BEFORE,
    K.Key_Tab: Way.TURN, K.Key_Backtab: Way.TURN,
}  # fmt: skip
PAGES = {Page.OVERVIEW: overview, Page.SEGMENT: segment_page, Page.STAGE: stage_page, Page.CELL: cell_page}
WIDE, HIGH = 58, 34
"""A screen in units; a unit is the height of its body text (px)."""


class Presentation(QWidget):
    """Shows a period on the whole screen; Esc leads back, and out of it."""

    def __init__(self, desk: Desk, period: Period, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.desk, self.period = desk, period
        self.deck: Deck | None = None
        self.where = Where()
        self.sheet: Sheet | None = None
        self.setWindowTitle(_("Coverage · {period}").format(period=period.name))
        desk.changed.connect(self.reload)
        desk.opened.connect(self.close)
        desk.theme.changed.connect(self._lay_out)
        self.reload()
        self._frame_worst()

    def reload(self) -> None:
        """Ask again; what was there and is gone is left."""
        period, today = self.period, self.desk.today
        self.deck = self.desk.ask(lambda w: read_deck(w, period, self.desk.lists, today))
        if self.deck is None or not self.deck.coverage.cells:
            self.close()
            return
        if self.where.segment >= len(self.deck.segments) or self.where.stage >= len(self.deck.stages):
            self.where = Where()
        self._lay_out()

    def _frame_worst(self) -> None:
        if self.deck is not None and self.deck.coverage.gaps:
            worst, deck = self.deck.coverage.gaps[0], self.deck
            at = Where(segment=deck.segments.index(worst.segment), stage=deck.stages.index(worst.stage))
            self.show_page(at)

    def show_page(self, where: Where) -> None:
        """Go somewhere."""
        self.where = where
        self._lay_out()

    def _lay_out(self) -> None:
        if self.deck is None:
            return
        tokens = self.desk.theme.tokens
        sheet = Sheet(self.font(), tokens, min(self.width() / WIDE, self.height() / HIGH))
        side, head, foot = round(sheet.unit * 2), sheet.lines(2.0), sheet.lines(0.75)
        inner = self.rect().adjusted(side, round(sheet.unit * 1.2), -side, -round(sheet.unit * 0.9))
        area = inner.adjusted(0, head + round(sheet.unit * 0.6), 0, -foot - round(sheet.unit * 0.5))
        PAGES[self.where.page](sheet, self.deck, area, self.where)
        told = sheet.told
        corner = round(inner.width() * 0.28)
        sheet.write(QRect(inner.left(), inner.top(), inner.width() - corner, head), sheet.title, 2.0, bold=True)
        period = QRect(inner.right() - corner, inner.top(), corner, head)
        name = self.deck.lists.settings.name
        sheet.write(period, f"{name} · {self.period.name}", 0.9, ink="muted", align=RIGHT)
        below = QRect(inner.left(), inner.bottom() - foot, inner.width(), foot)
        sheet.write(below, self._keys(), 0.75, ink="muted")
        sheet.write(below, self._place(self.deck), 0.75, ink="muted", align=RIGHT)
        self.sheet = sheet
        self.setAccessibleName(sheet.title)
        self.setAccessibleDescription("\n".join(told))
        self.update()

    def _keys(self) -> str:
        if self.where.page is Page.CELL:
            return _("← → segments   ↑ ↓ stages   Esc back   Home overview")
        if self.where.page is Page.OVERVIEW:
            return _("← → segments   ↑ ↓ stages   Enter into the framed cell   Esc leave")
        return _("← → segments   ↑ ↓ stages   Enter into the framed cell   Tab segment or stage   Esc back")

    def _place(self, deck: Deck) -> str:
        at = self.where
        if at.page is Page.SEGMENT:
            return _("Segment {n} of {all}").format(n=at.segment + 1, all=len(deck.segments))
        if at.page is Page.STAGE:
            return _("Stage {n} of {all}").format(n=at.stage + 1, all=len(deck.stages))
        return ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = KEYS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_F5:
            self.close()
        elif way is None or self.deck is None:
            super().keyPressEvent(event)
        elif (there := go(self.where, way, len(self.deck.segments), len(self.deck.stages))) is None:
            self.close()
        else:
            self.show_page(there)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return False  # Tab turns between segment and stage.

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        there = self.sheet.at(event.position().toPoint()) if self.sheet else None
        if there is not None and event.button() is Qt.MouseButton.LeftButton:
            self.show_page(there)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.sheet is not None and self.sheet.at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.desk.theme.tokens.window))
        if self.sheet is not None:
            self.sheet.paint(painter)
        painter.end()
