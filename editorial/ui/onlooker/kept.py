"""What is written into which folder for whom, and how the preferences keep it."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from editorial.errors import RuleBroken
from editorial.language import _

if TYPE_CHECKING:
    from editorial.ui.onlooker.wanted import Shared


class Kept(NamedTuple):
    """What is written where."""

    folder: Path
    forms: tuple[str, ...]
    """The forms of the calendar that is shared; none where people's own are written alone."""
    shared: "Shared"
    stem: str
    """The name of the workspace's file when this began; the files keep it, so that links to them stay good."""
    digests: Mapping[str, str] = MappingProxyType({})
    """Of what was written last, by the names of the files."""
    written: str = ""
    """When that was, in ISO 8601, or nothing."""
    whole: bool = False
    """Whether last year, this one and the next are told, whatever the view showed."""
    people: tuple[tuple[str, str], ...] = ()
    """Whose own calendars are written: the ids of people, and the names of their files."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files of the calendar that is shared."""
        from editorial.ui.onlooker.wanted import file_name

        return tuple(self.folder / file_name(self.stem, self.shared, form, _("calendar")) for form in self.forms)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files."""
        return (*(path.name for path in self.paths), *(name for _uid, name in self.people))

    def same(self, other: "Kept") -> bool:
        """Tell whether both write the same to the same place."""
        return self._replace(digests={}, written="") == other._replace(digests={}, written="")


class Wish(NamedTuple):
    """What somebody wants to be written."""

    folder: Path
    forms: tuple[str, ...]
    shared: "Shared"
    whole: bool = False
    people: tuple[tuple[str, str], ...] = ()
    """Ids and names of the people whose own calendars are wanted."""


def named_files(
    stem: str, people: Iterable[tuple[str, str]], there: Iterable[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """Return the file of each person, given by id and name; who has one keeps it, and no two share one."""
    from editorial.ui.onlooker.wanted import safe_name

    known, taken = dict(there), {name.casefold() for _uid, name in there}
    found = []
    for uid, name in people:
        file = known.get(uid) or safe_name(f"{stem} {name}", "ics")
        if uid not in known and file.casefold() in taken:
            file = safe_name(f"{stem} {uid[-6:]} {name}", "ics")
        taken.add(file.casefold())
        found.append((uid, file))
    return tuple(found)


def record_of(found: Kept, path: Path) -> dict[str, Any]:
    """Return plain values that `kept_from` reads; `path` is that of the workspace."""
    from editorial.ui.onlooker.wanted import kept

    said = found._asdict() | {"folder": str(found.folder), "forms": list(found.forms), "path": str(path)}
    people = [list(one) for one in found.people]
    return {**said, "shared": kept(found.shared), "digests": dict(found.digests), "people": people}


def kept_from(record: dict[str, Any]) -> Kept | None:
    """Read a record of the preferences; one that cannot be read counts as none."""
    from editorial.ui.onlooker.wanted import FORMS, shared_from

    try:
        return Kept(
            Path(record["folder"]),
            tuple(form for form in record["forms"] if form in FORMS),
            shared_from(record["shared"]),
            record["stem"],
            {str(name): str(digest) for name, digest in record.get("digests", {}).items()},
            record["written"],
            bool(record.get("whole", False)),
            tuple((str(uid), Path(name).name) for uid, name in record.get("people", ())),
        )
    except (KeyError, TypeError, ValueError, AttributeError, RuleBroken):
        return None
