"""Who reads what is exported, and what is told to whom (domain: smaller rules)."""

from datetime import date
from enum import StrEnum

from editorial.domain.period import quarter_of
from editorial.domain.records import Settings
from editorial.domain.spoken import month_name, spoken_day
from editorial.domain.vocabulary import Kind, Precision
from editorial.errors import RuleBroken
from editorial.language import _


class Audience(StrEnum):
    """Team: all; sales: no internal notes; public: titles and exact dates withheld."""

    TEAM = "team"
    SALES = "sales"
    PUBLIC = "public"

    @property
    def sees_notes(self) -> bool:
        """Notes, reasons and names that are meant for the team alone."""
        return self is Audience.TEAM

    @property
    def sees_titles(self) -> bool:
        """Titles, insights and addresses: what would tell a competitor the plan."""
        return self is not Audience.PUBLIC

    @property
    def sees_days(self) -> bool:
        """Days and weeks; whoever does not is told the month or the quarter."""
        return self is not Audience.PUBLIC


def audience_named(text: str) -> Audience:
    """Read an audience as the command line takes it; RuleBroken with the three there are otherwise."""
    try:
        return Audience(text.strip().casefold())
    except ValueError as error:
        raise RuleBroken(_("“{text}” is not an audience; choose team, sales or public.").format(text=text)) from error


def audience_word(audience: Audience) -> str:
    """Return an audience in the reader's language."""
    words = {Audience.TEAM: _("team"), Audience.SALES: _("sales"), Audience.PUBLIC: _("public")}
    return words[audience]


def audience_sentence(audience: Audience) -> str:
    """Say what the audience is told."""
    sentences = {
        Audience.TEAM: _("Everything, with internal notes."),
        Audience.SALES: _("Everything but internal notes."),
        Audience.PUBLIC: _("No titles and no exact dates: stages, and the month or quarter."),
    }
    return sentences[audience]


def told_day(day: date | None, precision: Precision, audience: Audience, settings: Settings) -> str:
    """Return a publish date as this audience is told it: a month or quarter at most where days are withheld."""
    if day is None:
        return _("no date yet")
    if precision is Precision.QUARTER:
        return quarter_of(day, settings).name
    if precision is Precision.MONTH or not audience.sees_days:
        return _("{month} {year}").format(month=month_name(day.month), year=day.year)
    if precision is Precision.WEEK:
        return _("week of {day}").format(day=spoken_day(day))
    return spoken_day(day)


def told_title(title: str, kind: Kind | None, audience: Audience) -> str:
    """Return a piece's title, or where titles are withheld what kind of piece it is."""
    if audience.sees_titles:
        return title
    if kind is None:
        return _("A piece")
    return _("An aspirational piece") if kind is Kind.ASPIRATIONAL else _("A practical piece")
