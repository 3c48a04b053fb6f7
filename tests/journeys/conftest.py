"""Journeys go through the same window as the tests of its places."""

from tests.ui.conftest import bare_desk, desk, new_window, preferences, prompts, theme, today, window

__all__ = ["bare_desk", "desk", "new_window", "preferences", "prompts", "theme", "today", "window"]
