"""Findings: planning rules that are broken, what each is about, and where it is dealt with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from editorial.domain.conditions import Condition
from editorial.domain.planning_records import Mute

Shown = int | str | date | Condition


class Group(StrEnum):
    """The three lists in which findings are looked at."""

    LATE = "late"
    GAPS = "gaps"
    WAITING = "waiting"


class Rule(StrEnum):
    """Every planning rule, in the order in which people look at them; mutes and the command line know these words."""

    LATE = "late"
    OWED = "owed"
    SLIPPED = "slipped"
    OVER = "over"
    AWAY = "away"
    TWICE = "twice"
    TIMELY_SLOT = "timely-slot"
    STALE = "stale"
    MIX = "mix"
    EMPTY = "empty"
    THIN = "thin"
    FLOOR = "floor"
    OVERDUE = "overdue"
    REPEAT = "repeat"
    CADENCE = "cadence"
    TIMELY_ROOM = "timely-room"
    SALES_TONE = "sales-tone"
    QUESTIONS = "questions"
    FOCUS_GROUP = "focus-group"
    NO_KIND = "no-kind"
    UNTAGGED = "untagged"
    OFFERING_LED = "offering-led"
    VARIETY = "variety"
    RESEARCH = "research"
    UNSET_LEAD = "unset-lead"
    DISPUTED = "disputed"
    REQUEST = "request"
    STAGE = "stage"
    NEED_UNKNOWN = "need-unknown"

    @property
    def group(self) -> Group:
        """The list this rule belongs to."""
        if self in _LATE:
            return Group.LATE
        return Group.WAITING if self in _WAITING else Group.GAPS


_LATE = {Rule.LATE, Rule.OWED, Rule.SLIPPED, Rule.TIMELY_SLOT, Rule.STALE, Rule.OVER, Rule.AWAY, Rule.TWICE}
_WAITING = {Rule.DISPUTED, Rule.REQUEST, Rule.STAGE, Rule.NEED_UNKNOWN}


@dataclass(frozen=True, slots=True)
class Remedy:
    """Where something is dealt with: the word of a place, and what to show there."""

    place: str
    show: Mapping[str, Shown] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One planning rule that is broken; `piece` and `person` are public ids of what it is about."""

    rule: Rule
    text: str
    """One sentence that says all of it."""
    subject: str
    detail: str
    """The same in two parts: what it is about, and what is wrong with that."""
    remedy: Remedy
    about: str = ""
    """What it is muted by; the same finding has the same text here tomorrow. Empty where a rule has but one."""
    piece: str | None = None
    person: str | None = None
    day: date | None = None
    """The day that matters, where one does."""
    word: str = ""
    """The rule in a word, where a better one is known than that of the rule."""
    mute: Mute | None = None

    @property
    def muted_until(self) -> date | None:
        """The day on which it comes back; None while nothing silences it."""
        return self.mute.until if self.mute else None


def is_silent(mute: Mute, today: date) -> bool:
    """Tell whether a mute still holds: on its day the rule is back."""
    return mute.until > today


def muted(findings: Iterable[Finding], mutes: Iterable[Mute], today: date) -> list[Finding]:
    """Return findings with the mute that silences each, the one that ends last where there are several."""
    longest: dict[tuple[str, str], Mute] = {}
    for mute in sorted(mutes, key=lambda one: one.until):
        if is_silent(mute, today):
            longest[mute.name, mute.about] = mute
    return [replace(one, mute=found) if (found := _mute_of(one, longest)) else one for one in findings]


def _mute_of(finding: Finding, longest: Mapping[tuple[str, str], Mute]) -> Mute | None:
    own, whole = longest.get((finding.rule, finding.about)), longest.get((finding.rule, ""))
    return max((one for one in (own, whole) if one), key=lambda one: one.until, default=None)


def by_rule(findings: Iterable[Finding]) -> dict[Rule, list[Finding]]:
    """Return findings by their rule, rules and findings in order."""
    found: dict[Rule, list[Finding]] = {}
    for one in findings:
        found.setdefault(one.rule, []).append(one)
    return {rule: found[rule] for rule in Rule if rule in found}


def foremost(findings: Iterable[Finding], most: int, of_a_rule: int = 2) -> list[Finding]:
    """Return at most so many findings to look at first: a few of each rule, then the rest, in the order of rules."""
    listed = [(place, one) for of in by_rule(findings).values() for place, one in enumerate(of)]
    chosen = sorted(listed, key=lambda pair: pair[0] >= of_a_rule)[:most]
    order = list(Rule)
    return [one for _place, one in sorted(chosen, key=lambda pair: (order.index(pair[1].rule), pair[0]))]
