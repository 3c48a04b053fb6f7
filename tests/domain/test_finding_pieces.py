"""What a single piece lacks on its way to a reader."""

from dataclasses import replace
from datetime import date, timedelta

from editorial.domain.finding_pieces import Grounds, OpenPiece, broken, goes_stale
from editorial.domain.findings import Rule
from editorial.domain.vocabulary import Kind, SalesTone

TODAY = date(2027, 3, 10)
IDEA = OpenPiece(
    id=1,
    uid="u",
    title="Idea",
    kind=Kind.PRACTICAL,
    stage_id=1,
    approved=False,
    ready=False,
    asked=False,
    tone=None,
    planned=None,
    stale_on=None,
)
ASPIRATIONAL = replace(IDEA, kind=Kind.ASPIRATIONAL)
NOTHING = Grounds(first_stage=1)


def rules(piece: OpenPiece, grounds: Grounds = NOTHING) -> list[Rule]:
    return list(broken(piece, grounds, TODAY))


def test_a_practical_idea_needs_nothing_yet() -> None:
    assert rules(IDEA) == []


def test_an_approved_piece_without_evidence_is_a_focus_group_of_one() -> None:
    assert rules(replace(IDEA, approved=True)) == [Rule.FOCUS_GROUP]
    assert rules(replace(IDEA, approved=True), Grounds(grounded={1})) == []


def test_an_aspirational_idea_wants_research() -> None:
    assert rules(ASPIRATIONAL) == [Rule.RESEARCH]
    assert rules(ASPIRATIONAL, Grounds(researched={1})) == []


def test_a_piece_without_any_evidence_is_not_told_so_twice() -> None:
    assert rules(replace(ASPIRATIONAL, approved=True)) == [Rule.FOCUS_GROUP]
    assert rules(replace(ASPIRATIONAL, approved=True), Grounds(grounded={1})) == [Rule.RESEARCH]


def test_an_approved_piece_has_a_kind() -> None:
    assert Rule.NO_KIND in rules(replace(IDEA, approved=True, kind=None))
    assert rules(replace(IDEA, kind=None)) == []


def test_a_ready_piece_was_asked_three_questions() -> None:
    ready = replace(IDEA, approved=True, ready=True)
    assert Rule.QUESTIONS in rules(ready)
    assert Rule.QUESTIONS not in rules(replace(ready, asked=True))


def test_nothing_sells_directly_at_the_first_stage() -> None:
    assert rules(replace(IDEA, tone=SalesTone.DIRECT)) == [Rule.SALES_TONE]
    assert rules(replace(IDEA, tone=SalesTone.SOFT)) == []
    assert rules(replace(IDEA, tone=SalesTone.DIRECT, stage_id=2)) == []
    assert rules(replace(IDEA, tone=SalesTone.DIRECT, stage_id=None), Grounds()) == []


def test_an_idea_is_pointed_at_two_weeks_before_it_goes_stale() -> None:
    assert goes_stale(replace(IDEA, stale_on=TODAY + timedelta(14)), TODAY)
    assert not goes_stale(replace(IDEA, stale_on=TODAY + timedelta(15)), TODAY)
    assert not goes_stale(replace(IDEA, stale_on=TODAY - timedelta(1)), TODAY)


def test_a_piece_is_stale_that_comes_too_late() -> None:
    planned = replace(IDEA, planned=date(2027, 6, 1))
    assert goes_stale(replace(planned, stale_on=date(2027, 5, 31)), TODAY)
    assert not goes_stale(replace(planned, stale_on=date(2027, 6, 1)), TODAY)
