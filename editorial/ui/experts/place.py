"""The place of experts: the register of everybody who contributes, inside and outside."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from editorial.language import _, ngettext
from editorial.ui.commands import Command
from editorial.ui.desk import Desk
from editorial.ui.experts.page import RegisterPage
from editorial.ui.overriding import override
from editorial.ui.place import Place

GIVEN = frozenset({"piece", "interview", "quote"})
"""What is counted among what came of it."""


class ExpertsPlace(Place):
    """The register, read when it is seen."""

    plans = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.page = RegisterPage(desk)
        self._met = False
        """Whether somebody was here before: they come back to where they were, others to the search."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.page.counted.connect(lambda _n: self.retitled.emit())
        desk.opened.connect(self._opened)
        desk.lists_changed.connect(self._refresh)
        desk.changed.connect(lambda notice: self._changed(notice.kinds))

    @override
    def title(self) -> str:
        return _("Experts")

    @override
    def status(self) -> str:
        n = self.page.model.total
        return ngettext("{n} person", "{n} people", n).format(n=n)

    @override
    def arrive(self, **wanted: Any) -> None:
        if self.page.stale:
            self.page.stale = False
            self.page.reload()
        if not self._met:
            self._met = True
            self.page.search.setFocus()
        self.page.arrive(**wanted)

    @override
    def commands(self) -> list[Command]:
        return [
            Command("new-person", _("New person"), lambda: self.page.arrive(add=True), icon="user"),
        ]

    def _opened(self) -> None:
        self.page.forget()
        self.page.question.leave()
        self._refresh()

    def _refresh(self) -> None:
        self.page.stale = True
        if self.isVisible():
            self.page.stale = False
            self.page.reload()

    def _changed(self, kinds: frozenset[str]) -> None:
        if not kinds & GIVEN or "person" in kinds:
            return
        if not self.isVisible():
            self.page.stale = True
            return
        self.page.reload()
