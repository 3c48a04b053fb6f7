"""What the table of interests shows, row by row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from editorial.domain.arrange import week_starts
from editorial.domain.period import Period
from editorial.domain.records import Entry, Interest, Lists
from editorial.domain.rotation import InterestTurn, Rotation
from editorial.domain.spoken import percent, spoken_day
from editorial.language import _, ngettext


@dataclass(frozen=True, slots=True)
class InterestRow:
    """One interest in a period; a retired one has no turn."""

    interest: Interest
    turn: InterestTurn | None
    weeks: tuple[int, ...]
    """How many pieces use it in each week of the period."""

    @property
    def state(self) -> str:
        """Overdue, due or nothing, in words."""
        if self.turn is None:
            return _("retired")
        if self.turn.overdue:
            return _("overdue")
        return _("due") if self.turn.deficit >= 1 else ""


def interest_rows(rotation: Rotation, lists: Lists, entries: Iterable[Entry]) -> list[InterestRow]:
    """Return the rows in the order of the list, the retired ones last."""
    weeks = week_starts(rotation.period, lists.settings)
    turns = {turn.interest.id: turn for turn in rotation.interests}
    used = _used_by_week(entries, rotation.period, weeks)
    rows = [
        InterestRow(interest, turns.get(interest.id), tuple(used.get((interest.id, w), 0) for w in range(len(weeks))))
        for interest in lists.interests.values()
    ]
    return sorted(rows, key=lambda row: row.turn is None)


def _used_by_week(entries: Iterable[Entry], period: Period, weeks: Sequence[date]) -> dict[tuple[int, int], int]:
    used: dict[tuple[int, int], int] = {}
    for entry in entries:
        if entry.day is None or entry.interest_id is None or entry.day not in period:
            continue
        week = sum(start <= entry.day for start in weeks) - 1
        key = entry.interest_id, max(0, week)
        used[key] = used.get(key, 0) + 1
    return used


def signed(value: Fraction) -> str:
    """Return a deficit with its sign and one decimal: +1.5."""
    return f"{float(value):+.1f}".replace("-", "−") if value else "0"


def told(row: InterestRow) -> str:
    """Say the whole row in a sentence."""
    if row.turn is None:
        return _("{name}: retired.").format(name=row.interest.name)
    turn = row.turn
    used = ngettext("{n} piece", "{n} pieces", turn.count).format(n=turn.count)
    last = spoken_day(turn.last) if turn.last else _("never")
    said = _("{name}: weight {share}, {used}, fair share {fair}, deficit {deficit}, last used {last}. {state}")
    return said.format(
        name=row.interest.name,
        share=percent(turn.weight),
        used=used,
        fair=f"{float(turn.fair_share):.1f}",
        deficit=signed(turn.deficit),
        last=last,
        state=row.state,
    ).strip()
