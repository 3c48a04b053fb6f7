"""Sets of weights for the ranking: kept under a name, and the workspace's own."""

from collections.abc import Mapping
from decimal import Decimal

from editorial.domain.planning_records import WeightSet
from editorial.domain.ranking import full_weights
from editorial.services import lists
from editorial.store.lists import read_list
from editorial.store.workspace import Workspace

KIND = "weight_set"


def read_sets(workspace: Workspace) -> dict[int, WeightSet]:
    """Return the sets by id, in their order."""
    with workspace.read() as connection:
        return read_list(connection, KIND)


def save_new(workspace: Workspace, name: str, weights: Mapping[str, Decimal]) -> int:
    """Keep weights under a new name and return the set's id. Raises RuleBroken for a name that is taken."""
    return lists.add(workspace, KIND, name, weights=full_weights(weights))


def save(workspace: Workspace, set_id: int, weights: Mapping[str, Decimal]) -> None:
    """Give a set other weights."""
    lists.edit(workspace, KIND, set_id, weights=full_weights(weights))


def keep_as_own(workspace: Workspace, weights: Mapping[str, Decimal]) -> None:
    """Make weights the workspace's own: what the window and the command line rank by."""
    lists.update_settings(workspace, ranking_weights=full_weights(weights))
