"""A place of several lists, of which one is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from editorial.language import _, ngettext
from editorial.ui.commands import Command
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.place import Place
from editorial.ui.records.page import RecordsPage
from editorial.ui.segmented import Segmented
from editorial.ui.settings.page import SettingsPage


@dataclass(frozen=True, slots=True)
class Listed:
    """One of the lists, or a view of one: its word, its label, its page, and what else than its own kind renews it."""

    word: str
    label: str
    page: SettingsPage
    besides: frozenset[str] = frozenset({"piece"})


class PagedPlace(Place):
    """Several lists under one title; each is read when it is looked at."""

    def __init__(self, desk: Desk, title: str, listed: Sequence[Listed]) -> None:
        super().__init__(desk)
        self._title = title
        self.listed = {one.word: one for one in listed}
        self.choice = Segmented([(one.word, one.label) for one in listed], _("What to look at"))
        self.stack = QStackedWidget()
        for one in listed:
            self.stack.addWidget(one.page)
            if isinstance(one.page, RecordsPage):
                one.page.counted.connect(lambda _n: self.retitled.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.choice.changed.connect(lambda _word: self._show())
        desk.opened.connect(self._opened)
        desk.lists_changed.connect(lambda: self._refresh(None))
        desk.changed.connect(lambda notice: self._refresh(notice.kinds))

    @property
    def page(self) -> RecordsPage:
        """The list that is looked at."""
        page = self.shown
        assert isinstance(page, RecordsPage)
        return page

    @property
    def shown(self) -> SettingsPage:
        """What is looked at: a list, or a view of one."""
        return self.listed[self.choice.chosen].page

    @override
    def title(self) -> str:
        return self._title

    @override
    def titles(self) -> list[str]:
        return [self._title]

    @override
    def controls(self) -> list[QWidget]:
        return [self.choice]

    @override
    def status(self) -> str:
        page = self.shown
        if not isinstance(page, RecordsPage):
            return ""
        n, title = page.model.total, page.form.title
        return ngettext("{list}: {n} entry", "{list}: {n} entries", n).format(list=title, n=n)

    @override
    def arrive(self, **wanted: Any) -> None:
        word = wanted.pop("page", None) or (next(iter(self.listed)) if wanted else None)
        if isinstance(word, str) and word in self.listed:
            self.choice.choose(word)
        self._show()
        self.shown.arrive(**wanted)

    @override
    def commands(self) -> list[Command]:
        return [self._adding(one, one.page) for one in self.listed.values() if isinstance(one.page, RecordsPage)]

    def _adding(self, one: Listed, page: RecordsPage) -> Command:
        form = page.form
        said = _("New {one}").format(one=form.one)
        return Command(
            f"new-{form.kind}", said, lambda: self.arrive(page=one.word, add=True), "", form.icon, self.why_not_write
        )

    def why_not_write(self) -> str | None:
        """Return why nothing can be written here, or None."""
        return _("This workspace was opened for reading only.") if self.desk.readonly else None

    def _show(self) -> None:
        """Bring the chosen list to the front, read anew where it may be another."""
        page = self.shown
        self.stack.setCurrentWidget(page)
        if page.stale:
            page.stale = False
            page.reload()
        self.retitled.emit()

    def _opened(self) -> None:
        for one in self.listed.values():
            one.page.forget()
        self._refresh(None)

    def _refresh(self, kinds: frozenset[str] | None) -> None:
        for one in self.listed.values():
            own = {one.page.form.kind} if isinstance(one.page, RecordsPage) else set()
            if kinds is None or kinds & {*own, *one.besides}:
                one.page.stale = True
        if self.isVisible():
            self._show()
