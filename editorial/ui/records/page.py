"""The list of one kind of record with its form, and what can be done with the record that is shown."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from editorial.services import lists as service
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.settings.declared import ListForm
from editorial.ui.settings.list_page import ListPage

Order = Callable[[Any], Any]


class Acts(QWidget):
    """What can be done with a record besides editing it; stands above its form."""

    def show_record(self, record: Any) -> None:
        """Show what can be done with this record."""
        raise AssertionError("every kind of record has its own acts")


class RecordsPage(ListPage):
    """A list of records in an order of their own; a new one begins today."""

    def __init__(self, desk: Desk, form: ListForm, order: Order, acts: Acts | None = None) -> None:
        self._sorted = order
        super().__init__(desk, form)
        self.acts = acts
        if acts is not None:
            self.editor.put_above(acts)

    @override
    def _read(self) -> Sequence[Any]:
        kind = self.form.kind
        return sorted(self.desk.ask(lambda w: service.read_records(w, kind)) or (), key=self._sorted)

    @override
    def _show_current(self) -> None:
        super()._show_current()
        record = next((one for one in self._records if one.id == self.entry), None)
        if self.acts is not None and record is not None:
            self.acts.show_record(record)

    @override
    def _beginning(self) -> Mapping[str, Any]:
        needed = {field.name for field in self.form.fields if field.needed}
        return {"day": self.desk.today} if "day" in needed else {}
