"""Search as you type: pieces, people, campaigns, and what people said and asked."""

from editorial.domain.hits import Hit
from editorial.store import searching
from editorial.store.workspace import Workspace

__all__ = ["Hit", "find"]


def find(workspace: Workspace, words: str, limit: int = 50) -> list[Hit]:
    """Return what bears all these words, at most so many; letter case and accents make no difference.

    People and campaigns come first, then pieces: titles that begin with the words, those with a word that begins so,
    and those that hold them anywhere; then pieces whose texts hold words beginning so, from the fourth letter on.
    Newest first within each. After the first few pieces, or before them where a name fits better, come interviews,
    quotes, questions, answer cards, field notes and tips. One letter of the Latin alphabet finds nothing.
    """
    with workspace.read() as connection:
        return searching.find(connection, words, limit)
