"""Telling people of equal names apart."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from editorial.domain.folding import fold
from editorial.domain.records import Person
from editorial.language import _

LAST_OF_ID = 6
_SIGNS: tuple[Callable[[Person], str], ...] = (
    lambda person: person.organisation,
    lambda person: person.email,
    lambda person: person.outside_id,
    lambda person: person.uid[-LAST_OF_ID:],
)


def told_apart(people: Iterable[Person]) -> Mapping[int, str]:
    """Return the name of everybody by id; equal names, letter case and accents aside, carry what tells them apart.

    That is the organisation where each has another, else the e-mail address, the id elsewhere, the end of their own id.
    """
    listed = list(people)
    bearers = Counter(fold(one.name) for one in listed)
    found = {one.id: one.name for one in listed}
    for name in (name for name, n in bearers.items() if n > 1):
        found.update(_signed([one for one in listed if fold(one.name) == name]))
    return found


def _signed(namesakes: list[Person]) -> Mapping[int, str]:
    sign = next((one for one in _SIGNS if _tells_apart([one(person) for person in namesakes])), _SIGNS[-1])
    return {one.id: _("{name} ({sign})").format(name=one.name, sign=sign(one)) for one in namesakes}


def _tells_apart(signs: list[str]) -> bool:
    return all(signs) and len({fold(sign) for sign in signs}) == len(signs)
