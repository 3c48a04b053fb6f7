"""How a slot stands in the list of slots: its sign and name, and its rule in words below."""

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidget

from editorial.ui.overriding import override
from editorial.ui.theme import Theme
from editorial.ui.wrapping import Index, Part, WrappedItems

PAD = 6
"""What stays free above and below an item (px)."""
LINES = (2, 3)
"""The lines that the name, and the rule, may take."""


class SlotDelegate(WrappedItems):
    """Paints the name of a slot, and its rule muted."""

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(theme, view, PAD)

    @override
    def parts(self, index: Index) -> Sequence[Part]:
        colours = (self.theme.tokens.text, self.theme.tokens.muted)
        return [
            Part(text, most, colour)
            for text, most, colour in zip(str(index.data()).split("\n", 1), LINES, colours, strict=True)
        ]
