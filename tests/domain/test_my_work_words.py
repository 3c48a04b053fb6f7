"""My work in words."""

from dataclasses import replace

from editorial.domain.my_work_words import came_words
from editorial.domain.recognition import Way
from tests.domain.packets import some_work

SOME = some_work().came_of_it[0]


def test_what_came_of_it_is_a_sentence_said_to_the_person() -> None:
    said = "“The end of the annual plan” came out on 2 February 2027: we interviewed you and you are quoted."
    assert came_words(SOME) == said


def test_one_part_stands_alone() -> None:
    assert came_words(replace(SOME, ways=(Way.AUTHOR,))).endswith("2 February 2027: you wrote it.")


def test_many_parts_are_listed() -> None:
    several = replace(SOME, ways=(Way.IDEA, Way.AUTHOR, Way.SPEAKER))
    assert came_words(several).endswith(": you gave the idea, you wrote it and you spoke.")
