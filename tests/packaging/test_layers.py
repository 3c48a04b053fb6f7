"""The direction of imports and the habits of the code, read from the sources themselves."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "editorial"
ALLOWED = {
    "domain": set[str](),
    "exchange": {"domain"},
    "store": {"domain"},
    "services": {"domain", "store"},
    "cli": {"domain", "services", "exchange"},
    "ui": {"domain", "services", "exchange"},
}
FOR_ALL = {"errors", "language", "locations", "__version__"}
OWNERS = {"PySide6": "ui", "shiboken6": "ui", "sqlmodel": "store", "sqlalchemy": "store", "alembic": "store"}
SOURCES = sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Return the dotted names of all modules a file imports, wherever in the file."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("layer", ALLOWED)
def test_layer_imports_only_what_lies_below(layer: str) -> None:
    for path in (PACKAGE / layer).rglob("*.py"):
        ours = {name.split(".")[1] for name in imported(path) if name.startswith("editorial.")}
        assert ours <= ALLOWED[layer] | FOR_ALL | {layer}, path


@pytest.mark.parametrize("library", OWNERS)
def test_library_is_imported_by_its_owner_alone(library: str) -> None:
    users = {path for path in SOURCES if library in {name.split(".")[0] for name in imported(path)}}
    assert all(path.is_relative_to(PACKAGE / OWNERS[library]) for path in users), users


def test_no_function_is_longer_than_sixty_lines() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (node.end_lineno or node.lineno) - node.lineno >= 60
    ]
    assert not long


def test_no_file_is_longer_than_450_lines() -> None:
    assert not [path for path in SOURCES if len(path.read_text("utf-8").splitlines()) > 450]


def calls(path: Path) -> list[str]:
    """Return what a file calls, as written: `menu.exec`, `time.sleep`."""
    return [
        ast.unparse(node.func) for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
    ]


def test_nothing_waits_by_the_clock_or_by_spinning() -> None:
    assert not [
        (path, call) for path in SOURCES for call in calls(path) if call.endswith(("processEvents", "time.sleep"))
    ]


def test_menus_pop_up_and_do_not_block() -> None:
    # QMenu.exec cannot be replaced from Python, so that no guard of the tests would notice it.
    blocking = re.compile(r"menu[\w()]*\.exec$", re.IGNORECASE)
    assert not [(path, call) for path in SOURCES for call in calls(path) if blocking.search(call)]


def test_a_turn_that_has_an_owner_is_taken_by_next_turn() -> None:
    # PySide never lets go of what QTimer.singleShot was given together with an owner that dies before.
    owned = re.compile(r"singleShot\([^,()]+,[^,()]+,")
    assert not [path for path in SOURCES if owned.search(path.read_text("utf-8"))]


def test_packaging_does_not_shadow_the_library_of_that_name() -> None:
    assert not list((ROOT / "packaging").rglob("__init__.py"))
