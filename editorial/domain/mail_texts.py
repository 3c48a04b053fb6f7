"""Mails to somebody who contributes: asking, reminding and thanking, each from what is wanted of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from editorial.domain.my_work import MyWork, Owed, OwedByMe
from editorial.domain.my_work_words import asked_words, came_words, due_words, owed_title
from editorial.domain.spoken import spoken_day
from editorial.language import _, ngettext

LISTED = 8
"""How many things are named at most."""
LETTERS = 140
"""How long a line gets."""


class Occasion(StrEnum):
    """Why somebody is written to."""

    ASK = "ask"
    REMIND = "remind"
    THANK = "thank"


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail as it is handed to the mail program."""

    to: str
    subject: str
    body: str


def mail_for(
    occasion: Occasion,
    work: MyWork,
    *,
    sender: str = "",
    files: Sequence[str] = (),
    fits: Callable[[Mail], bool] = lambda _mail: True,
) -> Mail:
    """Return the mail for an occasion; `files` are the names of those to be attached, which the text says.

    Mail programs take no long texts from outside: the more is left out the longer it takes until `fits` agrees.
    """
    subject, opening, lines, closing = {
        Occasion.ASK: _asking,
        Occasion.REMIND: _reminding,
        Occasion.THANK: _thanking,
    }[occasion](work)
    mails = (
        Mail(work.person.email, subject, _body(work, (opening, _few(lines, n), closing), sender, files))
        for n in range(LISTED, -1, -1)
    )
    mail = next(mails)
    while not fits(mail) and (shorter := next(mails, None)) is not None:
        mail = shorter
    return mail


def _body(work: MyWork, said: tuple[str, list[str], str], sender: str, files: Sequence[str]) -> str:
    opening, lines, closing = said
    parts = [_("Dear {name},").format(name=work.person.name), opening]
    if lines:
        parts.append("\n".join(f"– {line}" for line in lines))
    if files:
        attached = ngettext("Attached: {names}.", "Attached: {names}.", len(files)).format(names=", ".join(files))
        parts.append(f"{attached} {_how_to_answer()}")
    parts.append(closing)
    parts.append(_("Best wishes") + (f"\n{sender}" if sender else ""))
    return "\n\n".join(part for part in parts if part)


def _how_to_answer() -> str:
    return _("Open the page in any browser, answer in it, and send back the small file that it saves.")


def _asking(work: MyWork) -> tuple[str, str, list[str], str]:
    n = work.waiting
    subject = ngettext("{n} question for you", "{n} questions for you", n).format(n=n) if n else _("A question for you")
    opening = _("we would be glad of your help. This is what we would like to ask of you:")
    if not n:
        opening = _("we would be glad of your help.")
    return subject, opening, list(_asked(work)), _("A no is as good as a yes, as long as we know it soon.")


def _asked(work: MyWork) -> Iterator[str]:
    for talk in work.interviews:
        if talk.waits:
            day = spoken_day(talk.interview.day) if talk.interview.day else _("to be arranged")
            yield _("Interview “{name}”: {day}").format(name=talk.interview.name, day=day)
    for one in work.asked:
        yield f"“{one.piece.title}”: {asked_words(one)}"
    for owed in work.owed:
        if owed.kind is Owed.QUOTES:
            yield owed_title(owed)


def _reminding(work: MyWork) -> tuple[str, str, list[str], str]:
    """Remind of what is late and of what waits for an answer; only where there is neither, of what is still ahead."""
    late = [_owed_line(one, work) for one in work.owed if one.days_late and one.kind is not Owed.QUOTES]
    lines = [*late, *_asked(work)] or [_owed_line(one, work) for one in work.owed]
    closing = _("If another day suits you better, just tell us which.")
    return _("A short reminder"), _("a short reminder of what we are waiting for:"), lines, closing


def _owed_line(one: OwedByMe, work: MyWork) -> str:
    return " – ".join(part for part in (owed_title(one), due_words(one.due, one.days_late, work.today)) if part)


def _thanking(work: MyWork) -> tuple[str, str, list[str], str]:
    came = [came_words(one) for one in work.came_of_it]
    opening = _("thank you. This is what came of your help:") if came else _("thank you for your help.")
    return _("Thank you"), opening, came, _("We hope to ask you again.")


def _few(lines: Sequence[str], most: int) -> list[str]:
    left = len(lines) - most
    more = [ngettext("and {n} more", "and {n} more", left).format(n=left)] if left > 0 else []
    return [*(_cut(line) for line in lines[:most]), *more]


def _cut(line: str) -> str:
    text = " ".join(line.split())
    return text if len(text) <= LETTERS else f"{text[: LETTERS - 1].rstrip()}…"
