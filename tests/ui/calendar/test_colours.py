"""Colours can be read, and never speak alone."""

import pytest

from editorial.domain.legend import Attribute
from editorial.services.lists import read_lists
from editorial.store.workspace import Workspace
from editorial.ui.calendar.colours import Colours, contrast
from editorial.ui.tokens import DARK, LIGHT, Tokens
from tests.builders import a_segment


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("by", Attribute)
def test_every_sign_can_be_read_on_its_ground(workspace: Workspace, tokens: Tokens, by: Attribute) -> None:
    for number in range(12):
        a_segment(workspace, f"Segment {number}")
    a_segment(workspace, "Pale", colour="#FFFFD0")
    a_segment(workspace, "Deep", colour="#101010")
    colours = Colours(read_lists(workspace), by, tokens)
    weak = [item.label for item in colours.items if contrast(*_pair(colours, item.value)) < 4.5]
    assert not weak


@pytest.mark.parametrize("by", [by for by in Attribute if by is not Attribute.KIND])
def test_no_two_values_share_a_sign(workspace: Workspace, by: Attribute) -> None:
    for name in ("Operations", "Owners", "Operators", "Other", "O"):
        a_segment(workspace, name)
    colours = Colours(read_lists(workspace), by, LIGHT)
    signs = [colours.swatch(item.value).sign for item in colours.items]
    assert len(signs) == len(set(signs))


def _pair(colours: Colours, value: object) -> tuple:  # type: ignore[type-arg]
    swatch = colours.swatch(value)  # type: ignore[arg-type]
    return swatch.edge, swatch.ground
