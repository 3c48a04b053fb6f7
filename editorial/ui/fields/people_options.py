"""People to choose from, by name."""

from collections.abc import Iterable

from editorial.domain.folding import fold
from editorial.domain.records import Person
from editorial.domain.told_apart import told_apart
from editorial.ui.fields.options import Option


def person_options(people: Iterable[Person]) -> list[Option]:
    """Return people by name; those who share one are told apart by what else is known of them."""
    listed = sorted(people, key=lambda one: fold(one.name))
    names = told_apart(listed)
    return [Option(one.id, names[one.id]) for one in listed]
