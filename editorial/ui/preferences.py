"""What this user likes, kept between starts: window, theme, zoom, recent workspaces, remembered headings."""

from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from editorial.locations import HOME_VARIABLE

RECENT_KEPT = 10
PLAIN = (str, int, float)
"""Kept as they are written; everything else as JSON."""


class Preferences:
    """A typed view of the settings file; unreadable values count as absent."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or _default_settings()

    def get(self, key: str, default: Any) -> Any:
        """Return a word, a number, a list or the like, or the default where none of its type is kept."""
        kept = self._settings.value(key)
        if not isinstance(kept, str):
            return default
        try:
            value = type(default)(kept) if type(default) in PLAIN else _from_json(kept)
        except ValueError:
            return default
        return value if default is None or isinstance(value, type(default)) else default

    def put(self, key: str, value: Any) -> None:
        """Keep a word, a number, a list or the like."""
        self._settings.setValue(key, str(value) if type(value) in PLAIN else _to_json(value))

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


def _from_json(kept: str) -> Any:
    # Not at the top: the first paint needs words and numbers only.
    import json

    return json.loads(kept)


def _to_json(value: Any) -> str:
    import json

    return json.dumps(value)


def _default_settings() -> QSettings:
    import os

    if home := os.environ.get(HOME_VARIABLE):
        return QSettings(f"{home}/config/editorial.ini", QSettings.Format.IniFormat)
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "editorial", "editorial")
