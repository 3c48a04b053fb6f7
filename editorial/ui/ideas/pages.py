"""The three pages of the ideas place: all ideas, the blanks to be filled, the bin."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from editorial.domain.conditions import Condition
from editorial.domain.fields import BY_NAME
from editorial.domain.records import Entry
from editorial.domain.untagged import TAGS, missing_tags
from editorial.domain.vocabulary import Phase
from editorial.language import _, ngettext
from editorial.services import calendar, parking, pieces
from editorial.ui.calendar.acts import Acts
from editorial.ui.desk import Desk
from editorial.ui.ideas.blanks import BlankTable, lacking
from editorial.ui.ideas.cards import in_order
from editorial.ui.ideas.menu import further
from editorial.ui.ideas.quick_add import QuickAdd
from editorial.ui.ideas.table import EntryTable
from editorial.ui.overriding import override
from editorial.ui.piece.acts import told
from editorial.ui.segmented import Segmented

IDEA_COLUMNS = ("title", "stage", "segments", "interest", "format", "status", "owner")
BIN_COLUMNS = ("title", "publish_date", "kind", "stage", "segments", "status")


class Page(QWidget):
    """A line above, a table, and a sentence where the table would be empty."""

    told = Signal(str)
    """What is shown, for the status bar."""

    def __init__(self, desk: Desk, table: EntryTable) -> None:
        super().__init__()
        self.desk = desk
        self.acts = Acts(desk)
        self.table = table
        self.entries: Sequence[Entry] = ()
        self.empty = QLabel()
        self.empty.setObjectName("muted")
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(table)
        self._stack.addWidget(self.empty)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(16, 10, 16, 10)
        self.head.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(self._stack, 1)
        table.opened.connect(desk.piece_opened)
        table.selected_now.connect(self._select)
        table.bin_wanted.connect(self._bin)
        table.duplicate_wanted.connect(lambda ids: told(desk, lambda w: pieces.duplicate(w, ids)))
        table.copy_wanted.connect(self.acts.copy)

    def show_entries(self, entries: Sequence[Entry], empty: str) -> None:
        """List entries, or say why there are none."""
        self.entries = entries
        self.table.show_entries(entries)
        self.empty.setText(empty)
        self._stack.setCurrentWidget(self.table if entries else self.empty)

    def _select(self, ids: tuple[int, ...]) -> None:
        self.desk.piece_selected.emit(ids[0] if len(ids) == 1 else ids or None)

    def _bin(self, ids: Sequence[int]) -> None:
        told(self.desk, lambda w: pieces.bin(w, ids))


class IdeasPage(Page):
    """Every piece without a date, the newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, EntryTable(desk, IDEA_COLUMNS, _("Ideas")))
        self.quick_add = QuickAdd(desk)
        self.quick_add.setMaximumWidth(self.fontMetrics().averageCharWidth() * 90)
        self.head.addWidget(self.quick_add, 9)
        self.head.addStretch(1)
        self.quick_add.added.connect(self.table.go_to)
        self.table.menu_wanted.connect(self._menu)
        self.table.show_columns(desk.preferences.get("ideas/columns", list(IDEA_COLUMNS)))
        self.table.columns_chosen.connect(lambda names: desk.preferences.put("ideas/columns", list(names)))

    def reload(self, where: Condition | None) -> int:
        """Read the ideas; return how many the filter hides."""
        today = self.desk.today
        parked = self.desk.ask(lambda w: parking.parked_ids(w, today)) or frozenset()
        found = self.desk.ask(lambda w: calendar.ideas(w, where)) or []
        entries = in_order([idea for idea in found if idea.id not in parked], self.desk.lists)
        hidden = self.desk.ask(lambda w: calendar.count_hidden_ideas(w, where)) or 0
        invited = _("No ideas yet. Write one down above: a title is enough.")
        none = _("There are no ideas.") if self.desk.readonly else invited
        self.show_entries(entries, _("No idea fits the filter.") if hidden else none)
        count = ngettext("{n} idea", "{n} ideas", len(entries)).format(n=len(entries))
        self.told.emit(_("{ideas} · {n} parked").format(ideas=count, n=len(parked)) if parked else count)
        return hidden

    def _menu(self, ids: tuple[int, ...], at: QPoint) -> None:
        menu, table = QMenu(self), self.table
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label, signal, value in (
            (_("Open"), table.opened, ids[0]),
            (_("Plan for a day…"), table.schedule_wanted, ids),
            (_("Duplicate"), table.duplicate_wanted, ids),
            (_("Copy as rows"), table.copy_wanted, ids),
            (_("Put into the bin"), table.bin_wanted, ids),
        ):
            menu.addAction(label).triggered.connect(lambda _on=False, signal=signal, value=value: signal.emit(value))
        further(self.desk, table, ids, menu)
        menu.popup(at)


