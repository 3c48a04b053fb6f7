"""What came back for a packet in words: who claims to answer, and what each answer would change."""

from editorial.domain.packet import Reply
from editorial.domain.packet_answers import Judged, OfferedIdea, TakenAnswer
from editorial.domain.spoken import spoken_day
from editorial.language import _


def claim_words(judged: Judged) -> str:
    """Say whom the packet was made for and who claims to answer: a name in a file proves nothing."""
    if not judged.claimed or judged.claimed == judged.person:
        said = _("These answers say that they come from {person}. Nothing proves it: ask them where in doubt.")
        return said.format(person=judged.person)
    said = _("The packet was made for {person}; whoever answers calls themselves “{claimed}”.")
    return said.format(person=judged.person, claimed=judged.claimed)


def change_line(one: TakenAnswer) -> str:
    """Return what an answer would change: “Nine proofs”: declined – not my field."""
    text = " ".join(one.answer.text.split())
    said = f"“{one.asked.title}”: {_reply_words(one)}"
    return f"{said} – {text}" if text else said


def idea_line(one: OfferedIdea) -> str:
    """Return which idea would be new: New idea: Why bolts fail."""
    return _("New idea: {title}").format(title=one.title)


def _reply_words(one: TakenAnswer) -> str:
    day = spoken_day(one.answer.day) if one.answer.day else ""
    return {
        Reply.ACCEPT: _("accepted"),
        Reply.DECLINE: _("declined"),
        Reply.DAY: _("asks for {day}").format(day=day),
        Reply.COMMENT: _("comment"),
        Reply.CLEAR: _("cleared for use"),
        Reply.REFUSE: _("not to be used"),
        Reply.IDEA: _("an idea"),
    }[one.answer.reply]
