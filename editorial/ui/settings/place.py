"""The settings place: the workspace, its targets, and every list a team configures."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from editorial.language import _, ngettext
from editorial.ui.desk import Desk
from editorial.ui.icons import icon
from editorial.ui.overriding import override
from editorial.ui.place import Place
from editorial.ui.settings.declared import list_forms, records_of
from editorial.ui.settings.leading import LeadingPage
from editorial.ui.settings.list_page import ListPage
from editorial.ui.settings.page import SettingsPage
from editorial.ui.settings.pages import SLOTS, settings_pages
from editorial.ui.settings.targets_page import TargetsPage
from editorial.ui.settings.workspace_page import WorkspacePage
from editorial.ui.slots.page import SlotsPage

WORD = Qt.ItemDataRole.UserRole
ICON = Qt.ItemDataRole.UserRole + 1
LETTERS = 22


class SettingsPlace(Place):
    """A list of pages, and the page chosen from it; every page is made on its first visit."""

    plans = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._forms = list_forms()
        self._pages: dict[str, SettingsPage] = {}
        self.contents = QListWidget()
        self.contents.setObjectName("contents")
        self.contents.setAccessibleName(_("Settings"))
        self.stack = QStackedWidget()
        edge = QWidget()
        edge.setObjectName("edge")
        edge.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.contents)
        row.addWidget(edge)
        row.addWidget(self.stack, 1)
        self._list()
        self._connect()

    @override
    def title(self) -> str:
        return _("Settings")

    @override
    def status(self) -> str:
        page = self.page
        if isinstance(page, ListPage):
            n = len(self._records(page.form.kind))
            return ngettext("{list}: {n} entry", "{list}: {n} entries", n).format(list=page.form.title, n=n)
        return "" if self.desk.readonly else _("Changes are saved at once; all of them can be undone.")

    @override
    def arrive(self, **wanted: Any) -> None:
        kind = wanted.get("kind")
        known = isinstance(kind, str) and kind in self.words()
        self.show_page(str(kind) if known else self.word or "workspace")
        if known:
            self.page.arrive(**wanted)
        else:
            self.contents.setFocus()

    @property
    def word(self) -> str:
        """The page that is shown, by its word; empty before the first visit."""
        row = self.contents.currentRow()
        return self.words()[row] if row >= 0 else ""

    @property
    def page(self) -> SettingsPage:
        """The page that is shown."""
        return self._pages[self.word]

    def words(self) -> list[str]:
        """Return the words of all pages: `workspace`, `targets`, the kinds of lists, and the slots."""
        return ["workspace", "targets", *self._forms, SLOTS]

    def show_page(self, word: str) -> SettingsPage:
        """Show a page, reading it anew where it is out of date."""
        self.contents.blockSignals(True)
        self.contents.setCurrentRow(self.words().index(word))
        self.contents.blockSignals(False)
        page = self._pages.get(word) or self._make(word)
        self.stack.setCurrentWidget(page)
        if page.stale:
            page.stale = False
            page.reload()
        self.retitled.emit()
        return page

    def _make(self, word: str) -> SettingsPage:
        page = self._new_page(word)
        self._pages[word] = page
        self.stack.addWidget(page)
        return page

    def _new_page(self, word: str) -> SettingsPage:
        if word == "workspace":
            return WorkspacePage(self.desk)
        if word == SLOTS:
            return SlotsPage(self.desk)
        if word == "person":
            return LeadingPage(self.desk)
        return TargetsPage(self.desk) if word == "targets" else ListPage(self.desk, self._forms[word])

    def _list(self) -> None:
        for word, label, picture in settings_pages():
            item = QListWidgetItem(label)
            item.setData(WORD, word)
            item.setData(ICON, picture)
            self.contents.addItem(item)
        self._tint()

    def _connect(self) -> None:
        self.contents.currentRowChanged.connect(lambda _row: self.show_page(self.word))
        self.desk.opened.connect(self._opened)
        self.desk.lists_changed.connect(self._stale)
        self.desk.changed.connect(lambda notice: self._changed(notice.kinds))
        self.desk.theme.changed.connect(self._tint)

    def _opened(self) -> None:
        for page in self._pages.values():
            page.forget()
        self._stale()

    def _stale(self) -> None:
        for page in self._pages.values():
            page.stale = True
        if self.isVisible() and self.word:
            self.show_page(self.word)

    def _changed(self, kinds: frozenset[str]) -> None:
        if "piece" in kinds and self.isVisible() and self.word:
            self.page.recount()

    def _records(self, kind: str) -> Any:
        return self.desk.lists.people if kind == "person" else records_of(self.desk.lists, kind)

    def _tint(self) -> None:
        self.contents.setFixedWidth(self.contents.fontMetrics().averageCharWidth() * LETTERS)
        colour = self.desk.theme.tokens.muted
        for row in range(self.contents.count()):
            item = self.contents.item(row)
            item.setIcon(icon(item.data(ICON), colour))
        self._stale()
