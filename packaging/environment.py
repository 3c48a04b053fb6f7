"""Make `.venv` complete: the environment itself, the locked packages, the project, bytecode, the system's libraries."""

import contextlib
import importlib
import importlib.util
import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path

import node_packages

import dev
import system_packages

ROOT, VENV, PYTHON = Path(dev.ROOT), Path(dev.VENV), Path(dev.PYTHON)
UNFINISHED = VENV / "unfinished"


def set_up(level: str) -> int:
    """Bring the environment to `level` ("run" or "test"); return 0, or 2 after saying what the user must do first."""
    began = time.monotonic()
    with only_one_at_a_time():
        if dev.is_set_up(level):
            return 0
        say(f"Setting up in {VENV} …")
        needs = system_packages.missing(level)
        if not can_install() and not bring_venv(needs):
            return 2
        system = system_packages.Installation.begin(needs)
        try:
            install(level)
        except (subprocess.CalledProcessError, OSError) as error:
            say(f"The set-up did not finish: {trouble(error)}")
            return 2
        finally:
            system.finish()
        if not system_packages.is_usable(level):
            return 2
        if level == "test":
            node_packages.install()
        for done in ("run", level):
            Path(dev.stamp(done)).write_text(dev.fingerprint(done), "ascii")
        say(f"Ready after {time.monotonic() - began:.0f} s.")
        return 0


def bring_venv(needs: list[system_packages.Need]) -> bool:
    """Install first what Debian leaves out of Python, or say how to get all that is missing; tell if it is there."""
    system_packages.Installation.begin([system_packages.VENV_NEED]).finish()
    importlib.invalidate_caches()
    if not can_install():
        say(system_packages.advice([system_packages.VENV_NEED, *needs], system_packages.manager()))
    return can_install()


def install(level: str) -> None:
    """Make the environment anew unless a usable one is there, and put the locked packages and the project into it."""
    if not is_reusable():
        pip = bundled_pip()
        options = ["--without-pip"] if pip else []
        run(sys.executable, "-m", "venv", "--clear", *options, str(VENV))
    UNFINISHED.touch()
    locks = [argument for name in dev.LOCKS[level] for argument in ("-r", str(ROOT / "packaging" / name))]
    say("  packages …")
    run_pip("--require-hashes", "--no-deps", "--no-compile", *locks)
    run_pip("--no-deps", "--no-build-isolation", "--no-compile", "--editable", str(ROOT))
    compile_all()
    UNFINISHED.unlink()


def is_reusable() -> bool:
    """Tell whether `.venv` is of this Python and no set-up was broken off in it."""
    try:
        settings = (VENV / "pyvenv.cfg").read_text("utf-8").splitlines()
    except OSError:
        return False
    made_by = dict(line.partition(" = ")[::2] for line in settings)
    same = made_by.get("version") == sys.version.split()[0].rstrip("+") and PYTHON.exists()
    return same and not UNFINISHED.exists()


def can_install() -> bool:
    """Tell whether this Python has what makes an environment; Debian keeps it in a package of its own."""
    has_pip = bundled_pip() is not None or importlib.util.find_spec("ensurepip") is not None
    return has_pip and importlib.util.find_spec("venv") is not None


def bundled_pip() -> Path | None:
    """Return the wheel of pip that came with this Python, which runs as it is: unpacking it takes 3 s."""
    folders = [sysconfig.get_config_var("WHEEL_PKG_DIR")]
    if found := importlib.util.find_spec("ensurepip"):
        folders += [str(Path(place) / "_bundled") for place in found.submodule_search_locations or ()]
    wheels = [wheel for folder in folders if folder for wheel in Path(folder).glob("pip-*.whl")]
    return wheels[0] if wheels else None


def run_pip(*arguments: str) -> None:
    """Run pip's install inside the environment, quietly: what it says is shown when it fails."""
    pip = bundled_pip()
    command = [str(pip / "pip")] if pip else ["-m", "pip"]
    run(str(PYTHON), *command, "--disable-pip-version-check", "install", "--quiet", "--no-input", *arguments)


def compile_all() -> None:
    """Compile every module with all processors; a start from sources alone takes twice as long."""
    libraries = subprocess.check_output(
        [str(PYTHON), "-c", "import sysconfig; print(sysconfig.get_path('platlib'))"], text=True
    ).strip()
    # Some packages ship templates that are named like modules.
    command = [str(PYTHON), "-m", "compileall", "-qq", "-x", r"\.tmpl\.py$", libraries, str(ROOT / "editorial")]
    together = subprocess.run([*command, "-j", "0"], env=dev.surroundings(), stderr=subprocess.DEVNULL, check=False)
    if together.returncode:  # Without shared memory (some containers) only one process can.
        subprocess.run(command, env=dev.surroundings(), check=False)


def run(*command: str) -> None:
    """Run a command, keeping what it prints for the message should it fail."""
    subprocess.run(command, env=dev.surroundings(), check=True, capture_output=True, text=True, errors="replace")


def trouble(error: subprocess.CalledProcessError | OSError) -> str:
    """Return what a failed command said last, or that it is missing."""
    if isinstance(error, OSError):
        return str(error)
    lines = [line for line in (error.stderr or error.stdout or "").strip().splitlines() if "WARNING" not in line]
    return "\n".join(lines[-12:]) or f"{error.cmd[0]} ended with status {error.returncode}."


@contextlib.contextmanager
def only_one_at_a_time() -> Iterator[None]:
    """Let a second set-up of the same checkout wait for the first."""
    if os.name == "nt":
        yield
        return
    import fcntl

    with (ROOT / "packaging" / "dev.py").open() as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def say(text: str) -> None:
    """Tell the user how the set-up goes, apart from what the program prints."""
    print(text, file=sys.stderr, flush=True)
