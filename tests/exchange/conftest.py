"""What tests of files share."""

from collections.abc import Callable

import pytest

from editorial.services import lists
from editorial.services.workspaces import Workspace
from tests.packs import fill


@pytest.fixture
def crowd() -> Callable[[Workspace], None]:
    """Fill a workspace with more stages and segments than fit side by side."""

    def make(workspace: Workspace) -> None:
        fill(workspace, 20)
        for number in range(10):
            lists.add(workspace, "stage", f"Stage of deliberation {number}", question="Why now? " * 20)
            lists.add(workspace, "segment", f"Segment with a rather long name {number}")

    return make
