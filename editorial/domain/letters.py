"""The recognition letter: what a person gave, what came of it, and thanks; as text that any form can show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from editorial.domain.drafts import without_controls
from editorial.domain.recognition import Contribution, Recognition, Way
from editorial.domain.spoken import spoken_day
from editorial.errors import RuleBroken
from editorial.language import _, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPiece:
    """A piece in a letter: its title, when it came out where it did, the person's part, and where it is."""

    title: str
    day: str
    part: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter to a person; every text is plain."""

    workspace: str
    day: str
    name: str
    organisation: str
    subject: str
    greeting: str
    opening: tuple[str, ...]
    published: tuple[LetterPiece, ...]
    ahead: tuple[LetterPiece, ...]
    said: tuple[str, ...]
    """What readers or sales said of it, one a line."""
    closing: str
    signed: str

    @property
    def headings(self) -> tuple[str, str, str]:
        """Return the headings over what came out, what is on its way, and what was said."""
        return _("What came out"), _("On its way"), _("What was said of it")


def recognition_letter(
    recognition: Recognition, *, workspace: str, today: date, signed: str = "", said: Iterable[str] = ()
) -> Letter:
    """Return the letter that thanks a person. Raises RuleBroken where there is nothing yet to thank them for."""
    person = recognition.person
    if recognition.is_empty:
        raise RuleBroken(_("There is nothing yet to thank {name} for.").format(name=person.name))
    return Letter(
        workspace=_plain(workspace),
        day=spoken_day(today),
        name=_plain(person.name),
        organisation=_plain(person.organisation),
        subject=_("What came of what you gave"),
        greeting=_("Dear {name},").format(name=_plain(person.name)),
        opening=tuple(_opening(recognition)),
        published=tuple(_piece(one) for one in recognition.published),
        ahead=tuple(_piece(one) for one in recognition.ahead),
        said=tuple(filter(None, (_plain(one) for one in said))),
        closing=_("Thank you. Without you this would not be there to read."),
        signed=_plain(signed),
    )


def _piece(one: Contribution) -> LetterPiece:
    out = one.piece.published and one.piece.day
    return LetterPiece(
        title=_plain(one.piece.title),
        day=spoken_day(one.piece.day) if out and one.piece.day else "",
        part=your_parts(one.ways, ahead=not one.piece.published),
        url=one.url if one.url.lower().startswith(("http://", "https://")) else "",
    )


def your_parts(ways: Iterable[Way], *, ahead: bool = False) -> str:
    """Return all that somebody did for a piece, said to them: “you gave the idea and we interviewed you”."""
    return _joined([your_part(way, ahead=ahead) for way in ways])


def your_part(way: Way, *, ahead: bool = False) -> str:
    """Return what somebody did for a piece, said to them; nobody has written yet what is on its way."""
    if ahead and way is Way.AUTHOR:
        return _("you are its author")
    return {
        Way.IDEA: _("you gave the idea"),
        Way.AUTHOR: _("you wrote it"),
        Way.SOURCE: _("you were its source"),
        Way.SPEAKER: _("you spoke"),
        Way.INTERVIEW: _("we interviewed you"),
        Way.QUOTE: _("you are quoted"),
        Way.REVIEWER: _("you reviewed it"),
        Way.APPROVER: _("you approved it"),
        Way.DESIGNER: _("you designed it"),
    }[way]


def _opening(recognition: Recognition) -> Iterator[str]:
    gave = [word for word in _counted(recognition) if word]
    when = _when(recognition.first, recognition.last)
    if gave:
        yield _("{when} you gave us {gave}.").format(when=when, gave=_joined(gave))
    n = len(recognition.published)
    if n:
        yield ngettext(
            "{n} piece with your part in it came out.", "{n} pieces with your part in them came out.", n
        ).format(n=n)
    else:
        yield _("What you gave is in work; this is where it stands.")


def _when(first: date | None, last: date | None) -> str:
    if first and last:
        return _("Between {first} and {last}").format(first=spoken_day(first), last=spoken_day(last))
    if first:
        return _("Since {first}").format(first=spoken_day(first))
    return _("Up to {last}").format(last=spoken_day(last)) if last else _("So far")


def _counted(recognition: Recognition) -> Iterator[str]:
    for n, said in (
        (recognition.interviews, ngettext("{n} interview", "{n} interviews", recognition.interviews)),
        (recognition.quotes, ngettext("{n} quote", "{n} quotes", recognition.quotes)),
        (recognition.ideas, ngettext("{n} idea", "{n} ideas", recognition.ideas)),
    ):
        yield said.format(n=n) if n else ""


def _joined(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("{some} and {last}").format(some=", ".join(words[:-1]), last=words[-1])


def _plain(text: str) -> str:
    return " ".join(without_controls(text)[0].split())


def letter_text(letter: Letter) -> str:
    """Return every text of a letter, to see whether the fonts have its letters."""
    pieces = [word for one in (*letter.published, *letter.ahead) for word in (one.title, one.day, one.part, one.url)]
    around = (letter.workspace, letter.day, letter.name, letter.organisation, letter.subject, letter.signed)
    return "\n".join((*around, letter.greeting, *letter.opening, *pieces, *letter.said, letter.closing))
