"""Every declared field with every operator that fits it: SQL finds what plain Python finds."""

from collections.abc import Iterator
from datetime import date, time
from itertools import product
from typing import Any

import pytest

from editorial.domain.conditions import Condition, Group, Mode, Operator, Test, Value, matches, operators_of
from editorial.domain.fields import BY_NAME, FIELDS, Field, FieldType
from editorial.domain.records import Evidence, Link, Lists, Piece
from editorial.domain.vocabulary import (
    Audit,
    ChangeLevel,
    EvidenceKind,
    Kind,
    Lead,
    Precision,
    SalesTone,
    SalesUse,
    Tag,
)
from editorial.services import calendar, lists, pieces
from editorial.services.workspaces import create_workspace
from editorial.store.workspace import Workspace

EARLY, MIDDLE, LATE = date(2027, 1, 4), date(2027, 3, 1), date(2027, 6, 30)
SOURCE = Link(title="Ökonomie heute", address="https://example.org/100%_sure")

VALUES: dict[FieldType, tuple[Value, ...]] = {
    FieldType.TEXT: ("fuhrung", "Führung", "100%", "_", "p", "https://example.org/A"),
    FieldType.LONG_TEXT: ("now", "WHY", "%", "naïve"),
    FieldType.LINKS: ("okonomie", "%_", "nowhere"),
    FieldType.DATE: (EARLY, MIDDLE, LATE),
    FieldType.TIME: (time(9, 0), time(16, 30)),
    FieldType.FLAG: (True, False),
    FieldType.CHOICE: (1, 2, 99),
    FieldType.CHOICES: (1, 2, 99),
    FieldType.PIECE: (1, 2, 99),
    FieldType.STARS: (1, 3, 5),
}


