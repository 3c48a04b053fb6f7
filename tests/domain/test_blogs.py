"""What is said of the blogs that people write."""

from datetime import date

from editorial.domain.blogs import blog_words, is_dormant
from editorial.domain.records import Person
from editorial.domain.vocabulary import BlogPlace

TODAY = date(2027, 3, 10)


def writing(last: date | None, blog: BlogPlace | None = BlogPlace.ONSITE) -> Person:
    return Person(id=1, uid="1", name="Ada", blog=blog, blog_last_post=last)


def test_a_blog_sleeps_from_sixty_days_on() -> None:
    assert is_dormant(writing(date(2027, 1, 9)), TODAY)
    assert not is_dormant(writing(date(2027, 1, 10)), TODAY)


def test_who_has_no_blog_has_none_that_sleeps() -> None:
    assert not is_dormant(writing(date(2020, 1, 1), None), TODAY)
    assert blog_words(writing(date(2020, 1, 1), None), TODAY) == ""


def test_an_unknown_last_post_is_said_and_not_judged() -> None:
    assert not is_dormant(writing(None), TODAY)
    assert blog_words(writing(None), TODAY) == "Blog on our site, last post unknown."


def test_a_dormant_blog_names_who_takes_it_over() -> None:
    said = blog_words(writing(date(2027, 1, 1), BlogPlace.OFFSITE), TODAY, "Grace")
    assert said == (
        "Blog elsewhere, last post on 1 January 2027. Dormant: 68 days without a post. Grace takes it over."
    )


def test_a_dormant_blog_without_a_successor_says_so() -> None:
    assert blog_words(writing(date(2027, 1, 1)), TODAY).endswith("Nobody is named to take it over.")
