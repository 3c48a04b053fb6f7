"""The blogs that people write: whether one sleeps, and what is said of it."""

from datetime import date

from editorial.domain.records import Person
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary import BlogPlace
from editorial.language import _, ngettext

DORMANT_DAYS = 60
"""From so many days without a post on a blog looks left alone."""


def is_dormant(person: Person, today: date) -> bool:
    """Tell whether a person has a blog without a post for so long; where no post is known nothing is said."""
    last = person.blog_last_post
    return person.blog is not None and last is not None and (today - last).days >= DORMANT_DAYS


def blog_words(person: Person, today: date, successor: str = "") -> str:
    """Return what is to be said of a person's blog in a sentence or two; empty where they have none."""
    if person.blog is None:
        return ""
    own = person.blog is BlogPlace.ONSITE
    if person.blog_last_post is None:
        return _("Blog on our site, last post unknown.") if own else _("Blog elsewhere, last post unknown.")
    day, n = spoken_day(person.blog_last_post), (today - person.blog_last_post).days
    said = _("Blog on our site, last post on {day}.") if own else _("Blog elsewhere, last post on {day}.")
    parts = [said.format(day=day)]
    if is_dormant(person, today):
        parts.append(ngettext("Dormant: {n} day without a post.", "Dormant: {n} days without a post.", n).format(n=n))
        if successor:
            parts.append(_("{name} takes it over.").format(name=successor))
        else:
            parts.append(_("Nobody is named to take it over."))
    return " ".join(parts)


def blog_state(person: Person, today: date) -> str:
    """Return in a few words where a person's blog is and whether it sleeps; empty where they have none."""
    if person.blog is None:
        return ""
    where = _("on our site") if person.blog is BlogPlace.ONSITE else _("elsewhere")
    return _("{where} · dormant").format(where=where) if is_dormant(person, today) else where