@pytest.fixture(scope="module")
def varied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Give a workspace whose pieces differ in every field, the empty case of each among them."""
    opened = create_workspace(tmp_path_factory.mktemp("varied") / "plan.editorial", author="Ada")
    for kind in ("segment", "interest", "campaign", "person"):
        for name in ("One", "Two"):
            lists.add(opened, kind, name)
    for number in range(12):
        pieces.create(opened, **_fields(number))
    yield opened
    opened.close()


def _fields(number: int) -> dict[str, Any]:
    """Return the fields of one of the varied pieces; one in three is nearly empty."""
    odd, third = number % 2 == 1, number % 3
    titles = ("Führung im Wandel", "100% sure_", "Pricing", "p", "FUHRUNG", "价格")
    bare = {"title": titles[number % len(titles)], "status_id": 1 + number % 9, "evergreen": odd}
    if third == 0:
        return bare
    ids = (1, 2) if third == 1 else (2,)
    return bare | {
        **dict.fromkeys(("angle", "brief", "draft", "notes", "insight_belief", "insight_wrong"), "Why now, naïvely?"),
        **dict.fromkeys(("insight_cost", "insight_new"), "why" if odd else "100%"),
        **dict.fromkeys(("origin", "exclusive_because", "tag_reason", "outside_id"), "Führung_p" if odd else "p"),
        "url": "https://example.org/a",
        **dict.fromkeys(("catalyst", "not_obvious", "trend", "meaning", "reaction"), "why" if odd else "100%"),
        **dict.fromkeys(("marker", "parked_because"), "Führung_p" if odd else "p"),
        **dict.fromkeys(("trigger_date", "parked_until"), (EARLY, MIDDLE, LATE)[number % 3]),
        **dict.fromkeys(("is_relevant", "is_timely", "is_useful"), odd),
        "change_level": list(ChangeLevel)[number % 2],
        "sales_tone": list(SalesTone)[number % 2],
        "given_by_id": third,
        **dict.fromkeys(("segment_ids", "further_stage_ids", "further_interest_ids", "author_ids"), ids),
        **{f"{kind}_id": third for kind in ("stage", "interest", "format", "channel", "campaign", "owner")},
        **{f"{other}_id": 1 for other in ("made_from", "companion", "next_piece") if number > 3},
        **dict.fromkeys(("exclusive_until", "review_date", "stale_on"), (EARLY, MIDDLE, LATE)[number % 3]),
        "kind": (Kind.ASPIRATIONAL, Kind.PRACTICAL)[number % 2],
        "planned": (EARLY, MIDDLE, LATE)[number % 3],
        "published_on": MIDDLE if number == 5 else None,
        "time": (time(9, 0), None, time(16, 30))[number % 3],
        "precision": list(Precision)[number % 4],
        "lead": list(Lead)[number % 2],
        "quality": 1 + number % 5,
        "evidence": tuple(Evidence(kind=kind) for kind in list(EvidenceKind)[: number % 3] * 2),
        "sales_uses": tuple(SalesUse)[: number % 3],
        "tag": list(Tag)[number % 3],
        "audit": list(Audit)[number % 4],
        "timely": odd,
        "links": (SOURCE,) if odd else (),
    }


def _values(field: Field) -> tuple[Value, ...]:
    return tuple(field.words) if field.words is not None else VALUES[field.type]


def _tests(field: Field, operator: Operator) -> list[Test]:
    values = _values(field)
    if operator in (Operator.EMPTY, Operator.NOT_EMPTY):
        return [Test(field.name, operator)]
    if operator is Operator.BETWEEN:
        return [Test(field.name, operator, pair) for pair in product(values, repeat=2)]
    single = [Test(field.name, operator, (value,)) for value in values]
    several = [Test(field.name, operator, values[:2])] if operator in (Operator.IS, Operator.IS_NOT) else []
    return single + several


CASES = [(field.name, operator) for field in FIELDS for operator in operators_of(field)]


def _by_sql(workspace: Workspace, condition: Condition) -> set[int]:
    return {entry.id for entry in calendar.everything(workspace, condition)}


def _by_python(workspace: Workspace, condition: Condition) -> set[int]:
    every, read = _all(workspace)
    return {piece.id for piece in every if matches(condition, piece, read)}


def _all(workspace: Workspace) -> tuple[list[Piece], Lists]:
    ids = [entry.id for entry in calendar.everything(workspace)]
    return pieces.read_many(workspace, ids), lists.read_lists(workspace)


@pytest.mark.parametrize(("name", "operator"), CASES, ids=[f"{name}-{operator}" for name, operator in CASES])
def test_sql_finds_what_python_finds(varied: Workspace, name: str, operator: Operator) -> None:
    for condition in _tests(BY_NAME[name], operator):
        assert _by_sql(varied, condition) == _by_python(varied, condition), condition


@pytest.mark.parametrize("field", [field for field in FIELDS if field.name != "id"], ids=lambda field: field.name)
def test_the_varied_pieces_prove_something_of_every_field(varied: Workspace, field: Field) -> None:
    found = [_by_sql(varied, test) for operator in operators_of(field) for test in _tests(field, operator)]
    assert any(0 < len(ids) < 12 for ids in found)


@pytest.mark.parametrize("mode", Mode)
def test_groups_of_groups_agree_too(varied: Workspace, mode: Mode) -> None:
    parts = (
        Test("kind", Operator.IS, (Kind.PRACTICAL,)),
        Test("segments", Operator.IS, (1,)),
        Group(Mode.NONE, (Test("stage", Operator.IS, (2,)), Test("title", Operator.CONTAINS, ("fu",)))),
        Group(mode),
    )
    for count in range(len(parts) + 1):
        condition = Group(mode, parts[:count])
        assert _by_sql(varied, condition) == _by_python(varied, condition)


def test_calendar_ideas_and_count_follow_the_same_filter(varied: Workspace) -> None:
    asked = Test("origin", Operator.CONTAINS_NOT, ("fuhrung",))
    first, last = date(2026, 12, 1), date(2027, 12, 31)
    dated = calendar.between(varied, first, last, asked)
    ids = {entry.id for entry in (*dated, *calendar.ideas(varied, asked))}
    assert ids == _by_python(varied, asked)
    assert calendar.count(varied, first, last, asked) == len(dated)


def test_a_long_list_of_values_is_no_trouble(varied: Workspace) -> None:
    asked = Test("owner", Operator.IS, tuple(range(1, 5000)))
    assert _by_sql(varied, asked) == _by_python(varied, asked)
