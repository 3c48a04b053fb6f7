"""Conditions: what may be asked, how they read, and how they are kept."""

from datetime import date, time

import pytest

from editorial.domain.condition_words import from_json, sentence, to_json
from editorial.domain.conditions import Condition, Group, Mode, Operator, Test, matches, with_replaced
from editorial.domain.records import BuyingStage, Lists, Piece, Settings, Status
from editorial.domain.vocabulary import Kind, Phase
from editorial.errors import RuleBroken

STAGES = {id_: BuyingStage(id=id_, uid="", name=name) for id_, name in ((1, "Interest"), (2, "Confidence"))}
STATUSES = {1: Status(id=1, uid="", name="Idea", phase=Phase.IDEA)}
LISTS = Lists(
    settings=Settings(),
    segments={},
    stages=STAGES,
    statuses=STATUSES,
    interests={},
    formats={},
    channels={},
    campaigns={},
    people={},
    targets={},
)
PIECE = Piece(id=1, uid="u", title="Über Führung", status_id=1, stage_id=2, segment_ids=(1, 2), time=time(9, 0))

WORDED: list[tuple[Condition, str]] = [
    (Test("stage", Operator.IS, (1, 2)), "Stage is Interest or Confidence"),
    (Test("title", Operator.CONTAINS, ("x",)), "Title contains “x”"),
    (Test("publish_date", Operator.BEFORE, (date(2027, 3, 11),)), "Date is before 11 March 2027"),
    (
        Test("date", Operator.BETWEEN, (date(2027, 3, 1), date(2027, 3, 2))),
        "Planned date is between 1 March 2027 and 2 March 2027",
    ),
    (Test("kind", Operator.EMPTY), "Kind is empty"),
    (Test("timely", Operator.IS, (True,)), "Timely is yes"),
    (
        Group(Mode.ALL, (Test("kind", Operator.EMPTY), Test("stage", Operator.EMPTY))),
        "Kind is empty and Stage is empty",
    ),
    (Test("further_stages", Operator.HAS_ALL, (1, 2)), "Further stages include Interest and Confidence"),
    (Test("authors", Operator.EMPTY), "Authors are empty"),
    (Group(Mode.NONE, (Test("kind", Operator.EMPTY),)), "none of: Kind is empty"),
]


@pytest.mark.parametrize(("condition", "words"), WORDED)
def test_a_condition_reads_as_a_sentence(condition: Condition, words: str) -> None:
    assert sentence(condition, LISTS) == words


@pytest.mark.parametrize("condition", [condition for condition, _words in WORDED])
def test_a_condition_survives_json(condition: Condition) -> None:
    assert from_json(to_json(condition)) == condition


def test_times_and_words_survive_json() -> None:
    for test in (Test("time", Operator.AFTER, (time(9, 30),)), Test("kind", Operator.IS_NOT, (Kind.PRACTICAL,))):
        assert from_json(to_json(test)) == test


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"field": "nothing", "operator": "is", "value": [1]},
        {"field": "date", "operator": "is", "value": ["soon"]},
        {"mode": "some", "parts": []},
        {"field": "kind", "operator": "is", "value": 3},
    ],
)
def test_a_filter_that_cannot_be_read_says_so(data: dict[str, object]) -> None:
    with pytest.raises(RuleBroken, match="cannot be read"):
        from_json(data)


@pytest.mark.parametrize(
    ("field", "operator", "value"),
    [
        ("nothing", Operator.EMPTY, ()),
        ("kind", Operator.BEFORE, (Kind.PRACTICAL,)),
        ("kind", Operator.IS, ("odd",)),
        ("stage", Operator.IS, ()),
        ("stage", Operator.IS, (True,)),
        ("date", Operator.BETWEEN, (date(2027, 3, 1),)),
        ("title", Operator.EMPTY, ("x",)),
    ],
)
def test_a_test_that_makes_no_sense_is_refused(field: str, operator: Operator, value: tuple[object, ...]) -> None:
    with pytest.raises(RuleBroken):
        Test(field, operator, value)  # type: ignore[arg-type]


def test_letter_case_and_accents_make_no_difference() -> None:
    assert matches(Test("title", Operator.STARTS, ("uber f",)), PIECE, LISTS)


def test_is_not_lets_empty_fields_through() -> None:
    assert matches(Test("kind", Operator.IS_NOT, (Kind.PRACTICAL,)), PIECE, LISTS)


def test_several_entries_are_asked_for_any_all_or_none() -> None:
    asked = [Test("segments", operator, (2, 3)) for operator in (Operator.IS, Operator.HAS_ALL, Operator.IS_NOT)]
    assert [matches(test, PIECE, LISTS) for test in asked] == [True, False, False]


def test_the_phase_is_read_from_the_status() -> None:
    assert matches(Test("phase", Operator.IS, (Phase.IDEA,)), PIECE, LISTS)


def test_an_empty_group_lets_everything_through() -> None:
    assert all(matches(Group(mode), PIECE, LISTS) for mode in Mode)


def test_a_merged_entry_is_asked_for_by_its_new_id() -> None:
    asked = Group(Mode.ANY, (Test("stage", Operator.IS, (1, 2)), Test("format", Operator.IS, (1,))))
    replaced = Group(Mode.ANY, (Test("stage", Operator.IS, (2,)), Test("format", Operator.IS, (1,))))
    assert with_replaced(asked, "stage", 1, 2) == replaced
