"""Whose voices a piece holds: inside experts, outside influencers, customers; one kind alone is flagged."""

from collections.abc import Iterable
from enum import StrEnum

from editorial.domain.records import Person
from editorial.domain.vocabulary import BlogPlace, PersonRole
from editorial.language import _

INFLUENCERS = frozenset({PersonRole.ANALYST, PersonRole.ACADEMIC, PersonRole.JOURNALIST})
OF_THE_HOUSE = frozenset({PersonRole.SME, PersonRole.EDITOR, PersonRole.SALESPERSON})


class Voice(StrEnum):
    """A kind of voice, in the order in which they are told."""

    INSIDE = "inside"
    INFLUENCER = "influencer"
    CUSTOMER = "customer"


def voice_of(person: Person) -> Voice:
    """Return which kind of voice a person is: a customer first, then an influencer, else one from inside.

    Who blogs is an influencer, but for experts of one's own and those who write on one's own site.
    """
    roles = set(person.roles)
    if PersonRole.CUSTOMER in roles:
        return Voice.CUSTOMER
    blogs_outside = PersonRole.BLOGGER in roles and not OF_THE_HOUSE & roles and person.blog is not BlogPlace.ONSITE
    return Voice.INFLUENCER if INFLUENCERS & roles or blogs_outside else Voice.INSIDE


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
