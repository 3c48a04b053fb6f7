"""The two commands: what they run, and when a set-up still fits."""

import subprocess
import sys
from pathlib import Path

import pytest

import dev
import environment


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that looks like a checkout whose set-up is complete."""
    (tmp_path / ".venv").mkdir()
    (tmp_path / "packaging" / "node").mkdir(parents=True)
    locks = ("requirements.lock", "requirements-dev.lock", "node/package-lock.json")
    for name in (*(f"packaging/{lock}" for lock in locks), "pyproject.toml"):
        (tmp_path / name).write_text(name, "utf-8")
    monkeypatch.setattr(dev, "ROOT", str(tmp_path))
    monkeypatch.setattr(dev, "VENV", str(tmp_path / ".venv"))
    for level in dev.LOCKS:
        Path(dev.stamp(level)).write_text(dev.fingerprint(level), "ascii")
    return tmp_path


@pytest.mark.parametrize("level", dev.LOCKS)
def test_a_complete_set_up_is_recognised(checkout: Path, level: str) -> None:
    assert dev.is_set_up(level)


@pytest.mark.parametrize("name", ["packaging/requirements.lock", "pyproject.toml"])
def test_another_lock_or_project_needs_a_new_set_up(checkout: Path, name: str) -> None:
    (checkout / name).write_text("other", "utf-8")
    assert not dev.is_set_up("run")


def test_another_python_needs_a_new_set_up(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version", "3.99.0")
    assert not dev.is_set_up("run")


@pytest.mark.parametrize("name", ["requirements-dev.lock", "node/package-lock.json"])
def test_development_tools_do_not_concern_the_program(checkout: Path, name: str) -> None:
    (checkout / "packaging" / name).write_text("other", "utf-8")
    assert dev.is_set_up("run")
    assert not dev.is_set_up("test")


def test_no_stamp_means_not_set_up(checkout: Path) -> None:
    Path(dev.stamp("run")).unlink()
    assert not dev.is_set_up("run")


def test_bytecode_may_be_written_by_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in dev.surroundings()


@pytest.mark.parametrize("platform", ["offscreen", "minimal"])
def test_the_main_job_is_done_where_nobody_would_see_a_window(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert dev.program([]) == ["-m", "editorial.cli.headless"]


def test_the_window_opens_where_there_is_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    assert dev.program([]) == ["-m", "editorial"]


def test_arguments_go_to_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert dev.program(["mix", "plan.editorial"]) == ["-m", "editorial", "mix", "plan.editorial"]


def test_unknown_command_prints_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["fly"]) == 2
    assert "packaging/dev.py COMMAND" in capsys.readouterr().out


def test_a_broken_off_set_up_begins_anew(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "VENV", checkout / ".venv")
    monkeypatch.setattr(environment, "UNFINISHED", checkout / ".venv" / "unfinished")
    (checkout / ".venv/pyvenv.cfg").write_text(f"version = {sys.version.split()[0]}\n", "utf-8")
    assert environment.is_reusable()
    (checkout / ".venv/unfinished").touch()
    assert not environment.is_reusable()


def test_an_environment_of_another_python_is_not_reused(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "VENV", checkout / ".venv")
    (checkout / ".venv/pyvenv.cfg").write_text("version = 3.10.1\n", "utf-8")
    assert not environment.is_reusable()


def test_a_second_start_imports_nothing_of_the_set_up() -> None:
    code = "import sys, runpy; runpy.run_path('packaging/dev.py'); print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-S", "-c", code], cwd=environment.ROOT, text=True).split()
    assert not {"subprocess", "environment", "system_packages", "pathlib", "tempfile"} & set(loaded)
