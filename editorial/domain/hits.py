"""What a search finds."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Hit:
    """One find, with a few words and a day to tell it from others.

    Its kind is piece, person, campaign, interview, quote, question, answer_card, field_note or tip.
    """

    kind: str
    id: int
    title: str
    detail: str = ""
    day: date | None = None
