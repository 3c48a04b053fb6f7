"""The ideas place: pieces without a date, ranked and parked ones, loose ends and blanks, and the bin."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from editorial.domain.workdays import work_calendar
from editorial.language import _
from editorial.ui.calendar.planning import MoveTo
from editorial.ui.commands import Command
from editorial.ui.desk import Desk
from editorial.ui.filters.row import FilterRow
from editorial.ui.ideas import acts
from editorial.ui.ideas.loose import LoosePage
from editorial.ui.ideas.pages import BinPage, BlanksPage, IdeasPage, page_words
from editorial.ui.ideas.parked import ParkedPage
from editorial.ui.ideas.ranked import RankedPage
from editorial.ui.overriding import override
from editorial.ui.place import Place
from editorial.ui.segmented import Segmented

KINDS = frozenset({"piece", "segment", "stage", "interest", "status", "format", "channel", "campaign", "person"})
RANKED_BY = frozenset({"workspace", "weight_set", "field_note", "request", "interview"})
"""What only the ranking and the loose ends look at besides."""
AnyPage = IdeasPage | RankedPage | ParkedPage | LoosePage | BlanksPage | BinPage


class IdeasPlace(Place):
    """Hosts the pages; all of them stand under one filter, the bin aside."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stale = True
        self._told = ""
        self.all = IdeasPage(desk)
        self.ranked = RankedPage(desk)
        self.parked = ParkedPage(desk)
        self.loose = LoosePage(desk)
        self.blanks = BlanksPage(desk)
        self.bin = BinPage(desk)
        self.pages: dict[str, AnyPage] = {
            "all": self.all,
            "ranked": self.ranked,
            "parked": self.parked,
            "loose": self.loose,
            "blanks": self.blanks,
            "bin": self.bin,
        }
        self.choice = Segmented(page_words(), _("Part of the ideas"))
        self.filter = FilterRow(desk, "ideas", self)
        self.stack = QStackedWidget()
        for page in self.pages.values():
            self.stack.addWidget(page)
            page.told.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter)
        column.addWidget(self.stack, 1)
        self._connect()

    @override
    def title(self) -> str:
        return _("Ideas")

    @override
    def controls(self) -> list[QWidget]:
        return [self.choice, self.filter.button]

    @override
    def status(self) -> str:
        return self._told

    @override
    def arrive(self, **wanted: Any) -> None:
        if isinstance(page := wanted.get("page"), str) and page in self.pages:
            self.choice.choose(page)
        if wanted.get("new"):
            self.choice.choose("all")
        if self._stale:
            self.reload()
        if isinstance(piece := wanted.get("piece"), int):
            self.choice.choose("all")
            self.all.table.go_to(piece)
        if wanted.get("new"):
            self.all.quick_add.start()
        else:
            self.page.table.setFocus()

    @override
    def new_piece(self) -> bool:
        self.choice.choose("all")
        self.all.quick_add.start()
        return True

    @override
    def commands(self) -> list[Command]:
        return [
            Command("ideas-park", _("Park the selected ideas until a day…"), self.park, why_not=self._why_not_act),
            Command("ideas-merge", _("Merge the selected idea into…"), self.merge, why_not=self._why_not_merge),
            *self.filter.commands(),
        ]

    def park(self) -> None:
        """Park what is selected."""
        acts.park(self.desk, self.page.table, self._selected_ideas())

    def merge(self) -> None:
        """Merge the one idea that is selected into another piece."""
        acts.merge_into(self.desk, self.page.table, self._selected_ideas()[0])

    def _selected_ideas(self) -> tuple[int, ...]:
        return self.page.table.selected() if self.page in (self.all, self.ranked, self.parked) else ()

    def _why_not_act(self) -> str | None:
        if self.desk.readonly:
            return _("This workspace is read only.")
        return None if self._selected_ideas() else _("Select an idea first.")

    def _why_not_merge(self) -> str | None:
        return self._why_not_act() or (None if len(self._selected_ideas()) == 1 else _("Select one idea only."))

    def view_now(self) -> dict[str, Any]:
        """Return the page, columns and sorting, for a saved view."""
        sorted_by = self.all.table.rows.sorted_by
        return {
            "page": self.choice.chosen,
            "columns": list(self.all.table.columns()),
            "sort": list(sorted_by) if sorted_by else None,
        }

    def show_view(self, view: Mapping[str, Any]) -> None:
        """Show the page, columns and sorting of a saved view."""
        if isinstance(columns := view.get("columns"), list):
            self.all.table.show_columns(columns)
        sort = view.get("sort")
        self.all.table.rows.sorted_by = (str(sort[0]), bool(sort[1])) if isinstance(sort, list) else None
        if view.get("page") in self.pages:
            self.choice.choose(str(view["page"]))
        self.reload()

    @property
    def page(self) -> AnyPage:
        """The page that is shown."""
        return self.pages[self.choice.chosen]

    def reload(self) -> None:
        """Read the page that is shown again; while the place is not in sight, only note that it must be."""
        if not self.isVisible() or self.desk.workspace is None:
            self._stale = True
            return
        self._stale = False
        self.filter.show_hidden(self.page.reload(self.filter.condition()))

    def schedule(self, ids: Sequence[int]) -> None:
        """Ask for a day and plan ideas for it."""
        lists, today, table = self.desk.lists, self.desk.today, self.page.table
        sheet = MoveTo(self.window(), len(ids), today, today, work_calendar(lists.settings, lists.notes))
        sheet.day_chosen.connect(lambda day: self._plan(ids, day))
        rect = table.visualRect(table.currentIndex())
        corner = table.viewport().mapToGlobal(rect.topLeft())
        sheet.open_at(QRect(corner, QSize(rect.width(), max(1, rect.height()))), sheet.line)

    def _plan(self, ids: Sequence[int], day: date) -> None:
        from editorial.services import schedule
        from editorial.ui.piece.acts import told

        told(self.desk, lambda w: schedule.move(w, dict.fromkeys(ids, day)))
        self.page.table.setFocus()

    def _connect(self) -> None:
        desk = self.desk
        self.choice.changed.connect(self._turn)
        self.filter.changed.connect(lambda _where: self.reload())
        self.all.table.schedule_wanted.connect(self.schedule)
        for page in (self.ranked, self.parked, self.loose):
            page.schedule_wanted.connect(self.schedule)
        desk.opened.connect(self.reload)
        desk.changed.connect(self._changed)
        desk.lists_changed.connect(self.reload)
        desk.day_viewed.connect(self._look)
        desk.day_changed.connect(self.reload)
        QShortcut(QKeySequence("F"), self, self.filter.add)

    def _turn(self, word: str) -> None:
        self.stack.setCurrentWidget(self.pages[word])
        self.filter.setVisible(word != "bin" and self.filter.condition() is not None)
        self.desk.piece_selected.emit(None)
        self.reload()
        self.page.table.setFocus()

    def _changed(self, changed: Any) -> None:
        if changed.kinds & KINDS or (changed.kinds & RANKED_BY and self.page in (self.ranked, self.loose)):
            self.reload()

    def _look(self, _day: object) -> None:
        """Rank for the quarter of the day in view."""
        if self.page is self.ranked:
            self.reload()

    def _tell(self, line: str) -> None:
        self._told = line
        self.retitled.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()
