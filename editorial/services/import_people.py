"""Looking at drafts of people beside the people there are."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from editorial.domain.drafts import PERSON_FIELDS, Draft, Drafts, Question, Refusal, clean
from editorial.domain.imports import ChangedRecord, FieldChange, Preview
from editorial.domain.matching import match_people, title_key
from editorial.domain.records import Lists
from editorial.language import _
from editorial.services.import_names import Names
from editorial.store.importing import Connection, known_people, person_values

Values = dict[str, Any]
EQUAL_NAMES = ("same", "new")


def preview_people(
    connection: Connection, lists: Lists, drafts: Drafts, today: date, as_of: int, equal_names: str = ""
) -> Preview:
    """Match every draft and compare it with the person it is; an equal name alone is asked about."""
    matches = match_people(drafts.rows, known_people(connection))
    used = {"id", "name", "outside_id"}.union(*({*row.values} for row in drafts.rows))
    fields = [name for name in PERSON_FIELDS if name in used]
    records = {*matches.found.values(), *matches.same_name.values()}
    there = dict(person_values(connection, lists, fields, records)) if records else {}
    looking = _Looking(drafts.mapping, Names.of(lists), equal_names)
    for index, row in enumerate(drafts.rows):
        if index in matches.repeats:
            repeat = matches.repeats[index]
            looking.refused.append(replace(repeat, column=drafts.mapping.get(repeat.column, repeat.column)))
        else:
            looking.look(row, matches.found.get(index), matches.same_name.get(index), there)
    return looking.preview(drafts, today, as_of)


@dataclass(slots=True)
class _Looking:
    """One look at all the rows of a file."""

    mapping: Mapping[str, str]
    names: Names
    equal_names: str
    new: list[Draft] = field(default_factory=list)
    changed: list[ChangedRecord] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)
    unchanged: int = 0

    def look(self, row: Draft, record: int | None, namesake: int | None, there: Mapping[int, Values]) -> None:
        """Put one row where it belongs."""
        if record is None and namesake is not None:
            same = not self._differences(there[namesake], self._known(row, there[namesake]))
            if same or self.equal_names != "new":
                record = namesake
            if not same and not self.equal_names:
                self.doubtful.append(row.values["name"])
        if record is None and "name" not in row.values:
            self.refused.append(Refusal(row.line, self.mapping.get("name", "name"), "", _("a person needs a name")))
        elif record is None:
            self.new.append(Draft(row.line, self._named(_with_outside_id(dict(row.values)))))
        elif fields := self._differences(there[record], self._named(self._known(row, there[record]))):
            self.changed.append(ChangedRecord(row.line, record, there[record]["name"], fields))
        else:
            self.unchanged += 1

    def _known(self, row: Draft, before: Values) -> Values:
        values = dict(row.values)
        named = values.pop("id", None)
        if named and named != before["id"] and not before["outside_id"]:
            values.setdefault("outside_id", named)
        return values

    def _named(self, values: Values) -> Values:
        for name, kind in (("segments", "segments"), ("expertise", "interests")):
            if name in values:
                values[name] = self.names.take(kind, values[name])
        return values

    def _differences(self, before: Values, after: Values) -> tuple[FieldChange, ...]:
        return tuple(
            FieldChange(name, before[name], value)
            for name, value in after.items()
            if before[name] != value and not _same(name, before[name], value)
        )

    def preview(self, drafts: Drafts, today: date, as_of: int) -> Preview:
        """Return what was found."""
        column = drafts.mapping.get("name", "name")
        asked = (Question(column, EQUAL_NAMES, tuple(self.doubtful[:3])),) if self.doubtful else ()
        return Preview(
            kind=drafts.kind,
            read=drafts.read,
            new=tuple(self.new),
            changed=tuple(self.changed),
            unchanged=self.unchanged,
            refused=tuple(sorted((*drafts.refused, *self.refused), key=lambda refusal: refusal.line)),
            created=self.names.all_created(),
            questions=(*drafts.questions, *asked),
            mapping=drafts.mapping,
            ignored=drafts.ignored,
            notes=drafts.notes,
            today=today,
            as_of=as_of,
        )


def _with_outside_id(values: Values) -> Values:
    if "id" in values:
        values.setdefault("outside_id", values.pop("id"))
    return values


def _same(name: str, before: Any, after: Any) -> bool:
    if isinstance(before, tuple):
        return {title_key(str(one)) for one in before} == {title_key(str(one)) for one in after}
    return isinstance(before, str) and isinstance(after, str) and clean(name, before) == after
