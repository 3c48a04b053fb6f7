"""Whose calendar a file is, or whose absence an event: somebody who is known, as texts and addresses name them."""

import re
from collections.abc import Iterable, Sequence

from editorial.domain.folding import fold
from editorial.domain.records import Person

_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"[^\s<>\"'()\[\],;:]+@[^\s<>\"'()\[\],;:]+")
_EDGES = " \t-–—:,;./|·()[]"


class Whose:
    """Finds people of a list in texts; who shares a name with somebody else is found by address alone."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_address: dict[str, Person | None] = {}
        self._by_name: dict[tuple[str, ...], Person | None] = {}
        for person in people:
            if address := person.email.strip().casefold():
                self._by_address[address] = None if address in self._by_address else person
            if words := _words(person.name):
                self._by_name[words] = None if words in self._by_name else person
        self._longest = max(map(len, self._by_name), default=0)
        self._unspaced = {words[0]: one for words, one in self._by_name.items() if one and _is_unspaced(words)}

    def told(self, texts: Sequence[str]) -> Person | None:
        """Return the one person that the first text speaks of which names anybody; None where it names several."""
        for text in texts:
            if found := [*self._addressed(text), *self._named(text)]:
                return found[0] if len({one.id for one in found}) == 1 else None
        return None

    def _addressed(self, text: str) -> list[Person]:
        known = (self._by_address.get(address.casefold()) for address in _ADDRESS.findall(text))
        return [one for one in known if one is not None]

    def _named(self, text: str) -> list[Person]:
        """Return people whose whole names stand in a text, the longest first: within one no other is looked for."""
        words = _words(text)
        taken = [False] * len(words)
        found = []
        for length in range(min(self._longest, len(words)), 0, -1):
            for place in range(len(words) - length + 1):
                person = self._by_name.get(words[place : place + length])
                # A name of one word may be any word: it counts where a text begins with it.
                if person is not None and (length > 1 or place == 0) and not any(taken[place : place + length]):
                    taken[place : place + length] = [True] * length
                    found.append(person)
        # Where words are not divided by spaces a name may stand anywhere.
        return found or [one for name, one in self._unspaced.items() if any(name in word for word in words)]


def without_name(text: str, person: Person) -> str:
    """Return what a text says besides a person's name: the reason of an absence."""
    words = [re.escape(word) for word in person.name.split()]
    if not words:
        return text
    rest = re.sub(r"\s+".join(words) + r"(?:['’]s?\b)?", "\0", text, count=1, flags=re.IGNORECASE)
    return " ".join(part for part in (one.strip(_EDGES) for one in rest.split("\0")) if part)


def _is_unspaced(words: tuple[str, ...]) -> bool:
    """Tell whether a name is written in letters of East Asia, without spaces."""
    return len(words) == 1 and len(words[0]) > 1 and all("\u2e80" <= letter <= "\uffef" for letter in words[0])


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))
