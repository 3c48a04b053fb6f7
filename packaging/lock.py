"""Write both lock files anew from pyproject.toml, with uv: `python3 packaging/lock.py`.

The locks hold exact versions with the hashes of every wheel and source archive of each, for all systems at once, and
name no index. `requirements.lock` is what the program needs, the build backend included; `requirements-dev.lock` is
what the tests and checks need besides.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent / "pyproject.toml"
RUN, DEVELOP = HERE / "requirements.lock", HERE / "requirements-dev.lock"
HEADER = "# Written by packaging/lock.py. Exact versions for every system; names no index.\n"


def main() -> int:
    """Resolve, run-time first, and keep the development tools to the versions found there."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))
    run_time = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    everything = [*run_time, *project["dependency-groups"]["dev"]]
    pinned = resolve(run_time, python=project["project"]["requires-python"])
    RUN.write_text(HEADER + pinned, "utf-8", newline="\n")
    both = resolve(everything, "--constraint", str(RUN), python=project["project"]["requires-python"])
    names = {name(entry) for entry in entries(pinned)}
    DEVELOP.write_text(HEADER + "".join(e for e in entries(both) if name(e) not in names), "utf-8", newline="\n")
    return 0


def resolve(requirements: list[str], *options: str, python: str) -> str:
    """Return the pinned and hashed closure of `requirements` for all systems and every supported Python."""
    lowest = python.removeprefix(">=")
    command = ["uv", "pip", "compile", "-", "--universal", "--python-version", lowest, "--generate-hashes", "--quiet"]
    tidy = ["--no-header", "--no-annotate", "--upgrade", *options]
    done = subprocess.run(
        [*command, *tidy], input="\n".join(requirements), text=True, check=True, stdout=subprocess.PIPE
    )
    return done.stdout


def entries(lock: str) -> list[str]:
    """Split a lock file into requirements, each with the lines of its hashes."""
    found: list[str] = []
    for line in lock.splitlines(keepends=True):
        if line.startswith((" ", "\t")) and found:
            found[-1] += line
        elif line[:1].isalnum():
            found.append(line)
    return found


def name(entry: str) -> str:
    """Return the name of the package that an entry pins."""
    return entry.partition("==")[0].strip()


if __name__ == "__main__":
    sys.exit(main())
