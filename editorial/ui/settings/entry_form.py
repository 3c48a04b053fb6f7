"""One entry of a list with all its fields, and what can be done with it as a whole."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from editorial.errors import Trouble
from editorial.language import _
from editorial.services import lists as service
from editorial.ui.desk import Desk
from editorial.ui.fields.options import Option
from editorial.ui.fields.picker import Picker
from editorial.ui.icons import icon
from editorial.ui.settings.declared import FormField, ListForm
from editorial.ui.settings.editors import SettingEditor
from editorial.ui.settings.making import add_row, form_grid, make_editor
from editorial.ui.settings.merging import MergeStrip

STRETCHES = (("starts", "ends"), ("first", "last"))


def with_other_end(record: Any, name: str, value: Any) -> dict[str, Any]:
    """Return a field with the other end of its stretch of days, so that both can be checked against each other.

    A first day after the last one takes the last one along: that is how a day is moved.
    """
    for start, end in STRETCHES:
        if name == start and getattr(record, end) is not None:
            moved = start == "first" and value is not None and value > record.last
            return {start: value, end: value if moved else getattr(record, end)}
        if name == end:
            return {start: getattr(record, start), end: value}
    return {name: value}


class EntryForm(QWidget):
    """Edits one entry; every value is saved at once as a change of its own."""

    move_wanted = Signal(int)
    """Up (−1) or down (1) in the list."""
    merged = Signal(int)
    """The entry is now part of the one with this id."""
    removed = Signal()
    told = Signal(QWidget)
    """Something was said below the fields."""

    def __init__(self, desk: Desk, form: ListForm, above: QWidget | None = None) -> None:
        """Make the form; what stands above its fields comes before them in the order of Tab too."""
        super().__init__()
        self._desk = desk
        self.form = form
        self.record: Any = None
        self._others: Sequence[Any] = ()
        self.editors: dict[str, SettingEditor] = {}
        fields = QWidget()
        grid = form_grid(fields)
        for field in (one for one in form.fields if not one.told_only):
            self._add(field.name, self._make(field))
            add_row(grid, field.label, self.editors[field.name])
        self.used = QLabel()
        self.used.setVisible(form.used)
        self.used.setObjectName("small")
        self.used.setWordWrap(True)
        self.reason = QLabel()
        self.reason.setObjectName("bad")
        self.reason.setWordWrap(True)
        self.reason.hide()
        self.strip = MergeStrip()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        if above is not None:
            column.addWidget(above)
        column.addWidget(fields)
        column.addWidget(self.used)
        column.addLayout(self._actions())
        column.addWidget(self.reason)
        column.addWidget(self.strip)
        column.addStretch(1)
        desk.settle.connect(self.settle)
        desk.unsaved_asked.connect(self._hold)
        desk.theme.changed.connect(self._tint)
        self._tint()

    def put_above(self, part: QWidget) -> None:
        """Let something stand above the fields."""
        self._column.insertWidget(0, part)

    def put_below(self, part: QWidget) -> None:
        """Let something stand below all else."""
        self._column.insertWidget(self._column.count() - 1, part)

    def show_record(self, record: Any, others: Sequence[Any]) -> None:
        """Show an entry; what was typed for the one before is saved first. `others` is its whole list."""
        self._others = others
        if self.record is not None and self.record.id != record.id:
            self.settle()
            self.forget()
        self._refuse("")
        if record != self.record:
            self.strip.hide()
        self.record = record
        locked = self._desk.workspace is None or self._desk.workspace.readonly
        for name, editor in self.editors.items():
            editor.show_value(getattr(record, name))
            editor.lock(locked)
        for button in (self.up, self.down, self.merge, self.remove):
            button.setEnabled(not locked)
        self.merge.setEnabled(not locked and len(others) > 1)

    def tell_used(self, n: int) -> None:
        """Say how often the entry is used."""
        uses = self._uses() if n and self.record is not None else ""
        self.used.setText(_("Used by {uses}.").format(uses=uses) if uses else _("Nothing uses it yet."))

    def settle(self) -> None:
        """Save what is typed."""
        for editor in self.editors.values():
            editor.settle()

    def _make(self, field: FormField) -> SettingEditor:
        """Return the editor of a field."""
        return make_editor(field, self._desk)

    def _hold(self, holders: list[object]) -> None:
        """Add the texts that could not be saved to those who hold what could not be saved."""
        holders.extend(editor for editor in self.editors.values() if editor.has_unsaved)

    def forget(self) -> None:
        """Let go of the entry and of what was refused."""
        self.record = None
        self._refuse("")
        self.strip.hide()
        for editor in self.editors.values():
            editor.forget()

    def name_it(self) -> None:
        """Put the cursor into the name."""
        editor = self.editors["name"]
        editor.setFocus()
        line = getattr(editor, "line", None)
        if line is not None:
            line.selectAll()

    def remove_it(self) -> None:
        """Delete the entry, or say why that cannot be."""
        record, workspace = self.record, self._desk.workspace
        if record is None or workspace is None:
            return
        try:
            service.remove(workspace, self.form.kind, record.id)
        except Trouble as trouble:
            self._refuse(str(trouble))
            return
        said = _("“{name}” was removed.").format(name=record.name)
        self._desk.say(said, _("Undo"), self._desk.undo)
        self.removed.emit()

    def choose_other(self) -> Picker:
        """Choose which entry this one is to be merged into."""
        picker = Picker(self.merge, _("Merge into"), self._desk.theme.tokens)
        options = [Option(one.id, name) for one, name in self._named_others() if one.id != self.record.id]
        picker.offer(options, (), several=False)
        picker.picked.connect(self.propose)
        picker.open_below()
        return picker

    def propose(self, other: int) -> None:
        """Say what merging into another entry would do."""
        self._refuse("")
        record = self.record
        new = next(one for one in self._others if one.id == other)
        names = {one.id: name for one, name in self._named_others()}
        stays = self._what_stays(names[record.id], names[other])
        self.strip.propose(names[other], self._uses(), stays, lambda: self._merge(record, new))
        self.told.emit(self.strip)

    def _named_others(self) -> Iterable[tuple[Any, str]]:
        """Return every entry of the list with the name by which it is told from the others."""
        return ((one, one.name) for one in self._others)

    def _what_stays(self, old: str, new: str) -> str:
        """Return what stays of two entries that are merged, in a sentence."""
        return _("“{old}” goes away, “{new}” keeps its own fields.").format(old=old, new=new)

    def _merge(self, old: Any, new: Any) -> None:
        workspace = self._desk.workspace
        assert workspace is not None
        try:
            service.merge(workspace, self.form.kind, old.id, new.id)
        except Trouble as trouble:
            self._refuse(str(trouble))
            return
        said = _("“{old}” is now part of “{new}”.").format(old=old.name, new=new.name)
        self._desk.say(said, _("Undo"), self._desk.undo)
        self.merged.emit(new.id)

    def _uses(self) -> str:
        kind, id_ = self.form.kind, self.record.id
        return self._desk.ask(lambda w: service.usage_words(w, kind, id_)) or ""

    def _refuse(self, reason: str) -> None:
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        if reason:
            self.told.emit(self.reason)

    def _add(self, name: str, editor: SettingEditor) -> None:
        self.editors[name] = editor
        editor.given.connect(lambda value, joins: self._save(name, value, joins))

    def _save(self, name: str, value: Any, joins: str) -> None:
        record, workspace, editor = self.record, self._desk.workspace, self.editors[name]
        if record is None or workspace is None:
            return
        try:
            service.edit(workspace, self.form.kind, record.id, joins=joins, **with_other_end(record, name, value))
        except Trouble as trouble:
            editor.refuse(str(trouble))
        else:
            editor.accept(value)

    def _actions(self) -> QHBoxLayout:
        self.up, self.down = QToolButton(), QToolButton()
        for button, label, step in ((self.up, _("Move up"), -1), (self.down, _("Move down"), 1)):
            button.setAccessibleName(label)
            button.setToolTip(_("{label} (Alt+{arrow})").format(label=label, arrow="↑" if step < 0 else "↓"))
            button.setIconSize(QSize(16, 16))
            button.setVisible(self.form.ordered)
            button.clicked.connect(lambda _c=False, step=step: self.move_wanted.emit(step))
        self.merge = QPushButton(_("Merge into…"))
        self.merge.setVisible(self.form.merges)
        self.merge.clicked.connect(self.choose_other)
        self.remove = QPushButton(_("Remove"))
        self.remove.clicked.connect(self.remove_it)
        row = QHBoxLayout()
        row.setSpacing(6)
        for each in (self.up, self.down, self.merge, self.remove):
            row.addWidget(each)
        row.addStretch(1)
        return row

    def _tint(self) -> None:
        muted = self._desk.theme.tokens.muted
        self.up.setIcon(icon("arrow-up", muted))
        self.down.setIcon(icon("arrow-down", muted))
        self.merge.setIcon(icon("merge", muted))
        self.remove.setIcon(icon("trash-2", muted))
