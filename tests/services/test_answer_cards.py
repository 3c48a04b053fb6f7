"""Answer cards: the quarters of their bulletin."""

from datetime import date

from editorial.services import answer_cards, lists
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
