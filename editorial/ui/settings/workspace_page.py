"""The workspace itself: name, year and week, public holidays, the mix aimed for."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from editorial.domain.records import Settings
from editorial.domain.reminders import Reminder
from editorial.domain.spoken import spoken_day
from editorial.domain.workdays import public_holidays, why_not_holidays
from editorial.errors import RuleBroken, Trouble
from editorial.language import _
from editorial.services import lists as service
from editorial.ui.desk import Desk
from editorial.ui.overriding import override
from editorial.ui.settings.choosing import PickEditor
from editorial.ui.settings.declared import FormField, Shape
from editorial.ui.settings.editors import SettingEditor, figure_editor
from editorial.ui.settings.making import add_row, form_grid
from editorial.ui.settings.page import SettingsPage
from editorial.ui.settings.reminder_editor import ReminderEditor
from editorial.ui.settings.tray_switch import TraySwitch
from editorial.ui.settings.workspace_fields import (
    REMINDERS,
    WEIGHTS,
    offered,
    setting,
    with_reminder,
    with_weight,
    workspace_fields,
)

SHOWN = 6
"""How many coming holidays are shown."""
WIDEST_LETTERS = 90
CURRENCY = re.compile("[A-Z]{3}")


class WorkspacePage(SettingsPage):
    """Every setting is saved at once; what cannot be is refused beside its field."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.editors: dict[str, SettingEditor] = {}
        self.holidays = QLabel()
        self.holidays.setObjectName("small")
        self.holidays.setWordWrap(True)
        self.holidays.setTextFormat(Qt.TextFormat.PlainText)
        self.tray = TraySwitch(desk)
        form = QWidget()
        self._form = form
        desk.theme.changed.connect(self._measure)
        self._measure()
        column = QVBoxLayout(form)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(8)
        for heading, fields in workspace_fields():
            column.addWidget(_section(heading))
            column.addWidget(self._fields(fields))
            if fields[0].name == "country":
                column.addWidget(self.holidays)
            if fields[0].name.startswith(REMINDERS):
                column.addWidget(self._own(self.tray))
            column.addSpacing(10)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("clear")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(form)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        desk.settle.connect(self.settle)
        desk.unsaved_asked.connect(self._hold)

    @override
    def reload(self) -> None:
        """Show the settings; what is being typed stays."""
        settings = self.desk.lists.settings
        locked = self.desk.workspace is None or self.desk.workspace.readonly
        for name, editor in self.editors.items():
            editor.show_value(setting(settings, name))
            editor.lock(locked)
        self.editors["subdivision"].setEnabled(not locked and len(offered("subdivision", settings)) > 0)
        self.tray.show_turned()
        self._preview()

    @override
    def forget(self) -> None:
        for editor in self.editors.values():
            editor.forget()

    def settle(self) -> None:
        """Save what is typed."""
        for editor in self.editors.values():
            editor.settle()

    def _hold(self, holders: list[object]) -> None:
        """Add the texts that could not be saved to those who hold what could not be saved."""
        holders.extend(editor for editor in self.editors.values() if editor.has_unsaved)

    def _measure(self) -> None:
        self._form.setMaximumWidth(self._form.fontMetrics().averageCharWidth() * WIDEST_LETTERS)

    def _preview(self) -> None:
        settings, today = self.desk.lists.settings, self.desk.today
        reason = why_not_holidays(settings.country, settings.subdivision)
        if reason is not None:
            self.holidays.setText(reason)
            return
        coming = public_holidays(settings.country, settings.subdivision, today, today + timedelta(days=400))
        listed = [f"{spoken_day(day)}  {name}" for day, name in list(coming.items())[:SHOWN]]
        self.holidays.setText("\n".join([_("Next:"), *listed]))

    def _fields(self, fields: tuple[FormField, ...]) -> QWidget:
        holder = QWidget()
        grid = form_grid(holder)
        for field in fields:
            editor = self._editor(field)
            self.editors[field.name] = editor
            editor.given.connect(lambda value, _joins, name=field.name: self._save(name, value))
            add_row(grid, field.label, editor)
        return holder

    def _own(self, editor: SettingEditor) -> QWidget:
        """Return a line of what is the user's own, not the workspace's."""
        holder = QWidget()
        add_row(form_grid(holder), editor.field.label, editor)
        return holder

    def _editor(self, field: FormField) -> SettingEditor:
        if field.shape in (Shape.ENTRY, Shape.ENTRIES):
            several = field.shape is Shape.ENTRIES
            return PickEditor(field, self.desk, lambda: offered(field.name, self.desk.lists.settings), several=several)
        if field.name.startswith(REMINDERS):
            return ReminderEditor(field, Reminder(field.name.removeprefix(REMINDERS)))
        return figure_editor(field)

    def _save(self, name: str, value: Any) -> None:
        workspace, editor = self.desk.workspace, self.editors[name]
        if workspace is None:
            return
        settings = self.desk.lists.settings
        try:
            fields = _fields_of(settings, name, value)
            service.update_settings(workspace, **fields)
        except Trouble as trouble:
            editor.refuse(str(trouble))
        else:
            editor.accept(setting(replace(settings, **fields), name))


def _fields_of(settings: Settings, name: str, value: Any) -> dict[str, Any]:
    """Return the settings that the value of a field stands for. Raises RuleBroken where it cannot be."""
    if name.startswith(WEIGHTS):
        return with_weight(settings, name, value)
    return with_reminder(settings, name, value) if name.startswith(REMINDERS) else _checked(name, value)


def _checked(name: str, value: Any) -> dict[str, Any]:
    """Return the settings that a value stands for. Raises RuleBroken where it cannot be."""
    if name == "weekend":
        return {name: frozenset(value)}
    if name == "country":
        return {name: value or "", "subdivision": ""}
    if name == "subdivision":
        return {name: value or ""}
    if name == "currency":
        if not CURRENCY.fullmatch(value.upper()):
            raise RuleBroken(_("“{typed}” is not a currency of three letters, such as EUR.").format(typed=value))
        return {name: value.upper()}
    return {name: value}


def _section(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("section")
    return label
