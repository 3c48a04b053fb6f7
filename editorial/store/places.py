"""Where a file lies: on this computer's disk, on a network share, or in a folder that a program synchronises."""

import os
import re
import sys
from collections.abc import Iterable
from enum import Enum
from pathlib import Path

SYNCED = (
    (re.compile(r"^dropbox\b", re.IGNORECASE), "Dropbox"),
    (re.compile(r"^onedrive\b", re.IGNORECASE), "OneDrive"),
    (re.compile(r"^(google ?drive|googledrive-.*|my drive)$", re.IGNORECASE), "Google Drive"),
    (re.compile(r"^(icloud ?drive|com~apple~clouddocs|iclouddrive)$", re.IGNORECASE), "iCloud"),
    (re.compile(r"^(nextcloud|owncloud)\b", re.IGNORECASE), "Nextcloud"),
)
NETWORK = re.compile(r"^(nfs\d?|cifs|smb\w*|afpfs|webdav|davfs|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse)|9p|ncpfs|afs)$")


class Place(Enum):
    """What a file's folder is; only on a local disk do several programs share write-ahead logs safely."""

    LOCAL = "local"
    NETWORK = "network"
    SYNCED = "synced"


def place_of(path: Path) -> tuple[Place, str]:
    """Return where the file lies, with the name of the service or file system that says so."""
    resolved = path.absolute().resolve()
    if name := synced_by(resolved.parts):
        return Place.SYNCED, name
    if kind := network_kind(resolved):
        return Place.NETWORK, kind
    return Place.LOCAL, ""


def synced_by(parts: Iterable[str]) -> str:
    """Return the service whose folder is among these parts of a path, or nothing."""
    return next((name for part in parts for pattern, name in SYNCED if pattern.match(part)), "")


def network_kind(path: Path) -> str:
    """Return the network file system a path lies on, or nothing."""
    if str(path).startswith(("\\\\", "//")):
        return "UNC"
    if sys.platform == "win32":
        return _windows_kind(path)
    try:
        mounts = Path("/proc/self/mounts").read_text("utf-8", "replace")
    except OSError:
        return ""
    return network_mount(path, mounts)


def network_mount(path: Path, mounts: str) -> str:
    """Return the network file system of the innermost mount that holds the path, or nothing; `mounts` as in /proc."""
    found, kind = "", ""
    for line in mounts.splitlines():
        _device, target, named, *_rest = (*line.split(), "", "", "")
        target = re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), target)
        if target and path.is_relative_to(target) and len(target) >= len(found):
            found, kind = target, named
    return kind if NETWORK.match(kind) else ""


def _windows_kind(path: Path) -> str:  # pragma: no cover (Windows only)
    import ctypes

    remote = 4
    drive = os.path.splitdrive(path)[0] + "\\"
    asked = getattr(ctypes, "windll").kernel32.GetDriveTypeW(drive)  # noqa: B009 (absent elsewhere)
    return "network drive" if asked == remote else ""
