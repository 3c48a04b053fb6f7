"""A wheel carries all it needs and runs where the checkout is not."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel built from the project without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(ROOT)], check=True, capture_output=True)
    return next(folder.glob("editorial-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the `editorial` command of an environment that has the wheel and the libraries, not the checkout."""
    home = tmp_path_factory.mktemp("clean") / "venv"
    venv.create(home, with_pip=False)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    options = ["--quiet", "--no-deps", "--no-index", "--no-compile", str(wheel)]
    command = [sys.executable, "-m", "pip", "--python", str(programs / "python"), "install", *options]
    subprocess.run(command, check=True, capture_output=True)
    return programs / "editorial"


@pytest.fixture
def elsewhere(tmp_path: Path) -> dict[str, str]:
    """Return surroundings that lead to the libraries; files named on that path are not read, so not to the checkout."""
    libraries = [place for place in sys.path if place.endswith("-packages")]
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "EDITORIAL_HOME") if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(libraries), "HOME": str(tmp_path)}


def test_wheel_carries_every_resource(wheel: Path) -> None:
    resources = [path.relative_to(ROOT / "resources") for path in (ROOT / "resources").rglob("*") if path.is_file()]
    carried = set(zipfile.ZipFile(wheel).namelist())
    assert resources
    assert {f"editorial/_resources/{path.as_posix()}" for path in resources} <= carried


def test_wheel_carries_nothing_but_the_program(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top.split("-")[0] for top in tops} == {"editorial"}


def test_installed_program_finds_its_resources(installed: Path, elsewhere: dict[str, str], tmp_path: Path) -> None:
    code = "from editorial.locations import resources; print(resources())"
    python = [str(installed.with_name("python")), "-c", code]
    found = subprocess.check_output(python, env=elsewhere, cwd=tmp_path, text=True).strip()
    assert Path(found).parts[-2:] == ("editorial", "_resources")


def test_installed_program_shows_its_commands(installed: Path, elsewhere: dict[str, str], tmp_path: Path) -> None:
    shown = subprocess.check_output([installed, "--help"], env=elsewhere, cwd=tmp_path, text=True)
    assert "coverage" in shown


def test_installed_program_makes_a_workspace(installed: Path, elsewhere: dict[str, str], tmp_path: Path) -> None:
    subprocess.run([installed, "new", "plan.editorial", "--sample"], env=elsewhere, cwd=tmp_path, check=True)
    assert (tmp_path / "plan.editorial").stat().st_size > 0
