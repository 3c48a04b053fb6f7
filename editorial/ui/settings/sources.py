"""The editor of what an answer card rests on: a row for each source."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from editorial.domain.people_records import CardSource
from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.fields.rows import RowList
from editorial.ui.fields.texts import ElidedLine
from editorial.ui.fields.tiny import tiny_button
from editorial.ui.icons import icon
from editorial.ui.overriding import override
from editorial.ui.settings.declared import FormField
from editorial.ui.settings.editors import SettingEditor


class SourceRow(QWidget):
    """Where a claim was heard, from which account, and where to read it."""

    def __init__(self, editor: "SourcesEditor", place: int, source: CardSource) -> None:
        super().__init__()
        self._editor, self._place, self._source = editor, place, source
        self.text = self._line(source.text, _("Where it was heard"), _("Who said it, and where"))
        self.account = self._line(source.account, _("Account of the source"), _("Account, if any"))
        self.address = self._line(source.address, _("Address of the source"), _("https://, if any"))
        self._shown = {"text": self.text.text(), "account": self.account.text(), "address": self.address.text()}
        out = tiny_button(_("Take this source out"), sign=icon("x", editor.desk.theme.tokens.muted))
        out.clicked.connect(lambda: editor.drop(place))
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.text, 1)
        first.addWidget(out)
        second.addWidget(self.account, 1)
        second.addWidget(self.address, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for row in (first, second):
            row.setSpacing(4)
            column.addLayout(row)

    def give(self) -> None:
        """Hand on what was typed."""
        lines = {"text": self.text, "account": self.account, "address": self.address}
        # What nobody typed stays as it is: a line shows no newline, and a space at the end need not go.
        typed: dict[str, Any] = {
            name: line.text().strip() for name, line in lines.items() if line.text() != self._shown[name]
        }
        source = replace(self._source, **typed)
        if source != self._source:
            self._editor.change(self._place, source)

    def _line(self, text: str, name: str, placeholder: str) -> QLineEdit:
        line = ElidedLine(text)
        line.setAccessibleName(name)
        line.setPlaceholderText(placeholder)
        line.setCursorPosition(0)
        line.editingFinished.connect(self.give)
        return line


class SourcesEditor(SettingEditor):
    """Edits the sources of an answer card; each is saved at once, a new one when it holds something."""

    def __init__(self, field: FormField, desk: Desk) -> None:
        super().__init__(field)
        self.desk = desk
        self.value: tuple[CardSource, ...] = ()
        self._list: RowList[SourceRow] = RowList(_("Add a source"), spacing=8)
        self.rows, self.add = self._list.rows, self._list.add
        self.add.clicked.connect(self.add_source)
        self.hold(self._list)
        self.setFocusProxy(self.add)

    @override
    def show_value(self, value: Any) -> None:
        if tuple(value) == self.value and len(self.rows) >= len(self.value):
            return
        self.value = tuple(value)
        self._show_rows()

    @override
    def settle(self) -> None:
        for row in list(self.rows):
            row.give()

    def add_source(self) -> None:
        """Show an empty source, ready to be typed."""
        if len(self.rows) == len(self.value):
            self._list.append(SourceRow(self, len(self.value), CardSource()))
        self.rows[-1].text.setFocus()

    def change(self, place: int, source: CardSource) -> None:
        """Put another source in the place of one."""
        self.give((*self.value[:place], source, *self.value[place + 1 :]))

    def drop(self, place: int) -> None:
        """Take a source out."""
        if place < len(self.value):
            self.give(self.value[:place] + self.value[place + 1 :])
        else:
            self._show_rows()

    @override
    def forget(self) -> None:
        super().forget()
        if len(self.rows) > len(self.value):
            self._show_rows()

    def _show_rows(self) -> None:
        self._list.replace(SourceRow(self, place, source) for place, source in enumerate(self.value))
