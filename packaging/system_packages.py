"""What the system itself must have: Qt's libraries, fonts for every script, and a virtual screen for the tests."""

import ctypes
import io
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Literal, Self

import dev

Manager = Literal["apt-get", "dnf"]


@dataclass(frozen=True, slots=True)
class Need:
    """One thing the system must have, how to see that it is there, and the packages that bring it."""

    name: str
    apt: str
    dnf: str
    kind: Literal["library", "screen", "font", "tool", "python"] = "library"

    def package(self, manager: Manager) -> str:
        """Return the name of the package for a package manager."""
        return self.apt if manager == "apt-get" else self.dnf

    def is_met(self) -> bool:
        """Tell whether the library loads, the font file exists, the tool is on the path."""
        if self.kind == "font":
            return any(next(folder.rglob(self.name), None) for folder in font_folders())
        if self.kind == "tool":
            return shutil.which(self.name) is not None
        if self.kind == "python":
            return False
        try:
            ctypes.CDLL(self.name)
        except OSError:
            return False
        return True


NEEDS = (
    Need("libGL.so.1", "libgl1", "libglvnd-glx"),
    Need("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Need("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Need("libX11.so.6", "libx11-6", "libX11"),
    Need("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Need("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Need("libfreetype.so.6", "libfreetype6", "freetype"),
    Need("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Need("libbrotlidec.so.1", "libbrotli1", "libbrotli"),
    Need("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "screen"),
    Need("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "screen"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "screen"),
    Need("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "screen"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "screen"),
    Need("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "screen"),
    Need("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "screen"),
    Need("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "screen"),
    Need("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "screen"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "screen"),
    Need("NotoSans[-[]*.ttf", "fonts-noto-core", "google-noto-sans-fonts", "font"),
    Need("NotoSansCJK*", "fonts-noto-cjk", "google-noto-sans-cjk-fonts", "font"),
)
TEST_NEEDS = (
    Need("Xvfb", "xvfb", "xorg-x11-server-Xvfb", "tool"),
    Need("xauth", "xauth", "xorg-x11-xauth", "tool"),
    Need("xdotool", "xdotool", "xdotool", "tool"),
    Need("chromium", "chromium", "chromium", "tool"),
    Need("node", "nodejs", "nodejs", "tool"),
    Need("npm", "npm", "nodejs-npm", "tool"),
)
# Debian keeps what makes environments apart from each Python.
VENV_NEED = Need("venv", "python{}.{}-venv".format(*sys.version_info), "python3", "python")


def font_folders() -> list[Path]:
    """Return the folders in which Linux systems keep fonts."""
    names = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
    folders = [Path(name).expanduser() for name in names]
    return [folder for folder in folders if folder.is_dir()]


def missing(level: str) -> list[Need]:
    """Return what this system lacks at a level; macOS and Windows bring all of it."""
    if not sys.platform.startswith("linux"):
        return []
    needs = NEEDS + TEST_NEEDS if level == "test" else NEEDS
    return [need for need in needs if not need.is_met()]


def manager() -> Manager | None:
    """Return the package manager of this system, if it is one we know."""
    known: tuple[Manager, ...] = ("apt-get", "dnf")
    return next((name for name in known if shutil.which(name)), None)


def install_command(needs: Iterable[Need], with_manager: Manager) -> list[str]:
    """Return the command that brings what is needed, each package once."""
    packages = list(dict.fromkeys(need.package(with_manager) for need in needs))
    if with_manager == "apt-get":
        return ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    return ["dnf", "install", "-y", *packages]


def install_script(needs: Iterable[Need], with_manager: Manager) -> str:
    """Return the shell line for the administrator; old lists of apt name files that are gone."""
    line = shlex.join(install_command(needs, with_manager))
    if with_manager == "apt-get":
        return f"apt-get -qq update; {line} -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300"
    return line


def advice(needs: Sequence[Need], with_manager: Manager | None) -> str:
    """Return the exact line for the user to run, or the names of what is missing on a system we do not know."""
    if with_manager is None:
        return "Please install: " + ", ".join(need.name for need in needs)
    return "Please run: sudo " + " ".join(install_command(needs, with_manager))


def is_usable(level: str) -> bool:
    """Say what is still missing, with the line that brings it, and tell whether the program can work all the same."""
    if not (lacking := missing(level)):
        return True
    print("Some things of the system are missing.", advice(lacking, manager()), sep="\n", file=sys.stderr, flush=True)
    vital = {"library", "screen"} if dev.has_screen() else {"library"}
    return not any(need.kind in vital for need in lacking)


@dataclass
class Installation:
    """The system's package manager at work beside pip, if anything is missing and this user may install it."""

    running: subprocess.Popen[bytes] | None = None
    output: IO[bytes] = field(default_factory=io.BytesIO)

    @classmethod
    def begin(cls, needs: Sequence[Need]) -> Self:
        """Start installing what is needed, when this is the administrator of a system we know."""
        work, tool = cls(), manager()
        if needs and tool is not None and os.geteuid() == 0:
            print(
                "  from the system:", *dict.fromkeys(need.package(tool) for need in needs), file=sys.stderr, flush=True
            )
            quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            command = ["sh", "-c", install_script(needs, tool)]
            # A file, as nobody reads along while pip works: a full pipe would stop the installation.
            work.output = tempfile.TemporaryFile()  # noqa: SIM115 (closed by finish)
            work.running = subprocess.Popen(
                command, env=quiet, stdin=subprocess.DEVNULL, stdout=work.output, stderr=subprocess.STDOUT
            )
        return work

    def finish(self) -> None:
        """Wait for the package manager, and show the end of what it said when it failed."""
        if self.running is not None and self.running.wait():
            self.output.seek(0)
            said = self.output.read().decode(errors="replace")
            print(*said.splitlines()[-6:], sep="\n", file=sys.stderr, flush=True)
        self.running = None
        self.output.close()
