"""The list of one kind of record with its form, and what can be done with the record that is shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editorial.language import _
from editorial.services import lists as service
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.segmented import Segmented
from editorial.ui.settings.declared import ListForm
from editorial.ui.settings.entry_form import EntryForm
from editorial.ui.settings.list_page import ListPage

Order = Callable[[Any], Any]
EVERY = ""


@dataclass(frozen=True, slots=True)
class Groups:
    """How a list is parted: the words with their labels, and the word of a record."""

    options: Sequence[tuple[str, str]]
    of: Callable[[Any], str]


class Acts(QWidget):
    """What can be done with a record besides editing it; stands above its form."""

    def show_record(self, record: Any) -> None:
        """Show what can be done with this record."""
        raise AssertionError("every kind of record has its own acts")


class RecordsPage(ListPage):
    """A list of records in an order of their own, perhaps parted in groups; a new one begins today."""

    def __init__(
        self, desk: Desk, form: ListForm, order: Order, acts: Acts | None = None, groups: Groups | None = None
    ) -> None:
        self._sorted = order
        self.acts = acts
        super().__init__(desk, form)
        self.groups = groups
        self.parts: Segmented | None = None
        if groups is not None:
            self._part(groups)

    @override
    def _read(self) -> Sequence[Any]:
        kind = self.form.kind
        return sorted(self.desk.ask(lambda w: service.read_records(w, kind)) or (), key=self._sorted)

    @override
    def _make_form(self) -> EntryForm:
        return EntryForm(self.desk, self.form, self.acts)

    @override
    def _show_current(self) -> None:
        """Show the current record; one that is in another group by now is shown there."""
        record = self._current()
        if record is not None and not self.model.fits(record) and self.parts is not None and self.groups is not None:
            self.parts.choose(self.groups.of(record))
            return
        super()._show_current()
        record = self._current()
        if self.acts is not None and record is not None:
            self.acts.show_record(record)

    @override
    def _narrow(self, words: str) -> None:
        super()._narrow(words)
        if not words.strip():
            self.none.setText(_("There is none of these."))

    @override
    def arrive(self, **wanted: Any) -> None:
        super().arrive(**wanted)
        if self.model.rows and not wanted.get("add"):
            self.table.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Insert and not self.desk.readonly:
            self.adding.start()
            return
        super().keyPressEvent(event)

    @override
    def _beginning(self) -> Mapping[str, Any]:
        needed = {field.name for field in self.form.fields if field.needed}
        return {"day": self.desk.today} if "day" in needed else {}

    def _current(self) -> Any:
        return next((one for one in self._records if one.id == self.entry), None)

    def _part(self, groups: Groups) -> None:
        self.parts = Segmented(groups.options, _("Which to show"))
        self.model.fits = lambda record: self.parts is None or self.parts.chosen in (EVERY, groups.of(record))
        self.parts.changed.connect(self._parted)
        left = self._split.widget(0)
        column = left.layout() if left is not None else None
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, self.parts)
        for before, after in pairwise((self.adding.button, *self.parts.findChildren(QPushButton))):
            self.setTabOrder(before, after)

    def _parted(self, _word: str) -> None:
        record = self._current()
        if record is not None and not self.model.fits(record):
            self.entry = None
        self._narrow(self.search.text())
