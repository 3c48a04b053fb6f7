"""The words a change is known by."""

from datetime import date, time
from typing import Any

import pytest

from editorial.domain.vocabulary import Kind
from editorial.services.labels import edit_label, shortened, these_pieces
from editorial.store.workspace import Workspace
from tests.builders import a_piece, named


def test_a_long_title_is_shortened_and_stays_on_one_line() -> None:
    assert shortened("Pricing\n after  tariffs") == "‘Pricing after tariffs’"
    assert len(shortened("价" * 150)) == 42


def test_one_piece_is_named_and_several_are_counted(workspace: Workspace) -> None:
    piece_id = a_piece(workspace, "Pricing")
    assert these_pieces(workspace, [piece_id]) == "‘Pricing’"
    assert these_pieces(workspace, [piece_id, 99]) == "2 pieces"


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"title": "New"}, "Change title of ‘Pricing’"),
        ({"kind": Kind.PRACTICAL}, "Set kind of ‘Pricing’ to practical"),
        ({"kind": None}, "Clear kind of ‘Pricing’"),
        ({"planned": date(2027, 3, 11)}, "Set planned date of ‘Pricing’ to 11 March"),
        ({"time": time(9, 5)}, "Set time of ‘Pricing’ to 09:05"),
        ({"timely": True}, "Set timely of ‘Pricing’ to yes"),
        ({"segment_ids": (1,)}, "Change segments of ‘Pricing’"),
        ({"segment_ids": ()}, "Clear segments of ‘Pricing’"),
        ({"brief": "Text", "angle": "New"}, "Edit ‘Pricing’"),
    ],
)
def test_an_edit_says_what_it_did(workspace: Workspace, fields: dict[str, Any], label: str) -> None:
    assert edit_label(workspace, [a_piece(workspace, "Pricing")], fields) == label


def test_an_entry_of_a_list_is_named(workspace: Workspace) -> None:
    fields = {"status_id": named(workspace, "status", "In review")}
    assert edit_label(workspace, [a_piece(workspace, "Pricing")], fields) == "Set status of ‘Pricing’ to In review"
