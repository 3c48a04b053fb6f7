"""People to choose from, by name."""

from collections import Counter
from collections.abc import Iterable

from editorial.domain.folding import fold
from editorial.domain.records import Person
from editorial.language import _
from editorial.ui.fields.options import Option


def person_options(people: Iterable[Person]) -> list[Option]:
    """Return people by name; those who share one are told apart by what else is known of them."""
    listed = sorted(people, key=lambda one: fold(one.name))
    shared = Counter(fold(one.name) for one in listed)
    return [Option(one.id, _told_apart(one) if shared[fold(one.name)] > 1 else one.name) for one in listed]


def _told_apart(person: Person) -> str:
    besides = person.email or person.organisation or person.place or person.outside_id
    return _("{name} ({besides})").format(name=person.name, besides=besides) if besides else person.name
