"""What a system lacks is installed by its administrator and spelt out for everybody else."""

import sys
from pathlib import Path

import pytest

import system_packages
from system_packages import NEEDS, TEST_NEEDS, VENV_NEED, Need

CURSOR = Need("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "screen")
SHAPE = Need("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "screen")
RANDR = Need("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "screen")
ABSENT = Need("libnobody-has-this.so.9", "libnobody9", "nobody-libs")


def test_debian_users_get_the_exact_line() -> None:
    line = "Please run: sudo apt-get install -y --no-install-recommends libxcb-cursor0 libxcb-shape0"
    assert system_packages.advice([CURSOR, SHAPE], "apt-get") == line


def test_fedora_users_get_each_package_once() -> None:
    line = "Please run: sudo dnf install -y xcb-util-cursor libxcb"
    assert system_packages.advice([CURSOR, SHAPE, RANDR], "dnf") == line


def test_users_of_other_systems_get_the_names() -> None:
    assert system_packages.advice([CURSOR, SHAPE], None) == "Please install: libxcb-cursor.so.0, libxcb-shape.so.0"


def test_administrator_fetches_the_lists_of_apt_first() -> None:
    assert system_packages.install_script([CURSOR], "apt-get").startswith("apt-get -qq update; apt-get install -y ")


def test_administrator_needs_no_lists_with_dnf() -> None:
    assert system_packages.install_script([CURSOR], "dnf") == "dnf install -y xcb-util-cursor"


def test_environments_come_in_a_package_of_each_python() -> None:
    assert VENV_NEED.apt == f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def test_absent_library_is_noticed() -> None:
    assert not ABSENT.is_met()


def test_absent_tool_is_noticed() -> None:
    assert not Need("nobody-has-this", "x", "x", "tool").is_met()


@pytest.mark.parametrize("name", ["NotoSans-Regular.ttf", "NotoSans[wght].ttf"])
def test_fonts_are_found_as_debian_and_fedora_name_them(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "noto").mkdir()
    (tmp_path / "noto" / name).touch()
    monkeypatch.setattr(system_packages, "font_folders", lambda: [tmp_path])
    assert next(need for need in NEEDS if need.apt == "fonts-noto-core").is_met()


def test_other_noto_fonts_do_not_stand_in_for_the_latin_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "NotoSansArabic-Regular.ttf").touch()
    monkeypatch.setattr(system_packages, "font_folders", lambda: [tmp_path])
    assert not next(need for need in NEEDS if need.apt == "fonts-noto-core").is_met()


def test_macos_lacks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert system_packages.missing("test") == []


def test_a_system_without_a_vital_library_is_not_usable(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_packages, "NEEDS", (ABSENT,))
    monkeypatch.setattr(system_packages, "manager", lambda: "apt-get")
    assert not system_packages.is_usable("run")
    assert "sudo apt-get install -y --no-install-recommends libnobody9" in capsys.readouterr().err


def test_a_system_without_fonts_is_usable_with_advice(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_packages, "NEEDS", (Need("NobodyHasThis*", "fonts-nobody", "fonts-nobody", "font"),))
    monkeypatch.setattr(system_packages, "manager", lambda: "apt-get")
    assert system_packages.is_usable("run")
    assert "fonts-nobody" in capsys.readouterr().err


def test_users_who_are_not_administrators_start_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert system_packages.Installation.begin([CURSOR]).running is None


def test_every_need_names_a_package_for_each_manager() -> None:
    assert all(need.apt and need.dnf for need in (*NEEDS, *TEST_NEEDS))
