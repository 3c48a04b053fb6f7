"""Somebody of whom everything is wanted, and the place on their work."""

from datetime import date, time

import pytest

from editorial.domain.vocabulary import AssignmentRole
from editorial.services import assignments, interviews, lists, pieces, quotes
from editorial.services.workspaces import Workspace
from editorial.ui.my_work.place import MyWorkPlace
from editorial.ui.window import Window
from tests.ui.conftest import TODAY


@pytest.fixture
def elena(workspace: Workspace) -> int:
    """Add Elena, who is asked for two things, owes one two days late, has an interview and a quote to clear."""
    elena = lists.add(workspace, "person", "Elena Ruiz", interviews_a_month=3, email="elena@example.org")
    talk = interviews.plan(workspace, "Robots", today=TODAY, person_ids=(elena,), questions="1. Who owns it?")
    interviews.arrange(workspace, talk, date(2027, 3, 19), time(14))
    for title, due in (("Nine proofs", date(2027, 3, 22)), ("Cost programs", date(2027, 3, 24))):
        assignments.ask(workspace, pieces.create(workspace, title), elena, AssignmentRole.SOURCE, today=TODAY, due=due)
    tariffs, reviewer = pieces.create(workspace, "Tariffs"), AssignmentRole.REVIEWER
    assignments.ask(workspace, tariffs, elena, reviewer, today=TODAY, due=date(2027, 3, 8))
    assignments.accept(workspace, (tariffs, elena, reviewer), today=TODAY)
    quotes.ask(workspace, [quotes.take_down(workspace, "It never did.", person_id=elena)], today=TODAY)
    return elena


@pytest.fixture
def place(window: Window, elena: int) -> MyWorkPlace:
    """My work of Elena, who is nobody the user said to be."""
    shown = window.go("my_work", person_id=elena)
    assert isinstance(shown, MyWorkPlace)
    return shown
