"""Every text can be read on its ground in both themes: a contrast of at least 4.5 : 1 (WCAG 2, AA)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from editorial.ui.calendar.colours import contrast, mixed, own_swatch
from editorial.ui.calendar.year import STRONGEST
from editorial.ui.tokens import DARK, LIGHT, Tokens

TEXT, MARK = 4.5, 3.0
PLAIN_GROUNDS = ("window", "panel", "quiet", "hover", "selection", "today")
TINTS = tuple(f"{name}_ground" for name in ("aspirational", "practical", "good", "warning", "bad", "heavy"))
PAIRS = [
    *((text, ground) for text in ("text", "muted") for ground in PLAIN_GROUNDS),
    *(("text", tint) for tint in TINTS),
    *(("muted", tint) for tint in TINTS),
    *((tint.removesuffix("_ground"), ground) for tint in TINTS for ground in (tint, "window", "panel")),
    *(("accent", ground) for ground in ("window", "panel", "hover", "selection")),
    ("on_accent", "accent"),
    *((text, ground) for text in ("rail_text", "rail_strong") for ground in ("rail", "rail_selected")),
]
MARKS = [("accent", ground) for ground in PLAIN_GROUNDS] + [("rail_text", "rail")]
"""Frames of the focus, which need less."""
THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def measured(tokens: Tokens, text: str, ground: str) -> float:
    """Return the contrast of two tokens."""
    return contrast(QColor(getattr(tokens, text)), QColor(getattr(tokens, ground)))


@THEMES
def test_text_is_readable_on_its_ground(tokens: Tokens) -> None:
    pale = {pair: round(measured(tokens, *pair), 2) for pair in PAIRS if measured(tokens, *pair) < TEXT}
    assert not pale


@THEMES
def test_the_focus_is_visible_on_every_ground(tokens: Tokens) -> None:
    pale = {pair: round(measured(tokens, *pair), 2) for pair in MARKS if measured(tokens, *pair) < MARK}
    assert not pale


@THEMES
def test_series_are_readable_on_their_grounds_and_the_panel(tokens: Tokens) -> None:
    pairs = [*zip(tokens.series, tokens.series_grounds, strict=True), *((one, tokens.panel) for one in tokens.series)]
    pale = {pair: contrast(QColor(pair[0]), QColor(pair[1])) for pair in pairs}
    assert not {pair: round(value, 2) for pair, value in pale.items() if value < TEXT}


@THEMES
def test_titles_are_readable_on_every_series_ground(tokens: Tokens) -> None:
    pale = [ground for ground in tokens.series_grounds if contrast(QColor(tokens.text), QColor(ground)) < TEXT]
    assert not pale


@THEMES
def test_figures_are_readable_on_the_fullest_week_of_the_year(tokens: Tokens) -> None:
    fullest = mixed(QColor(tokens.panel), QColor(tokens.accent), STRONGEST[tokens.dark])
    assert contrast(QColor(tokens.text), fullest) >= TEXT


@THEMES
@given(rgb=st.integers(0, 0xFFFFFF))
def test_any_chosen_colour_gives_a_readable_swatch(tokens: Tokens, rgb: int) -> None:
    swatch = own_swatch(QColor(f"#{rgb:06x}"), tokens, "A")
    assert contrast(swatch.edge, swatch.ground) >= TEXT


@THEMES
@given(rgb=st.integers(0, 0xFFFFFF))
def test_titles_are_readable_on_any_chosen_colour(tokens: Tokens, rgb: int) -> None:
    swatch = own_swatch(QColor(f"#{rgb:06x}"), tokens, "A")
    assert contrast(QColor(tokens.text), swatch.ground) >= TEXT
