"""A card of My work: a heading with a note, and its lines."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editorial.ui.cards import told
from editorial.ui.desk import Desk
from editorial.ui.my_work.lines import Line
from editorial.ui.my_work.row import WorkRow


class WorkCard(QFrame):
    """Holds a heading, and below it whatever the card is about."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        heading = QLabel(title)
        heading.setObjectName("section")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self.note = QLabel()
        self.note.setObjectName("small")
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(heading)
        head.addWidget(self.note)
        head.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 14, 18, 14)
        self.column.setSpacing(8)
        self.column.addLayout(head)


class LinesCard(WorkCard):
    """Holds lines; where there are none, a sentence says so."""

    def __init__(self, desk: Desk, title: str, empty: str) -> None:
        super().__init__(title)
        self._desk = desk
        self.rows: dict[str, WorkRow] = {}
        self.empty = told(empty)
        self.column.addWidget(self.empty)
        self._held = QVBoxLayout()
        self._held.setSpacing(9)
        self.column.addLayout(self._held)
        self.column.addStretch(1)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; one that is as it was stays, with what is being typed into it."""
        before = self._focused()
        held = list(self.rows.values())[before[0]] if before else None
        kept = {line.key: self._row(line) for line in lines}
        for key, row in self.rows.items():
            if kept.get(key) is not row:
                self._held.removeWidget(row)
                row.hide()
                row.deleteLater()
        self.rows = kept
        for place, row in enumerate(kept.values()):
            if self._held.indexOf(row) != place:
                self._held.insertWidget(place, row)
            row.rule.setVisible(place > 0)
        self.empty.setVisible(not lines)
        if before is not None and held not in kept.values():
            self._refocus(*before)

    @property
    def buttons(self) -> list[QPushButton]:
        """The answers of every line, in reading order."""
        return [button for row in self.rows.values() for button in row.buttons.values()]

    def _row(self, line: Line) -> WorkRow:
        row = self.rows.get(line.key)
        if row is None or row.line.shown != line.shown:
            return WorkRow(self._desk, line)
        row.line = line
        return row

    def _focused(self) -> tuple[int, str] | None:
        """Return which line has the focus, and which of its answers."""
        for place, row in enumerate(self.rows.values()):
            focused: QWidget | None = row.window().focusWidget()
            if focused is not None and row.isAncestorOf(focused):
                word = next((word for word, button in row.buttons.items() if button is focused), row.pressed)
                return place, word
        return None

    def _refocus(self, place: int, word: str) -> None:
        """Keep the keyboard here: at the same answer of the line that took the place of the one that is gone."""
        rows = list(self.rows.values())
        if rows and (buttons := rows[min(place, len(rows) - 1)].buttons):
            buttons.get(word, next(iter(buttons.values()))).setFocus()
