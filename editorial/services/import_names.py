"""Names in a file against the lists of a workspace: what is known, what is new, what cannot be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from editorial.domain.imports import CREATED_KINDS
from editorial.domain.matching import title_key
from editorial.domain.records import Lists


def _squeezed(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


@dataclass(slots=True)
class Names:
    """The names of every list; letter case and white space make no difference."""

    known: dict[str, dict[str, str]]
    """List → key of the name → the name as the workspace spells it."""
    created: dict[str, dict[str, str]] = field(default_factory=lambda: {kind: {} for kind in CREATED_KINDS})

    @classmethod
    def of(cls, lists: Lists) -> "Names":
        """Take the names of the lists of a workspace."""
        known = {
            "segments": (record.name for record in lists.segments.values()),
            "stages": (record.name for record in lists.stages.values()),
            "interests": (record.name for record in lists.interests.values()),
            "formats": (record.name for record in lists.formats.values()),
            "channels": (record.name for record in lists.channels.values()),
            "campaigns": (record.name for record in lists.campaigns.values()),
            "people": lists.people.values(),
        }
        return cls({kind: _keyed(names) for kind, names in known.items()})

    def find(self, kind: str, name: str) -> str | None:
        """Return the workspace's own spelling of a name, or None; spaces and hyphens are forgiven."""
        known = self.known[kind]
        found = known.get(name) or known.get(title_key(name))
        if found is None:
            plain = _squeezed(name)
            found = next((spelt for spelt in known.values() if plain and _squeezed(spelt) == plain), None)
        return found

    def take(self, kind: str, names: Iterable[str]) -> tuple[str, ...]:
        """Return names as the workspace spells them; those it does not know are noted as created."""
        return tuple([self.take_one(kind, name) for name in names])

    def take_one(self, kind: str, name: str) -> str:
        """Return one name as the workspace spells it; noted as created where it is not known."""
        known = self.known[kind]
        found = known.get(name)
        if found is None:
            key = title_key(name)
            found = known.get(key)
            if found is None:
                found = self.created[kind][key] = known[key] = name
            known[name] = found
        return found

    def all_created(self) -> Mapping[str, tuple[str, ...]]:
        """Return the new names of each list, in the order they came."""
        return {kind: tuple(names.values()) for kind, names in self.created.items()}


def _keyed(names: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(title_key(name), name)
    return found
