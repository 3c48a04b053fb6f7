"""What people owe, on Home and in the review list: late, due now, due soon, each said once."""

from datetime import date

import pytest

from editorial.domain.findings import Finding, Rule
from editorial.domain.home import Home
from editorial.domain.period import quarter_of
from editorial.domain.records import Settings
from editorial.domain.vocabulary import AssignmentRole, Precision
from editorial.services import assignments, lists, mutes, tasks
from editorial.services.checking import findings
from editorial.services.home import home
from editorial.services.workspaces import Workspace
from tests.builders import a_piece

TODAY = date(2027, 3, 10)
REVIEWER = AssignmentRole.REVIEWER


@pytest.fixture
def ada(workspace: Workspace) -> int:
    return lists.add(workspace, "person", "Ada Byron")


@pytest.fixture
def piece(workspace: Workspace) -> int:
    return a_piece(workspace, "Pumps", planned=date(2027, 4, 20), kind="practical", status="Drafting")


def owe(workspace: Workspace, piece: int, person: int, due: date | None, *, accepted: bool = True) -> None:
    assignments.ask(workspace, piece, person, REVIEWER, today=date(2027, 2, 1), due=due)
    if accepted:
        assignments.accept(workspace, (piece, person, REVIEWER), today=date(2027, 2, 2))


def at_home(workspace: Workspace) -> Home:
    return home(workspace, TODAY)


def found(workspace: Workspace, *rules: Rule) -> list[Finding]:
    listed = findings(workspace, quarter_of(TODAY, Settings()), today=TODAY)
    return [one for one in listed if one.rule in rules]


def test_what_is_late_stands_on_home_with_person_piece_and_days(workspace: Workspace, piece: int, ada: int) -> None:
    owe(workspace, piece, ada, date(2027, 3, 5))
    (line,) = [one for one in at_home(workspace).late.lines if one.title == "Ada Byron"]
    assert (line.word, line.level) == ("3 days late", "bad")
    assert line.detail == "reviewer of “Pumps”, due on 5 March 2027"
    assert line.remedy.show == {"piece_id": piece}


def test_without_a_yes_it_is_late_all_the_same(workspace: Workspace, piece: int, ada: int) -> None:
    owe(workspace, piece, ada, date(2027, 3, 5), accepted=False)
    (one,) = found(workspace, Rule.OWED)
    assert one.detail.endswith("no yes yet")
    assert one.text == "Ada Byron is late by 3 working days as reviewer of “Pumps”: due on 5 March 2027."


def test_what_was_delivered_is_late_no_more(workspace: Workspace, piece: int, ada: int) -> None:
    owe(workspace, piece, ada, date(2027, 3, 5))
    assignments.deliver(workspace, (piece, ada, REVIEWER), today=TODAY)
    assert found(workspace, Rule.OWED) == []


def test_a_late_task_names_who_holds_it_and_is_told_once(workspace: Workspace, piece: int, ada: int) -> None:
    tasks.add(workspace, piece, "Review", role=REVIEWER, due=date(2027, 3, 5))
    owe(workspace, piece, ada, None)
    (one,) = found(workspace, Rule.LATE, Rule.OWED)
    assert (one.rule, one.detail) == (Rule.LATE, "Review was due on 5 March 2027 · Ada Byron")
    assert one.person is not None


def test_a_slipped_piece_says_for_whom_it_waits(workspace: Workspace, ada: int) -> None:
    piece = a_piece(workspace, "Pumps", planned=date(2027, 3, 5), status="Drafting")
    owe(workspace, piece, ada, None)
    (one,) = found(workspace, Rule.SLIPPED, Rule.OWED)
    assert one.detail == "was planned for 5 March 2027 · waits for Ada Byron"


def test_a_piece_of_this_month_makes_nobody_late(workspace: Workspace, ada: int) -> None:
    piece = a_piece(workspace, "Pumps", planned=date(2027, 3, 1), precision=Precision.MONTH.value, status="Drafting")
    owe(workspace, piece, ada, None)
    assert found(workspace, Rule.SLIPPED, Rule.OWED) == []


def test_what_is_due_today_stands_among_what_is_late(workspace: Workspace, piece: int, ada: int) -> None:
    owe(workspace, piece, ada, TODAY)
    assert ("Ada Byron", "due today") in [(one.title, one.word) for one in at_home(workspace).late.lines]


def test_what_is_due_soon_is_waited_for(workspace: Workspace, piece: int, ada: int) -> None:
    owe(workspace, piece, ada, date(2027, 3, 12))
    (line,) = [one for one in at_home(workspace).waiting.lines if one.title == "Ada Byron"]
    assert (line.word, line.detail) == ("due soon", "reviewer of “Pumps”, due on 12 March 2027")


def test_what_is_due_later_leaves_home_calm(workspace: Workspace, piece: int, ada: int) -> None:
    owe(workspace, piece, ada, date(2027, 3, 30))
    assert "Ada Byron" not in [one.title for one in (*at_home(workspace).late.lines, *at_home(workspace).waiting.lines)]


def test_one_person_s_lateness_is_muted_alone(workspace: Workspace, piece: int, ada: int) -> None:
    owe(workspace, piece, ada, date(2027, 3, 5))
    (one,) = found(workspace, Rule.OWED)
    mutes.mute(workspace, Rule.OWED, until=date(2027, 4, 1), today=TODAY, about=one.about)
    assert "3 days late" not in [line.word for line in at_home(workspace).late.lines]


def test_a_no_waits_until_somebody_else_is_asked(workspace: Workspace, piece: int, ada: int) -> None:
    owe(workspace, piece, ada, None, accepted=False)
    assignments.decline(workspace, (piece, ada, REVIEWER), "On leave", today=TODAY)
    (line,) = [one for one in at_home(workspace).waiting.lines if one.word == "said no"]
    assert (line.title, line.detail) == ("Ada Byron", "reviewer · “Pumps”: On leave")
    owe(workspace, piece, lists.add(workspace, "person", "Grace Hopper"), None)
    assert "said no" not in [one.word for one in at_home(workspace).waiting.lines]


def test_the_week_tells_what_is_due_beside_what_comes_out(workspace: Workspace, piece: int, ada: int) -> None:
    owe(workspace, piece, ada, date(2027, 3, 12))
    out = a_piece(workspace, "Valves", planned=date(2027, 3, 12), status="Drafting")
    owe(workspace, out, ada, None)
    (friday,) = at_home(workspace).week
    assert [(one.title, one.word) for one in friday.lines] == [("Valves", "publish"), ("Ada Byron", "owed")]
