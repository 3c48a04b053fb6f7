"""Transcripts: time marks in the text, and the mark that a passage lies under."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

_MARK = re.compile(r"\[(\d{1,2}):([0-5]\d):([0-5]\d)\]")


def mark_of(moment: timedelta) -> str:
    """Return a moment of a recording as its mark says it: 00:12:03."""
    seconds = max(0, int(moment.total_seconds()))
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def mark_at(text: str, place: int) -> str:
    """Return the last time mark before a place in a transcript, without its brackets; empty where there is none."""
    found = ""
    for match in _MARK.finditer(text, 0, max(0, place)):
        found = match[0][1:-1]
    return found


def without_marks(passage: str) -> str:
    """Return a passage without its time marks, its lines joined: what is quoted of it."""
    return " ".join(_MARK.sub(" ", passage).split())


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a transcript as a file gave it; `seconds` from the beginning, None where no time is told."""

    text: str
    speaker: str = ""
    seconds: int | None = None

    def written(self) -> str:
        """Return it as it stands in a transcript: its time mark, who speaks, and what was said."""
        mark = "" if self.seconds is None else f"[{mark_of(timedelta(seconds=self.seconds))}] "
        return mark + (f"{self.speaker}: " if self.speaker else "") + self.text


def transcript_text(passages: Iterable[Passage]) -> str:
    """Return passages as the text of a transcript, a paragraph each."""
    return "\n\n".join(passage.written() for passage in passages)
