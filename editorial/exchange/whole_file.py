"""Files written whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from editorial.errors import BadFile
from editorial.language import _


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write to; it takes the place of `path` only when everything has reached the disk.

    Raises BadFile with one sentence where it cannot be written; what was there before is untouched then.
    """
    try:
        number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise _cannot(path, error) from error
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o666 & ~_mask())
        part.replace(path)
    except OSError as error:
        raise _cannot(path, error) from error
    finally:
        part.unlink(missing_ok=True)
    _sync_folder(path.parent)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises BadFile."""
    with whole_file(path) as file:
        file.write(data)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Let the new name survive a power cut, where the system can open folders."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _cannot(path: Path, error: OSError) -> BadFile:
    reason = _reasons().get(error.errno or 0) or error.strerror or str(error)
    return BadFile(_("{name} cannot be written: {reason}.").format(name=path, reason=reason))


def _reasons() -> dict[int, str]:
    """Return what the usual refusals of a system mean to people."""
    protected, full = _("that place is write-protected"), _("the disk is full")
    return {
        errno.ENOENT: _("its folder is not there"),
        errno.ENOTDIR: _("its folder is not there"),
        errno.EISDIR: _("a folder has that name"),
        errno.ENAMETOOLONG: _("that name is too long"),
        errno.EACCES: protected,
        errno.EPERM: protected,
        errno.EROFS: protected,
        errno.ENOSPC: full,
    }
