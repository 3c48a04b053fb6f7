"""The quarterly relevance review: one record a quarter, answered question by question."""

from datetime import date

from editorial.domain.period import quarter_of
from editorial.domain.planning_records import RelevanceReview
from editorial.domain.relevance import questions
from editorial.errors import RuleBroken
from editorial.language import _
from editorial.store import list_edits
from editorial.store.lists import read_list, read_settings
from editorial.store.workspace import Workspace


def reviews(workspace: Workspace) -> list[RelevanceReview]:
    """Return every review, the newest first."""
    with workspace.read() as connection:
        found: list[RelevanceReview] = list(read_list(connection, "relevance_review").values())
    return sorted(found, key=lambda one: (one.day, one.id), reverse=True)


def current(workspace: Workspace, today: date) -> tuple[RelevanceReview | None, RelevanceReview | None]:
    """Return the review of today's quarter and the one before it, each None where there is none."""
    with workspace.read() as connection:
        quarter = quarter_of(today, read_settings(connection))
    found = reviews(workspace)
    this = next((one for one in found if one.day in quarter), None)
    before = next((one for one in found if one.day < quarter.first), None)
    return this, before


def answer(workspace: Workspace, key: str, yes: bool | None, *, today: date) -> None:
    """Answer a question of this quarter's review as one change; None takes the answer away."""
    if key not in {one.key for one in questions()}:
        raise RuleBroken(_("This question is not on the checklist."))
    this, _before = current(workspace, today)
    with workspace.change(_("Answer the relevance review")) as session:
        connection = session.connection()
        answers = dict(this.answers) if this else {}
        answers.pop(key, None)
        if yes is not None:
            answers[key] = yes
        if this is None:
            name = quarter_of(today, read_settings(connection)).name
            list_edits.insert_entry(connection, "relevance_review", {"name": name, "day": today, "answers": answers})
        else:
            list_edits.update_entry(connection, "relevance_review", this.id, {"answers": answers})


def note(workspace: Workspace, text: str, *, today: date, joins: str = "") -> None:
    """Keep what was said about this quarter's review."""
    this, _before = current(workspace, today)
    with workspace.change(_("Note on the relevance review"), joins=joins) as session:
        connection = session.connection()
        if this is None:
            name = quarter_of(today, read_settings(connection)).name
            list_edits.insert_entry(connection, "relevance_review", {"name": name, "day": today, "notes": text})
        else:
            list_edits.update_entry(connection, "relevance_review", this.id, {"notes": text})
