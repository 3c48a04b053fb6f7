"""Sets of weights: chosen from a menu, saved under a name, renamed and deleted; each an undoable change."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from editorial.domain.planning_records import WeightSet
from editorial.domain.ranking import full_weights
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.piece.acts import told

Weights = Mapping[str, Decimal]


class WeightSets(QWidget):
    """A button that says which set the weights come from, with the menu of all of them."""

    chosen = Signal(object)
    """Weights to rank by."""
    listed = Signal()
    """The sets were read again."""

    def __init__(self, desk: Desk, weights: Callable[[], Weights]) -> None:
        super().__init__()
        self._desk = desk
        self._weights = weights
        self.sets: dict[int, WeightSet] = {}
        self.current_id: int | None = None
        """The set the weights came from; None for the workspace's own."""
        self.button = QPushButton()
        self.button.clicked.connect(self.show_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)

    def reload(self) -> None:
        """Read the sets again."""
        from editorial.services import weight_sets

        self.sets = self._desk.ask(weight_sets.read_sets) or {}
        if self.current_id not in self.sets:
            self.current_id = None
        self.listed.emit()

    def forget(self) -> None:
        """Let go of what was read."""
        self.sets, self.current_id = {}, None

    def own(self) -> Weights:
        """Return the workspace's own weights."""
        return full_weights(self._desk.lists.settings.ranking_weights)

    def current(self) -> Weights:
        """Return the weights of the set chosen, as it is kept."""
        kept = self.sets.get(self.current_id or 0)
        return full_weights(kept.weights) if kept else self.own()

    def are_own(self) -> bool:
        """Tell whether the weights shown are the workspace's own."""
        return dict(self._weights()) == dict(self.own())

    def name_button(self) -> None:
        """Name the set on the button, and say where it was changed."""
        kept = self.sets.get(self.current_id or 0)
        name = kept.name if kept else _("The workspace’s own")
        changed = dict(self._weights()) != dict(self.current())
        said = _("{name}, changed").format(name=name) if changed else name
        metrics = self.button.fontMetrics()
        room = metrics.averageCharWidth() * 32
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room)
        self.button.setText(f"{shown} ▾".replace("&", "&&"))
        self.button.setAccessibleName(_("Set of weights: {name}").format(name=said))
        self.button.setToolTip(_("Choose, save, rename or delete a set of weights"))

    def menu(self) -> QMenu:
        """Return the menu of the sets and what can be done with them."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offer(menu, _("The workspace’s own"), None)
        for id_, kept in self.sets.items():
            self._offer(menu, kept.name, id_)
        menu.addSeparator()
        free = not self._desk.readonly
        kept_now = self.sets.get(self.current_id or 0)
        self._act(menu, _("Save as a new set…"), self.save_as, free)
        if kept_now is not None:
            name = kept_now.name.replace("&", "&&")
            changed = dict(self._weights()) != dict(self.current())
            self._act(menu, _("Save into “{name}”").format(name=name), self.save, free and changed)
            self._act(menu, _("Rename “{name}”…").format(name=name), self.rename, free)
            self._act(menu, _("Delete “{name}”").format(name=name), self.delete, free)
        return menu

    def show_menu(self) -> None:
        """Open the menu below the button."""
        self.menu().popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _offer(self, menu: QMenu, name: str, id_: int | None) -> None:
        action = menu.addAction(name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(id_ == self.current_id)
        action.triggered.connect(lambda: self.choose(id_))

    def _act(self, menu: QMenu, label: str, act: Callable[[], object], enabled: bool) -> None:
        action = menu.addAction(label)
        action.setEnabled(enabled)
        action.triggered.connect(act)

    def choose(self, id_: int | None) -> None:
        """Rank by a set, or by the workspace's own weights."""
        self.current_id = id_
        self.chosen.emit(self.current())

    def keep(self) -> None:
        """Make the weights shown the workspace's own."""
        from editorial.services import weight_sets

        weights = self._weights()
        self.current_id = None
        self._do(lambda w: weight_sets.keep_as_own(w, weights))

    def save_as(self) -> None:
        """Ask for a name and keep the weights under it."""
        from editorial.services import weight_sets

        name = self._desk.prompts.text("weight-set", _("Name of the set of weights"))
        if name is None:
            return
        weights = self._weights()
        made = self._desk.ask(lambda w: weight_sets.save_new(w, name, weights))
        if made is not None:
            self.current_id = made
            self.reload()

    def save(self) -> None:
        """Keep the weights in the set they came from."""
        from editorial.services import weight_sets

        id_, weights = self.current_id, self._weights()
        if id_ is not None:
            self._do(lambda w: weight_sets.save(w, id_, weights))

    def rename(self) -> None:
        """Ask for another name of the set chosen."""
        from editorial.services import lists

        id_ = self.current_id
        kept = self.sets.get(id_ or 0)
        if id_ is None or kept is None:
            return
        name = self._desk.prompts.text("weight-set-name", _("New name of the set"), kept.name)
        if name is not None:
            self._do(lambda w: lists.edit(w, "weight_set", id_, name=name))

    def delete(self) -> None:
        """Delete the set chosen; the workspace’s own weights take its place."""
        from editorial.services import lists

        id_ = self.current_id
        if id_ is not None:
            self._do(lambda w: lists.remove(w, "weight_set", id_))

    def _do(self, act: Callable[[Any], object]) -> None:
        told(self._desk, act)
        self.reload()
