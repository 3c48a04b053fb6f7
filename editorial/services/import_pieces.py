"""Looking at drafts of pieces beside the pieces there are: new, changed, unchanged, refused."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Any

from editorial.domain.clock import entered_time
from editorial.domain.drafts import PIECE_FIELDS, PIECE_REFERENCES, Draft, Drafts, Refusal, clean
from editorial.domain.imports import ChangedRecord, FieldChange, Preview
from editorial.domain.matching import KnownPiece, match_pieces, title_key
from editorial.domain.period import first_of_span
from editorial.domain.records import Lists, Status
from editorial.domain.status_words import everyday_status, named_status, status_of_row
from editorial.domain.vocabulary import Phase, Precision, Tag
from editorial.language import _
from editorial.services.import_names import Names
from editorial.store.importing import Connection, known_pieces, piece_values

_NAMED = {
    "interest": "interests",
    "channel": "channels",
    "campaign": "campaigns",
    "owner": "people",
    "given_by": "people",
}
_LISTED = {"segments": "segments", "further_interests": "interests", "authors": "people"}
_FIXED = {"stage": "stages", "format": "formats"}
"""Lists that a team has agreed on: an import never adds to them."""
_KEYED = frozenset({*_NAMED, *_LISTED, *_FIXED, "further_stages", "status"})
_ALWAYS = frozenset({"id", "title", "outside_id", "status", "date", "precision", "published_on"})

Values = dict[str, Any]


@dataclass(slots=True)
class _Refused(Exception):
    """A row cannot be taken, because of this field."""

    field: str
    value: str
    reason: str


def preview_pieces(connection: Connection, lists: Lists, drafts: Drafts, today: date, as_of: int) -> Preview:
    """Match every draft, resolve its names, and compare it with the piece it is."""
    known = known_pieces(connection)
    rows = [_spanned(row, lists) for row in drafts.rows]
    matches = match_pieces(rows, known)
    needed = _needed(rows)
    there = dict(piece_values(connection, lists, needed, matches.found.values())) if matches.found else {}
    references = _references(rows, known, matches.found, matches.repeats)
    uids = {piece.uid: piece.id for piece in known} if references else {}
    looking = _Looking(lists, today, drafts.mapping, references, uids)
    for index, row in enumerate(rows):
        if index in matches.repeats:
            repeat = matches.repeats[index]
            looking.refused.append(replace(repeat, column=drafts.mapping.get(repeat.column, repeat.column)))
        else:
            looking.look(row, matches.found.get(index), there)
    return looking.preview(drafts, as_of)


def _needed(rows: Iterable[Draft]) -> list[str]:
    used = _ALWAYS.union(*({*row.values} for row in rows))
    if "stage" in used:
        used |= {"tag", "tag_reason"}
    return [name for name in PIECE_FIELDS if name in used]


def _spanned(row: Draft, lists: Lists) -> Draft:
    """Bring a coarser day to the first of its span: that is how it is kept."""
    precision, day = row.values.get("precision"), row.values.get("date")
    if day is None or precision in (None, Precision.DAY):
        return row
    first = first_of_span(day, Precision(precision), lists.settings)
    return row if first == day else Draft(row.line, {**row.values, "date": first})


def _references(
    rows: list[Draft], known: list[KnownPiece], found: Mapping[int, int], repeats: Mapping[int, Refusal]
) -> dict[str, int | str]:
    """Return what the file calls other pieces: by id or outside id, in the file first, else by a title of its own."""
    wanted = {value for row in rows for name in PIECE_REFERENCES if (value := row.values.get(name))}
    if not wanted:
        return {}
    named: dict[str, int | str] = {}
    titles: dict[str, set[int | str]] = {}
    for piece in known:
        named |= {name: piece.id for name in (piece.uid, piece.outside_id) if name}
        titles.setdefault(title_key(piece.title), set()).add(piece.id)
    for index, row in enumerate(rows):
        if index in repeats:
            continue
        here: int | str = found.get(index) or f"line {row.line}"
        if row.values.get("id"):
            named[row.values["id"]] = here
        titles.setdefault(title_key(row.values.get("title", "")), set()).add(here)
    alone = {value: next(iter(of)) for value in wanted if len(of := titles.get(title_key(value), ())) == 1}
    return {value: named.get(value) or alone[value] for value in wanted if value in named or value in alone}


@dataclass(slots=True)
class _Looking:
    """One look at all the rows of a file."""

    lists: Lists
    today: date
    mapping: Mapping[str, str]
    references: dict[str, int | str]
    uids: Mapping[str, int]
    """Of the pieces there are, where the file refers to any."""
    new: list[Draft] = field(default_factory=list)
    changed: list[ChangedRecord] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    unchanged: int = 0
    names: Names = field(init=False)
    statuses: tuple[Status, ...] = field(init=False)
    phases: dict[str, Phase] = field(init=False)

    def __post_init__(self) -> None:
        self.names = Names.of(self.lists)
        self.statuses = tuple(self.lists.statuses.values())
        self.phases = {status.name: status.phase for status in self.statuses}

    def look(self, row: Draft, record: int | None, there: Mapping[int, Values]) -> None:
        """Put one row where it belongs."""
        try:
            if record is None:
                self.new.append(Draft(row.line, self._new(row)))
                return
            before = there[record]
            fields = self._differences(before, self._known(row, before))
        except _Refused as bad:
            column = self.mapping.get(bad.field, bad.field)
            self.refused.append(Refusal(row.line, column, bad.value, bad.reason))
            return
        if fields:
            self.changed.append(ChangedRecord(row.line, record, before["title"], fields))
        else:
            self.unchanged += 1

    def _new(self, row: Draft) -> Values:
        values = dict(row.values)
        if "title" not in values:
            raise _Refused("title", "", _("a piece needs a title"))
        if "id" in values:
            values.setdefault("outside_id", values.pop("id"))
        self._fixed(values)
        self._time(values, {"date": None, "precision": Precision.DAY, "time": None})
        self._status(values, values.get("date"), new=True)
        self._take_names(values)
        return values

    def _known(self, row: Draft, before: Values) -> Values:
        values = dict(row.values)
        named = values.pop("id", None)
        if named and named != before["id"] and not before["outside_id"]:
            values.setdefault("outside_id", named)
        self._fixed(values)
        if "status" in values:
            self._status(values, values.get("date") or before["published_on"] or before["date"], new=False)
            self._unpublish(values, before)
        if "date" in values and "precision" not in values:
            values["date"] = first_of_span(values["date"], Precision(before["precision"]), self.lists.settings)
        self._time(values, before)
        self._take_names(values)
        return values

    def _fixed(self, values: Values) -> None:
        """Find the names that must be known already, and the pieces referred to."""
        for name, kind in _FIXED.items():
            if name in values:
                values[name] = self._must_find(name, kind, values[name])
        if "further_stages" in values:
            values["further_stages"] = tuple(
                self._must_find("further_stages", "stages", one) for one in values["further_stages"]
            )
        for name in PIECE_REFERENCES:
            if name in values and values[name] not in self.references:
                raise _Refused(name, values[name], _("there is no such piece, or several of that title"))

    def _time(self, values: Values, before: Mapping[str, Any]) -> None:
        """Make a time one that exists on its day; the one the piece has already is not entered anew."""
        at: time | None = values.get("time")
        if at is None:
            return
        if f"{at:%H:%M}" != before["time"]:
            day, precision = (values.get(name, before[name]) for name in ("date", "precision"))
            at = entered_time(at, day, Precision(precision), self.lists.settings.time_zone)
        values["time"] = f"{at:%H:%M}"

    def _must_find(self, name: str, kind: str, value: str) -> str:
        found = self.names.find(kind, value)
        if found is None:
            known = ", ".join(dict.fromkeys(self.names.known[kind].values()))
            raise _Refused(name, value, _("not one of {known}").format(known=known))
        return found

    def _status(self, values: Values, day: date | None, *, new: bool) -> None:
        """Set the status of a row: its own, what its word means, or what its day says."""
        word = values.get("status")
        day = values.get("published_on") or day
        if word is None:
            status = status_of_row(day, self.today, self.statuses)
        else:
            status = named_status(word, self.statuses) or everyday_status(word, day, self.today, self.statuses)
            if status is None:
                known = ", ".join(one.name for one in self.statuses)
                raise _Refused("status", word, _("not one of {known}").format(known=known))
        if status is None:
            raise _Refused("status", "", _("the workspace has no status"))
        values["status"] = status.name
        own = word is not None and named_status(word, self.statuses) is not None
        if status.phase is Phase.PUBLISHED and not own and day is not None and day <= self.today:
            if new or "published_on" in values:
                values.setdefault("published_on", day)
            else:
                values["published_on_if_none"] = day

    def _unpublish(self, values: Values, before: Values) -> None:
        """Keep the day of publishing in step with a status that an import moves into or out of *published*."""
        day = values.pop("published_on_if_none", None)
        if "published_on" in values:
            return
        if day is not None and before["published_on"] is None:
            values["published_on"] = day
        was, will_be = self.phases.get(before["status"]), self.phases[values["status"]]
        if was is Phase.PUBLISHED and will_be is not Phase.PUBLISHED and before["published_on"] is not None:
            values["published_on"] = None

    def _take_names(self, values: Values) -> None:
        for name, kind in _NAMED.items():
            if name in values:
                values[name] = self.names.take_one(kind, values[name])
        for name, kind in _LISTED.items():
            if name in values:
                values[name] = self.names.take(kind, values[name])

    def _differences(self, before: Values, after: Values) -> tuple[FieldChange, ...]:
        changes = [
            FieldChange(name, before[name], value)
            for name, value in after.items()
            if before[name] != value and not self._same(name, before[name], value)
        ]
        moved = any(change.field == "stage" for change in changes)
        if moved and "tag" not in after:
            changes += [
                FieldChange(name, before[name], value)
                for name, value in (("tag", Tag.PROPOSED.value), ("tag_reason", ""))
                if before[name] != value
            ]
        return tuple(changes)

    def _same(self, name: str, before: Any, after: Any) -> bool:
        """Compare as a file would carry both."""
        if name in PIECE_REFERENCES:
            return before is not None and self.references.get(after) == self.uids.get(before)
        if name == "links":
            return [(clean("url", a), clean("url", b)) for a, b in before] == list(after)
        if isinstance(before, tuple):
            return [title_key(one) for one in before] == [title_key(one) for one in after]
        if name in _KEYED:
            return before is not None and title_key(before) == title_key(after)
        return isinstance(before, str) and isinstance(after, str) and clean(name, before) == after

    def preview(self, drafts: Drafts, as_of: int) -> Preview:
        """Return what was found."""
        return Preview(
            kind=drafts.kind,
            read=drafts.read,
            new=tuple(self.new),
            changed=tuple(self.changed),
            unchanged=self.unchanged,
            refused=tuple(sorted((*drafts.refused, *self.refused), key=lambda refusal: refusal.line)),
            created=self.names.all_created(),
            questions=drafts.questions,
            mapping=drafts.mapping,
            ignored=drafts.ignored,
            notes=drafts.notes,
            references=self.references,
            today=self.today,
            as_of=as_of,
        )
