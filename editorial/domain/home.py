"""Home: what needs action in three short lists, what is now and what is next, and what happens this week."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from editorial.domain.finding_words import level_of_rule, rule_word
from editorial.domain.findings import Finding, Group, Remedy, foremost
from editorial.domain.period import Period
from editorial.domain.records import Entry

SHOWN = 6
"""The most lines of a short list."""
FOR_TODAY = 3
"""How many of them what is due today may take from what is late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: what it is about, what there is to know, a word for it, and the way to deal with it."""

    title: str
    detail: str
    word: str = ""
    level: str = ""
    """`bad`, `warning`, `good` or empty."""
    remedy: Remedy
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class ShortList:
    """The first lines of a list, and how many are left out; `also` are all its lines that are no findings."""

    lines: tuple[Line, ...] = ()
    more: int = 0
    also: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day of the week with what happens on it; `name` is that of a holiday or closed day, themes and events."""

    day: date
    names: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Home:
    """What is seen on coming in; `now` are practical pieces, `next` aspirational ones, both the soonest first."""

    today: date
    period: Period
    late: ShortList
    gaps: ShortList
    waiting: ShortList
    now: tuple[Entry, ...]
    next: tuple[Entry, ...]
    week: tuple[WeekDay, ...]
    findings: int
    """How many findings are not muted."""

    def of(self, group: Group) -> ShortList:
        """Return one of the three lists."""
        return {Group.LATE: self.late, Group.GAPS: self.gaps, Group.WAITING: self.waiting}[group]


def line_of(finding: Finding) -> Line:
    """Return a finding as a line."""
    return Line(
        title=finding.subject,
        detail=finding.detail,
        word=rule_word(finding),
        level=level_of_rule(finding.rule),
        remedy=finding.remedy,
        finding=finding,
    )


def short_list(group: Group, findings: Iterable[Finding], also: Sequence[Line] = ()) -> ShortList:
    """Return the findings of a list that are not muted, and the lines beside them, cut to what is seen at once.

    What stands beside them has room for a few lines, the rest of which it leaves to findings and the other way round.
    """
    loud = [one for one in findings if one.rule.group is group and one.mute is None]
    kept = also[: max(FOR_TODAY, SHOWN - len(loud))]
    chosen = [line_of(one) for one in foremost(loud, SHOWN - len(kept))]
    return ShortList((*chosen, *kept), len(loud) + len(also) - len(chosen) - len(kept), tuple(also))
