"""Whose voices a piece holds: inside experts, outside influencers, customers; one kind alone is flagged."""

from collections.abc import Iterable
from enum import StrEnum

from editorial.domain.records import Person
from editorial.domain.vocabulary import PersonRole
from editorial.language import _

INFLUENCERS = frozenset({PersonRole.ANALYST, PersonRole.ACADEMIC, PersonRole.BLOGGER, PersonRole.JOURNALIST})


class Voice(StrEnum):
    """A kind of voice, in the order in which they are told."""

    INSIDE = "inside"
    INFLUENCER = "influencer"
    CUSTOMER = "customer"


def voice_of(person: Person) -> Voice:
    """Return which kind of voice a person is: a customer first, then an influencer, else one from inside."""
    if PersonRole.CUSTOMER in person.roles:
        return Voice.CUSTOMER
    return Voice.INFLUENCER if INFLUENCERS & set(person.roles) else Voice.INSIDE


def voices_of(people: Iterable[Person]) -> tuple[Voice, ...]:
    """Return the kinds of voices heard from these people, each once."""
    heard = {voice_of(person) for person in people}
    return tuple(voice for voice in Voice if voice in heard)


def voice_word(voice: Voice) -> str:
    """Return a kind of voice as people read it."""
    return {
        Voice.INSIDE: _("inside expert"),
        Voice.INFLUENCER: _("outside influencer"),
        Voice.CUSTOMER: _("customer"),
    }[voice]


def voices_words(voices: tuple[Voice, ...]) -> str:
    """Return whose voices are heard, and that it is one kind only where it is; empty without any."""
    if not voices:
        return ""
    said = ", ".join(map(voice_word, voices))
    if len(voices) == 1:
        return _("Voices heard: {kinds} only.").format(kinds=said)
    return _("Voices heard: {kinds}.").format(kinds=said)
