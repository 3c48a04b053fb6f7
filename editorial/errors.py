"""The expected kinds of trouble; each carries one clear sentence for people."""


class Trouble(Exception):
    """Something expected went wrong; `str()` is a sentence that can be shown as it is."""


class RuleBroken(Trouble):
    """A rule refuses what was asked."""


class StaleEdit(Trouble):
    """Somebody else changed the record since it was read."""


class StoreUnavailable(Trouble):
    """The workspace cannot be reached, read or written."""

    def __init__(self, sentence: str, *, readable: bool = False, copyable: bool = False) -> None:
        super().__init__(sentence)
        self.readable = readable
        """True where opening the workspace for reading would work."""
        self.copyable = copyable
        """True where its file is lost and what is open can still be saved as a copy."""


class BadFile(Trouble):
    """A file that was to be read is not what it should be."""


class Cancelled(Exception):
    """The user cancelled work in the background."""
