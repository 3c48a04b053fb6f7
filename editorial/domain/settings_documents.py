"""What a settings document may hold, read into typed fields: one entry of one list at a time."""

import json
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Any

from editorial.domain.drafts import Refusal, one_line, without_controls
from editorial.domain.likely import Sureness
from editorial.domain.matching import title_key
from editorial.domain.records import (
    BuyingStage,
    Campaign,
    Channel,
    DayNote,
    Format,
    Interest,
    Segment,
    Settings,
    Status,
)
from editorial.domain.reminders import Reminder
from editorial.domain.settings_rules import FACTORS, why_not_settings
from editorial.language import _

LISTED_KINDS: Mapping[str, tuple[str, type]] = types.MappingProxyType(
    {
        "segments": ("segment", Segment),
        "stages": ("stage", BuyingStage),
        "interests": ("interest", Interest),
        "formats": ("format", Format),
        "channels": ("channel", Channel),
        "statuses": ("status", Status),
        "campaigns": ("campaign", Campaign),
        "day_notes": ("day_note", DayNote),
    }
)
"""Key of the document → the list's own name and its record."""

OWN_WORKSPACE_KEYS = (
    "name",
    "time_zone",
    "fiscal_month",
    "week_start",
    "weekend",
    "country",
    "subdivision",
    "currency",
    "timely_share",
    "blog_policy",
)
WEIGHTS = frozenset({"ranking_weights", "likely_weights"})
"""Settings that map a word to a weight, each a key of the document of its own."""
MAPPINGS = WEIGHTS | {"reminders"}
"""Settings that map a word to a number; words that a document leaves out stay as they are."""
_SETTINGS_FIELDS: Mapping[str, tuple[str, ...]] = types.MappingProxyType(
    {"workspace": OWN_WORKSPACE_KEYS, "mix": ("target", "tolerance")}
)
_UNWRITTEN = frozenset({"id", "uid", "position", "owner_id"})
_TOO_LARGE = 10**9
_MOST_DECIMALS = 20
_SHARES = frozenset({"floor"})
_NOT_NEGATIVE = frozenset({"weight", "longest_silence", "longest_gap", "wip_limit", "effort_days", "rung"})


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """One entry of one list: only the fields the document names."""

    kind: str
    item: int
    name: str
    values: Mapping[str, Any]
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class TargetDraft:
    """How many pieces a cell wants, by names."""

    item: int
    segment: str
    stage: str
    target: int


@dataclass(frozen=True, slots=True)
class SettingsDraft:
    """A settings document as read; refusals name the item of its list, from 1."""

    settings: Mapping[str, Any]
    entries: tuple[EntryDraft, ...]
    targets: tuple[TargetDraft, ...]
    refused: tuple[Refusal, ...] = ()
    ignored: tuple[str, ...] = ()

    @property
    def read(self) -> int:
        return bool(self.settings) + len(self.entries) + len(self.targets) + len(self.refused)


class _Unfit(ValueError):
    """A value is not what its field holds; `field` and `value` say which, where it is one of several."""

    def __init__(self, reason: str, field: str = "", value: Any = None) -> None:
        super().__init__(reason)
        self.field = field
        self.value = value


def settings_draft(document: Any) -> SettingsDraft:
    """Read a settings document. What it does not name is left alone; what cannot be read is refused."""
    refused: list[Refusal] = []
    if not isinstance(document, Mapping):
        return SettingsDraft({}, (), (), (Refusal(1, "", "", _("settings are a record with named fields")),))
    settings = _settings(document, refused)
    entries = [entry for key in LISTED_KINDS for entry in _entries(key, document.get(key), refused)]
    targets = _targets(document.get("targets"), refused)
    return SettingsDraft(settings, tuple(entries), tuple(targets), tuple(refused), tuple(_unknown(document)))


def _unknown(document: Mapping[str, Any]) -> Iterator[str]:
    """Name what nothing is taken from: keys of the document, and fields of its records as `segments.mood`."""
    known = {*_SETTINGS_FIELDS, "targets", *MAPPINGS, *LISTED_KINDS}
    yield from (key for key in document if key not in known)
    for key, fields in _SETTINGS_FIELDS.items():
        yield from (f"{key}.{name}" for name in _mapping(document, key) if name not in fields)
    for key, (_kind, record) in LISTED_KINDS.items():
        listed = document.get(key)
        entries = [entry for entry in listed if isinstance(entry, Mapping)] if isinstance(listed, list) else []
        named = dict.fromkeys(name for entry in entries for name in entry)
        yield from (f"{key}.{name}" for name in named if name not in _hints(record) and name != "owner")


