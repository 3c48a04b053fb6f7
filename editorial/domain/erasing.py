"""Erasing a person: their name and e-mail address in any text give way to words that name nobody."""

import re
from collections.abc import Callable, Iterable
from typing import Any

Scrub = Callable[[str], str]
_CUT = 39
"""Labels of changes cut long names after so many letters."""


def scrubbing(names: Iterable[str], emails: Iterable[str], others: Iterable[str], placeholder: str) -> Scrub:
    """Return what replaces a person's names and e-mail addresses, former ones too, in a text.

    Only whole words count: Ada is not in Adaline. A longer name of somebody else that holds theirs is left alone.
    """
    own = set(filter(None, names))
    kept = {other for other in others if other not in own and any(_word(name).search(other) for name in own)}
    gone = own | {f"{name[:_CUT].rstrip()}…" for name in own if len(name) > _CUT + 1}
    parts = [_word(one).pattern for one in sorted(kept | gone, key=len, reverse=True)]
    named = re.compile("|".join(parts)) if parts else None
    addresses = [_word(email).pattern for email in sorted(filter(None, emails), key=len, reverse=True)]
    mailed = re.compile("|".join(addresses), re.IGNORECASE) if addresses else None

    def replaced(match: re.Match[str]) -> str:
        return match[0] if match[0] in kept else placeholder

    def scrub(text: str) -> str:
        found = named.sub(replaced, text) if named else text
        return mailed.sub(placeholder, found) if mailed else found

    return scrub


def _word(text: str) -> re.Pattern[str]:
    before = r"(?<!\w)" if text[:1].isalnum() else ""
    after = r"(?!\w)" if text[-1:].isalnum() else ""
    return re.compile(before + re.escape(text) + after)


def scrub_all(value: Any, scrub: Scrub) -> Any:
    """Return a document with every text in it scrubbed, keys aside."""
    if isinstance(value, str):
        return scrub(value)
    if isinstance(value, list):
        return [scrub_all(one, scrub) for one in value]
    if isinstance(value, dict):
        return {key: scrub_all(one, scrub) for key, one in value.items()}
    return value
