"""Ranking ideas by score: what the factors are read from, and the order by any weights."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from editorial.domain import ranking as rules
from editorial.domain.counting import KindCounts
from editorial.domain.coverage import coverage
from editorial.domain.ideas import is_idea
from editorial.domain.mix import mix_of
from editorial.domain.parking import is_parked
from editorial.domain.period import Period
from editorial.domain.ranking import FactoredIdea, IdeaFacts, Ranking, Standing
from editorial.domain.records import Entry, Lists
from editorial.domain.rotation import rotation
from editorial.store import figures
from editorial.store import ranking as stored
from editorial.store.counting import scope_of
from editorial.store.entries import idea_entries
from editorial.store.importing import Connection
from editorial.store.lists import read_lists
from editorial.store.workspace import Workspace

__all__ = ["FactoredIdeas", "factored", "rank"]


@dataclass(frozen=True, slots=True)
class FactoredIdeas:
    """The unparked ideas with their factors: read once, scored anew by `by` whenever a weight moves."""

    period: Period
    ideas: tuple[FactoredIdea, ...]

    def by(self, weights: Mapping[str, Decimal]) -> Ranking:
        """Return the ideas ranked by these weights; nothing is read."""
        return rules.ranked(self.period, self.ideas, weights)


def rank(
    workspace: Workspace,
    period: Period,
    *,
    today: date,
    weights: Mapping[str, Decimal] | None = None,
    lists: Lists | None = None,
) -> Ranking:
    """Return the unparked ideas by score, best first; by the workspace's own weights unless others are given."""
    with workspace.read() as connection:
        lists = lists or read_lists(connection)
    found = factored(workspace, period, today=today, lists=lists)
    return found.by(rules.set_weights(lists.settings) if weights is None else weights)


def factored(workspace: Workspace, period: Period, *, today: date, lists: Lists | None = None) -> FactoredIdeas:
    """Read every unparked idea with its factors for the period."""
    with workspace.read() as connection:
        lists = lists or read_lists(connection)
        facts = _facts(connection, period, lists, today)
        standing = _standing(connection, period, lists)
    return FactoredIdeas(period, rules.factored(facts, lists, standing, today))


def _facts(connection: Connection, period: Period, lists: Lists, today: date) -> list[IdeaFacts]:
    days, pulls, grounded = stored.idea_days(connection), stored.pulls(connection), stored.grounded(connection)
    experts = _expert_factors(connection, period, today)

    def fact(entry: Entry) -> IdeaFacts:
        stale_on, _parked = days.get(entry.id, (None, None))
        return IdeaFacts(entry, stale_on, pulls[entry.id], experts.get(entry.id, 0.0), entry.id not in grounded)

    return [
        fact(entry)
        for entry in idea_entries(connection)
        if is_idea(entry, lists) and not is_parked(days.get(entry.id, (None, None))[1], today)
    ]


def _expert_factors(connection: Connection, period: Period, today: date) -> dict[int, float]:
    """Return the expert factor of each piece that has an expert."""
    capacities, months = stored.capacities(connection), rules.months_left(period, today)
    asked = stored.interviews_by_month(connection, months[0], period.last)

    def has_room(person_id: int) -> bool:
        return rules.has_room(capacities.get(person_id), asked.get(person_id, Counter()), months)

    states = stored.expert_states(connection, has_room)
    return {piece: rules.expert_factor(experts) for piece, experts in states.items()}


def _standing(connection: Connection, period: Period, lists: Lists) -> Standing:
    scope = scope_of(period, lists)
    counts = figures.planned(connection, scope)
    cells = coverage(period, lists, counts, stock=figures.stock(connection, scope)).cells
    uses = figures.interest_uses(connection, scope, None)
    turns = rotation(period, lists.interests, uses, ahead=0).interests
    return Standing(
        severities={key: cell.severity for key, cell in cells.items() if cell.severity},
        # One more piece: every interest is owed its weight besides its deficit.
        deficits={turn.interest.id: turn.deficit + turn.weight for turn in turns},
        scarce=mix_of(_kinds(figures.kinds(connection, scope).values()), lists.settings).scarce,
    )


def _kinds(rows: Iterable[KindCounts]) -> KindCounts:
    counted = list(rows)
    return KindCounts(sum(row.aspirational for row in counted), sum(row.practical for row in counted))
