"""The proposed plan: which idea goes into which open place of a period, what it would change, and applying it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from editorial.domain.counting import KindCounts, counting
from editorial.domain.coverage import Coverage, coverage
from editorial.domain.period import Period
from editorial.domain.plan import (
    GAP_POINTS,
    Expert,
    Gap,
    Opening,
    Placement,
    PlanIdea,
    PlannedPiece,
    Planning,
    Proposal,
    month_first,
)
from editorial.domain.plan_effect import PlanEffect, PlanGround
from editorial.domain.plan_proposal import proposal
from editorial.domain.ranking import FactoredIdea, ranked, set_weights
from editorial.domain.records import Lists
from editorial.errors import RuleBroken
from editorial.language import _, ngettext
from editorial.services.labels import shortened
from editorial.services.ranking import factored
from editorial.services.slots import fill_all, occurrences
from editorial.store import figures
from editorial.store import plan as stored
from editorial.store.counting import Scope, scope_of
from editorial.store.entries import entries_between, entries_of, idea_entries
from editorial.store.experts import experts_of
from editorial.store.importing import Connection
from editorial.store.lists import read_lists, read_people
from editorial.store.workspace import Workspace

__all__ = ["PlanEffect", "Proposal", "apply", "effect", "ground", "planning", "propose"]

TIME_LIMIT = 10.0
"""Seconds."""
_NO_PINS: Mapping[int, date] = MappingProxyType({})


def propose(
    workspace: Workspace,
    period: Period,
    *,
    today: date,
    time_limit: float = TIME_LIMIT,
    pins: Mapping[int, date] = _NO_PINS,
    leave_out: Collection[int] = (),
    progress: Callable[[str, float], None] | None = None,
) -> Proposal:
    """Return a plan for the open places of a period; nothing is written.

    `pins` hold pieces to days, and the ideas of `leave_out` are not placed. `progress(text, fraction)` is told how the
    search goes and may raise Cancelled.
    """
    asked = planning(workspace, period, today=today, pins=pins, leave_out=leave_out)
    return proposal(asked, time_limit=time_limit, progress=None if progress is None else _told(progress))


def _told(progress: Callable[[str, float], None]) -> Callable[[float, float | None], None]:
    def tell(share: float, gap: float | None) -> None:
        text = _("Looking for the best plan")
        if gap is not None:
            text = _("A plan within {gap:.1f} % of the best there can be").format(gap=100 * gap)
        progress(text, share)

    return tell


def planning(
    workspace: Workspace,
    period: Period,
    *,
    today: date,
    pins: Mapping[int, date] = _NO_PINS,
    leave_out: Collection[int] = (),
) -> Planning:
    """Read everything a plan for a period is made from."""
    openings = _openings(workspace, period, today)
    with workspace.read() as connection:
        lists = read_lists(connection)
        scope = scope_of(period, lists)
        cells = coverage(period, lists, figures.planned(connection, scope), stock=figures.stock(connection, scope))
        planned = _planned(connection, scope, lists)
        kinds = _kinds(figures.kinds(connection, scope).values())
        asked = experts_of(connection)
        experts = _experts(connection, period)
    ideas = factored(workspace, period, today=today, lists=lists).ideas
    people = {piece: tuple(one.person_id for one in of) for piece, of in asked.items()}
    return Planning(
        period=period,
        today=today,
        lists=lists,
        openings=openings,
        ideas=tuple(idea for idea in _ideas(period, ideas, lists, people) if idea.id not in leave_out),
        planned=planned,
        gaps=_gaps(cells),
        experts=experts,
        kinds=kinds,
        pins=pins,
    )


def _openings(workspace: Workspace, period: Period, today: date) -> tuple[Opening, ...]:
    """Return the open places from today on; timely ones are left for what comes up."""
    first = max(period.first, today)
    found = occurrences(workspace, first, period.last) if first <= period.last else ()
    return tuple(
        Opening(
            slot_id=one.slot.id,
            slot=one.slot.name,
            day=one.day,
            format_id=one.slot.format_id,
            channel_id=one.slot.channel_id,
            kind=one.slot.kind,
        )
        for one in found
        if one.open and not one.slot.timely
    )


def _ideas(
    period: Period, ideas: tuple[FactoredIdea, ...], lists: Lists, experts: Mapping[int, tuple[int, ...]]
) -> tuple[PlanIdea, ...]:
    """Return the ideas with their scores; gap and rotation are left out, as the plan itself sees to both."""
    weights = {**set_weights(lists.settings), "gap": Decimal(0), "rotation": Decimal(0)}
    scores = {one.entry.id: one.score for one in ranked(period, ideas, weights).ideas}
    alive = {key for key, interest in lists.interests.items() if not interest.retired}
    return tuple(
        PlanIdea(
            id=entry.id,
            uid=entry.uid,
            title=entry.title,
            score=scores.get(entry.id, 0.0),
            kind=entry.kind,
            stage_id=entry.stage_id,
            segment_ids=entry.segment_ids,
            interest_id=entry.interest_id if entry.interest_id in alive else None,
            format_id=entry.format_id,
            channel_id=entry.channel_id,
            expert_ids=experts.get(entry.id, ()),
            stale_on=stale_on,
        )
        for entry, stale_on in sorted(((idea.entry, idea.stale_on) for idea in ideas), key=lambda each: each[0].id)
    )


def _planned(connection: Connection, scope: Scope, lists: Lists) -> tuple[PlannedPiece, ...]:
    alive = [key for key, interest in lists.interests.items() if not interest.retired]
    before, after = stored.beside(connection, scope, alive)
    within = [use.piece_id for use in figures.interest_uses(connection, scope, None) if use.interest_id in alive]
    ids = [piece for piece in (before, *within, after) if piece is not None]
    return tuple(
        PlannedPiece(
            id=entry.id,
            title=entry.title,
            day=entry.day,
            interest_id=entry.interest_id,
            segment_ids=entry.segment_ids,
        )
        for entry in entries_of(connection, ids)
        if entry.day is not None and entry.interest_id is not None
    )


def _gaps(cells: Coverage) -> tuple[Gap, ...]:
    """Return the cells below target with what a piece in each closes, the largest severity being worth 100 points."""
    largest = max((cell.severity for cell in cells.gaps), default=Fraction(0))
    return tuple(
        Gap(
            segment_id=cell.segment.id,
            stage_id=cell.stage.id,
            planned=cell.planned,
            target=cell.target,
            in_stock=cell.in_stock,
            points=float(GAP_POINTS * cell.severity / (cell.target - cell.planned) / largest),
        )
        for cell in cells.gaps
        if cell.severity
    )


def _kinds(rows: Iterable[KindCounts]) -> KindCounts:
    counted = list(rows)
    return KindCounts(
        sum(row.aspirational for row in counted),
        sum(row.practical for row in counted),
        sum(row.untagged for row in counted),
    )


def _experts(connection: Connection, period: Period) -> dict[int, Expert]:
    asked = stored.interviews(connection, month_first(period.first), _month_last(period.last))
    return {
        person.id: Expert(
            id=person.id,
            name=person.name,
            capacity=person.interviews_a_month,
            interviews=asked.get(person.id, {}),
            away=person.away,
        )
        for person in read_people(connection)
    }


def _month_last(day: date) -> date:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def ground(workspace: Workspace, period: Period) -> PlanGround:
    """Read what the figures before and after a proposal are computed from; any choice of placements needs no more."""
    with workspace.read() as connection:
        lists = read_lists(connection)
        scope = scope_of(period, lists)
        return PlanGround(
            period=period,
            lists=lists,
            counting=tuple(counting(entries_between(connection, period.first, period.last), lists, period)),
            ideas={entry.id: entry for entry in idea_entries(connection)},
            stock=figures.stock(connection, scope),
            earlier=figures.last_uses(connection, scope, None),
        )


def effect(workspace: Workspace, proposed: Proposal, chosen: Collection[int] | None = None) -> PlanEffect:
    """Return mix, coverage and rotation without and with a proposal, or with the chosen pieces of it."""
    return ground(workspace, proposed.period).effect(_chosen(proposed, chosen))


def apply(workspace: Workspace, proposed: Proposal, chosen: Collection[int] | None = None) -> int:
    """Put the proposed pieces, or the chosen ones, into their places as one change; return how many.

    Each gets its day and slot, and the format, channel and kind of the slot. Raises RuleBroken where a place was filled
    or a piece got a date since; then nothing is written.
    """
    placements = _chosen(proposed, chosen)
    if not placements:
        raise RuleBroken(_("There is nothing to apply: no placement is chosen."))
    _refuse_dated(workspace, placements)
    said = ngettext("Plan {n} piece for {period}", "Plan {n} pieces for {period}", len(placements))
    fill_all(
        workspace,
        [(each.idea.id, each.opening.slot_id, each.opening.day) for each in placements],
        said.format(n=len(placements), period=proposed.period.name),
    )
    return len(placements)


def _chosen(proposed: Proposal, chosen: Collection[int] | None) -> tuple[Placement, ...]:
    return proposed.placements if chosen is None else proposed.only(chosen)


def _refuse_dated(workspace: Workspace, placements: Collection[Placement]) -> None:
    with workspace.read() as connection:
        ideas = {entry.id for entry in idea_entries(connection)}
    for each in placements:
        if each.idea.id not in ideas:
            raise RuleBroken(
                _("{title} is no longer an idea without a date. Propose a plan again.").format(
                    title=shortened(each.idea.title)
                )
            )
