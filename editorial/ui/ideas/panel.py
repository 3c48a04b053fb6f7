"""The ideas beside the calendar: written down, found, dragged onto days."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editorial.domain.columns import shown
from editorial.domain.fields import BY_NAME, Field
from editorial.domain.folding import fold
from editorial.domain.moves import why_not_move
from editorial.domain.records import Entry
from editorial.domain.workdays import work_calendar
from editorial.language import _, ngettext
from editorial.ui.calendar.acts import Acts
from editorial.ui.calendar.dragging import PieceDrag
from editorial.ui.desk import Desk
from editorial.ui.ideas.cards import in_order
from editorial.ui.ideas.idealist import IdeaList
from editorial.ui.ideas.quick_add import QuickAdd
from editorial.ui.overriding import override

QUICK = ("kind", "stage")
CHIP_LETTERS = 12
KINDS = frozenset({"piece", "segment", "stage", "interest", "status"})


class IdeasPanel(QWidget):
    """Every piece without a date, the newest first, with a line to add one and three ways to narrow the list."""

    def __init__(self, desk: Desk, onto: str = "") -> None:
        super().__init__()
        self.desk = desk
        self._onto = onto or _("drag onto a day")
        """What the ideas can be dragged onto here."""
        self.acts = Acts(desk)
        self._all: list[Entry] = []
        self._quick: dict[str, Any] = {}
        self._stale = True
        self.heading = QLabel(_("Ideas"))
        self.heading.setObjectName("section")
        self.told = QLabel()
        self.told.setObjectName("small")
        self.quick_add = QuickAdd(desk)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Find"))
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * 10)
        self.search.setAccessibleName(_("Find in the ideas"))
        self.search.setClearButtonEnabled(True)
        self.chips: dict[str, QPushButton] = {}
        self.list = IdeaList(desk)
        self._arrange()
        self._connect()

    def reload(self) -> None:
        """Read the ideas again; while the panel is not in sight, only note that it must be."""
        if not self.isVisible() or self.desk.workspace is None:
            self._stale = True
            return
        from editorial.services import calendar, parking

        self._stale = False
        today = self.desk.today
        parked = self.desk.ask(lambda w: parking.parked_ids(w, today)) or frozenset()
        ideas = [idea for idea in self.desk.ask(calendar.ideas) or [] if idea.id not in parked]
        self._all = in_order(ideas, self.desk.lists)
        self._show()

    def shown(self) -> tuple[int, ...]:
        """Return the ids of the ideas that are listed."""
        return tuple(entry.id for entry in self.list.ideas.entries)

    def _show(self) -> None:
        words = fold(self.search.text()).split()
        fits = [entry for entry in self._all if self._fits(entry, words)]
        self.list.show_ideas(fits)
        hidden = len(self._all) - len(fits)
        self._say(hidden)
        self.list.empty = self._why_none(hidden)
        self._name_chips()

    def _why_none(self, hidden: int) -> str:
        if hidden:
            return _("No idea fits. Clear the filter to see all.")
        if self.desk.readonly:
            return _("There are no ideas.")
        return _("Ideas are pieces without a date. Write one down above; drag it onto a day when its time has come.")

    def _say(self, hidden: int) -> None:
        n = len(self._all)
        told = [ngettext("{n} idea", "{n} ideas", n).format(n=n)]
        if hidden:
            told.append(_("{n} hidden").format(n=hidden))
        elif n:
            told.append(self._onto)
        self.told.setText(" · ".join(told))

    def _hover(self, words: str) -> None:
        """Say what a drop would do while pieces are held over the list."""
        if words:
            self.told.setText(words)
        else:
            self._say(len(self._all) - len(self.list.ideas.entries))

    def _why_not_back(self, drag: PieceDrag) -> str | None:
        """Return why these pieces do not become ideas again, or None."""
        return next((why for entry in self.acts.entries(drag.ids) if (why := why_not_move(entry))), None)

    def _fits(self, entry: Entry, words: Sequence[str]) -> bool:
        for name, value in self._quick.items():
            if BY_NAME[name].value(entry) != value:
                return False
        title = fold(entry.title) if words else ""
        return all(word in title for word in words)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.told)
        narrow = QHBoxLayout()
        narrow.setSpacing(6)
        narrow.addWidget(self.search, 1)
        for name in QUICK:
            narrow.addWidget(self._chip(BY_NAME[name]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.quick_add)
        column.addLayout(narrow)
        column.addWidget(self.list, 1)
        self._name_chips()

    def _connect(self) -> None:
        desk, ideas = self.desk, self.list
        desk.shown_anew(self.reload)
        desk.changed.connect(self._changed)
        desk.lists_changed.connect(self.reload)
        self.search.textChanged.connect(lambda _text: self._show())
        self.quick_add.added.connect(self._added)
        ideas.opened.connect(desk.piece_opened)
        ideas.beside_wanted.connect(self._select)
        ideas.schedule_wanted.connect(self.schedule)
        ideas.bin_wanted.connect(self._bin)
        ideas.duplicate_wanted.connect(self.acts.duplicate)
        ideas.copy_wanted.connect(self.acts.copy)
        ideas.menu_wanted.connect(self._menu)
        ideas.why_not = self._why_not_back
        ideas.hovered.connect(self._hover)
        ideas.dropped.connect(self._dropped)

    def schedule(self, ids: Sequence[int]) -> None:
        """Ask for a day and plan the ideas for it."""
        from editorial.ui.calendar.planning import MoveTo

        lists, today = self.desk.lists, self.desk.today
        sheet = MoveTo(self.window(), len(ids), today, today, work_calendar(lists.settings, lists.notes))
        sheet.day_chosen.connect(lambda day: self._plan(ids, day))
        ideas = self.list
        rect = ideas.visualRect(ideas.currentIndex())
        corner = ideas.viewport().mapToGlobal(rect.topLeft())
        sheet.open_at(QRect(corner, QSize(rect.width(), max(1, rect.height()))), sheet.line)

    def _plan(self, ids: Sequence[int], day: date) -> None:
        self.acts.put(self.acts.entries(ids), lambda _entry: day)
        self.list.setFocus()

    def _bin(self, ids: Sequence[int]) -> None:
        from editorial.services import pieces
        from editorial.ui.piece.acts import told

        told(self.desk, lambda w: pieces.bin(w, ids))

    def _dropped(self, drag: PieceDrag) -> None:
        from editorial.services import schedule
        from editorial.ui.piece.acts import told

        dated = [entry.id for entry in self.acts.entries(drag.ids) if entry.day is not None]
        if dated:
            told(self.desk, lambda w: schedule.unschedule(w, dated))

    def _select(self, ids: tuple[int, ...]) -> None:
        self.desk.piece_selected.emit(ids[0] if len(ids) == 1 else ids or None)

    def _menu(self, ids: tuple[int, ...], at: QPoint) -> None:
        from editorial.ui.ideas.menu import ideas_menu

        ideas_menu(self.desk, self.list, self.schedule, ids).popup(at)

    def _chip(self, field: Field) -> QPushButton:
        chip = QPushButton()
        chip.setObjectName("chip")
        chip.clicked.connect(lambda: self._choose(field))
        self.chips[field.name] = chip
        return chip

    def _choose(self, field: Field) -> None:
        from editorial.ui.fields.options import Option, nothing_of, options_of
        from editorial.ui.fields.picker import Picker

        options = [
            Option(ANY, _("Any {field}").format(field=field.label.lower())),
            *options_of(field, self.desk.lists),
            Option(None, nothing_of(field)),
        ]
        picker = Picker(self.chips[field.name], field.label, self.desk.theme.tokens)
        picker.offer(options, (self._quick.get(field.name, ANY),), several=False)
        picker.picked.connect(lambda value: self._narrow(field.name, value))
        picker.open_below()

    def _narrow(self, name: str, value: Any) -> None:
        if value is ANY:
            self._quick.pop(name, None)
        else:
            self._quick[name] = value
        self._show()

    def _name_chips(self) -> None:
        for name, chip in self.chips.items():
            field = BY_NAME[name]
            words = _("Any {field}").format(field=field.label.lower())
            if name in self._quick:
                words = shown(field, self.desk.lists)(self._quick[name]) or _("No {field}").format(
                    field=field.label.lower()
                )
            cut = words if len(words) <= CHIP_LETTERS else f"{words[: CHIP_LETTERS - 1]}…"
            chip.setText(f"{cut} ▾".replace("&", "&&"))
            chip.setToolTip(words if cut != words else "")
            chip.setAccessibleName(f"{field.label}: {words}")

    def _added(self, piece_id: int) -> None:
        self.list.go_to(piece_id)

    def _changed(self, changed: Any) -> None:
        if changed.kinds & KINDS:
            self.reload()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()


ANY = object()
"""Stands for no narrowing in a quick filter."""
