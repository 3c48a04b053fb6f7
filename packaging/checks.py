"""The checks and the tests, with the environment's own tools."""

import subprocess
import sys
import time
from pathlib import Path

import dev

TOOLS = Path(dev.PYTHON).parent
CHECKS = {
    "types": ["mypy"],
    "imports": ["lint-imports"],
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
}


def check() -> int:
    """Run all checks side by side, show what failed, and return 0 when all passed."""
    began = time.monotonic()
    running = {name: start(command) for name, command in CHECKS.items()}
    said = {name: process.communicate()[0] for name, process in running.items()}
    failed = [name for name, process in running.items() if process.returncode]
    for name in failed:
        print(f"--- {name}", said[name].rstrip(), sep="\n")
    seconds = time.monotonic() - began
    print(f"check: {'failed: ' + ', '.join(failed) if failed else 'all passed'} ({seconds:.0f} s)", flush=True)
    return 1 if failed else 0


def start(command: list[str]) -> subprocess.Popen[str]:
    """Start one of the environment's tools in the project's folder, keeping what it prints."""
    program = [str(TOOLS / command[0]), *command[1:]]
    environment = {**dev.surroundings(), "PYTHONIOENCODING": "utf-8"}
    return subprocess.Popen(
        program, cwd=dev.ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )


def test(arguments: list[str]) -> int:
    """Run the checks, then pytest without a screen; both must pass, and pytest speaks last."""
    checked = check()
    environment = {**dev.surroundings(), "QT_QPA_PLATFORM": "offscreen"}
    together = [] if arguments else ["-n", "auto", "--dist", "worksteal"]
    command = [dev.PYTHON, "-m", "pytest", "-q", *together, *arguments]
    sys.stdout.flush()
    return subprocess.call(command, cwd=dev.ROOT, env=environment) or checked
