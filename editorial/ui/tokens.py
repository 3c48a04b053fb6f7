"""The colours of the window by their meaning, light and dark."""

from typing import NamedTuple


class Tokens(NamedTuple):
    """Every colour of the window by what it means; text on a ground keeps a contrast of at least 4.5 : 1."""

    dark: bool
    window: str
    panel: str
    line: str
    text: str
    muted: str
    faint: str
    accent: str
    on_accent: str
    selection: str
    hover: str
    today: str
    quiet: str
    aspirational: str
    aspirational_ground: str
    practical: str
    practical_ground: str
    good: str
    good_ground: str
    warning: str
    warning_ground: str
    bad: str
    bad_ground: str
    heavy: str
    heavy_ground: str
    rail: str
    rail_text: str
    rail_strong: str
    rail_selected: str
    series: tuple[str, ...]
    """Colours of list entries without one of their own: told apart by people with any colour vision."""
    series_grounds: tuple[str, ...]


LIGHT = Tokens(
    dark=False,
    window="#f6f5f2",
    panel="#ffffff",
    line="#e3e0d9",
    text="#1f2328",
    muted="#676b72",
    faint="#9a9da3",
    accent="#3b4cca",
    on_accent="#ffffff",
    selection="#e9ecfb",
    hover="#f0eeea",
    today="#fff9e3",
    quiet="#f6f5f2",
    aspirational="#6b4fd8",
    aspirational_ground="#efeafd",
    practical="#0f796a",
    practical_ground="#e2f3f0",
    good="#2e7a31",
    good_ground="#e6f3e6",
    warning="#b05109",
    warning_ground="#fdf0dc",
    bad="#b42318",
    bad_ground="#fde8e6",
    heavy="#3b4cca",
    heavy_ground="#e9ecfb",
    rail="#22252b",
    rail_text="#c9ccd3",
    rail_strong="#ffffff",
    rail_selected="#363a42",
    series=(
        "#006ba8", "#b05109", "#0f796a", "#a3397f", "#6b4fd8", "#7a6300", "#b42318", "#4a5568", "#00687a", "#8a4b2d",
    ),
    series_grounds=(
        "#e0eff8", "#fdf0dc", "#e2f3f0", "#f8e6f1", "#efeafd", "#f6f0d2", "#fde8e6", "#eceef1", "#dff1f4", "#f5e8e0",
    ),
)  # fmt: skip

DARK = Tokens(
    dark=True,
    window="#17181b",
    panel="#1f2125",
    line="#33363c",
    text="#e8e8ea",
    muted="#a0a4ab",
    faint="#72767d",
    accent="#8d9bff",
    on_accent="#17181b",
    selection="#2a2f4d",
    hover="#292c31",
    today="#2f2b17",
    quiet="#1a1b1f",
    aspirational="#a894ff",
    aspirational_ground="#2d2747",
    practical="#5cc9b8",
    practical_ground="#17362f",
    good="#83c987",
    good_ground="#1f3521",
    warning="#f0b35b",
    warning_ground="#3b2e17",
    bad="#ff8d80",
    bad_ground="#43221f",
    heavy="#8d9bff",
    heavy_ground="#2a2f4d",
    rail="#101114",
    rail_text="#b6bac2",
    rail_strong="#ffffff",
    rail_selected="#2a2d33",
    series=(
        "#6cb8ea", "#f0b35b", "#5cc9b8", "#e58bc4", "#a894ff", "#d8c25a", "#ff8d80", "#aeb6c2", "#5fc6d8", "#d9a183",
    ),
    series_grounds=(
        "#16303f", "#3b2e17", "#17362f", "#3d2234", "#2d2747", "#37310f", "#43221f", "#2a2e35", "#14343a", "#3a2a20",
    ),
)  # fmt: skip
