"""What other windows and programs change in the same workspace."""

from editorial.store.feed import Feed

__all__ = ["Feed"]
