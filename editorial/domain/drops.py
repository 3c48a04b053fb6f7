"""What a drop on a day would do, said while dragging: the mix after, a repeat made, no working day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from editorial.domain.counting import counting, kind_counts
from editorial.domain.mix import Mix, mix_of
from editorial.domain.moves import moved, not_working, why_not_move
from editorial.domain.period import Period, quarter_of
from editorial.domain.records import Entry, Lists
from editorial.domain.rotation import is_repeat, uses
from editorial.domain.spoken import percent, rest_percent
from editorial.domain.workdays import WorkCalendar
from editorial.language import _


@dataclass(frozen=True, slots=True)
class MadeRepeat:
    """A repeat that the drop would make: the piece dropped and its neighbour on the same interest."""

    dropped_id: int
    neighbour: Entry
    interest: str


@dataclass(frozen=True, slots=True)
class DropEffect:
    """What the fiscal quarter of the day would look like after the drop."""

    day: date
    quarter: Period
    mix: Mix
    repeats: tuple[MadeRepeat, ...]
    not_working: str | None
    why_not: str | None
    """Why the drop is refused altogether, or None."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The effect in words: the refusal alone, or mix, repeats and working day."""
        if self.why_not:
            return (self.why_not,)
        said = [mix_after(self.mix), *map(repeat_sentence, self.repeats)]
        return (*said, not_working(self.day, self.not_working)) if self.not_working else tuple(said)


def drop_effect(
    dropped: Sequence[Entry], day: date, around: Iterable[Entry], lists: Lists, calendar: WorkCalendar
) -> DropEffect:
    """Return what putting pieces on a day would do.

    `around` are the entries of the fiscal quarter of the day, those dropped among them or not.
    """
    quarter = quarter_of(day, lists.settings)
    ids = {entry.id for entry in dropped}
    after = [moved(entry, day, lists.settings) for entry in dropped]
    there = counting([*(entry for entry in around if entry.id not in ids), *after], lists, quarter)
    refused = (why_not_move(entry) for entry in dropped if entry.day != day)
    return DropEffect(
        day=day,
        quarter=quarter,
        mix=mix_of(kind_counts(there), lists.settings),
        repeats=_repeats_made(there, ids, lists),
        not_working=calendar.why_not(day),
        why_not=next((why for why in refused if why), None),
    )


def _repeats_made(there: Sequence[Entry], ids: set[int], lists: Lists) -> tuple[MadeRepeat, ...]:
    entries = {entry.id: entry for entry in there}
    made = []
    for one, two in pairwise(uses(there, lists.interests)):
        if is_repeat(one, two) and (one.piece_id in ids or two.piece_id in ids):
            dropped, other = (one, two) if one.piece_id in ids else (two, one)
            name = lists.interests[one.interest_id].name
            made.append(MadeRepeat(dropped.piece_id, entries[other.piece_id], name))
    return tuple(made)


def mix_after(mix: Mix) -> str:
    """Say in a few words what the mix of the quarter would be."""
    if mix.share is None:
        return _("The mix has no share: no piece has a kind.")
    said = _("Mix after: {aspirational} aspirational, {practical} practical.")
    return said.format(aspirational=percent(mix.share), practical=rest_percent(mix.share))


def repeat_sentence(repeat: MadeRepeat) -> str:
    """Say which piece a drop would repeat the interest of."""
    return _("It repeats {interest} beside “{title}”.").format(interest=repeat.interest, title=repeat.neighbour.title)
