from datetime import date
from typing import Any

import pytest

from editorial.domain.records import Evidence
from editorial.domain.vocabulary import EvidenceKind, Kind, Lead
from editorial.errors import RuleBroken
from editorial.services import history, loose_ends, pieces
from editorial.services.workspaces import Workspace
from tests.builders import a_piece, a_segment, an_interest

DAY = date(2027, 3, 10)


def test_a_focus_group_of_one_has_no_evidence(workspace: Workspace) -> None:
    bare, backed = a_piece(workspace, planned=DAY), a_piece(workspace)
    pieces.edit(workspace, backed, evidence=(Evidence(kind=EvidenceKind.LINK, address="https://a.example"),))
    a_piece(workspace, published_on=DAY)
    a_piece(workspace, status="On hold")
    assert [entry.id for entry in loose_ends.focus_groups_of_one(workspace)] == [bare]
    assert (loose_ends.is_alone(workspace, bare), loose_ends.is_alone(workspace, backed)) == (True, False)


def test_pieces_without_a_lead_are_listed(workspace: Workspace) -> None:
    unset = a_piece(workspace)
    a_piece(workspace, lead=Lead.ISSUE)
    assert [entry.id for entry in loose_ends.without_lead(workspace)] == [unset]


def test_a_partner_is_the_other_kind_for_the_same_readers(workspace: Workspace) -> None:
    cost, segment, other = an_interest(workspace), a_segment(workspace), a_segment(workspace, "Buyers")
    tags: dict[str, Any] = {"interest_id": cost, "segment_ids": (segment,)}
    one = a_piece(workspace, "One", kind=Kind.ASPIRATIONAL, **tags)
    two = a_piece(workspace, "Two", kind=Kind.PRACTICAL, **tags)
    a_piece(workspace, "Same kind", kind=Kind.ASPIRATIONAL, **tags)
    a_piece(workspace, "Other readers", kind=Kind.PRACTICAL, interest_id=cost, segment_ids=(other,))
    a_piece(workspace, "Untagged")
    found = {each.entry.id: [entry.id for entry in each.partners] for each in loose_ends.without_companion(workspace)}
    assert (found[one], len(found[two]), len(found)) == ([two], 2, 5)


def test_a_pair_is_linked_both_ways_as_one_change(workspace: Workspace) -> None:
    one, two = a_piece(workspace, "One"), a_piece(workspace, "Two")
    loose_ends.pair(workspace, one, two)
    assert (pieces.read(workspace, one).companion_id, pieces.read(workspace, two).companion_id) == (two, one)
    assert loose_ends.without_companion(workspace) == []
    assert history.undo(workspace) == "Pair ‘One’ with ‘Two’"
    assert len(loose_ends.without_companion(workspace)) == 2


def test_a_companion_of_before_is_let_go(workspace: Workspace) -> None:
    one, two, third = a_piece(workspace), a_piece(workspace), a_piece(workspace)
    loose_ends.pair(workspace, one, two)
    loose_ends.pair(workspace, one, third)
    assert pieces.read(workspace, two).companion_id is None


def test_a_piece_is_no_pair_with_itself(workspace: Workspace) -> None:
    idea = a_piece(workspace)
    with pytest.raises(RuleBroken):
        loose_ends.pair(workspace, idea, idea)
