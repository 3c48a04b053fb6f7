"""Whether reminders are shown in the system tray of this computer: the user's own choice, not the workspace's."""

from editorial.language import _
from editorial.ui.desk import Desk
from editorial.ui.my_work.reminding import Reminding
from editorial.ui.settings.declared import FormField, Shape
from editorial.ui.settings.editors import FlagEditor


class TraySwitch(FlagEditor):
    """Turns reminders in the tray off and on; the command of the workspace menu does the same."""

    def __init__(self, desk: Desk) -> None:
        note = _("Show reminders in the system tray while Editorial runs")
        super().__init__(FormField("tray", _("On this computer"), Shape.FLAG, note=note))
        self._desk = desk
        self._reminding: Reminding | None = None
        self.given.connect(lambda _on, _joins: self._turn())

    def show_turned(self) -> None:
        """Show how it stands."""
        if self._reminding is None and (found := self._desk.findChild(Reminding)) is not None:
            self._reminding = found
            found.turned.connect(self.show_value)
        self.setEnabled(self._reminding is not None)
        self.show_value(self._reminding is not None and self._reminding.wanted)

    def _turn(self) -> None:
        if self._reminding is not None:
            self._reminding.turn()
