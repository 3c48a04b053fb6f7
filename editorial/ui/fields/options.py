"""What can be chosen for a field: the entries of its list or the words of its vocabulary."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from editorial.domain.columns import names_of, word
from editorial.domain.fields import MOST_STARS, Field, FieldType
from editorial.domain.folding import fold
from editorial.domain.records import Lists
from editorial.domain.vocabulary import Kind
from editorial.language import _

GROWING = frozenset({"segment", "interest", "person", "channel", "campaign"})
"""The lists that take a new name where it is typed, as an import does."""

MARKS: dict[Any, str] = {Kind.ASPIRATIONAL: "✦", Kind.PRACTICAL: "▪"}


@dataclass(frozen=True, slots=True)
class Option:
    """One value that can be chosen."""

    value: Any
    name: str
    mark: str = ""

    @property
    def shown(self) -> str:
        return f"{self.mark} {self.name}" if self.mark else self.name


def options_of(field: Field, lists: Lists, keep: Collection[Any] = ()) -> list[Option]:
    """Return what can be chosen, in order; retired entries only where they are among `keep`."""
    if field.words is not None:
        return [Option(one, capital(word(one)), MARKS.get(one, "")) for one in field.words]
    if field.type is FieldType.STARS:
        return [Option(n, str(n), "★" * n) for n in range(1, MOST_STARS + 1)]
    if field.type is FieldType.FLAG:
        return [Option(one, capital(word(one))) for one in (True, False)]
    retired = _retired(field.kind, lists) - set(keep)
    return [Option(id_, name) for id_, name in names_of(lists, field.kind).items() if id_ not in retired]


def _retired(kind: str, lists: Lists) -> set[Any]:
    if kind == "interest":
        return {one.id for one in lists.interests.values() if one.retired}
    if kind == "format":
        return {one.id for one in lists.formats.values() if one.retired}
    return set()


def capital(text: str) -> str:
    """Return a word as it stands at the beginning of a line."""
    return text[:1].upper() + text[1:]


def matching(options: Iterable[Option], words: str) -> list[Option]:
    """Return the options that hold every word typed; those that begin with them come first."""
    wanted = fold(words).split()
    found = [(fold(option.name), option) for option in options]
    kept = [(name, option) for name, option in found if all(one in name for one in wanted)]
    if wanted:
        kept.sort(key=lambda pair: not pair[0].startswith(wanted[0]))
    return [option for _name, option in kept]


def named(options: Sequence[Option], name: str) -> Option | None:
    """Return the option of that name, letter case and accents aside."""
    return next((option for option in options if fold(option.name) == fold(name.strip())), None)


def nothing_of(field: Field) -> str:
    """Return what the choice of no value is called."""
    return _("No {field}").format(field=field.label[:1].lower() + field.label[1:])
