"""The sheet on `?` that lists every keyboard shortcut."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editorial.language import _
from editorial.ui.commands import Command
from editorial.ui.keys import shown_keys

COLUMNS = 2


class KeySheet(QDialog):
    """Lists every shortcut of the window and of the place that is shown; the window stays in use behind it."""

    def __init__(self, parent: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle(_("Keyboard shortcuts"))
        rows = [(command.label, command.shortcuts) for command in commands if command.shortcuts]
        listed = {keys for _label, shortcuts in rows for keys in shortcuts}
        rows += [(label, keys) for label, keys in everywhere() if not listed & set(keys)]
        done = QPushButton(_("Close"))
        done.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(_scrolling(_grid(rows)), 1)
        column.addLayout(foot)
        self.resize(self.fontMetrics().averageCharWidth() * 128, self.fontMetrics().height() * 34)
        done.setFocus()


def everywhere() -> list[tuple[str, tuple[str, ...]]]:
    """Return the keys that are no command: they act where the focus is."""
    return [
        (_("Next field or part of the window"), ("Tab",)),
        (_("Part before"), ("Shift+Tab",)),
        (_("Move the focus among days, cells and rows"), ("Up", "Down", "Left", "Right")),
        (_("Select several"), ("Shift+Up", "Shift+Down")),
        (_("Move the selected pieces by a day or a week"), ("Alt+Left", "Alt+Down")),
        (_("Move to a date"), ("S",)),
        (_("Open the selected piece"), ("Return",)),
        (_("Menu of what has the focus"), ("Shift+F10", "Menu")),
        (_("Put into the bin"), ("Del",)),
        (_("Add to a list"), ("Ins",)),
        (_("Name the entry of a list"), ("F2",)),
        (_("Duplicate"), ("Ctrl+D",)),
        (_("Close what is in front"), ("Esc",)),
    ]


def _grid(rows: Sequence[tuple[str, tuple[str, ...]]]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 8, 0)
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(6)
    half = -(-len(rows) // COLUMNS)
    for place, (label, keys) in enumerate(rows):
        line, column = place % half, place // half * 2
        grid.addWidget(_text("strong", "   ".join(map(shown_keys, keys))), line, column)
        grid.addWidget(_text("", label), line, column + 1)
    grid.setRowStretch(half, 1)
    for column in range(COLUMNS):
        grid.setColumnStretch(column * 2 + 1, 1)
    return holder


def _text(role: str, text: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(role)
    label.setText(text)
    return label


def _scrolling(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName("clear")
    area.setAccessibleName(_("Keyboard shortcuts"))
    area.setWidget(inner)
    area.setWidgetResizable(True)
    return area
