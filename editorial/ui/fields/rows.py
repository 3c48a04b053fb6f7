"""Fields of several values: a row each, one below the other, and a button that adds one at the end."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from editorial.domain.fields import Field
from editorial.domain.records import Piece
from editorial.ui.desk import Desk
from editorial.ui.fields.editor import FieldEditor
from editorial.ui.fields.texts import forget_typing
from editorial.ui.fields.tiny import tiny_button
from editorial.ui.icons import icon
from editorial.ui.overriding import override

AnyRow = TypeVar("AnyRow", bound=QWidget)


class RowList(QWidget, Generic[AnyRow]):
    """Rows in order, and below them the button that adds one."""

    def __init__(self, adding: str, *, spacing: int) -> None:
        super().__init__()
        self.rows: list[AnyRow] = []
        self.add = QPushButton(adding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def append(self, row: AnyRow) -> None:
        """Put a row at the end."""
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)

    def shift(self, row: AnyRow, by: int) -> None:
        """Move a row so many places down, or up; at an end it stays."""
        at = self.rows.index(row)
        to = min(max(0, at + by), len(self.rows) - 1)
        self.rows.insert(to, self.rows.pop(at))
        self._column.removeWidget(row)
        self._column.insertWidget(to, row)

    def drop(self, row: AnyRow) -> None:
        """Take a row out; it says nothing any more, whatever was being typed in it."""
        self.rows.remove(row)
        self._column.removeWidget(row)
        parts: list[QWidget] = [row, *row.findChildren(QWidget)]
        for part in parts:
            part.blockSignals(True)
        row.hide()
        row.deleteLater()

    def replace(self, rows: Iterable[AnyRow]) -> None:
        """Show other rows in place of all."""
        while self.rows:
            self.drop(self.rows[-1])
        for row in rows:
            self.append(row)


class ValueRow(QWidget):
    """One value of a field of several; `remove` stands in it, where the row has put it."""

    changed = Signal()
    """The value is to be handed on."""

    def __init__(self, desk: Desk, removing: str) -> None:
        super().__init__()
        self._muted = desk.theme.tokens.muted
        self.remove = tiny_button(removing, sign=icon("x", self._muted))

    @abstractmethod
    def value(self) -> Any:
        """Return what is typed; None while that is no value yet."""

    @abstractmethod
    def lines(self) -> tuple[QLineEdit, ...]:
        """Return the lines in which it is typed."""

    def begin(self) -> None:
        """Be ready to be typed in."""
        self.lines()[0].setFocus()

    def lock(self, locked: bool) -> None:
        """Let it be read only."""
        for box in self.lines():
            box.setReadOnly(locked)
        self.remove.setEnabled(not locked)

    def _type_in(self, box: QLineEdit, text: str) -> None:
        box.setText(text)
        box.setCursorPosition(0)
        box.editingFinished.connect(self.changed)
        box.editingFinished.connect(lambda: forget_typing(box))

    def _tool(self, sign: str, name: str) -> QToolButton:
        return tiny_button(name, sign=icon(sign, self._muted))


AnyValueRow = TypeVar("AnyValueRow", bound=ValueRow)


class RowsEditor(FieldEditor, Generic[AnyValueRow]):
    """Edits a field of a piece that holds several values, a row each; saved when a row is left."""

    def __init__(self, field: Field, desk: Desk, adding: str) -> None:
        super().__init__(field, desk)
        self._stored: tuple[Any, ...] = ()
        self._before: tuple[Any, ...] = ()
        """What was stored before the last was handed on: handed on again where that could not be saved."""
        self._locked = False
        self._list: RowList[AnyValueRow] = RowList(adding, spacing=2)
        self.add = self._list.add
        self.add.setObjectName("link")
        self.add.clicked.connect(lambda: self._append(None).begin())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._list)
        self.setFocusProxy(self.add)

    @abstractmethod
    def make_row(self, value: Any) -> AnyValueRow:
        """Return the row of a value; of None an empty one."""

    @property
    def rows(self) -> list[AnyValueRow]:
        return self._list.rows

    @override
    def show_piece(self, piece: Piece) -> None:
        held = self.field.value(piece)
        shown = self.dirty or held == self._typed()
        self._stored = held
        if not shown:
            self.forget()

    @override
    def lock(self, locked: bool) -> None:
        self._locked = locked
        self.add.setEnabled(not locked)
        for row in self.rows:
            row.lock(locked)

    @property
    @override
    def dirty(self) -> bool:
        return self._typed() != self._stored

    @override
    def forget(self) -> None:
        self._list.replace(())
        for value in self._stored:
            self._append(value)

    @override
    def settle(self) -> None:
        if self.dirty:
            # What is handed on is not typed any more: the piece as it then is must be shown, not refused.
            self._before, self._stored = self._stored, self._typed()
            self.give(self._stored)

    @override
    def keep(self) -> None:
        self._stored = self._before

    def _typed(self) -> tuple[Any, ...]:
        return tuple(value for row in self.rows if (value := row.value()) is not None)

    def _append(self, value: Any) -> AnyValueRow:
        row = self.make_row(value)
        row.changed.connect(self.settle)
        row.remove.clicked.connect(lambda: self._remove(row))
        self._list.append(row)
        row.lock(self._locked)
        return row

    def _remove(self, row: AnyValueRow) -> None:
        # Else the keyboard lands in a text of another row, and undo takes back what was typed there.
        self.add.setFocus()
        self._list.drop(row)
        self.settle()
