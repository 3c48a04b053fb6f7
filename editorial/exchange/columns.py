"""Which column of a table is which field: known names first, then likely ones; the user may correct all of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from editorial.domain.drafts import FIELDS, DraftKind
from editorial.errors import RuleBroken
from editorial.exchange.synonyms import names_of, squeezed
from editorial.language import _

_LIKELY = 0.7
_SPELT_ALIKE = 88
_LONG = 5
"""Letters from which one more or less is a misspelling; in a shorter word it is another one: `Pages` is no `Page`."""
_LANGUAGES = "en de fr es it nl pt pl sv da no fi cs tr ru uk zh ja ko ar he hi".split()
_IN_A_LANGUAGE = re.compile(rf"(.+?)[\s_\-(]+({'|'.join(_LANGUAGES)})\)?", re.IGNORECASE)
_OTHER_MATTERS = frozenset("created modified updated edited changed added birth deleted".split())
"""Words of a heading that say it is not about the plan: `Created date`, `Date modified`."""


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """A field found in a column; confidence 1 is the field's own name or the user's word, below that a reading."""

    field: str
    index: int
    heading: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Matching:
    """Every field found, and the headings that nothing is taken from."""

    kind: DraftKind
    columns: tuple[ColumnMatch, ...]
    ignored: tuple[str, ...]

    @property
    def mapping(self) -> dict[str, str]:
        return {column.field: column.heading for column in self.columns}


def heading_key(headings: Sequence[str]) -> str:
    """Return what a corrected mapping is remembered under: the set of headings, whatever their order."""
    return "|".join(sorted({squeezed(heading) for heading in headings if heading}))


def match(
    headings: Sequence[str],
    kind: DraftKind,
    remembered: Mapping[str, str] | None = None,
    given: Mapping[str, str] | None = None,
    language: str = "en",
) -> Matching:
    """Match headings to fields: `given` by the user now, else `remembered`, else by name, else by likeness.

    A field given as an empty text is left out. Raises RuleBroken for a field or column that does not exist.
    """
    found: dict[str, ColumnMatch | None] = {**dict(_kept(headings, kind, remembered or {}))}
    found.update(_named(headings, kind, given or {}))
    taken = {column.index for column in found.values() if column is not None}
    for column in _candidates(headings, kind, language):
        if column.field not in found and column.index not in taken:
            found[column.field] = column
            taken.add(column.index)
    kept = [column for column in found.values() if column is not None]
    ignored = tuple(heading for index, heading in enumerate(headings) if heading and index not in taken)
    return Matching(kind, tuple(sorted(kept, key=lambda c: FIELDS[kind].index(c.field))), ignored)


def _kept(headings: Sequence[str], kind: DraftKind, remembered: Mapping[str, str]) -> Iterator[tuple[str, ColumnMatch]]:
    for field, heading in remembered.items():
        if field in FIELDS[kind] and heading in headings:
            yield field, ColumnMatch(field, headings.index(heading), heading, 1.0)


def _named(
    headings: Sequence[str], kind: DraftKind, given: Mapping[str, str]
) -> Iterator[tuple[str, ColumnMatch | None]]:
    for name, heading in given.items():
        field = _field(name, kind)
        if not heading:
            yield field, None
            continue
        index = _index(headings, heading)
        yield field, ColumnMatch(field, index, headings[index], 1.0)


def _field(name: str, kind: DraftKind) -> str:
    for field in FIELDS[kind]:
        if squeezed(field) == squeezed(name):
            return field
    known = ", ".join(FIELDS[kind])
    raise RuleBroken(_("There is no field “{name}”; the fields are {known}.").format(name=name, known=known))


def _index(headings: Sequence[str], heading: str) -> int:
    if heading in headings:
        return headings.index(heading)
    for index, name in enumerate(headings):
        if name and squeezed(name) == squeezed(heading):
            return index
    known = ", ".join(filter(None, headings))
    raise RuleBroken(_("The file has no column “{name}”; its columns are {known}.").format(name=heading, known=known))


def _candidates(headings: Sequence[str], kind: DraftKind, language: str) -> list[ColumnMatch]:
    """Return every reading of every heading, surest first."""
    found = []
    for index, heading in enumerate(headings):
        for field, confidence in _readings(heading, kind, language).items():
            if confidence >= _LIKELY:
                found.append(ColumnMatch(field, index, heading, round(confidence, 3)))
    return sorted(found, key=lambda column: (-column.confidence, column.index))


def _readings(heading: str, kind: DraftKind, language: str) -> dict[str, float]:
    names = names_of(kind)
    if (exact := names.get(squeezed(heading))) is not None:
        # A plan with *Planned* and *Published* means both: what was planned, and what really happened.
        second = {"published_on": 0.8} if squeezed(heading) in ("published", "publishdate") else {}
        return {exact[0]: exact[1] - 0.01 * bool(second), **second}
    words = heading.replace("_", " ").replace("-", " ").casefold().split()
    if not words or _OTHER_MATTERS.intersection(words):
        return {}
    return _in_a_language(heading, names, language) or _alike(words, names)


def _in_a_language(heading: str, names: Mapping[str, tuple[str, float]], language: str) -> dict[str, float]:
    """Read `title_en` as a title; of several languages the reader's own is surest, then English."""
    split = _IN_A_LANGUAGE.fullmatch(heading.strip())
    known = names.get(squeezed(split[1])) if split else None
    if split is None or known is None:
        return {}
    spoken = split[2].lower()
    return {known[0]: 0.9 + 0.03 * (spoken == language) + 0.02 * (spoken == "en")}


def _alike(words: Sequence[str], names: Mapping[str, tuple[str, float]]) -> dict[str, float]:
    """Read a heading by its last word (`Generation Date` is a date), or as a misspelling."""
    from rapidfuzz import fuzz, process

    if len(words) > 1 and (head := names.get(words[-1])) and head[0] not in ("id", "kind", "lead", "tag"):
        return {head[0]: 0.75}
    whole = "".join(words)
    found = process.extractOne(
        whole, [name for name in names if len(name) >= _LONG], scorer=fuzz.ratio, score_cutoff=_SPELT_ALIKE
    )
    if found is None or len(whole) < _LONG:
        return {}
    return {names[found[0]][0]: found[1] / 100 * 0.9}
