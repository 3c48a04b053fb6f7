"""A small sheet to choose from a list of any length: type to narrow it, arrows and Enter to choose."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from editorial.language import _
from editorial.ui.fields.options import Option, matching, named
from editorial.ui.icons import icon
from editorial.ui.overriding import override
from editorial.ui.tokens import Tokens

MOST_ROWS = 12
LEAST_LETTERS = 30
MOST_LETTERS = 60
EDGES = 64
"""What a row needs (px) beside its name: margins, the tick, the scroll bar."""
MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class Add:
    """Stands in the list for the name that was typed and is not there yet."""


ADD = Add()


class OptionModel(QAbstractListModel):
    """The options that match what was typed; chosen ones carry a tick."""

    def __init__(self, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self.options: list[Option] = []
        self.chosen: tuple[Any, ...] = ()
        self._tick = icon("check", tokens.accent)
        self._plus = icon("plus", tokens.muted)
        blank = QPixmap(16, 16)
        blank.fill(Qt.GlobalColor.transparent)
        self._blank = QIcon(blank)

    def show(self, options: list[Option], chosen: tuple[Any, ...]) -> None:
        """Put these options in place of the last."""
        self.beginResetModel()
        self.options, self.chosen = options, chosen
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.options)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        option = self.options[index.row()]
        ticked = option.value in self.chosen
        if role == Qt.ItemDataRole.DisplayRole:
            return option.shown
        if role == Qt.ItemDataRole.DecorationRole:
            return self._plus if option.value is ADD else self._tick if ticked else self._blank
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("{name}, chosen").format(name=option.name) if ticked else option.name
        return None


class Picker(QFrame):
    """Chooses one value, or ticks several; closed by Enter, Escape or a click elsewhere."""

    picked = Signal(object)
    """The value chosen, or the tuple of all that are ticked."""
    add_wanted = Signal(str)
    """A name that the list does not have yet."""
    closed = Signal()

    def __init__(self, owner: QWidget, name: str, tokens: Tokens) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        self._options: list[Option] = []
        self._chosen: tuple[Any, ...] = ()
        self._several = False
        self._grows = False
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Type to search"))
        self.line.setAccessibleName(_("Search in {list}").format(list=name))
        self.model = OptionModel(tokens, self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.view)
        self.line.textChanged.connect(self._narrow)
        self.line.installEventFilter(self)
        self.view.clicked.connect(self._take)
        self.view.entered.connect(self.view.setCurrentIndex)

    def offer(self, options: Sequence[Option], chosen: tuple[Any, ...], *, several: bool, grows: bool = False) -> None:
        """Set what can be chosen, what is chosen, whether several may be, and whether a new name may be added."""
        self._options, self._chosen = list(options), chosen
        self._several, self._grows = several, grows
        self._narrow("")

    def open_below(self, typed: str = "") -> None:
        """Show the sheet below its owner, wholly on the screen, perhaps with a first letter typed."""
        owner = self.parentWidget()
        assert owner is not None
        metrics = self.fontMetrics()
        self.setFixedWidth(max(owner.width(), self._wanted_width()))
        row = max(self.view.sizeHintForRow(0), metrics.height())
        self.view.setFixedHeight(row * min(MOST_ROWS, max(2, len(self._options) + self._grows)) + 4)
        self.adjustSize()
        corner = owner.mapToGlobal(QPoint(0, owner.height() + 2))
        screen = owner.screen().availableGeometry()
        top = corner.y()
        if top + self.height() > screen.bottom():
            top = max(screen.top(), corner.y() - owner.height() - 4 - self.height())
        self.move(max(screen.left(), min(corner.x(), screen.right() - self.width())), top)
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.line.setText(typed)

    def _wanted_width(self) -> int:
        """Return the width that shows every name whole, within reason."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(option.shown) for option in self._options), default=0)
        letter = metrics.averageCharWidth()
        return min(max(widest + EDGES, letter * LEAST_LETTERS), letter * MOST_LETTERS)

    def tick(self, chosen: tuple[Any, ...], options: Sequence[Option] | None = None) -> None:
        """Show what is chosen now, after it was saved."""
        self._chosen = chosen
        self._options = list(options) if options is not None else self._options
        self._narrow(self.line.text())

    def _narrow(self, words: str) -> None:
        found = matching(self._options, words)
        if self._grows and words.strip() and named(self._options, words) is None:
            found.append(Option(ADD, _("Add “{name}”").format(name=words.strip())))
        self.model.show(found, self._chosen)
        current = next((row for row, one in enumerate(found) if not words and one.value in self._chosen), 0)
        self.view.setCurrentIndex(self.model.index(current, 0))
        self.view.scrollTo(self.view.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        option = self.model.options[index.row()]
        if option.value is ADD:
            name = self.line.text().strip()
            self._done()
            self.add_wanted.emit(name)
        elif self._several:
            self._toggle(option.value)
        else:
            self._done()
            self.picked.emit(option.value)

    def _toggle(self, value: Any) -> None:
        others = tuple(one for one in self._chosen if one != value)
        self._chosen = others if value in self._chosen else (*others, value)
        row = self.view.currentIndex().row()
        self.line.clear()
        self.model.show(self.model.options, self._chosen)
        self.view.setCurrentIndex(self.model.index(max(0, row), 0))
        self.picked.emit(self._chosen)

    def _done(self) -> None:
        if self._several:
            self.line.clear()
        else:
            self.close()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in MOVES:
                self.view.keyPressEvent(event)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.view.currentIndex())
                return True
        return super().eventFilter(watched, event)

    @override
    def hideEvent(self, event: Any) -> None:
        super().hideEvent(event)
        self.closed.emit()