class BlanksPage(Page):
    """Pieces that lack a tag."""

    def __init__(self, desk: Desk) -> None:
        self.blanks = BlankTable(desk)
        super().__init__(desk, self.blanks)
        self.scope = Segmented(
            [("open", _("Planned and ideas")), ("out", _("Published")), ("all", _("All"))], _("Which pieces")
        )
        self.scope.changed.connect(lambda _word: self._show())
        self.progress = QLabel()
        self.progress.setObjectName("muted")
        self.next = QPushButton(_("Next blank"))
        self.next.setToolTip(_("Go to the next missing tag (Tab)"))
        self.next.clicked.connect(self._next)
        self.head.addWidget(self.scope)
        self.head.addWidget(self.next)
        self.progress.setWordWrap(True)
        self.head.addWidget(self.progress, 1)
        self._all: list[Entry] = []

    def reload(self, where: Condition | None) -> int:
        """Read what lacks a tag; return how many of these the filter hides."""
        found = self.desk.ask(lambda w: calendar.everything(w, where)) or []
        lists = self.desk.lists
        self._all = [entry for entry in lacking(found) if lists.phase(entry.status_id) is not Phase.PARKED]
        hidden = 0
        if where is not None:
            every = lacking(self.desk.ask(calendar.everything) or [])
            hidden = sum(lists.phase(entry.status_id) is not Phase.PARKED for entry in every) - len(self._all)
        self._show()
        return hidden

    def _show(self) -> None:
        scope = self.scope.chosen
        shown = [entry for entry in self._all if scope == "all" or entry.published == (scope == "out")]
        self.show_entries(shown, _("Nothing is missing: every piece has a kind, a stage, a segment and an interest."))
        blanks = sum(len(missing_tags(entry)) for entry in shown)
        counts = {tag: sum(tag in missing_tags(entry) for entry in shown) for tag in TAGS}
        parts = [f"{BY_NAME[tag].label.lower()} {n}" for tag, n in counts.items() if n]
        said = ngettext("{n} blank", "{n} blanks", blanks).format(n=blanks)
        self.progress.setText(f"{said}: {', '.join(parts)}" if parts else "")
        self.next.setEnabled(blanks > 0)
        count = ngettext("{n} piece lacks a tag", "{n} pieces lack a tag", len(shown))
        self.told.emit(count.format(n=len(shown)))

    def _next(self) -> None:
        self.blanks.next_blank()
        self.blanks.setFocus()

    @override
    def _select(self, ids: tuple[int, ...]) -> None:
        """Nothing: the tags are given here."""


class BinPage(Page):
    """What was thrown away, until the bin is emptied by hand."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, EntryTable(desk, BIN_COLUMNS, _("Bin")))
        self.restore = QPushButton(_("Restore"))
        self.restore.setToolTip(_("Take the selected pieces back out, as they were (Enter)"))
        self.restore.clicked.connect(lambda: self._restore(self.table.selected()))
        self.clean = QPushButton(_("Empty the bin"))
        self.clean.setToolTip(_("Delete everything in it; undo still brings it back"))
        self.clean.clicked.connect(self._empty_bin)
        self.head.addWidget(self.restore)
        self.head.addWidget(self.clean)
        self.head.addStretch(1)
        self.table.opened.disconnect()
        self.table.opened.connect(lambda piece_id: self._restore(self.table.selected() or (piece_id,)))
        self.table.bin_wanted.disconnect()
        self.table.duplicate_wanted.disconnect()
        self.table.setDragEnabled(False)

    def reload(self, _where: Condition | None) -> int:
        """Read what lies in the bin."""
        entries = self.desk.ask(pieces.binned) or []
        self.show_entries(entries, _("The bin is empty."))
        self.clean.setEnabled(bool(entries))
        self._select(self.table.selected())
        self.told.emit(ngettext("{n} piece in the bin", "{n} pieces in the bin", len(entries)).format(n=len(entries)))
        return 0

    @override
    def _select(self, ids: tuple[int, ...]) -> None:
        self.restore.setEnabled(bool(ids))

    def _restore(self, ids: Sequence[int]) -> None:
        if ids:
            told(self.desk, lambda w: pieces.restore(w, ids))

    def _empty_bin(self) -> None:
        told(self.desk, pieces.empty_bin)


def page_words() -> list[tuple[str, str]]:
    """Return the pages in order."""
    return [
        ("all", _("All ideas")),
        ("ranked", _("Ranked")),
        ("parked", _("Parked")),
        ("loose", _("Loose ends")),
        ("blanks", _("Fill the blanks")),
        ("bin", _("Bin")),
    ]
