"""Idea cards: the model that holds the ideas and the delegate that paints them; layout is kept, not made in paint."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editorial.domain.records import Entry, Lists
from editorial.domain.spoken import kind_word
from editorial.domain.untagged import missing_tags
from editorial.domain.vocabulary import Phase
from editorial.language import _
from editorial.ui.calendar.colours import MARKS
from editorial.ui.calendar.texts import Texts
from editorial.ui.desk import Desk
from editorial.ui.overriding import override

ENTRY = Qt.ItemDataRole.UserRole
PAD = 10
GAP = 6
EDGE = 3
TITLE_LINES = 2


def tag_line(entry: Entry, lists: Lists) -> str:
    """Return kind, stage and interest in a line; what is missing is left out."""
    names = [kind_word(entry.kind) if entry.kind else ""]
    for id_, listed in ((entry.stage_id, lists.stages), (entry.interest_id, lists.interests)):
        record = listed.get(id_ or 0)
        names.append(record.name if record else "")
    names = [name for name in names if name] or [_("no tags yet")]
    status = lists.statuses.get(entry.status_id)
    if status is not None and status.phase is Phase.PARKED:
        names.append(status.name)
    return " · ".join(names)


def segment_line(entry: Entry, lists: Lists) -> str:
    """Return the segments in a line, or that there are none."""
    names = [lists.segments[id_].name for id_ in entry.segment_ids if id_ in lists.segments]
    return ", ".join(names) or _("no segment")


def in_order(ideas: Sequence[Entry], lists: Lists) -> list[Entry]:
    """Return ideas as they are listed: the newest first, parked ones after all others."""
    newest_first = ideas[::-1]
    return sorted(newest_first, key=lambda idea: lists.phase(idea.status_id) is Phase.PARKED)


def spoken_idea(entry: Entry, lists: Lists) -> str:
    """Return an idea as a screen reader says it."""
    parts = [entry.title, tag_line(entry, lists), segment_line(entry, lists)]
    if missing_tags(entry):
        parts.append(_("tags are missing"))
    return ", ".join(parts)


class IdeaModel(QAbstractListModel):
    """The ideas that are shown, in order."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.entries: list[Entry] = []

    def show(self, entries: Sequence[Entry]) -> None:
        """Put these ideas in place of the last."""
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def row_of(self, piece_id: int) -> int | None:
        """Return the row of an idea."""
        return next((row for row, entry in enumerate(self.entries) if entry.id == piece_id), None)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken_idea(entry, self._desk.lists)
        return None

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled


class CardDelegate(QStyledItemDelegate):
    """Paints an idea as a card; all cards are equally high, so that thousands of them cost nothing."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._titles: Texts | None = None
        self._lines: Texts | None = None

    def forget(self) -> None:
        """Lay the texts out anew: font or theme are others."""
        self._titles = self._lines = None

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        titles, lines = self._texts(option)
        height = titles.metrics.height() * TITLE_LINES + lines.metrics.height() * 2
        return QSize(120, height + 2 * PAD + 4 + GAP)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ENTRY)
        tokens, lists = self._desk.theme.tokens, self._desk.lists
        titles, lines = self._texts(option)
        room: QRect = option.rect.adjusted(0, 0, -1, -GAP)
        self._ground(painter, option, room)
        inner = room.adjusted(PAD + EDGE, PAD, -PAD, -PAD)
        title, count = titles.lines(entry.title, inner.width(), TITLE_LINES)
        painter.setFont(titles.font)
        painter.setPen(QColor(tokens.text))
        painter.drawStaticText(inner.topLeft(), title)
        colour = {"aspirational": tokens.aspirational, "practical": tokens.practical}.get(str(entry.kind), tokens.muted)
        painter.fillRect(QRect(room.left(), room.top() + 6, EDGE, room.height() - 12), QColor(colour))
        at = inner.topLeft()
        at.setY(at.y() + titles.metrics.height() * count + 4)
        painter.setFont(lines.font)
        mark = lines.line(MARKS[entry.kind], lines.metrics.horizontalAdvance("✦ ") + 2)
        painter.setPen(QColor(colour))
        painter.drawStaticText(at, mark)
        indent = lines.metrics.horizontalAdvance("✦ ") + 2
        painter.setPen(QColor(tokens.muted))
        painter.drawStaticText(at.x() + indent, at.y(), lines.line(tag_line(entry, lists), inner.width() - indent))
        painter.drawStaticText(
            at.x(), at.y() + lines.metrics.height(), lines.line(segment_line(entry, lists), inner.width())
        )

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect) -> None:
        tokens = self._desk.theme.tokens
        state = option.state
        selected, focused = state & QStyle.StateFlag.State_Selected, state & QStyle.StateFlag.State_HasFocus
        hovered = state & QStyle.StateFlag.State_MouseOver
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.accent if focused or selected else tokens.line), 2 if focused else 1))
        painter.setBrush(QColor(tokens.selection if selected else tokens.hover if hovered else tokens.panel))
        painter.drawRoundedRect(room.toRectF().adjusted(1, 1, -1, -1), 6, 6)
        painter.restore()

    def _texts(self, option: QStyleOptionViewItem) -> tuple[Texts, Texts]:
        if self._titles is None or self._lines is None:
            font = option.font
            strong, small = type(font)(font), type(font)(font)
            strong.setWeight(strong.Weight.DemiBold)
            small.setPointSizeF(font.pointSizeF() * 0.88)
            self._titles, self._lines = Texts(strong), Texts(small)
        return self._titles, self._lines
