from editorial.domain.fields import BY_NAME
from editorial.services import lists
from editorial.store.workspace import Workspace
from editorial.ui.desk import Desk
from editorial.ui.fields.options import Option, matching, named, options_of
from tests.builders import an_interest

PEOPLE = [Option(1, "Ana Lind"), Option(2, "Linda Ruiz"), Option(3, "José Ångström")]


def test_every_word_typed_must_be_in_the_name() -> None:
    assert [option.value for option in matching(PEOPLE, "lin an")] == [1]


def test_names_that_begin_with_what_was_typed_come_first() -> None:
    assert [option.value for option in matching(PEOPLE, "lin")] == [2, 1]


def test_accents_and_letter_case_make_no_difference() -> None:
    assert [option.value for option in matching(PEOPLE, "jose ANG")] == [3]
    assert named(PEOPLE, "ana lind") == PEOPLE[0]


def test_kinds_have_their_marks(desk: Desk) -> None:
    assert [option.shown for option in options_of(BY_NAME["kind"], desk.lists)] == ["✦ Aspirational", "▪ Practical"]


def test_a_retired_interest_is_offered_only_where_it_is_chosen(desk: Desk, workspace: Workspace) -> None:
    kept, retired = an_interest(workspace, "Cost"), an_interest(workspace, "Fax", retired=True)
    field = BY_NAME["interest"]
    fresh = lists.read_lists(workspace)
    assert [option.value for option in options_of(field, fresh)] == [kept]
    assert [option.value for option in options_of(field, fresh, (retired,))] == [kept, retired]
