"""The question bank through the window: what is unanswered, how often it is asked, and calls for stories."""

from datetime import date, timedelta

from editorial.services import questions
from editorial.services.workspaces import Workspace
from editorial.ui.interviews.place import InterviewsPlace
from editorial.ui.interviews.question_acts import QuestionActs
from tests.builders import a_piece

DAY = date(2027, 3, 1)


def listed(place: InterviewsPlace, group: str) -> list[str]:
    place.arrive(page="questions")
    assert place.page.parts is not None
    place.page.parts.choose(group)
    return [row.name for row in place.page.model.rows]


def test_questions_are_parted_by_how_far_the_answer_is(place: InterviewsPlace, workspace: Workspace) -> None:
    questions.collect(workspace, "Who else?", day=DAY)
    planned = questions.collect(workspace, "What did it save?", day=DAY)
    questions.answer_with(workspace, planned, a_piece(workspace, "Savings"))
    assert listed(place, "unanswered") == ["Who else?"]
    assert listed(place, "planned") == ["What did it save?"]
    assert listed(place, "") == ["Who else?", "What did it save?"]


def test_calls_for_stories_are_listed_alone(place: InterviewsPlace, workspace: Workspace) -> None:
    questions.collect(workspace, "Who else?", day=DAY)
    due = place.desk.today + timedelta(days=9)
    questions.collect(workspace, "When did it warn you?", day=DAY, due=due)
    assert listed(place, "calls") == ["When did it warn you?"]
    acts = place.page.acts
    assert isinstance(acts, QuestionActs)
    assert acts.call.text().endswith("9 days left.")


def test_a_vote_is_counted_and_told(place: InterviewsPlace, workspace: Workspace) -> None:
    questions.collect(workspace, "Who else?", day=DAY, votes=2)
    listed(place, "")
    acts = place.page.acts
    assert isinstance(acts, QuestionActs)
    acts.vote.click()
    assert acts.standing.text() == "Unanswered; asked 3 times"
