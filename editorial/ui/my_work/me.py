"""Who the user is among the people of a workspace: chosen once, and from then on *who* in its journal."""

from typing import Any

from editorial.ui.preferences import Preferences

CHOSEN = "me"


def whose(preferences: Preferences, path: str) -> tuple[str, str]:
    """Return the public id and the name of who the user said to be in a workspace; two empty texts where they did not.

    Kept for each workspace by its path: a person of one is nobody in another.
    """
    kept: Any = preferences.get(CHOSEN, {}).get(path)
    if isinstance(kept, list) and len(kept) == 2 and all(isinstance(word, str) for word in kept):
        return kept[0], kept[1]
    return "", ""


def keep(preferences: Preferences, path: str, uid: str, name: str) -> None:
    """Remember who the user is in a workspace."""
    preferences.put(CHOSEN, {**preferences.get(CHOSEN, {}), path: [uid, name]})


def author_of(preferences: Preferences, path: str) -> str:
    """Return under which name the changes of a workspace are written down; empty: the user of the operating system."""
    return whose(preferences, path)[1] or str(preferences.get("author", ""))
