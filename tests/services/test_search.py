from datetime import date

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel

from editorial.services import history, interviews, lists, questions, quotes
from editorial.services.search import Hit, find
from editorial.services.workspaces import Workspace, open_workspace
from editorial.store.bulk import insert_rows
from editorial.store.engine import WRITING
from editorial.store.find import rebuild_index
from tests.builders import CREATED, a_campaign, a_person, a_piece

DAY = date(2027, 3, 1)


def titles(workspace: Workspace, words: str) -> list[str]:
    return [hit.title for hit in find(workspace, words)]


@pytest.mark.parametrize("words", ["fuhr", "FÜHR", "ühru"])
def test_accents_and_letter_case_make_no_difference(workspace: Workspace, words: str) -> None:
    a_piece(workspace, "Führung in der Krise")
    assert titles(workspace, words) == ["Führung in der Krise"]


@pytest.mark.parametrize("words", ["关税", "税后", "关"])
def test_chinese_is_found_by_any_character(workspace: Workspace, words: str) -> None:
    a_piece(workspace, "关税后的定价")
    assert titles(workspace, words) == ["关税后的定价"]


def test_arabic_is_found(workspace: Workspace) -> None:
    a_piece(workspace, "التسعير بعد الرسوم")
    assert titles(workspace, "الرسوم") == ["التسعير بعد الرسوم"]


def test_beginning_comes_before_the_beginning_of_a_word_before_anywhere(workspace: Workspace) -> None:
    for title in ("Repricing", "On pricing", "Pricing after tariffs", "Nothing"):
        a_piece(workspace, title)
    assert titles(workspace, "pric") == ["Pricing after tariffs", "On pricing", "Repricing"]


def test_newest_comes_first_among_equals(workspace: Workspace) -> None:
    for title in ("Pricing one", "Pricing two"):
        a_piece(workspace, title)
    assert titles(workspace, "pricing") == ["Pricing two", "Pricing one"]


def test_best_titles_come_first_among_very_many(workspace: Workspace) -> None:
    a_piece(workspace, "Pricing after tariffs")
    a_piece(workspace, "On pricing")
    with workspace.change("Many") as session:
        rows = [{"uid": f"u{n}", "title": f"Repricing {n}", "status_id": 1, "created": CREATED} for n in range(500)]
        insert_rows(session.connection(), SQLModel.metadata.tables["piece"], rows)
    assert titles(workspace, "pric")[:3] == ["Pricing after tariffs", "On pricing", "Repricing 499"]
    assert len(titles(workspace, "pric")) == 50


def test_every_word_must_be_there(workspace: Workspace) -> None:
    a_piece(workspace, "Pricing after tariffs")
    a_piece(workspace, "Pricing before lunch")
    assert titles(workspace, "tari pric") == ["Pricing after tariffs"]


def test_one_letter_finds_nothing(workspace: Workspace) -> None:
    a_piece(workspace, "Pricing")
    assert titles(workspace, "p") == []


