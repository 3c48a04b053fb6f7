"""Ranking through the service: what its factors are read from, on real files."""

from datetime import date
from decimal import Decimal
from typing import Any

from editorial.domain.period import quarter_of
from editorial.domain.records import Evidence, Settings
from editorial.domain.vocabulary import EvidenceKind, InterviewStatus, PersonRole, RequestOutcome
from editorial.services import lists, pieces
from editorial.services.ranking import factored, rank
from editorial.services.workspaces import Workspace
from tests.builders import a_person, a_piece, a_segment, an_interest

TODAY = date(2027, 2, 10)
QUARTER = quarter_of(TODAY, Settings())


def factors(workspace: Workspace, name: str) -> dict[int, float]:
    return {idea.entry.id: idea.factors[name] for idea in rank(workspace, QUARTER, today=TODAY).ideas}


def an_expert(workspace: Workspace, piece: int, status: str, role: PersonRole = PersonRole.SME, **fields: Any) -> int:
    person = lists.add(workspace, "person", "Ada", roles=(role,), **fields)
    with workspace.change("Assign") as session:
        session.connection().exec_driver_sql(
            "INSERT INTO assignment(piece_id, person_id, role, status) VALUES (?, ?, 'source', ?)",
            (piece, person, status),
        )
    return person


def test_only_unparked_ideas_are_ranked(workspace: Workspace) -> None:
    idea = a_piece(workspace, parked_until=TODAY)
    a_piece(workspace, planned=TODAY)
    a_piece(workspace, status="On hold")
    a_piece(workspace, parked_until=date(2027, 2, 11))
    pieces.bin(workspace, [a_piece(workspace)])
    assert list(factors(workspace, "mix")) == [idea]


def test_the_workspace_weights_win_and_others_weigh_one(workspace: Workspace) -> None:
    lists.update_settings(workspace, ranking_weights={"gap": Decimal(3)})
    found = rank(workspace, QUARTER, today=TODAY).weights
    assert (found["gap"], found["ease"]) == (Decimal(3), Decimal(1))


def test_rotation_is_taken_one_piece_further(workspace: Workspace) -> None:
    cost, risk = an_interest(workspace, "Cost", weight=3), an_interest(workspace, "Risk", weight=1)
    a_piece(workspace, planned=TODAY, interest_id=cost)
    first, second = (a_piece(workspace, interest_id=interest) for interest in (cost, risk))
    # Two pieces at 3 : 1 owe Cost 1.5, of which one is there, and Risk 0.5.
    assert factors(workspace, "rotation") == {first: 1, second: 1}


def test_gap_looks_at_the_matrix(workspace: Workspace) -> None:
    heavy, light = a_segment(workspace, "Heavy", weight=4), a_segment(workspace, "Light", weight=1)
    first = a_piece(workspace, stage="Interest", segment_ids=(light, heavy))
    second = a_piece(workspace, stage="Interest", segment_ids=(light,))
    assert factors(workspace, "gap") == {first: 1, second: 0.25}


def test_notes_requests_and_notes_as_evidence_pull(workspace: Workspace) -> None:
    idea = a_piece(workspace)
    lists.add(workspace, "field_note", "They ask for it", day=TODAY, piece_id=idea)
    heard = lists.add(workspace, "field_note", "So do these", day=TODAY)
    lists.add(workspace, "request", "Please", day=TODAY, piece_id=idea, outcome=RequestOutcome.OPEN)
    pieces.edit(workspace, idea, evidence=(Evidence(kind=EvidenceKind.FIELD_NOTE, field_note_id=heard),))
    assert factors(workspace, "sales_pull") == {idea: 0.6}


def test_a_note_linked_twice_pulls_once(workspace: Workspace) -> None:
    idea = a_piece(workspace)
    heard = lists.add(workspace, "field_note", "They ask for it", day=TODAY, piece_id=idea)
    pieces.edit(workspace, idea, evidence=(Evidence(kind=EvidenceKind.FIELD_NOTE, field_note_id=heard),))
    assert factors(workspace, "sales_pull")[idea] * 3 == 1


def test_an_accepted_expert_counts_until_the_months_are_full(workspace: Workspace) -> None:
    idea = a_piece(workspace)
    person = an_expert(workspace, idea, "accepted", interviews_a_month=1)
    for day in (date(2027, 2, 20), date(2027, 3, 3)):
        assert factors(workspace, "expert") == {idea: 1}
        lists.add(workspace, "interview", "Talk", day=day, person_ids=(person,), status=InterviewStatus.ARRANGED)
    assert factors(workspace, "expert") == {idea: 0}


def test_a_cancelled_interview_takes_no_room(workspace: Workspace) -> None:
    idea = a_piece(workspace)
    person = an_expert(workspace, idea, "proposed", interviews_a_month=1)
    for day in (date(2027, 2, 20), date(2027, 3, 3)):
        lists.add(workspace, "interview", "Talk", day=day, person_ids=(person,), status=InterviewStatus.CANCELLED)
    assert factors(workspace, "expert") == {idea: 0.5}


def test_neither_other_people_nor_who_declined_are_experts(workspace: Workspace) -> None:
    one, two = a_piece(workspace), a_piece(workspace)
    an_expert(workspace, one, "accepted", role=PersonRole.EDITOR)
    an_expert(workspace, two, "declined")
    assert set(factors(workspace, "expert").values()) == {0}


def test_an_author_who_is_an_expert_is_proposed(workspace: Workspace) -> None:
    person = lists.add(workspace, "person", "Ada", roles=(PersonRole.SME,))
    a_piece(workspace, author_ids=(person, a_person(workspace, "Bo")))
    assert list(factors(workspace, "expert").values()) == [0.5]


def test_it_is_said_which_ideas_rest_on_their_author_alone(workspace: Workspace) -> None:
    bare, noted, told = (a_piece(workspace, title) for title in ("Bare", "Noted", "Told"))
    lists.add(workspace, "field_note", "Heard", day=TODAY, piece_id=noted)
    lists.add(workspace, "interview", "Talk", piece_ids=(told, bare), status=InterviewStatus.ARRANGED)
    lists.add(workspace, "interview", "Held", piece_ids=(told,), status=InterviewStatus.HELD)
    found = {idea.entry.id: idea.alone for idea in factored(workspace, QUARTER, today=TODAY).ideas}
    assert found == {bare: True, noted: False, told: False}


def test_other_weights_need_nothing_read_again(workspace: Workspace) -> None:
    ideas = [a_piece(workspace, "A", interest_id=an_interest(workspace)), a_piece(workspace, "B", stale_on=TODAY)]
    read = factored(workspace, QUARTER, today=TODAY)
    everything = dict.fromkeys(read.by({}).weights, Decimal(0))
    assert [idea.entry.id for idea in read.by({**everything, "interest": Decimal(1)}).ideas] == ideas
    assert [idea.entry.id for idea in read.by({**everything, "timeliness": Decimal(1)}).ideas] == ideas[::-1]