def _settings(document: Mapping[str, Any], refused: list[Refusal]) -> dict[str, Any]:
    refused += (
        Refusal(1, key, shown(document[key]), _("this is not a record with named fields"))
        for key in (*_SETTINGS_FIELDS, *sorted(MAPPINGS))
        if not isinstance(document.get(key, {}), Mapping)
    )
    workspace, mix = _mapping(document, "workspace"), _mapping(document, "mix")
    raw = {name: value for name, value in workspace.items() if name in OWN_WORKSPACE_KEYS}
    raw |= {f"mix_{name}": value for name, value in mix.items() if name in _SETTINGS_FIELDS["mix"]}
    raw |= {name: weights for name in sorted(MAPPINGS) if (weights := _mapping(document, name))}
    found: dict[str, Any] = {}
    for name, value in raw.items():
        try:
            found[name] = _setting(name, value)
        except _Unfit as bad:
            refused.append(Refusal(1, name, shown(value), str(bad)))
    if found and (reason := why_not_settings(found)):
        refused.append(Refusal(1, "workspace", "", reason))
        return {}
    return found


def shown(value: Any) -> str:
    """Return a value of a document as people wrote it, cut where it is long."""
    if isinstance(value, str):
        return value[:80]
    return str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False, default=str)[:80]


