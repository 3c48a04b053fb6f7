"""How often the entries of a list are used, all at once and in words."""

from editorial.services import lists
from editorial.services.workspaces import Workspace
from tests.builders import a_person, a_piece, a_segment, an_interest


def test_every_entry_is_counted_as_one_would_be(workspace: Workspace) -> None:
    cost, risk, idle = (an_interest(workspace, name) for name in ("Cost", "Risk", "Idle"))
    a_piece(workspace, interest_id=cost, further_interest_ids=(risk,))
    a_piece(workspace, interest_id=risk, further_interest_ids=(cost,))
    assert lists.usages(workspace, "interest") == {cost: 2, risk: 2}
    assert lists.usage(workspace, "interest", idle) == 0


def test_a_piece_that_uses_a_person_twice_counts_once(workspace: Workspace) -> None:
    ada = a_person(workspace)
    a_piece(workspace, owner_id=ada, author_ids=(ada,))
    a_segment(workspace, owner_id=ada)
    assert lists.usages(workspace, "person") == {ada: 2} == {ada: lists.usage(workspace, "person", ada)}


def test_uses_are_said_in_words(workspace: Workspace) -> None:
    ada = a_person(workspace)
    a_piece(workspace, owner_id=ada)
    a_segment(workspace, owner_id=ada)
    assert lists.usage_words(workspace, "person", ada) == "1 piece and 1 segment"
    lists.add(workspace, "quote", "Prove it first", person_id=ada)
    assert lists.usage_words(workspace, "person", ada) == "1 piece, 1 segment and 1 quote"


def test_what_nothing_uses_has_no_words(workspace: Workspace) -> None:
    assert lists.usage_words(workspace, "person", a_person(workspace)) == ""
