"""Answer cards: made of notes, and the quarters of their bulletin."""

from datetime import date

import pytest

from editorial.domain.bulletin import sources_warning
from editorial.errors import RuleBroken
from editorial.services import answer_cards, field_notes, history, lists
from editorial.services.workspaces import Workspace

TODAY = date(2026, 11, 22)


def quarters(workspace: Workspace) -> list[tuple[str, int]]:
    return [(one.name, n) for one, n in answer_cards.quarters(workspace, today=TODAY)]


def test_this_quarter_is_offered_where_there_is_no_card(workspace: Workspace) -> None:
    assert quarters(workspace) == [("FY2026 Q4", 0)]


def test_quarters_reach_from_the_first_card_to_the_last_this_one_first(workspace: Workspace) -> None:
    for day in (date(2026, 4, 1), date(2026, 4, 2), date(2027, 1, 1)):
        lists.add(workspace, "answer_card", "Proof wins", day=day)
    assert quarters(workspace) == [("FY2026 Q4", 0), ("FY2027 Q1", 1), ("FY2026 Q3", 0), ("FY2026 Q2", 2)]


def test_a_card_rests_on_every_note_it_is_made_of(workspace: Workspace) -> None:
    first = field_notes.capture(workspace, "Proof first", today=TODAY, account="Globex")
    second = field_notes.capture(workspace, "Proof, please", today=TODAY, account="Initech")
    answer_cards.from_notes(workspace, [first, second], "Buyers want proof", today=TODAY)
    (card,) = lists.read_records(workspace, "answer_card")
    assert (card.name, [one.field_note_id for one in card.sources]) == ("Buyers want proof", [first, second])
    assert sources_warning(card.sources) == ""


def test_a_card_made_of_a_note_is_told_back(workspace: Workspace) -> None:
    note = field_notes.capture(workspace, "Proof first", today=TODAY)
    answer_cards.from_note(workspace, note, today=TODAY)
    assert "It became a source of our answer “Proof first”." in field_notes.reply(workspace, note)
    history.undo(workspace)
    assert lists.read_records(workspace, "answer_card") == []
    assert lists.read_records(workspace, "field_note")[0].done == ""


def test_a_card_of_no_note_is_refused(workspace: Workspace) -> None:
    with pytest.raises(RuleBroken, match="Tick"):
        answer_cards.from_notes(workspace, [], today=TODAY)
