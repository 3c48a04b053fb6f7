"""Where the program looks for its own and for the user's files."""

from pathlib import Path

import pytest

from editorial import locations


def test_resources_of_a_checkout_stand_beside_the_package() -> None:
    assert locations.resources() == Path(locations.__file__).parents[1] / "resources"


def test_user_folders_can_be_moved_together(home_of_its_own: Path) -> None:
    folders = [locations.data_folder(), locations.settings_folder(), locations.log_folder()]
    assert [folder.parent for folder in folders] == [home_of_its_own] * 3


def test_user_folders_follow_the_system_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(locations.HOME_VARIABLE)
    assert all("editorial" in folder.parts for folder in (locations.data_folder(), locations.settings_folder()))
