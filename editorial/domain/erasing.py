"""Erasing a person: their name and e-mail address in any text give way to words that name nobody."""

import re
from collections.abc import Callable, Iterable
from typing import Any

Scrub = Callable[[str], str]
_CUT = 39
"""Labels of changes cut long names after so many letters."""
_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters of scripts that write words without spaces or with particles on their ends: Thai, Chinese, Korean …"""


def scrubbing(names: Iterable[str], emails: Iterable[str], others: Iterable[str], placeholder: str) -> Scrub:
    """Return what replaces a person's names and e-mail addresses, former ones too, in a text.

    Only whole words count: Ada is not in Adaline. A name of several words counts in any letter case, one of a single
    word as it is written or in capitals: Will is not in “we will”. A longer name of somebody else that holds theirs is
    left alone; that of a namesake gives way too, as nobody can tell which of them is meant.
    """
    own = set(filter(None, names))
    same = {_folded(name) for name in own}
    kept = {other for other in others if _folded(other) not in same and any(_word(name).search(other) for name in own)}
    gone = own | {f"{name[:_CUT].rstrip()}…" for name in own if len(name) > _CUT + 1}
    parts = [_word(one).pattern for one in sorted(kept | gone, key=len, reverse=True)]
    named = re.compile("|".join(parts)) if parts else None
    addresses = [_word(email).pattern for email in sorted(filter(None, emails), key=len, reverse=True)]
    mailed = re.compile("|".join(f"(?i:{address})" for address in addresses)) if addresses else None
    known = {_folded(name) for name in kept}

    def replaced(match: re.Match[str]) -> str:
        return match[0] if _folded(match[0]) in known else placeholder

    def scrub(text: str) -> str:
        found = named.sub(replaced, text) if named else text
        return mailed.sub(placeholder, found) if mailed else found

    return scrub


def traces(text: str) -> tuple[str, ...]:
    """Return words of which every text that holds a name or address has one, the case of the letters A–Z aside."""
    plain = max(re.findall("[A-Za-z0-9]{2,}", text), key=len, default="")
    if plain:
        return (plain,)
    longest = max(text.split(), key=len, default=text)
    return tuple(dict.fromkeys((longest, longest.upper(), longest.lower(), longest.title())))


def _word(text: str) -> re.Pattern[str]:
    before = r"(?<!\w)" if _is_spaced(text[:1]) else ""
    after = r"(?!\w)" if _is_spaced(text[-1:]) else ""
    words = text.split()
    if len(words) > 1:
        return re.compile(f"{before}(?i:" + r"\s+".join(map(re.escape, words)) + f"){after}")
    written = "|".join(re.escape(one) for one in dict.fromkeys((text, text.upper())))
    return re.compile(f"{before}(?:{written}){after}")


def _is_spaced(letter: str) -> bool:
    """Tell whether words with this letter stand apart from each other, as those of Chinese or Thai do not."""
    return letter.isalnum() and _SPACELESS.match(letter) is None


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def scrub_all(value: Any, scrub: Scrub) -> Any:
    """Return a document with every text in it scrubbed, keys aside."""
    if isinstance(value, str):
        return scrub(value)
    if isinstance(value, list):
        return [scrub_all(one, scrub) for one in value]
    if isinstance(value, dict):
        return {key: scrub_all(one, scrub) for key, one in value.items()}
    return value
