"""What a person reads beside what is asked: which piece it is for, when that comes out, and what they said so far."""

from editorial.domain.my_work import AskedOfMe, MyInterview
from editorial.domain.records import Entry
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary import AssignmentStatus, Precision
from editorial.language import _


def purpose_words(one: AskedOfMe) -> str:
    """Return what is asked for: “planned for 26 March 2027 · for Finance leaders”; nothing where neither is known."""
    readers = _("for {readers}").format(readers=", ".join(one.readers)) if one.readers else ""
    return " · ".join(part for part in (_planned(one.piece), readers) if part)


def serves_words(one: MyInterview) -> str:
    """Return which pieces an interview serves, each with its day; a piece called like the interview is not repeated."""
    return " · ".join(_served(piece, one.interview.name) for piece in one.serves)


def answer_words(one: MyInterview) -> str:
    """Return what the person said of an interview; nothing where they hold it themselves."""
    if one.answer is None:
        return ""
    if one.answer.wish is not None:
        return _("you asked for {day}").format(day=spoken_day(one.answer.wish))
    return {
        AssignmentStatus.ACCEPTED: _("you said yes"),
        AssignmentStatus.DECLINED: _("you said no"),
    }.get(one.answer.answer, _("waits for your yes or no"))


def _served(piece: Entry, name: str) -> str:
    planned = _planned(piece)
    if piece.title == name:
        return _("for a piece {planned}").format(planned=planned) if planned else _("for the piece of this name")
    said = _("for “{title}”").format(title=piece.title)
    return f"{said}, {planned}" if planned else said


def _planned(piece: Entry) -> str:
    if piece.day is None or piece.published:
        return ""
    if piece.precision is not Precision.DAY:
        return _("planned for about {day}").format(day=spoken_day(piece.day))
    return _("planned for {day}").format(day=spoken_day(piece.day))
