"""Arranging interviews through the window: by a time that is offered, or one that is typed."""

from datetime import date, time
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from editorial.domain.records import Away
from editorial.domain.vocabulary import InterviewStatus, PersonRole
from editorial.services import interviews, lists
from editorial.services.workspaces import Workspace
from editorial.ui.desk import Notice
from editorial.ui.interviews.place import InterviewsPlace
from editorial.ui.window import Window
from tests.builders import a_person
from tests.ui.interviews.acts import shown
from tests.ui.scripted import ScriptedPrompts

DAY = date(2027, 3, 22)


def an_interview(workspace: Workspace, **fields: object) -> int:
    return interviews.plan(workspace, "Pricing", today=date(2027, 3, 1), **fields)


def stops(window: Window, start: QWidget, n: int, qtbot: QtBot) -> list[QWidget]:
    """Return where Tab stops next."""
    start.setFocus()
    found = []
    for _press in range(n):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        found.append(window.focusWidget())
    return found


def test_tab_comes_to_what_can_be_done_before_the_form(
    window: Window, place: InterviewsPlace, workspace: Workspace, qtbot: QtBot
) -> None:
    acts = shown(place, an_interview(workspace))
    wanted = [acts.find_time, acts.talk, acts.held, acts.template, acts.cancel]
    assert stops(window, place.page.table, 5, qtbot) == wanted


def test_a_time_that_was_typed_is_taken(place: InterviewsPlace, workspace: Workspace) -> None:
    one = an_interview(workspace, person_ids=(a_person(workspace, "Ada"),), day=DAY, time=time(10))
    acts = shown(place, one)
    acts.arrange.click()
    arranged = interviews.read(workspace, one)
    assert (arranged.status, arranged.day, arranged.time) == (InterviewStatus.ARRANGED, DAY, time(10))
    assert not acts.arrange.isVisible()


def test_what_cannot_be_is_said_where_it_is_entered(place: InterviewsPlace, workspace: Workspace) -> None:
    ada = lists.add(workspace, "person", "Ada", away=(Away(first=DAY, last=DAY),))
    acts = shown(place, an_interview(workspace, person_ids=(ada,), day=DAY))
    assert acts.warnings.text() == "Ada is away on 22 March 2027, the day of the interview “Pricing”."


def test_who_does_not_work_then_is_named(place: InterviewsPlace, workspace: Workspace) -> None:
    lists.update_settings(workspace, time_zone="Europe/London")
    ada = lists.add(workspace, "person", "Ada", time_zone="America/New_York")
    acts = shown(place, an_interview(workspace, person_ids=(ada,), day=DAY, time=time(10)))
    assert (acts.elsewhere.text(), acts.warnings.text()) == ("06:00 for Ada", "Ada does not work then.")


def test_a_time_that_would_be_too_much_says_so(place: InterviewsPlace, workspace: Workspace) -> None:
    ada = lists.add(workspace, "person", "Ada", interviews_a_month=0)
    acts = shown(place, an_interview(workspace, person_ids=(ada,)))
    acts.find_time.click()
    said = [label.text() for label in acts.time.findChildren(QLabel) if label.objectName() == "bad"]
    assert said == [f"Ada is asked for 1 interview in {month_of(place)}, and can give 0."]


def month_of(place: InterviewsPlace) -> str:
    return f"{place.desk.today:%B %Y}"


def test_escape_puts_the_offer_away(window: Window, place: InterviewsPlace, workspace: Workspace, qtbot: QtBot) -> None:
    acts = shown(place, an_interview(workspace, person_ids=(a_person(workspace, "Ada"),)))
    acts.find_time.click()
    qtbot.keyClick(acts.time.buttons[0], Qt.Key.Key_Escape)
    assert not acts.time.isVisible()
    assert window.focusWidget() is acts.find_time


def test_what_was_offered_goes_when_the_talk_gets_longer(place: InterviewsPlace, workspace: Workspace) -> None:
    one = an_interview(workspace, person_ids=(a_person(workspace, "Ada"),))
    acts = shown(place, one)
    acts.find_time.click()
    interviews.edit(workspace, one, notes="Ask about the ledger")
    assert acts.time.isVisible()
    interviews.edit(workspace, one, minutes=90)
    assert not acts.time.isVisible()


