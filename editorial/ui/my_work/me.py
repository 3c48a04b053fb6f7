"""Who the user is among the people of a workspace: chosen once, and from then on *who* in its journal."""

from collections.abc import Sequence
from typing import Any

from editorial.domain.records import Person
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


def keep_name(preferences: Preferences, path: str, name: str, people: Sequence[Person]) -> None:
    """Remember the name a user typed; where one person alone is called so, it is them."""
    named = [one for one in people if one.name.casefold() == name.strip().casefold()]
    keep(preferences, path, named[0].uid if len(named) == 1 else "", name)


def mine(preferences: Preferences, path: str, people: Sequence[Person]) -> Person | None:
    """Return who the user is; merged into another record of their name they are that one."""
    uid, name = whose(preferences, path)
    same = [one for one in people if uid and one.name == name]
    return next((one for one in people if uid and one.uid == uid), same[0] if len(same) == 1 else None)


def follow(preferences: Preferences, path: str, people: Sequence[Person], erased: str) -> None:
    """Keep the user's name in step with their record; of somebody erased, called so now, nothing is kept.

    Who was removed stays chosen: undo may bring them back.
    """
    found = mine(preferences, path, people)
    if found is not None and found.name == erased:
        keep(preferences, path, "", "")
    elif found is not None and (found.uid, found.name) != whose(preferences, path):
        keep(preferences, path, found.uid, found.name)


def author_of(preferences: Preferences, path: str) -> str:
    """Return under which name the changes of a workspace are written down; empty: the user of the operating system."""
    return whose(preferences, path)[1] or str(preferences.get("author", ""))
