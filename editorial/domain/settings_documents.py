"""What a settings document may hold, read into typed fields: one entry of one list at a time."""

import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Any

from editorial.domain.drafts import Refusal, one_line, without_controls
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
from editorial.domain.settings_rules import why_not_settings
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
)
_UNWRITTEN = frozenset({"id", "uid", "position", "owner_id"})
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
    """A value is not what its field holds."""


def settings_draft(document: Any) -> SettingsDraft:
    """Read a settings document. What it does not name is left alone; what cannot be read is refused."""
    refused: list[Refusal] = []
    if not isinstance(document, Mapping):
        return SettingsDraft({}, (), (), (Refusal(1, "", "", _("settings are a record with named fields")),))
    settings = _settings(document, refused)
    entries = [entry for key in LISTED_KINDS for entry in _entries(key, document.get(key), refused)]
    targets = _targets(document.get("targets"), refused)
    known = {"workspace", "mix", "targets", "ranking_weights", *LISTED_KINDS}
    return SettingsDraft(settings, tuple(entries), tuple(targets), tuple(refused), tuple(set(document) - known))


def _settings(document: Mapping[str, Any], refused: list[Refusal]) -> dict[str, Any]:
    raw = {name: value for name, value in _mapping(document, "workspace").items() if name in OWN_WORKSPACE_KEYS}
    raw |= {
        f"mix_{name}": value for name, value in _mapping(document, "mix").items() if name in ("target", "tolerance")
    }
    if weights := _mapping(document, "ranking_weights"):
        raw["ranking_weights"] = weights
    found: dict[str, Any] = {}
    for name, value in raw.items():
        try:
            found[name] = _setting(name, value)
        except _Unfit as bad:
            refused.append(Refusal(1, name, str(value)[:80], str(bad)))
    if found and (reason := why_not_settings(found)):
        refused.append(Refusal(1, "workspace", "", reason))
        return {}
    return found


def _mapping(document: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = document.get(key)
    return found if isinstance(found, Mapping) else {}


def _setting(name: str, value: Any) -> Any:
    if name == "weekend":
        if not isinstance(value, list) or not all(isinstance(day, int) for day in value):
            raise _Unfit(_("write a list of days, Monday as 0"))
        return frozenset(value)
    if name == "ranking_weights":
        return {str(factor): _decimal(weight) for factor, weight in value.items()}
    return _typed(_hints(Settings)[name], value)


def _entries(key: str, listed: Any, refused: list[Refusal]) -> list[EntryDraft]:
    kind, record = LISTED_KINDS[key]
    found: list[EntryDraft] = []
    seen: dict[str, int] = {}
    for item, entry in enumerate(listed if isinstance(listed, list) else [], start=1):
        try:
            draft = _entry(kind, record, item, entry)
        except _Unfit as bad:
            refused.append(Refusal(item, key, str(entry)[:80], str(bad)))
            continue
        first = seen.setdefault(draft.name.casefold(), item) if kind != "day_note" else item
        if first != item:
            refused.append(Refusal(item, key, draft.name, _("this repeats item {n}").format(n=first)))
        else:
            found.append(draft)
    return found


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
    found = _typed(hint, value)
    if found is not None and name in _NOT_NEGATIVE and found < 0:
        raise _Unfit(_("{name} is 0 or more").format(name=name))
    if found is not None and name in _SHARES and not 0 <= found <= 1:
        raise _Unfit(_("{name} lies between 0 and 1").format(name=name))
    return found


def _targets(listed: Any, refused: list[Refusal]) -> list[TargetDraft]:
    found = []
    for item, entry in enumerate(listed if isinstance(listed, list) else [], start=1):
        try:
            target = _typed(int, entry["target"])
            if target < 0:
                raise _Unfit(_("a target is a whole number from 0 on"))
            found.append(TargetDraft(item, str(entry["segment"]), str(entry["stage"]), target))
        except (_Unfit, KeyError, TypeError):
            refused.append(Refusal(item, "targets", str(entry)[:80], _("write segment, stage and a whole target")))
    return found


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
    if wanted is Decimal:
        return _decimal(value)
    if wanted is date:
        return _day(value)
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return _word(wanted, value)
    return _simple(wanted, value)


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
