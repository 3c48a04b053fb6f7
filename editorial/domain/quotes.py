"""Quotes: which may be used, and finding one among many."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from editorial.domain.folding import fold
from editorial.domain.people_records import Quote
from editorial.domain.vocabulary import Clearance
from editorial.language import _


@dataclass(frozen=True, slots=True)
class BankQuote:
    """A quote with who said it, in which interview, and the titles of the pieces it is used in, by id."""

    quote: Quote
    person: str
    interview: str
    used_in: Mapping[int, str]


def why_not_use(quote: Quote) -> str | None:
    """Return why a quote cannot be used in a piece, or None."""
    reasons = {
        Clearance.NOT_ASKED: _("Nobody asked yet whether this quote may be used."),
        Clearance.ASKED: _("The person quoted has not answered yet."),
        Clearance.REFUSED: _("The person quoted does not want it to be used."),
    }
    return reasons.get(quote.clearance)


def holding(quotes: Iterable[BankQuote], words: str) -> list[BankQuote]:
    """Return the quotes that hold every word: in the text, the person, the interview, the notes or a title."""
    terms = fold(words).split()
    return [one for one in quotes if all(term in _told(one) for term in terms)]


def _told(one: BankQuote) -> str:
    return fold(" ".join((one.quote.name, one.quote.notes, one.person, one.interview, *one.used_in.values())))
