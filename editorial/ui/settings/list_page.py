"""One list of the workspace: searched, added to, reordered, and each entry edited beside it."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from editorial.errors import Trouble
from editorial.language import _
from editorial.services import lists as service
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.settings.adding import AddLine
from editorial.ui.settings.declared import ListForm, records_of
from editorial.ui.settings.entries import EntryModel
from editorial.ui.settings.entry_form import EntryForm
from editorial.ui.settings.entry_table import EntryTable
from editorial.ui.settings.page import SettingsPage

FORM_LETTERS = 40


class ListPage(SettingsPage):
    """The table of a list and the form of its current entry."""

    counted = Signal(int)
    """How many entries the list has."""

    def __init__(self, desk: Desk, form: ListForm) -> None:
        super().__init__(desk)
        self.form = form
        self.entry: int | None = None
        """The entry that is shown in the form."""
        self._records: Sequence[Any] = ()
        self._used: dict[int, int] = {}
        self.model = EntryModel(form, self)
        self.table = EntryTable(desk.theme, self.model)
        self.editor = self._make_form()
        self.adding = AddLine(form.one, "" if form.named == _("Name") else form.named)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.add = QPushButton(_("Add {one}").format(one=form.one))
        self.add.setToolTip(_("Add {one} (Insert)").format(one=form.one))
        self.bring = QPushButton(_("Import dates (ICS)…"))
        self.bring.setToolTip(_("Bring in the events of a calendar file as dates"))
        self._empty = QLabel(form.about)
        self.none = QLabel()
        self._arrange()
        self._connect()

    @override
    def reload(self) -> None:
        """Read the list again; the entry that was shown stays."""
        self._records = self._read()
        scrolled = self.table.verticalScrollBar().value()
        self.model.show_records(self._records, self.desk.lists, self.desk.theme.tokens)
        self.table.verticalScrollBar().setValue(scrolled)
        n = len(self._records)
        self.search.setPlaceholderText(_("Search in {n}").format(n=n))
        self.search.setAccessibleName(_("Search in {list}").format(list=self.form.title))
        self._split.setVisible(n > 0)
        self._empty.setVisible(n == 0)
        locked = self.desk.readonly
        by_name = _("There is none yet. Type the name of the first one.")
        invited = by_name if self.form.named == _("Name") else _("There is none yet. Type the first one.")
        self._empty.setText(_("There is none yet.") if locked else invited)
        self.add.setVisible(n > 0 and not locked)
        self.bring.setVisible(self.form.kind == "day_note" and not locked)
        self.adding.stays = n == 0 and not locked
        if locked:
            self.adding.hide()
        elif n == 0:
            self.adding.show()
        self._show_current()
        self.counted.emit(n)
        self.recount()

    @override
    def forget(self) -> None:
        self.entry = None
        self.editor.forget()
        self.search.clear()

    @override
    def recount(self) -> None:
        """Ask anew how often entries are used."""
        workspace, kind = self.desk.workspace, self.form.kind
        if workspace is not None and self.form.used:
            self.desk.background.run(
                f"usage of {kind}", lambda _report: service.usages(workspace, kind), self._show_used, self.desk.tell
            )

    @override
    def arrive(self, **wanted: Any) -> None:
        if isinstance(entry := wanted.get("id"), int):
            self.search.clear()
            self.entry = entry
            self._show_current()
        if (wanted.get("add") or not self._records) and not self.desk.readonly:
            self.adding.start()

    def bring_dates(self) -> None:
        """Ask for a calendar file and show what it would bring."""
        path = self.desk.prompts.open_file("dates", _("Import dates"), _("Calendars (*.ics)"))
        if path is not None:
            self.desk.place_wanted.emit("import", {"path": path})

    def shift_entry(self, step: int) -> None:
        """Move the current entry up (−1) or down (1)."""
        row = self.model.row_of(self.entry)
        if row < 0:
            return
        if not self.model.reorders:
            if self.form.ordered:
                self.desk.say(_("Clear the search to change the order."))
            return
        if 0 <= row + step < len(self.model.rows):
            self._reorder(self.model.moved(row, row + step + (step > 0)))

    def _make_form(self) -> EntryForm:
        return EntryForm(self.desk, self.form)

    def _read(self) -> Sequence[Any]:
        if self.form.kind != "person":
            return records_of(self.desk.lists, self.form.kind)
        return self.desk.ask(service.read_people) or ()

    def _show_current(self) -> None:
        """Show the current entry, or the first where it is gone."""
        if self.model.rows and not self.table.choose(self.entry):
            self.entry = self.model.rows[0].id
            self.table.choose(self.entry)
        record = next((one for one in self._records if one.id == self.entry), None)
        self._area.setVisible(record is not None)
        if record is not None:
            self.editor.show_record(record, self._records)
            self.editor.tell_used(self._used.get(record.id, 0))

    def _chosen(self, entry: int) -> None:
        if entry != self.entry:
            self.entry = entry
            self._show_current()

    def _show_used(self, used: dict[int, int]) -> None:
        self._used = used
        self.model.show_used(used)
        if self.entry is not None:
            self.editor.tell_used(used.get(self.entry, 0))

    def _reorder(self, ids: list[int]) -> None:
        self.desk.ask(lambda w: service.reorder(w, self.form.kind, ids))
        self.table.setFocus()

    def _add(self, name: str) -> None:
        workspace = self.desk.workspace
        if workspace is None:
            return
        try:
            made = service.add(workspace, self.form.kind, name, **self._beginning())
        except Trouble as trouble:
            self.adding.refuse(str(trouble))
            return
        self.adding.taken()
        self.search.clear()
        self.entry = made
        self._show_current()

    def _beginning(self) -> Mapping[str, Any]:
        """Return what a new entry holds besides its name."""
        return {"first": self.desk.today, "last": self.desk.today} if self.form.kind == "day_note" else {}

    def _narrow(self, words: str) -> None:
        self.model.narrow(words)
        self.none.setText(_("Nothing matches “{words}”.").format(words=words))
        self.none.setVisible(not self.model.rows and bool(self._records))
        self._show_current()

    def _merged(self, into: int) -> None:
        self.entry = into
        self._show_current()
        self.table.setFocus()

    def _arrange(self) -> None:
        about = QLabel(self.form.about)
        about.setObjectName("muted")
        about.setWordWrap(True)
        self._empty.setObjectName("muted")
        self._empty.setWordWrap(True)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.add)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(about, 1)
        head.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignTop)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        self.none.setObjectName("muted")
        self.none.setTextFormat(Qt.TextFormat.PlainText)
        self.none.setWordWrap(True)
        self.none.hide()
        column.addLayout(tools)
        column.addWidget(self.none)
        column.addWidget(self.table, 1)
        self._area = QScrollArea()
        self._area.setObjectName("clear")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.editor)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(left)
        self._split.addWidget(self._area)
        self._split.setSizes([5_000, 4_500])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(10)
        whole.addLayout(head)
        for part in (self._empty, self.adding):
            whole.addWidget(part)
        whole.addWidget(self._split, 1)
        whole.addStretch(0)

    def _measure(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self._area.setMinimumWidth(max(self.editor.minimumSizeHint().width() + letter * 2, letter * FORM_LETTERS))

    def _connect(self) -> None:
        self.desk.theme.changed.connect(self._measure)
        self._measure()
        self.search.textChanged.connect(self._narrow)
        self.add.clicked.connect(self.adding.start)
        self.bring.clicked.connect(self.bring_dates)
        self.adding.named.connect(self._add)
        self.adding.left.connect(self.table.setFocus)
        self.table.chosen.connect(self._chosen)
        self.table.rename_wanted.connect(self.editor.name_it)
        self.table.remove_wanted.connect(self.editor.remove_it)
        self.table.add_wanted.connect(self.adding.start)
        self.table.move_wanted.connect(self.shift_entry)
        self.editor.move_wanted.connect(self.shift_entry)
        self.editor.merged.connect(self._merged)
        self.editor.removed.connect(self.table.setFocus)
        # Its place is known once the layout has made room for it.
        self.editor.told.connect(self._area.ensureWidgetVisible, Qt.ConnectionType.QueuedConnection)
        # Inside a drag nothing may be changed: the order is written once it has ended.
        self.model.dropped.connect(self._reorder, Qt.ConnectionType.QueuedConnection)
