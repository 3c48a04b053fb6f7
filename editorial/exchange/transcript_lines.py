"""Plain text of a conversation into passages: who speaks and when is read in the ways recorders write it."""

import re
from dataclasses import replace

from editorial.domain.transcripts import Passage, is_name, named_line

_TIME = r"(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)(?:[.,]\d{1,3})?"
_LEADING = re.compile(rf"[\[(]?{_TIME}[\])]?(?![\d:])\s*[-–—:]?\s*(.*)")
_TRAILING = re.compile(rf"(.{{1,80}}?)(?:\s+|\s*[-–—,]\s*)[\[(]?{_TIME}[\])]?\s*:?")
LONGEST_HEAD = 140
"""Letters of a line that can tell who speaks and when, and nothing else."""


def line_passages(text: str) -> tuple[Passage, ...]:
    """Return the paragraphs of a text; where it has no blank lines, each line is one."""
    lines = [line.strip() for line in text.strip().split("\n")]
    listening = _Listening()
    for line in lines:
        if line:
            listening.hear(_line(line))
        if not line or all(lines):
            listening.pause()
    listening.end()
    return tuple(listening.passages)


class _Listening:
    """Collects passages line by line; a line that tells only who speaks, or when, is kept for what follows."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self._now = Passage("")

    def hear(self, line: Passage) -> None:
        if not line.speaker and line.seconds is None:
            self._now = replace(self._now, text=f"{self._now.text} {line.text}".strip())
            return
        self.pause()
        if line.speaker and self._now.speaker:
            self.end()  # It was no name but a heading: nothing that was written is lost.
        seconds = self._now.seconds if line.seconds is None else line.seconds
        self._now = Passage(line.text, line.speaker or self._now.speaker, seconds)

    def pause(self) -> None:
        if self._now.text:
            self.passages.append(self._now)
            self._now = Passage("")

    def end(self) -> None:
        if self._now.speaker and not self._now.text:
            self._now = Passage(self._now.speaker, "", self._now.seconds)
        self.pause()


def _line(line: str) -> Passage:
    """Return what a line tells: “[00:12:03] Ana: I see”, “Ana Lind 0:12” alone, “Ana: I see”, or just words."""
    seconds = None
    if (leading := _LEADING.fullmatch(line)) is not None:
        seconds, line = _seconds(leading[1], leading[2], leading[3]), leading[4]
    elif len(line) <= LONGEST_HEAD and (trailing := _TRAILING.fullmatch(line)) and is_name(trailing[1]):
        return Passage("", trailing[1].strip(), _seconds(trailing[2], trailing[3], trailing[4]))
    if line.endswith(":") and is_name(line[:-1]):
        return Passage("", line[:-1].strip(), seconds)
    speaker, text = named_line(line)
    return Passage(text, speaker, seconds)


def _seconds(hours: str | None, minutes: str, seconds: str) -> int:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
