"""The filter of a place: a button for its header and a row of chips, which is there only while something is asked."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from editorial.domain.condition_words import from_json, to_json
from editorial.domain.conditions import Condition, Group, Mode, Test
from editorial.domain.fields import FIELDS
from editorial.domain.records import SavedView
from editorial.errors import RuleBroken
from editorial.language import _, ngettext
from editorial.ui.commands import Command
from editorial.ui.desk import Desk
from editorial.ui.filters.button import FilterButton
from editorial.ui.filters.chips import Chip
from editorial.ui.filters.saved import Host, SavedViews
from editorial.ui.flow import Flow

if TYPE_CHECKING:
    from editorial.ui.fields.picker import Picker
    from editorial.ui.filters.asking import TestSheet


class FilterRow(QWidget):
    """Holds a list of conditions of which all, any or none must hold."""

    changed = Signal(object)
    """The condition, or None where everything is let through."""

    def __init__(self, desk: Desk, place: str, host: Host | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._host = host
        self._key = f"filter/{place}"
        self.mode = Mode.ALL
        self.parts: list[Condition] = []
        self.saved = SavedViews(desk, place, self._view_now)
        self.button = FilterButton(desk)
        self.button.clicked.connect(self.open_menu)
        self.chips: list[Chip] = []
        self._flow_holder = QWidget()
        self._flow = Flow(self._flow_holder, gap=6)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.hidden = QLabel()
        self.hidden.setObjectName("strong")
        self.modes = QPushButton()
        self.modes.setObjectName("chip")
        self.modes.clicked.connect(self._open_modes)
        self.more = QPushButton(_("+ Filter"))
        self.more.setObjectName("chip")
        self.more.setAccessibleName(_("Add a filter"))
        self.more.clicked.connect(lambda: self.add(self.more))
        self.clear_all = QPushButton(_("Clear"))
        self.clear_all.setObjectName("chip")
        self.clear_all.setAccessibleName(_("Clear all filters"))
        self.clear_all.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self._flow_holder, 1)
        row.addWidget(self.hidden, 0, Qt.AlignmentFlag.AlignVCenter)
        self.changed.connect(self._keep)
        desk.opened.connect(self._come_back)
        desk.lists_changed.connect(self._show)
        desk.theme.changed.connect(self._show)
        self._show()

    def condition(self) -> Condition | None:
        """Return what is asked, or None."""
        return Group(self.mode, tuple(self.parts)) if self.parts else None

    def set_condition(self, condition: Condition | None) -> None:
        """Ask this instead; `changed` tells of it."""
        before = self.condition()
        if isinstance(condition, Group):
            self.mode, self.parts = condition.mode, list(condition.parts)
        else:
            self.mode, self.parts = Mode.ALL, [] if condition is None else [condition]
        self._show()
        if self.condition() != before:
            self.changed.emit(self.condition())

    def clear(self) -> None:
        """Let everything through."""
        self.set_condition(None)

    def show_hidden(self, n: int) -> None:
        """Say how many pieces the filter hides."""
        self.hidden.setText(ngettext("{n} hidden", "{n} hidden", n).format(n=n) if self.parts else "")

    def add(self, below: QWidget | None = None) -> "Picker":
        """Offer every column to ask about."""
        from editorial.ui.fields.options import Option
        from editorial.ui.fields.picker import Picker

        owner = below or self.button
        picker = Picker(owner, _("Filter by"), self._desk.theme.tokens)
        picker.offer([Option(field.name, field.label) for field in FIELDS], (), several=False)
        picker.picked.connect(lambda name: self.ask(name, None, owner))
        picker.open_below()
        return picker

    def open_menu(self) -> QMenu:
        """Offer to add a filter, to clear it, and the saved views."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Add a filter…")).triggered.connect(lambda: self.add(self.button))
        clear = menu.addAction(_("Clear all filters"))
        clear.setEnabled(bool(self.parts))
        clear.triggered.connect(self.clear)
        self.saved.add_to(menu, self.apply)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 2)))
        return menu

    def apply(self, view: SavedView) -> None:
        """Look at the place as the saved view says."""
        try:
            where = from_json(view.view["where"]) if view.view.get("where") else None
        except RuleBroken as trouble:
            self._desk.tell(trouble)
            return
        if self._host is not None:
            self._host.show_view(view.view)
        self.set_condition(where)

    def commands(self) -> list[Command]:
        """Return what can be done here, saved views included, for the box on Ctrl+K."""
        views = self.saved.read() if self._desk.workspace is not None else []
        return [
            Command("filter", _("Filter…"), self.add, "F", "filter"),
            Command("filter-clear", _("Clear all filters"), self.clear, why_not=self._why_not_clear),
            *(self._view_command(view) for view in views),
        ]

    def _view_command(self, view: SavedView) -> Command:
        return Command(f"view-{view.id}", _("View: {name}").format(name=view.name), lambda: self.apply(view))

    def _why_not_clear(self) -> str | None:
        return None if self.parts else _("Nothing is filtered.")

    def _view_now(self) -> dict[str, Any]:
        view: dict[str, Any] = dict(self._host.view_now()) if self._host is not None else {}
        condition = self.condition()
        return {**view, "where": to_json(condition) if condition else None}

    def _keep(self, condition: Condition | None) -> None:
        """Remember the filter for the next start; it speaks of this workspace's own lists."""
        workspace = self._desk.workspace
        if workspace is not None:
            where = to_json(condition) if condition else None
            self._desk.preferences.put(self._key, {"workspace": str(workspace.path), "where": where})

    def _come_back(self) -> None:
        """Take the filter of the last time, where it was made in this workspace."""
        kept = self._desk.preferences.get(self._key, {})
        workspace = self._desk.workspace
        same = workspace is not None and kept.get("workspace") == str(workspace.path)
        try:
            self.set_condition(from_json(kept["where"]) if same and kept.get("where") else None)
        except RuleBroken:
            self.clear()

    def ask(self, name: str, place: int | None, owner: QWidget) -> "TestSheet":
        """Open the sheet for a new test of a field, or for the one at a place."""
        from editorial.ui.filters.asking import TestSheet

        part = None if place is None else self.parts[place]
        sheet = TestSheet(self.window(), self._desk, name, part if isinstance(part, Test) else None)
        sheet.made.connect(lambda test: self._put(test, place))
        corner = owner.mapToGlobal(QPoint(0, 0))
        sheet.open_beside(QRect(corner, QSize(owner.width(), owner.height())))
        return sheet

    def _put(self, test: Test, place: int | None) -> None:
        parts = [*self.parts]
        if place is None:
            parts.append(test)
        else:
            parts[place] = test
        self.set_condition(Group(self.mode, tuple(parts)))

    def _remove(self, place: int) -> None:
        parts = [part for number, part in enumerate(self.parts) if number != place]
        self.set_condition(Group(self.mode, tuple(parts)) if parts else None)
        if self.chips:
            self.chips[min(place, len(self.chips) - 1)].words.setFocus()

    def _open_modes(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for mode in Mode:
            action = menu.addAction(mode_words(mode))
            action.setCheckable(True)
            action.setChecked(mode is self.mode)
            action.triggered.connect(lambda _on=False, mode=mode: self.choose_mode(mode))
        menu.popup(self.modes.mapToGlobal(QPoint(0, self.modes.height() + 2)))

    def choose_mode(self, mode: Mode) -> None:
        """Ask that all, any or none of the conditions hold."""
        self.set_condition(Group(mode, tuple(self.parts)))

    def _show(self) -> None:
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(place, part) for place, part in enumerate(self.parts)]
        self.modes.setText(f"{mode_words(self.mode)} ▾")
        self.modes.setVisible(len(self.parts) > 1 or self.mode is Mode.NONE)
        for widget in (self.modes, *self.chips, self.more, self.clear_all):
            self._flow.addWidget(widget)
        n = len(self.parts)
        self.button.show_count(n)
        self.setVisible(bool(n))
        self.updateGeometry()

    def _chip(self, place: int, part: Condition) -> Chip:
        chip = Chip(self._desk, part)
        chip.remove_wanted.connect(lambda: self._remove(place))
        if isinstance(part, Test):
            chip.edit_wanted.connect(lambda: self.ask(part.field, place, chip))
        return chip


def mode_words(mode: Mode) -> str:
    """Return how the conditions are joined."""
    return {Mode.ALL: _("All of these"), Mode.ANY: _("Any of these"), Mode.NONE: _("None of these")}[mode]
