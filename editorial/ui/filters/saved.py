"""Saved views of a place: applied, kept under a name, renamed and removed, all from one menu."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtWidgets import QMenu

from editorial.domain.records import SavedView
from editorial.language import _
from editorial.ui.desk import Desk


class Host(Protocol):
    """A place that can be brought back to how it was looked at."""

    def view_now(self) -> dict[str, Any]:
        """Return grouping, colours, lanes, columns, range and the like, as plain JSON values."""

    def show_view(self, view: Mapping[str, Any]) -> None:
        """Look at the place in this way; what is unknown stays as it is."""


class SavedViews:
    """The saved views of one place."""

    def __init__(self, desk: Desk, place: str, now: Callable[[], dict[str, Any]]) -> None:
        self._desk = desk
        self._place = place
        self._now = now

    def read(self) -> list[SavedView]:
        """Return them in order."""
        from editorial.services import views

        return self._desk.ask(lambda w: views.read_views(w, self._place)) or []

    def add_to(self, menu: QMenu, apply: Callable[[SavedView], object]) -> None:
        """Add them to a menu, with the ways to keep, rename and remove one."""
        saved, now = self.read(), self._now()
        menu.addSeparator()
        for view in saved:
            action = menu.addAction(view.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(dict(view.view) == now)
            action.triggered.connect(lambda _on=False, view=view: apply(view))
        menu.addAction(_("Save this view…")).triggered.connect(self.save)
        if saved:
            rename, remove = menu.addMenu(_("Rename a view")), menu.addMenu(_("Remove a view"))
            for view in saved:
                name = view.name.replace("&", "&&")
                rename.addAction(name).triggered.connect(lambda _on=False, view=view: self.rename(view))
                remove.addAction(name).triggered.connect(lambda _on=False, view=view: self.remove(view))

    def save(self) -> None:
        """Keep what is shown now under a name; one of that name is replaced, which can be undone."""
        from editorial.services import views

        name = self._desk.prompts.text("save-view", _("What is this view called?"))
        if name:
            self._desk.ask(lambda w: views.save(w, self._place, name, self._now()))
            self._desk.say(_("Saved the view “{name}”.").format(name=name))

    def rename(self, view: SavedView) -> None:
        """Ask for another name."""
        from editorial.services import views

        name = self._desk.prompts.text("rename-view", _("What is this view to be called?"), view.name)
        if name:
            self._desk.ask(lambda w: views.rename(w, view.id, name))

    def remove(self, view: SavedView) -> None:
        """Forget a view; undo brings it back."""
        from editorial.services import views

        self._desk.ask(lambda w: views.remove(w, view.id))
        self._desk.say(_("Removed the view “{name}”.").format(name=view.name), _("Undo"), self._desk.undo)
