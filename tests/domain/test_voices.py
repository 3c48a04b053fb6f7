"""Whose voice a person is, and how it is said."""

import pytest

from editorial.domain.records import Person
from editorial.domain.vocabulary import BlogPlace, PersonRole
from editorial.domain.voices import Voice, voice_of, voices_of, voices_words

SME, BLOGGER = PersonRole.SME, PersonRole.BLOGGER


def somebody(*roles: PersonRole, blog: BlogPlace | None = None) -> Person:
    return Person(id=1, uid="1", name="Ada", roles=roles, blog=blog)


@pytest.mark.parametrize(
    ("person", "voice"),
    [
        (somebody(), Voice.INSIDE),
        (somebody(SME), Voice.INSIDE),
        (somebody(PersonRole.ANALYST), Voice.INFLUENCER),
        (somebody(SME, PersonRole.ACADEMIC), Voice.INFLUENCER),
        (somebody(BLOGGER), Voice.INFLUENCER),
        (somebody(SME, BLOGGER), Voice.INSIDE),
        (somebody(BLOGGER, blog=BlogPlace.ONSITE), Voice.INSIDE),
        (somebody(BLOGGER, blog=BlogPlace.OFFSITE), Voice.INFLUENCER),
        (somebody(PersonRole.CUSTOMER, SME), Voice.CUSTOMER),
    ],
)
def test_whose_voice_a_person_is(person: Person, voice: Voice) -> None:
    assert voice_of(person) is voice


def test_one_kind_only_is_said() -> None:
    one = voices_of([somebody(SME), somebody(SME)])
    assert voices_words(one) == "Voices heard: inside expert only."
    both = voices_of([somebody(PersonRole.CUSTOMER), somebody(SME)])
    assert voices_words(both) == "Voices heard: inside expert, customer."
    assert voices_words(()) == ""
