"""The editors of what only people have: the zone they live in, and the days they work on."""

from typing import Any

from PySide6.QtCore import QLocale

from editorial.ui.desk import Desk
from editorial.ui.fields.options import Option
from editorial.ui.overriding import override
from editorial.ui.settings.choosing import PickEditor
from editorial.ui.settings.declared import FormField
from editorial.ui.settings.workspace_fields import offered


class ZoneEditor(PickEditor):
    """A time zone by name; none is that of the workspace, which is kept as an empty text."""

    def __init__(self, field: FormField, desk: Desk) -> None:
        super().__init__(field, desk, lambda: offered("time_zone", desk.lists.settings))

    @override
    def give(self, value: Any, joins: str = "") -> None:
        super().give(value or "", joins)


class WeekdaysEditor(PickEditor):
    """Days of the week, Monday = 0; none is every day but the weekend of the workspace."""

    def __init__(self, field: FormField, desk: Desk) -> None:
        days = [Option(day, QLocale().standaloneDayName(day + 1)) for day in range(7)]
        super().__init__(field, desk, lambda: days, several=True)

    @override
    def show_value(self, value: Any) -> None:
        super().show_value(tuple(sorted(value)))

    @override
    def give(self, value: Any, joins: str = "") -> None:
        if set(value) != set(self.value):
            self.given.emit(frozenset(value), joins)
