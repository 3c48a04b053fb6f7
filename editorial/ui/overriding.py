"""The mark of an overridden Qt method, without importing more than the mark on the way to the first paint."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method):  # noqa: ANN001, ANN201
        """Return the method itself; type checkers see the real mark."""
        return method


__all__ = ["override"]
