"""The rows of Home's lists: what each says, and the model that holds them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editorial.domain.finding_words import level_of_rule, rule_word
from editorial.domain.findings import Finding, Remedy
from editorial.domain.home import Line
from editorial.domain.records import Entry, Lists
from editorial.domain.spoken import kind_word
from editorial.domain.vocabulary import Kind, Precision
from editorial.language import _
from editorial.ui.calendar.words import short_day
from editorial.ui.overriding import override

ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """One row; a heading stands over the rows that follow it and may fold them."""

    title: str
    detail: str = ""
    word: str = ""
    level: str = ""
    remedy: Remedy | None = None
    finding: Finding | None = None
    kind: str = ""
    """The kind whose mark stands before the title, where one does."""
    heading: bool = False
    folds: str = ""
    """What a heading folds; empty where it folds nothing."""
    folded: bool = False

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        kind = kind_word(Kind(self.kind)) if self.kind else ""
        folded = (_("folded") if self.folded else _("unfolded")) if self.folds else ""
        return ", ".join(part for part in (self.title, self.detail, self.word, kind, folded) if part)


def line_row(line: Line) -> Row:
    """Return a line of Home as a row."""
    return Row(line.title, line.detail, line.word, line.level, line.remedy, line.finding)


def finding_row(finding: Finding) -> Row:
    """Return a finding of the review list as a row; its rule stands over it, so it needs no word."""
    detail = finding.detail
    if finding.mute is not None:
        until = _("muted until {day}").format(day=short_day(finding.mute.until))
        detail = " · ".join(part for part in (until, finding.mute.reason, detail) if part)
    word = rule_word(finding) if finding.word else ""
    return Row(finding.subject, detail, word, level_of_rule(finding.rule), finding.remedy, finding)


def entry_row(entry: Entry, lists: Lists) -> Row:
    """Return a piece of *now* or *next* as a row: its status, stage and readers, and its day."""
    stage = lists.stages.get(entry.stage_id or 0)
    segments = [lists.segments[id_].name for id_ in entry.segment_ids if id_ in lists.segments]
    said = [lists.statuses[entry.status_id].name, stage.name if stage else "", ", ".join(segments)]
    day = short_day(entry.day) if entry.day else ""
    if entry.precision is not Precision.DAY and not entry.published:
        day = _("from {day}").format(day=day)
    return Row(
        entry.title or _("Untitled"),
        " · ".join(part for part in said if part),
        day,
        "",
        Remedy("piece", {"piece_id": entry.id}),
        kind=entry.kind.value if entry.kind else "",
    )


class RowModel(QAbstractListModel):
    """The rows of one list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Put these rows in place of the last; the same rows change nothing."""
        if tuple(rows) == self.rows:
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.spoken
        return None

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        row = self.rows[index.row()] if index.isValid() else None
        if row is None or (row.remedy is None and not row.folds):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
