"""The interviews in the real window."""

import pytest

from editorial.ui.interviews.place import InterviewsPlace
from editorial.ui.window import Window


@pytest.fixture
def place(window: Window) -> InterviewsPlace:
    window.go("interviews")
    found = window.place
    assert isinstance(found, InterviewsPlace)
    return found
