"""Where the program finds its resources and where it keeps what belongs to this user."""

import os
from pathlib import Path

HOME_VARIABLE = "EDITORIAL_HOME"
_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of icons, themes, help and translations, in a checkout and in an installed wheel alike."""
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def data_folder() -> Path:
    """Return the folder for workspaces made without a name and for their backups; it need not exist yet."""
    return _own("data")


def settings_folder() -> Path:
    """Return the folder for this user's preferences; it need not exist yet."""
    return _own("config")


def log_folder() -> Path:
    """Return the folder of the rotating log; it need not exist yet."""
    return _own("log")


def _own(purpose: str) -> Path:
    if home := os.environ.get(HOME_VARIABLE):
        return Path(home) / purpose
    # 20 ms to import, and not needed before the first window is painted.
    import platformdirs

    dirs = platformdirs.PlatformDirs("editorial", appauthor=False)
    return Path({"data": dirs.user_data_dir, "config": dirs.user_config_dir, "log": dirs.user_log_dir}[purpose])
