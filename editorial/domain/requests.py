"""Requests from outside the plan: what comes in names what leaves (the swap rule), and the reply that says so."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from editorial.domain.moves import why_not_move
from editorial.domain.period import Period
from editorial.domain.planning_records import Request
from editorial.domain.records import Entry, Lists
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary import Phase
from editorial.language import _, ngettext


@dataclass(frozen=True, slots=True)
class Leaving:
    """A planned piece that could leave for a request, and why just this one."""

    entry: Entry
    reason: str


def why_not_accept(period: Period, leaves: Entry | None, *, room: bool) -> str | None:
    """Return why a request cannot come into a period, or None: it needs open timely room, or a piece that leaves."""
    if leaves is None:
        return (
            None if room else _("Say what leaves the plan if this comes in: there is no open timely slot on that day.")
        )
    if reason := why_not_move(leaves):
        return reason
    if leaves.day is None or leaves.day not in period:
        return _("What leaves must be planned in {period}, where the request comes in.").format(period=period.name)
    return None


def leavings(
    request: Request,
    entries: Iterable[Entry],
    lists: Lists,
    *,
    heavy: Collection[tuple[int, int]],
    today: date,
) -> tuple[Leaving, ...]:
    """Return what could leave for a request, the least missed first.

    `entries` count in the period; `heavy` holds its cells with more than twice their target. Pieces of a heavy cell
    come first, then those of the request's own cell, then the others; ideas that were only pencilled in before what is
    in production; published and ready ones, and what has a day before today, never leave.
    """
    staying = {Phase.PUBLISHED, Phase.READY}
    free = [
        entry
        for entry in entries
        if not entry.published
        and entry.day is not None
        and entry.day >= today
        and lists.phase(entry.status_id) not in staying
    ]
    ranked = sorted((_missed(entry, request, lists, heavy), order, entry) for order, entry in _numbered(free))
    return tuple(Leaving(entry, _reason(missed[0])) for missed, _order, entry in ranked)


def _numbered(entries: list[Entry]) -> Iterable[tuple[int, Entry]]:
    return ((-order, entry) for order, entry in enumerate(entries))


def _missed(entry: Entry, request: Request, lists: Lists, heavy: Collection[tuple[int, int]]) -> tuple[int, bool]:
    of = {(segment, entry.stage_id) for segment in entry.segment_ids}
    begun = lists.phase(entry.status_id) is not Phase.IDEA
    if of & set(heavy):
        return 0, begun
    return (1 if (request.segment_id, request.stage_id) in of else 2), begun


def _reason(rank: int) -> str:
    words = {0: _("its cell has more than it needs"), 1: _("it serves the same readers at the same stage")}
    return words.get(rank, _("it is planned in the same period"))


def reply_text(
    request: Request,
    lists: Lists,
    *,
    day: date | None,
    leaves: Entry | None,
    others: Iterable[Entry],
    mix: str,
    titles: Mapping[int, str],
) -> str:
    """Return a reply to who asked: what happens to the request, and the agreed plan that it meets.

    `day` is where it comes in, None where it is declined; `others` stand on the day that was wanted; `mix` is the mix
    of the period in a sentence, with what comes in and without what leaves.
    """
    who = lists.people.get(request.person_id or 0) or request.asked_by
    lines = [_("Dear {name},").format(name=who) if who else _("Hello,"), ""]
    lines += [_decision(request, day, leaves, titles)]
    lines += [said for said in (_stage(request, lists), _on_that_day(request, day, others), mix) if said]
    return "\n".join(lines)


def _decision(request: Request, day: date | None, leaves: Entry | None, titles: Mapping[int, str]) -> str:
    if day is None:
        return _("“{name}” does not come into the plan now.").format(name=request.name)
    said = _("“{name}” comes into the plan on {day}.").format(name=request.name, day=spoken_day(day))
    if leaves is None:
        return said + " " + _("It takes a place that was kept for timely work, so nothing has to leave.")
    return (
        said
        + " "
        + _("For it “{title}” leaves the plan and goes back to the ideas.").format(
            title=titles.get(leaves.id, leaves.title)
        )
    )


def _stage(request: Request, lists: Lists) -> str:
    stage = lists.stages.get(request.stage_id or 0)
    if stage is None:
        return ""
    said = _("It speaks to buyers at the stage {stage}.").format(stage=stage.name)
    return f"{said} {_('Their question there: {question}').format(question=stage.question)}" if stage.question else said


def _on_that_day(request: Request, day: date | None, others: Iterable[Entry]) -> str:
    wanted = day or request.wanted_on
    named = [entry.title for entry in others]
    if wanted is None or not named:
        return ""
    said = ngettext("On {day} the plan also has {titles}.", "On {day} the plan also has {titles}.", len(named))
    return said.format(day=spoken_day(wanted), titles=", ".join(f"“{title}”" for title in named))
