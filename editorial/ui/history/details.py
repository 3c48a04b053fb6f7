"""The side panel of the history: what one change did, field by field, and the way back to it."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editorial.domain.column_words import record_word
from editorial.domain.history import RowChange
from editorial.domain.records import ChangeLine
from editorial.language import _, ngettext
from editorial.ui.history.changes import what
from editorial.ui.moments import short_moment

RECORDS_SHOWN = 60
LONGEST = 400
"""Letters of a value that are shown; a brief may have thousands."""


class Details(QWidget):
    """Shows a change; `back_wanted` asks to go back to it."""

    back_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._line: ChangeLine | None = None
        self.heading = _text("section")
        self.when = _text("small")
        self.back = QPushButton(_("Back to here"))
        self.back.setToolTip(_("Take back everything after this change, as one change that can itself be undone"))
        self.back.clicked.connect(self._go_back)
        self._area = QScrollArea()
        self._area.setObjectName("clear")
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(_("What the change did"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.when)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._area, 1)
        self.show_nothing()

    def show_change(self, line: ChangeLine, rows: Sequence[RowChange], why_not_back: str = "") -> None:
        """Show what a change did; `why_not_back` is why one cannot go back to it, or empty."""
        self._line = line
        self.heading.setText(what(line))
        self.when.setText(_("{when}, {who}").format(when=short_moment(line.at), who=line.author))
        self.back.setVisible(True)
        self.back.setEnabled(not why_not_back)
        self.back.setToolTip(why_not_back or _("Take back everything after this change; this can itself be undone"))
        self._area.setWidget(_told(rows))

    def show_nothing(self) -> None:
        """Say what the panel is for."""
        self._line = None
        self.heading.setText(_("Choose a change to see what it did"))
        self.when.clear()
        self.back.hide()
        self._area.setWidget(QWidget())

    def _go_back(self) -> None:
        if self._line is not None:
            self.back_wanted.emit(self._line.id)


def _told(rows: Sequence[RowChange]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 4, 8, 4)
    column.setSpacing(3)
    records = [(key, list(group)) for key, group in groupby(rows, key=lambda row: (row.kind, row.id, row.title))]
    for (kind, _id, title), fields in records[:RECORDS_SHOWN]:
        column.addWidget(_text("strong", title))
        column.addWidget(_text("small", _headline(kind, fields)))
        for field in fields:
            if field.field:
                column.addWidget(_text("", said(field)))
        column.addSpacing(8)
    if (more := len(records) - RECORDS_SHOWN) > 0:
        column.addWidget(_text("muted", ngettext("and {n} more", "and {n} more", more).format(n=more)))
    column.addStretch(1)
    return holder


def said(row: RowChange) -> str:
    """Return a field before and after, in words."""
    nothing = _("nothing")
    return _("{field}: {before} → {after}").format(
        field=row.field, before=_short(row.before) or nothing, after=_short(row.after) or nothing
    )


def _headline(kind: str, fields: Sequence[RowChange]) -> str:
    word = record_word(kind)
    op = fields[0].op if not fields[0].field else "update"
    named = {"insert": _("{kind}, added"), "delete": _("{kind}, removed")}
    return named.get(op, "{kind}").format(kind=word)


def _short(value: str) -> str:
    return value if len(value) <= LONGEST else value[:LONGEST].rstrip() + "…"


def _text(role: str, text: str = "") -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(role)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setText(text)
    return label
