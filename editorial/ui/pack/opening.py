"""Opening the pack's dialog in front of a window: one at a time."""

from typing import TYPE_CHECKING

from editorial.domain.period import Period, quarter_of
from editorial.ui.desk import Desk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from editorial.ui.pack.dialog import PackDialog


def open_pack(desk: Desk, window: "QWidget", period: Period | None = None) -> "PackDialog":
    """Show the dialog for a period, by default the quarter in view."""
    from editorial.ui.pack.dialog import PackDialog

    shown = period or quarter_of(desk.day, desk.lists.settings)
    dialog = window.findChild(PackDialog)
    if dialog is None:
        dialog = PackDialog(desk, shown, window)
    else:
        dialog.show_period(shown)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog
