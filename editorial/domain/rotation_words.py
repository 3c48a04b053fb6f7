"""Rotation said in sentences: what is next, what is overdue, what repeats."""

from collections.abc import Mapping

from editorial.domain.records import Entry
from editorial.domain.rotation import InterestTurn, Repeat, Rotation
from editorial.domain.spoken import spoken_day
from editorial.language import _, ngettext


def next_sentence(rotation: Rotation, names: int = 3) -> str:
    """Say which interests come next, at most so many of them."""
    if not rotation.next:
        return _("There are no interests to take turns.")
    return _("Next: {names}.").format(names=" → ".join(interest.name for interest in rotation.next[:names]))


def overdue_sentence(turn: InterestTurn) -> str:
    """Say for how long an interest was not used, against the longest gap; empty while it is not overdue."""
    if not turn.overdue:
        return ""
    days = ngettext("{n} day", "{n} days", turn.days_unused).format(n=turn.days_unused)
    said = {"interest": turn.interest.name, "days": days, "most": turn.interest.longest_gap}
    if turn.last is None:
        return _("{interest} is overdue: not used at all for {days}, at most {most} are wanted.").format(**said)
    return _("{interest} is overdue: last used on {last}, {days} before; at most {most} are wanted.").format(
        last=spoken_day(turn.last), **said
    )


def repeated_sentence(repeat: Repeat, entries: Mapping[int, Entry]) -> str:
    """Say which two pieces follow each other on one interest; `entries` by id."""
    return _("“{second}” follows “{first}” on {interest}.").format(
        first=entries[repeat.first_id].title, second=entries[repeat.second_id].title, interest=repeat.interest.name
    )