def test_the_search_knows_who_is_asked(place: InterviewsPlace, workspace: Workspace) -> None:
    an_interview(workspace, person_ids=(a_person(workspace, "Ada"),))
    an_interview(workspace, interviewer_id=a_person(workspace, "Bob"))
    place.page.search.setText("bob")
    assert [row.interviewer_id is not None for row in place.page.model.rows] == [True]


def test_one_that_is_called_off_is_told_so_and_can_come_back(place: InterviewsPlace, workspace: Workspace) -> None:
    one = an_interview(workspace, person_ids=(a_person(workspace, "Ada"),))
    interviews.arrange(workspace, one, DAY, time(10))
    acts = shown(place, one)
    acts.cancel.click()
    assert (acts.invite.text(), acts.invite.isVisible()) == ("Cancellation (ICS)…", True)
    assert not acts.find_time.isVisible()
    acts.again.click()
    assert acts.standing.text().startswith("To be arranged since 1 March 2027; proposed for 22 March 2027")
    assert acts.arrange.isVisible()


def test_insert_adds_wherever_one_is_in_the_list(
    window: Window, place: InterviewsPlace, workspace: Workspace, qtbot: QtBot
) -> None:
    an_interview(workspace)
    qtbot.keyClick(place.page.search, Qt.Key.Key_Insert)
    assert window.focusWidget() is place.page.adding.line


def test_the_list_has_the_focus_on_arriving(window: Window, place: InterviewsPlace, workspace: Workspace) -> None:
    an_interview(workspace)
    window.visit("home")
    window.visit("interviews")
    assert window.focusWidget() is place.page.table


def test_the_list_tells_who_is_asked_and_since_when(place: InterviewsPlace, workspace: Workspace) -> None:
    an_interview(workspace, person_ids=(a_person(workspace, "Ada"), a_person(workspace, "Bob")))
    place.arrive(page="interviews")
    model = place.page.model
    row = {model.headings[n]: model.index(0, n).data() for n in range(model.columnCount())}
    assert (row["Asked"], row["When"]) == ("Ada, Bob", "since 1 March 2027")


def test_a_new_interview_begins_from_anywhere(window: Window, workspace: Workspace, qtbot: QtBot) -> None:
    window.go("home")
    next(one for one in window.every_command() if one.word == "new-interview").run()
    place = window.place
    assert isinstance(place, InterviewsPlace)
    qtbot.keyClicks(place.page.adding.line, "Pricing")
    qtbot.keyClick(place.page.adding.line, Qt.Key.Key_Return)
    assert [one.name for one in interviews.to_arrange(workspace)] == ["Pricing"]


def test_templates_that_fit_come_first_and_the_others_below(place: InterviewsPlace, workspace: Workspace) -> None:
    analyst = lists.add(workspace, "person", "Ada", roles=frozenset({PersonRole.ANALYST}))
    acts = shown(place, an_interview(workspace, person_ids=(analyst,)))
    acts.template.click()
    (menu,) = (one for one in acts.findChildren(QMenu) if one.parent() is acts)
    said = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert said == ["Analyst", "Any conversation", "Other templates", "Edit the templates…"]
    menu.close()


def test_an_invitation_goes_out_by_mail(
    place: InterviewsPlace, workspace: Workspace, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    ada = lists.add(workspace, "person", "Ada", email="ada@example.com")
    one = an_interview(workspace, person_ids=(ada,))
    interviews.arrange(workspace, one, DAY, time(10))
    acts, opened, offered = shown(place, one), list[QUrl](), list[Notice]()

    def opens(url: QUrl) -> bool:
        opened.append(url)
        return True

    prompts.answers["invitation"] = tmp_path / "invitation.ics"
    place.desk.notice.connect(offered.append)
    acts.inviting.open_url = opens
    acts.invite.click()
    assert (offered[-1].action, offered[-1].act is not None) == ("Write to them…", True)
    assert offered[-1].act is not None
    offered[-1].act()
    assert opened[0].toString().startswith("mailto:ada@example.com?subject=Interview")


def test_a_name_without_a_space_leaves_the_buttons_in_the_window(place: InterviewsPlace, workspace: Workspace) -> None:
    long = lists.add(workspace, "person", "W" * 120)
    acts = shown(place, an_interview(workspace, person_ids=(long,)))
    assert acts.answers.text().replace("\u200b", "").startswith("W" * 120)
    assert acts.answers.minimumSizeHint().width() < acts.fontMetrics().horizontalAdvance("W" * 30)
    assert acts.minimumSizeHint().width() <= acts.width()
