"""What this user likes, kept between starts: window, theme, zoom, recent workspaces, remembered headings."""

import json
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from editorial.locations import HOME_VARIABLE

RECENT_KEPT = 10


class Preferences:
    """A typed view of the settings file; unreadable values count as absent."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or _default_settings()

    def get(self, key: str, default: Any) -> Any:
        """Return a JSON value, or the default where none of its type is kept."""
        kept = self._settings.value(key)
        try:
            value = json.loads(kept) if isinstance(kept, str) else default
        except ValueError:
            return default
        return value if default is None or isinstance(value, type(default)) else default

    def put(self, key: str, value: Any) -> None:
        """Keep a JSON value."""
        self._settings.setValue(key, json.dumps(value))

    def bytes(self, key: str) -> QByteArray:
        """Return bytes kept by `put_bytes`, or none."""
        kept = self._settings.value(key)
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def put_bytes(self, key: str, value: QByteArray) -> None:
        self._settings.setValue(key, value)

    @property
    def recent(self) -> list[str]:
        """Paths of workspaces opened lately, newest first."""
        return [path for path in self.get("recent", []) if isinstance(path, str)]

    def opened(self, path: str) -> None:
        """Remember a workspace as the newest."""
        self.put("recent", [path, *(p for p in self.recent if p != path)][:RECENT_KEPT])

    def sync(self) -> None:
        self._settings.sync()


def _default_settings() -> QSettings:
    import os

    if home := os.environ.get(HOME_VARIABLE):
        return QSettings(f"{home}/config/editorial.ini", QSettings.Format.IniFormat)
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "editorial", "editorial")