def test_texts_are_found_from_the_fourth_letter(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps", brief="What a Wärmepumpe costs")
    assert (titles(workspace, "war"), titles(workspace, "warm")) == ([], ["Pumps"])


def test_titles_come_before_texts(workspace: Workspace) -> None:
    a_piece(workspace, "Costs of pumps")
    a_piece(workspace, "Boilers", brief="Costs of boilers")
    assert titles(workspace, "costs") == ["Costs of pumps", "Boilers"]


@pytest.mark.parametrize("words", ['"', "'; DROP", "a* OR b", "NEAR(x", "%%%", "____", '""""', "-- x", "(tariffs)"])
def test_signs_of_the_query_language_are_mere_signs(workspace: Workspace, words: str) -> None:
    a_piece(workspace, "Pricing", brief="nothing of that")
    assert titles(workspace, words) == []


def test_people_and_campaigns_are_found_by_name(workspace: Workspace) -> None:
    a_person(workspace, "Ada Byron", organisation="Analytical Engines")
    a_campaign(workspace, "Ada week", starts=date(2027, 3, 1))
    assert find(workspace, "ada") == [
        Hit("campaign", 1, "Ada week", "", date(2027, 3, 1)),
        Hit("person", 1, "Ada Byron", "Analytical Engines"),
    ]


def test_what_was_said_and_asked_is_found(workspace: Workspace) -> None:
    ada = a_person(workspace, "Ada Byron")
    talk = interviews.plan(workspace, "Pricing talks", today=DAY, person_ids=(ada,), day=DAY)
    quote = quotes.take_down(workspace, "Pricing is trust.", person_id=ada)
    question = questions.collect(workspace, "Who owns pricing?", day=DAY, asks="Buyers")
    assert find(workspace, "pricing") == [
        Hit("interview", talk, "Pricing talks", "Ada Byron", DAY),
        Hit("quote", quote, "Pricing is trust.", "Ada Byron"),
        Hit("question", question, "Who owns pricing?", "Buyers", DAY),
    ]


@pytest.mark.parametrize("kind", ["answer_card", "field_note", "tip"])
def test_other_records_are_found(workspace: Workspace, kind: str) -> None:
    made = lists.add(workspace, kind, "They wait for prices", day=DAY)
    assert [(hit.kind, hit.id) for hit in find(workspace, "prices")] == [(kind, made)]


def test_what_was_said_comes_after_a_few_pieces(workspace: Workspace) -> None:
    quotes.take_down(workspace, "Pricing is trust.", person_id=None)
    for n in range(7):
        a_piece(workspace, f"Pricing {n}")
    assert [hit.kind for hit in find(workspace, "pricing")] == [*["piece"] * 5, "quote", *["piece"] * 2]


def test_what_begins_with_the_words_comes_before_pieces_that_hold_them(workspace: Workspace) -> None:
    interviews.plan(workspace, "Pricing talks", today=DAY)
    a_piece(workspace, "On pricing")
    assert titles(workspace, "pricing") == ["Pricing talks", "On pricing"]
    a_piece(workspace, "Pricing tariffs")
    assert titles(workspace, "pricing") == ["Pricing tariffs", "On pricing", "Pricing talks"]


def test_a_record_is_found_by_other_words_and_not_once_it_is_gone(workspace: Workspace) -> None:
    quote = quotes.take_down(workspace, "Pricing is trust.", person_id=None)
    lists.edit(workspace, "quote", quote, name="Prices are trust.")
    assert (titles(workspace, "pricing"), titles(workspace, "prices")) == ([], ["Prices are trust."])
    lists.remove(workspace, "quote", quote)
    assert titles(workspace, "prices") == []


def test_what_an_earlier_version_did_not_index_is_found_once_it_is_opened(workspace: Workspace) -> None:
    interviews.plan(workspace, "Pricing talks", today=DAY)
    with workspace.engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
        connection.execute(text("DELETE FROM find_name"))
    workspace.close()
    again = open_workspace(workspace.path)
    assert titles(again, "pricing") == ["Pricing talks"]
    again.close()


def test_hit_says_status_stage_and_day(workspace: Workspace) -> None:
    piece = a_piece(workspace, "Pumps", planned=date(2027, 3, 4), stage="Interest")
    assert find(workspace, "pumps") == [Hit("piece", piece, "Pumps", "Idea · Interest", date(2027, 3, 4))]


def test_bin_is_not_searched(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps", brief="Heating with pumps")
    with workspace.change("Bin") as session:
        session.connection().execute(text("UPDATE piece SET binned = '2027-01-01 00:00:00'"))
    assert titles(workspace, "pumps") == []
    history.undo(workspace)
    assert (titles(workspace, "pumps"), titles(workspace, "heating")) == (["Pumps"], ["Pumps"])


INDEX = (
    "SELECT * FROM find_title ORDER BY id",
    "SELECT * FROM find_name ORDER BY tab, id",
    "SELECT rowid, body FROM find_text ORDER BY rowid",
)


def index(workspace: Workspace) -> list[list[tuple[object, ...]]]:
    with workspace.read() as connection:
        return [[tuple(row) for row in connection.execute(text(asked))] for asked in INDEX]


def test_index_follows_renames_and_is_what_a_rebuild_makes(workspace: Workspace) -> None:
    a_piece(workspace, "Pumps", brief="Heating")
    a_person(workspace, "Ada")
    with workspace.change("Edit") as session:
        session.connection().execute(text("UPDATE piece SET title = 'Boilers', brief = ''"))
        session.connection().execute(text("UPDATE person SET name = 'Ben'"))
    before = index(workspace)
    with workspace.engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
        rebuild_index(connection)
    assert index(workspace) == before
    assert (titles(workspace, "pumps"), titles(workspace, "boil"), titles(workspace, "heating")) == (
        [],
        ["Boilers"],
        [],
    )


def test_titles_are_found_by_a_scan_of_the_small_table_alone(workspace: Workspace) -> None:
    with workspace.read() as connection:
        plan = connection.execute(text("EXPLAIN QUERY PLAN SELECT id FROM find_title WHERE instr(words, 'x') > 0"))
        assert [row.detail for row in plan] == ["SCAN find_title"]
