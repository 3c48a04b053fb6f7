"""Commands: everything the menu, the keyboard and the box on Ctrl+K can start."""

from collections.abc import Callable
from dataclasses import dataclass


def always() -> str | None:
    """Return no reason against it."""
    return None


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done, under one word."""

    word: str
    label: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    why_not: Callable[[], str | None] = always
    """Why it cannot be done just now, or None."""
    also: tuple[str, ...] = ()
    """Further shortcuts."""
    everywhere: bool = False
    """Whether its shortcuts work in dialogs and open lists too."""

    @property
    def shortcuts(self) -> tuple[str, ...]:
        """All its shortcuts; the one that is shown comes first."""
        return ((self.shortcut,) if self.shortcut else ()) + self.also
