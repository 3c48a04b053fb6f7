"""Every word a scene shows, and which of them no translator has seen."""

import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from getpass import getuser
from pathlib import Path
from sqlite3 import connect

import holidays
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QLocale, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTabBar, QTextEdit, QWidget

from tests.ui.everywhere import looking
from translations import ACCENTS, CLOSE, OPEN

LINE_END, JOINER = "\u2028", "\u200d"
ROWS = 30
"""How many rows of a list are read."""
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
PARTS = re.compile(r"\s*\b\d\d:\d\d\b|\s*\b\d{1,2}:?\d?…|[❝⚡\ufe0e]\s*|[,;:·→←×|/\n()“”‘’\"↶▾–—]+| {2,}")
WORD = re.compile(r"\b[^\W\d_]{2,}\b")
ACCENTED = "".join(chr(code) for code in ACCENTS.values())
KEYS = set("Backspace Ctrl Alt Shift Left Right Up Down Del Delete Enter Return Esc Tab Home End Space Ins".split())
FORMATS = {"CSV", "ICS", "XLSX", "TSV", "HTML", "PNG", "PDF", "pdf", "PPTX"}
SAME_EVERYWHERE = {"Editorial", "editorial", "https", "rrggbb", *FORMATS}


def shown_by(top: QWidget) -> Iterator[str]:
    """Yield the texts of a scene's widgets and actions, what they say to screen readers included."""
    for widget in looking.seen(top):
        yield from of_widget(widget)
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(tab) for tab in range(widget.count()))
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from of_model(widget.model())
    for action in top.findChildren(QAction):
        yield from (action.text().partition("\t")[0], action.iconText())


def of_widget(widget: QWidget) -> Iterator[str]:
    """Yield what a widget says by itself; what is typed or written in it is not the program's."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    for name in ("text", "placeholderText", "title", "specialValueText"):
        say = getattr(widget, name, None)
        if callable(say) and not isinstance(widget, QTextEdit):
            yield str(say())


def of_model(model: QAbstractItemModel) -> Iterator[str]:
    """Yield the headings and the first rows of a model."""
    top = QModelIndex()
    rows, columns = (
        min(ROWS, model.rowCount(top)),
        1 if isinstance(model, QAbstractListModel) else model.columnCount(top),
    )
    for column in range(columns):
        yield from (str(model.headerData(column, Qt.Orientation.Horizontal, role) or "") for role in ROLES)
    for row in range(rows):
        yield from (str(model.headerData(row, Qt.Orientation.Vertical, role) or "") for role in ROLES)
        for column in range(columns):
            yield from (str(model.index(row, column).data(role) or "") for role in ROLES)


class Known:
    """What needs no translation: names and texts of the workspace, days as the locale writes them."""

    def __init__(self, workspace: Path) -> None:
        self._texts = "\n".join([*stored(workspace), *holiday_words(), str(workspace), getuser()])
        self._closed_up = closed_up(self._texts)
        self._seen: set[str] = set()
        self._words = KEYS | SAME_EVERYWHERE | set(calendar_words())

    def untranslated(self, texts: Iterable[str]) -> list[str]:
        """Return the texts with words that are neither known nor translated; each is looked at once."""
        fresh = set(texts) - self._seen
        self._seen |= fresh
        return sorted(text for text in fresh if not all(map(self._knows, PARTS.split(outside(text)))))

    def _knows(self, part: str) -> bool:
        words = [word for word in WORD.findall(part) if word not in self._words]
        if not words:
            return True
        found = part.strip(" …✦▪■○✓+-.!?&")
        if LINE_END in part or found.endswith(JOINER):
            # Painted lines break within words, and end in an ellipsis where a word has too little room.
            return all(closed_up(piece) in self._closed_up for piece in found.split(f"…{LINE_END}"))
        return re.search(rf"(?<!\w){re.escape(found)}" + ("" if "…" in part else r"(?!\w)"), self._texts) is not None


def closed_up(text: str) -> str:
    """Return a text without any space."""
    return re.sub(rf"[\s✦▪■○✓{LINE_END}{JOINER}]+", "", text)


def holiday_words() -> Iterator[str]:
    """Yield names of countries and of their holidays, which come translated from a library of their own."""
    yield from (QLocale.territoryToString(QLocale.Country.UnitedKingdom), "England")
    yield from holidays.country_holidays("GB", subdiv="ENG", years=2027).values()


def outside(text: str) -> str:
    """Return a text without the words of the made-up language, which all carry an accent."""
    return re.sub(rf"[{OPEN}{CLOSE}~]|\b\w*[{ACCENTED}]\w*", "\n", text)


def stored(workspace: Path) -> Iterator[str]:
    """Yield every text of a workspace but single lower-case words, which are the program's own."""
    with closing(connect(workspace)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            for row in connection.execute(f'SELECT * FROM "{name}"'):
                yield from (value for value in row if isinstance(value, str) and not re.fullmatch(r"[a-z_]+", value))


def calendar_words() -> Iterator[str]:
    """Yield the names of months and days."""
    locale = QLocale("en_GB")
    for kind in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat, QLocale.FormatType.NarrowFormat):
        yield from (locale.standaloneMonthName(month, kind) for month in range(1, 13))
        yield from (locale.monthName(month, kind) for month in range(1, 13))
        yield from (locale.standaloneDayName(day, kind) for day in range(1, 8))
    yield from ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
