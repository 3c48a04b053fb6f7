"""What tests of files share."""

from collections.abc import Callable
from typing import Any

import pytest

from editorial.services import lists, pieces
from editorial.services.workspaces import Workspace
from tests.builders import named
from tests.packs import QUARTER, fill


@pytest.fixture
def crowd() -> Callable[[Workspace], None]:
    """Fill a workspace with more stages and segments than fit side by side."""

    def make(workspace: Workspace) -> None:
        fill(workspace, 20)
        for number in range(10):
            lists.add(workspace, "stage", f"Stage of deliberation {number}", question="Why now? " * 20)
            lists.add(workspace, "segment", f"Segment with a rather long name {number}")

    return make


@pytest.fixture
def endless() -> Callable[[Workspace], None]:
    """Fill a workspace with names and texts longer than a page."""

    def make(workspace: Workspace) -> None:
        fill(workspace, 4)
        lists.update_settings(workspace, name="W" * 300)
        segment = lists.add(workspace, "segment", "S" * 250, archetype="word " * 500)
        texts = {"question": "Q" * 2000, "definition": "d " * 3000, "signal": "s " * 2000}
        stage = lists.add(workspace, "stage", "Stage" * 40, **texts)
        fields: dict[str, Any] = {"stage_id": stage, "segment_ids": (segment,), "notes": "n " * 3000}
        for title in ("long " * 1000, "Z" * 3000):
            pieces.create(workspace, title, stage_id=stage)
            pieces.create(workspace, title, planned=QUARTER.last, **fields)
            out = {"published_on": QUARTER.first, "status_id": named(workspace, "status", "Published")}
            pieces.create(workspace, title, url="https://a.example/" + "x" * 900, **fields, **out)

    return make
