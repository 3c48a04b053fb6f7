"""Reminders in the system tray while the program runs; where there is no tray, nothing happens."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from editorial.errors import Trouble
from editorial.language import _, ngettext
from editorial.ui.desk import Desk
from editorial.ui.icons import icon
from editorial.ui.my_work.me import mine, whose

WANTED, REMINDED = "reminders", "reminded"
SOON_MS = 5_000
"""After a workspace is shown: what is seen first comes first."""
AGAIN_MS = 500
"""After a change: several often come together."""
SHOWN = 3


class Reminding(QObject):
    """Tells the user once a day what is due for them, where they said who they are and did not turn it off."""

    turned = Signal(bool)
    """Reminders were turned on or off."""
    followed = Signal()
    """The user wants to see what they are reminded of."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.tray: QSystemTrayIcon | None = None
        self.told: list[str] = []
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.remind)
        desk.ready.connect(self._soon.start)
        desk.day_changed.connect(self._soon.start)
        desk.opened.connect(self._hide)
        desk.changed.connect(self._outdate)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._renew)

    @property
    def wanted(self) -> bool:
        """Whether the user wants to be reminded."""
        return bool(self._desk.preferences.get(WANTED, 1))

    def turn(self) -> None:
        """Turn reminders off, or on again."""
        on = not self.wanted
        self._desk.preferences.put(WANTED, int(on))
        self.turned.emit(on)
        if on:
            self._desk.say(_("Reminders come in the system tray, where there is one."))
            self._remind()
        else:
            self._hide()
            self._desk.say(_("No reminders from now on."))

    def remind(self) -> None:
        """Say what is due, once a day for all windows."""
        workspace, today = self._desk.workspace, self._desk.today.isoformat()
        if workspace is None or not self.wanted:
            return
        reminded, path = self._desk.preferences.get(REMINDED, {}), str(workspace.path)
        if reminded.get(path) != today and self._remind():
            self._desk.preferences.put(REMINDED, {**reminded, path: today})

    def _remind(self) -> bool:
        """Say what is due, where there is anything and a tray to say it in; return whether it was said."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        self.told = self.due()
        if not self.told:
            self._hide()
            return False
        if self.tray is None:
            self.tray = self._make_tray()
        self._tell_tip()
        self.tray.show()
        self.tray.showMessage(_("My work"), message(self.told), self.tray.icon())
        return True

    def _make_tray(self) -> QSystemTrayIcon:
        tray = QSystemTrayIcon(icon("list-checks", self._desk.theme.tokens.accent), self)
        self.menu = QMenu()
        self.menu.addAction(_("Open My work"), self.followed.emit)
        self.menu.addAction(_("No reminders from now on"), self.turn)
        tray.setContextMenu(self.menu)
        tray.activated.connect(self._activated)
        tray.messageClicked.connect(self.followed)
        return tray

    def _activated(self, why: QSystemTrayIcon.ActivationReason) -> None:
        if why is not QSystemTrayIcon.ActivationReason.Context:
            self.followed.emit()

    def _tell_tip(self) -> None:
        if self.tray is not None:
            n = len(self.told)
            self.tray.setToolTip(ngettext("Editorial: {n} reminder", "Editorial: {n} reminders", n).format(n=n))

    def _outdate(self) -> None:
        if self.tray is not None and self.tray.isVisible():
            self._again.start()

    def _renew(self) -> None:
        """Follow what was done meanwhile; the icon goes with the last reminder."""
        self.told = self.due()
        if self.told:
            self._tell_tip()
        else:
            self._hide()

    def due(self) -> list[str]:
        """Return what the user is to be reminded of; nothing where they did not say who they are."""
        from editorial.services.lists import read_people
        from editorial.services.reminders import reminders

        workspace = self._desk.workspace
        if workspace is None:
            return []
        path, preferences = str(workspace.path), self._desk.preferences
        if not whose(preferences, path)[0]:
            return []
        try:
            user = mine(preferences, path, read_people(workspace))
            return reminders(workspace, user.id, self._desk.today) if user else []
        except Trouble:
            # Told where it matters: a reminder is not worth a message about a file that cannot be read.
            return []

    def _hide(self) -> None:
        if self.tray is not None:
            self.tray.hide()


def message(told: Sequence[str]) -> str:
    """Return the first reminders, a line each, and how many more there are."""
    left = len(told) - SHOWN
    more = [ngettext("and {n} more", "and {n} more", left).format(n=left)] if left > 0 else []
    return "\n".join([*told[:SHOWN], *more])
