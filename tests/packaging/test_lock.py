"""The locks name exact versions with hashes for all that pyproject.toml asks for, and no index."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = [ROOT / "packaging" / name for name in ("requirements.lock", "requirements-dev.lock")]


def project() -> dict[str, list[str]]:
    """Return the requirements of the program, of its build, and of its development."""
    read = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    run = read["project"]["dependencies"] + read["build-system"]["requires"]
    return {"run": run, "dev": read["dependency-groups"]["dev"]}


def pinned(*locks: Path) -> set[str]:
    """Return the names that the locks pin."""
    return {name for lock in locks for name in re.findall(r"^([a-z0-9-]+)==", lock.read_text("utf-8"), re.MULTILINE)}


def names(requirements: list[str]) -> set[str]:
    """Return the names of requirements as an index spells them."""
    return {re.split(r"[<>=]", word)[0].lower().replace("_", "-").replace(".", "-") for word in requirements}


def test_what_the_program_needs_is_in_its_lock() -> None:
    assert names(project()["run"]) <= pinned(LOCKS[0])


def test_whatever_the_program_imports_is_in_its_lock() -> None:
    files = (ROOT / "editorial").rglob("*.py")
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8")))]
    modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    owners = packages_distributions()
    tops = {module.partition(".")[0] for module in modules} - {"editorial"} - sys.stdlib_module_names
    assert {top for top in tops if not names(owners.get(top, [top])) & pinned(LOCKS[0])} == set()


def test_what_development_needs_is_in_one_of_the_locks() -> None:
    assert names(project()["dev"]) <= pinned(*LOCKS)


def test_the_locks_share_no_package() -> None:
    assert not pinned(LOCKS[0]) & pinned(LOCKS[1])


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_lock_names_no_index(lock: Path) -> None:
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host", lock.read_text("utf-8"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_entry_has_hashes(lock: Path) -> None:
    entries = re.split(r"\n(?=[a-z])", lock.read_text("utf-8"))[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)


def test_qt_stays_below_the_release_that_crashes() -> None:
    found = re.search(r"^pyside6-essentials==(\d+)\.(\d+)", LOCKS[0].read_text("utf-8"), re.MULTILINE)
    assert found is not None
    assert (6, 8) <= (int(found[1]), int(found[2])) < (6, 12)
