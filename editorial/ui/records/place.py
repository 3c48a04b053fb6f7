"""The places of requests: a list with its form."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from editorial.domain.planning_records import Request
from editorial.domain.vocabulary import RequestOutcome
from editorial.language import _, ngettext
from editorial.ui.commands import Command
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.place import Place
from editorial.ui.records.declared import request_form
from editorial.ui.records.page import Acts, RecordsPage
from editorial.ui.records.request_acts import RequestActs
from editorial.ui.settings.declared import ListForm


class RecordsPlace(Place):
    """The list of one kind of record."""

    def __init__(self, desk: Desk, form: ListForm, order: Callable[[Any], Any], acts: Acts | None = None) -> None:
        super().__init__(desk)
        self.form = form
        self.page = RecordsPage(desk, form, order, acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.page.counted.connect(lambda _n: self.retitled.emit())
        desk.opened.connect(self._opened)
        desk.lists_changed.connect(self._refresh)
        desk.changed.connect(lambda notice: self._refresh() if notice.kinds & {form.kind, "piece"} else None)

    @override
    def title(self) -> str:
        return self.form.title

    @override
    def status(self) -> str:
        n = self.page.model.total
        return ngettext("{list}: {n} entry", "{list}: {n} entries", n).format(list=self.form.title, n=n)

    @override
    def arrive(self, **wanted: Any) -> None:
        if self.page.stale:
            self.page.stale = False
            self.page.reload()
        self.page.arrive(**wanted)

    @override
    def commands(self) -> list[Command]:
        said = _("New {one}").format(one=self.form.one)
        return [Command(f"new-{self.form.kind}", said, lambda: self.arrive(add=True), icon=self.form.icon)]

    def _opened(self) -> None:
        self.page.forget()
        self._refresh()

    def _refresh(self) -> None:
        self.page.stale = True
        if self.isVisible():
            self.page.stale = False
            self.page.reload()


def requests_place(desk: Desk) -> RecordsPlace:
    """Return the place of requests, open ones first, then the newest."""

    def order(request: Request) -> tuple[bool, int, int]:
        return request.outcome is not RequestOutcome.OPEN, -request.day.toordinal(), -request.id

    return RecordsPlace(desk, request_form(), order, RequestActs(desk))
