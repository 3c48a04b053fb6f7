"""How kinds, levels, days and shares are said inside a sentence for people."""

from datetime import date
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


def percent(share: Fraction) -> str:
    """Return a share of 0…1 as whole per cent, halves rounded up: 0.75 is 75 %."""
    return _("{n} %").format(n=int(share * 100 + Fraction(1, 2)))


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
