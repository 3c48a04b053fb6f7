"""The bulletin of a quarter for sales: answers to “what are you hearing from others?”, each with its sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from editorial.domain.drafts import without_controls
from editorial.domain.folding import fold
from editorial.domain.matching import url_key
from editorial.domain.people_records import AnswerCard, CardSource
from editorial.domain.period import Period, previous_period, quarter_of
from editorial.domain.planning_records import FieldNote
from editorial.domain.records import Settings
from editorial.domain.spoken import spoken_day
from editorial.language import _, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinSource:
    """A source as the bulletin names it; accounts stay inside."""

    text: str
    day: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinCard:
    """An answer card in a bulletin; `warning` says where it rests on too little, or is past its time."""

    claim: str
    interest: str
    day: str
    sources: tuple[BulletinSource, ...]
    expires: str
    warning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """The new cards of a period by segment, those for everybody last."""

    workspace: str
    period: Period
    made_on: date
    groups: tuple[tuple[str, tuple[BulletinCard, ...]], ...]
    lapsed: int = 0
    """Cards of the period that are past their time and were left out."""

    @property
    def cards(self) -> int:
        return sum(len(cards) for _segment, cards in self.groups)


def bulletin(
    cards: Iterable[AnswerCard],
    *,
    period: Period,
    today: date,
    workspace: str,
    segments: Mapping[int, str],
    interests: Mapping[int, str],
) -> Bulletin:
    """Return the bulletin of the cards made in a period, the newest first; what is past its time is left out."""
    listed = sorted((one for one in cards if one.day in period), key=lambda one: (one.day, one.id), reverse=True)
    live = [one for one in listed if one.expires is None or one.expires >= today]
    groups = [
        (name, tuple(_card(one, interests) for one in live if _key(one, segments) == key))
        for key, name in (*segments.items(), (0, _("All readers")))
    ]
    return Bulletin(
        workspace=_plain(workspace),
        period=period,
        made_on=today,
        groups=tuple((_plain(name), found) for name, found in groups if found),
        lapsed=len(listed) - len(live),
    )


def bulletin_quarters(
    cards: Iterable[AnswerCard], *, today: date, settings: Settings
) -> tuple[tuple[Period, int], ...]:
    """Return the quarters a bulletin can be of, each with its number of cards: this one first, then the newest.

    They reach from the first card to the last; a quarter without a card is among them.
    """
    days = [card.day for card in cards]
    current = quarter_of(today, settings)
    one, found = quarter_of(max([today, *days]), settings), []
    while one.last >= min([today, *days]):
        found.append((one, sum(day in one for day in days)))
        one = previous_period(one, settings)
    return tuple(sorted(found, key=lambda pair: pair[0] != current))


def _key(card: AnswerCard, segments: Mapping[int, str]) -> int:
    return card.segment_id if card.segment_id and card.segment_id in segments else 0


def independent(sources: Iterable[CardSource]) -> int:
    """Return how many sources are independent of each other: those of one account, address or wording count once."""
    return len({_origin(one) for one in sources})


def source_of(note: FieldNote) -> CardSource:
    """Return a field note as a source of an answer card."""
    return CardSource(text=note.source or note.name, account=note.account, day=note.day, field_note_id=note.id)


def _origin(source: CardSource) -> tuple[str, str]:
    """Return where a source comes from in the end."""
    if account := fold(source.account.strip()):
        return "account", account
    if address := source.address.strip():
        return "address", url_key(address)
    return "text", " ".join(fold(source.text).split())


def sources_warning(sources: Iterable[CardSource]) -> str:
    """Return the warning that a claim rests on fewer than two independent sources; empty where it does not."""
    n = independent(sources)
    if n >= 2:
        return ""
    return _("This rests on one source alone.") if n else _("This names no source.")


def _card(card: AnswerCard, interests: Mapping[int, str]) -> BulletinCard:
    return BulletinCard(
        claim=_plain(card.name),
        interest=_plain(interests.get(card.interest_id or 0, "")),
        day=spoken_day(card.day),
        sources=tuple(_source(one) for one in card.sources if one.text.strip() or one.address.strip()),
        expires=_("good until {day}").format(day=spoken_day(card.expires)) if card.expires else "",
        warning=sources_warning(card.sources),
    )


def _source(source: CardSource) -> BulletinSource:
    address = source.address.strip()
    web = address if address.lower().startswith(("http://", "https://")) else ""
    day = spoken_day(source.day) if source.day else ""
    return BulletinSource(text=_plain(source.text) or web, day=day, address=web)


def bulletin_title(told: Bulletin) -> str:
    """Return what a bulletin is called."""
    return _("What we hear · {period}").format(period=told.period.name)


def bulletin_lead(told: Bulletin) -> str:
    """Return what a bulletin holds in a sentence or two."""
    n = told.cards
    if not n:
        return _("There is no new answer in this period.")
    said = ngettext(
        "{n} answer to “what are you hearing from others?”, with its sources.",
        "{n} answers to “what are you hearing from others?”, with their sources.",
        n,
    )
    return said.format(n=n)


def bulletin_foot(told: Bulletin) -> str:
    """Return when a bulletin was made, and how many cards it leaves out."""
    made = _("As of {day}.").format(day=spoken_day(told.made_on))
    if not told.lapsed:
        return made
    left = ngettext("{n} card past its time is left out.", "{n} cards past their time are left out.", told.lapsed)
    return f"{made} {left.format(n=told.lapsed)}"


def bulletin_text(told: Bulletin) -> str:
    """Return every text of a bulletin, to see whether the fonts have its letters."""
    words = [told.workspace, bulletin_title(told), bulletin_lead(told), bulletin_foot(told)]
    for segment, cards in told.groups:
        words.append(segment)
        for card in cards:
            words += [card.claim, card.interest, card.day, card.expires, card.warning]
            words += [part for one in card.sources for part in (one.text, one.day, one.address)]
    return "\n".join(words)


def _plain(text: str) -> str:
    return " ".join(without_controls(text)[0].split())
