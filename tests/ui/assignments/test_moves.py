"""Moving a piece for which people owe something: the bar says what stayed, and moves it too."""

from datetime import date
from decimal import Decimal

from editorial.domain.records import Away
from editorial.domain.vocabulary import AssignmentRole
from editorial.services import assignments, lists, schedule
from editorial.services.workspaces import Workspace
from editorial.ui.calendar.followed import followed_words, moving
from editorial.ui.desk import Notice
from editorial.ui.window import Window
from tests.builders import a_piece

TUESDAY, NEXT = date(2027, 3, 9), date(2027, 3, 16)
REVIEWER = AssignmentRole.REVIEWER


def test_the_bar_moves_what_was_accepted_for_the_day_of_the_piece(window: Window, workspace: Workspace) -> None:
    ada, piece = lists.add(workspace, "person", "Ada Byron"), a_piece(workspace, "Pricing", planned=TUESDAY)
    key = (piece, ada, REVIEWER)
    assignments.ask(workspace, *key, today=TUESDAY)
    assignments.accept(workspace, key, today=TUESDAY)
    said: list[Notice] = []
    window.desk.notice.connect(said.append)
    moving(window.desk, [piece], lambda w: schedule.move(w, {piece: NEXT}))
    assert said[-1].text == "1 deadline of an accepted assignment stayed."
    assert assignments.due_days(workspace, piece) == {key: TUESDAY}
    assert said[-1].act is not None
    said[-1].act()
    assert assignments.due_days(workspace, piece) == {key: NEXT}


def test_days_only_asked_for_are_told_apart() -> None:
    assert followed_words(2, 1, 1) == (
        "2 deadlines moved, 1 of an accepted assignment stayed, 1 that somebody was asked for stayed."
    )


def test_a_move_onto_a_day_away_is_said_with_the_way_back(window: Window, workspace: Workspace) -> None:
    ada = lists.add(workspace, "person", "Ada Byron", away=(Away(first=NEXT, last=NEXT),))
    piece = a_piece(workspace, "Pricing", planned=TUESDAY)
    assignments.ask(workspace, piece, ada, REVIEWER, today=TUESDAY)
    said: list[Notice] = []
    window.desk.notice.connect(said.append)
    moving(window.desk, [piece], lambda w: schedule.move(w, {piece: NEXT}))
    assert said[-1].text == "Ada Byron is away on 16 March 2027, when “Pricing” is due."
    assert (said[-1].level, said[-1].action) == ("warning", "Undo")


def test_what_was_too_much_before_a_move_is_not_said_again(window: Window, workspace: Workspace) -> None:
    ada = lists.add(workspace, "person", "Ada Byron", hours_a_quarter=1)
    piece = a_piece(workspace, "Pricing", planned=TUESDAY)
    assignments.ask(workspace, piece, ada, REVIEWER, today=TUESDAY, hours=Decimal(2))
    said: list[Notice] = []
    window.desk.notice.connect(said.append)
    moving(window.desk, [piece], lambda w: schedule.move(w, {piece: NEXT}))
    assert said == []
    moving(window.desk, [piece], lambda w: schedule.move(w, {piece: date(2027, 4, 6)}))
    assert "2 hours in the quarter of 6 April 2027" in said[-1].text
