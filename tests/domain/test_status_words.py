from datetime import date, timedelta

import pytest

from editorial.domain.records import Status
from editorial.domain.starting_lists import starting_lists
from editorial.domain.status_words import everyday_status, named_status, status_of_row
from editorial.domain.vocabulary import Phase

TODAY = date(2026, 11, 21)
PAST, FUTURE = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
STATUSES = starting_lists().statuses


def name(found: Status | None) -> str:
    assert found is not None
    return found.name


@pytest.mark.parametrize(
    ("day", "status"), [(None, "Idea"), (FUTURE, "Approved"), (TODAY, "Published"), (PAST, "Published")]
)
def test_a_row_without_a_status_gets_one_by_its_day(day: date | None, status: str) -> None:
    assert name(status_of_row(day, TODAY, STATUSES)) == status


@pytest.mark.parametrize("word", ["in review", "In-Review", "IN REVIEW", "inreview"])
def test_a_status_is_known_by_its_name(word: str) -> None:
    assert name(named_status(word, STATUSES)) == "In review"


@pytest.mark.parametrize(
    ("word", "day", "status"),
    [
        ("done", PAST, "Published"), ("done", None, "Published"), ("done", FUTURE, "Ready"),
        ("pending", None, "Idea"), ("pending", FUTURE, "Approved"), ("To do", PAST, "Approved"),
        ("Scheduled", FUTURE, "Ready"), ("Drafted", None, "Drafting"), ("Live", PAST, "Published"),
        ("cancelled", None, "Dropped"), ("WIP", FUTURE, "Approved"), ("written", None, "In review"),
    ],
)  # fmt: skip
def test_everyday_words_are_understood_by_phase_and_day(word: str, day: date | None, status: str) -> None:
    assert name(everyday_status(word, day, TODAY, STATUSES)) == status


def test_other_words_are_not_guessed() -> None:
    assert everyday_status("purple", None, TODAY, STATUSES) is None


def test_names_do_not_matter_only_phases() -> None:
    own = [
        Status(id=1, uid="", name="Draussen", phase=Phase.PUBLISHED),
        Status(id=2, uid="", name="Los", phase=Phase.IDEA),
    ]
    assert name(everyday_status("done", PAST, TODAY, own)) == "Draussen"
    assert name(status_of_row(FUTURE, TODAY, own)) == "Draussen"
