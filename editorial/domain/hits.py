"""What a search finds."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Hit:
    """One find: a piece, a person or a campaign, with a few words and a day to tell it from others."""

    kind: str
    id: int
    title: str
    detail: str = ""
    day: date | None = None
