"""A calendar kept in a folder is written again after a shorter moment than people wait."""

import pytest

from editorial.ui.onlooker import keeping


@pytest.fixture(autouse=True)
def short_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOMENT_MS", 100)
