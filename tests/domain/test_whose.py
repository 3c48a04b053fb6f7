"""Whose a calendar is, by what it is called."""

import pytest

from editorial.domain.records import Person
from editorial.domain.whose import Whose, without_name

NAMES = ("Ada Byron", "Ada Byron King", "Bo Lee", "Bo Lee", "Mark", "王小明", "Tomás Ferreira")
PEOPLE = [Person(id=n, uid=str(n), name=name) for n, name in enumerate(NAMES, 1)]
PEOPLE.append(Person(id=20, uid="20", name="Cy Ray", email="cy@example.com"))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ada Byron – Holiday", 1),
        ("Holiday of ADA  BYRON", 1),
        ("Ada Byron King (Vacation)", 2),
        ("Cy@Example.com", 20),
        ("tomas ferreira out", 7),
        ("Mark: dentist", 5),
        ("王小明休假", 6),
    ],
)
def test_a_name_or_an_address_tells_who(text: str, who: int) -> None:
    found = Whose(PEOPLE).told([text])
    assert found is not None
    assert found.id == who


@pytest.mark.parametrize(
    "text", ["", "Bo Lee (Vacation)", "Adam Byron", "Question mark", "Ada Byron with Cy Ray", "x@y.z", "Company picnic"]
)
def test_nobody_is_guessed(text: str) -> None:
    assert Whose(PEOPLE).told([text]) is None


def test_the_first_text_that_names_somebody_counts() -> None:
    found = Whose(PEOPLE).told(["Off", "Cy Ray cy@example.com", "Ada Byron"])
    assert found is not None
    assert found.id == 20


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Ada Byron – Holiday", "Holiday"),
        ("Ada Byron (Vacation - 2 days)", "Vacation - 2 days"),
        ("Holiday: ada byron", "Holiday"),
        ("Ada Byron's holiday", "holiday"),
        ("Ada Byron", ""),
        ("Off", "Off"),
    ],
)
def test_the_rest_is_the_reason(text: str, reason: str) -> None:
    assert without_name(text, PEOPLE[0]) == reason