def _mapping(document: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = document.get(key)
    return found if isinstance(found, Mapping) else {}


def _setting(name: str, value: Any) -> Any:
    if name == "weekend":
        if not isinstance(value, list) or not all(type(day) is int and day in range(7) for day in value):
            raise _Unfit(_("write a list of days from 0, Monday, to 6, Sunday"))
        return frozenset(value)
    if name == "ranking_weights":
        return {_factor(factor): _decimal(weight) for factor, weight in value.items()}
    if name == "likely_weights":
        return {_word(Sureness, sure).value: _decimal(weight) for sure, weight in value.items()}
    if name == "reminders":
        return {_word(Reminder, reminder).value: _typed(int, days) for reminder, days in value.items()}
    return _typed(_hints(Settings)[name], value)


def _factor(name: str) -> str:
    if name not in FACTORS:
        raise _Unfit(_("the factors are {names}").format(names=", ".join(FACTORS)))
    return name


def _listed(key: str, listed: Any, refused: list[Refusal]) -> list[Any]:
    """Return the entries of a list; what is there but no list is refused."""
    if isinstance(listed, list) or listed is None:
        return listed or []
    refused.append(Refusal(1, key, shown(listed), _("write a list of records")))
    return []


def _entries(key: str, listed: Any, refused: list[Refusal]) -> list[EntryDraft]:
    kind, record = LISTED_KINDS[key]
    found: list[EntryDraft] = []
    seen: dict[str, int] = {}
    for item, entry in enumerate(_listed(key, listed, refused), start=1):
        try:
            draft = _entry(kind, record, item, entry)
        except _Unfit as bad:
            refused.append(_refusal(item, key, entry, bad))
            continue
        first = seen.setdefault(draft.name.casefold(), item) if kind != "day_note" else item
        if first != item:
            refused.append(Refusal(item, key, draft.name, _("this repeats item {n}").format(n=first)))
        else:
            found.append(draft)
    return found


def _refusal(item: int, key: str, entry: Any, bad: _Unfit) -> Refusal:
    if bad.field:
        return Refusal(item, f"{key}.{bad.field}", shown(bad.value), str(bad))
    return Refusal(item, key, shown(entry), str(bad))


def _entry(kind: str, record: type, item: int, entry: Any) -> EntryDraft:
    if not isinstance(entry, Mapping):
        raise _Unfit(_("this is not a record with named fields"))
    hints = _hints(record)
    written = [name for name in entry if name in hints and name not in _UNWRITTEN]
    values = {name: _field(name, hints[name], entry[name]) for name in written}
    name = one_line(str(values.get("name") or ""))
    if not name:
        raise _Unfit(_("a name is needed"))
    for first, last in (("starts", "ends"), ("first", "last")):
        if values.get(first) and values.get(last) and values[first] > values[last]:
            raise _Unfit(_("the end lies before the start"))
    if kind == "day_note" and not ("first" in values and "last" in values):
        raise _Unfit(_("a first and a last day are needed"))
    owner = entry.get("owner")
    return EntryDraft(kind, item, name, {**values, "name": name}, owner if isinstance(owner, str) else None)


def _field(name: str, hint: Any, value: Any) -> Any:
    try:
        found = _typed(hint, value)
    except _Unfit as bad:
        raise _Unfit(str(bad), name, value) from bad
    if found is not None and name in _NOT_NEGATIVE and found < 0:
        raise _Unfit(_("{name} is 0 or more").format(name=name), name, value)
    if found is not None and name in _SHARES and not 0 <= found <= 1:
        raise _Unfit(_("{name} lies between 0 and 1").format(name=name), name, value)
    return found


def _targets(listed: Any, refused: list[Refusal]) -> list[TargetDraft]:
    found: list[TargetDraft] = []
    seen: dict[tuple[str, str], int] = {}
    for item, entry in enumerate(_listed("targets", listed, refused), start=1):
        try:
            draft = _target(item, entry)
        except _Unfit as bad:
            refused.append(_refusal(item, "targets", entry, bad))
            continue
        first = seen.setdefault((title_key(draft.segment), title_key(draft.stage)), item)
        if first != item:
            refused.append(Refusal(item, "targets", shown(entry), _("this repeats item {n}").format(n=first)))
        else:
            found.append(draft)
    return found


def _target(item: int, entry: Any) -> TargetDraft:
    if not isinstance(entry, Mapping) or not all(isinstance(entry.get(name), str) for name in ("segment", "stage")):
        raise _Unfit(_("write segment, stage and a whole target"))
    value = entry.get("target")
    try:
        number = _typed(int, value)
    except _Unfit as bad:
        raise _Unfit(str(bad), "target", value) from bad
    if number < 0:
        raise _Unfit(_("a target is a whole number from 0 on"), "target", value)
    return TargetDraft(item, entry["segment"], entry["stage"], number)


@cache
def _hints(record: type) -> dict[str, Any]:
    return typing.get_type_hints(record)


def _typed(hint: Any, value: Any) -> Any:
    """Return a value of JSON as the type a field holds. Raises _Unfit with the reason."""
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    if value is None or (value == "" and type(None) in options):
        if type(None) in options:
            return None
        raise _Unfit(_("a value is needed"))
    wanted = next(one for one in options if one is not type(None))
    if typing.get_origin(wanted) is tuple:
        return _parts(typing.get_args(wanted)[0], value)
    if wanted is Decimal:
        return _decimal(value)
    if wanted is date:
        return _day(value)
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return _word(wanted, value)
    return _simple(wanted, value)


def _parts(part: type, value: Any) -> tuple[Any, ...]:
    """Return the parts of a record, such as the steps of a format, from a list of records."""
    if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
        raise _Unfit(_("write a list of records"))
    hints = _hints(part)
    read = [{name: _typed(hints[name], each) for name, each in one.items() if name in hints} for one in value]
    if not all(one.get("name") for one in read):
        raise _Unfit(_("a name is needed"))
    return tuple(part(**one) for one in read)


def _simple(wanted: Any, value: Any) -> Any:
    if wanted is bool and isinstance(value, bool):
        return value
    if wanted is int and not isinstance(value, bool):
        number = _decimal(value)
        if number == int(number):
            return int(number)
    if wanted is str and isinstance(value, str):
        return without_controls(value)[0]
    words = {bool: _("write true or false"), int: _("write a whole number"), str: _("write a text")}
    raise _Unfit(words.get(wanted, _("this cannot be read")))


def _decimal(value: Any) -> Decimal:
    try:
        number = Decimal(str(value)) if not isinstance(value, bool) else Decimal("NaN")
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise _Unfit(_("write a number"))
    if abs(number) >= _TOO_LARGE or int(number.as_tuple().exponent) < -_MOST_DECIMALS:
        raise _Unfit(_("write a number below a thousand million, with fewer decimals"))
    return number


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise _Unfit(_("write a day like 2027-03-11")) from error


def _word(words: type[StrEnum], value: Any) -> StrEnum:
    for word in words:
        if str(value).casefold() == word.value.casefold():
            return word
    raise _Unfit(_("write one of {words}").format(words=", ".join(words)))
