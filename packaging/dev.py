"""Set up and start Editorial from a checkout: `python3 packaging/dev.py run`, or test, check, bench, shots.

Each command sets up all it needs and then does its work. A set-up that still fits is recognised by a stamp, in a few
milliseconds: nothing is imported here that only a set-up needs, and no package manager is asked anything.
"""

import os
import sys
from hashlib import sha256

if sys.version_info < (3, 11):  # noqa: UP036 (said here in a sentence, before pip says it in thirty lines)
    sys.exit("Editorial needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + ".")

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")
LOCKS = {"run": ["requirements.lock"], "test": ["requirements.lock", "requirements-dev.lock"]}
NODE_LOCKS = {"run": [], "test": [os.path.join("node", "package-lock.json")]}
SCRIPTS = {"bench": os.path.join("bench", "run.py"), "shots": "shots.py"}
USAGE = """\
python3 packaging/dev.py COMMAND [ARGUMENT]...

  run    set up and open the program; where there is no screen, do its main job without one
  test   set up with the development tools, run the checks, then the tests (arguments go to pytest)
  check  lint, format, types and imports
  bench  measure speed and memory, each figure beside its floor (arguments choose figures)
  shots  photograph every place on a virtual screen into out/shots/
"""


def main(arguments: list[str]) -> int:
    """Do what the first argument says and return the exit status, unless this process turns into the program."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("--help", [])
    if command not in ("run", "test", "check", "bench", "shots"):
        print(USAGE, end="")
        return 0 if command in ("-h", "--help") else 2
    level = "run" if command == "run" else "test"
    if not is_set_up(level):
        import environment

        if status := environment.set_up(level):
            return status
    if command == "run":
        return become(program(rest))
    if command in ("test", "check"):
        import checks

        return checks.check() if command == "check" else checks.test(rest)
    return become([os.path.join(ROOT, "packaging", SCRIPTS[command]), *rest])


def program(arguments: list[str]) -> list[str]:
    """Return what Python must run: the program, or its main job where no window can be shown."""
    if arguments or has_screen():
        return ["-m", "editorial", *arguments]
    return ["-m", "editorial.cli.headless"]


def has_screen() -> bool:
    """Tell whether somebody would see a window."""
    if chosen := os.environ.get("QT_QPA_PLATFORM"):
        return chosen.partition(":")[0] not in ("offscreen", "minimal", "vnc")
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def stamp(level: str) -> str:
    """Return the path of the file that is written when a set-up of this level is complete."""
    return os.path.join(VENV, "editorial-" + level + ".stamp")


def fingerprint(level: str) -> str:
    """Return a digest of all that a set-up depends on: this Python, this folder, the locks and pyproject.toml."""
    digest = sha256((sys.version + ROOT).encode())
    for name in [*LOCKS[level], *NODE_LOCKS[level], os.path.join("..", "pyproject.toml")]:
        with open(os.path.join(ROOT, "packaging", name), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def is_set_up(level: str) -> bool:
    """Tell whether the environment was completed for just these locks, this Python and this folder."""
    try:
        with open(stamp(level), encoding="ascii") as file:
            return file.read() == fingerprint(level)
    except OSError:
        return False


def surroundings() -> dict[str, str]:
    """Return the environment variables to hand on; bytecode may be written, or each start would compile anew."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def become(command: list[str]) -> int:
    """Turn this process into the environment's Python with `command`; on Windows wait for it instead."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(PYTHON, [PYTHON, *command], surroundings())
    import subprocess

    return subprocess.call([PYTHON, *command], env=surroundings())


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
