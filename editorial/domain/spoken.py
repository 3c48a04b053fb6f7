"""How kinds, levels, days and shares are said inside a sentence for people."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from editorial.domain.vocabulary import Kind, Level
from editorial.language import _


def month_name(month: int) -> str:
    """Return the name of a month, 1 to 12, in the reader's language."""
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )[month - 1]


def spoken_day(day: date) -> str:
    """Return a day as it is said: 11 March 2027."""
    return _("{day} {month} {year}").format(day=day.day, month=month_name(day.month), year=day.year)


def percent(share: Fraction, digits: int = 0) -> str:
    """Return a share of 0…1 as per cent with so many digits, halves rounded up: 0.75 is 75 %."""
    return _("{n} %").format(n=f"{rounded(share * 100, digits):f}")


def rest_percent(share: Fraction, digits: int = 0) -> str:
    """Return what a share leaves of the whole, so that it makes 100 with what `percent` says: of 0.625 it is 37 %."""
    return _("{n} %").format(n=f"{100 - rounded(share * 100, digits):f}")


def rounded(number: Fraction, digits: int) -> Decimal:
    """Return a number that is not negative with so many digits after the point, halves rounded up."""
    return Decimal(int(number * 10**digits + Fraction(1, 2))).scaleb(-digits)


def exact_percent(share: Fraction) -> str:
    """Return a share as per cent with as many digits as it has, two at most."""
    digits = next((digits for digits in range(2) if (share * 100 * 10**digits).denominator == 1), 2)
    return percent(share, digits)


def kind_word(kind: Kind) -> str:
    """Return a kind in the reader's language."""
    return _("aspirational") if kind is Kind.ASPIRATIONAL else _("practical")


def level_word(level: Level) -> str:
    """Return a level of coverage in the reader's language."""
    words = {
        Level.OFF: _("off"),
        Level.EMPTY: _("empty"),
        Level.THIN: _("thin"),
        Level.MET: _("met"),
        Level.HEAVY: _("heavy"),
    }
    return words[level]
