"""The proposed plan in words: why an idea stands in its place, why a place stays open, what could not be held."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from editorial.domain.counting import Cell
from editorial.domain.mix import mix_of
from editorial.domain.mix_words import shares_sentence
from editorial.domain.plan import BrokenRule, Expert, Opening, OpenPlace, Placement, Planning, Proposal
from editorial.domain.plan_fits import Obstacle, day_off, obstacle
from editorial.domain.plan_model import Solution
from editorial.domain.plan_rivals import Rival, Standing, cells_of, with_kinds
from editorial.domain.spoken import month_name, spoken_day
from editorial.language import _, ngettext

_HIDDEN = "…"
"""Stands for every title when two reasons are compared."""
Titled = Callable[[str], str]


def placements(planning: Planning, solution: Solution) -> tuple[Placement, ...]:
    """Return the placements of a solution, by place, each with the cells it closes and its points, without reasons."""
    taken = sorted(solution.taken, key=lambda fit: fit.opening)
    filled: Counter[Cell] = Counter()
    found: list[Placement] = []
    for fit in taken:
        idea, opening = planning.ideas[fit.idea], planning.openings[fit.opening]
        closes: list[Cell] = []
        for cell in cells_of(idea):
            gap = planning.gap_of.get(cell)
            filled[cell] += 1
            if gap is not None and filled[cell] <= gap.room:
                closes.append(cell)
        closes.sort(key=lambda cell: -planning.gap_of[cell].points)
        points = idea.score + sum(planning.gap_of[cell].points for cell in closes)
        pinned = planning.pins.get(idea.id) == opening.day
        found.append(Placement(idea=idea, opening=opening, closes=tuple(closes), points=points, pinned=pinned))
    return tuple(found)


def reasoned(standing: Standing) -> tuple[Placement, ...]:
    """Return the placements with their reasons; no two reasons differ by titles only."""
    seen: set[str] = set()
    found: list[Placement] = []
    filled: Counter[Cell] = Counter()
    for each in standing.placements:
        filled.update(cells_of(each.idea))
        rival = standing.rival(each.opening, each.idea)
        said = _reason(standing, each, rival, filled, _quoted)
        alike = _reason(standing, each, rival, filled, _hidden)
        if alike in seen:
            place = _place(each.opening)
            said, alike = f"{place} {said}", f"{place} {alike}"
        if alike in seen:
            turn = _("Placement {n} of this plan.").format(n=len(found) + 1)
            said, alike = f"{turn} {said}", f"{turn} {alike}"
        seen.add(alike)
        found.append(replace(each, reason=said))
    return tuple(found)


def _place(opening: Opening) -> str:
    return _("{slot} on {day}:").format(slot=opening.slot, day=spoken_day(opening.day))


def _quoted(title: str) -> str:
    return "“{}”".format(" ".join(title.split()))


def _hidden(_title: str) -> str:
    return _HIDDEN


def _reason(standing: Standing, each: Placement, rival: Rival | None, filled: Counter[Cell], titled: Titled) -> str:
    served = _served(standing, each, filled)
    score = _("Score {score}.").format(score=_number(each.idea.score))
    pin = [_("Pinned to this day.")] if each.pinned else []
    lost = _("No other idea was left.") if rival is None else _lost(standing.planning, each, rival, titled)
    return " ".join((*pin, served, score, lost))


def _served(standing: Standing, each: Placement, filled: Counter[Cell]) -> str:
    """Name the cell or the interest a placement serves."""
    if each.closes:
        cell = each.closes[0]
        gap = standing.planning.gap_of[cell]
        said = (
            _("Closes {cell}: {n} of {target}, with nothing in stock.")
            if not gap.in_stock
            else _("Closes {cell}: {n} of {target}.")
        )
        closed = said.format(cell=cell_name(standing.planning, cell), n=gap.planned + filled[cell], target=gap.target)
        more = len(each.closes) - 1
        return (
            closed
            if not more
            else closed + " " + ngettext("And {n} cell more.", "And {n} cells more.", more).format(n=more)
        )
    if each.idea.interest_id is not None:
        return _interest_served(standing, each)
    cells = cells_of(each.idea)
    if cells:
        return _("Adds to {cell}, which has what it needs.").format(cell=cell_name(standing.planning, cells[0]))
    return _("Serves no cell and no interest: it has no tags yet.")


def _interest_served(standing: Standing, each: Placement) -> str:
    interest = standing.planning.lists.interests[each.idea.interest_id or 0].name
    before = [
        day
        for day, those in standing.by_day.items()
        if day < each.opening.day and any(one.interest_id == each.idea.interest_id for one in those)
    ]
    if not before:
        return _("Serves the interest {interest}, not heard before.").format(interest=interest)
    days = (each.opening.day - before[-1]).days
    said = ngettext(
        "Serves the interest {interest}, last heard {n} day before.",
        "Serves the interest {interest}, last heard {n} days before.",
        days,
    )
    return said.format(interest=interest, n=days)


def _lost(planning: Planning, each: Placement, rival: Rival, titled: Titled) -> str:
    title, worth = titled(rival.idea.title), _number(rival.points)
    why = why_not_rival(planning, rival, each.opening, titled, each)
    return _("{title}, worth {points} points, lost: {why}").format(title=title, points=worth, why=why)


def why_not_rival(
    planning: Planning, rival: Rival, opening: Opening, titled: Titled = _quoted, instead: Placement | None = None
) -> str:
    """Return what kept an idea out of a place, as the end of a sentence."""
    if rival.obstacle is Obstacle.REPEAT:
        return _("it would repeat the interest of {title} for the same segment.").format(title=titled(rival.beside))
    if rival.obstacle is Obstacle.MIX:
        return _("its kind would take the mix out of tolerance.")
    if rival.obstacle is Obstacle.POINTS:
        return _lost_on_points(rival, instead)
    return _own_obstacle(planning, rival, opening)


def _lost_on_points(rival: Rival, instead: Placement | None) -> str:
    if instead is None:
        return _("no better plan with it was found.")
    ahead = instead.points - rival.points
    if ahead >= 0.05:
        return _("this one is worth {points} more.").format(points=_number(ahead))
    if ahead > -0.05:
        return _("it is worth the same, and one of the two had to wait.")
    return _("it would be worth more here, but not to the plan as a whole.")


def _own_obstacle(planning: Planning, rival: Rival, opening: Opening) -> str:
    lists, idea = planning.lists, rival.idea
    if rival.obstacle is Obstacle.FORMAT:
        named = lists.formats[idea.format_id or 0].name
        return _("{slot} is not for the format {format}.").format(slot=opening.slot, format=named)
    if rival.obstacle is Obstacle.CHANNEL:
        named = lists.channels[idea.channel_id or 0].name
        return _("{slot} is not for the channel {channel}.").format(slot=opening.slot, channel=named)
    if rival.obstacle is Obstacle.KIND:
        return _("{slot} is for the other kind.").format(slot=opening.slot)
    if rival.obstacle is Obstacle.CLOSED:
        return day_off(planning, opening.day) or ""
    if rival.obstacle is Obstacle.STALE and idea.stale_on is not None:
        return _("it goes stale on {day}.").format(day=spoken_day(idea.stale_on))
    if rival.obstacle is Obstacle.TASKS:
        return _("its first task would have been due before today.")
    if rival.expert is None:
        raise AssertionError(f"no expert stands behind {rival.obstacle}")
    if rival.obstacle is Obstacle.AWAY:
        return _("{expert} is away on {day}.").format(expert=rival.expert.name, day=spoken_day(opening.day))
    return _full_month(rival.expert, opening.day)


def _full_month(expert: Expert, day: date) -> str:
    if not expert.capacity:
        return _("{expert} gives no interviews.").format(expert=expert.name)
    said = ngettext(
        "{expert} gives {n} interview a month, and {month} is full.",
        "{expert} gives {n} interviews a month, and {month} is full.",
        expert.capacity,
    )
    return said.format(expert=expert.name, n=expert.capacity, month=month_name(day.month))


def cell_name(planning: Planning, cell: Cell) -> str:
    """Return a cell as people call it."""
    segment, stage = planning.lists.segments[cell[0]].name, planning.lists.stages[cell[1]].name
    return _("{segment} × {stage}").format(segment=segment, stage=stage)


def _number(points: float) -> str:
    return f"{points:.1f}"


def open_places(standing: Standing) -> tuple[OpenPlace, ...]:
    """Return the places that nothing fills, with the reasons."""
    taken = {each.opening.key for each in standing.placements}
    left = (opening for opening in standing.planning.openings if opening.key not in taken)
    return tuple(OpenPlace(opening=opening, why=_why_open(standing, opening)) for opening in left)


def _why_open(standing: Standing, opening: Opening) -> str:
    planning = standing.planning
    if off := day_off(planning, opening.day):
        return _("Nothing is placed here: {why}").format(why=off)
    if not planning.ideas:
        return _("There is no idea to place.")
    rival = standing.fitting_rival(opening)
    if rival is not None:
        return _("{title} would fit, but {why}").format(
            title=_quoted(rival.idea.title), why=why_not_rival(planning, rival, opening)
        )
    if any(obstacle(planning, idea, opening) is None for idea in planning.ideas):
        return _("Every idea that fits stands in another place.")
    against = Counter(found for idea in planning.ideas if (found := obstacle(planning, idea, opening)))
    return _("No idea fits: {why}").format(why=_nothing_fits(against.most_common(1)[0][0]))


def _nothing_fits(why: Obstacle) -> str:
    return {
        Obstacle.FORMAT: _("most are of another format."),
        Obstacle.CHANNEL: _("most are for another channel."),
        Obstacle.KIND: _("most are of the other kind."),
        Obstacle.STALE: _("most have gone stale by then."),
        Obstacle.TASKS: _("the first task would have been due before today."),
        Obstacle.AWAY: _("the experts are away on that day."),
        Obstacle.CAPACITY: _("the experts have no interview left in that month."),
    }[why]


def broken_rules(standing: Standing, solution: Solution) -> tuple[BrokenRule, ...]:
    """Return a sentence for each constraint that could not be held."""
    planning = standing.planning
    found = [BrokenRule("time", _("The time was too short to look for a good plan; this is any."))] * (
        not solution.found
    )
    found += [BrokenRule("pin", _lost_pin(planning, pin, planning.pins[pin])) for pin in solution.lost_pins]
    if not solution.mix_held:
        counts = with_kinds(planning.kinds, [each.kind for each in standing.placements])
        said = _("The mix could not be held with this backlog: {mix}")
        mix = shares_sentence(mix_of(counts, planning.lists.settings))
        found.append(BrokenRule("mix", said.format(mix=mix)))
    return tuple(found)


def _lost_pin(planning: Planning, piece: int, day: date) -> str:
    idea = planning.idea_of.get(piece)
    if idea is None:
        return _("A pinned piece is no idea that can be placed: it has a date, is parked, or is gone.")
    said = {"title": _quoted(idea.title), "day": spoken_day(day)}
    there = [opening for opening in planning.openings if opening.day == day]
    if not there:
        return _("{title} could not be pinned to {day}: no place is open on that day.").format(**said)
    rivals = list(_pin_obstacles(planning, idea.id, there))
    if len(rivals) == len(there):
        return _("{title} could not be pinned to {day}: {why}").format(**said, why=rivals[0])
    return _("{title} could not be pinned to {day} together with what is planned and pinned there.").format(**said)


def _pin_obstacles(planning: Planning, piece: int, there: list[Opening]) -> Iterator[str]:
    standing = Standing(planning, ())
    for opening in there:
        if obstacle(planning, planning.idea_of[piece], opening) is not None:
            yield why_not_rival(planning, standing.judged(planning.idea_of[piece], opening), opening)


def closeness(proposed: Proposal) -> str:
    """Say how far from the best plan a proposal can be at most, and how long it took."""
    if any(each.rule == "time" for each in proposed.broken):
        return _("How far it is from the best plan is not known; found in {seconds:.1f} s.").format(
            seconds=proposed.seconds
        )
    gap = round(100 * proposed.gap, 2)
    if not gap:
        return _("No plan scores higher; found in {seconds:.1f} s.").format(seconds=proposed.seconds)
    said = _("At most {gap:.2f} % from the best plan; found in {seconds:.1f} s.")
    return said.format(gap=gap, seconds=proposed.seconds)
