"""Field notes: who is still to be told what came of one, and in which words."""

import re
from enum import StrEnum

from editorial.domain.planning_records import FieldNote
from editorial.domain.records import Entry
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary import Phase
from editorial.language import _


class Told(StrEnum):
    """How far a note is on its way back to whoever gave it."""

    NEW = "new"
    TO_TELL = "to tell"
    TOLD = "told"


def told(note: FieldNote) -> Told:
    """Return whether something came of a note that its giver does not know yet."""
    if note.told_back_on is not None:
        return Told.TOLD
    return Told.TO_TELL if note.piece_id is not None or note.done.strip() else Told.NEW


def reply_text(note: FieldNote, name: str, piece: Entry | None, phase: Phase | None, url: str) -> str:
    """Return a letter to whoever gave a note: what they heard, and what came of it so far."""
    greeting = _("Hello {name},").format(name=name) if name else _("Hello,")
    heard = _("on {day} you told us: “{note}”").format(day=spoken_day(note.day), note=note.name.strip('“”"„ '))
    parts = [greeting, heard, *(part for part in (_came(piece, phase, url), note.done.strip()) if part)]
    if len(parts) == 2:
        parts.append(_("We have kept it, and look for a place for it."))
    return "\n\n".join([*parts, _("Thank you. Please keep telling us what you hear.")])


def _came(piece: Entry | None, phase: Phase | None, url: str) -> str:
    if piece is None:
        return ""
    # A title taken from a sentence ends in a full stop, which the sentence here has too.
    title = re.sub(r"(?<!\.)\.$", "", piece.title)
    if piece.published and piece.day is not None:
        said = _("It became “{title}”, published on {day}.").format(title=title, day=spoken_day(piece.day))
        return f"{said}\n{url}" if url else said
    if phase is Phase.PARKED:
        return _("It became the idea “{title}”, which waits for now.").format(title=title)
    if piece.day is not None:
        return _("It becomes “{title}”, planned for {day}.").format(title=title, day=spoken_day(piece.day))
    return _("It became the idea “{title}”.").format(title=title)
