"""The declared fields of a piece, and how they read and sort."""

from dataclasses import fields
from datetime import time

import pytest

from editorial.domain.columns import is_empty, sort_key, text_of, value_of
from editorial.domain.fields import BY_NAME, FIELDS, FILE_FIELDS, Field
from editorial.domain.records import BuyingStage, Entry, Link, Lists, Piece, Settings, Status
from editorial.domain.vocabulary import Kind, Phase, Precision

LISTS = Lists(
    settings=Settings(),
    segments={},
    stages={2: BuyingStage(id=2, uid="", name="Zeal"), 1: BuyingStage(id=1, uid="", name="Awe")},
    statuses={1: Status(id=1, uid="", name="Idea", phase=Phase.IDEA)},
    interests={},
    formats={},
    channels={},
    campaigns={},
    people={7: "Ada", 8: "Bo"},
    targets={},
)
BARE = Piece(id=1, uid="u", title="b", status_id=1)


def test_every_field_of_a_piece_is_declared() -> None:
    inside = {"id", "version", "created", "binned"}
    inside |= {"tag_version", "slot_id", "session_id"}  # they follow from acts of their own
    assert {field.attribute for field in FIELDS} - {"publish_date"} == {f.name for f in fields(Piece)} - inside


def test_names_are_declared_once() -> None:
    assert len(BY_NAME) == len(FIELDS)


def test_files_carry_the_fields_that_are_written_down() -> None:
    assert [field.name for field in FILE_FIELDS][:4] == ["id", "title", "angle", "date"]
    assert len(FILE_FIELDS) == 39


@pytest.mark.parametrize("field", [field for field in FIELDS if field.entry], ids=lambda field: field.name)
def test_what_entries_have_is_named_as_in_entry(field: Field) -> None:
    assert field.entry in {f.name for f in fields(Entry)}


def test_fields_read_as_people_say_them() -> None:
    piece = Piece(
        id=1,
        uid="u",
        title="b",
        status_id=1,
        stage_id=1,
        author_ids=(8, 7),
        time=time(9, 5),
        timely=True,
        links=(Link(title="", address="https://x"),),
    )
    read = {name: text_of(BY_NAME[name], LISTS)(piece) for name in ("stage", "authors", "time", "timely", "links")}
    assert read == {"stage": "Awe", "authors": "Bo, Ada", "time": "09:05", "timely": "yes", "links": "https://x"}
    assert text_of(BY_NAME["kind"], LISTS)(piece) == ""


def test_a_list_sorts_by_its_own_order_and_empty_ones_last() -> None:
    def of(stage_id: int | None) -> Piece:
        return Piece(id=1, uid="u", title="b", status_id=1, stage_id=stage_id)

    key = sort_key(BY_NAME["stage"], LISTS)
    assert [piece.stage_id for piece in sorted(map(of, (None, 1, 2)), key=key)] == [2, 1, None]


def test_texts_sort_without_regard_to_letter_case() -> None:
    key = sort_key(BY_NAME["title"], LISTS)
    titles = [Piece(id=1, uid="u", title=title, status_id=1) for title in ("b", "A", "Ärger", "c")]
    assert [piece.title for piece in sorted(titles, key=key)] == ["A", "Ärger", "b", "c"]


@pytest.mark.parametrize("name", BY_NAME)
def test_every_field_sorts_and_reads(name: str) -> None:
    field = BY_NAME[name]
    full = Piece(id=2, uid="v", title="a", status_id=1, kind=Kind.PRACTICAL, precision=Precision.WEEK, stage_id=2)
    assert len(sorted((BARE, full), key=sort_key(field, LISTS))) == 2
    assert isinstance(text_of(field, LISTS)(full), str)


def test_a_flag_always_says_something() -> None:
    assert [is_empty(value) for value in (False, None, "", (), 0)] == [False, True, True, True, False]


def test_the_phase_is_that_of_the_status() -> None:
    assert value_of(BY_NAME["phase"], BARE, LISTS) is Phase.IDEA
